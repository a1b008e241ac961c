// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/table.hpp"
#include "tests/laws/sim/scenario/small.hpp"

#include <algorithm>

using namespace sojourn;
using namespace scenario_test;

namespace {

const Loaded& incident() {
  static const Loaded loaded =
      load_scenario(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml", {});
  return loaded;
}

const TouchpointSpec& touchpoint(const Scenario& scenario, const std::string& id) {
  const auto at = std::find_if(scenario.touchpoints.begin(), scenario.touchpoints.end(),
                               [&](auto& each) { return each.id == id; });
  REQUIRE(at != scenario.touchpoints.end());
  return *at;
}

double parameter(const PersonaSpec& persona, Parameter which) {
  const auto& value = persona.parameters[static_cast<std::size_t>(which)];
  REQUIRE(value.has_value());
  return value->mean();
}

} // namespace

TEST_CASE("the shipped incident journey is without a problem", "[scenario]") {
  INFO(rendered(incident()));
  REQUIRE(incident().problems.empty());
  REQUIRE(incident().arms.size() == 4);
  CHECK(incident().arms[0].id == "baseline");
  CHECK(incident().arms[3].changes.size() == 5);
}

TEST_CASE("people are read as written", "[scenario]") {
  const Scenario& today = incident().arms[0].scenario;
  REQUIRE(today.personas.size() == 3);
  const PersonaSpec &anna = today.personas[0], &bilal = today.personas[1];
  CHECK(anna.share == 0.4);
  CHECK_THAT(anna.patience->quantile(.5), Catch::Matchers::WithinRel(45.0, 1e-9));
  CHECK(anna.mood_on_arrival == Distribution::constant(-1));
  CHECK(parameter(anna, Parameter::peak_end_strength) == 0.8);
  CHECK(parameter(anna, Parameter::peak_end_mean) == 0.5);
  CHECK(parameter(anna, Parameter::availability_half_life) == 30);
  CHECK(parameter(anna, Parameter::waiting_strength) == 1);
  CHECK_FALSE(anna.parameters[static_cast<std::size_t>(Parameter::anchoring_weight)].has_value());
  CHECK(parameter(bilal, Parameter::anchoring_weight) == 0.7);
  CHECK(parameter(bilal, Parameter::loss_aversion_ratio) == 1.6);
  CHECK(bilal.prefers.size() == 2);
}

TEST_CASE("the journey is read as written", "[scenario]") {
  const Scenario& today = incident().arms[0].scenario;
  const TouchpointSpec& notice = touchpoint(today, "notice");
  CHECK(notice.person_decides);
  CHECK(notice.takes == Distribution::triangular(1, 2, 5));
  CHECK(notice.rows[0].personas == std::vector<int>{1});
  CHECK(notice.rows[0].share == 0.3);
  CHECK_FALSE(notice.rows[1].share.has_value());
  const TouchpointSpec& contact = touchpoint(today, "contact");
  CHECK(contact.feels.waiting_per_min == -0.08);
  CHECK(contact.rows[1].out_of_patience);
  CHECK(contact.rows[1].to_exit);
  CHECK(contact.moment_of_truth);
  CHECK(contact.step == Step::engage);
  const TouchpointSpec& fix = touchpoint(today, "wait_fix");
  CHECK(fix.behind->resource == 1);
  CHECK(fix.feels.silence_per_hour == -1.25);
  CHECK(fix.feels.silence_after_min == 20);
  CHECK(touchpoint(today, "estimate").promise->minutes == 240);
  CHECK(touchpoint(today, "solution").feels.late_per_hour == -1);
  CHECK(touchpoint(today, "confirm").rows[1].feels == -2);
  CHECK(touchpoint(today, "restored").booked_otherwise == 0.9);
}

TEST_CASE("the service, its worth and its promises are read as written", "[scenario]") {
  const Scenario& today = incident().arms[0].scenario;
  CHECK(today.clock == 0);
  CHECK(today.calendars[1].open.size() == 6);
  CHECK(today.resources[1].priority == std::vector<int>{1, 1, 2});
  CHECK(today.resources[0].cost_per_hour == 32);
  CHECK(today.value.counted_over_min == 600);
  CHECK(today.value.worth_per_hour == std::vector<double>{62, 48, 140});
  CHECK(today.agreements[1].threshold == 3);
  CHECK(today.agreements[2].experience);
  CHECK_FALSE(today.agreements[2].at_most);
  CHECK(today.experiment.until.size() == 1);
  CHECK(today.experiment.until[0].half_width == 0.02);
  CHECK(today.experiment.seed_value == 20260701);
  CHECK(today.arrivals.rate.size() == 10);
}

TEST_CASE("every number in use says where it comes from", "[scenario]") {
  bool written = false, published = false, assumed = false;
  for (const ParameterUse& use : incident().parameters) {
    CHECK_FALSE(use.path.empty());
    CHECK_FALSE(use.value.empty());
    written = written || (use.path == "personas.anna.biases.loss_aversion.ratio" &&
                          use.provenance == "written");
    published = published || (use.path == "personas.anna.biases.waiting.overestimate" &&
                              use.provenance == "published");
    assumed = assumed || (use.path == "choice_sensitivity" && use.provenance == "default");
  }
  CHECK(written);
  CHECK(published);
  CHECK(assumed);
}
