// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// Evidence, as files and variants say it.
namespace {

using namespace sojourn;

/// A trip, its photos, and the choice to go again; members, so that time passes.
Loaded trips(const std::string& recalls, const std::string& biases = "availability: { power: 0.5 }",
             const std::string& variant = "{ touchpoints.photos.recalls: trip }") {
  return load_scenario_text(R"(sojourn: 1
personas: { ann: { biases: { )" +
                                biases +
                                R"( } } }
arrivals: { population: 30, returns: { every: 1 week } }
touchpoints:
  trip: { takes: 2 days, feels: { mean: +3, spread: 1 }, then: [ { to: bill } ] }
  bill: { takes: 1 h, feels: { mean: -2, spread: 1 }, then: [ { to: photos } ] }
  photos:
    takes: 1 h
)" + (recalls.empty() ? "" : "    recalls: " + recalls + "\n") +
                                R"(    then: [ { to: offer } ]
  offer: { decides: person, then: [ { to: trip, share: 50% }, { to: home, share: rest } ] }
exits: { home: { outcome: served } }
experiment: { horizon: 8 weeks, seed: 5 }
variants:
  album: { from: week 5 Mon 00:00, change: )" +
                                variant + " }\n",
                            "s.yaml");
}

const TouchpointSpec& photos(const Loaded& loaded, std::size_t arm = 0) {
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  return loaded.arms[arm].scenario.touchpoints[2];
}

class Ends final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

std::vector<JourneyRow> lived_in(const Loaded& loaded, std::size_t arm) {
  REQUIRE(loaded.ok());
  Ends rows;
  const Plan plan = compile(loaded.arms[arm].scenario, loaded.arms[0].scenario);
  (void)simulate_service(plan, 0, &rows, {});
  return rows.rows;
}

std::vector<JourneyRow> ended_before(std::vector<JourneyRow> rows, Ticks moment) {
  std::erase_if(rows, [&](const JourneyRow& row) { return row.arrival + row.duration >= moment; });
  return rows;
}

} // namespace

TEST_CASE("Evidence names one touchpoint, or several with how strongly") {
  CHECK(photos(trips("trip")).recalls == std::vector<RecallSpec>{{0, 1}});
  CHECK(photos(trips("{ trip: 40%, bill: 10% }")).recalls ==
        std::vector<RecallSpec>{{0, .4}, {1, .1}});
  CHECK(photos(trips("")).recalls.empty());
}

TEST_CASE("A variant may show evidence, more of it, or take it away") {
  CHECK(photos(trips(""), 1).recalls == std::vector<RecallSpec>{{0, 1}});
  CHECK(photos(trips("{ trip: 40% }", "availability: { power: 0.5 }",
                     "{ touchpoints.photos.recalls.trip: { times: 2 } }"),
               1)
            .recalls == std::vector<RecallSpec>{{0, .8}});
  CHECK(photos(trips("trip", "availability: { power: 0.5 }",
                     "{ touchpoints.photos.recalls: { remove: true } }"),
               1)
            .recalls.empty());
}

TEST_CASE("Evidence that moves nobody is warned of") {
  const auto warned = [](const Loaded& loaded) {
    REQUIRE(loaded.ok());
    return std::count_if(loaded.problems.begin(), loaded.problems.end(), [](const auto& each) {
      return each.message.find("recalls") != std::string::npos;
    });
  };
  CHECK(warned(trips("trip")) == 0);
  CHECK(warned(trips("bill")) == 0);
  CHECK(warned(trips("trip", "peak_end: {}")) == 1);
  CHECK(warned(trips("trip", "availability: {}")) == 0); // a choice leads there
  CHECK(warned(trips("bill", "availability: {}")) == 1);
  CHECK(warned(trips("{ trip: 0% }", "peak_end: {}")) == 0);
}

TEST_CASE("Evidence from a moment on changes nothing before it, and more go again after it") {
  const Loaded loaded = trips("");
  const auto without = lived_in(loaded, 0), with = lived_in(loaded, 1);
  CHECK(ended_before(with, 4 * ticks_per_week) == ended_before(without, 4 * ticks_per_week));
  const auto visits = [](const std::vector<JourneyRow>& rows) {
    double sum = 0;
    for (const JourneyRow& row : rows) {
      sum += row.n_visits;
    }
    return sum / static_cast<double>(rows.size());
  };
  CHECK(visits(with) > visits(without));
}
