// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/study/asked.hpp"

#include "output/stats/break_even.hpp"
#include "output/stats/equivalence.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinRel;

namespace {

/// The small journey with money and arms that combine: `paid` costs 900 once, `both` is made of
/// warmer and paid, `more` has a change of its own besides.
std::string priced(const std::string& options, const std::string& more = {}) {
  std::string text = asked::small_with(options, 12, 150);
  text.replace(text.find("variants:\n"), 10,
               "arrivals: { rate: 5 per hour }\n" + more + R"(variants:
  paid:
    change:
      touchpoints.ask.takes: { times: 0.5 }
      costs.one_off: { value: 900, spread_over: 4 weeks }
  both: { combines: [ warmer, paid ] }
  more:
    combines: [ warmer, nothing ]
    change: { touchpoints.ask.takes: 4 min }
)");
  return text;
}

/// One value per replication of a compared arm, everyone.
std::vector<double> column(const asked::Asked& asked, std::size_t arm, const std::string& id) {
  const auto measure = find_measure(asked.runnable.measures, id);
  REQUIRE(measure.has_value());
  return asked.record.values(arm, *measure, 0);
}

std::size_t arm_of(const asked::Asked& asked, const std::string& id) {
  std::size_t arm = 0;
  while (asked.input.arms[arm].id != id) {
    ++arm;
  }
  return arm;
}

} // namespace

TEST_CASE("compare adds nothing where nothing more is asked") {
  const auto asked = asked::ask(asked::small_with("compare", 4, 50));
  CHECK(asked->result.studies.empty());
  CHECK(asked->answers->design_words().empty());
}

TEST_CASE("declared margins are tested by two one-sided tests") {
  const auto asked = asked::ask(
      asked::small_with("{ compare: { margin: { remembered_experience: 0.3, gave_up: 2% } } }"));
  const output::Finding* row = asked->find("equivalence", "warmer", "remembered_experience");
  REQUIRE(row != nullptr);
  const auto tested = output::equivalence(column(*asked, 1, "remembered_experience"),
                                          column(*asked, 0, "remembered_experience"), 0.3);
  CHECK(row->lower == tested.interval.lower);
  CHECK(row->upper == tested.interval.upper);
  CHECK(row->level == 0.9);
  CHECK(row->p == tested.p);
  CHECK(asked->find("margin", "warmer", "gave_up")->estimate == 0.02);
  CHECK(asked->find("equivalence", "warmer", "remembered_experience", 2) != nullptr);
  // a variant that is simulated like the baseline differs by exactly nothing
  const output::Finding* nothing = asked->find("equivalence", "nothing", "gave_up");
  REQUIRE(nothing != nullptr);
  CHECK(nothing->lower == 0);
  CHECK(nothing->upper == 0);
  CHECK_THAT(nothing->note, Contains("no material difference"));
  CHECK_THAT(asked->result.studies.front().reading,
             Contains("No material difference: ") && Contains("nothing on gave_up"));
}

TEST_CASE("a verdict follows its interval") {
  for (const std::string margin : {"0.0001", "0.05", "5"}) {
    const auto asked = asked::ask(
        asked::small_with("{ compare: { margin: { remembered_experience: " + margin + " } } }", 6));
    const output::Finding* row = asked->find("equivalence", "warmer", "remembered_experience");
    REQUIRE(row != nullptr);
    const double limit = std::stod(margin);
    const bool inside = row->lower > -limit && row->upper < limit;
    const bool outside = row->lower > limit || row->upper < -limit;
    CHECK_THAT(row->note, Catch::Matchers::StartsWith(inside    ? "no material difference"
                                                      : outside ? "material difference"
                                                                : "not decided"));
  }
}

TEST_CASE("a margin is refused in another unit, at 0, and of what is not measured") {
  const auto refused = [](const std::string& margin) {
    return asked::small_with("{ compare: { margin: { " + margin + " } } }");
  };
  CHECK_THROWS_WITH(asked::design(refused("gave_up: 0.02")),
                    "study compare: \"0.02\" is not in the unit of gave_up");
  CHECK_THROWS_WITH(asked::design(refused("time_in_system: 2")),
                    Contains("not in the unit of time_in_system"));
  CHECK_THROWS_WITH(asked::design(refused("remembered_experience: 0")),
                    "study compare: \"0\" for remembered_experience is not above 0");
  CHECK_THROWS_WITH(asked::design(refused("trust: 0.1")),
                    "study compare: trust is not measured in this scenario");
}

TEST_CASE("a one-off cost is paid back from the running gain of a week") {
  const auto asked = asked::ask(priced("compare"));
  const std::size_t paid = arm_of(*asked, "paid");
  std::vector<double> here = column(*asked, paid, "value"), today = column(*asked, 0, "value");
  for (std::size_t r = 0; r < here.size(); ++r) { // 5 an hour, nobody is paid for working
    here[r] *= 5 * 168;
    today[r] *= 5 * 168;
  }
  const output::Difference gain = output::paired_difference(here, today);
  const output::BreakEven back = output::break_even(900, gain);
  const output::Finding* row = asked->find("pays back after", "paid", "");
  REQUIRE(row != nullptr);
  REQUIRE(gain.lower > 0);
  CHECK(row->unit == "week");
  CHECK_THAT(row->estimate, WithinRel(back.time, 1e-9));
  CHECK_THAT(row->lower, WithinRel(back.earliest, 1e-9));
  CHECK_THAT(row->upper, WithinRel(back.latest, 1e-9));
  REQUIRE(asked->find("highest one-off cost worth", "paid", "") != nullptr);
  CHECK_THAT(asked->find("highest one-off cost worth", "paid", "")->estimate,
             WithinRel(4 * gain.estimate, 1e-9));
  CHECK(asked->find("one-off cost", "paid", "")->estimate == 900);
  CHECK(asked->find("gain per week", "warmer", "") != nullptr);
  CHECK(asked->find("pays back after", "warmer", "") == nullptr); // costs nothing
  CHECK_THAT(asked->result.studies.front().reading, Contains("paid pays back after "));
}

TEST_CASE("a gain that may be 0 leaves the time to pay back open") {
  std::string text = priced("compare");
  text.replace(text.find("{ times: 0.5 }"), 14, "{ times: 0.999 }");
  const auto asked = asked::ask(text);
  const output::Finding* gain = asked->find("gain per week", "paid", "");
  const output::Finding* row = asked->find("pays back after", "paid", "");
  REQUIRE(row != nullptr);
  if (gain->lower <= 0) {
    CHECK(std::isinf(row->upper));
    CHECK_THAT(row->note, Contains("pay back"));
  } else {
    CHECK_THAT(row->upper, WithinRel(900 / gain->lower, 1e-9));
  }
  text.replace(text.find("{ times: 0.999 }"), 16, "{ times: 2 }");
  const auto worse = asked::ask(text);
  CHECK(std::isinf(worse->find("pays back after", "paid", "")->estimate));
  CHECK_THAT(worse->result.studies.front().reading, Contains("paid does not pay back"));
  CHECK(worse->find("highest one-off cost worth", "paid", "")->estimate == 0);
}

TEST_CASE("without arrivals nobody knows when a cost is paid back") {
  std::string text = priced("compare");
  text.erase(text.find("arrivals:"), text.find("variants:") - text.find("arrivals:"));
  const auto asked = asked::ask(text);
  CHECK(asked->find("pays back after", "paid", "") == nullptr);
  CHECK_THAT(asked->result.studies.front().reading, Contains("arrivals.rate does not say"));
}

TEST_CASE("staff that costs more eats up the gain") {
  const std::string desk = "resources: { desk: { capacity: unlimited, cost: 6 per h } }\n";
  std::string text = priced("compare", desk);
  text.replace(text.find("takes: 5 min"), 12, "needs: { desk: 1 }\n    takes: 5 min");
  const auto asked = asked::ask(text);
  const std::size_t paid = arm_of(*asked, "paid");
  const auto weekly = [&](const char* id, std::size_t arm) {
    double sum = 0;
    for (const double each : column(*asked, arm, id)) {
      sum += each * 5 * 168 / 12;
    }
    return sum;
  };
  const double saved = weekly("cost", 0) - weekly("cost", paid);
  CHECK(saved > 0); // half the work
  CHECK_THAT(asked->find("staff cost per week", "paid", "")->estimate, WithinRel(-saved, 1e-9));
  CHECK_THAT(asked->find("gain per week", "paid", "")->estimate,
             WithinRel(weekly("value", paid) - weekly("value", 0) + saved, 1e-9));
}

TEST_CASE("a dearer provider takes its cost from the net value, to the last cent") {
  const auto with = [](const std::string& change) {
    std::string text = priced("compare", "resources: { desk: { capacity: unlimited, cost: 6 per h "
                                         "} }\n");
    text.replace(text.find("takes: 5 min"), 12, "needs: { desk: 1 }\n    takes: 5 min");
    text.replace(text.find("touchpoints.solve.name: Solved"), 30, change);
    return asked::ask(text);
  };
  const auto asked = with("resources.desk.cost: 60 per h");
  const std::size_t dearer = arm_of(*asked, "nothing");
  const auto cost = column(*asked, dearer, "cost"), today = column(*asked, 0, "cost");
  const auto net = column(*asked, dearer, "net_value"), before = column(*asked, 0, "net_value");
  for (std::size_t r = 0; r < cost.size(); ++r) {
    CHECK(today[r] > 0);
    CHECK_THAT(cost[r], WithinRel(10 * today[r], 1e-12));
    CHECK_THAT(before[r] - net[r], WithinRel(cost[r] - today[r], 1e-9));
  }
}

TEST_CASE("what changes do together beyond the sum is their interaction") {
  const auto asked = asked::ask(priced("compare"));
  const output::Finding* row = asked->find("interaction", "warmer + paid", "remembered_experience");
  REQUIRE(row != nullptr);
  CHECK(asked->input.arms[static_cast<std::size_t>(row->arm)].id == "both");
  const auto mean = [&](const char* arm) {
    double sum = 0;
    for (const double each : column(*asked, arm_of(*asked, arm), "remembered_experience")) {
      sum += each / 12;
    }
    return sum;
  };
  CHECK(std::abs(row->estimate -
                 (mean("both") - mean("warmer") - mean("paid") + mean("baseline"))) < 1e-12);
  CHECK(asked->find("interaction", "warmer + paid", "time_in_system", 1) != nullptr);
  // a change of its own is no part of a sum
  CHECK(asked->input.arms[arm_of(*asked, "more")].combines.empty());
  CHECK(asked->find("interaction", "warmer + nothing", "remembered_experience") == nullptr);
}

TEST_CASE("a part that changes nothing interacts with nothing") {
  std::string text = priced("compare");
  text.replace(text.find("both: { combines: [ warmer, paid ] }"), 36,
               "both: { combines: [ warmer, nothing ] }");
  const auto asked = asked::ask(text);
  for (const output::Finding& row : asked->result.findings) {
    if (row.quantity == "interaction") {
      CHECK(row.estimate == 0);
      CHECK_THAT(row.note, Contains("fewer than 3 in 12 replications differ"));
    }
  }
}

TEST_CASE("control variates stand beside the plain numbers and leave those alone") {
  const auto plain = asked::ask(asked::small_with("compare", 20, 60));
  const auto asked =
      asked::ask(asked::small_with("{ compare: { control_variates: true } }", 20, 60));
  REQUIRE(plain->result.estimates.size() == asked->result.estimates.size());
  for (std::size_t i = 0; i < plain->result.estimates.size(); ++i) {
    const output::Estimate &a = plain->result.estimates[i], &b = asked->result.estimates[i];
    CHECK((a.estimate == b.estimate || std::isnan(a.estimate)));
  }
  CHECK(asked->answers->design_words() ==
        "studies: compare 3 arms; 2 different beside the 3 compared");
  const output::Finding* level = asked->find("adjusted level", "baseline", "remembered_experience");
  REQUIRE(level != nullptr);
  CHECK(level->lower < level->estimate);
  CHECK_THAT(level->note,
             Contains("x the variance of the plain mean") && Contains("controls: time_in_system"));
  CHECK(asked->find("adjusted level", "warmer", "gave_up", 2) != nullptr);
  CHECK(asked->find("adjusted difference", "warmer - baseline", "gave_up") != nullptr);
  CHECK(asked->find("adjusted difference", "nothing - baseline", "gave_up") == nullptr);
  CHECK_THAT(asked->result.studies.front().reading, Contains("without biases"));
}

TEST_CASE("too few replications are not adjusted, and it is said") {
  const auto asked =
      asked::ask(asked::small_with("{ compare: { control_variates: true } }", 5, 40));
  const output::Finding* level = asked->find("adjusted level", "baseline", "remembered_experience");
  REQUIRE(level != nullptr);
  CHECK(std::isnan(level->estimate));
  CHECK_THAT(level->note, Contains("not adjusted: 5 replications are too few for 1 controls"));
}

TEST_CASE("control variates are refused where the journey cannot be solved exactly") {
  std::string text = asked::small_with("{ compare: { control_variates: true } }");
  text.replace(text.find("takes: 5 min"), 12, "needs: { desk: 1 }\n    takes: 5 min");
  text.replace(text.find("variants:\n"), 10,
               "arrivals: { rate: 5 per hour }\nresources: { desk: { capacity: 1 } }\nvariants:\n");
  text.erase(text.find("journeys: 200,"), 14);
  try {
    (void)asked::design(text);
    FAIL("not refused");
  } catch (const StudyRefusal& refusal) {
    CHECK(refusal.problems.front().message ==
          "study compare: control_variates need a journey that can be solved exactly");
    CHECK_THAT(refusal.problems.front().why, Contains("ask: people wait for a limited resource"));
  }
}
