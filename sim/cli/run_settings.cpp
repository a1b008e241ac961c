// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/run_settings.hpp"

#include "sim/cli/signals.hpp"
#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <limits>

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

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

} // namespace

std::vector<OptionText> run_options() {
  return {
      {"output", 'o', Takes::one, "FILE.h5", "result file (default: beside the scenario)"},
      {"report", 0, Takes::one, "FILE.html", "report (default: beside the result)"},
      {"no-report", 0, Takes::nothing, "", "no report"},
      {"replications", 'n', Takes::one, "N", "rounds with other luck, whatever the scenario says"},
      {"journeys", 0, Takes::one, "N", "people in a replication, where nobody queues"},
      {"seed", 0, Takes::one, "N", "another luck for everybody"},
      {"arm", 0, Takes::many, "NAME", "only this variant beside the baseline; repeatable"},
      {"set", 0, Takes::many, "PATH=VALUE", "change the scenario itself; repeatable"},
      {"study", 0, Takes::many, "NAME", "only this study of those declared; repeatable"},
      {"threads", 0, Takes::one, "N", "default: as many as the machine has"},
      {"executor", 0, Takes::one, "NAME", "tbb, threads or serial; never changes a result"},
      {"max-time", 0, Takes::one, "TIME", "stop after 30s, 5min, 2h with what is done"},
      {"checkpoint", 0, Takes::one, "TIME", "save what is done every 30s, 5min, 1h"},
      {"resume", 0, Takes::nothing, "", "go on from the last checkpoint"},
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

std::vector<StudySpec> studies_of(const Arguments& arguments, const Loaded& loaded) {
  try {
    return chosen_studies(loaded.studies, arguments.list("study"));
  } catch (const std::invalid_argument& problem) {
    throw UsageError(problem.what());
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

std::unique_ptr<Executor> executor_of(const Arguments& arguments) {
  const ExecutorKind kind = executor_kind(arguments);
  const auto threads = arguments.integer("threads", 1, 1024);
  if (kind == ExecutorKind::serial && threads.value_or(1) > 1) {
    throw UsageError("--executor serial runs on one thread");
  }
  return make_executor(kind, static_cast<int>(threads.value_or(0)));
}

double checkpoint_seconds(const Arguments& arguments) {
  const auto time = arguments.text("checkpoint");
  return time ? seconds_of("checkpoint", *time) : std::numeric_limits<double>::infinity();
}

void check_journeys(const StudyOptions& options, const Runnable& runnable) {
  const bool queues = std::any_of(runnable.plans.begin(), runnable.plans.end(),
                                  [](const Plan& plan) { return plan.contended; });
  if (options.journeys > 0 && queues) {
    throw UsageError("--journeys is for scenarios in which nobody queues",
                     "here arrivals.rate and experiment.horizon say how many come");
  }
}

void set_seed(Loaded& loaded, const Arguments& arguments) {
  if (const auto seed = arguments.seed("seed")) {
    for (ArmSpec& arm : loaded.arms) {
      arm.scenario.experiment.seed = std::to_string(*seed);
      arm.scenario.experiment.seed_value = *seed;
    }
  }
}

} // namespace sojourn::cli
