// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/field.hpp"
#include "sim/scenario/located.hpp"

#include <array>
#include <optional>

namespace sojourn {

/// What a measure is counted in.
enum class MeasureUnit : unsigned char { affect, share, minutes, money, plain };

struct MeasureRow {
  std::string_view id;
  MeasureUnit unit;
};

/// The measures that a scenario may name besides agreements.
inline constexpr std::array<MeasureRow, 23> measure_rows = {{
    {"remembered_experience", MeasureUnit::affect},
    {"experienced", MeasureUnit::affect},
    {"served", MeasureUnit::share},
    {"gave_up", MeasureUnit::share},
    {"time_in_system", MeasureUnit::minutes},
    {"value", MeasureUnit::money},
    {"cost", MeasureUnit::money},
    {"trust", MeasureUnit::plain},
    {"effort", MeasureUnit::plain},
    {"visits", MeasureUnit::plain},
    {"satisfaction", MeasureUnit::plain},
    {"csat", MeasureUnit::share},
    {"csat_corrected", MeasureUnit::share},
    {"nps", MeasureUnit::plain},
    {"nps_corrected", MeasureUnit::plain},
    {"ces", MeasureUnit::plain},
    {"response_rate", MeasureUnit::share},
    {"renewal", MeasureUnit::share},
    {"paid", MeasureUnit::money},
    {"risk", MeasureUnit::money},
    {"risk_taken", MeasureUnit::money},
    {"net_benefit", MeasureUnit::money},
    {"net_value", MeasureUnit::money},
}};

/// The most entries of one chapter or list: what looks names up may then stay simple.
inline constexpr std::size_t most_entries = 1000;

/// The names a scenario gives, in the order written. A chapter that is not a group has no known
/// names: references into it are then not judged.
struct Names {
  struct Chapter {
    std::vector<std::string> ids;
    bool known = true;
    std::optional<int> index(std::string_view id) const;
  };
  Chapter touchpoints, exits, resources, calendars, personas, channels, agreements, indicators,
      variants;

  /// The chapter a kind of reference points into; nullptr for kinds that are no reference.
  const Chapter* of(Kind kind) const;
};

Names collect_names(const Node& root);

/// Whether results have a measure of that name, whatever the scenario says.
bool names_a_measure(std::string_view id);

/// "touchpoint", "touchpoint or exit" …
std::string_view noun_of(Kind kind);

/// Whether `id` is a name in use of that kind; `candidates` are then all such names.
struct Lookup {
  bool found = false, judged = true;
  std::vector<std::string> candidates;
};
Lookup look_up(const Names& names, Kind kind, std::string_view id);

} // namespace sojourn
