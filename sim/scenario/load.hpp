// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/patcher.hpp"
#include "sim/scenario/problem.hpp"
#include "sim/scenario/scenario.hpp"

#include <memory>
#include <string>
#include <vector>

// The whole path from a file to arms: read, check, patch, read again.
namespace sojourn {

struct LoadOptions {
  std::vector<std::string> set; // "PATH=VALUE", applied to the design before any variant
};

struct Loaded {
  std::string path, text;               // as read, without a byte order mark
  std::vector<ArmSpec> arms;            // baseline first; empty where there are errors
  std::vector<Problem> problems;        // by place; errors and warnings
  std::vector<ParameterUse> parameters; // every number in use of the baseline
  std::vector<StudySpec> studies;       // experiment.studies, as written
  std::shared_ptr<const Patcher>
      patcher; // what studies change further; null where there are errors
  bool ok() const { return !has_errors(problems); }
};

/// Reads a scenario file. Problems of the file itself (missing, a folder, a pipe, too large) stand
/// in `problems` with line 0; `missing_file` marks one that is not there.
Loaded load_scenario(const std::string& path, const LoadOptions& options = {});

/// The same from a text; `name` stands in front of the problems.
Loaded load_scenario_text(std::string text, std::string name, const LoadOptions& options = {});

/// The language as a JSON Schema (draft-07) for editors, from the field table.
std::string json_schema();

} // namespace sojourn
