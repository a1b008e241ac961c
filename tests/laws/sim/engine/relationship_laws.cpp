// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/engine/social.hpp"

#include <catch2/catch.hpp>

#include <cmath>

// What a relationship does, one effect at a time, each in the direction it is meant to have.
namespace {

using namespace sojourn;
using namespace sojourn::social;

/// Work behind the line, something agreed, something only the provider sees, and money.
const std::string journey = R"(sojourn: 1
personas:
  all:
    mood_on_arrival: 0
    biases: { waiting: {}, trust: {}, loss_aversion: {} }
touchpoints:
  agree: { step: agree, feels: { mean: 0.5, spread: 1 }, then: [ { to: wait } ] }
  wait:
    behind: { desk: 1, takes: { exponential: 2 h } }
    feels: { silence: -0.4 per h }
    then: [ { to: fails, share: 30% }, { to: end, share: rest } ]
  fails: { seen_by: provider, feels: -2, then: [ { to: end } ] }
  end: { feels: 1, outcome: 10, then: [ { to: done } ] }
exits: { done: { outcome: served } }
resources: { desk: { capacity: unlimited } }
experiment: { journeys: 4000, seed: 7 }
)";

std::vector<JourneyRow> rows_with(const std::string& more) { return rows_of(journey + more); }

/// Without a relationship nothing of the provider's becomes visible, so all is open.
std::vector<JourneyRow> rows_without() {
  std::string open = journey;
  const std::string hidden = "seen_by: provider, ";
  return rows_of(open.erase(open.find(hidden), hidden.size()));
}

double mean_trust(const std::vector<JourneyRow>& rows) {
  return mean(rows, [](const JourneyRow& row) { return row.trust; });
}
double mean_trough(const std::vector<JourneyRow>& rows) {
  return mean(rows, [](const JourneyRow& row) { return row.trough; });
}
double mean_memory(const std::vector<JourneyRow>& rows) {
  return mean(rows, [](const JourneyRow& row) { return row.remembered; });
}
double mean_value(const std::vector<JourneyRow>& rows) {
  return mean(rows, [](const JourneyRow& row) { return from_fixed(row.value); });
}

/// All numbers of a relationship at their neutral value but those written.
std::string neutral_but(const std::string& words) {
  std::string group = "relationship: { type: basic";
  for (const char* neutral :
       {"visibility: 100%", "expectation_error: 0", "trust_gain: 0.05", "trust_loss: 0.25",
        "match: 100%", "unexplained: 1", "uncertain: 1"}) {
    const std::string word = neutral;
    if (words.find(word.substr(0, word.find(':') + 1)) == std::string::npos) {
      group += ", " + word;
    }
  }
  return group + (words.empty() ? "" : ", " + words) + " }\n";
}

} // namespace

TEST_CASE("A relationship whose numbers are neutral changes no bit") {
  CHECK(rows_with(neutral_but("")) == rows_without());
}

TEST_CASE("The wider the view, the shorter an unexplained wait feels, bit by bit never longer") {
  const auto none = rows_with(neutral_but("visibility: 0%, unexplained: 1.2, uncertain: 1.3"));
  const auto some = rows_with(neutral_but("visibility: 50%, unexplained: 1.2, uncertain: 1.3"));
  const auto all = rows_with(neutral_but("visibility: 100%, unexplained: 1.2, uncertain: 1.3"));
  const auto at_the_desk = [](const JourneyRow& row) { return row.n_visits == 3; };
  const double least = mean_if(none, at_the_desk, [](auto& row) { return row.remembered; });
  const double middle = mean_if(some, at_the_desk, [](auto& row) { return row.remembered; });
  const double most = mean_if(all, at_the_desk, [](auto& row) { return row.remembered; });
  CHECK(least < middle);
  CHECK(middle < most);
  for (std::size_t i = 0; i < none.size(); ++i) {
    CHECK((!at_the_desk(none[i]) || none[i].remembered <= all[i].remembered));
  }
}

TEST_CASE("The wider the view, the more failures are seen") {
  const auto narrow = rows_with(neutral_but("visibility: 20%"));
  const auto wide = rows_with(neutral_but("visibility: 80%"));
  const auto failed = [](const JourneyRow& row) { return row.n_visits == 4; };
  const auto seen = [](const JourneyRow& row) { return row.trough <= -2 ? 1.0 : 0.0; };
  const double n = count_if(narrow, failed);
  CHECK(n > 1000);
  // Some long waits are as bad; of the rest 20 % and 80 %, to 4.5 standard errors.
  const double bad = mean_if(rows_with(neutral_but("visibility: 0%")), failed, seen);
  const auto agrees = [&](const std::vector<JourneyRow>& rows, double share) {
    const double off = mean_if(rows, failed, seen) - (bad + share * (1 - bad));
    return std::abs(off) < 4.5 * std::sqrt(share * (1 - share) / n);
  };
  CHECK(agrees(narrow, 0.2));
  CHECK(agrees(wide, 0.8));
  CHECK_FALSE(agrees(wide, 0.7)); // it could fail
  CHECK(mean_trough(wide) < mean_trough(narrow));
  // Whoever sees it in the narrow view sees it in the wide one.
  for (std::size_t i = 0; i < narrow.size(); ++i) {
    CHECK((!failed(narrow[i]) || narrow[i].trough >= wide[i].trough));
  }
}

TEST_CASE("The less is misunderstood, the fewer losses are felt") {
  const auto vague = rows_with(neutral_but("expectation_error: 1.5"));
  const auto clear = rows_with(neutral_but("expectation_error: 0.5"));
  CHECK(mean_memory(vague) < mean_memory(clear) - 0.02);
  CHECK(mean_memory(clear) < mean_memory(rows_without()) - 0.005);
  // Without loss aversion an error does nothing on average.
  const std::string calm = ", loss_aversion: {}";
  std::string text = journey;
  text.erase(text.find(calm), calm.size());
  CHECK(rows_of(text + neutral_but("expectation_error: 1.5")) == rows_of(text + neutral_but("")));
}

TEST_CASE("Trust grows faster in a partnership") {
  const double slow = mean_trust(rows_with(neutral_but("trust_gain: 0.03")));
  const double fast = mean_trust(rows_with(neutral_but("trust_gain: 0.07")));
  const double forgiving = mean_trust(rows_with(neutral_but("trust_gain: 0.07, trust_loss: 0.2")));
  CHECK(slow < fast);
  CHECK(fast < forgiving);
}

TEST_CASE("What does not match the need is worth nothing to them") {
  const auto matched = [](const char* share) {
    return mean_value(rows_with(neutral_but(std::string("match: ") + share)));
  };
  CHECK(matched("100%") == 10);
  const double poor = matched("70%"), good = matched("95%");
  CHECK(std::abs(poor - 7) < 4.5 * 10 * std::sqrt(0.21 / 4000));
  CHECK(std::abs(good - 9.5) < 4.5 * 10 * std::sqrt(0.0475 / 4000));
  CHECK_FALSE(std::abs(poor - 7.5) < 4.5 * 10 * std::sqrt(0.21 / 4000)); // it could fail
}

TEST_CASE("What fits less because another relationship is needed, step by step") {
  const auto matched = [](const std::string& type, const std::string& needed) {
    std::string text = journey;
    text.insert(text.find("    mood_on_arrival"), "    needs_relationship: " + needed + "\n");
    return mean(rows_of(text + "relationship: { type: " + type + ", match: 100%, misfit: 20% }\n"),
                [](const JourneyRow& row) { return from_fixed(row.value); });
  };
  const auto near = [](double value, double share) {
    return std::abs(value - 10 * share) < 4.5 * 10 * std::sqrt(share * (1 - share) / 4000) + 1e-9;
  };
  CHECK(near(matched("basic", "basic"), 1));
  CHECK(near(matched("basic", "cooperative"), .8));
  CHECK(near(matched("partnership", "basic"), .64)); // too close is no better than too far
  CHECK_FALSE(near(matched("basic", "partnership"), .8));
}

TEST_CASE("Both engines know the same relationship") {
  for (const char* type : {"basic", "cooperative", "partnership"}) {
    const std::string text =
        journey + "relationship: " + type + "\narrivals: { rate: 3 per hour }\n";
    const Loaded loaded = load_scenario_text(without_cohort(text), "s.yaml");
    REQUIRE(loaded.ok());
    const Scenario& scenario = loaded.arms.front().scenario;
    const Plan plan = compile(scenario, scenario);
    REQUIRE_FALSE(plan.contended);
    KeptRows flow, service;
    (void)simulate_flow(plan, 1, 0, &flow);
    (void)simulate_service(plan, 1, &service);
    CHECK(flow.rows.size() > 1000);
    CHECK(flow.rows == service.rows);
  }
}

TEST_CASE("A wider relationship is better for memory, trust and value at once") {
  const auto basic = rows_with("relationship: basic\n");
  const auto partners = rows_with("relationship: partnership\n");
  CHECK(mean_trust(partners) > mean_trust(basic));
  CHECK(mean_value(partners) > mean_value(basic));
}
