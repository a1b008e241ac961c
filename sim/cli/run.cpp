// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/provenance.hpp"
#include "sim/cli/run_json.hpp"
#include "sim/cli/run_settings.hpp"
#include "sim/cli/scenario_file.hpp"
#include "sim/study/calibrate.hpp"

#include "output/pictures/terminal.hpp"
#include "output/text.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/checkpoint.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

std::string opening_words(const StudyInput& input, const StudyOptions& options,
                          const Executor& executor) {
  const Scenario& baseline = input.arms.front().scenario;
  const std::string replications =
      options.run.at_most > options.run.at_least
          ? output::text("{} to {} replications", options.run.at_least, options.run.at_most)
          : counted(options.run.at_least, "replication");
  return output::text("{}: {}, {}, {}, {} on {}", printable(baseline.title),
                      counted(static_cast<long long>(input.arms.size()), "arm"),
                      counted(static_cast<long long>(baseline.personas.size()), "persona"),
                      counted(static_cast<long long>(baseline.touchpoints.size()), "touchpoint"),
                      replications, counted(executor.threads(), "thread"));
}

int exit_code_of(const RunRecord& record, const StudyOptions& options) {
  switch (record.cause) {
  case StopCause::finished:
    return success;
  case StopCause::time_limit:
    return stopped_early;
  case StopCause::signal:
    return 128 + options.run.stop.signal->load();
  }
  return internal_error;
}

void tell_result(const Context& context, const output::ResultData& result, const OutputPaths& paths,
                 const std::string& hash) {
  const std::string report = paths.report ? paths.report->string() : "";
  Terminal& terminal = context.terminal;
  if (context.arguments.given("json")) {
    terminal.print(run_document(result, paths.result.string(), report, hash));
    return;
  }
  terminal.say("wrote " + paths.result.string() + (report.empty() ? "" : " and " + report));
  terminal.print(output::terminal_summary(result, Terminal::columns(), terminal.colour_out()));
}

/// What the scenario asks for and cannot be run is a fault of the scenario.
template <class Work> auto as_bad_input(const StudyInput& input, const Work& work) {
  try {
    return work();
  } catch (const std::invalid_argument& problem) {
    throw Failure(bad_input, input.path + ": " + problem.what());
  }
}

/// Designs are refused before anything runs.
std::unique_ptr<Answers> designed(const Context& context, const Loaded& loaded,
                                  const StudyInput& input, const Runnable& runnable,
                                  const StudyOptions& options,
                                  const std::vector<StudySpec>& studies) {
  try {
    return std::make_unique<Answers>(loaded, input, runnable, options, studies);
  } catch (const StudyRefusal& refusal) {
    refuse_problems(context.terminal, refusal.problems, loaded.path);
  }
}

/// What the study plan asks for, in time of this machine: measured, so told and not kept.
void tell_time_needed(const Context& context, const output::ResultData& result,
                      std::size_t runs_done, double seconds) {
  double most = 0;
  for (const output::Finding& row : result.findings) {
    if (row.quantity == "replications needed") {
      most = std::max(most, std::isnan(row.upper) ? row.estimate : row.upper);
    }
  }
  if (most > 0 && runs_done > 0) {
    const double arms = static_cast<double>(result.arms.size());
    context.terminal.say(output::text(
        "{:.0f} replications of {} would take about {} here", most,
        counted(static_cast<long long>(result.arms.size()), "arm"),
        rounded_duration(seconds / 60 * most * arms / static_cast<double>(runs_done))));
  }
}

void resume(const Context& context, const StudyInput& input, const Checkpoint& checkpoint,
            RunRecord& record, Answers& answers) {
  const bool found = as_bad_input(input, [&] { return checkpoint.resume(record, answers); });
  context.terminal.say(
      found ? output::text("going on after {}", counted(record.replications, "replication"))
            : "there is no checkpoint; starting from the beginning");
}

/// The comparison, then the studies; what a signal leaves over stands in the record.
output::ResultData simulate(const Context& context, const StudyInput& input, StudyOptions& options,
                            const Runnable& runnable, Answers& answers, Executor& executor,
                            Checkpoint& checkpoint, RunRecord& record) {
  ProgressLine line(context.terminal);
  const auto further = static_cast<double>(answers.n_runs(options.run.at_least));
  options.run.progress = [&line, further](const Progress& progress) {
    line.show({progress.runs_done, progress.runs_expected + further, progress.words});
  };
  const auto started = std::chrono::steady_clock::now();
  const auto offer = [&](const RunRecord& so_far) {
    try {
      checkpoint.offer(so_far, answers);
    } catch (const output::EnvironmentError& problem) { // the run itself may still succeed
      context.terminal.say(std::string(problem.what()) + "; the run goes on");
    }
  };
  options.run.after_batch = offer;
  record = run_arms(runnable, options.run, executor, std::move(record));
  if (record.replications == 0) {
    return {};
  }
  const bool answered = answers.run(
      record, executor, [&line](const Progress& progress) { line.show(progress); },
      [&] { offer(record); });
  if (record.cause == StopCause::finished && !answered) {
    stop_early(record, options.run);
  }
  if (record.cause != StopCause::finished && checkpoint.active()) {
    try {
      checkpoint.save(record, answers);
      context.terminal.say("stopped; go on with --resume");
    } catch (const output::EnvironmentError& problem) { // what is done is written all the same
      context.terminal.complain("sojourn: " + std::string(problem.what()));
    }
  }
  output::ResultData result = result_of(input, runnable, record);
  answers.report(result);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
  tell_time_needed(context, result, answers.runs_done(), taken.count());
  return result;
}

int simulate_and_tell(const Context& context, const Loaded& loaded, const StudyInput& input,
                      StudyOptions& options, const std::vector<StudySpec>& studies,
                      const OutputPaths& paths, Executor& executor) {
  const Runnable runnable = as_bad_input(input, [&] { return prepare(input, options); });
  check_journeys(options, runnable);
  const auto answers = designed(context, loaded, input, runnable, options, studies);
  keep_source(input.path, paths.result);
  keep_source(input.path, paths.report.value_or(paths.result));
  Outputs outputs(paths);
  context.terminal.say(opening_words(input, options, executor));
  if (const std::string words = answers->design_words(); !words.empty()) {
    context.terminal.say(words);
  }
  RunRecord record;
  Checkpoint checkpoint(paths.result.string() + ".checkpoint",
                        run_key(input, options, studies, SOJOURN_VERSION),
                        checkpoint_seconds(context.arguments));
  if (context.arguments.given("resume")) {
    resume(context, input, checkpoint, record, *answers);
  }
  output::ResultData result = as_bad_input(input, [&] {
    return simulate(context, input, options, runnable, *answers, executor, checkpoint, record);
  });
  context.terminal.end_progress();
  if (record.replications == 0) {
    context.terminal.complain("sojourn: " + record.stop_reason + "; nothing is written");
    return exit_code_of(record, options);
  }
  add_provenance(result, context.command_line, executor);
  const std::string hash = outputs.publish(result);
  if (record.cause == StopCause::finished) {
    checkpoint.remove();
  }
  tell_result(context, result, paths, hash);
  return exit_code_of(record, options);
}

int run_run(const Context& context) {
  const Arguments& arguments = context.arguments;
  if (arguments.given("quiet")) {
    context.terminal.be_quiet();
  }
  const fs::path scenario = arguments.operands()[0];
  const OutputPaths paths = paths_of(arguments, scenario);
  const auto executor = executor_of(arguments);
  Loaded loaded = open_scenario(context.terminal, scenario.string(), arguments.list("set"));
  set_seed(loaded, arguments);
  calibrate_shares(loaded);
  const std::vector<StudySpec> studies = studies_of(arguments, loaded);
  const StudyInput input = study_input(loaded, arguments.list("arm"), needs_variants(studies));
  StudyOptions options = study_options(arguments, input.arms.front().scenario);
  return simulate_and_tell(context, loaded, input, options, studies, paths, *executor);
}

} // namespace

Command run_command() {
  return {{"run",
           "simulate, compare, answer: the main job",
           "FILE",
           1,
           1,
           {{"sojourn run incident.yaml", "writes incident.h5 and incident.html, says the answer"},
            {"sojourn run incident.yaml --arm live_status -n 100",
             "one variant, exactly 100 replications"},
            {"sojourn run incident.yaml --set resources.second_line.capacity=8 -o eight.h5",
             "what if today had eight specialists?"},
            {"sojourn run incident.yaml --json | jq .answer", "for other programs"}},
           run_options()},
          run_run};
}

} // namespace sojourn::cli
