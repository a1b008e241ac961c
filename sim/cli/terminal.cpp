// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/terminal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace sojourn::cli {
namespace {

bool wants_colour(int descriptor) {
  const char* none = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return isatty(descriptor) == 1 && (none == nullptr || *none == '\0') && term != nullptr &&
         std::string_view(term) != "dumb";
}

/// errno of the first failure, 0 when all was written.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) {
      return errno;
    }
    text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  return 0;
}

} // namespace

Terminal::Terminal()
    : colour_out_(wants_colour(STDOUT_FILENO)), colour_err_(wants_colour(STDERR_FILENO)),
      watched_(isatty(STDERR_FILENO) == 1) {}

void Terminal::print(std::string_view text) {
  if (error_ == 0) {
    error_ = write_all(STDOUT_FILENO, text);
  }
}

void Terminal::say(std::string_view line) {
  if (!quiet_) {
    complain(line);
  }
}

// Whether talk arrives is nobody's concern.
void Terminal::complain(std::string_view line) {
  end_progress();
  write_all(STDERR_FILENO, std::string(line) + "\n");
}

void Terminal::show_progress(const std::string& line) {
  if (watched()) {
    write_all(STDERR_FILENO, "\r\033[K" + line);
    progress_shown_ = true;
  }
}

void Terminal::end_progress() {
  if (progress_shown_) {
    write_all(STDERR_FILENO, "\r\033[K");
    progress_shown_ = false;
  }
}

int Terminal::finish() {
  end_progress();
  return error_ == EPIPE ? 0 : error_;
}

void complain_of_memory() noexcept { write_all(STDERR_FILENO, "sojourn: out of memory\n"); }

void prepare_streams() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (fcntl(descriptor, F_GETFD) < 0) {
      // Readable only: what is written to a stdout that was closed still fails.
      (void)::open("/dev/null", O_RDONLY);
    }
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error of writing
}

} // namespace sojourn::cli
