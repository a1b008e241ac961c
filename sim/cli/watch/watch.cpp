// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command.hpp"
#include "sim/cli/run_settings.hpp"
#include "sim/cli/signals.hpp"
#include "sim/cli/watch/job.hpp"
#include "sim/cli/watch/server.hpp"
#include "sim/scenario/text_file.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>
#include <utility>

namespace sojourn::cli {
namespace {

/// How often the file is looked at: below what a person notices.
constexpr std::chrono::milliseconds look_every{50};

/// One thread that answers texts, the newest only: a new one makes it give up the one before.
class Desk {
public:
  explicit Desk(WatchDesk desk) : desk_(std::move(desk)), thread_([this] { work(); }) {}
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  ~Desk() {
    hand_in(std::nullopt);
    thread_.join();
  }

  /// Nothing: the last order of all.
  void hand_in(std::optional<ScenarioRead> read) {
    const std::lock_guard lock(guard_);
    ends_ = !read;
    next_ = std::move(read);
    stop_ = 1;
    news_.notify_one();
  }

private:
  void work() {
    while (const auto read = take()) {
      answer_saved(desk_, *read, stop_);
    }
  }

  std::optional<ScenarioRead> take() {
    std::unique_lock lock(guard_);
    news_.wait(lock, [this] { return next_ || ends_; });
    stop_ = ends_ ? 1 : 0;
    return std::exchange(next_, std::nullopt);
  }

  WatchDesk desk_;
  std::mutex guard_;
  std::condition_variable news_;
  std::optional<ScenarioRead> next_;
  bool ends_ = false;
  std::atomic<int> stop_{0};
  std::thread thread_; // last: it uses the others
};

/// The options of `run` that say what is simulated; what it leaves behind is another matter.
std::vector<OptionText> watch_options() {
  constexpr std::array<std::string_view, 8> of_run = {
      "replications", "journeys", "seed", "arm", "set", "study", "threads", "executor"};
  std::vector<OptionText> options = {
      {"port", 0, Takes::one, "N", "of 127.0.0.1 (default: a free one)"}};
  for (const OptionText& option : run_options()) {
    if (std::find(of_run.begin(), of_run.end(), option.name) != of_run.end()) {
      options.push_back(option);
    }
  }
  options.push_back({"quiet", 'q', Takes::nothing, "", "no talk on stderr"});
  return options;
}

/// A name that was never there is a slip of the command line, not of the scenario.
void must_be_there(const std::string& path) {
  const ScenarioRead read = read_text_file(path);
  if (const Problem* problem = std::get_if<Problem>(&read)) {
    throw Failure(problem->missing_file ? missing_input : bad_input,
                  path + ": " + problem->message +
                      (problem->hint.empty() ? "" : "\n  " + problem->hint));
  }
}

int run_watch(const Context& context) {
  const Arguments& arguments = context.arguments;
  if (arguments.given("quiet")) {
    context.terminal.be_quiet();
  }
  const std::string path = arguments.operands()[0];
  const auto port = static_cast<int>(arguments.integer("port", 0, 65535).value_or(0));
  const auto executor = executor_of(arguments);
  (void)study_options(arguments, Scenario{}); // a slip in a number is told now
  (void)arguments.seed("seed");
  must_be_there(path);
  say_on_first_signal("\nstopping; once more to stop at once\n");
  const std::atomic<int>& signal = watch_signals();
  Board board;
  const WatchServer server(board, port, std::filesystem::path(path).filename().string());
  context.terminal.print(server.address() + "\n");
  context.terminal.say("open this address; every save of " + path +
                       " is answered there; Ctrl-C ends it");
  Desk desk({context, *executor, board, path});
  SavedText file(path);
  while (signal == 0) {
    if (auto read = file.look()) {
      desk.hand_in(std::move(read));
    }
    std::this_thread::sleep_for(look_every);
  }
  return success;
}

} // namespace

Command watch_command() {
  return {{"watch",
           "answer every save of a scenario in the browser",
           "FILE",
           1,
           1,
           {{"sojourn watch incident.yaml", "says an address; open it and edit the file"},
            {"sojourn watch incident.yaml --port 8017", "always at the same address"},
            {"sojourn watch incident.yaml --study compare --arm live_status",
             "one variant, without the studies of the file"}},
           watch_options()},
          run_watch};
}

} // namespace sojourn::cli
