// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/distribution.hpp"

namespace sojourn {

/// A probability said twice, so that neither tail loses its digits: below + above == 1.
struct Tail {
  double below, above;
};

/// The value that has `at.below` of the mass under it. Requires 0 < below, above < 1.
double quantile_at(const Distribution& distribution, Tail at);

} // namespace sojourn
