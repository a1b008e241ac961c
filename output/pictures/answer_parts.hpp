// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/answer.hpp"
#include "output/pictures/view.hpp"

#include <string>
#include <vector>

namespace sojourn::output::answer_parts {

/// What the answer is about, and whom.
struct Topic {
  const ResultData& r;
  int measure = 0;
  std::size_t group = 0;

  [[nodiscard]] const MeasureInfo& info() const;
  [[nodiscard]] const Estimate* against_today(int arm) const;
  /// Margins are declared for everyone.
  [[nodiscard]] Material material(int arm) const;
  [[nodiscard]] Verdict verdict(int arm) const;
  /// "the remembered experience", "the share of journeys that end with “Comes back”"
  [[nodiscard]] std::string words() const;
};

[[nodiscard]] Topic everyones(const ResultData& r, int measure);

/// “Title”
[[nodiscard]] std::string quoted(const ResultData& r, int arm);

/// Arms in the order of the good they do.
[[nodiscard]] std::vector<int> best_first(const Topic& topic, std::vector<int> arms);

/// How agreements stand today.
void say_agreements(Answer& a, const ResultData& r);

/// Who wins back most value, and what is left of it.
void say_value(Answer& a, const ResultData& r);

} // namespace sojourn::output::answer_parts
