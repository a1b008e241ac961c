// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/mechanism_rows.hpp"
#include "models/mechanisms/parameter_rows.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

// Looking things up in the one table that the scenario reader, `sojourn models`, the JSON Schema
// and the list of assumptions read. Adding a mechanism: its header, its rows, one line in
// visit.hpp.
namespace sojourn {

constexpr const MechanismRow& row_of(Mechanism mechanism) {
  return mechanism_rows[static_cast<std::size_t>(mechanism)];
}
constexpr const ParameterRow& row_of(Parameter parameter) {
  return parameter_rows[static_cast<std::size_t>(parameter)];
}

/// The mechanism called `id` in a scenario; nullopt where there is none.
constexpr std::optional<Mechanism> find_mechanism(std::string_view id) {
  for (const MechanismRow& row : mechanism_rows) {
    if (row.id == id) {
      return row.mechanism;
    }
  }
  return std::nullopt;
}

/// The parameter called `id` under `mechanism`; nullopt where there is none.
constexpr std::optional<Parameter> find_parameter(Mechanism mechanism, std::string_view id) {
  for (const ParameterRow& row : parameter_rows) {
    if (row.mechanism == mechanism && row.id == id) {
      return row.parameter;
    }
  }
  return std::nullopt;
}

/// The switch of `mechanism`, its first parameter: 0 off, 1 as published.
constexpr Parameter strength_of(Mechanism mechanism) {
  return *find_parameter(mechanism, "strength");
}

namespace detail {
constexpr bool mechanisms_whole() {
  for (std::size_t i = 0; i < n_mechanisms; ++i) {
    const MechanismRow& row = mechanism_rows[i];
    if (row.mechanism != static_cast<Mechanism>(i) || row.id.empty() || row.equation.empty() ||
        row.reads.empty() || row.writes.empty() || row.source.empty() || row.not_for.empty() ||
        !find_parameter(row.mechanism, "strength")) {
      return false;
    }
  }
  return true;
}

constexpr bool ordered(const ParameterRow& row) {
  return row.low <= row.band_low && row.band_low <= row.default_value &&
         row.default_value <= row.band_high && row.band_high <= row.high && row.low < row.high;
}

constexpr bool parameters_whole() {
  for (std::size_t i = 0; i < n_parameters; ++i) {
    const ParameterRow& row = parameter_rows[i];
    if (row.parameter != static_cast<Parameter>(i) || row.id.empty() || row.symbol.empty() ||
        row.source.empty() || !ordered(row) ||
        find_parameter(row.mechanism, row.id) != row.parameter) {
      return false;
    }
  }
  return true;
}
static_assert(mechanisms_whole(), "mechanism_rows: one full row each, in the order of the enum");
static_assert(parameters_whole(), "parameter_rows: one full row each, in the order of the enum");
} // namespace detail

} // namespace sojourn
