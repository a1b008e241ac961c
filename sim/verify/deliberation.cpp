// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/choice.hpp"
#include "models/mechanisms/effort.hpp"
#include "models/mechanisms/goal_gradient.hpp"
#include "models/mechanisms/log_odds.hpp"
#include "models/mechanisms/present_bias.hpp"
#include "models/mechanisms/status_quo.hpp"
#include "sim/verify/target.hpp"

#include <array>

// What tilts a choice besides memory. Expected values were computed with 30 digits.
namespace sojourn::verify {
namespace {

/// The share of the second of two options whose base share is `base` and whose tilt is `tilt`.
template <class F> F tilted_share(F base, F tilt) {
  const std::array<F, 2> from = {1 - base, base}, tilts = {0, tilt};
  std::array<F, 2> shares{};
  tilted_shares<F>(from, tilts, shares);
  return shares[1];
}

std::vector<Figure> putting_it_off(const Trial&) {
  struct Row {
    std::string_view who;
    double beta, naivety, period;
  };
  Figures figures;
  for (const Row& row :
       {Row{"time-consistent", 1, 0, 1}, Row{"sophisticated", .5, 0, 2}, Row{"naive", .5, 1, 4}}) {
    figures.equation(std::string(row.who) + ", period in which it is done", row.period,
                     [&](auto one) {
                       using F = decltype(one);
                       const std::array<F, 4> costs = {3, 5, 8, 13};
                       const F beta = F(row.beta);
                       const F believed = believed_beta(beta, F(row.naivety));
                       return F(period_done<F>(costs, beta, believed, F(1)) + 1);
                     });
  }
  return figures.done();
}

std::vector<Figure> defaults(const Trial&) {
  Figures figures;
  figures.equation("log-odds of d = .68", 1.23338356767927,
                   [](auto one) { return log_odds_of_difference(decltype(one)(.68)); });
  figures.equation("a default of 50 % is then taken by", .774410229026569, [](auto one) {
    using F = decltype(one);
    return tilted_share(F(.5), status_quo_tilt(F(1), log_odds_of_difference(F(.68))));
  });
  return figures.done();
}

std::vector<Figure> faster_at_the_goal(const Trial&) {
  const auto time = [](auto one, double within_step) {
    using F = decltype(one);
    F sum = 0;
    for (int step = 0; step < 10; ++step) {
      sum += step_time((F(step) + F(within_step)) / F(10), F(.2)) / F(10);
    }
    return sum;
  };
  Figures figures;
  figures.equation("ten steps, progress half-way through each", .9,
                   [&](auto one) { return time(one, .5); });
  figures.equation("progress before each", .91, [&](auto one) { return time(one, 0); });
  return figures.done();
}

std::vector<Figure> effort_and_disloyalty(const Trial&) {
  Figures figures;
  figures.equation("log-odds of 96 %", 3.17805383034795,
                   [](auto one) { return log_odds(decltype(one)(.96)); });
  figures.equation("log-odds of 9 %", -2.31363492918063,
                   [](auto one) { return log_odds(decltype(one)(.09)); });
  figures.equation("one point of effort of weight 5.49169 makes of 9 %", .96, [](auto one) {
    using F = decltype(one);
    return tilted_share(F(.09), effort_tilt(F(1), F(1), F(5.49168875952858)));
  });
  return figures.done();
}

} // namespace

std::vector<Target> deliberation_targets() {
  using enum TargetKind;
  return {{"T18", "Putting off what costs now", exact, "", putting_it_off},
          {"T19", "A default", exact, "", defaults},
          {"T22", "Faster towards the goal", exact, "", faster_at_the_goal},
          {"T23", "Effort and disloyalty", exact, "", effort_and_disloyalty}};
}

} // namespace sojourn::verify
