// SPDX-License-Identifier: Apache-2.0
#include "sim/study/on_the_way.hpp"

#include "sim/scenario/load.hpp"
#include "sim/study/answers.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// What designs that change on the way did, and how the weeks went.
namespace {

using namespace sojourn;
using Catch::Matchers::WithinAbs;

struct Way {
  Loaded loaded;
  RunRecord record;
  std::optional<Findings> found;
};

/// A desk at which many give up, run with these variants.
Way way_of(const std::string& variants, int replications = 4) {
  Way way;
  way.loaded = load_scenario_text(R"(sojourn: 1
personas: { ann: { patience: { exponential: 20 min }, biases: { peak_end: {} } } }
arrivals: { rate: 8 per hour }
touchpoints:
  ask:
    needs: { desk: 1 }
    takes: { exponential: 12 min }
    feels: { mean: -0.5, spread: 1, waiting: -0.02 per min }
    then: [ { to: done, share: rest }, { to: left, when: out_of_patience } ]
exits: { done: { outcome: served }, left: { outcome: lost } }
resources: { desk: { capacity: 1 } }
experiment: { horizon: 6 weeks, warm_up: 1 week, seed: 11 }
variants:
  more: { change: { resources.desk.capacity: 2 } }
  kind: { change: { touchpoints.ask.feels.mean: 1 } }
)" + variants,
                                  "way.yaml");
  INFO((way.loaded.problems.empty() ? "" : way.loaded.problems.front().message));
  REQUIRE(way.loaded.ok());
  const StudyInput input{way.loaded.arms, "", "", {}};
  StudyOptions options;
  options.run = settings_of(way.loaded.arms.front().scenario, replications);
  const Runnable runnable = prepare(input, options);
  way.record = run_arms(runnable, options.run, *make_executor(ExecutorKind::serial, 1));
  way.found = on_the_way(way.loaded.arms, runnable, way.record);
  return way;
}

double value(const Way& way, const std::string& quantity, const std::string& subject, int arm) {
  for (const output::Finding& row : way.found->rows) {
    if (row.quantity == quantity && row.subject == subject && row.arm == arm) {
      return row.estimate;
    }
  }
  FAIL(quantity << " " << subject << " is not told");
  return 0;
}

bool told(const Way& way, const std::string& quantity, const std::string& subject) {
  return std::any_of(way.found->rows.begin(), way.found->rows.end(), [&](const auto& row) {
    return row.quantity == quantity && row.subject == subject;
  });
}

} // namespace

TEST_CASE("Steps that are always taken are taken in every replication, at their week") {
  const Way way = way_of("  loop: { combines: [ more, kind ], every: 2 weeks }\n"
                         "  later: { from: week 5 Tue 12:00, change: { resources.desk.capacity: 3 "
                         "} }\n");
  CHECK(value(way, "taken", "more", 3) == 1);
  CHECK(value(way, "taken_in", "more, week 3", 3) == 1);
  CHECK(value(way, "taken", "kind", 3) == 1);
  CHECK(value(way, "taken_in", "kind, week 5", 3) == 1);
  CHECK(value(way, "taken", "later", 4) == 1);
  CHECK(value(way, "taken_in", "later, week 5", 4) == 1);
  CHECK(way.found->info.reading ==
        "loop: more in all 4 replications (week 3 on average) and kind in all 4 replications (week "
        "5 on average). later: later in all 4 replications (week 5 on average).");
}

TEST_CASE("A step that nothing speaks for is never taken, and one that helps enough is the last") {
  const Way never = way_of("  loop: { combines: [ more, kind ], every: 1 week, while: { gave_up: { "
                           "above: 99% } } }\n");
  CHECK(value(never, "taken", "more", 3) == 0);
  CHECK_FALSE(told(never, "taken_in", "more, week 2"));
  CHECK(never.found->info.reading == "loop: more never and kind never.");
  const Way enough = way_of("  loop: { combines: [ more, kind ], every: 2 weeks, while: { gave_up: "
                            "{ above: 35% } } }\n");
  CHECK(value(enough, "taken", "more", 3) == 1);
  CHECK(value(enough, "taken", "kind", 3) == 0);
}

TEST_CASE("Weeks add up to what ended before the horizon, alike until the first step") {
  const Way way = way_of("  later: { from: week 4 Mon 00:00, combines: [ more, kind ] }\n");
  for (const ArmRecord& arm : way.record.arms) {
    std::int64_t ended = 0;
    for (const WeekTally& week : arm.pooled.weeks) {
      CHECK(week.finished == week.served + week.gave_up);
      ended += week.finished;
    }
    CHECK(arm.pooled.weeks.size() == 6);
    CHECK(arm.pooled.weeks[0].finished == 0); // the warm-up
    CHECK(ended <= arm.pooled.personas[0].finished);
    CHECK(ended > arm.pooled.personas[0].finished * 99 / 100);
  }
  for (const std::string week : {"week 2", "week 3"}) {
    CHECK(value(way, "by_week", week, 0) == value(way, "by_week", week, 3));
  }
  for (const std::string week : {"week 4", "week 5", "week 6"}) {
    CHECK(value(way, "by_week", week, 3) < .5 * value(way, "by_week", week, 0)); // who gave up
  }
  const WeekTally& second = way.record.arms[0].pooled.weeks[1];
  CHECK_THAT(
      value(way, "by_week", "week 2", 0),
      WithinAbs(static_cast<double>(second.gave_up) / static_cast<double>(second.finished), 1e-12));
  CHECK_FALSE(std::any_of(way.found->rows.begin(), way.found->rows.end(), [](const auto& row) {
    return row.arm == 1 || row.arm == 2; // they do not change on the way
  }));
}

TEST_CASE("Where nothing changes on the way nothing is told") {
  CHECK_FALSE(way_of("  both: { combines: [ more, kind ] }\n", 2).found);
}
