// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/bands.hpp"
#include "sim/study/study.hpp"

#include <optional>
#include <string>
#include <vector>

// What a study varies: values at one path, or at several that belong together. A point of the unit
// cube becomes a patch, one coordinate per axis.
namespace sojourn {

/// One axis. Between two ends (`ends`) every coordinate is another value; a list of values has one
/// for each of its equal parts of [0, 1].
class Axis {
public:
  /// Ends as written: numbers with the same unit behind them. `whole`: only whole numbers, each
  /// equally likely. `times`: what is written at the paths is multiplied.
  static Axis between(std::string name, std::vector<std::string> paths, double low, double high,
                      std::string unit);
  static Axis of_values(std::string name, std::vector<std::string> paths,
                        std::vector<std::string> values);
  Axis& whole();
  Axis& times();
  Axis& in_steps(std::size_t n); ///< levels of a grid between two ends; 2 or more
  Axis& written_at(const Place& place);
  /// One part of a sum that stays as it is, whatever its parts become; `written` is the part as the
  /// scenario has it, `most` the largest that is legal. The sum is over the axes of neighbouring
  /// paths that are parts too.
  Axis& part_of_sum(double written, double most);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Levels of a grid: the values of a list, or the steps between the ends.
  [[nodiscard]] std::size_t n_levels() const { return values_.empty() ? steps_ : values_.size(); }

  /// Values that must all be sound for the axis to be: those of the list, or both ends.
  [[nodiscard]] std::size_t n_ends() const { return values_.empty() ? 2 : values_.size(); }

  /// At coordinate u in [0, 1]: as a user writes it ("12 min"), the number alone (missing for
  /// words), and the changes.
  [[nodiscard]] std::string text(double u) const;
  [[nodiscard]] double number(double u) const;
  [[nodiscard]] std::vector<ChangeLine> lines(double u) const;
  /// "min"; empty for plain numbers and words.
  [[nodiscard]] const std::string& unit() const { return unit_; }
  [[nodiscard]] const Place& place() const { return place_; }
  [[nodiscard]] const std::optional<double>& written_part() const { return written_part_; }
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }
  /// The part at coordinate u, as much as it is of the sum.
  [[nodiscard]] double part(double u) const;
  /// The change of one path to `part`.
  [[nodiscard]] ChangeLine line_to(const std::string& path, double part) const;
  /// "low to high", for tables.
  [[nodiscard]] std::string range() const { return text(0) + " to " + text(1); }

private:
  std::string name_;
  std::vector<std::string> paths_;
  std::vector<std::string> values_;
  double low_ = 0, high_ = 0;
  std::string unit_;
  bool whole_ = false, times_ = false;
  std::size_t steps_ = 5;
  Place place_;
  std::optional<double> written_part_;
  double most_of_sum_ = 0;
};

/// Axis of a published band; numbers that vary from person to person are multiplied.
[[nodiscard]] Axis axis_of(const PublishedBand& band);

/// What `over:` of a sweep says: lists of values, `{ times: [...] }` or `{ from, to, steps }` by
/// path. Refuses what is none of these, places where they stand.
[[nodiscard]] std::vector<Axis> swept_axes(const StudyContext& context);

/// What `bands:` says: `published` (unsaid, too, where nothing is resampled), or two ends by path,
/// `[low, high]` or `{ times: [low, high] }`, with `published: true` among them for both. A path of
/// one's own wins over the published one.
[[nodiscard]] std::vector<Axis> banded_axes(const StudyContext& context);

/// Builds the design at both ends of every axis, alone, and refuses all that leave a range, name
/// unknown paths or cannot be changed, each at its line.
void check_ends(const StudyContext& context, const std::vector<Axis>& axes);

/// The changes of all axes at one point. Parts of a sum are scaled so that it stays as written.
[[nodiscard]] std::vector<ChangeLine> lines_at(const std::vector<Axis>& axes,
                                               std::span<const double> point);
/// The changes of one axis alone; where it is part of a sum, the other parts make room for it.
[[nodiscard]] std::vector<ChangeLine> lines_alone(const std::vector<Axis>& axes, std::size_t axis,
                                                  double u);
/// The last two words of each path, "desk.capacity", and more where two would be the same.
[[nodiscard]] std::vector<std::string> short_names(const std::vector<Axis>& axes);
/// "desk.capacity = 5, arrivals.rate = times 1.2".
[[nodiscard]] std::string words_at(const std::vector<Axis>& axes, std::span<const double> point);

} // namespace sojourn
