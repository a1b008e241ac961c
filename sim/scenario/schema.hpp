// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/json.hpp"
#include "sim/scenario/field.hpp"

#include <optional>

namespace sojourn {

/// The schema of one scalar row: what editors see of `4 h`, `40%`, `rest`, a number with a range.
/// YAML gives editors numbers for `7` and `+0.5`, texts for everything with a unit.
output::Json scalar_schema(const FieldRow& field);

/// What editors show over the word: its help, how it is written, what holds where it is unsaid.
std::string description_of(const FieldNode& node);
bool is_required(const FieldNode& node);

/// What may stand there, for whoever wrote something else: "A share like 40% (0% to 100%), or
/// rest."
std::string forms_in_words(const FieldNode& node);

/// Whether the group is the usual form, the table's first, where there is a value form too.
bool group_comes_first(const FieldNode& node);

/// What editors fill in: the default as it would be written; nullopt where it cannot be.
std::optional<output::Json> default_of(const FieldRow& field);

/// Regular expression of the names under `*`, without the fixed words beside it.
std::string name_pattern(Kind key, const std::vector<std::string>& fixed);

/// `definitions/<name>`: a distribution whose parts are of the row's kind.
std::string distribution_name(const FieldRow& field);
output::Json distribution_schema(const FieldRow& field);

} // namespace sojourn
