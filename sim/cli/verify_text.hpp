// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/json.hpp"
#include "sim/verify/figure.hpp"

#include <string>
#include <vector>

// What `sojourn verify` prints: one line per figure in 80 columns, or JSON.
namespace sojourn::cli {

/// A target or a twin, measured.
struct Checked {
  std::string id, title, kind;    // "T28", "Erlang B", "statistical"; or a path, a title, ""
  std::vector<std::string> notes; // printed below the title
  std::vector<verify::Figure> figures;
};

/// Title, notes and figures. Where not `all`, many figures without luck are shown by the one that
/// is farthest off, and the misses.
[[nodiscard]] std::string checked_text(const Checked& checked, bool all, bool colour);
[[nodiscard]] std::string verify_heading(bool colour);

struct Score {
  std::size_t figures = 0, misses = 0, wide = 0;
  void add(const Checked& checked);
};
/// One line, and a second one where intervals are wider than asked for.
[[nodiscard]] std::string verdict_text(const Score& score);

[[nodiscard]] output::Json checked_json(const Checked& checked);

} // namespace sojourn::cli
