// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queue_variants.hpp"
#include "output/text.hpp"
#include "sim/verify/scene.hpp"
#include "sim/verify/travel.hpp"

#include <array>
#include <cmath>

// Lines in which people are interrupted, turned away, try again, or come by the hour and in groups.
namespace sojourn::verify {
namespace {

using output::text;

double wait_of(const Tally& tally, std::size_t persona) {
  const VisitTally& visits = tally.visits[persona * tally.shape.n_touchpoints];
  return static_cast<double>(visits.wait) / static_cast<double>(visits.waits) /
         static_cast<double>(ticks_per_minute);
}

const Reading wait_read = [](const Tally& tally) { return mean_wait(tally); };

std::vector<Figure> interrupting(const Trial& trial) {
  Figures figures;
  const auto simulated = [&](const std::string& what, int servers, double each) {
    // Interruptions are part of the wait, the minute of service is not.
    const std::vector<double> times = preemptive_times(std::array{each, each}, 1, servers);
    const Scenario desk = scene(
        "priority", {std::string("resources.desk.preempts=") + (trial.wrong ? "false" : "true"),
                     text("resources.desk.capacity={}", servers),
                     text("arrivals.rate={:g} per hour", 120 * each)});
    const std::vector<Estimate> found =
        queue_up(trial, desk,
                 {[](const Tally& tally) { return wait_of(tally, 0); },
                  [](const Tally& tally) { return wait_of(tally, 1); }});
    figures.estimate(what + ": the urgent, simulated", times[0] - 1, found[0]);
    figures.estimate(what + ": the others, simulated", times[1] - 1, found[1]);
  };
  figures.exact("one server: the urgent, minutes in all", 5. / 3,
                preemptive_times(std::array{.4, .4}, 1, 1)[0]);
  figures.exact("one server: the others, minutes in all", 25. / 3,
                preemptive_times(std::array{.4, .4}, 1, 1)[1]);
  simulated("one server", 1, .4);
  simulated("three servers", 3, 1.2);
  return figures.done();
}

std::vector<Figure> finite_rooms(const Trial& trial) {
  struct Row {
    double per_minute;
    int servers, places;
  };
  Figures figures;
  figures.exact("M/M/1/5 at .9: who is turned away", .126022549988369,
                finite_queue(.9, 1, 1, 5).p_lost);
  for (const Row& row : {Row{.9, 1, 5}, Row{3, 3, 8}, Row{8, 10, 14}}) {
    const FiniteQueue expected = finite_queue(row.per_minute, 1, row.servers, row.places);
    const Scenario desk = scene(
        "desk", {text("arrivals.rate={:g} per hour", 60 * row.per_minute),
                 "touchpoints.contact.takes={ exponential: 1 min }",
                 text("resources.desk.capacity={}", row.servers),
                 text("resources.desk.room={}", row.places - row.servers + (trial.wrong ? 1 : 0)),
                 "touchpoints.contact.then.lost.when=turned_away"});
    const std::vector<Estimate> found =
        queue_up(trial, desk,
                 {[](const Tally& tally) { return share_of(tally, Outcome::lost); }, wait_read});
    const std::string what = text("M/M/{}/{} at {:g}: ", row.servers, row.places, row.per_minute);
    figures.estimate(what + "who is turned away, simulated", expected.p_lost, found[0]);
    figures.estimate(what + "minutes of wait of all who come, simulated",
                     expected.mean_wait * (1 - expected.p_lost), found[1]);
  }
  return figures.done();
}

std::vector<Figure> retrials(const Trial& trial) {
  const RetrialQueue expected = retrial_queue(1.5, 1, 2, .5, 400);
  const Scenario lines =
      scene("retrial", {trial.wrong ? "touchpoints.wait.takes={ exponential: 1 min }"
                                    : "touchpoints.wait.takes={ exponential: 2 min }"});
  const std::vector<Estimate> found =
      queue_up(trial, lines, {[](const Tally& tally) { return 1.5 * 2 * visits_of(tally, 1); }});
  Figures figures;
  figures.estimate("M/M/2 at 1.5: people who will try again, simulated", expected.mean_orbit,
                   found[0]);
  return figures.done();
}

/// One a minute from midnight to noon, one and a half from noon to midnight, two servers of rate 1.
std::vector<Figure> changing_rate(const Trial& trial) {
  constexpr double day = 1440;
  const auto rate = [](double minute) { return std::fmod(minute, day) < day / 2 ? 1. : 1.5; };
  // The second day: what was at the start of the first is long forgotten.
  const double line = mean_line(rate, 1, 2, 60, day, 2 * day, .1);
  const Scenario desk = scene(
      "desk", {trial.wrong ? "arrivals.rate=75 per hour"
                           : "arrivals.rate={ Mon-Sun 00:00-12:00: 60 per hour, "
                             "Mon-Sun 12:00-24:00: 90 per hour }",
               "touchpoints.contact.takes={ exponential: 1 min }", "resources.desk.capacity=2"});
  Figures figures;
  figures.exact("a steady rate, integrated: people waiting", markov_queue(1.5, 1, 2).mean_queue,
                mean_line([](double) { return 1.5; }, 1, 2, 120, day, 2 * day, .1));
  figures.estimate("minutes of wait, simulated", line / 1.25,
                   queue_up(trial, desk, {wait_read})[0]);
  return figures.done();
}

std::vector<Figure> groups(const Trial& trial) {
  struct Row {
    std::string what, batch;
    double wait;
  };
  // M^X/M/1: L = rho (1 + E[X^2] / E[X]) / (2 (1 - rho)), W = L / lambda - 1.
  const std::vector<Row> rows = {{"pairs", trial.wrong ? "1" : "2", 2.75},
                                 {"geometric of mean 2", trial.wrong ? "2" : "{ mean: 2 }", 4}};
  Figures figures;
  for (const Row& row : rows) {
    const Scenario desk = scene(
        "desk", {"arrivals.rate=36 per hour", "touchpoints.contact.takes={ exponential: 1 min }",
                 "resources.desk.capacity=1", "arrivals.batch=" + row.batch});
    figures.estimate(row.what + ": minutes of wait, simulated", row.wait,
                     queue_up(trial, desk, {wait_read})[0]);
  }
  return figures.done();
}

} // namespace

std::vector<Target> queue_limit_targets() {
  using enum TargetKind;
  return {
      {"T56", "Priorities that interrupt: resumed later", statistical, "nobody is interrupted",
       interrupting, true},
      {"T57", "Finite rooms: M/M/c/K", statistical, "a room of one more", finite_rooms, true},
      {"T58", "Retrials: M/M/2 against its chain", statistical, "trying again twice as soon",
       retrials, true},
      {"T59", "M(t)/M/2 against its equations", statistical, "the mean rate all day", changing_rate,
       true},
      {"T60", "Groups of arrivals", statistical, "smaller groups, or equal ones", groups, true}};
}

} // namespace sojourn::verify
