// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/schema_check.hpp"
#include "tests/laws/sim/scenario/small.hpp"

#include "sim/scenario/field.hpp"

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

TEST_CASE("the schema accepts the shipped scenario", "[scenario][schema]") {
  CHECK(verdict(text_of_file("scenarios/incident.yaml")) == "");
  CHECK(verdict(small) == "");
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
