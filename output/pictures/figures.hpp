// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/svg.hpp"
#include "output/store/result.hpp"

#include <string>
#include <string_view>
#include <vector>

// Every figure is a pure function data -> drawing, used by the report and by `sojourn plot` alike.
namespace sojourn::output {

/// One measure in every arm: level, interval, target dashed. 255 px wide.
[[nodiscard]] Figure tile(const ResultData& result, int measure);

/// The measures that have a tile: remembered, XLA, SLA, value; filled up with the next ones.
[[nodiscard]] std::vector<int> tile_measures(const ResultData& result);

/// What stands over a tile: its name and a line on what it is.
struct TileWords {
  std::string name, note;
};
[[nodiscard]] TileWords tile_words(const ResultData& result, int measure);

/// The tiles side by side.
[[nodiscard]] Figure tiles(const ResultData& result);

/// Paired differences against today, better always to the right; then by persona.
[[nodiscard]] Figure differences(const ResultData& result);

/// The same for a column of 400 px.
[[nodiscard]] Figure differences_narrow(const ResultData& result);

/// The journey of one arm as one group lives it. `group` 0 is everyone.
[[nodiscard]] Figure journey_map(const ResultData& result, std::size_t arm, std::size_t group);

/// The names figure() knows for this result.
[[nodiscard]] std::vector<std::string> figure_names(const ResultData& result);

/// A standalone SVG: "journey_map[:arm[:persona]]", "differences", "tiles". Throws
/// std::invalid_argument that names what exists.
[[nodiscard]] std::string figure(const ResultData& result, std::string_view name);

} // namespace sojourn::output
