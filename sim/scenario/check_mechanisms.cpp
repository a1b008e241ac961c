// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/pair_rows.hpp"
#include "models/mechanisms/table.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/pairs.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <array>

// What only the whole can tell of mechanisms: pairs that should not act together, and words of
// options that no mechanism reads.
namespace sojourn {
namespace {

/// Where a persona, or `everyone`, lists a mechanism.
const Key* listed_at(const Reading& reading, const std::string& persona, Mechanism mechanism) {
  const Node* personas = reading.root.find("personas");
  for (const std::string& who : {persona, std::string("everyone")}) {
    const Node* node = personas == nullptr ? nullptr : personas->find(who);
    const Node* biases = node == nullptr ? nullptr : node->find("biases");
    if (const Key* key = biases == nullptr ? nullptr : biases->find_key(row_of(mechanism).id))
      return key;
  }
  return nullptr;
}

void warn_pair(Reading& reading, const PairInUse& pair) {
  const PairRow& row = pair_rows[pair.row];
  std::vector<std::string> who;
  for (const std::size_t persona : pair.personas)
    who.push_back(reading.out.personas[persona].id);
  const Key* key = listed_at(reading, who.front(), row.second);
  if (key == nullptr)
    return;
  const PairWords words = words_of(pair);
  reading.reporter.warning(key->place, words.message + ", and act together in " + list_words(who),
                           words.why, "keep one, or read the two as one effect");
}

/// Who has `fading` and nothing for it to act in.
void warn_fading(Reading& reading) {
  for (const PersonaSpec& persona : reading.out.personas) {
    if (!acts_in(persona, Mechanism::fading) || acts_in(persona, Mechanism::availability))
      continue;
    if (const Key* key = listed_at(reading, persona.id, Mechanism::fading))
      reading.reporter.warning(key->place, "fading moves nobody in " + persona.id,
                               "it acts in the memory of availability, which they do not have",
                               "list availability too, or take it out");
    return;
  }
}

// A reference acts through the gap to it.
void warn_references(Reading& reading) {
  const Node* personas = reading.root.find("personas");
  for (const PersonaSpec& persona : reading.out.personas) {
    if (persona.references == PersonaSpec{}.references ||
        acts_in(persona, Mechanism::reference_dependence) ||
        acts_in(persona, Mechanism::loss_aversion))
      continue;
    const Node* node = personas == nullptr ? nullptr : personas->find(persona.id);
    const Key* key = node == nullptr ? nullptr : node->find_key("reference");
    if (key != nullptr)
      reading.reporter.warning(
          key->place, "personas." + persona.id + ".reference moves nobody",
          "it acts through reference_dependence and loss_aversion, which they do not have",
          "list one of them, or take it out");
  }
}

struct OptionWord {
  std::string_view word;
  std::array<Mechanism, 2> read_by;
};
constexpr std::array<OptionWord, 5> option_words = {{
    {"default", {Mechanism::status_quo, Mechanism::status_quo}},
    {"defers", {Mechanism::present_bias, Mechanism::choice_overload}},
    {"costs", {Mechanism::present_bias, Mechanism::present_bias}},
    {"benefit", {Mechanism::present_bias, Mechanism::present_bias}},
    {"stated_risk", {Mechanism::probability_weighting, Mechanism::probability_weighting}},
}};

bool acts_in_somebody(const Scenario& scenario, const OptionWord& word) {
  return std::any_of(
      scenario.personas.begin(), scenario.personas.end(), [&](const PersonaSpec& persona) {
        return acts_in(persona, word.read_by[0]) || acts_in(persona, word.read_by[1]);
      });
}

std::string readers_of(const OptionWord& word) {
  std::string ids(row_of(word.read_by[0]).id);
  return word.read_by[0] == word.read_by[1]
             ? ids
             : ids + " or " + std::string(row_of(word.read_by[1]).id);
}

void warn_unread(Reading& reading, const Node& way, const std::string& path) {
  for (const OptionWord& word : option_words)
    if (const Key* key = way.find_key(word.word);
        key != nullptr && !acts_in_somebody(reading.out, word))
      reading.reporter.warning(key->place, path + "." + std::string(word.word) + " moves nobody",
                               "it acts through " + readers_of(word) + ", which nobody has",
                               "list it under `biases`, or take the word out");
}

} // namespace

void check_mechanisms(Reading& reading) {
  for (const PairInUse& pair : pairs_in_use(reading.out))
    warn_pair(reading, pair);
  warn_fading(reading);
  warn_references(reading);
  for_entries(reading.root, "touchpoints", [&](const Key& key, const Node& node, int) {
    const Node* then = Group{&node, nullptr}.node("then");
    for (const Node* way : then == nullptr ? std::vector<const Node*>() : parts_of(then))
      if (const Node* to = way->find("to"); to != nullptr)
        warn_unread(reading, *way, "touchpoints." + key.text + ".then." + to->text);
  });
}

} // namespace sojourn
