// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/problem.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

// What the page of `sojourn watch` shows, between the one thread that simulates and those that
// answer the browser.
namespace sojourn::cli {

enum class WatchPhase : std::uint8_t { starting, simulating, finished, refused };

/// Everything but the pictures themselves; small enough to copy.
struct WatchState {
  std::uint64_t version = 0; // counts every change of the board
  std::uint64_t edition = 0; // counts the saved texts that were taken up
  WatchPhase phase = WatchPhase::starting;
  std::string words; // what is going on, one line
  std::vector<Problem> problems;
  std::uint64_t picture = 0;         // counts pictures; 0: there is none yet
  std::uint64_t picture_edition = 0; // the saved text it shows
  int replications = 0;              // behind the picture
  std::string content_hash;          // of the result, once it is complete

  /// The picture shows an earlier text than the one that was saved last.
  [[nodiscard]] bool stale() const { return picture > 0 && picture_edition != edition; }
};

/// A page as long as somebody reads it, even when the next one is there.
using SharedText = std::shared_ptr<const std::string>;

class Board {
public:
  /// A text was saved: what stands here is of an earlier one. Refused where a problem is an error.
  void begin(std::string words, std::vector<Problem> problems);
  /// It turned out that it cannot be run. The last picture stays.
  void refuse(std::string words, std::vector<Problem> problems);
  void progress(std::string words);
  void show(std::string words, std::string report, int replications);
  /// The picture is the last one of this text, and the result is `run`'s.
  void finish(std::string words, std::string report, int replications, std::string result,
              std::string content_hash);
  /// Nobody waits any longer.
  void close();

  [[nodiscard]] WatchState state() const;
  /// Returns once the board has another version than `known`, is closed, or the time is over.
  [[nodiscard]] WatchState wait(std::uint64_t known, std::chrono::milliseconds at_most) const;
  /// Null where there is none.
  [[nodiscard]] SharedText report() const;
  [[nodiscard]] SharedText result() const;

private:
  void changed(); // with the guard held
  void put_picture(std::string report, int replications);

  mutable std::mutex guard_;
  mutable std::condition_variable change_;
  WatchState state_;
  SharedText report_, result_;
  bool closed_ = false;
};

} // namespace sojourn::cli
