// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/cli/progress.hpp"
#include "sim/cli/run_json.hpp"
#include "sim/cli/scenario_file.hpp"
#include "sim/cli/signals.hpp"

#include "output/pictures/terminal.hpp"
#include "output/text.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/wording.hpp"

#include <unistd.h>

#include <array>

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

std::vector<OptionText> run_options() {
  return {
      {"output", 'o', Takes::one, "FILE.h5", "result file (default: beside the scenario)"},
      {"report", 0, Takes::one, "FILE.html", "report (default: beside the result)"},
      {"no-report", 0, Takes::nothing, "", "no report"},
      {"replications", 'n', Takes::one, "N", "this many, whatever the scenario says"},
      {"journeys", 0, Takes::one, "N", "per replication, where nobody queues"},
      {"seed", 0, Takes::one, "N", "another luck for everybody"},
      {"arm", 0, Takes::many, "NAME", "only this variant beside the baseline; repeatable"},
      {"set", 0, Takes::many, "PATH=VALUE", "change the scenario itself; repeatable"},
      {"study", 0, Takes::many, "NAME", "which question to answer: compare"},
      {"threads", 0, Takes::one, "N", "default: as many as the machine has"},
      {"executor", 0, Takes::one, "NAME", "tbb, threads or serial; never changes a result"},
      {"max-time", 0, Takes::one, "TIME", "stop after 30s, 5min, 2h with what is done"},
      {"force", 0, Takes::nothing, "", "replace files that are no result of ours"},
      {"json", 0, Takes::nothing, "", "one JSON document instead of the summary"},
      {"quiet", 'q', Takes::nothing, "", "no talk on stderr"},
  };
}

OutputPaths paths_of(const Arguments& arguments, const fs::path& scenario) {
  OutputPaths paths;
  const auto output = arguments.text("output");
  const fs::path base = output ? fs::path(*output) : scenario;
  paths.result = output ? base : fs::path(scenario).replace_extension(".h5");
  const auto report = arguments.text("report");
  if (report && arguments.given("no-report")) {
    throw UsageError("--report and --no-report exclude each other");
  }
  if (!arguments.given("no-report")) {
    paths.report = report ? fs::path(*report) : fs::path(base).replace_extension(".html");
  }
  const bool force = arguments.given("force");
  paths.replace_result = force    ? output::Replace::anything
                         : output ? output::Replace::nothing
                                  : output::Replace::own_result;
  paths.replace_report = force    ? output::Replace::anything
                         : report ? output::Replace::nothing
                                  : output::Replace::own_result;
  if (paths.report && *paths.report == paths.result) {
    throw UsageError("result and report cannot be the same file");
  }
  return paths;
}

ExecutorKind executor_kind(const Arguments& arguments) {
  const std::string name = arguments.text("executor").value_or("tbb");
  if (name == "tbb") {
    return ExecutorKind::tbb;
  }
  if (name == "threads") {
    return ExecutorKind::threads;
  }
  if (name == "serial") {
    return ExecutorKind::serial;
  }
  throw UsageError("there is no executor " + printable(name), "there are: tbb, threads, serial");
}

void check_studies(const Arguments& arguments) {
  for (const std::string& study : arguments.list("study")) {
    if (study != "compare") {
      throw UsageError("there is no study " + printable(study), "there is: compare");
    }
  }
}

StudyOptions study_options(const Arguments& arguments, const Scenario& baseline) {
  StudyOptions options;
  const auto replications = arguments.integer("replications", 2, 1'000'000);
  options.run = settings_of(baseline, static_cast<int>(replications.value_or(0)));
  options.journeys = arguments.integer("journeys", 1, 1'000'000'000).value_or(0);
  options.run.stop.signal = &watch_signals();
  if (const auto limit = arguments.text("max-time")) {
    options.run.stop.deadline = std::chrono::steady_clock::now() +
                                std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                                    std::chrono::duration<double>(seconds_of("max-time", *limit)));
  }
  return options;
}

void set_seed(StudyInput& input, const Arguments& arguments) {
  if (const auto seed = arguments.seed("seed")) {
    for (ArmSpec& arm : input.arms) {
      arm.scenario.experiment.seed = std::to_string(*seed);
      arm.scenario.experiment.seed_value = *seed;
    }
  }
}

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

void add_provenance(output::ResultData& result, const Context& context, const Executor& executor) {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  result.command_line = context.command_line;
  result.host = host.data();
  result.program_version = SOJOURN_VERSION;
  result.library_versions = "compiler " __VERSION__;
  result.threads = executor.threads();
  result.executor = executor.name();
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

int simulate_and_tell(const Context& context, const StudyInput& input, StudyOptions& options,
                      const OutputPaths& paths, Executor& executor) {
  const Runnable runnable = as_bad_input(input, [&] { return prepare(input, options); });
  Outputs outputs(paths);
  context.terminal.say(opening_words(input, options, executor));
  ProgressLine line(context.terminal);
  options.run.progress = [&line](const Progress& progress) { line.show(progress); };
  const RunRecord record =
      as_bad_input(input, [&] { return run_arms(runnable, options.run, executor); });
  context.terminal.end_progress();
  if (record.replications == 0) {
    context.terminal.complain("sojourn: " + record.stop_reason + "; nothing is written");
    return exit_code_of(record, options);
  }
  output::ResultData result = result_of(input, runnable, record);
  add_provenance(result, context, executor);
  const std::string hash = outputs.publish(result);
  tell_result(context, result, paths, hash);
  return exit_code_of(record, options);
}

int run_run(const Context& context) {
  const Arguments& arguments = context.arguments;
  if (arguments.given("quiet")) {
    context.terminal.be_quiet();
  }
  check_studies(arguments);
  const fs::path scenario = arguments.operands()[0];
  const OutputPaths paths = paths_of(arguments, scenario);
  const auto executor =
      make_executor(executor_kind(arguments),
                    static_cast<int>(arguments.integer("threads", 1, 1024).value_or(0)));
  const Loaded loaded = open_scenario(context.terminal, scenario.string(), arguments.list("set"));
  StudyInput input = study_input(loaded, arguments.list("arm"));
  set_seed(input, arguments);
  StudyOptions options = study_options(arguments, input.arms.front().scenario);
  return simulate_and_tell(context, input, options, paths, *executor);
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
