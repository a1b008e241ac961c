// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/verdict.hpp"

#include <string>
#include <vector>

// The result as one sentence or two, by stated rules (README.md, "The answer"). It is never
// stronger than the interval behind it.
namespace sojourn::output {

struct Phrase {
  std::string text;
  bool strong = false;
};

struct Answer {
  std::vector<Phrase> phrases;

  [[nodiscard]] std::string plain() const;
};

[[nodiscard]] Answer answer(const ResultData& result);

} // namespace sojourn::output
