// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain.hpp"
#include "models/journey/diffusion.hpp"
#include "models/luck/normal.hpp"
#include "models/luck/stream.hpp"
#include "output/stats/survey.hpp"
#include "output/text.hpp"
#include "sim/engine/engine.hpp"
#include "sim/verify/batches.hpp"
#include "sim/verify/scene.hpp"

#include <array>

// What providers measure, and what spreads. Expected values were computed with 30 digits.
namespace sojourn::verify {
namespace {

using output::text;

std::vector<Figure> promoter_scores(const Trial&) {
  struct Row {
    double mean, deviation, expected;
  };
  Figures figures;
  for (const Row& row :
       {Row{7.5, 2, 0}, Row{8, 1.5, 21.0786086250307}, Row{8.5, 1.5, 40.8788780274132}}) {
    figures.exact(text("NPS of N({:g}, {:g})", row.mean, row.deviation), row.expected,
                  output::promoter_score_of(row.mean, row.deviation));
  }
  figures.exact("standard error, half promoters, 30 % detractors, 100 answers", 8.71779788708135,
                output::promoter_score(.5, .3, 100).standard_error);
  return figures.done();
}

std::vector<Figure> who_answers(const Trial&) {
  constexpr std::array<double, 3> truth = {1. / 3, 1. / 3, 1. / 3}, answers = {.06, .23, .32};
  constexpr std::array<double, 3> expected = {.0983606557377049, .377049180327869,
                                              .524590163934426};
  const std::vector<double> seen = output::shares_answered(truth, answers);
  const std::vector<double> back = output::shares_reweighted(seen, answers);
  Figures figures;
  for (std::size_t i = 0; i < 3; ++i) {
    figures.exact(text("third {} of people among the answers", i + 1), expected[i], seen[i]);
    figures.exact(text("third {} from answers weighted by 1 / chance", i + 1), truth[i], back[i]);
  }
  figures.exact("response rate", .203333333333333, output::response_rate(truth, answers));
  return figures.done();
}

constexpr std::array<std::pair<double, double>, 4> melons = {
    {{0, .5}, {.3, .403013315979322}, {.5, .333333333333333}, {.8, .204832764699133}}};

/// Share of red experiences among green operations, of `n` people.
double melons_of(std::uint32_t batch, int n, double correlation) {
  int green = 0, red = 0;
  for (int i = 0; i < n; ++i) {
    const auto luck = words({47, batch, static_cast<std::uint32_t>(i)}, Purpose::visit);
    const double operations = normal_from_word<double>(luck[0]);
    const double other = normal_from_word<double>(luck[1]);
    const double lived =
        correlation * operations + std::sqrt(1 - correlation * correlation) * other;
    green += operations > 0 ? 1 : 0;
    red += operations > 0 && lived < 0 ? 1 : 0;
  }
  return static_cast<double>(red) / green;
}

std::vector<Figure> watermelons(const Trial& trial) {
  Figures figures;
  const int batches = 50, n = trial.effort.journeys / batches;
  for (const auto& [correlation, expected] : melons) {
    figures.exact(text("red when green, correlation {:g}", correlation), expected,
                  output::red_when_green(correlation));
    figures.estimate("the same among simulated people", expected,
                     over_batches(trial.executor, batches, [&, rho = correlation](auto batch) {
                       return std::vector{melons_of(batch, n, trial.wrong ? rho + .02 : rho)};
                     })[0]);
  }
  return figures.done();
}

std::vector<Figure> many_moments(const Trial&) {
  constexpr std::array<std::pair<double, double>, 4> rows = {
      {{3, .729}, {5, .59049}, {8, .43046721}, {10, .3486784401}}};
  Figures figures;
  for (const auto& [n, expected] : rows) {
    figures.exact(text("content with {:g} moments of 90 %", n), expected,
                  output::content_throughout(.9, n));
  }
  figures.exact("moments from 12 % to 29 % discontent", 2.67919327247261,
                output::moments_until(.88, .71));
  return figures.done();
}

/// The share of four thousand that has bought after five weeks, at rates per week.
Estimate bought_within_5(const Trial& trial) {
  const Scenario people =
      scene("bass", {text("word_of_mouth.talks={} per week", trial.wrong ? .39 : .38)});
  const Plan plan = compile(people, people);
  return over_batches(trial.executor, 50, [&](auto replication) {
    return std::vector{
        static_cast<double>(simulate(plan, replication, nullptr).personas.front().journeys) /
        *people.word_of_mouth.population};
  })[0];
}

std::vector<Figure> bass(const Trial& trial) {
  const Diffusion diffusion;
  Figures figures;
  figures.exact("when adoption is fastest, years", 6.19261919770311, peak_time(diffusion));
  figures.exact("how fast, per year", .110592105263158, peak_rate(diffusion));
  const Diffusion run{.03, trial.wrong ? .39 : .38};
  const auto integrated = [&](const std::string& what, double t, double expected) {
    figures.exact(what + ", closed form", expected, adopters(diffusion, t));
    figures.exact(what + ", mean field integrated", expected, adopters_integrated(run, t, 2000));
  };
  integrated("adopters at the peak", 6.19261919770311, .460526315789474);
  integrated("adopters after 5 years", 5, .331198642491373);
  integrated("adopters after 10 years", 10, .812803221221346);
  figures.estimate("adopters after 5 weeks at the same rates, simulated", .331198642491373,
                   bought_within_5(trial));
  return figures.done();
}

std::vector<Figure> insurance(const Trial&) {
  Chain chain; // renew or shop; shop and switch or stay
  chain.n_states = 2;
  chain.n_exits = 2;
  chain.start = {1, 0};
  chain.edges = {{0, 2, .77}, {0, 1, .23}, {1, 3, .45}, {1, 2, .55}};
  chain.dwell_mean = chain.dwell_variance = {0, 0};
  const ChainSolution solution = solve(chain);
  Figures figures;
  figures.exact("who switches: 23 % shop, 45 % of them switch", .1035, solution.exit_share[1]);
  figures.published("retention as printed", .9, solution.exit_share[0], .005);
  return figures.done();
}

std::vector<Figure> lost_time(const Trial&) {
  constexpr double sigma = 1.987;
  Figures figures;
  figures.exact("median of a mean of 3.02 h, hours", .419442987306207,
                3.02 * std::exp(-sigma * sigma / 2));
  figures.published("share of lost time in the worst 12.6 %", .80,
                    1 - output::lognormal_share(1 - .126, sigma), .0005);
  figures.published("share of lost time in the best 68.6 %", .06,
                    output::lognormal_share(.686, sigma), .01);
  return figures.done();
}

} // namespace

std::vector<Target> measurement_targets() {
  using enum TargetKind;
  return {
      {"T45", "Net promoter score", exact, "", promoter_scores},
      {"T46", "Who answers a survey", exact, "", who_answers},
      {"T47", "Watermelon: red when green", statistical, "a correlation .02 higher", watermelons},
      {"T48", "Content with every moment", exact, "", many_moments},
      {"T49", "Word of mouth in the mean field: Bass", statistical, "an imitation of .39", bass},
      {"T50", "Insurance: shopping and switching", exact, "", insurance},
      {"T51", "Few tickets hold most lost time", published, "", lost_time}};
}

} // namespace sojourn::verify
