// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

#include <cstdint>
#include <vector>

namespace sojourn {

/// Nothing about the members of a cohort is left to luck before they start.
[[nodiscard]] bool all_start_alike(const Plan& plan);

/// Person i of a cohort of given size, at a moment drawn from the arrival rate (without one: from
/// the open hours of a week) where it matters when a journey starts, else at 0.
[[nodiscard]] Arrival cohort_member(const Plan& plan, std::uint32_t replication, std::uint32_t i);

/// Who comes in one chunk: everybody who arrives in [warm-up, horizon), in the order of time, or
/// members of a cohort, made when they start.
class FlowPeople {
public:
  FlowPeople(const Plan& plan, std::uint32_t replication, std::size_t chunk);
  /// Everybody who arrives before the warm-up is over; nobody counts them. Not for a cohort.
  [[nodiscard]] static FlowPeople early(const Plan& plan, std::uint32_t replication);
  [[nodiscard]] std::size_t size() const { return n_; }
  [[nodiscard]] std::uint32_t replication() const { return replication_; }
  [[nodiscard]] Arrival at(std::size_t i) const {
    if (!arrivals_.empty()) {
      return arrivals_[i];
    }
    const std::uint32_t agent = first_ + static_cast<std::uint32_t>(i);
    return alike_ ? Arrival{0, agent, {}} : cohort_member(*plan_, replication_, agent);
  }

private:
  FlowPeople(const Plan& plan, std::uint32_t replication);
  void add_arrivals(Ticks from, Ticks to);

  const Plan* plan_;
  std::uint32_t replication_;
  std::uint32_t first_ = 0;
  std::size_t n_ = 0;
  bool alike_;
  std::vector<Arrival> arrivals_; // empty for a cohort
};

} // namespace sojourn
