// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <cstddef>
#include <string>
#include <vector>

// Where a journey hurts and where it is decided, found by rules that the map states
// (README.md, "Moments of truth and pain points").
namespace sojourn::output {

struct Moment {
  std::size_t touchpoint = 0;
  double score = 0;
  std::string text;
};

/// At most two, left to right: the touchpoints with the largest visits x mean negative affect,
/// among those whose mean is at most -0.25.
[[nodiscard]] std::vector<Moment> pain_points(const ResultData& result, std::size_t arm,
                                              std::size_t group);

/// At most two, left to right: declared ones, or where none is declared the touchpoints that move
/// what is remembered the most: visits x |remembered after - remembered before|, "before" being the
/// mean over the touchpoints people come from. Pain points are not named twice.
[[nodiscard]] std::vector<Moment> moments_of_truth(const ResultData& result, std::size_t arm,
                                                   std::size_t group);

/// What people remember when they come to a touchpoint from another one; missing where fewer than
/// 5 in 100 journeys do.
[[nodiscard]] double remembered_before(const ResultData& result, std::size_t arm, std::size_t group,
                                       std::size_t touchpoint);

/// The rules in a sentence each, for the report.
[[nodiscard]] std::string moments_rule(const ResultData& result);

} // namespace sojourn::output
