// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/tally.hpp"
#include "sim/scenario/scenario.hpp"

namespace sojourn {

/// How many hours from the begin the replications of an arm need to settle: MSER-5 on the mean path
/// of people present, hour by hour, over `n` replications added up in `pooled`. Where hours of the
/// week differ, what each usually holds (mean over the second half of the weeks) is taken out
/// first, so that days and nights are no trend. NaN where nobody queues, where the path is too
/// short to tell, and below six weeks of a week that is not even.
[[nodiscard]] double suggested_warm_up_hours(const Scenario& arm, const Tally& pooled, int n);

} // namespace sojourn
