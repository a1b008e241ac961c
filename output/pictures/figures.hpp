// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/svg.hpp"
#include "output/store/result.hpp"

#include <span>
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

/// 1180 px for a page or a slide, 400 px for a phone.
enum class Room { wide, narrow };

/// From the potential of a journey to what is realised, cause by cause; a panel for each arm looked
/// at, one scale. Empty where no study asked.
[[nodiscard]] Figure leakage(const ResultData& result, Room room);

/// Where leakage shows (touchpoint x cause) and starts (step x cause) today, and the step test.
[[nodiscard]] Figure leakage_map(const ResultData& result, Room room);

/// What each mechanism does, the largest first: a diamond for everyone, a shape for each persona.
/// Empty where no study asked.
[[nodiscard]] Figure mechanisms(const ResultData& result, Room room);

/// The improvements that gain most, with the ranks the data allow. Empty where no study asked.
[[nodiscard]] Figure fix_first(const ResultData& result, Room room);

/// Levels along what is varied: a curve for each arm where one number varies, a heat map where two
/// do on a grid, else dots against each. Empty where no study asked.
[[nodiscard]] Figure sweep(const ResultData& result, Room room);

/// How the weeks went, today and in the designs that change on the way, and when they changed.
[[nodiscard]] Figure weeks(const ResultData& result, Room room);

/// The ends of the bands of doubtful numbers, and each one's share of the doubt.
[[nodiscard]] Figure tornado(const ResultData& result, Room room);

/// How far each doubtful number moves the answer against how much that depends on the others.
[[nodiscard]] Figure screen(const ResultData& result, Room room);

/// The journeys in the file by time and memory in one arm, those who gave up apart; beside them
/// what the clock says (SLA) around what is remembered (XLA), for each persona. Where there are
/// both.
[[nodiscard]] Figure watermelon(const ResultData& result, std::size_t arm, Room room);
[[nodiscard]] bool has_watermelon(const ResultData& result);

/// A week at each resource where people stand in line: staffed time worked, mean wait by who came.
[[nodiscard]] Figure queues_by_hour(const ResultData& result, Room room);

/// A figure of a study: drawn where a study with that headline quantity ran.
struct StudyFigure {
  std::string_view name, headline;
  Figure (*draw)(const ResultData& result, Room room);
};
[[nodiscard]] std::span<const StudyFigure> study_figures();
[[nodiscard]] bool has_figure(const ResultData& result, const StudyFigure& figure);

/// The names figure() knows for this result.
[[nodiscard]] std::vector<std::string> figure_names(const ResultData& result);

/// A standalone SVG: "journey_map[:arm[:persona]]", "differences", "tiles", those of studies.
/// Throws std::invalid_argument that names what exists.
[[nodiscard]] std::string figure(const ResultData& result, std::string_view name);

} // namespace sojourn::output
