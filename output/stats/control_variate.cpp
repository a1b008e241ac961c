// SPDX-License-Identifier: Apache-2.0
#include "output/stats/control_variate.hpp"

#include "output/stats/moments.hpp"
#include "output/stats/student.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sojourn::output {
namespace {

using Values = std::vector<double>;

/// A variable as deviations from its mean.
struct Centred {
  double mean = 0, length = 0; // length: square root of the sum of squares
  Values deviations;

  explicit Centred(const Values& values) {
    Moments moments;
    for (const double value : values)
      moments.add(value);
    mean = moments.mean();
    length = std::sqrt(moments.m2());
    for (const double value : values)
      deviations.push_back(value - mean);
  }
  [[nodiscard]] bool constant() const { return !(length > 1e-10 * std::abs(mean)) || length == 0; }
};

double dot(const Values& a, const Values& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += a[i] * b[i];
  return sum;
}

/// Cholesky factor of a correlation matrix, row by row; a pivot is 1 - R^2 of a variable on the
/// ones before it.
class Factor {
public:
  explicit Factor(const std::vector<Centred>& variables) : n_(variables.size()), rows_(n_ * n_) {
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t j = 0; j <= i; ++j)
        fill(i, j,
             dot(variables[i].deviations, variables[j].deviations) /
                 (variables[i].length * variables[j].length));
  }

  [[nodiscard]] double least_pivot() const { return least_pivot_; }

  /// L^-1 right
  [[nodiscard]] Values forward(Values right) const {
    for (std::size_t i = 0; i < n_; ++i) {
      for (std::size_t j = 0; j < i; ++j)
        right[i] -= at(i, j) * right[j];
      right[i] /= at(i, i);
    }
    return right;
  }

  /// L'^-1 right
  [[nodiscard]] Values backward(Values right) const {
    for (std::size_t i = n_; i-- > 0;) {
      for (std::size_t j = i + 1; j < n_; ++j)
        right[i] -= at(j, i) * right[j];
      right[i] /= at(i, i);
    }
    return right;
  }

private:
  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return rows_[i * n_ + j]; }

  void fill(std::size_t i, std::size_t j, double correlation) {
    double rest = i == j ? 1.0 : correlation;
    for (std::size_t k = 0; k < j; ++k)
      rest -= at(i, k) * at(j, k);
    if (i == j)
      least_pivot_ = std::min(least_pivot_, rest);
    rows_[i * n_ + j] = i == j ? std::sqrt(std::max(rest, 0.0)) : rest / at(j, j);
  }

  std::size_t n_;
  Values rows_;
  double least_pivot_ = 1;
};

constexpr double least_pivot = 1e-8; // below it, coefficients have lost half their digits

struct Complete {
  Values values;
  std::vector<Values> controls;
  int dropped = 0;
};

Complete complete_replications(std::span<const double> values, std::span<const Control> controls) {
  Complete complete;
  complete.controls.resize(controls.size());
  for (std::size_t r = 0; r < values.size(); ++r) {
    const bool lacking = std::isnan(values[r]) ||
                         std::any_of(controls.begin(), controls.end(),
                                     [&](const auto& c) { return std::isnan(c.values[r]); });
    if (lacking) {
      ++complete.dropped;
      continue;
    }
    complete.values.push_back(values[r]);
    for (std::size_t i = 0; i < controls.size(); ++i)
      complete.controls[i].push_back(controls[i].values[r]);
  }
  return complete;
}

ControlledMean refuse(ControlledMean result, std::string reason) {
  result.adjusted.reason = reason;
  result.refused = std::move(reason);
  return result;
}

double residual_squares(const Centred& y, const std::vector<Centred>& controls,
                        const Values& coefficients) {
  Moments residuals;
  for (std::size_t r = 0; r < y.deviations.size(); ++r) {
    double residual = y.deviations[r];
    for (std::size_t i = 0; i < controls.size(); ++i)
      residual -= coefficients[i] * controls[i].deviations[r];
    residuals.add(residual);
  }
  return residuals.m2();
}

void adjust(ControlledMean& result, const Centred& y, const std::vector<Centred>& variables,
            std::span<const Control> controls, const Factor& factor) {
  const double n = result.plain.replications, q = static_cast<double>(controls.size());
  Values with_y, shifts; // both in units of each control's length
  for (std::size_t i = 0; i < variables.size(); ++i) {
    with_y.push_back(dot(variables[i].deviations, y.deviations) / variables[i].length);
    shifts.push_back((variables[i].mean - controls[i].expectation) / variables[i].length);
  }
  const auto scaled_shifts = factor.forward(shifts);
  result.coefficients = factor.backward(factor.forward(with_y));
  double correction = 0;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    correction += result.coefficients[i] * shifts[i];
    result.coefficients[i] /= variables[i].length;
  }
  const double freedom = n - q - 1;
  const double around_line = residual_squares(y, variables, result.coefficients) / freedom;
  const double variance = around_line * (1 / n + dot(scaled_shifts, scaled_shifts));
  const double half = student_two_sided(result.plain.level, freedom) * std::sqrt(variance);
  result.adjusted.estimate = y.mean - correction;
  result.adjusted.lower = result.adjusted.estimate - half;
  result.adjusted.upper = result.adjusted.estimate + half;
  const double plain_variance = y.length * y.length / (n - 1) / n;
  result.variance_factor = plain_variance > 0 ? variance / plain_variance : missing;
  result.price = (n - 2) / (n - q - 2);
}

} // namespace

ControlledMean controlled_mean(std::span<const double> values, std::span<const Control> controls,
                               double level) {
  for ([[maybe_unused]] const auto& control : controls)
    assert(control.values.size() == values.size());
  const auto complete = complete_replications(values, controls);
  ControlledMean result;
  result.plain = mean_interval(complete.values, level);
  result.plain.dropped = complete.dropped;
  result.adjusted.level = level;
  result.adjusted.replications = result.plain.replications;
  result.adjusted.dropped = complete.dropped;
  const int most_controls = result.plain.replications - 1 - least_freedom;
  if (static_cast<int>(controls.size()) > most_controls)
    return refuse(result, text("{} replications are too few for {} controls",
                               result.plain.replications, controls.size()));
  std::vector<Centred> variables;
  for (std::size_t i = 0; i < controls.size(); ++i) {
    variables.emplace_back(complete.controls[i]);
    if (variables.back().constant())
      return refuse(result, text("control {} is the same in every replication", i + 1));
  }
  const Factor factor(variables);
  if (factor.least_pivot() < least_pivot)
    return refuse(result, "the controls are linear combinations of each other");
  adjust(result, Centred(complete.values), variables, controls, factor);
  return result;
}

} // namespace sojourn::output
