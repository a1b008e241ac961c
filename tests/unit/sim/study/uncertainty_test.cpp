// SPDX-License-Identifier: Apache-2.0
#include "sim/study/resampling.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

std::string with_observations(std::string text) {
  const std::string from = "takes: 5 min";
  return text.replace(text.find(from), from.size(), "takes: { empirical: [3 min, 5 min, 40 min] }");
}

} // namespace

TEST_CASE("doubt about a parameter widens the answer where it acts, and only there") {
  const auto asked = asked::ask(asked::small_with(
      "{ uncertainty: { draws: 12, bands: { value.worth: [10 per h, 50 per h] } } }"));
  const auto of = [&](const char* quantity, const char* measure) {
    const auto* row = asked->find(quantity, "level", measure);
    REQUIRE(row != nullptr);
    return *row;
  };
  CHECK(of("share from parameters", "value_realised").estimate > 0.5);
  // worth is uniform on 10 .. 50: its spread is 40 / sqrt(12) of a mean of 30
  CHECK_THAT(of("spread from parameters", "value_realised").estimate /
                 of("mean", "value_realised").estimate,
             WithinAbs(40 / std::sqrt(12.0) / 30, 0.08));
  CHECK(of("spread from parameters", "served").estimate == 0);
  CHECK(of("truth", "value_realised").upper > of("mean", "value_realised").upper);
}

TEST_CASE("weights of a memory vary as its parts: the memory as written lies among the draws") {
  const auto asked =
      asked::ask(asked::small_with("{ uncertainty: { draws: 12, bands: published } }"));
  const auto* written = asked->find("as written", "level", "remembered_experience");
  const auto* truth = asked->find("truth", "level", "remembered_experience");
  REQUIRE((written != nullptr && truth != nullptr));
  CHECK(written->estimate > truth->lower);
  CHECK(written->estimate < truth->upper);
  CHECK(std::none_of(asked->result.warnings.begin(), asked->result.warnings.end(),
                     [](const std::string& each) { return each.find("leave out") < each.size(); }));
}

TEST_CASE("bands that are not around what is written are a warning") {
  const auto asked = asked::ask(asked::small_with(
      "{ uncertainty: { draws: 6, bands: { value.worth: [300 per h, 310 per h] } } }"));
  CHECK(std::any_of(asked->result.warnings.begin(), asked->result.warnings.end(),
                    [](const std::string& each) {
                      return each.rfind("uncertainty: Value realised is ", 0) == 0 &&
                             each.find("the bands are not around what is written") < each.size();
                    }));
}

TEST_CASE("observed values are resampled as many as they are") {
  const ObservedSample observed{"p", {"1", "2", "3", "4"}};
  std::set<std::string> drawn;
  for (std::uint32_t draw = 0; draw < 50; ++draw) {
    const ChangeLine line = resampled(observed, 7, 1, draw);
    CHECK(line.path == "p");
    CHECK(line.value.size() == std::string("{ empirical: [1, 2, 3, 4] }").size());
    drawn.insert(line.value);
  }
  CHECK(drawn.size() > 40);
  CHECK(resampled(observed, 7, 1, 3) == resampled(observed, 7, 1, 3));
}

TEST_CASE("a resampled log is doubt about what it tells") {
  const auto asked = asked::ask(with_observations(asked::small_with(
      "{ uncertainty: { draws: 10, bootstrap: [touchpoints.ask.takes], measures: [time_in_system, "
      "served] } }")));
  const auto* share = asked->find("share from parameters", "level", "time_in_system");
  REQUIRE(share != nullptr);
  CHECK(share->estimate > 0.5);
}

TEST_CASE("only lists of observed values can be resampled") {
  CHECK_THROWS_WITH(
      asked::design(asked::small_with("{ uncertainty: { bootstrap: [touchpoints.ask.takes] } }")),
      Contains("touchpoints.ask.takes holds no list of observed values"));
  CHECK_THROWS_WITH(
      asked::design(asked::small_with("{ uncertainty: { bands: { published: false } } }")),
      Contains("there is no band to vary"));
}
