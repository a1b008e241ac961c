// SPDX-License-Identifier: Apache-2.0
#include "output/stats/survey.hpp"

#include "output/stats/student.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>

namespace sojourn::output {
namespace {

std::vector<double> normalised(std::vector<double> weights) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) {
    weight /= total;
  }
  return weights;
}

double normal_quantile(double p) {
  const double distance = std::fabs(2 * p - 1);
  return std::copysign(distance > 0 ? normal_two_sided(distance) : 0, p - 0.5);
}

} // namespace

double normal_below(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

PromoterScore promoter_score(double promoters, double detractors, double n) {
  const double net = promoters - detractors;
  return {100 * net, 100 * std::sqrt((promoters + detractors - net * net) / n)};
}

double promoter_score_of(double mean, double standard_deviation) {
  return 100 * (normal_below((mean - 8.5) / standard_deviation) -
                normal_below((6.5 - mean) / standard_deviation));
}

std::vector<double> shares_answered(std::span<const double> truth,
                                    std::span<const double> answers) {
  std::vector<double> weights;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    weights.push_back(truth[i] * answers[i]);
  }
  return normalised(std::move(weights));
}

double response_rate(std::span<const double> truth, std::span<const double> answers) {
  return std::inner_product(truth.begin(), truth.end(), answers.begin(), 0.0);
}

std::vector<double> shares_reweighted(std::span<const double> answered,
                                      std::span<const double> answers) {
  std::vector<double> weights;
  for (std::size_t i = 0; i < answered.size(); ++i) {
    weights.push_back(answered[i] / answers[i]);
  }
  return normalised(std::move(weights));
}

double noise_for(double correlation) { return std::sqrt(1 / (correlation * correlation) - 1); }

double content_throughout(double p, double n) { return std::pow(p, n); }

double moments_until(double p, double overall) { return std::log(overall) / std::log(p); }

double red_when_green(double correlation) {
  return 0.5 - std::asin(correlation) / std::numbers::pi;
}

// E[X; X < x_p] / E[X] = Phi(z_p - sigma)
double lognormal_share(double below, double sigma) {
  return normal_below(normal_quantile(below) - sigma);
}

} // namespace sojourn::output
