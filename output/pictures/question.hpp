// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>
#include <vector>

// What a scenario's question asks, as far as rules can tell (README.md, "The answer"): whether yes
// or no can answer it, of which change, and compared with which.
namespace sojourn::output {

struct Question {
  bool yes_or_no = false;   // asked with a verb first, for something good
  bool compares = false;    // "more than", "better than"
  int subject = -1;         // the arm it is about; -1: cannot be told
  std::vector<int> objects; // arms it is compared with; where none is named, every other change
};

[[nodiscard]] Question question_of(const ResultData& result);

/// Whether yes or no can answer the question: it is asked with a verb first, asks for help, and
/// asks neither for less of it nor for one of several.
[[nodiscard]] bool is_yes_no_question(const std::string& question);

/// "three" where the question asks for three moments; 0 where it does not ask for moments.
[[nodiscard]] std::size_t moments_asked(const std::string& question);

} // namespace sojourn::output
