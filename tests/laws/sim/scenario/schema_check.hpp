// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/json.hpp"

#include <string>
#include <vector>

// A judge of JSON Schema draft-07, as far as the generated schema uses it.
namespace scenario_test {

/// Words of draft-07 that the judge knows; a schema with others must not pass unjudged.
bool known_words_only(const sojourn::output::Json& schema, std::string& unknown);

/// Why `value` does not fit `schema`; empty where it does. `root` resolves "#/definitions/…".
std::string judge(const sojourn::output::Json& value, const sojourn::output::Json& schema,
                  const sojourn::output::Json& root, const std::string& path = "");

/// The scenario text as JSON, the way an editor sees plain YAML values.
sojourn::output::Json as_json(const std::string& text);

} // namespace scenario_test
