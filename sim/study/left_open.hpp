// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/findings.hpp"
#include "sim/study/runner.hpp"

#include <optional>

namespace sojourn {

/// What journeys that were not seen to end leave open, for every arm as soon as there are some in
/// any; nothing otherwise. Quantities: "restricted mean" of the time in the system and its
/// difference from the baseline, "incidence" of every outcome, "bounds" of shares and of value with
/// the unfinished counted either way.
[[nodiscard]] std::optional<Findings> left_open(const Runnable& runnable, const RunRecord& record);

} // namespace sojourn
