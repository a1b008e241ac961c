// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/distribution.hpp"

#include <string>
#include <vector>

namespace sojourn::testing {

/// A distribution and how far a draw may be from the exact quantile, relative to its distance from
/// the lower end of the support (from 0 where there is none), or to an eighth of its own size.
struct Specimen {
  std::string name;
  Distribution distribution;
  double tolerance;
};

/// One or more of every kind. 4e-7 where our own logarithm inverts it; 4e-6 where the density is
/// regular (6e-6 with a pole or a heavy tail); 6e-5 in the cell where a triangle has its kink; 3e-5
/// where the logarithm of a value near 0 is large; 1e-4 where the density is infinite at the upper
/// end.
inline std::vector<Specimen> catalogue() {
  using D = Distribution;
  return {{"constant", D::constant(3), 0},
          {"uniform", D::uniform(2, 5), 4e-6},
          {"triangular", D::triangular(1, 3, 10), 6e-5},
          {"triangular, mode at the end", D::triangular(0, 0, 10), 4e-6},
          {"exponential", D::exponential(7), 4e-7},
          {"lognormal", D::lognormal_median_p90(15, 40), 4e-6},
          {"normal", D::normal(20, 1), 4e-6},
          {"normal cut at 0", D::normal(2, 1), 4e-6},
          {"normal cut on both sides", D::normal(2, 1, -1, 4), 4e-6},
          {"normal cut far out", D::normal(0, 1, 4), 4e-6},
          {"gamma", D::gamma(2.5, 3), 4e-6},
          {"gamma, shape below 1", D::gamma(0.5, 3), 6e-6},
          {"gamma, nearly all at 0", D::gamma(0.1, 3), 3e-5},
          {"weibull", D::weibull(1.5, 4), 4e-6},
          {"weibull, heavy tail", D::weibull(0.5, 4), 6e-6},
          {"beta", D::beta(2, 3), 4e-6},
          {"beta, two peaks", D::beta(0.5, 0.5, -1, 4), 1e-4},
          {"empirical", D::empirical({3, 1, 2, 2, 9}), 0}};
}

} // namespace sojourn::testing
