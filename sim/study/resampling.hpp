// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sojourn {

/// A list of observed values in the scenario, `{ empirical: [3 min, 5 min, 9 min] }`, that stands
/// for a small sample of something larger.
struct ObservedSample {
  std::string path;
  std::vector<std::string> values; // as written
};

/// The samples that `bootstrap:` of a study names. Refuses paths where no empirical list of at
/// least two values is written.
[[nodiscard]] std::vector<ObservedSample> samples_of(const StudyContext& context);

/// The sample as it might have come out instead: as many values, drawn with replacement (Efron
/// 1979). `sample` and `draw` address the luck.
[[nodiscard]] ChangeLine resampled(const ObservedSample& observed, std::uint64_t seed,
                                   std::uint32_t sample, std::uint32_t draw);

} // namespace sojourn
