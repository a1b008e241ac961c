// SPDX-License-Identifier: Apache-2.0
#include "models/luck/exact_quantile.hpp"

#include "models/luck/boost_math.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sojourn {
namespace {

/// Boost's quantile from whichever side is the smaller number.
template <class Known> double invert(const Known& known, Tail at) {
  return at.below < 0.5 ? quantile(known, at.below) : quantile(complement(known, at.above));
}

/// -ln(above), from the side that keeps its digits. In long double, like all of Boost here: glibc
/// has one version of it, where it has several of double's for different CPUs.
long double hazard(Tail at) {
  return at.below < 0.5 ? -std::log1p(-static_cast<long double>(at.below))
                        : -std::log(static_cast<long double>(at.above));
}

double weibull(const Distribution& d, Tail at) {
  return static_cast<double>(d.b * std::pow(hazard(at), 1 / static_cast<long double>(d.a)));
}

double lognormal(const Distribution& d, Tail at) {
  return static_cast<double>(
      std::exp(static_cast<long double>(d.a + d.b * invert(boost::math::normal(), at))));
}

/// Measured from the nearer end.
double triangular(const Distribution& d, Tail at) {
  const double width = d.high - d.low, rise = d.a - d.low, fall = d.high - d.a;
  return at.below * width <= rise ? d.low + std::sqrt(at.below * width * rise)
                                  : d.high - std::sqrt(at.above * width * fall);
}

/// x = mean + sd * z with Phi(z) between the truncation limits' probabilities.
double truncated_normal(const Distribution& d, Tail at) {
  const boost::math::normal unit;
  const double alpha = (d.low - d.a) / d.b, beta = (d.high - d.a) / d.b;
  const auto under = [&](double z) { return std::isinf(z) ? (z > 0 ? 1.0 : 0.0) : cdf(unit, z); };
  // P(Z <= z) = above * Phi(alpha) + below * Phi(beta), and the mirror image for P(Z > z).
  const Tail inside = {at.above * under(alpha) + at.below * under(beta),
                       at.above * under(-alpha) + at.below * under(-beta)};
  return std::clamp(d.a + d.b * invert(unit, inside), d.low, d.high);
}

double empirical(const Distribution& d, double p) {
  const double n = static_cast<double>(d.values.size());
  const double index = std::min(std::floor(p * n), n - 1);
  return d.values[static_cast<std::size_t>(index)];
}

/// The ends of the support, for p = 0 and p = 1.
double end_of(const Distribution& d, bool upper) {
  switch (d.kind) {
  case DistributionKind::constant:
    return d.a;
  case DistributionKind::uniform:
  case DistributionKind::triangular:
  case DistributionKind::normal:
  case DistributionKind::beta:
  case DistributionKind::empirical:
    return upper ? d.high : d.low;
  case DistributionKind::exponential:
  case DistributionKind::lognormal:
  case DistributionKind::gamma:
  case DistributionKind::weibull:
    return upper ? Distribution::infinity : 0;
  }
  return 0;
}

} // namespace

double quantile_at(const Distribution& d, Tail at) {
  namespace known = boost::math;
  switch (d.kind) {
  case DistributionKind::constant:
    return d.a;
  case DistributionKind::uniform:
    return at.below < 0.5 ? d.low + (d.high - d.low) * at.below
                          : d.high - (d.high - d.low) * at.above;
  case DistributionKind::triangular:
    return triangular(d, at);
  case DistributionKind::exponential:
    return static_cast<double>(d.a * hazard(at));
  case DistributionKind::lognormal:
    return lognormal(d, at);
  case DistributionKind::normal:
    return truncated_normal(d, at);
  case DistributionKind::gamma:
    return invert(known::gamma_distribution<>(d.a, d.b), at);
  case DistributionKind::weibull:
    return weibull(d, at);
  case DistributionKind::beta:
    return d.low + (d.high - d.low) * invert(known::beta_distribution<>(d.a, d.b), at);
  case DistributionKind::empirical:
    return empirical(d, at.below);
  }
  return 0;
}

double Distribution::quantile(double p) const {
  if (!(p >= 0 && p <= 1)) {
    throw std::domain_error("a quantile is asked for a probability between 0 and 1");
  }
  return p == 0 || p == 1 ? end_of(*this, p == 1) : quantile_at(*this, {p, 1 - p});
}

} // namespace sojourn
