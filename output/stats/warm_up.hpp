// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <span>

namespace sojourn::output {

/// How many observations from the begin of a path a steady state should leave out: MSER-m (White
/// 1997 Simulation 69:323; White, Cobb & Spratt 2000 WSC), the d that minimises
/// sum_{i > d} (y_i - mean_d)^2 / (n - d)^2 over means of `batch` observations, times `batch`.
/// d up to half the path; nullopt where the least lies there (too short to tell) or where there are
/// fewer than 10 batches.
[[nodiscard]] std::optional<std::size_t> mser(std::span<const double> path, std::size_t batch = 5);

} // namespace sojourn::output
