// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"
#include "sim/study/runner.hpp"

namespace sojourn {

/// Who is helped and who is hurt, per replication and with intervals; and how the quantiles of
/// everybody's remembered experience shift. Needs `result.map`. Does nothing where there is one
/// arm.
void fill_pairs(output::ResultData& result, const RunRecord& record, double noticeable);

} // namespace sojourn
