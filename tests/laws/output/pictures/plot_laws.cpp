// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/stats/missing.hpp"

#include <catch2/catch.hpp>

namespace sojourn::output::plot {

TEST_CASE("ticks are round, inside and evenly spaced at every size") {
  for (const double size : {1e-4, 0.03, 1.0, 7.0, 90.0, 12345.0}) {
    for (const double low : {-0.4 * size, 0.0, 0.7 * size}) {
      const std::vector<double> ticks = round_ticks(low, low + size, 6);
      REQUIRE(ticks.size() >= 2);
      CHECK(ticks.size() <= 7);
      const double step = ticks[1] - ticks[0];
      const double digit = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
      CHECK(
          (std::abs(digit - 1) < 1e-6 || std::abs(digit - 2) < 1e-6 || std::abs(digit - 5) < 1e-6));
      CHECK(ticks.front() >= low - 1e-9 * size);
      CHECK(ticks.back() <= low + size + 1e-9 * size);
    }
  }
  CHECK(round_ticks(1, 1, 5).empty());
}

TEST_CASE("ticks are told apart by their decimals") {
  CHECK(tick_decimals({0, 0.5, 1}) == 1);
  CHECK(tick_decimals({0, 20}) == 0);
  CHECK(tick_decimals({0, 0.05}) == 2);
}

TEST_CASE("a scale puts the better end to the right") {
  for (const int better : {1, -1}) {
    Extent extent;
    extent.include(-2);
    extent.include(missing); // does not count
    extent.include(3);
    const PlotScale x = scale_over(extent, 100, 500, better);
    CHECK(better * (x(3) - x(-2)) > 0);
    CHECK(std::min(x(3), x(-2)) >= 100);
    CHECK(std::max(x(3), x(-2)) <= 500);
    CHECK(colour_of(better * 1.0, better) == palette::good);
    CHECK(colour_of(better * -1.0, better) == palette::bad);
  }
}

TEST_CASE("an empty extent is drawn all the same") {
  CHECK(std::isfinite(scale_over({}, 0, 10)(0.5)));
  CHECK(std::isfinite(scale_over({2, 2}, 0, 10)(2)));
}

} // namespace sojourn::output::plot
