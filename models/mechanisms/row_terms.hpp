// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace sojourn {

inline constexpr std::size_t max_stated = 8;

/// What an option of a choice says about itself, beyond where it leads. All neutral: nothing.
struct RowTerms {
  bool is_default = false;
  bool defers = false;    // puts the choice off
  float defer_days = 0;   // until the next chance
  float log_options = 0;  // ln of how many options the list has
  bool is_task = false;   // has a cost or a benefit
  float cost = 0;         // now, affect points >= 0
  float benefit = 0;      // affect points
  float benefit_days = 0; // from now
  std::uint32_t n_stated = 0;
  std::array<float, max_stated> outcomes{}, chances{}; // affect points, from the worst to the best
};

} // namespace sojourn
