// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/executor.hpp"
#include "sim/verify/figure.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

// The table of what theory, literature and arithmetic know about this program. `sojourn verify`
// prints it, the tests run it.
namespace sojourn::verify {

enum class TargetKind : std::uint8_t {
  exact,       // to 1e-9 in double, 1e-6 in float, or as stated
  statistical, // theory inside the interval of a simulation
  published,   // a measured or printed value, with its tolerance
  qualitative, // a sign that must come out and is nowhere coded
};

/// How long to simulate.
struct Effort {
  int journeys = 400'000;      // of simulated people where everybody travels alone, at least
  double half_width = 0.01;    // of a queue's figure, relative, at 99.9 %
  int most_replications = 300; // of a queue; the cap
  int weeks = 21;              // of a queue's replication, the first of which is not counted
};

/// What a target is measured with. `wrong`: on the model that is deliberately off.
struct Trial {
  Executor& executor;
  Effort effort;
  bool wrong = false;
};

struct Target {
  std::string_view number, title;
  TargetKind kind = TargetKind::exact;
  std::string_view wrong; // what the wrong model gets wrong; empty: there is none
  std::vector<Figure> (*measure)(const Trial& trial) = nullptr;
  bool queues = false; // belongs to `verify --queues`
};

/// By theme, one file each; `targets` is all of them by number.
[[nodiscard]] std::vector<Target> prospect_targets();
[[nodiscard]] std::vector<Target> memory_targets();
[[nodiscard]] std::vector<Target> trust_and_time_targets();
[[nodiscard]] std::vector<Target> queue_targets();
[[nodiscard]] std::vector<Target> queue_variant_targets();
[[nodiscard]] std::vector<Target> queue_limit_targets();
[[nodiscard]] std::vector<Target> chain_targets();
[[nodiscard]] std::vector<Target> leakage_targets();
[[nodiscard]] std::vector<Target> choice_targets();
[[nodiscard]] std::vector<Target> deliberation_targets();
[[nodiscard]] std::vector<Target> behaviour_targets();
[[nodiscard]] std::vector<Target> measurement_targets();
[[nodiscard]] std::vector<Target> emergent_targets();
[[nodiscard]] const std::vector<Target>& targets();
[[nodiscard]] std::string_view name_of(TargetKind kind);

} // namespace sojourn::verify
