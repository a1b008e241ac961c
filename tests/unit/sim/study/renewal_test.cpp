// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/page.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

/// Users and a chief who pays; some leave; everybody feels exactly what is written.
std::string service(const std::string& survey, const std::string& more,
                    const std::string& variant = "touchpoints.use.feels: 1") {
  return R"(sojourn: 1
personas:
  user:  { share: 75%, name: Ursula }
  chief: { share: 25%, role: [customer, sponsor] }
touchpoints:
  use:
    feels: -2
    outcome: 10
    price: 4
    then:
      - { to: done, share: 80%, for: [user] }
      - { to: done, share: 80%, for: [chief], feels: 1 }
      - { to: left, share: rest }
exits: { done: { outcome: served }, left: { outcome: lost } }
survey: { at: end, memory_weight: 1, disconfirmation_weight: 0, trust_weight: 0, )" +
         survey + " }\n" + more + "variants: { v: { change: { " + variant +
         " } } }\nexperiment: { replications: 6, journeys: 1000, seed: 5 }\n";
}

double level(const asked::Asked& run, std::size_t arm, std::string_view id, std::size_t group = 0) {
  const auto column =
      run.record.values(arm, find_measure(run.runnable.measures, id).value(), group);
  double sum = 0;
  for (const double each : column) {
    sum += each / static_cast<double>(column.size());
  }
  return sum;
}

double logistic(double odds) { return 1 / (1 + std::exp(-odds)); }

} // namespace

TEST_CASE("The chance of renewal is one logit of satisfaction, outcome and risk") {
  const RenewalWeights weights{0.25, 0.5, 2, 3};
  CHECK(renewal_chance({}, {}) == 0.5);
  CHECK_THAT(renewal_chance(weights, {7, 0.4, 0.1}),
             WithinAbs(1 / (1 + std::exp(-(0.25 + 1 + 0.8 - 0.3))), 1e-12));
  CHECK(renewal_chance(weights, {8, 0.4, 0.1}) > renewal_chance(weights, {7, 0.4, 0.1}));
  CHECK(renewal_chance(weights, {7, 0.5, 0.1}) > renewal_chance(weights, {7, 0.4, 0.1}));
  CHECK(renewal_chance(weights, {7, 0.4, 0.2}) < renewal_chance(weights, {7, 0.4, 0.1}));
}

TEST_CASE("Renewal is measured from what people answered, gained, paid and lost") {
  const auto run = asked::ask(service("noise: 0", "renewal: { risk: 3 }\n"));
  // Satisfaction 5 and what is felt; outcome (10 - 4) of 10; a fifth is lost.
  const double odds =
      0.5 * (level(*run, 0, "satisfaction") - 5) + 2 * 0.6 - 3 * level(*run, 0, "gave_up");
  CHECK_THAT(level(*run, 0, "renewal"), WithinAbs(1 / (1 + std::exp(-odds)), 2e-3));
  CHECK(level(*run, 1, "renewal") > level(*run, 0, "renewal"));
  const auto& measures = run->result.measures;
  const bool known = std::any_of(measures.begin(), measures.end(),
                                 [](const auto& each) { return each.id == "renewal"; });
  CHECK(known);
}

TEST_CASE("Users who do not answer are not heard; those who decide hear themselves") {
  const std::string silent = "response: { base: -50 }";
  const std::string only_experience = "renewal: { outcome: 0, risk: 0, experience: 1 }\n";
  // Nobody answers, but the chief knows.
  const auto heard = asked::ask(service(silent, only_experience));
  CHECK_THAT(level(*heard, 0, "renewal"),
             WithinAbs(logistic(level(*heard, 0, "satisfaction", 2) - 5), 1e-3));
  CHECK(level(*heard, 0, "renewal") > logistic(level(*heard, 0, "satisfaction") - 5) + 0.05);
  // Where only the users' voice counts, nothing is heard: neutral.
  const auto users = asked::ask(
      service(silent, only_experience + "stakeholders: { user: { influence: 1, interest: 1 } }\n"));
  CHECK_THAT(level(*users, 0, "renewal"), WithinAbs(0.5, 1e-12));
}

TEST_CASE("Stakeholders weigh whom they stand for, and are kept with the result") {
  const std::string table = "stakeholders: { user: { influence: 0.2, interest: 0.9 }, "
                            "chief: { influence: 1, interest: 0.5 } }\n";
  const auto run =
      asked::ask(service("noise: 0", "renewal: { outcome: 0, risk: 0, experience: 1 }\n" + table,
                         "touchpoints.use.name: Using"));
  const double known =
      (0.18 * level(*run, 0, "satisfaction", 1) + 0.5 * level(*run, 0, "satisfaction", 2)) / 0.68;
  CHECK_THAT(level(*run, 0, "renewal"), WithinAbs(logistic(known - 5), 2e-3));
  REQUIRE(run->result.stakeholders.size() == 2);
  CHECK(run->result.stakeholders[0].persona == "user");
  CHECK(run->result.stakeholders[1].role == "customer and sponsor");
  CHECK(run->result.stakeholders[1].weight == 0.5);
  const std::string page = output::page::stakeholders_section(run->result);
  CHECK_THAT(page, Contains("customer and sponsor"));
  CHECK(page.find("chief") < page.find("Ursula")); // the heaviest first
  CHECK(output::page::stakeholders_section(output::ResultData{}).empty());
}
