// SPDX-License-Identifier: Apache-2.0
// Screening and Sobol indices of a small journey. What an hour is worth moves money in proportion,
// and nothing else: a linear input, and a dummy.
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const std::string worth = "value.worth", mood = "touchpoints.ask.feels.mean";
const std::string bands = "bands: { value.worth: [20 per h, 40 per h], " + mood + ": [-2, 0] }";

std::string why_refused_bands(const std::string& study) {
  try {
    (void)asked::design(asked::small_with(study));
  } catch (const StudyRefusal& refusal) {
    std::string all;
    for (const Problem& problem : refusal.problems)
      all += render(problem, false);
    return all;
  }
  return "was not refused";
}

} // namespace

TEST_CASE("screening finds a proportional input, and exactly nothing for a dummy") {
  const auto asked =
      asked::ask(asked::small_with("{ screen: { trajectories: 6, " + bands + " } }"));
  const auto* level = asked->find("mu", worth, "value_realised");
  REQUIRE(level != nullptr);
  CHECK(level->estimate > 0);
  const auto* size = asked->find("mu_star", worth, "value_realised");
  CHECK(size->estimate == level->estimate); // monotone
  CHECK(size->note == "over 20 per h to 40 per h");
  const auto* dummy = asked->find("mu_star", worth, "remembered_experience");
  CHECK(dummy->estimate == 0);
  CHECK(dummy->upper == 0);
  CHECK(dummy->rank_low == 2);
  CHECK(dummy->rank_high == 2);
  CHECK(asked->find("sigma", worth, "remembered_experience")->estimate == 0);
}

TEST_CASE("Sobol indices of a dummy are exactly 0, and the tornado is in proportion") {
  const auto asked = asked::ask(
      asked::small_with("{ sensitivity: { points: 16, resamples: 50, " + bands + " } }", 4));
  const auto of = [&](const char* quantity, const std::string& path, const char* measure) {
    const auto* row = asked->find(quantity, path, measure);
    REQUIRE(row != nullptr);
    return row->estimate;
  };
  CHECK(of("total_order", worth, "remembered_experience") == 0);
  CHECK(of("first_order", worth, "remembered_experience") == 0);
  CHECK_THAT(of("total_order", mood, "remembered_experience"), WithinAbs(1, 0.3));
  const double value =
      output::mean_interval(
          asked->record.values(0, *find_measure(asked->runnable.measures, "value_realised"), 0))
          .estimate;
  CHECK_THAT(of("at_low", worth, "value_realised"), WithinRel(-value / 3, 1e-6));
  CHECK_THAT(of("at_high", worth, "value_realised"), WithinRel(value / 3, 1e-6));
  CHECK(asked->find("at_low", worth, "value_realised")->note == "at 20 per h");
}

TEST_CASE("shares of the doubt are shares, and what a few points cannot tell is said") {
  const auto asked = asked::ask(
      asked::small_with("{ sensitivity: { points: 4, resamples: 50, bands: published } }", 4, 50));
  for (const output::Finding& row : asked->result.findings) {
    if ((row.quantity == "total_order" || row.quantity == "first_order") &&
        !std::isnan(row.estimate)) {
      CHECK((row.lower >= 0 && row.estimate >= 0 && row.estimate <= 1 && row.upper <= 1));
      CHECK((row.note.find("points tell little") < row.note.size()) ==
            (row.quantity == "total_order" && row.upper - row.lower > .5));
    }
  }
  CHECK_THAT(asked->result.studies.front().reading, Contains("4 points cannot tell how much"));
}

TEST_CASE("published bands are those of mechanisms that act; a line of one's own wins") {
  const auto published =
      asked::ask(asked::small_with("{ screen: { trajectories: 2, bands: published } }", 2, 50));
  CHECK(published->find("mu_star", "loss_aversion.ratio", "served") != nullptr);
  CHECK(published->find("mu_star", "reference_dependence.gain", "served") != nullptr);
  CHECK(published->find("mu_star", "choice_sensitivity", "served") != nullptr);
  CHECK(published->find("mu_star", "trust.gain", "served") == nullptr);
  const auto mixed = asked::ask(asked::small_with(
      "{ screen: { trajectories: 2, bands: { published: true, choice_sensitivity: [0.6, 0.7] } } }",
      2, 50));
  const auto* own = mixed->find("mu_star", "choice_sensitivity", "served");
  REQUIRE(own != nullptr);
  CHECK(own->note == "over 0.6 to 0.7");
}

TEST_CASE("a variant's difference has indices of its own") {
  const auto asked = asked::ask(asked::small_with(
      "compare, { sensitivity: { arms: [nothing], points: 4, " + bands + " } }", 4));
  const auto* row = asked->find("total_order", worth, "value_realised", 0, 2);
  REQUIRE(row != nullptr);
  CHECK(std::isnan(row->estimate)); // it differs by exactly 0 everywhere
  CHECK(row->note == "the measure does not vary");
  CHECK(asked->find("at_low", worth, "value_realised", 0, 2)->estimate == 0);
}

TEST_CASE("bands that cannot be varied are refused before anything runs, all at once") {
  const std::string both =
      why_refused_bands("{ sensitivity: { bands: { " + mood +
                        ": [-9, 9], touchpoints.asl.takes: [1 min, 2 min] } } }");
  CHECK_THAT(both, Contains("it is to try " + mood + " = -9"));
  CHECK_THAT(both, Contains("\"asl\"") && Contains("did you mean \"ask\"?"));
  CHECK_THAT(why_refused_bands("{ screen: { bands: { published: false } } }"),
             Contains("there is no band to vary"));
  CHECK_THAT(why_refused_bands("{ screen: { levels: 5, " + bands + " } }"),
             Contains("an even number"));
  CHECK_THAT(why_refused_bands("{ sensitivity: { points: 8192, " + bands + " } }"),
             Contains("its design of 8192 rows for 2 bands has 32773 points"));
  CHECK_THAT(why_refused_bands("{ screen: { bands: { " + mood + ": [1] } } }"),
             Contains("expected is a band"));
  CHECK_THAT(why_refused_bands("{ screen: { bands: { touchpoints.solve.takes: [1 min, "
                               "{ uniform: [1 min, 2 min] }] } } }"),
             Contains("where a number is needed"));
}
