// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>

// Who is helped and who is hurt, in words.
namespace sojourn::output {

/// The share of one arm, group and fate; nullptr where nobody was paired.
[[nodiscard]] const PairShare* find_fate(const ResultData& result, std::size_t arm, Fate fate,
                                         std::size_t group = 0);

/// "helps 48 % of people, hurts 3 %, makes no noticeable difference to the rest"; empty where
/// nobody was paired.
[[nodiscard]] std::string fate_words(const ResultData& result, std::size_t arm,
                                     std::size_t group = 0);

} // namespace sojourn::output
