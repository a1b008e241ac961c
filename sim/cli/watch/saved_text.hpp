// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/problem.hpp"

#include <sys/stat.h>

#include <chrono>
#include <optional>
#include <string>
#include <variant>

// When a file that somebody edits says something new.
namespace sojourn::cli {

/// A text, or why there is none.
using ScenarioRead = std::variant<std::string, Problem>;

/// Takes up what is read once it has settled: an editor may truncate before it writes, or move the
/// new file into the place of the old one, so that for a moment nothing or half of it is there.
class Settling {
public:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds text_settles{60}, nothing_settles{1000};

  /// `read`: what stands there at `now`. What is to be taken up, if it is new.
  std::optional<ScenarioRead> look(const ScenarioRead& read, Clock::time_point now);

private:
  std::optional<ScenarioRead> taken_, candidate_;
  Clock::time_point since_{};
};

/// Looks at a file as often as it is asked. Polled, not notified: that works on network folders and
/// mounts too, and a rename or a missing folder needs no case of its own.
class SavedText {
public:
  explicit SavedText(std::string path) : path_(std::move(path)) {}
  /// The text that was saved since, or why the file cannot be read any longer.
  std::optional<ScenarioRead> look();

private:
  [[nodiscard]] bool untouched(const struct stat& status) const;

  std::string path_;
  Settling settling_;
  struct stat status_ {};
  std::optional<ScenarioRead> read_; // last time
};

} // namespace sojourn::cli
