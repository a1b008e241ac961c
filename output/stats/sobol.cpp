// SPDX-License-Identifier: Apache-2.0
#include "output/stats/sensitivity.hpp"

#include <algorithm>
#include <cassert>

namespace sojourn::output {
namespace {

struct Pair {
  double first = missing, total = missing;
};

/// Complete rows, counted from the first value: a, b [row], ab [input][row].
struct Table {
  std::vector<double> a, b;
  std::vector<std::vector<double>> ab;
  int dropped = 0;
};

struct Level {
  double mean = missing, variance = missing;
};

bool complete(const SaltelliValues& values, std::size_t row) {
  bool known = !std::isnan(values.a[row]) && !std::isnan(values.b[row]);
  for (std::size_t input = 0; input < values.n_inputs(); ++input)
    known = known && !std::isnan(values.ab[input * values.rows() + row]);
  return known;
}

/// Neither index depends on where y is counted from; from its first value, a constant model gives
/// zeros without any rounding.
void shift(Table& table) {
  const double origin = table.a.empty() ? 0.0 : table.a.front();
  const auto lower = [origin](std::vector<double>& each) {
    for (double& value : each)
      value -= origin;
  };
  lower(table.a);
  lower(table.b);
  std::for_each(table.ab.begin(), table.ab.end(), lower);
}

Table complete_rows(const SaltelliValues& values) {
  Table table;
  table.ab.resize(values.n_inputs());
  for (std::size_t row = 0; row < values.rows(); ++row) {
    if (!complete(values, row)) {
      ++table.dropped;
      continue;
    }
    table.a.push_back(values.a[row]);
    table.b.push_back(values.b[row]);
    for (std::size_t input = 0; input < table.ab.size(); ++input)
      table.ab[input].push_back(values.ab[input * values.rows() + row]);
  }
  shift(table);
  return table;
}

/// Of the values at A and B together, over the chosen rows.
Level level_of(const Table& table, std::span<const std::uint32_t> rows) {
  double sum = 0, squares = 0;
  for (const std::uint32_t row : rows) {
    sum += table.a[row] + table.b[row];
    squares += table.a[row] * table.a[row] + table.b[row] * table.b[row];
  }
  const double n = 2 * static_cast<double>(rows.size());
  return {sum / n, squares / n - (sum / n) * (sum / n)};
}

Pair pair_of(const Table& table, std::size_t input, std::span<const std::uint32_t> rows,
             const Level& level) {
  if (!(level.variance > 0))
    return {};
  const std::vector<double>& mixed = table.ab[input];
  double first = 0, total = 0;
  for (const std::uint32_t row : rows) {
    const double step = mixed[row] - table.a[row];
    first += (table.b[row] - level.mean) * step;
    total += step * step;
  }
  const auto n = static_cast<double>(rows.size());
  return {first / n / level.variance, total / (2 * n) / level.variance};
}

std::vector<Pair> pairs_of(const Table& table, std::span<const std::uint32_t> rows) {
  std::vector<Pair> pairs;
  const Level level = level_of(table, rows);
  for (std::size_t input = 0; input < table.ab.size(); ++input)
    pairs.push_back(pair_of(table, input, rows, level));
  return pairs;
}

std::vector<std::uint32_t> drawn_rows(const RowLuck& luck, std::uint32_t resample, std::size_t n) {
  std::vector<std::uint32_t> rows(n);
  for (std::uint32_t draw = 0; draw < n; ++draw)
    rows[draw] = static_cast<std::uint32_t>((std::uint64_t{luck(resample, draw)} * n) >> 32);
  return rows;
}

/// The value below which a share p lies, between the order statistics. `values` is sorted.
double percentile(std::span<const double> values, double p) {
  const double at = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

void bound(Interval& interval, std::vector<double> resampled) {
  resampled.erase(std::remove_if(resampled.begin(), resampled.end(),
                                 [](double each) { return std::isnan(each); }),
                  resampled.end());
  if (resampled.size() < 2)
    return;
  std::sort(resampled.begin(), resampled.end());
  const double tail = (1 - interval.level) / 2;
  interval.reason.clear();
  interval.lower = percentile(resampled, tail);
  interval.upper = percentile(resampled, 1 - tail);
}

Interval plain(double estimate, const Table& table, double level) {
  Interval interval;
  interval.estimate = estimate;
  interval.level = level;
  interval.replications = static_cast<int>(table.a.size());
  interval.dropped = table.dropped;
  if (table.a.size() < 2)
    interval.reason = "fewer than two complete rows";
  else if (std::isnan(estimate))
    interval.reason = "the measure does not vary";
  else
    interval.reason = "no bootstrap was asked for"; // until there is one
  return interval;
}

} // namespace

std::vector<SobolIndex> sobol_indices(const SaltelliValues& values, const Bootstrap& bootstrap,
                                      double level) {
  assert(values.b.size() == values.rows() &&
         values.ab.size() % std::max(values.rows(), std::size_t{1}) == 0);
  const Table table = complete_rows(values);
  std::vector<std::uint32_t> rows(table.a.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row)
    rows[row] = row;
  std::vector<SobolIndex> indices;
  for (const Pair& pair : pairs_of(table, rows))
    indices.push_back({plain(pair.first, table, level), plain(pair.total, table, level)});
  if (rows.size() < 2 || bootstrap.n_resamples < 2)
    return indices;
  std::vector<std::vector<Pair>> resampled;
  resampled.reserve(static_cast<std::size_t>(bootstrap.n_resamples));
  for (int i = 0; i < bootstrap.n_resamples; ++i)
    resampled.push_back(
        pairs_of(table, drawn_rows(bootstrap.luck, static_cast<std::uint32_t>(i), rows.size())));
  for (std::size_t input = 0; input < indices.size(); ++input) {
    std::vector<double> first, total;
    for (const auto& pairs : resampled) {
      first.push_back(pairs[input].first);
      total.push_back(pairs[input].total);
    }
    bound(indices[input].first, std::move(first));
    bound(indices[input].total, std::move(total));
  }
  return indices;
}

} // namespace sojourn::output
