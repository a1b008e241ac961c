// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/table.hpp"
#include "models/mechanisms/pair_rows.hpp"
#include "models/mechanisms/presets.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

using namespace sojourn;

namespace {
std::string readme() {
  std::ifstream file(std::string(SOJOURN_SOURCE_DIR) + "/models/README.md");
  REQUIRE(file);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string number(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

std::string text_of(Grade grade) {
  return std::string(grade_names[static_cast<std::size_t>(grade)]);
}

/// The lines of the README that the table owns.
std::string line_of(const ParameterRow& row) {
  std::ostringstream line;
  line << "| `" << row.id << "` | " << row.symbol << " | " << row.unit << " | "
       << number(row.default_value) << " | " << number(row.low) << " to " << number(row.high)
       << " | " << number(row.band_low) << " to " << number(row.band_high) << " | "
       << provenance_names[static_cast<std::size_t>(row.provenance)] << ": " << row.source
       << " |\n";
  return line.str();
}

std::string chapter_of(const MechanismRow& row) {
  std::ostringstream text;
  text << "### " << row.title << " (`" << row.id << "`), grade " << text_of(row.grade) << "\n\n"
       << "`" << row.equation << "`\n\n"
       << "Reads " << row.reads << ". Writes " << row.writes << ". Source: " << row.source
       << ". Not for " << row.not_for << ".\n\n"
       << "| word | symbol | unit | default | legal | plausible | comes from |\n"
       << "|---|---|---|---|---|---|---|\n";
  for (const ParameterRow& parameter : parameter_rows) {
    text << (parameter.mechanism == row.mechanism ? line_of(parameter) : std::string());
  }
  return text.str();
}
} // namespace

TEST_CASE("the README's chapters are the table") {
  const std::string text = readme();
  for (const MechanismRow& row : mechanism_rows) {
    INFO(chapter_of(row));
    CHECK(text.find(chapter_of(row)) != std::string::npos);
  }
}

TEST_CASE("the README names the pairs that should not act together") {
  const std::string text = readme();
  for (const PairRow& row : pair_rows) {
    std::ostringstream line;
    line << "| `" << row_of(row.first).id << "`, `" << row_of(row.second).id << "` | "
         << pair_problem_names[static_cast<std::size_t>(row.problem)] << " | " << row.why << " |\n";
    INFO(line.str());
    CHECK(text.find(line.str()) != std::string::npos);
    CHECK(row.first != row.second);
  }
}

TEST_CASE("words are found, and only words that exist") {
  CHECK(find_mechanism("loss_aversion") == Mechanism::loss_aversion);
  CHECK_FALSE(find_mechanism("loss"));
  CHECK(find_parameter(Mechanism::loss_aversion, "ratio") == Parameter::loss_aversion_ratio);
  CHECK_FALSE(find_parameter(Mechanism::anchoring, "ratio"));
  CHECK(strength_of(Mechanism::patience) == Parameter::patience_strength);
}

TEST_CASE("ids are unique, strengths are 0 to 1 with 1 as published") {
  std::set<std::string> seen;
  for (const MechanismRow& row : mechanism_rows) {
    CHECK(seen.insert(std::string(row.id)).second);
    const ParameterRow& strength = row_of(strength_of(row.mechanism));
    CHECK((strength.low == 0 && strength.high == 1 && strength.default_value == 1));
  }
}

TEST_CASE("presets weigh 1 in all") {
  for (const PeakEndPreset& preset : peak_end_presets) {
    double sum = 0;
    for (const double weight : preset.weights) {
      sum += weight;
    }
    CHECK(sum == 1.0);
  }
  CHECK_FALSE(find_peak_end_preset("median"));
}

TEST_CASE("approve: print the README's chapters", "[.]") {
  for (const MechanismRow& row : mechanism_rows) {
    std::cout << chapter_of(row) << '\n';
  }
}
