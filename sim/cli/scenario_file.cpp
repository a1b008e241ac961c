// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/scenario_file.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/study/answers.hpp"

#include <algorithm>

namespace sojourn::cli {
namespace {

std::string count_of(const std::vector<Problem>& problems) {
  const auto errors = std::count_if(problems.begin(), problems.end(), [](const Problem& problem) {
    return problem.severity == Severity::error;
  });
  return std::to_string(errors) + (errors == 1 ? " problem" : " problems");
}

} // namespace

Loaded open_scenario(Terminal& terminal, const std::string& path,
                     const std::vector<std::string>& sets) {
  Loaded loaded = load_scenario(path, LoadOptions{sets});
  bool missing = false;
  for (const Problem& problem : loaded.problems) {
    if (problem.severity == Severity::error) {
      terminal.complain(render(problem, terminal.colour_err()));
    } else {
      terminal.say(render(problem, terminal.colour_err()));
    }
    missing = missing || problem.missing_file;
  }
  if (!loaded.ok()) {
    throw Failure(missing ? missing_input : bad_input,
                  count_of(loaded.problems) + " in " + printable(path));
  }
  return loaded;
}

Plan compiled(const Loaded& loaded, const ArmSpec& arm, const std::string& path) {
  try {
    return compile(arm.scenario, loaded.arms.front().scenario);
  } catch (const std::invalid_argument& problem) {
    throw Failure(bad_input, path + ": " + problem.what());
  }
}

const ArmSpec& find_arm(const Loaded& loaded, const std::string& id) {
  std::vector<std::string> ids;
  for (const ArmSpec& arm : loaded.arms) {
    if (arm.id == id) {
      return arm;
    }
    ids.push_back(arm.id);
  }
  const auto meant = did_you_mean(id, ids);
  throw UsageError("there is no arm " + printable(id),
                   meant ? "did you mean " + *meant + "?" : "there are: " + list_words(ids));
}

void refuse_problems(Terminal& terminal, const std::vector<Problem>& problems,
                     const std::string& path) {
  for (const Problem& problem : problems) {
    terminal.complain(render(problem, terminal.colour_err()));
  }
  throw Failure(bad_input, count_of(problems) + " in " + printable(path));
}

StudyInput study_input(const Loaded& loaded, const std::vector<std::string>& arms, bool variants) {
  for (const std::string& id : arms) {
    (void)find_arm(loaded, id);
  }
  return input_of(loaded, arms, variants);
}

} // namespace sojourn::cli
