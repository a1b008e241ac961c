// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

// What the sample's journey is made of: names, no numbers.
namespace sojourn::output::sample {

void describe(ResultData& result);
void add_touchpoints(ResultData& result);
void add_measures(ResultData& result);

} // namespace sojourn::output::sample
