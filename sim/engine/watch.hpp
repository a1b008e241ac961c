// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/people/view.hpp"
#include "sim/engine/trace.hpp"
#include "sim/engine/traveller.hpp"

#include <array>
#include <cstdint>

namespace sojourn {

/// Writes down what one person of a service replication goes through. Watching changes nothing.
class Watch {
public:
  Watch(const Plan& plan, std::uint32_t agent) : plan_(&plan), agent_(agent) {}

  using State = std::array<float, n_fields>;
  [[nodiscard]] bool sees(const Traveller& traveller) const { return traveller.agent == agent_; }
  /// Before the visit's psychology.
  void before(const State& state);
  /// What has come of a visit, after the choice of what comes next; `leaning` as for tilt_of_row.
  struct Ended {
    const State& state;
    const Traveller& traveller;
    const Happening& happening;
    NodeIndex next;
    const float* leaning;
  };
  void after(const PersonView<float>& person, const Ended& ended);
  void left(const JourneyRow& row, bool counted);
  [[nodiscard]] const JourneyTrace& journey() const { return journey_; }

private:
  void list_options(const PersonView<float>& person, const Ended& ended, VisitTrace& visit) const;

  const Plan* plan_;
  std::uint32_t agent_;
  State before_{};
  JourneyTrace journey_;
};

} // namespace sojourn
