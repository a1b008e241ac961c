// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace sojourn {

enum class DistributionKind : std::uint8_t {
  constant,    ///< a = the value
  uniform,     ///< on [low, high]
  triangular,  ///< on [low, high], a = mode
  exponential, ///< a = mean
  lognormal,   ///< a = mean, b = standard deviation of the logarithm
  normal,      ///< a = mean, b = standard deviation before truncation to [low, high]
  gamma,       ///< a = shape, b = scale
  weibull,     ///< a = shape, b = scale
  beta,        ///< a, b = shapes, stretched from [0, 1] to [low, high]
  empirical,   ///< each of `values` (sorted) equally often
};

/// A distribution as a designer writes it, in any unit. Built by the factories, which throw
/// std::invalid_argument with a sentence for the designer where a parameter makes no sense.
/// The default is the constant 0.
struct Distribution {
  static constexpr double infinity = std::numeric_limits<double>::infinity();

  DistributionKind kind = DistributionKind::constant;
  double a = 0, b = 0;
  double low = 0, high = infinity;
  std::vector<double> values;

  /// May be infinite ("endless").
  static Distribution constant(double value);
  static Distribution uniform(double low, double high);
  static Distribution triangular(double low, double mode, double high);
  static Distribution exponential(double mean);
  /// Of the logarithm: mean `mu` and standard deviation `sigma`.
  static Distribution lognormal(double mu, double sigma);
  /// From the median and the 90 % quantile: sigma = ln(p90 / median) / 1.2816.
  static Distribution lognormal_median_p90(double median, double p90);
  static Distribution normal(double mean, double standard_deviation, double low = 0,
                             double high = infinity);
  static Distribution gamma(double shape, double scale);
  static Distribution weibull(double shape, double scale);
  static Distribution beta(double alpha, double beta, double low = 0, double high = 1);
  static Distribution empirical(std::vector<double> values);

  double mean() const;
  double variance() const;
  /// The value below which a share p of the draws lies; throws std::domain_error unless 0 <= p
  /// <= 1.
  double quantile(double p) const;
  /// The same distribution of factor * x; throws std::invalid_argument unless factor >= 0.
  Distribution scaled(double factor) const;

  friend bool operator==(const Distribution&, const Distribution&) = default;
};

/// The scenario's word for a kind.
std::string_view name_of(DistributionKind kind);

} // namespace sojourn
