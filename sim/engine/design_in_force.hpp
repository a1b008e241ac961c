// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/service_engine.hpp"

#include <optional>

namespace sojourn::inline SOJOURN_WORLD {

/// The plan that is in force while an engine runs: always the same, or one design after the other.
/// Must outlive the engine.
class DesignInForce {
public:
  explicit DesignInForce(const Plan& plan) : last_(&plan) {
    if (!plan.stages.designs.empty()) {
      now_ = *plan.stages.designs.front();
    }
  }
  [[nodiscard]] const Plan& plan() const { return now_ ? *now_ : *last_; }
  /// `engine` was made for plan().
  void follow(ServiceEngine& engine) {
    if (now_) {
      engine.change_later(*now_, last_->stages);
    }
  }

private:
  const Plan* last_;
  std::optional<Plan> now_;
};

} // namespace sojourn::inline SOJOURN_WORLD
