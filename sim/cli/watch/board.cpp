// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/watch/board.hpp"

#include <utility>

namespace sojourn::cli {

void Board::changed() {
  ++state_.version;
  change_.notify_all();
}

void Board::begin(std::string words, std::vector<Problem> problems) {
  const std::lock_guard lock(guard_);
  ++state_.edition;
  state_.phase = has_errors(problems) ? WatchPhase::refused : WatchPhase::simulating;
  state_.words = std::move(words);
  state_.problems = std::move(problems);
  state_.content_hash.clear();
  result_ = nullptr;
  changed();
}

void Board::refuse(std::string words, std::vector<Problem> problems) {
  const std::lock_guard lock(guard_);
  state_.phase = WatchPhase::refused;
  state_.words = std::move(words);
  state_.problems = std::move(problems);
  changed();
}

void Board::progress(std::string words) {
  const std::lock_guard lock(guard_);
  state_.words = std::move(words);
  changed();
}

void Board::put_picture(std::string report, int replications) {
  report_ = std::make_shared<const std::string>(std::move(report));
  ++state_.picture;
  state_.picture_edition = state_.edition;
  state_.replications = replications;
}

void Board::show(std::string words, std::string report, int replications) {
  const std::lock_guard lock(guard_);
  state_.words = std::move(words);
  put_picture(std::move(report), replications);
  changed();
}

void Board::finish(std::string words, std::string report, int replications, std::string result,
                   std::string content_hash) {
  const std::lock_guard lock(guard_);
  state_.phase = WatchPhase::finished;
  state_.words = std::move(words);
  state_.content_hash = std::move(content_hash);
  result_ = std::make_shared<const std::string>(std::move(result));
  put_picture(std::move(report), replications);
  changed();
}

void Board::close() {
  const std::lock_guard lock(guard_);
  closed_ = true;
  change_.notify_all();
}

WatchState Board::state() const {
  const std::lock_guard lock(guard_);
  return state_;
}

WatchState Board::wait(std::uint64_t known, std::chrono::milliseconds at_most) const {
  std::unique_lock lock(guard_);
  change_.wait_for(lock, at_most, [&] { return closed_ || state_.version != known; });
  return state_;
}

SharedText Board::report() const {
  const std::lock_guard lock(guard_);
  return report_;
}

SharedText Board::result() const {
  const std::lock_guard lock(guard_);
  return result_;
}

} // namespace sojourn::cli
