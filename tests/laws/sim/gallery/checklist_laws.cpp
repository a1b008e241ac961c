// SPDX-License-Identifier: Apache-2.0
// The checklist of scenarios/README.md points at lines that say what it says they say. A word that
// has moved is named with its new line.
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

namespace {

struct Reference {
  std::string word, file;
  std::size_t line = 0;
};

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file(SOJOURN_SOURCE_DIR "/scenarios/" + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  return lines;
}

/// Those of one cell: `word` file.yaml:7<br>`word` file.yaml:9
std::vector<Reference> references_in(const std::string& cell) {
  std::vector<Reference> all;
  for (std::size_t at = cell.find('`'); at != std::string::npos; at = cell.find('`', at)) {
    const std::size_t end = cell.find("` ", at + 1);
    const std::size_t colon = cell.find(".yaml:", end);
    REQUIRE(colon != std::string::npos);
    all.push_back({cell.substr(at + 1, end - at - 1), cell.substr(end + 2, colon + 3 - end),
                   std::stoul(cell.substr(colon + 6))});
    at = colon;
  }
  return all;
}

/// The cells between the bars of a row.
std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (std::size_t at = 1; at < row.size();) {
    const std::size_t bar = row.find('|', at);
    cells.push_back(row.substr(at + 1, bar - at - 2));
    at = bar + 1;
  }
  return cells;
}

/// The rows between the heading and the next one, without the head of the table.
std::vector<std::vector<std::string>> checklist() {
  std::vector<std::vector<std::string>> rows;
  bool inside = false;
  for (const std::string& line : lines_of("README.md")) {
    inside = line == "## Where each concept is said, and where it shows" ||
             (inside && !line.starts_with("## "));
    if (inside && line.starts_with("| ") && !line.starts_with("| concept")) {
      rows.push_back(cells_of(line));
    }
  }
  return rows;
}

bool holds(const Reference& each) {
  const std::vector<std::string> lines = lines_of(each.file);
  return each.line >= 1 && each.line <= lines.size() &&
         lines[each.line - 1].find(each.word) != std::string::npos;
}

std::string found_at(const Reference& each) {
  const std::vector<std::string> lines = lines_of(each.file);
  std::string at;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].find(each.word) != std::string::npos) {
      at += " " + std::to_string(i + 1);
    }
  }
  return at.empty() ? " nowhere" : at;
}

} // namespace

TEST_CASE("every row of the checklist names lines that say the word, and where it shows") {
  const auto rows = checklist();
  REQUIRE(rows.size() >= 55);
  for (const auto& row : rows) {
    INFO(row.front());
    REQUIRE(row.size() == 3);
    CHECK_FALSE(row[2].empty());
    const std::vector<Reference> references = references_in(row[1]);
    CHECK_FALSE(references.empty());
    for (const Reference& each : references) {
      INFO(each.file << ":" << each.line << " says " << each.word << "? it stands in"
                     << found_at(each));
      CHECK(holds(each));
    }
  }
}

TEST_CASE("a checklist that points elsewhere is seen") {
  Reference wrong = references_in(checklist().front()[1]).front();
  REQUIRE(holds(wrong));
  wrong.line += 1;
  CHECK_FALSE(holds(wrong));
  CHECK_FALSE(holds({"touchpoints:", "workshop.yaml", 100000}));
}
