// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/hours.hpp"
#include "sim/engine/labour.hpp"

#include <array>
#include <vector>

namespace sojourn {

/// Spreads work over the hours in which it is done. A piece of work costs the same however many
/// hours it takes: its ends are counted at once, the whole hours between them as a step up and a
/// step down, added up at the end.
class WorkByHour {
public:
  WorkByHour(const Plan& plan, std::size_t resource);
  /// `worked`: what count_labour says of it.
  void add(const Labour& labour, std::int64_t worked, HourTally* hours);
  /// What was offered by the resource in each hour, and the whole hours of work.
  void finish(HourTally* hours);

private:
  [[nodiscard]] Ticks within(Ticks from, Ticks to, bool pauses) const;

  const PlanResource* resource_;
  Ticks from_, to_; // that is counted
  /// [hour from the begin]: servers more at work than the hour before; who do not pause while the
  /// resource is closed, who do.
  std::vector<std::array<std::int64_t, 2>> steps_;
};

} // namespace sojourn
