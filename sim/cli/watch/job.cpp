// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/watch/job.hpp"

#include "output/pictures/html.hpp"
#include "output/store/content_hash.hpp"
#include "output/store/result_file.hpp"
#include "output/text.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/provenance.hpp"
#include "sim/cli/run_settings.hpp"
#include "sim/cli/scenario_file.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/patcher.hpp"
#include "sim/study/calibrate.hpp"
#include "sim/study/wording.hpp"

#include <chrono>
#include <mutex>
#include <new>
#include <utility>

namespace sojourn::cli {
namespace {

using Clock = std::chrono::steady_clock;

Problem of_the_file(const std::string& path, std::string message, std::string hint = {}) {
  Problem problem;
  problem.file = path;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

void tell_problems(const WatchDesk& desk, const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) {
    desk.context.terminal.complain(render(problem, desk.context.terminal.colour_err()));
  }
}

/// Everything a saved text comes to, ready to be run.
struct Prepared {
  Clock::time_point began = Clock::now();
  Loaded loaded;
  std::vector<StudySpec> studies;
  StudyInput input;
  StudyOptions options;
  Runnable runnable;
};

/// From one text to its result, told on the way.
class Answering {
public:
  Answering(const WatchDesk& desk, Prepared& prepared)
      : desk_(desk), prepared_(prepared),
        answers_(prepared.loaded, prepared.input, prepared.runnable, prepared.options,
                 prepared.studies) {
    const auto further = static_cast<double>(answers_.n_runs(prepared.options.run.at_least));
    prepared_.options.run.progress = [this, further](const Progress& progress) {
      tell({progress.runs_done, progress.runs_expected + further, progress.words});
    };
  }

  void run() {
    for (const int replications : watch_rounds(prepared_.options.run.at_least)) {
      RunOptions round = prepared_.options.run;
      round.at_least = round.at_most = replications;
      round.until.clear();
      if (!compare(round)) {
        return;
      }
      show();
    }
    if (!compare(prepared_.options.run)) {
      return;
    }
    if (answers_.n_runs(record_.replications) > 0) {
      show();
    }
    if (answers_.run(record_, desk_.executor, [this](const Progress& p) { tell(p); })) {
      finish();
    }
  }

private:
  /// False when it was asked to stop.
  bool compare(const RunOptions& options) {
    record_ = run_arms(prepared_.runnable, options, desk_.executor, std::move(record_));
    return record_.cause == StopCause::finished;
  }

  [[nodiscard]] std::string so_far() const {
    const RunOptions& run = prepared_.options.run;
    if (record_.replications >= run.at_least) {
      return counted(record_.replications, "replication") + ", the studies are under way";
    }
    return output::text("{} of {}{}: a first look, its intervals are still wide",
                        record_.replications, run.at_most > run.at_least ? "at least " : "",
                        counted(run.at_least, "replication"));
  }

  void show() {
    const output::ResultData result = result_of(prepared_.input, prepared_.runnable, record_);
    desk_.board.show(so_far(), output::html_report(result), record_.replications);
    if (!told_first_) {
      told_first_ = true;
      desk_.context.terminal.say(
          output::text("first picture after {:.2f} s: {}", seconds(), so_far()));
    }
  }

  void finish() {
    output::ResultData result = result_of(prepared_.input, prepared_.runnable, record_);
    answers_.report(result);
    add_provenance(result, desk_.context.command_line, desk_.executor);
    const std::string hash = output::content_hash(result);
    const std::vector<std::byte> bytes = output::image(result);
    desk_.board.finish(output::text("complete: {} in {:.1f} s, as sojourn run finds it",
                                    counted(record_.replications, "replication"), seconds()),
                       output::html_report(result), record_.replications,
                       std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()),
                       hash);
    desk_.context.terminal.say(
        output::text("complete after {:.1f} s, content {}", seconds(), hash.substr(0, 12)));
  }

  /// From any thread, far more often than a person reads.
  void tell(const Progress& progress) {
    const std::lock_guard lock(guard_);
    const Clock::time_point now = Clock::now();
    if (now - told_ < std::chrono::milliseconds(400)) {
      return;
    }
    told_ = now;
    const std::string words = progress_text(progress, seconds());
    desk_.board.progress(words.substr(words.find_first_not_of(' ')));
  }

  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(Clock::now() - prepared_.began).count();
  }

  const WatchDesk& desk_;
  Prepared& prepared_;
  Answers answers_;
  RunRecord record_;
  Clock::time_point told_ = Clock::now();
  bool told_first_ = false;
  std::mutex guard_;
};

void answer_text(const WatchDesk& desk, const std::string& text, const std::atomic<int>& stop) {
  const Arguments& arguments = desk.context.arguments;
  Prepared prepared;
  prepared.loaded = load_scenario_text(text, desk.path, LoadOptions{arguments.list("set")});
  Loaded& loaded = prepared.loaded;
  tell_problems(desk, loaded.problems);
  desk.board.begin(loaded.ok() ? "simulating" : "the file cannot be run as it is", loaded.problems);
  if (!loaded.ok()) {
    return;
  }
  set_seed(loaded, arguments);
  calibrate_shares(loaded);
  prepared.studies = studies_of(arguments, loaded);
  prepared.input = study_input(loaded, arguments.list("arm"), needs_variants(prepared.studies));
  prepared.options = study_options(arguments, prepared.input.arms.front().scenario);
  prepared.options.run.stop.signal = &stop;
  prepared.runnable = prepare(prepared.input, prepared.options);
  check_journeys(prepared.options, prepared.runnable);
  Answering(desk, prepared).run();
}

void refuse(const WatchDesk& desk, std::vector<Problem> problems) {
  tell_problems(desk, problems);
  desk.board.refuse("the file cannot be run as it is", std::move(problems));
}

} // namespace

std::vector<int> watch_rounds(int at_least) {
  std::vector<int> rounds;
  for (int replications = 2; replications < at_least; replications *= 2) {
    rounds.push_back(replications);
  }
  return rounds;
}

// What a scenario asks for and cannot be had may be there again after the next save: it is told,
// and the watch goes on.
void answer_saved(const WatchDesk& desk, const ScenarioRead& read, const std::atomic<int>& stop) {
  if (const Problem* problem = std::get_if<Problem>(&read)) {
    tell_problems(desk, {*problem});
    desk.board.begin("the file cannot be read", {*problem});
    return;
  }
  try {
    answer_text(desk, std::get<std::string>(read), stop);
  } catch (const StudyRefusal& refusal) {
    refuse(desk, refusal.problems);
  } catch (const UsageError& error) {
    refuse(desk, {of_the_file(desk.path, error.what(), error.hint())});
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    refuse(desk, {of_the_file(desk.path, error.what())});
  }
}

} // namespace sojourn::cli
