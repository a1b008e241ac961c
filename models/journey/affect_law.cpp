// SPDX-License-Identifier: Apache-2.0
#include "models/journey/affect_law.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sojourn {
namespace {

double normal_cdf(double t) { return std::erfc(-t / std::numbers::sqrt2) / 2; }

double normal_density(double t) { return std::exp(-t * t / 2) / std::sqrt(2 * std::numbers::pi); }

/// The integral of normal_cdf from minus infinity to t.
double normal_cdf_integral(double t) { return t * normal_cdf(t) + normal_density(t); }

} // namespace

double AffectLaw::unclamped(double on_quality) const {
  const double z = on_quality - reference;
  return on_quality + gain * z + loss * std::min(z, 0.0) + rest;
}

double AffectLaw::of(double on_quality) const {
  return std::clamp(unclamped(on_quality), low, high);
}

double AffectLaw::slope_at(double a) const {
  return 1 + gain + (a < reference + rest ? loss : 0.0);
}

double AffectLaw::quality_at(double a) const {
  return reference + (a - (reference + rest)) / slope_at(a);
}

double AffectLaw::at_most(double a) const {
  if (a < low || a >= high) {
    return a < low ? 0 : 1;
  }
  return spread > 0 ? normal_cdf((quality_at(a) - level) / spread) : (of(level) <= a ? 1 : 0);
}

double AffectLaw::below(double a) const {
  if (a <= low || a > high) {
    return a <= low ? 0 : 1;
  }
  return spread > 0 ? normal_cdf((quality_at(a) - level) / spread) : (of(level) < a ? 1 : 0);
}

double AffectLaw::density(double a) const {
  return spread > 0 && a > low && a < high
             ? normal_density((quality_at(a) - level) / spread) / (spread * slope_at(a))
             : 0;
}

double AffectLaw::cumulative(double from, double to) const {
  if (spread <= 0) {
    return std::max(0.0, to - std::max(from, of(level)));
  }
  const double kink = std::clamp(reference + rest, from, to);
  const auto piece = [this](double begin, double end, double slope) {
    const auto scaled = [&](double a) {
      return (reference + (a - (reference + rest)) / slope - level) / spread;
    };
    return slope * spread * (normal_cdf_integral(scaled(end)) - normal_cdf_integral(scaled(begin)));
  };
  return (kink > from ? piece(from, kink, 1 + gain + loss) : 0.0) +
         (to > kink ? piece(kink, to, 1 + gain) : 0.0);
}

// By parts: E[min(a, c)] = c - integral of P(a <= y) up to c.
double AffectLaw::mean() const { return high - cumulative(low, high); }

double AffectLaw::mean_below_zero() const {
  return low < 0 && high > 0 ? -cumulative(low, 0) : std::min(mean(), 0.0);
}

} // namespace sojourn
