// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/choice.hpp"
#include "output/text.hpp"
#include "sim/verify/target.hpp"

#include <array>

// The choice rule. Expected values were computed with 30 digits.
namespace sojourn::verify {
namespace {

template <class F> using Four = std::array<F, 4>;
constexpr Four<double> base = {.5, .3, .15, .05}, utility = {0, .5, 1, 2};

template <class F> Four<F> shares_at(double theta, double more = 0) {
  Four<F> from{}, tilt{}, shares{};
  for (std::size_t j = 0; j < 4; ++j) {
    from[j] = static_cast<F>(base[j]);
    tilt[j] = static_cast<F>(theta * (utility[j] + more));
  }
  tilted_shares<F>(from, tilt, shares);
  return shares;
}

double mean_utility(double theta) {
  const Four<double> p = shares_at<double>(theta);
  return p[1] * utility[1] + p[2] * utility[2] + p[3] * utility[3];
}

/// E_p U - KL(p || base) / theta.
double value_of_choice(double theta) {
  const Four<double> p = shares_at<double>(theta);
  double information = 0;
  for (std::size_t j = 0; j < 4; ++j) {
    information += p[j] * log(p[j] / base[j]);
  }
  return mean_utility(theta) - information / theta;
}

struct Row {
  double theta;
  Four<double> shares;
  double value;
};
constexpr std::array<Row, 4> rows = {{
    {.5,
     {.394188119680216, .303688538775448, .194971901272218, .107151440272117},
     .475559683910495},
    {1, {.282197068462321, .27915858558183, .230127348973662, .208516996982187}, .572002447213632},
    {2, {.0970167266328155, .158231283037537, .215058610687348, .5296933796423}, .819862347635616},
    {5,
     {.00044336460068011, .00324077194210509, .0197403423063563, .976575521150859},
     1.40559418389875},
}};

std::vector<Figure> choice_rule(const Trial&) {
  Figures figures;
  for (const Row& row : rows) {
    for (std::size_t j = 0; j < 4; ++j) {
      figures.equation(output::text("option {}, theta {:g}", j + 1, row.theta), row.shares[j],
                       [&](auto one) { return shares_at<decltype(one)>(row.theta)[j]; });
    }
    figures.exact(output::text("mean utility less information / {:g}", row.theta), row.value,
                  value_of_choice(row.theta));
  }
  for (std::size_t j = 0; j < 4; ++j) {
    figures.exact("theta 0: the base shares, bit by bit", base[j], shares_at<double>(0)[j], 0);
    figures.equation("7 more for every option changes nothing", rows[1].shares[j],
                     [&](auto one) { return shares_at<decltype(one)>(1, 7)[j]; });
  }
  figures.equation("theta 50 takes the best", 1,
                   [](auto one) { return shares_at<decltype(one)>(50)[3]; });
  figures.exact("slope of mean utility at .5: its variance", .384645207430273,
                (mean_utility(.5 + 1e-5) - mean_utility(.5 - 1e-5)) / 2e-5, 1e-8);
  return figures.done();
}

} // namespace

std::vector<Target> choice_targets() {
  return {{"T39", "The choice rule", TargetKind::exact, "", choice_rule}};
}

} // namespace sojourn::verify
