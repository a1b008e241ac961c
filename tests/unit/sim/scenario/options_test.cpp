// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// The words of an option of a choice, and how changes reach them.
namespace {

using namespace sojourn;

const std::string form = R"(
sojourn: 1
title: A form
channel_switch: { effort: 1.5 }
personas:
  everyone:
    biases: { status_quo: {}, present_bias: { naivety: 0.5 }, probability_weighting: {} }
  anna: {}
touchpoints:
  form:
    channel: [phone, chat]
    decides: person
    then:
      - { to: done, share: 50%, costs: 1.5, benefit: { feels: +2, after: 30 days } }
      - { to: later, share: 30%, defers: 12 h, default: true }
      - to: left
        share: rest
        stated_risk: { outage: { chance: 2%, feels: -4 }, delay: { chance: 10%, feels: -1 } }
exits:
  done: { outcome: served }
  later: { outcome: served }
  left: { outcome: lost }
variants:
  nudged:
    title: Another default
    change:
      touchpoints.form.then.later.default: false
      touchpoints.form.then.done.default: true
      touchpoints.form.then.done.benefit.after: { times: 0.5 }
      touchpoints.form.then.left.stated_risk.outage.chance: { times: 2 }
      channel_switch.effort: 0
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

} // namespace

TEST_CASE("the words of options are read in their units", "[scenario]") {
  const Loaded loaded = load_scenario_text(form, "form.yaml", {});
  REQUIRE(loaded.problems.empty());
  const Scenario& scenario = loaded.arms[0].scenario;
  CHECK(scenario.channel_switch_effort == 1.5);
  const auto& rows = scenario.touchpoints[0].rows;
  CHECK(rows[0].costs == 1.5);
  CHECK(rows[0].benefit == BenefitSpec{2, 30 * 1440.0});
  CHECK_FALSE(rows[0].is_default);
  CHECK(rows[1].defers_min == 720);
  CHECK(rows[1].is_default);
  REQUIRE(rows[2].stated_risk.size() == 2);
  CHECK(rows[2].stated_risk[0] == StatedRiskSpec{.02, -4});
  CHECK(rows[2].stated_risk[1] == StatedRiskSpec{.1, -1});
}

TEST_CASE("changes reach the words of options by name", "[scenario]") {
  const Loaded loaded = load_scenario_text(form, "form.yaml", {});
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.at(1).scenario;
  const auto& rows = scenario.touchpoints[0].rows;
  CHECK(rows[0].is_default);
  CHECK_FALSE(rows[1].is_default);
  CHECK(rows[0].benefit == BenefitSpec{2, 15 * 1440.0});
  CHECK(rows[2].stated_risk[0] == StatedRiskSpec{.04, -4});
  CHECK(scenario.channel_switch_effort == 0);
}

TEST_CASE("one outcome needs no name", "[scenario]") {
  const std::string text = replaced(
      replaced(form, "{ outage: { chance: 2%, feels: -4 }, delay: { chance: 10%, feels: -1 } }",
               "{ chance: 5%, feels: -3 }"),
      "touchpoints.form.then.left.stated_risk.outage.chance: { times: 2 }",
      "touchpoints.form.then.left.stated_risk.chance: 7%");
  const Loaded loaded = load_scenario_text(text, "form.yaml", {});
  REQUIRE(loaded.ok());
  using Risks = std::vector<StatedRiskSpec>;
  CHECK(loaded.arms[0].scenario.touchpoints[0].rows[2].stated_risk == Risks{{.05, -3}});
  CHECK(loaded.arms[1].scenario.touchpoints[0].rows[2].stated_risk == Risks{{.07, -3}});
}

TEST_CASE("a channel switch costs half a point unless written, and that is an assumption",
          "[scenario]") {
  const Loaded loaded =
      load_scenario_text(replaced(replaced(form, "channel_switch: { effort: 1.5 }\n", ""),
                                  "      channel_switch.effort: 0\n", ""),
                         "form.yaml", {});
  REQUIRE(loaded.ok());
  CHECK(loaded.arms[0].scenario.channel_switch_effort == 0.5);
  const auto use =
      std::find_if(loaded.parameters.begin(), loaded.parameters.end(),
                   [](const ParameterUse& each) { return each.path == "channel_switch.effort"; });
  REQUIRE(use != loaded.parameters.end());
  CHECK(use->value == "0.5");
  CHECK(use->provenance == "default");
}
