// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/exact.hpp"

namespace sojourn {

/// What people remember of the journey and how far they trust, exactly, where affect depends on the
/// touchpoint and on where it leads alone. Affect points; trust 0 .. 1. Expected values at the
/// exit.
struct ExactMemory {
  struct Parts {
    double remembered = 0; // as the persona weighs the parts
    double mean = 0, highest = 0, lowest = 0, end = 0, most_extreme = 0;
    double trust = 0;
  };
  std::vector<std::string> leaves; // what is not exact in these numbers, and what was done instead
  std::vector<Parts> personas;
  Parts everyone; // by the shares of arrivals
};

/// Needs a journey without problems.
[[nodiscard]] ExactMemory exact_memory(const Scenario& scenario);

} // namespace sojourn
