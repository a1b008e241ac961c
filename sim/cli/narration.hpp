// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/trace.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>

namespace sojourn::cli {

/// A journey in words: step by step what happened, what was felt, what was remembered and believed,
/// and why the choice went as it did. 80 columns, the last line says how it ended.
[[nodiscard]] std::string narrate(const Scenario& scenario, const JourneyTrace& journey,
                                  bool colour);

/// Monday of week 2, 09:14.
[[nodiscard]] std::string moment_text(Ticks wall);

} // namespace sojourn::cli
