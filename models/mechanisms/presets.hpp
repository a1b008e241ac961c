// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/table.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace sojourn {

/// What a remembered journey is made of, by name: `weights` in the order of
/// Parameter::peak_end_mean
/// .. peak_end_extreme.
struct PeakEndPreset {
  std::string_view id;
  std::array<double, 8> weights; // mean, peak, trough, end, integral, trend, begin, extreme
  std::string_view note;
};

inline constexpr std::array<PeakEndPreset, 5> peak_end_presets = {{
    {"integral", {0, 0, 0, 0, 1, 0, 0, 0}, "affect x hours: what an accountant would remember"},
    {"mean", {1, 0, 0, 0, 0, 0, 0, 0}, "the mean of all visits"},
    {"pure_peak_end", {0, 0, 0, .5, 0, 0, 0, .5}, "most extreme and last moment (Kahneman 1993)"},
    {"service_mixed", {.5, .15, .2, .15, 0, 0, 0, 0}, "the default: mean, peak, trough and end"},
    {"seed_itil", {0, .5, .5, 0, 0, 0, 0, 0}, "high and low point only, as ITIL 4 words it"},
}};
inline constexpr std::string_view default_peak_end_preset = "service_mixed";

/// The preset called `id`; nullopt where there is none.
constexpr std::optional<PeakEndPreset> find_peak_end_preset(std::string_view id) {
  for (const PeakEndPreset& preset : peak_end_presets) {
    if (preset.id == id) {
      return preset;
    }
  }
  return std::nullopt;
}

/// The parameter that weight `i` (0 .. 7) of a preset sets.
constexpr Parameter peak_end_weight(std::size_t i) {
  return static_cast<Parameter>(static_cast<std::size_t>(Parameter::peak_end_mean) + i);
}

namespace detail {
constexpr bool default_preset_is_the_table() {
  for (std::size_t i = 0; i < 8; ++i) {
    if (find_peak_end_preset(default_peak_end_preset)->weights[i] !=
        row_of(peak_end_weight(i)).default_value) {
      return false;
    }
  }
  return true;
}
static_assert(default_preset_is_the_table(), "the table's defaults are the default preset");
} // namespace detail

} // namespace sojourn
