// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>
#include <vector>

namespace sojourn::output {

/// One line about a finding, for pictures with little room.
struct StudyRow {
  const Finding* finding = nullptr;
  std::string quantity, name; // in words
  std::string value, range;   // range empty where there is no interval
  std::string rank;           // "3 to 4"; empty where it is not ranked
  std::string note;
};

/// What a study shows in short: its headline quantity for everyone, on the measure it puts first,
/// the largest first (the points of a sweep in their order); per arm where it speaks of several.
struct StudyTable {
  std::string measure; // its label; empty where the study has none
  std::vector<StudyRow> rows;
  std::size_t n_left_out = 0; // beyond `most`
};
[[nodiscard]] StudyTable short_table(const ResultData& result, int study, std::size_t most);

/// Every number for everyone on the measure the study puts first, quantity by quantity in the order
/// of the file.
[[nodiscard]] StudyTable full_table(const ResultData& result, int study, std::size_t most);

} // namespace sojourn::output
