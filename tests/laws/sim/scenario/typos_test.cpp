// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/small.hpp"

#include "sim/scenario/field.hpp"

#include <random>
#include <set>

using namespace sojourn;
using namespace scenario_test;

namespace {

// One slip of the fingers: a letter left out, doubled, swapped with its neighbour, or another key.
std::string mistyped(const std::string& word, std::mt19937& luck) {
  std::string typo = word;
  const std::size_t at = luck() % (word.size() - 1);
  switch (luck() % 4) {
  case 0:
    typo.erase(at, 1);
    break;
  case 1:
    typo.insert(at, 1, typo[at]);
    break;
  case 2:
    std::swap(typo[at], typo[at + 1]);
    break;
  default:
    typo[at] = static_cast<char>('a' + luck() % 26);
  }
  return typo;
}

struct Typed {
  std::string text, word; // the scenario with the word mistyped once, and the word meant
};

// Mistypes one word before a colon.
Typed slip(const std::string& text, std::mt19937& luck) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  for (std::size_t colon = text.find(": "); colon != std::string::npos;
       colon = text.find(": ", colon + 1)) {
    std::size_t begin = colon;
    while (begin > 0 && (std::isalnum(static_cast<unsigned char>(text[begin - 1])) != 0 ||
                         text[begin - 1] == '_'))
      --begin;
    if (colon - begin >= 4)
      words.emplace_back(begin, colon - begin);
  }
  const auto [begin, length] = words[luck() % words.size()];
  const std::string word = text.substr(begin, length);
  std::string typo = mistyped(word, luck);
  std::string changed = text;
  changed.replace(begin, length, typo);
  return {changed, word};
}

std::set<std::string> language() {
  std::set<std::string> words;
  for (const FieldRow& field : field_table())
    words.insert(field.path.substr(field.path.rfind('.') + 1));
  return words;
}

} // namespace

TEST_CASE("at least 95 % of 200 typos get the right suggestion", "[scenario][law]") {
  const std::string incident = text_of_file("scenarios/incident.yaml");
  const std::string design = incident.substr(0, incident.find("variants:"));
  const std::set<std::string> words = language();
  std::mt19937 luck(20260701);
  int tried = 0, right = 0;
  while (tried < 200) {
    const Typed typed = slip(design, luck);
    if (words.count(typed.word) == 0 || typed.text == design)
      continue;
    ++tried;
    const Loaded loaded = load_scenario_text(typed.text, "typo.yaml", {});
    bool suggested = false;
    for (const Problem& problem : loaded.problems)
      suggested = suggested || problem.hint == "did you mean \"" + typed.word + "\"?";
    right += suggested ? 1 : 0;
    if (!suggested)
      UNSCOPED_INFO("not suggested: " << typed.word << "\n" << rendered(loaded));
  }
  CHECK(right >= 190);
}
