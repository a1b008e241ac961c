// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queue_variants.hpp"
#include "output/text.hpp"
#include "sim/verify/scene.hpp"
#include "sim/verify/travel.hpp"

#include <array>

// Lines beyond one desk served in order of arrival.
namespace sojourn::verify {
namespace {

double wait_of(const Tally& tally, std::size_t persona) {
  const VisitTally& visits = tally.visits[persona * tally.shape.n_touchpoints];
  return static_cast<double>(visits.wait) / static_cast<double>(visits.waits) /
         static_cast<double>(ticks_per_minute);
}

std::vector<Figure> priorities(const Trial& trial) {
  Figures figures;
  const auto one = priority_waits(std::array{.4, .4}, 1, 1);
  figures.exact("one server: the urgent, minutes", 4. / 3, one[0]);
  figures.exact("one server: the others, minutes", 20. / 3, one[1]);
  const auto three = priority_waits(std::array{1.2, 1.2}, 1, 3);
  const std::string by = trial.wrong ? "low" : "high";
  const auto simulated = [&](const std::string& what, int servers, double per_hour,
                             const std::vector<double>& waits) {
    const Scenario desk =
        scene("priority", {"resources.desk.by.urgent=" + by,
                           output::text("resources.desk.capacity={}", servers),
                           output::text("arrivals.rate={:g} per hour", per_hour)});
    const std::vector<Estimate> found =
        queue_up(trial, desk,
                 {[](const Tally& tally) { return wait_of(tally, 0); },
                  [](const Tally& tally) { return wait_of(tally, 1); }});
    figures.estimate(what + ": the urgent, simulated", waits[0], found[0]);
    figures.estimate(what + ": the others, simulated", waits[1], found[1]);
  };
  simulated("one server", 1, 48, one);
  simulated("three servers", 3, 144, three);
  return figures.done();
}

std::vector<Figure> network(const Trial& trial) {
  const std::vector<double> rates = network_rates(std::array{1., 0.}, std::array{0., .4, .25, .1});
  Figures figures;
  figures.exact("who comes to the first desk, per minute", 1.125, rates[0]);
  figures.exact("who comes to the second", .5, rates[1]);
  const Scenario desks =
      scene("network", {trial.wrong ? "touchpoints.second.then.first.share=35%"
                                    : "touchpoints.second.then.first.share=25%"});
  const std::vector<Estimate> found =
      queue_up(trial, desks,
               {[](const Tally& tally) { return mean_wait(tally, 0); },
                [](const Tally& tally) { return mean_wait(tally, 1); }});
  figures.estimate("minutes of wait at the first, simulated",
                   markov_queue(rates[0], 1, 2).mean_wait, found[0]);
  figures.estimate("minutes of wait at the second, simulated",
                   markov_queue(rates[1], 1. / 3, 2).mean_wait, found[1]);
  return figures.done();
}

std::vector<Figure> general_service(const Trial& trial) {
  struct Row {
    double variation;
    std::string what, takes;
  };
  const std::vector<Row> rows = {
      {0, "constant service", trial.wrong ? "{ exponential: 1 min }" : "1 min"},
      {.5, "Erlang-2 service",
       trial.wrong ? "{ exponential: 1 min }" : "{ gamma: { shape: 2, scale: 0.5 min } }"},
      {1.44, "gamma service of cv 1.2",
       trial.wrong ? "{ exponential: 1 min }"
                   : "{ gamma: { shape: 0.694444444444444, scale: 1.44 min } }"}};
  Figures figures;
  for (const Row& row : rows) {
    const Scenario desk = scene("desk", {"arrivals.rate=240 per hour", "resources.desk.capacity=5",
                                         "touchpoints.contact.takes=" + row.takes});
    Figure figure;
    figure.what = row.what + ", five servers: minutes";
    figure.expected = mean_wait_between(4, 1, row.variation, 5);
    const Estimate found =
        queue_up(trial, desk, {[](const Tally& tally) { return mean_wait(tally); }})[0];
    figure.value = found.value;
    figure.half_width = found.half_width;
    figure.widest = found.widest;
    figure.tolerance = .02 * figure.expected; // the approximation's own error
    figures.add(figure);
  }
  return figures.done();
}

} // namespace

std::vector<Target> queue_variant_targets() {
  using enum TargetKind;
  return {{"T52", "Priorities that interrupt nobody: Cobham", statistical, "the urgent served last",
           priorities, true},
          {"T53", "An open Jackson network with feedback", statistical, "feedback of 35 %", network,
           true},
          {"T54", "M/G/c by its published approximation", statistical, "exponential service",
           general_service, true}};
}

} // namespace sojourn::verify
