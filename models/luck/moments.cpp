// SPDX-License-Identifier: Apache-2.0
#include "models/luck/boost_math.hpp"
#include "models/luck/distribution.hpp"

#include <cmath>
#include <numeric>

// Exact means and variances; the formulas are those of Johnson, Kotz, Balakrishnan, Continuous
// Univariate Distributions (2nd ed.), vol. 1 and 2.
namespace sojourn {
namespace {

double square(double x) { return x * x; }

struct MeanVariance {
  double mean, variance;
};

/// Truncated normal (vol. 1, 13.10): with alpha, beta the standardised limits and Z the mass kept.
MeanVariance truncated_normal(const Distribution& d) {
  const boost::math::normal unit;
  const auto density = [&](double z) { return std::isfinite(z) ? pdf(unit, z) : 0.0; };
  const auto moment = [&](double z) { return std::isfinite(z) ? z * pdf(unit, z) : 0.0; };
  const auto below = [&](double z) {
    return std::isfinite(z) ? cdf(unit, z) : (z > 0 ? 1.0 : 0.0);
  };
  const double alpha = (d.low - d.a) / d.b, beta = (d.high - d.a) / d.b;
  // Both limits above 0: take the mass from the upper tail, where it is small and exact.
  const double mass = alpha > 0 ? below(-alpha) - below(-beta) : below(beta) - below(alpha);
  const double shift = (density(alpha) - density(beta)) / mass;
  const double spread = 1 + (moment(alpha) - moment(beta)) / mass - square(shift);
  return {d.a + d.b * shift, square(d.b) * spread};
}

MeanVariance weibull(const Distribution& d) {
  const double first = boost::math::tgamma(1 + 1 / d.a), second = boost::math::tgamma(1 + 2 / d.a);
  return {d.b * first, square(d.b) * (second - square(first))};
}

MeanVariance beta(const Distribution& d) {
  const double sum = d.a + d.b, width = d.high - d.low;
  return {d.low + width * d.a / sum, square(width / sum) * d.a * d.b / (sum + 1)};
}

MeanVariance triangular(const Distribution& d) {
  const double l = d.low, m = d.a, h = d.high;
  return {(l + m + h) / 3, (square(h - l) + square(m - l) + square(h - m)) / 36};
}

MeanVariance lognormal(const Distribution& d) {
  const double mean = std::exp(d.a + square(d.b) / 2);
  return {mean, square(mean) * std::expm1(square(d.b))};
}

MeanVariance empirical(const Distribution& d) {
  const double n = static_cast<double>(d.values.size());
  const double mean = std::accumulate(d.values.begin(), d.values.end(), 0.0) / n;
  const double squares =
      std::accumulate(d.values.begin(), d.values.end(), 0.0,
                      [&](double sum, double x) { return sum + square(x - mean); });
  return {mean, squares / n};
}

MeanVariance moments(const Distribution& d) {
  switch (d.kind) {
  case DistributionKind::constant:
    return {d.a, 0};
  case DistributionKind::uniform:
    return {(d.low + d.high) / 2, square(d.high - d.low) / 12};
  case DistributionKind::triangular:
    return triangular(d);
  case DistributionKind::exponential:
    return {d.a, square(d.a)};
  case DistributionKind::lognormal:
    return lognormal(d);
  case DistributionKind::normal:
    return truncated_normal(d);
  case DistributionKind::gamma:
    return {d.a * d.b, d.a * square(d.b)};
  case DistributionKind::weibull:
    return weibull(d);
  case DistributionKind::beta:
    return beta(d);
  case DistributionKind::empirical:
    return empirical(d);
  }
  return {0, 0};
}

} // namespace

double Distribution::mean() const { return moments(*this).mean; }

double Distribution::variance() const { return moments(*this).variance; }

} // namespace sojourn
