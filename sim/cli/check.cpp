// SPDX-License-Identifier: Apache-2.0
#include "output/json.hpp"
#include "output/text.hpp"
#include "sim/cli/check_text.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/layout.hpp"
#include "sim/study/answers.hpp"
#include "sim/study/effort.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

namespace sojourn::cli {
namespace {

using output::Json;

struct Checked {
  Loaded loaded;
  std::vector<Problem> problems; // the reader's, the studies' and the load's
  DesignCheck designs;
};

Checked checked(const std::string& path, const std::vector<std::string>& sets) {
  Checked result{load_scenario(path, LoadOptions{sets}), {}, {}};
  result.problems = result.loaded.problems;
  if (result.loaded.ok()) {
    const std::vector<Problem> warnings = load_warnings(result.loaded);
    result.problems.insert(result.problems.end(), warnings.begin(), warnings.end());
    result.designs = check_designs(result.loaded);
    result.problems.insert(result.problems.end(), result.designs.problems.begin(),
                           result.designs.problems.end());
  }
  return result;
}

int exit_code_of(const std::vector<Checked>& files) {
  int code = success;
  for (const Checked& file : files) {
    for (const Problem& problem : file.problems) {
      if (problem.severity == Severity::error) {
        code = problem.missing_file && code != bad_input ? missing_input : bad_input;
      }
    }
  }
  return code;
}

Json problem_json(const Problem& problem) {
  return {{"file", problem.file},
          {"line", problem.line},
          {"column", problem.column},
          {"severity", problem.severity == Severity::error ? "error" : "warning"},
          {"message", problem.message},
          {"why", problem.why},
          {"hint", problem.hint}};
}

std::string document(const std::vector<Checked>& files) {
  Json json;
  json["problems"] = Json::array();
  for (const Checked& file : files) {
    for (const Problem& problem : file.problems) {
      json["problems"].push_back(problem_json(problem));
    }
  }
  return output::json_text(json, 2) + "\n";
}

/// Two significant digits: more would be a promise.
std::string rough_duration(double seconds) {
  const double digit = std::pow(10, std::floor(std::log10(std::max(seconds, 0.1))) - 1);
  return rounded_duration(std::max(0.1, std::round(seconds / digit) * digit) / 60);
}

std::string run_time_text(const Checked& file, const ExactJourney& journey) {
  const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const RunTime time = estimated_run_time(file.loaded.arms.front().scenario, file.designs.arms,
                                          file.designs.further_runs, journey, threads);
  if (!time.known) {
    return "";
  }
  const std::string least = rough_duration(time.least_seconds);
  const std::string most = rough_duration(time.most_seconds);
  return wrap("", output::text("A run takes about {} on {}: {}, {:.0f} journeys per replication.",
                               least == most ? least : least + " to " + most,
                               counted(threads, "thread"),
                               counted(static_cast<long long>(file.designs.arms), "arm"),
                               time.journeys_per_replication)) +
         (file.designs.words.empty() ? "" : wrap("", "With " + file.designs.words + "."));
}

std::string report_on(const Checked& file, bool colour) {
  const Scenario& baseline = file.loaded.arms.front().scenario;
  const ExactJourney journey = solve_journey(baseline);
  const std::vector<ResourceLoad> loads = resource_loads(baseline, journey);
  std::string text = bold(baseline.title, colour) + "\n\n" + graph_text(baseline, journey, colour);
  text += loads.empty() ? "" : "\n" + loads_text(loads, colour);
  if (!journey.leaves.empty()) {
    text +=
        "\n" + dim("Visits and loads are exact for the written shares, without:", colour) + "\n";
  }
  for (const std::string& sentence : journey.leaves) {
    text += wrap("  - ", sentence);
  }
  const std::string time = run_time_text(file, journey);
  return text + (time.empty() ? "" : "\n" + time);
}

std::string last_line(const Checked& file) {
  std::size_t errors = 0;
  for (const Problem& problem : file.problems) {
    errors += problem.severity == Severity::error ? 1 : 0;
  }
  const std::size_t warnings = file.problems.size() - errors;
  const std::string path = file.loaded.path;
  if (errors + warnings == 0) {
    return path + ": no problems\n";
  }
  return path + ": " + counted(static_cast<long long>(errors), "error") + ", " +
         counted(static_cast<long long>(warnings), "warning") + "\n";
}

void tell(const Context& context, const Checked& file) {
  for (const Problem& problem : file.problems) {
    context.terminal.complain(render(problem, context.terminal.colour_err()));
  }
  const bool colour = context.terminal.colour_out();
  context.terminal.print((file.loaded.ok() ? report_on(file, colour) : "") + last_line(file));
}

int run_check(const Context& context) {
  std::vector<Checked> files;
  for (const std::string& path : context.arguments.operands()) {
    files.push_back(checked(path, context.arguments.list("set")));
  }
  if (context.arguments.given("json")) {
    context.terminal.print(document(files));
  } else {
    for (const Checked& file : files) {
      tell(context, file);
    }
  }
  return exit_code_of(files);
}

} // namespace

Command check_command() {
  return {{"check",
           "every problem at once; the journey as text; how busy people are",
           "FILE...",
           1,
           1000,
           {{"sojourn check incident.yaml", "problems, graph, expected visits, load, run time"},
            {"sojourn check *.yaml --json", "for editors and scripts"}},
           {{"set", 0, Takes::many, "PATH=VALUE", "change the scenario; repeatable"},
            {"json", 0, Takes::nothing, "", "one JSON document"}}},
          run_check};
}

} // namespace sojourn::cli
