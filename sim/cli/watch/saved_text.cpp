// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/watch/saved_text.hpp"

#include "sim/scenario/text_file.hpp"

#include <ctime>
#include <string_view>

namespace sojourn::cli {
namespace {

/// Clocks of file systems tick in milliseconds, some in two seconds: a file that was written within
/// this time may change again without a new time of change.
constexpr std::time_t clock_ticks_seconds = 3;

bool same(const ScenarioRead& a, const ScenarioRead& b) {
  const Problem* one = std::get_if<Problem>(&a);
  const Problem* other = std::get_if<Problem>(&b);
  if (one != nullptr && other != nullptr) {
    return one->message == other->message;
  }
  return one == nullptr && other == nullptr && std::get<std::string>(a) == std::get<std::string>(b);
}

bool says_nothing(const ScenarioRead& read) {
  const std::string* text = std::get_if<std::string>(&read);
  return text == nullptr || text->find_first_not_of(" \t\r\n") == std::string::npos;
}

bool equal(const timespec& a, const timespec& b) {
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

} // namespace

std::optional<ScenarioRead> Settling::look(const ScenarioRead& read, Clock::time_point now) {
  if (taken_ && same(*taken_, read)) {
    candidate_.reset();
    return std::nullopt;
  }
  if (!candidate_ || !same(*candidate_, read)) {
    candidate_ = read;
    since_ = now;
  }
  // What stands there when the watch begins was saved before.
  const bool at_once = !taken_ && !says_nothing(read);
  if (!at_once && now - since_ < (says_nothing(read) ? nothing_settles : text_settles)) {
    return std::nullopt;
  }
  taken_ = read;
  candidate_.reset();
  return taken_;
}

bool SavedText::untouched(const struct stat& status) const {
  return read_ && status.st_ino == status_.st_ino && status.st_dev == status_.st_dev &&
         status.st_size == status_.st_size && equal(status.st_mtim, status_.st_mtim) &&
         equal(status.st_ctim, status_.st_ctim) &&
         std::time(nullptr) - status.st_ctim.tv_sec > clock_ticks_seconds;
}

std::optional<ScenarioRead> SavedText::look() {
  struct stat status {};
  const bool there = ::stat(path_.c_str(), &status) == 0;
  if (!there || !untouched(status)) {
    read_ = read_text_file(path_);
    status_ = status;
  }
  return settling_.look(*read_, Settling::Clock::now());
}

} // namespace sojourn::cli
