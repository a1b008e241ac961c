// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/reading.hpp"

namespace sojourn {

/// What an option of a choice says of itself: `default`, `defers`, `costs`, `benefit`,
/// `stated_risk`, read into the row of the node. `path` names the row.
void read_option(Reading& reading, const Node& node, const std::string& path, RowSpec& row);

/// Refuses such words where nobody chooses. `decides`: the list is a choice.
void check_option(Reading& reading, const Node& node, const std::string& path, bool decides,
                  const RowSpec& row);

} // namespace sojourn
