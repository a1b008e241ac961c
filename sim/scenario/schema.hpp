// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/json.hpp"
#include "sim/scenario/field.hpp"

namespace sojourn {

/// The schema of one scalar row: what editors see of `4 h`, `40%`, `rest`, a number with a range.
/// YAML gives editors numbers for `7` and `+0.5`, texts for everything with a unit.
output::Json scalar_schema(const FieldRow& field);

/// Regular expression of the names under `*`, without the fixed words beside it.
std::string name_pattern(Kind key, const std::vector<std::string>& fixed);

/// `definitions/<name>`: a distribution whose parts are of the row's kind.
std::string distribution_name(const FieldRow& field);
output::Json distribution_schema(const FieldRow& field);

} // namespace sojourn
