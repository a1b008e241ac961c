// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/fates.hpp"

#include "output/pictures/number.hpp"

#include <algorithm>

namespace sojourn::output {

const PairShare* find_fate(const ResultData& result, std::size_t arm, Fate fate,
                           std::size_t group) {
  const auto found =
      std::find_if(result.pair_shares.begin(), result.pair_shares.end(), [&](const PairShare& one) {
        return one.arm == static_cast<int>(arm) && one.group == static_cast<int>(group) &&
               one.fate == static_cast<int>(fate);
      });
  return found == result.pair_shares.end() ? nullptr : &*found;
}

namespace {

/// Rounded to whole per cent; a small share is not called nobody.
std::string share_words(double share) {
  return share <= 0 ? "nobody" : share < 0.005 ? "fewer than 1\u00a0%" : percent(share);
}

} // namespace

std::string fate_words(const ResultData& result, std::size_t arm, std::size_t group) {
  const PairShare* better = find_fate(result, arm, Fate::better, group);
  const PairShare* worse = find_fate(result, arm, Fate::worse, group);
  if (better == nullptr || worse == nullptr || !(better->estimate == better->estimate)) {
    return {};
  }
  if (better->estimate <= 0 && worse->estimate <= 0) {
    return "makes no noticeable difference to anybody";
  }
  const std::string people = better->estimate > 0 ? " of people" : "";
  return "helps " + share_words(better->estimate) + people + ", hurts " +
         share_words(worse->estimate) + ", makes no noticeable difference to the rest";
}

} // namespace sojourn::output
