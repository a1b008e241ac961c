// SPDX-License-Identifier: Apache-2.0
#include "models/luck/quantile.hpp"

#include "models/luck/boost_math.hpp"
#include "models/luck/exact_quantile.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Table building. The same bits on every machine and compiler: the exact quantiles are computed in
// long double, which glibc does not dispatch by CPU, and rounded to double; everything after that
// is our own log and single operations; the coefficients are rounded to float.
namespace sojourn {
namespace {

constexpr double lowest_log = -100; // e^-100 is 0 for every purpose; keeps log(0) out of the cells

using Coefficients = std::array<float, 4>;

/// What is tabled: the exact quantile of `distribution` (starting at 0 where it is bounded below),
/// or its logarithm, at cell coordinate u = 10 z.
struct Tabled {
  Distribution distribution;
  bool logarithm;

  double operator()(double u) const {
    const boost::math::normal unit;
    const double z = u / static_cast<double>(cells_per_sigma);
    const double x = quantile_at(distribution, {cdf(unit, z), cdf(unit, -z)});
    return logarithm ? std::max(log(std::max(x, 0.0)), lowest_log) : x;
  }
};

/// The cubic through the function at t = -1/2, -1/5, 1/5, 1/2. With h = 0.1 and these nodes it is
/// off by at most 4.6e-4 h^4 |g''''|; sharing the outer ones, neighbours meet.
Coefficients through(const std::array<double, 4>& y) {
  const double even_outer = (y[0] + y[3]) / 2, odd_outer = y[3] - y[0];
  const double even_inner = (y[1] + y[2]) / 2, odd_inner = (y[2] - y[1]) / 0.4;
  const double c2 = (even_outer - even_inner) / 0.21, c3 = (odd_outer - odd_inner) / 0.21;
  const double c0 = even_inner - 0.04 * c2, c1 = odd_inner - 0.04 * c3;
  return {static_cast<float>(c0), static_cast<float>(c1), static_cast<float>(c2),
          static_cast<float>(c3)};
}

/// Whether the cubic's slope stays >= 0 on |t| <= 1/2 (its extremes: the ends and the vertex).
bool rises(const Coefficients& c) {
  const auto slope = [&](float t) { return c[1] + t * (2 * c[2] + t * 3 * c[3]); };
  const float vertex = c[3] == 0 ? 0 : std::clamp(-c[2] / (3 * c[3]), -0.5F, 0.5F);
  return slope(-0.5F) >= 0 && slope(0.5F) >= 0 && slope(vertex) >= 0;
}

/// A cell that would fall somewhere (at a kink, or where the support begins) becomes a line.
Coefficients cell_of(const std::array<double, 4>& y) {
  const Coefficients cubic = through(y);
  return rises(cubic) ? cubic
                      : Coefficients{static_cast<float>((y[0] + y[3]) / 2),
                                     static_cast<float>(y[3] - y[0]), 0, 0};
}

/// The same operations as cubic_at, so that the comparison below is exact.
float value_at(const Coefficients& c, float t) { return c[0] + t * (c[1] + t * (c[2] + t * c[3])); }

std::vector<Coefficients> cells_of(const Tabled& g) {
  std::vector<Coefficients> cells;
  double left = g(-quantile_cells / 2.0);
  for (int i = 0; i < quantile_cells; ++i) {
    constexpr int half = quantile_cells / 2;
    const double centre = i - half;
    const double right = g(centre + 0.5);
    cells.push_back(cell_of({left, g(centre - 0.2), g(centre + 0.2), right}));
    left = right;
  }
  // Rounding may let a cell begin an ulp below its neighbour's end: lift it.
  for (std::size_t i = 1; i < cells.size(); ++i) {
    while (value_at(cells[i], -0.5F) < value_at(cells[i - 1], 0.5F)) {
      cells[i][0] = std::nextafter(cells[i][0], std::numeric_limits<float>::infinity());
    }
  }
  return cells;
}

/// The distribution moved so that its support begins at 0.
Distribution from_zero(Distribution d) {
  if (d.kind == DistributionKind::triangular || d.kind == DistributionKind::normal) {
    d.a -= d.low;
  }
  d.high -= d.low;
  d.low = 0;
  return d;
}

float rounded(double x) { return static_cast<float>(x); }

/// Beyond what a word can reach, truncation changes nothing.
bool never_truncated(const Distribution& d) {
  constexpr double reach = 6.4;
  return d.low <= d.a - reach * d.b && d.high >= d.a + reach * d.b;
}

std::int32_t table_code(std::size_t first_row, std::int32_t shape) {
  return static_cast<std::int32_t>(first_row) * 4 + shape;
}

QuantileForm steps_of(const Distribution& d, std::vector<float>& rows) {
  const std::int32_t table = table_code(rows.size() / 4, shape_steps);
  for (const double value : d.values) {
    rows.push_back(rounded(value));
  }
  // A vector reads some cell of the first table for lanes that have none, and drops it.
  constexpr std::size_t one_table = std::size_t{4} * quantile_cells;
  rows.resize(std::max((rows.size() + 3) / 4 * 4, one_table), rounded(d.values.back()));
  return {0, rounded(d.low), rounded(static_cast<double>(d.values.size())), table};
}

QuantileForm table_of(const Distribution& d, std::vector<float>& rows) {
  const bool bounded = std::isfinite(d.low);
  const std::int32_t table = table_code(rows.size() / 4, bounded ? shape_exp : shape_plain);
  for (const Coefficients& cell : cells_of({bounded ? from_zero(d) : d, bounded})) {
    rows.insert(rows.end(), cell.begin(), cell.end());
  }
  return {bounded ? rounded(d.low) : 0, rounded(d.low), rounded(d.high), table};
}

QuantileForm form_of(const Distribution& d, std::vector<float>& rows) {
  constexpr float nothing = -std::numeric_limits<float>::infinity();
  switch (d.kind) {
  case DistributionKind::constant:
    return {rounded(d.a), nothing, 0, exp_of_normal};
  case DistributionKind::uniform:
    return {rounded(d.low), 0, rounded(d.high - d.low), line_of_word};
  case DistributionKind::exponential:
    return {0, 0, rounded(d.a), log_of_word};
  case DistributionKind::lognormal:
    return {0, rounded(d.a), rounded(d.b), exp_of_normal};
  case DistributionKind::normal:
    return never_truncated(d) ? QuantileForm{rounded(d.a), 0, rounded(d.b), line_of_normal}
                              : table_of(d, rows);
  case DistributionKind::empirical:
    return steps_of(d, rows);
  case DistributionKind::triangular:
  case DistributionKind::gamma:
  case DistributionKind::weibull:
  case DistributionKind::beta:
    return table_of(d, rows);
  }
  return {};
}

} // namespace

const float* QuantileTables::rows() const { return rows_.data(); }

std::size_t QuantileTables::n_rows() const { return rows_.size() / 4; }

QuantileForm QuantileTables::add(const Distribution& distribution) {
  const auto same = std::find_if(known_.begin(), known_.end(),
                                 [&](const auto& one) { return one.first == distribution; });
  if (same != known_.end()) {
    return same->second;
  }
  const QuantileForm form = form_of(distribution, rows_);
  known_.emplace_back(distribution, form);
  return form;
}

} // namespace sojourn
