// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/runner.hpp"

namespace sojourn {

/// The level of every measure in every arm and group, then every arm's difference from the first
/// (paired by replication), Holm-adjusted within each measure: the differences for everyone are one
/// family, those by persona another, so that looking closer costs the headline nothing.
/// Order: [arm][measure][group], levels first.
[[nodiscard]] std::vector<output::Estimate> estimates_of(const Runnable& runnable,
                                                         const RunRecord& record);

} // namespace sojourn
