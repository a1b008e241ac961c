// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/people/view.hpp"
#include "sim/engine/trace.hpp"
#include "sim/engine/traveller.hpp"

#include <array>
#include <cstdint>

namespace sojourn {

/// Sees people of a replication go through it. Watching changes nothing.
class Onlooker {
public:
  using State = std::array<float, n_fields>;
  /// What has come of a visit, after the choice of what comes next; `leaning` as for tilt_of_row.
  struct Ended {
    const State& state;
    const Traveller& traveller;
    const Happening& happening;
    NodeIndex next;
    const float* leaning;
  };
  Onlooker() = default;
  Onlooker(const Onlooker&) = delete;
  Onlooker& operator=(const Onlooker&) = delete;
  virtual ~Onlooker() = default;
  [[nodiscard]] virtual bool sees(const Traveller& traveller) const = 0;
  /// Before the visit's psychology.
  virtual void before(const State& state) = 0;
  virtual void after(const PersonView<float>& person, const Ended& ended) = 0;
  virtual void left(const JourneyRow& row, bool counted) = 0;
};

/// Writes down what one person goes through.
class Watch final : public Onlooker {
public:
  Watch(const Plan& plan, std::uint32_t agent) : plan_(&plan), agent_(agent) {}

  [[nodiscard]] bool sees(const Traveller& traveller) const override {
    return traveller.agent == agent_;
  }
  void before(const State& state) override;
  void after(const PersonView<float>& person, const Ended& ended) override;
  void left(const JourneyRow& row, bool counted) override;
  [[nodiscard]] const JourneyTrace& journey() const { return journey_; }

private:
  void copy_announced(const Traveller& traveller, const Happening& happening,
                      VisitTrace& visit) const;
  void list_recalled(const PlanNode& node, VisitTrace& visit) const;
  void list_options(const PersonView<float>& person, const Ended& ended, VisitTrace& visit) const;

  const Plan* plan_;
  std::uint32_t agent_;
  State before_{};
  JourneyTrace journey_;
};

} // namespace sojourn
