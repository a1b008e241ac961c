// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/verify/target.hpp"

#include <cstdint>
#include <functional>
#include <vector>

// Luck in independent batches: what a figure with an interval is made of.
namespace sojourn::verify {

/// One value per quantity, NaN where the batch has none.
using Batch = std::function<std::vector<double>(std::uint32_t batch)>;

/// Mean over `n` batches with 4.5 standard errors on either side (7e-6 for normal means), one
/// estimate per quantity. Batches run in parallel, their values are added up in order.
[[nodiscard]] std::vector<Estimate> over_batches(Executor& executor, int n, const Batch& batch);

/// Batches until every quantity's 99.9 % interval (Student's t) is narrow enough, relative to its
/// size, or the effort's cap is reached. At least 8.
[[nodiscard]] std::vector<Estimate> until_narrow(const Trial& trial, const Batch& batch);

} // namespace sojourn::verify
