// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include <nlohmann/json.hpp>

// The only includer of nlohmann-json. Keys keep the order in which they were written.
namespace sojourn::output {

using Json = nlohmann::ordered_json;

/// JSON text. NaN and infinity become null (JSON has neither); bytes that are not UTF-8 become
/// U+FFFD. indent < 0: one line.
inline std::string json_text(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace sojourn::output
