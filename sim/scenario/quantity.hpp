// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/field.hpp"
#include "sim/scenario/located.hpp"
#include "sim/scenario/value.hpp"

namespace sojourn {

/// A scalar read as its row asks: the row's own words first, then the number with its unit, then
/// the range. Names in use (touchpoints, channels …) come back as `word`, unchecked. The messages
/// continue a sentence that starts with the path and the value.
Read<Value> read_scalar(const FieldRow& field, const Node& node, const Units& units);

/// A plain number in the row's unit without its words and range: the parts of a distribution.
Read<Value> read_number(const FieldRow& field, std::string_view text, const Units& units);

/// Refusal where `number` is outside of the row's range.
std::vector<Refusal> outside_range(const FieldRow& field, double number);

/// The distribution a group stands for: `{ median: 5 min, p90: 12 min }`, `{ triangular: [a, b, c]
/// }` and so on, in the row's canonical unit. On refusal `at` is the node to blame.
Read<Value> read_distribution(const FieldRow& field, const Node& group, const Units& units,
                              const Node*& at);

/// Whether the key of a group says that it is a distribution.
bool names_distribution(std::string_view key);

/// Every spelling of a distribution, for hints and the schema.
const std::vector<std::string>& distribution_words();

} // namespace sojourn
