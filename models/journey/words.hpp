// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// The words of the domain that several layers share: the seven steps of ITIL 4's Drive Stakeholder
// Value, how a journey ends, and the dimensions on which a person feels.
namespace sojourn {

enum class Step : std::uint8_t { explore, engage, offer, agree, onboard, co_create, realize };
inline constexpr std::array<std::string_view, 7> step_names = {
    "explore", "engage", "offer", "agree", "onboard", "co-create", "realize"};

enum class Outcome : std::uint8_t { served, lost, competitor, off_boarded };
inline constexpr std::array<std::string_view, 4> outcome_names = {"served", "lost", "competitor",
                                                                  "off-boarded"};

enum class Dimension : std::uint8_t { quality, time, effort, price, control };
inline constexpr std::size_t n_dimensions = 5;
inline constexpr std::array<std::string_view, n_dimensions> dimension_names = {
    "quality", "time", "effort", "price", "control"};

/// What an option of a choice leads to, as far as psychology is concerned: `stay` continues the
/// journey, `served` and `lost` end it. The tilt of an option depends on its kind only.
enum class OptionKind : std::uint8_t { stay, served, lost };

/// Ticks of simulated time: 1 ms, counted from Monday 00:00.
using Ticks = std::int64_t;
inline constexpr Ticks ticks_per_minute = 60'000;
inline constexpr Ticks ticks_per_hour = 60 * ticks_per_minute;
inline constexpr Ticks ticks_per_day = 24 * ticks_per_hour;
inline constexpr Ticks ticks_per_week = 7 * ticks_per_day;

/// Lowest and highest affect: one unit is one point of a 0-10 rating, 0 is neutral.
inline constexpr float affect_low = -5.0F;
inline constexpr float affect_high = 5.0F;

} // namespace sojourn
