// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/parameter_rows.hpp"

namespace sojourn {

/// theta of the choice rule: the one published number that belongs to the scenario, not to a
/// person. Fields as in ParameterRow.
struct ChoiceSensitivityRow {
  std::string_view id, symbol, unit;
  double default_value;
  double low, high;
  double band_low, band_high;
  Provenance provenance;
  std::string_view source;
};

inline constexpr ChoiceSensitivityRow choice_sensitivity_row = {
    "choice_sensitivity",
    "theta",
    "log-odds per affect point",
    .65,
    0,
    5,
    .3,
    1.2,
    Provenance::derived,
    "Kahneman et al. 1993 (69 % chose the better end: .61); Redelmeier et al. 2003 (odds ratio "
    "1.41: .69)"};

} // namespace sojourn
