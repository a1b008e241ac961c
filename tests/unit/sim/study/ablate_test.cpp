// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

TEST_CASE("ablate says what each mechanism does and how they add up") {
  const auto asked =
      asked::ask(asked::small_with("{ ablate: { alone: true, shapley: [peak_end, loss_aversion, "
                                   "reference_dependence] } }"));
  const auto of = [&](const std::string& quantity, const std::string& subject) {
    const output::Finding* row = asked->find(quantity, subject, "remembered_experience");
    REQUIRE(row != nullptr);
    return row->estimate;
  };
  // all three share everything: their Shapley values add up to what they do together
  CHECK_THAT(of("shapley", "peak_end") + of("shapley", "loss_aversion") +
                 of("shapley", "reference_dependence"),
             WithinAbs(of("together", "all mechanisms"), 1e-12));
  // loss aversion only ever lowers what is felt
  CHECK(of("effect", "loss_aversion") < 0);
  CHECK(std::isfinite(of("alone", "peak_end")));
  // ben has no loss aversion: what he felt does not move at all
  const output::Finding* ben = asked->find("effect", "loss_aversion", "experienced", 2);
  REQUIRE(ben != nullptr);
  CHECK(ben->estimate == 0);
}

TEST_CASE("a mechanism that is off for everybody is not listed, and cannot be shared") {
  const auto asked = asked::ask(asked::small_with("ablate"));
  CHECK(asked->find("effect", "trust", "remembered_experience") == nullptr);
  CHECK_THROWS_WITH(asked::design(asked::small_with("{ ablate: { shapley: [trust] } }")),
                    Contains("\"trust\" is no mechanism that is on here"));
}

TEST_CASE("arms that are the same world are run once") {
  // ablate: as it is, all off, three off, three alone; robust: 28 times baseline and two variants,
  // one of which changes nothing but a name
  const auto asked =
      asked::design(asked::small_with("compare, { ablate: { alone: true } }, robust"));
  CHECK(asked->answers->design_words() ==
        "studies: ablate 8 arms, robust 84 arms; 61 different beside the 3 compared");
  const std::size_t shared = asked->answers->n_runs(10);
  const auto apart =
      asked::design(asked::small_with("compare, { ablate: { alone: true } }, robust"), false);
  CHECK(shared < apart->answers->n_runs(10));
}

TEST_CASE("sharing runs changes no number") {
  const std::string text = asked::small_with("compare, ablate");
  const auto shared = asked::ask(text), apart = asked::ask(text, false);
  REQUIRE(shared->result.findings.size() == apart->result.findings.size());
  for (std::size_t i = 0; i < shared->result.findings.size(); ++i) {
    CHECK(shared->result.findings[i].estimate == apart->result.findings[i].estimate);
  }
}

TEST_CASE("threads change no finding") {
  const std::string text = asked::small_with("compare, ablate, robust", 4);
  CHECK(asked::ask(text)->result.finding_values.size() > 0);
  const auto one = asked::ask(text, true, 1), four = asked::ask(text, true, 4);
  for (std::size_t i = 0; i < one->result.findings.size(); ++i) {
    CHECK(one->result.findings[i].estimate == four->result.findings[i].estimate);
  }
}
