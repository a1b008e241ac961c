// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "output/store/result.hpp"

namespace sojourn::output::test {

/// A result with everything in it, fixed: 3 arms, 2 personas, 4 touchpoints, 3 replications.
ResultData full_result();

/// Any result: 0 to 4 of everything; names with slashes, blanks, emoji, line ends, 300 characters,
/// or empty; NaN, infinity, -0 among the numbers; arrays absent or full.
ResultData random_result(std::uint64_t seed);

/// n rows of random journeys that fit `data`.
JourneyRows random_journeys(const ResultData& data, std::size_t n, std::uint64_t seed);

} // namespace sojourn::output::test
