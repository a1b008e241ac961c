// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/located.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sojourn {

/// Where a number comes from, and in which words that is said.
struct Evidence {
  std::string provenance; // published | calibrated | assumption | written (nothing is said)
  std::string source;
};

/// What the comments of a scenario say about its numbers. A comment counts where it has a mark in
/// parentheses: `(assumption)` and `(guess)`; `(fitted)` and `(calibrated)`; a source, which begins
/// with a capital letter or with "source", or is listed in the comment that opens the file.
class Comments {
public:
  explicit Comments(std::string_view text);

  /// What stands behind a value on its own line; else at the nearest of the keys that open the
  /// blocks around it (outermost first); else what the head of the file says of all the rest.
  [[nodiscard]] Evidence of(const Place& place, const std::vector<Place>& blocks) const;

private:
  /// The comment of a line: where its # stands, and what follows.
  struct Comment {
    std::size_t column = 0;
    bool alone = false; // nothing stands before it
    std::string text;
  };

  static std::optional<Comment> comment_in(std::string_view line);
  void read_head();
  [[nodiscard]] std::string whole(std::size_t line) const;
  [[nodiscard]] std::optional<Evidence> marked(const Place& place) const;

  std::vector<std::optional<Comment>> lines_; // [line - 1]
  std::map<std::string, std::string> listed_; // what the head says of a source, by its name
  std::string rest_;                          // the mark of all that has none; may be empty
};

} // namespace sojourn
