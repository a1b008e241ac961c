// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>
#include <string_view>

// What studies found out is filed under ids and paths; here they become the words of the people
// who know the journey. An id without words of its own is told as it is written.
namespace sojourn::output {

/// A name and what it means, in plain language; the meaning may be empty.
struct PlainWords {
  std::string name, meaning;
};

/// "Loss aversion", "late hurts more than early pleases".
[[nodiscard]] PlainWords mechanism_words(std::string_view id);

/// "Missed opportunity", "gave up, or a known way was not taken".
[[nodiscard]] PlainWords cause_words(std::string_view id);

/// "explore" as it is, "everywhere" as "in no single step".
[[nodiscard]] std::string step_words(std::string_view step);

/// The name of a touchpoint.
[[nodiscard]] std::string touchpoint_words(const ResultData& result, std::string_view id);

/// Of an improvement ("wait_fix.wait"): the touchpoint's name, and what would be changed there.
[[nodiscard]] PlainWords improvement_words(const ResultData& result, const Finding& improvement);

/// "Specialists: how many", "Anna: loss aversion, ratio".
[[nodiscard]] std::string path_words(const ResultData& result, std::string_view path);

/// A point of a study that varies numbers: "Specialists: how many 5, news every 30 min".
[[nodiscard]] std::string point_words(const ResultData& result, int study,
                                      const std::string& subject);

/// What any finding is about, for a table.
[[nodiscard]] std::string subject_words(const ResultData& result, const Finding& finding);

/// What a study says in a sentence or two, with names instead of ids.
[[nodiscard]] std::string reading_words(const ResultData& result, int study);

/// Its note in plain language.
[[nodiscard]] std::string note_words(const ResultData& result, const Finding& finding);

} // namespace sojourn::output
