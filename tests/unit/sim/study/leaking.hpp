// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>

// T38: a journey whose value is m [o g 100 ps - 10 att - tc] - 5 with ps = (1-r)/(1-r(1-a)) and
// att = 1/(1-r(1-a)). Four causes of leakage set m, o, (r, a) and (g, tc).
namespace sojourn::leaking {

/// scenarios/theory/leakage.yaml.
inline const std::string text = [] {
  std::ifstream file(SOJOURN_SOURCE_DIR "/scenarios/theory/leakage.yaml");
  return std::string(std::istreambuf_iterator<char>(file), {});
}();

/// The closed form; bit i of `active`: cause i leaks.
inline double value_when(std::size_t active) {
  const auto leaks = [active](unsigned cause) { return ((active >> cause) & 1U) != 0; };
  const double m = leaks(0) ? 0.75 : 0.9, o = leaks(1) ? 0.8 : 1;
  const double r = leaks(2) ? 0.3 : 0.05, a = leaks(2) ? 0.1 : 0.02;
  const double g = leaks(3) ? 0.7 : 1, tc = leaks(3) ? 0 : 2;
  const double den = 1 - r * (1 - a);
  return m * (o * g * 100 * (1 - r) / den - 10 / den - tc) - 5;
}

/// science.md's table, to six decimals.
inline constexpr std::array<double, 16> table = {
    73.641640, 60.534700, 55.660568, 45.550473, 67.172603, 55.143836, 49.912329, 40.760274,
    48.470032, 39.558360, 35.883281, 29.069401, 43.082192, 35.068493, 31.000000, 25.000000};

/// The written scenario with the ideals of the causes that do not leak.
inline Scenario scenario_when(std::size_t active) {
  const Loaded loaded = load_scenario_text(text, "leaking.yaml", {});
  REQUIRE(loaded.ok());
  Scenario s = loaded.arms.front().scenario;
  s.value = {};
  const auto ideal = [active](unsigned cause) { return ((active >> cause) & 1U) == 0; };
  if (ideal(0)) {
    s.touchpoints[0].rows[0].share = 0.9;
  }
  if (ideal(1)) {
    s.touchpoints[3].rows[0].share = 1;
  }
  if (ideal(2)) {
    s.touchpoints[2].rows[0].share = 0.95;
    s.touchpoints[2].rows[1].share = 0.049;
    s.touchpoints[2].rows[2].share = 0.001;
  }
  if (ideal(3)) {
    s.touchpoints[4].booked_surveyed = s.touchpoints[4].booked_otherwise = 1;
    s.touchpoints[1].price = 2;
  }
  return s;
}

} // namespace sojourn::leaking
