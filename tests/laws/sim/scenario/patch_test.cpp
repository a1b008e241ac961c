// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/small.hpp"

#include <cmath>

using namespace sojourn;
using namespace scenario_test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinRel;

namespace {

struct Rewriting {
  std::string change, from, to;
};

double share(const Scenario& scenario, std::size_t touchpoint, std::size_t row) {
  return scenario.touchpoints[touchpoint].rows[row].share.value_or(-1);
}

} // namespace

TEST_CASE("a set value is as if it had been written there", "[scenario][law]") {
  const std::vector<Rewriting> rows = {
      {"touchpoints.ask.takes: { median: 3 min, p90: 8 min }",
       "{ triangular: [2 min, 4 min, 9 min] }", "{ median: 3 min, p90: 8 min }"},
      {"resources.desk.capacity: 7", "capacity: 4", "capacity: 7"},
      {"touchpoints.ask.feels.waiting: -6 per h", "-0.1 per min", "-6 per h"},
      {"touchpoints.ask.promise.answer_within: 5 h", "answer_within: 2 h", "answer_within: 5 h"},
      {"personas.anna.biases.loss_aversion.ratio: 1.5", "ratio: 2", "ratio: 1.5"},
      {"personas.ben.biases.trust: {}", "mood_on_arrival: -1",
       "mood_on_arrival: -1, biases: {trust: {}}"},
      {"touchpoints.answer.updates: every 30 min", "value: realised",
       "value: realised\n    updates: every 30 min"},
      {"costs.one_off: { value: 100, spread_over: 1 year }", "clock: office",
       "clock: office\ncosts: { one_off: { value: 100, spread_over: 1 year } }"},
      {"arrivals.rate: 3 per hour",
       "{ Mon-Fri 08:00-12:00: 9 per hour, Mon-Fri 12:00-18:00: 6 per hour }", "3 per hour"},
      {"touchpoints.answer.then.done[ben].share: 55%", "share: 60%, for: [ben]",
       "share: 55%, for: [ben]"},
      {"personas.*.patience: endless", "anna: { share: 60%, patience: 30 min",
       "anna: { share: 60%, patience: endless"},
  };
  for (const Rewriting& row : rows) {
    INFO(row.change);
    Scenario expected = rewritten(row.from, row.to);
    if (row.change.rfind("personas.*", 0) == 0)
      expected.personas[1].patience.reset();
    CHECK(changed(row.change) == expected);
  }
}

TEST_CASE("a value set to itself changes nothing", "[scenario][law]") {
  CHECK(changed("resources.desk.capacity: 4") == unchanged());
  CHECK(changed("touchpoints.ask.then.ask.share: 30%") == unchanged());
  CHECK(changed("resources.desk.capacity: { times: 1 }") == unchanged());
  CHECK(changed("touchpoints.ask.takes: { add: 0 min }") == unchanged());
}

TEST_CASE("times x, then times 1/x, is where it was", "[scenario][law]") {
  for (const char* path : {"touchpoints.ask.takes", "touchpoints.answer.behind.takes",
                           "touchpoints.ask.feels.waiting", "arrivals.rate", "value.worth",
                           "personas.*.patience", "personas.anna.biases.loss_aversion.ratio",
                           "touchpoints.ask.promise.answer_within", "touchpoints.answer.booked"})
    for (const double factor : {0.5, 0.8, 0.3, 0.07}) {
      INFO(path << " x " << factor);
      const std::string scale = std::string(path) + ": { times: ";
      LoadOptions options;
      std::string text = small + "variants:\n  v:\n    change:\n      " + scale +
                         std::to_string(1 / factor) + " }\n";
      options.set = {std::string(path) + "={times: " + std::to_string(factor) + "}"};
      const Loaded there_and_back = load_scenario_text(text, "small.yaml", options);
      INFO(rendered(there_and_back));
      REQUIRE(there_and_back.ok());
      const auto& back = there_and_back.arms[1].scenario;
      const auto base = unchanged();
      CHECK_THAT(back.touchpoints[0].takes.mean(),
                 WithinRel(base.touchpoints[0].takes.mean(), 1e-5));
      CHECK_THAT(back.touchpoints[0].feels.waiting_per_min, WithinRel(-0.1, 1e-5));
      CHECK_THAT(back.arrivals.rate[0].per_hour, WithinRel(9.0, 1e-5));
      CHECK_THAT(back.value.worth_per_hour[0], WithinRel(60.0, 1e-5));
      CHECK_THAT(back.personas[1].patience->mean(),
                 WithinRel(base.personas[1].patience->mean(), 1e-5));
      CHECK_THAT(back.touchpoints[0].promise->minutes, WithinRel(120.0, 1e-5));
      CHECK_THAT(*back.touchpoints[1].booked_surveyed, WithinRel(0.9, 1e-5));
    }
}

TEST_CASE("add keeps the unit and the spread", "[scenario][law]") {
  const Scenario more = changed("touchpoints.ask.promise.answer_within: { add: 30 min }\n"
                                "resources.desk.capacity: { add: 2 }\n"
                                "touchpoints.ask.takes: { add: 60 s }\n"
                                "resources.desk.cost: { add: 0.5 per min }");
  CHECK(more.touchpoints[0].promise->minutes == 150);
  CHECK(more.resources[0].capacity == 6);
  CHECK(more.touchpoints[0].takes == Distribution::triangular(3, 5, 10));
  CHECK(more.resources[0].cost_per_hour == 60);
}

TEST_CASE("capacity times a factor is a whole number, half rounded up", "[scenario]") {
  CHECK(changed("resources.*.capacity: { times: 1.5 }").resources[0].capacity == 6);
  CHECK(changed("resources.*.capacity: { times: 1.125 }").resources[0].capacity == 5);
}

TEST_CASE("a rest row absorbs a changed share", "[scenario][law]") {
  const Scenario after = changed("touchpoints.answer.then.done[ben].share: 90%");
  CHECK(share(after, 1, 1) == 0.9);
  CHECK(share(after, 1, 0) == share(unchanged(), 1, 0));
  CHECK_FALSE(after.touchpoints[1].rows[2].share.has_value());
}

TEST_CASE("without rest the other rows are rescaled in proportion", "[scenario][law]") {
  const Scenario after = changed("touchpoints.ask.then.answer.share: 75%");
  CHECK(share(after, 0, 0) == 0.75);
  CHECK_THAT(share(after, 0, 1), WithinRel(0.15, 1e-12));
  CHECK_THAT(share(after, 0, 2), WithinRel(0.10, 1e-12));
  const Scenario all = changed("touchpoints.ask.then.ask.share: 0%\n"
                               "touchpoints.ask.then.left.share: 0%");
  CHECK(share(all, 0, 0) == 1);
}

TEST_CASE("a removed way is shared out", "[scenario]") {
  const Scenario after = changed("touchpoints.ask.then.ask: { remove: true }");
  REQUIRE(after.touchpoints[0].rows.size() == 2);
  CHECK_THAT(share(after, 0, 0), WithinRel(5.0 / 7, 1e-9));
  CHECK_THAT(share(after, 0, 1), WithinRel(2.0 / 7, 1e-9));
}

TEST_CASE("a share may be changed for one persona alone", "[scenario][law]") {
  const Scenario after = changed("touchpoints.ask.then.left[anna].share: 60%");
  double anna = 0, ben = 0;
  for (const RowSpec& row : after.touchpoints[0].rows)
    for (const int persona : row.personas.empty() ? std::vector<int>{0, 1} : row.personas)
      (persona == 0 ? anna : ben) += *row.share;
  CHECK_THAT(anna, WithinRel(1.0, 1e-12));
  CHECK_THAT(ben, WithinRel(1.0, 1e-12));
  for (const RowSpec& row : after.touchpoints[0].rows)
    if (row.to_exit && row.personas == std::vector<int>{1})
      CHECK(*row.share == 0.2);
}

TEST_CASE("a new way on is made by setting its share", "[scenario]") {
  const Scenario after = changed("touchpoints.ask.then.done.share: 50%");
  REQUIRE(after.touchpoints[0].rows.size() == 4);
  CHECK(share(after, 0, 3) == 0.5);
  CHECK(share(after, 0, 0) == 0.25);
}

TEST_CASE("a factor on a persona starts from what everyone has", "[scenario]") {
  const Scenario after = changed("personas.ben.patience: { times: 2 }");
  CHECK_THAT(after.personas[1].patience->quantile(.5), WithinRel(40.0, 1e-6));
  CHECK(after.personas[0] == unchanged().personas[0]);
}

TEST_CASE("an error of a patched scenario stands on the variant's line", "[scenario]") {
  const Loaded loaded = with_variant("touchpoints.ask.then.answer.share: 90%\n"
                                     "touchpoints.ask.then.ask.share: 20%\n"
                                     "touchpoints.ask.then.left.share: 20%");
  REQUIRE(loaded.problems.size() == 1);
  const Problem& problem = loaded.problems[0];
  CHECK_THAT(problem.message, Contains("add up to 130%"));
  CHECK_THAT(problem.source_line, Contains("touchpoints.ask.then."));
  CHECK(loaded.arms.empty());
}

TEST_CASE("a change never drops what was written as a single value", "[scenario]") {
  const Loaded loaded = with_variant("touchpoints.answer.booked.surveyed: 100%\n"
                                     "touchpoints.answer.feels.silence.after: 5 min");
  REQUIRE(loaded.problems.size() == 2);
  for (const Problem& problem : loaded.problems)
    CHECK_THAT(problem.why, Contains("as a single value"));
}

TEST_CASE("changes that change nothing are warned about", "[scenario]") {
  const Loaded variant = with_variant("resources.desk.capacity: 4");
  REQUIRE(variant.ok());
  REQUIRE(variant.problems.size() == 1);
  CHECK_THAT(variant.problems[0].message, Contains("variants.v changes nothing"));
  std::string text = small;
  const std::string value = "value: { counted_over: 1 working day, worth: 60 per h";
  text.replace(text.find(value), value.size(),
               value + ", ideal: { missed_opportunity: { resources.desk.capacity: 4 } }");
  const Loaded ideal = load_scenario_text(text, "small.yaml", {});
  INFO(rendered(ideal));
  REQUIRE(ideal.problems.size() == 1);
  CHECK_THAT(ideal.problems[0].message, Contains("value.ideal.missed_opportunity changes nothing"));
}

TEST_CASE("option --set changes the baseline and says where it is wrong", "[scenario]") {
  LoadOptions options;
  options.set = {"resources.desk.capacity=9",
                 "touchpoints.ask.takes={ median: 1 min, p90: 2 min }"};
  const Loaded good = load_scenario_text(small, "small.yaml", options);
  REQUIRE(good.ok());
  CHECK(good.arms[0].scenario.resources[0].capacity == 9);
  options.set = {"resources.desk.capacity=nine", "resources.desc.capacity=9", "capacity"};
  const Loaded bad = load_scenario_text(small, "small.yaml", options);
  REQUIRE(bad.problems.size() == 3);
  for (const Problem& problem : bad.problems)
    CHECK(problem.file == "--set");
}
