// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain.hpp"
#include "output/text.hpp"
#include "sim/study/exact.hpp"
#include "sim/verify/scene.hpp"
#include "sim/verify/travel.hpp"

#include <array>

// The incident journey as a bare chain: solved, and simulated. Expected values were computed with
// 30 digits from the journey's table.
namespace sojourn::verify {
namespace {

constexpr std::string_view chain_scene = "incident_chain";
constexpr std::size_t wait_state = 3, n_states = 8;
const std::vector<std::string> more_rework = {"touchpoints.fix.then.wait.share=18%"};

Scenario chain_or_wrong(const Trial& trial) {
  return trial.wrong ? scene(chain_scene, more_rework) : scene(chain_scene);
}

std::vector<Figure> visits_and_exits(const Trial& trial) {
  constexpr std::array<double, n_states> visits = {1,
                                                   1,
                                                   .93,
                                                   .39816369492987,
                                                   .386218784081974,
                                                   .997885966469678,
                                                   .997885966469678,
                                                   .918055089152104};
  constexpr double abandon = .0819449108478961, steps = 6.6282095011033;
  const Scenario scenario = scene(chain_scene);
  const ChainSolution solution = solve(chain_of(scenario, 0));
  Figures figures;
  std::vector<Reading> readings = {
      [](const Tally& tally) { return share_of(tally, Outcome::lost); }, mean_visits};
  for (std::size_t i = 0; i < n_states; ++i) {
    figures.exact("visits of " + scenario.touchpoints[i].id, visits[i], solution.visits[i]);
    readings.emplace_back([i](const Tally& tally) { return visits_of(tally, i); });
  }
  figures.exact("who abandons", abandon, solution.exit_share[1]);
  figures.exact("who is done", 1 - abandon, solution.exit_share[0]);
  figures.exact("steps", steps, solution.steps_mean);
  figures.exact("their variance", 4.52145620262096, solution.steps_variance);
  figures.exact("variance of the visits of wait", .453177683934866,
                solution.visit_variance[wait_state]);
  figures.exact("who ever waits", .313968, solution.ever[wait_state]);
  const std::vector<Estimate> found = travel(trial, chain_or_wrong(trial), readings);
  figures.estimate("who abandons, simulated", abandon, found[0]);
  figures.estimate("steps, simulated", steps, found[1]);
  for (std::size_t i = 2; i < n_states; ++i) { // the first two happen to everybody
    figures.estimate("visits of " + scenario.touchpoints[i].id + ", simulated", visits[i],
                     found[2 + i]);
  }
  return figures.done();
}

std::vector<Figure> times(const Trial& trial) {
  constexpr double mean = 66.7624388870571;
  const ChainSolution solution = solve(chain_of(scene(chain_scene), 0));
  Figures figures;
  figures.exact("minutes", mean, solution.time_mean);
  figures.exact("their variance", 10444.3648320592, solution.time_variance);
  figures.exact("minutes, given done", 70.7335751044299, solution.time_mean_given_exit[0]);
  figures.exact("minutes, given abandoned", 22.2725275996745, solution.time_mean_given_exit[1]);
  const std::vector<Estimate> found = travel(trial, chain_or_wrong(trial), {mean_minutes});
  figures.estimate("minutes, simulated", mean, found[0]);
  return figures.done();
}

/// The chain with every dwell exponential.
Chain exponential_chain() {
  Chain chain = chain_of(scene(chain_scene), 0);
  for (std::size_t i = 0; i < n_states; ++i) {
    chain.dwell_variance[i] = chain.dwell_mean[i] * chain.dwell_mean[i];
  }
  return chain;
}

std::vector<Figure> phase_type(const Trial&) {
  constexpr std::array<double, 5> minutes = {30, 60, 120, 240, 480};
  constexpr std::array<double, 5> expected = {.602101801107754, .727073881279443, .820976538215459,
                                              .930212907918255, .989665691989762};
  Figures figures;
  const Chain chain = exponential_chain();
  const std::vector<double> found = phase_type_cdf(chain, minutes);
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    figures.exact(output::text("gone within {:g} min", minutes[i]), expected[i], found[i]);
  }
  figures.exact("standard deviation of minutes", 102.24002254503,
                std::sqrt(solve(chain).time_variance));
  return figures.done();
}

std::vector<Figure> discounted(const Trial&) {
  const Chain chain = exponential_chain();
  std::vector<double> transform;
  for (const double mean : chain.dwell_mean) {
    transform.push_back(exponential_transform(mean, .001));
  }
  const std::array<double, 2> reward = {100, 0};
  Figures figures;
  figures.exact("100 at the end, at .001 per minute", 85.9563548089882,
                discounted_reward(chain, transform, reward));
  return figures.done();
}

/// Calls until one resolves the matter.
double calls(double resolved) {
  Chain chain;
  chain.n_states = chain.n_exits = 1;
  chain.start = {1};
  chain.edges = {{0, 1, resolved}, {0, 0, 1 - resolved}};
  chain.dwell_mean = chain.dwell_variance = {0};
  return solve(chain).steps_mean;
}

std::vector<Figure> calls_per_matter(const Trial&) {
  Figures figures;
  figures.exact("calls at 67 % resolved at first contact", 1 / .67, calls(.67));
  figures.exact("calls at 80 %", 1.25, calls(.8));
  figures.published("as printed at 67 %", 1.5, calls(.67), .05);
  figures.published("as printed at 80 %", 1.2, calls(.8), .051);
  return figures.done();
}

/// Share of a two-way choice after a tilt in log-odds.
double tilted_share(double share, double tilt) {
  return share * std::exp(tilt) / (share * std::exp(tilt) + 1 - share);
}

std::vector<std::string> tilted_exits(double tilt) {
  return {
      output::text("touchpoints.contact.then.abandon.share={:.15g}%",
                   100 * tilted_share(.07, tilt)),
      output::text("touchpoints.wait.then.abandon.share={:.15g}%", 100 * tilted_share(.03, tilt))};
}

std::vector<Figure> survivors(const Trial& trial) {
  struct Row {
    double tilt, abandon, minutes;
  };
  constexpr std::array<Row, 4> rows = {{{0, .0819449108478961, 66.7624388870571},
                                        {-1, .0316548061723436, 70.2840478787021},
                                        {-1.2334, .0252180495985459, 70.7348695232315},
                                        {1, .197055249313384, 58.7064685155467}}};
  Figures figures;
  for (const Row& row : rows) {
    const Scenario scenario = scene(chain_scene, tilted_exits(row.tilt));
    const ChainSolution solution = solve(chain_of(scenario, 0));
    figures.exact(output::text("who abandons, tilt {:g}", row.tilt), row.abandon,
                  solution.exit_share[1]);
    figures.exact(output::text("minutes, tilt {:g}", row.tilt), row.minutes, solution.time_mean);
  }
  const Scenario run = scene(chain_scene, tilted_exits(trial.wrong ? 1.1 : 1));
  figures.estimate("minutes, tilt 1, simulated", rows[3].minutes,
                   travel(trial, run, {mean_minutes})[0]);
  return figures.done();
}

double variance_of(const std::vector<double>& values) {
  double sum = 0, squares = 0;
  for (const double value : values) {
    sum += value;
    squares += value * value;
  }
  const auto n = static_cast<double>(values.size());
  return (squares - sum * sum / n) / (n - 1);
}

std::vector<JourneyRow> journeys_at(const std::string& rework, std::uint64_t seed) {
  Scenario scenario = scene(chain_scene, {"touchpoints.fix.then.wait.share=" + rework});
  scenario.experiment.seed_value = seed;
  return rows_of(plan_of(scenario, 20'000), 0);
}

/// Variance of the difference of two designs, person by person; `shift` pairs people with others.
double variance_of_difference(const std::vector<JourneyRow>& a, const std::vector<JourneyRow>& b,
                              std::size_t shift) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < a.size(); ++i) {
    differences.push_back(static_cast<double>(b[(i + shift) % b.size()].duration - a[i].duration));
  }
  return variance_of(differences);
}

std::vector<Figure> addressed_luck(const Trial& trial) {
  const std::size_t shift = trial.wrong ? 1 : 0;
  const std::vector<JourneyRow> base = journeys_at("15%", 1);
  Figures figures;
  for (const std::string rework : {"5%", "14%", "0%"}) {
    const std::vector<JourneyRow> same = journeys_at(rework, 1), other = journeys_at(rework, 2);
    figures.bound(
        "variance ratio, rework 15 % to " + rework, Relation::above, 8,
        {variance_of_difference(base, other, 0) / variance_of_difference(base, same, shift), 0});
    if (rework == "5%") {
      figures.published(
          "the same seed, but other people", 1,
          variance_of_difference(base, other, 0) / variance_of_difference(base, same, 1), .2);
    }
  }
  return figures.done();
}

} // namespace

std::vector<Target> chain_targets() {
  using enum TargetKind;
  return {{"T32", "Visits and exits of the incident chain", statistical, "rework of 18 %",
           visits_and_exits},
          {"T33", "Time in the incident chain", statistical, "rework of 18 %", times},
          {"T34", "Distribution of the time, dwells exponential", exact, "", phase_type},
          {"T35", "An outcome discounted", exact, "", discounted},
          {"T37", "First-contact resolution and calls", exact, "", calls_per_matter},
          {"T43", "Fewer exits, longer journeys", statistical, "a tilt of 1.1", survivors},
          {"T44", "Addressed luck makes differences precise", statistical, "people mixed up",
           addressed_luck}};
}

} // namespace sojourn::verify
