// SPDX-License-Identifier: Apache-2.0
#include "models/luck/quantile.hpp"

#include "models/luck/exact_quantile.hpp"
#include "models/luck/stream.hpp"
#include "tests/unit/models/luck/catalogue.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace sojourn;
using namespace sojourn::testing;

namespace {

/// How often a form's value falls between consecutive words of [first, last] taken in steps.
long falls(const QuantileForm& form, const float* rows, std::uint64_t first, std::uint64_t last,
           std::uint64_t step) {
  long count = 0;
  float before = -INFINITY;
  for (std::uint64_t w = first; w <= last; w += step) {
    const float x = at_word<float>(form, rows, static_cast<std::uint32_t>(w));
    count += !(x >= before);
    before = x;
  }
  return count;
}

/// The largest error of a draw, relative to the exact quantile's distance from the support's end or
/// to an eighth of its own size (a float cannot be closer). Values below 1e-30 count as 0.
double worst_error(const Distribution& distribution, const QuantileForm& form, const float* rows) {
  const double origin = std::isfinite(distribution.low) ? distribution.low : 0;
  double worst = 0;
  for (std::uint64_t w = 12'345; w < 0x100000000U; w += 2'000'003) {
    const auto word = static_cast<std::uint32_t>(w);
    const double exact = quantile_at(distribution, {uniform_open(word), uniform_open(~word)});
    const double error = std::abs(static_cast<double>(at_word<float>(form, rows, word)) - exact);
    worst = std::max(worst, error / std::max({exact - origin, std::abs(exact) / 8, 1e-30}));
  }
  return worst;
}

} // namespace

TEST_CASE("a draw never falls in its word", "[luck]") {
  QuantileTables tables;
  for (const auto& [name, distribution, tolerance] : catalogue()) {
    const QuantileForm form = tables.add(distribution);
    INFO(name);
    CHECK(falls(form, tables.rows(), 0, 0xffffffffU, 60'013) == 0);
    CHECK(falls(form, tables.rows(), 0, 50'000, 1) == 0);
    CHECK(falls(form, tables.rows(), 0x7fff0000U, 0x80010000U, 7) == 0);
    CHECK(falls(form, tables.rows(), 0xffff8000U, 0xffffffffU, 1) == 0);
  }
}

TEST_CASE("every distribution at one word in 61: no draw falls", "[luck][soak]") {
  QuantileTables tables;
  for (const auto& [name, distribution, tolerance] : catalogue()) {
    const QuantileForm form = tables.add(distribution);
    INFO(name);
    CHECK(falls(form, tables.rows(), 0, 0xffffffffU, 61) == 0);
  }
}

TEST_CASE("a table that was turned round is seen to fall", "[luck]") {
  QuantileTables tables;
  const QuantileForm form = tables.add(Distribution::gamma(2.5, 3));
  std::vector<float> rows(tables.rows(), tables.rows() + 4 * tables.n_rows());
  std::swap(rows[4 * 60], rows[4 * 61]);
  CHECK(falls(form, rows.data(), 0, 0xffffffffU, 60'013) > 0);
}

TEST_CASE("a draw is the exact quantile of its word", "[luck]") {
  QuantileTables tables;
  for (const auto& [name, distribution, tolerance] : catalogue()) {
    const QuantileForm form = tables.add(distribution);
    INFO(name);
    CHECK(worst_error(distribution, form, tables.rows()) <= tolerance);
  }
}

TEST_CASE("the comparison with the exact quantile sees a slightly wrong shape", "[luck]") {
  QuantileTables tables;
  const QuantileForm form = tables.add(Distribution::gamma(2.5001, 3));
  CHECK(worst_error(Distribution::gamma(2.5, 3), form, tables.rows()) > 4e-6);
}

TEST_CASE("a draw stays within the support", "[luck]") {
  QuantileTables tables;
  for (const auto& [name, distribution, tolerance] : catalogue()) {
    const QuantileForm form = tables.add(distribution);
    const double lowest = static_cast<double>(at_word<float>(form, tables.rows(), 0U));
    const double highest = static_cast<double>(at_word<float>(form, tables.rows(), ~0U));
    INFO(name);
    CHECK(lowest >= distribution.quantile(0));
    CHECK(highest <= distribution.quantile(1));
    CHECK(std::isfinite(highest));
  }
}

TEST_CASE("a constant is exactly itself, endless included", "[luck]") {
  QuantileTables tables;
  CHECK(at_word<float>(QuantileForm{}, nullptr, 77U) == 0);
  for (const double value : {0.1, -4.0, Distribution::infinity}) {
    const QuantileForm form = tables.add(Distribution::constant(value));
    CHECK(at_word<float>(form, tables.rows(), 123'456U) == static_cast<float>(value));
    CHECK(at_word<double>(form, tables.rows(), 0U) ==
          static_cast<double>(static_cast<float>(value)));
  }
  CHECK(tables.n_rows() == 0);
}

TEST_CASE("the values of an empirical distribution come equally often", "[luck]") {
  QuantileTables tables;
  const QuantileForm form = tables.add(Distribution::empirical({10, 20, 40, 80, 160}));
  for (std::uint32_t step = 0; step < 5; ++step) {
    const auto first = static_cast<std::uint32_t>((std::uint64_t{step} * 0x100000000U + 4) / 5);
    CHECK(at_word<float>(form, tables.rows(), first) == static_cast<float>(10 << step));
    CHECK(at_word<float>(form, tables.rows(), first + 1000) == static_cast<float>(10 << step));
    if (step > 0) {
      CHECK(at_word<float>(form, tables.rows(), first - 1) == static_cast<float>(5 << step));
    }
  }
  CHECK(tables.n_rows() >= quantile_cells); // what vectors read of lanes without a table
}

TEST_CASE("equal distributions share one table", "[luck]") {
  QuantileTables tables;
  const QuantileForm first = tables.add(Distribution::gamma(2, 3));
  const std::size_t rows = tables.n_rows();
  CHECK(tables.add(Distribution::gamma(2, 3)) == first);
  CHECK(tables.n_rows() == rows);
  CHECK(tables.add(Distribution::gamma(2, 4)) != first);
  CHECK(tables.n_rows() == 2 * rows);
}
