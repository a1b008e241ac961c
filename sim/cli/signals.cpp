// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/signals.hpp"

#include <unistd.h>

#include <csignal>
#include <string_view>

namespace sojourn::cli {
namespace {

std::atomic<int> received{0};
std::atomic<const char*> said{"\nstopping; replications that are done are kept; "
                              "once more to stop at once\n"};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may not wait for a lock");

void on_signal(int signal) {
  if (received.exchange(signal) != 0) {
    _exit(128 + signal);
  }
  const std::string_view words = said.load();
  (void)!::write(STDERR_FILENO, words.data(), words.size());
}

} // namespace

const std::atomic<int>& watch_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  struct sigaction hang_up {};
  sigaction(SIGHUP, nullptr, &hang_up);
  if (hang_up.sa_handler != SIG_IGN) { // of nohup: the run is to go on
    sigaction(SIGHUP, &action, nullptr);
  }
  return received;
}

void say_on_first_signal(const char* words) { said = words; }

} // namespace sojourn::cli
