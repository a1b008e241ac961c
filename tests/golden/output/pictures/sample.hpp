// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

// Made-up results in the shape of the incident journey, for the tests of the pictures only.
namespace sojourn::output::sample {

/// 4 arms, 3 personas, 11 touchpoints, 2 exits, 30 replications; every flow adds up.
[[nodiscard]] ResultData incident();

/// What studies would find out about it: leakage, mechanisms, what to fix first.
void add_studies(ResultData& result);

/// A week at each of its resources.
void add_hours(ResultData& result);

/// The same with what scenarios may say of people: stakeholders, culture, drivers, who sees what.
[[nodiscard]] ResultData people();

/// Any size, with `name` as every name: for layouts that must not break.
struct Size {
  std::size_t arms = 4, personas = 3, touchpoints = 11, served = 1, lost = 1;
};
[[nodiscard]] ResultData of_size(Size size, const std::string& name);

} // namespace sojourn::output::sample
