// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/schema_check.hpp"
#include "tests/laws/sim/scenario/small.hpp"

#include "sim/scenario/field.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace sojourn;
using namespace scenario_test;
using output::Json;

namespace {

const Json& schema() {
  static const Json parsed = Json::parse(json_schema());
  return parsed;
}

std::string verdict(const std::string& text) { return judge(as_json(text), schema(), schema()); }

std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(SOJOURN_SOURCE_DIR "/" + folder))
    if (entry.path().extension() == ".yaml")
      paths.push_back(folder + "/" + entry.path().filename().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string broken(const std::string& from, const std::string& to) {
  std::string text = small;
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

} // namespace

TEST_CASE("the schema is draft-07 and uses only words of it", "[scenario][schema]") {
  CHECK(schema()["$schema"] == "http://json-schema.org/draft-07/schema#");
  std::string unknown;
  CHECK(known_words_only(schema(), unknown));
  CHECK(unknown.empty());
}

TEST_CASE("the schema accepts every shipped scenario", "[scenario][schema]") {
  std::size_t n = 0;
  for (const char* folder : {"scenarios", "scenarios/theory", "sim/cli", "tests/matrix"})
    for (const std::string& path : yaml_files(folder)) {
      INFO(path);
      CHECK(verdict(text_of_file(path)) == "");
      ++n;
    }
  CHECK(n > 20);
  CHECK(verdict(small) == "");
}

// What no schema of one value at a time can see: names in use, sums, the graph, what goes together,
// what YAML allows and the language does not (two equal keys become one for an editor).
TEST_CASE("the schema refuses every broken scenario whose form is wrong", "[scenario][schema]") {
  const std::set<std::string> seen_by_check_alone = {"02-unknown-touchpoint.yaml",
                                                     "06-wrong-currency.yaml",
                                                     "08-shares-above-100.yaml",
                                                     "09-shares-below-100.yaml",
                                                     "10-unreachable-touchpoint.yaml",
                                                     "11-no-exit-reachable.yaml",
                                                     "12-self-loop-of-one.yaml",
                                                     "14-duplicate-key.yaml",
                                                     "16-tag.yaml",
                                                     "22-leading-zero.yaml",
                                                     "26-second-document.yaml",
                                                     "29-promise-about-nothing.yaml",
                                                     "30-unknown-channel.yaml",
                                                     "31-patience-without-wait.yaml",
                                                     "32-agreement-without-end.yaml",
                                                     "33-set-twice.yaml",
                                                     "36-variant-breaks-the-graph.yaml",
                                                     "38-personas-not-whole.yaml",
                                                     "40-choice-with-feeling.yaml",
                                                     "41-two-rests.yaml",
                                                     "45-overlapping-hours.yaml",
                                                     "47-unknown-measure.yaml",
                                                     "49-circle-of-variants.yaml",
                                                     "55-too-many-units.yaml",
                                                     "56-full-room.yaml",
                                                     "56-option-where-nobody-chooses.yaml",
                                                     "57-two-defaults.yaml",
                                                     "58-stated-risks.yaml",
                                                     "59-mechanisms-that-do-not-go-together.yaml",
                                                     "60-silent-where-nobody-waits.yaml",
                                                     "61-nobody-sees-it.yaml",
                                                     "65-returns-and-drivers.yaml",
                                                     "66-words-that-nothing-reads.yaml",
                                                     "67-indicators-and-goals.yaml",
                                                     "68-changes-that-come-later.yaml",
                                                     "69-evidence-of-what-is-to-come.yaml",
                                                     "70-evidence-nobody-sees.yaml"};
  for (const std::string& path : yaml_files("tests/golden/sim/scenario/broken")) {
    const std::string name = path.substr(path.rfind('/') + 1);
    const Json value = as_json(text_of_file(path));
    if (value.is_null()) // no YAML at all, or none that the language reads
      continue;
    INFO(name);
    CHECK((judge(value, schema(), schema()) == "") == (seen_by_check_alone.count(name) == 1));
  }
}

namespace {

struct Described {
  std::size_t words = 0;
  std::set<std::string> poor; // paths without a description, or with a default that is none
};

void look(const Json& node, const std::string& path, Described& out) {
  if (node.contains("default") && !judge(node["default"], node, schema()).empty())
    out.poor.insert(path + ": default " + node["default"].dump());
  for (const char* named : {"properties", "patternProperties"})
    if (node.contains(named))
      for (const auto& [word, inner] : node[named].items()) {
        ++out.words;
        const std::string at = path + "/" + word;
        const Json& told = inner.contains("$ref") ? schema()["definitions"]["changes"] : inner;
        if (!told.contains("description") || told["description"].get<std::string>().size() < 5)
          out.poor.insert(at);
        look(inner, at, out);
      }
  if (node.contains("items"))
    look(node["items"], path + "[]", out);
  if (node.contains("anyOf"))
    for (const Json& form : node["anyOf"])
      look(form, path, out);
}

} // namespace

TEST_CASE("editors show what every word means, and fill in what is legal", "[scenario][schema]") {
  Described found;
  look(schema(), "", found);
  CHECK(found.words > 600);
  CHECK(found.poor == std::set<std::string>());
  const Json& takes =
      schema()["properties"]["touchpoints"]["patternProperties"].front()["properties"]["takes"];
  CHECK(takes["description"] ==
        "How long people are busy here; with `needs`, being served. A duration like 30 min (0 s to "
        "10 years); it may vary: { median: 5 min, p90: 12 min }. Unsaid: 0 s.");
  CHECK(takes["default"] == "0 s");
}

TEST_CASE("a word without a description, and a wrong default, would be found", "[schema]") {
  Described found;
  look({{"properties", {{"takes", {{"type", "string"}, {"default", 5}}}}}}, "", found);
  CHECK(found.poor == std::set<std::string>{"/takes", "/takes: default 5"});
}

TEST_CASE("the schema refuses what the reader refuses", "[scenario][schema]") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"capacity: 4", "capacity: 0"},        {"capacity: 4", "capaciti: 4"},
      {"share: 50%", "share: 0.5"},          {"answer_within: 2 h", "answer_within: 2"},
      {"-0.1 per min", "-0.1 per minut"},    {"mean: +0.5", "mean: 7"},
      {"outcome: served", "outcome: happy"}, {"Mon-Fri 08:00-18:00", "Mon-Fry 08:00-18:00"},
      {"{ ratio: 2 }", "{ rato: 2 }"},       {"sojourn: 1", "sojourn: 2"},
      {"worth: 60 per h", "worth: 60"},      {"2 min, 4 min, 9 min", "2 min, 4 min"},
  };
  for (const auto& [from, to] : rows) {
    INFO(to);
    CHECK(verdict(broken(from, to)) != "");
    CHECK_FALSE(load_scenario_text(broken(from, to), "broken.yaml", {}).ok());
  }
}

TEST_CASE("the table is whole: every row has help, no path twice", "[scenario]") {
  std::set<std::pair<std::string, bool>> seen;
  for (const FieldRow& field : field_table()) {
    INFO(field.path);
    CHECK_FALSE(field.help.empty());
    CHECK(seen.emplace(field.path, field.kind == Kind::group).second);
    CHECK((field.kind != Kind::words || !field.words.empty()));
  }
  CHECK(seen.size() > 100);
}

TEST_CASE("the language page names every word of the table", "[scenario]") {
  const std::string page = text_of_file("scenarios/README.md");
  for (const FieldRow& field : field_table()) {
    std::string word = field.path.substr(field.path.rfind('.') + 1);
    if (word.size() > 2 && word.substr(word.size() - 2) == "[]")
      word.resize(word.size() - 2);
    if (word == "*" || word.empty())
      continue;
    INFO(field.path);
    CHECK(page.find("`" + word + "`") != std::string::npos);
  }
}
