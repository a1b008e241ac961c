// SPDX-License-Identifier: Apache-2.0
#include "output/stats/variance_parts.hpp"

#include "output/stats/moments.hpp"
#include "output/stats/student.hpp"

#include <algorithm>
#include <cassert>

namespace sojourn::output {
namespace {

struct MeanSquare {
  double value = 0, freedom = 0;
};

/// weight * mean square, a term of an estimated variance.
struct Term {
  double weight;
  MeanSquare square;
};

double total(std::span<const Term> terms) {
  double sum = 0;
  for (const auto& term : terms)
    sum += term.weight * term.square.value;
  return sum;
}

// Satterthwaite (1946): (sum c MS)^2 / sum (c MS)^2 / freedom; never below one.
double freedom_of(std::span<const Term> terms) {
  double squares = 0;
  for (const auto& [weight, square] : terms)
    squares += weight * weight * square.value * square.value / square.freedom;
  const double sum = total(terms);
  return squares > 0 ? std::max(1.0, sum * sum / squares) : 1.0;
}

/// estimate +- t sqrt(sum of terms), the variance being at least `floor`.
Interval around(double estimate, std::span<const Term> terms, double floor, double level) {
  Interval interval;
  interval.estimate = estimate;
  interval.level = level;
  const double variance = std::max(total(terms), floor);
  const double half = student_two_sided(level, freedom_of(terms)) * std::sqrt(variance);
  interval.lower = estimate - half;
  interval.upper = estimate + half;
  return interval;
}

// freedom MS / E(MS) is chi-square.
VariancePart part_of(const MeanSquare& square, double level) {
  const double sum = square.value * square.freedom;
  return {square.value, sum / chi_square_quantile((1 + level) / 2, square.freedom),
          sum / chi_square_quantile((1 - level) / 2, square.freedom)};
}

// (first - second) / n by modified large samples (Burdick & Graybill 1992, section 3.3, after
// Ting, Burdick, Graybill, Jeyaratnam & Lu 1990): exact when either mean square is known or 0.
VariancePart part_of(const MeanSquare& first, const MeanSquare& second, double n, double level) {
  const double low = (1 - level) / 2, high = (1 + level) / 2;
  const double f1 = first.freedom, f2 = second.freedom, a = first.value, b = second.value;
  const double g1 = 1 - f1 / chi_square_quantile(high, f1);
  const double g2 = 1 - f2 / chi_square_quantile(high, f2);
  const double h1 = f1 / chi_square_quantile(low, f1) - 1;
  const double h2 = f2 / chi_square_quantile(low, f2) - 1;
  const double top = f_quantile(high, f1, f2), bottom = f_quantile(low, f1, f2);
  const double g12 = ((top - 1) * (top - 1) - g1 * g1 * top * top - h2 * h2) / top;
  const double h12 = ((1 - bottom) * (1 - bottom) - h1 * h1 * bottom * bottom - g2 * g2) / bottom;
  const double below = g1 * g1 * a * a + h2 * h2 * b * b + g12 * a * b;
  const double above = h1 * h1 * a * a + g2 * g2 * b * b + h12 * a * b;
  const auto part = [&](double value) { return std::max(0.0, value / n); };
  return {part(a - b), part(a - b - std::sqrt(std::max(0.0, below))),
          part(a - b + std::sqrt(std::max(0.0, above)))};
}

double share(double part, double whole) {
  return whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : missing;
}

double mean_of(std::span<const double> values) {
  Moments moments;
  for (const double value : values)
    moments.add(value);
  return moments.mean();
}

double variance_of(std::span<const double> values) {
  Moments moments;
  for (const double value : values)
    moments.add(value);
  return moments.variance();
}

VarianceParts refused(VarianceParts parts, std::string reason) {
  parts.reason = std::move(reason);
  parts.mean.reason = parts.truth.reason = parts.reason;
  return parts;
}

/// Draws with their replications that have values.
struct Groups {
  std::vector<double> means;
  double inverse_sizes = 0, squares = 0, freedom = 0;
  int used = 0, dropped = 0;

  void add(std::span<const double> values) {
    Moments moments;
    for (const double value : values)
      if (!std::isnan(value))
        moments.add(value);
    const auto n = moments.count();
    used += static_cast<int>(n);
    dropped += static_cast<int>(values.size()) - static_cast<int>(n);
    if (n == 0)
      return;
    means.push_back(moments.mean());
    inverse_sizes += 1 / static_cast<double>(n);
    squares += moments.m2();
    freedom += static_cast<double>(n - 1);
  }
};

using Table = std::vector<std::vector<double>>;

/// Replications that have a value in every draw.
Table complete_columns(std::span<const std::vector<double>> values) {
  Table complete(values.size());
  for (std::size_t r = 0; r < (values.empty() ? 0 : values[0].size()); ++r)
    if (std::none_of(values.begin(), values.end(),
                     [&](const auto& row) { return std::isnan(row[r]); }))
      for (std::size_t i = 0; i < values.size(); ++i)
        complete[i].push_back(values[i][r]);
  return complete;
}

struct TwoWay {
  double mean = 0;
  MeanSquare rows, columns, both;
};

TwoWay two_way(const Table& table) {
  const auto n_rows = table.size(), n_columns = table[0].size();
  std::vector<double> rows, columns(n_columns, 0.0);
  for (const auto& row : table) {
    rows.push_back(mean_of(row));
    for (std::size_t r = 0; r < n_columns; ++r)
      columns[r] += row[r] / static_cast<double>(n_rows);
  }
  const double mean = mean_of(rows);
  double squares = 0;
  for (std::size_t i = 0; i < n_rows; ++i)
    for (std::size_t r = 0; r < n_columns; ++r) {
      const double rest = table[i][r] - rows[i] - columns[r] + mean;
      squares += rest * rest;
    }
  const auto freedom_rows = static_cast<double>(n_rows - 1);
  const auto freedom_columns = static_cast<double>(n_columns - 1);
  const double freedom = freedom_rows * freedom_columns;
  return {mean,
          {static_cast<double>(n_columns) * variance_of(rows), freedom_rows},
          {static_cast<double>(n_rows) * variance_of(columns), freedom_columns},
          {squares / freedom, freedom}};
}

void count_replications(VarianceParts& parts, int used, int dropped) {
  parts.mean.replications = parts.truth.replications = used;
  parts.mean.dropped = parts.truth.dropped = dropped;
}

} // namespace

double VariancePart::spread() const { return std::sqrt(variance); }

VarianceParts nested_parts(std::span<const std::vector<double>> values, double level) {
  Groups groups;
  for (const auto& draw : values)
    groups.add(draw);
  VarianceParts parts;
  parts.draws = static_cast<int>(groups.means.size());
  const auto n_draws = static_cast<double>(parts.draws);
  parts.mean.estimate = parts.truth.estimate = mean_of(groups.means);
  if (parts.draws < 2 || groups.freedom < 1) {
    count_replications(parts, groups.used, groups.dropped);
    return refused(parts, parts.draws < 2 ? "fewer than two parameter draws have a value"
                                          : "no parameter draw has two replications");
  }
  const double size = n_draws / groups.inverse_sizes; // harmonic mean
  const MeanSquare between{size * variance_of(groups.means), n_draws - 1};
  const MeanSquare within{groups.squares / groups.freedom, groups.freedom};
  parts.parameters = part_of(between, within, size, level);
  parts.luck = part_of(within, level);
  parts.interaction = {0, 0, 0};
  const Term of_mean[] = {{1 / (n_draws * size), between}};
  const Term of_truth[] = {{(1 + 1 / n_draws) / size, between}};
  parts.mean = around(parts.mean.estimate, of_mean, 0, level);
  parts.truth = around(parts.truth.estimate, of_truth, 0, level);
  count_replications(parts, groups.used, groups.dropped);
  const double spread = parts.parameters.variance;
  parts.mean_from_parameters = share(spread / n_draws, total(of_mean));
  parts.truth_from_parameters = share(spread * (1 + 1 / n_draws), total(of_truth));
  return parts;
}

VarianceParts crossed_parts(std::span<const std::vector<double>> values, double level) {
  const auto table = complete_columns(values);
  const int used = table.empty() ? 0 : static_cast<int>(table[0].size());
  const int dropped = table.empty() ? 0 : static_cast<int>(values[0].size()) - used;
  VarianceParts parts;
  parts.draws = static_cast<int>(table.size());
  if (parts.draws < 2 || used < 2) {
    if (used > 0)
      parts.mean.estimate = parts.truth.estimate = mean_of(table[0]);
    count_replications(parts, used, dropped);
    return refused(parts, parts.draws < 2 ? "fewer than two parameter draws"
                                          : "fewer than two replications have a value everywhere");
  }
  const auto layout = two_way(table);
  const double n_draws = parts.draws, n = used, cells = n_draws * n;
  const auto &rows = layout.rows, &columns = layout.columns, &both = layout.both;
  parts.parameters = part_of(rows, both, n, level);
  parts.luck = part_of(columns, both, n_draws, level);
  parts.interaction = part_of(both, level);
  const Term of_mean[] = {{1 / cells, rows}, {1 / cells, columns}, {-1 / cells, both}};
  const Term of_truth[] = {{(1 + 1 / n_draws) / n, rows}, {1 / cells, columns}, {-1 / cells, both}};
  const double least = std::max(rows.value, columns.value) / cells;
  parts.mean = around(layout.mean, of_mean, least, level);
  const double mean_variance = std::max(total(of_mean), least);
  parts.truth = around(layout.mean, of_truth, mean_variance, level);
  count_replications(parts, used, dropped);
  const double spread = parts.parameters.variance;
  parts.mean_from_parameters = share(spread / n_draws, mean_variance);
  parts.truth_from_parameters =
      share(spread * (1 + 1 / n_draws), std::max(total(of_truth), mean_variance));
  return parts;
}

} // namespace sojourn::output
