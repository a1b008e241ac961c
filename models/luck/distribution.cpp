// SPDX-License-Identifier: Apache-2.0
#include "models/luck/distribution.hpp"

#include "models/luck/math.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace sojourn {
namespace {

constexpr double z90 = 1.2815515655446004; // 90 % quantile of the standard normal

constexpr std::array<std::string_view, 10> kind_names = {
    "constant", "uniform", "triangular", "exponential", "lognormal",
    "normal",   "gamma",   "weibull",    "beta",        "empirical"};

void require(bool holds, const char* sentence) {
  if (!holds) {
    throw std::invalid_argument(sentence);
  }
}

bool positive(double x) { return x > 0 && std::isfinite(x); }

Distribution make(DistributionKind kind, double a, double b = 0, double low = 0,
                  double high = Distribution::infinity) {
  Distribution made;
  made.kind = kind;
  made.a = a;
  made.b = b;
  made.low = low;
  made.high = high;
  return made;
}

} // namespace

std::string_view name_of(DistributionKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

Distribution Distribution::constant(double value) {
  require(!std::isnan(value), "a constant must be a number");
  return make(DistributionKind::constant, value);
}

Distribution Distribution::uniform(double low, double high) {
  require(std::isfinite(low) && std::isfinite(high) && low <= high,
          "a uniform distribution needs low <= high");
  return low == high ? constant(low) : make(DistributionKind::uniform, 0, 0, low, high);
}

Distribution Distribution::triangular(double low, double mode, double high) {
  require(std::isfinite(low) && std::isfinite(high) && low <= mode && mode <= high,
          "a triangular distribution needs low <= mode <= high");
  return low == high ? constant(low) : make(DistributionKind::triangular, mode, 0, low, high);
}

Distribution Distribution::exponential(double mean) {
  require(positive(mean), "an exponential distribution needs a mean above 0");
  return make(DistributionKind::exponential, mean);
}

Distribution Distribution::lognormal(double mu, double sigma) {
  require(std::isfinite(mu) && sigma >= 0 && std::isfinite(sigma),
          "a lognormal distribution needs a finite mu and sigma >= 0");
  return sigma == 0 ? constant(exp(mu)) : make(DistributionKind::lognormal, mu, sigma);
}

Distribution Distribution::lognormal_median_p90(double median, double p90) {
  require(positive(median), "a median must be above 0");
  require(p90 >= median && std::isfinite(p90), "p90 must not be below the median");
  return p90 == median ? constant(median) : lognormal(log(median), log(p90 / median) / z90);
}

Distribution Distribution::normal(double mean, double standard_deviation, double low, double high) {
  require(std::isfinite(mean) && standard_deviation >= 0 && std::isfinite(standard_deviation),
          "a normal distribution needs a finite mean and a standard deviation >= 0");
  require(low < high, "a truncated normal distribution needs low < high");
  // Further out the truncated part has less than 3e-10 of the mass: a slip of the pen.
  require(low <= mean + 6 * standard_deviation && high >= mean - 6 * standard_deviation,
          "a truncated normal distribution must leave something within 6 standard deviations");
  return standard_deviation == 0
             ? constant(std::clamp(mean, low, high))
             : make(DistributionKind::normal, mean, standard_deviation, low, high);
}

Distribution Distribution::gamma(double shape, double scale) {
  require(positive(shape) && positive(scale), "a gamma distribution needs shape and scale above 0");
  return make(DistributionKind::gamma, shape, scale);
}

Distribution Distribution::weibull(double shape, double scale) {
  require(positive(shape) && positive(scale),
          "a Weibull distribution needs shape and scale above 0");
  return make(DistributionKind::weibull, shape, scale);
}

Distribution Distribution::beta(double alpha, double beta, double low, double high) {
  require(positive(alpha) && positive(beta), "a beta distribution needs two shapes above 0");
  require(std::isfinite(low) && std::isfinite(high) && low < high,
          "a beta distribution needs low < high");
  return make(DistributionKind::beta, alpha, beta, low, high);
}

Distribution Distribution::empirical(std::vector<double> values) {
  require(!values.empty(), "an empirical distribution needs at least one value");
  require(values.size() <= 65'536, "an empirical distribution holds at most 65536 values");
  require(std::all_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); }),
          "the values of an empirical distribution must be numbers");
  std::sort(values.begin(), values.end());
  Distribution made = make(DistributionKind::empirical, 0, 0, values.front(), values.back());
  made.values = std::move(values);
  return made;
}

Distribution Distribution::scaled(double factor) const {
  require(factor >= 0 && std::isfinite(factor), "a distribution is scaled by a factor >= 0");
  if (factor == 0) {
    return constant(0);
  }
  Distribution result = *this;
  result.low *= factor;
  result.high *= factor;
  std::for_each(result.values.begin(), result.values.end(), [&](double& x) { x *= factor; });
  switch (kind) {
  case DistributionKind::lognormal:
    result.a += log(factor);
    break;
  case DistributionKind::normal:
    result.a *= factor;
    result.b *= factor;
    break;
  case DistributionKind::gamma:
  case DistributionKind::weibull:
    result.b *= factor;
    break;
  case DistributionKind::beta:
    break;
  case DistributionKind::constant:
  case DistributionKind::uniform:
  case DistributionKind::triangular:
  case DistributionKind::exponential:
  case DistributionKind::empirical:
    result.a *= factor;
    break;
  }
  return result;
}

} // namespace sojourn
