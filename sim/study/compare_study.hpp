// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// What the comparison can say beyond its estimates: whether a difference is material (declared
/// margins), whether a change pays back what it costs once (where any arm has a one-off cost), what
/// changes do together beyond the sum of what each does (variants that combine others), and on
/// request every number corrected by control variates. Reads the replications of the comparison.
/// Null where none of this was asked.
[[nodiscard]] std::unique_ptr<Study> make_compare(const StudyContext& context);

} // namespace sojourn
