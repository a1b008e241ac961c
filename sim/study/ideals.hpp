// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// The ideals of one arm: what `value.ideal` would set for each cause of leakage, line by line. Two
// words are numbers that have to be found first: a promise that is `honest`, and a capacity that is
// the staffing `standard`.
namespace sojourn {

/// One line of one cause's ideal.
struct IdealLine {
  std::size_t cause = 0;
  std::string step; // of the touchpoint it changes, or "everywhere"
  ChangeLine change;
  bool honest = false; // the value comes from a pilot of the coalition
};

/// Bit c: cause c leaks.
using CauseMask = std::uint32_t;

class Ideals {
public:
  /// Of compared arm `on`. Refuses ideals that cannot be run, at the study's entry.
  Ideals(const StudyContext& context, const ArmPool& pool, std::size_t on);

  [[nodiscard]] const std::vector<std::string>& causes() const { return causes_; }
  [[nodiscard]] const std::vector<IdealLine>& lines() const { return lines_; }

  /// The patch in which the lines with closed[i] hold. Runs the pilots it needs.
  [[nodiscard]] Patch patch(const std::vector<bool>& closed);

  /// Numbers that were found, for the result's list.
  [[nodiscard]] const std::vector<output::ParameterInfo>& found() const { return found_; }

private:
  void read(const Ideal& ideal, std::size_t cause);
  void add_line(std::size_t cause, const std::string& path, const std::string& value);
  void add_honest(std::size_t cause, std::size_t touchpoint);
  void add_standard(std::size_t cause, std::size_t resource);
  void refuse_twice() const;
  [[nodiscard]] CauseMask active_causes(const std::vector<bool>& closed) const;
  [[nodiscard]] double honest_minutes(const IdealLine& line, CauseMask others);

  const StudyContext* context_;
  const ArmPool* pool_;
  std::size_t on_;
  std::vector<std::string> causes_;
  std::vector<IdealLine> lines_;
  std::map<std::pair<std::string, CauseMask>, double> pilots_;
  std::vector<output::ParameterInfo> found_;
};

/// Square-root staffing of the busiest hour (Halfin & Whitt 1981): the whole number above a +
/// sqrt(a), a = work of one journey x people who come in that hour, never fewer than there are.
/// 0 where nobody can tell.
[[nodiscard]] int standard_capacity(const Scenario& scenario, std::size_t resource);

/// The 80 % quantile of the time from hearing a promise to what it is about, minutes on the clock,
/// rounded up to whole minutes; from `pilot_replications` replications with numbers of their own,
/// those who leave before censored. nullopt where nobody gets there, 0 where it is there already.
[[nodiscard]] std::optional<double> kept_in_most_cases(const Scenario& scenario,
                                                       const Scenario& baseline);
inline constexpr int pilot_replications = 4;

} // namespace sojourn
