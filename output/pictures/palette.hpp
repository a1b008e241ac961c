// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

// One colour has one meaning, everywhere; all of them at least 4.5:1 on the paper (tested).
namespace sojourn::output {

namespace palette {
inline constexpr std::string_view paper = "#fbfaf6";
inline constexpr std::string_view ink = "#1b2130";
inline constexpr std::string_view quiet = "#565e70"; // secondary text
inline constexpr std::string_view rule = "#dcd8ce";  // hairlines, no text
inline constexpr std::string_view axis = "#8b91a0";  // zero lines, no text
inline constexpr std::string_view wash = "#f4f2ec";  // surfaces
inline constexpr std::string_view card = "#ffffff";
inline constexpr std::string_view today = "#636b7d";
inline constexpr std::string_view good = "#00796b";
inline constexpr std::string_view bad = "#c2410c";
inline constexpr std::array<std::string_view, 3> arms = {"#0068a8", "#9c5c00", "#7a3e9d"};
} // namespace palette

/// Today slate, then the three arm colours in turn; arm_mark() tells them apart without colour.
[[nodiscard]] std::string_view arm_colour(std::size_t arm);

/// The mark of a group at (x, y): a circle for everyone, a shape of its own for each persona.
[[nodiscard]] std::string group_mark(std::size_t group, double x, double y, double radius,
                                     std::string_view fill, std::string_view stroke);

/// The mark of an arm in a figure over arms: a dot for today, a shape of its own for each variant.
[[nodiscard]] std::string arm_mark(std::size_t arm, double x, double y, double radius, bool filled);

/// Contrast ratio of two #rrggbb colours after WCAG 2.2, 1..21.
[[nodiscard]] double contrast(std::string_view one, std::string_view other);

} // namespace sojourn::output
