// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// Green outside, red inside: what the clock says (SLA) around what people remember (XLA).
namespace sojourn::output {

/// The measures of the first SLA and the first XLA, where there are both.
struct MelonMeasures {
  int outside = 0, inside = 0;
};
[[nodiscard]] std::optional<MelonMeasures> melon_measures(const ResultData& result);

/// What must at least be remembered to keep the XLA, in affect points, as its text says.
[[nodiscard]] double remembered_threshold(const ResultData& result);

/// A slice for everyone and each persona in each of the arms: the rind is the share of SLAs kept,
/// the flesh that of XLAs. From y = 0 down; `height` is what it takes.
[[nodiscard]] std::string melon_slices(const ResultData& result, const MelonMeasures& measures,
                                       const std::vector<std::size_t>& arms, double& height);

} // namespace sojourn::output
