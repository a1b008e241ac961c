// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/read_options.hpp"

#include "models/mechanisms/row_terms.hpp"

#include <array>

namespace sojourn {
namespace {

constexpr std::array<std::string_view, 5> option_words = {"default", "defers", "costs", "benefit",
                                                          "stated_risk"};

/// One outcome where the group itself has a chance, otherwise one by each name.
std::vector<const Node*> outcomes_of(const Node& risk) {
  if (risk.find("chance") != nullptr || risk.find("feels") != nullptr)
    return {&risk};
  std::vector<const Node*> outcomes;
  for (const Node& each : risk.items)
    outcomes.push_back(&each);
  return outcomes;
}

void add_outcome(Reading& reading, const Node& node, const std::string& path, RowSpec& row) {
  const Group group{&node, nullptr};
  const Value* chance = group.value("chance");
  const Value* feels = group.value("feels");
  if (chance != nullptr && feels != nullptr) {
    row.stated_risk.push_back({chance->number, feels->number});
  } else if (!node.poisoned && (node.find("chance") == nullptr || node.find("feels") == nullptr)) {
    reading.reporter.error(node.place, path + ".stated_risk lacks `chance` or `feels`",
                           "a stated risk is how likely and how bad",
                           "write it like { chance: 2%, feels: -4 }");
  }
}

void read_risk(Reading& reading, const Node& risk, const std::string& path, RowSpec& row) {
  const std::vector<const Node*> outcomes = outcomes_of(risk);
  if (outcomes.front() == &risk && risk.keys.size() > 2)
    reading.reporter.error(risk.place, path + ".stated_risk mixes one outcome and several",
                           "either it has `chance` and `feels` itself, or each of its names has",
                           "give every outcome a name");
  if (outcomes.size() > max_stated) {
    reading.reporter.error(
        risk.place, path + ".stated_risk has more than " + std::to_string(max_stated) + " outcomes",
        "nobody takes in so many at once", "join the smallest ones");
    return;
  }
  double sum = 0;
  for (const Node* each : outcomes)
    add_outcome(reading, *each, path, row);
  for (const StatedRiskSpec& outcome : row.stated_risk)
    sum += outcome.chance;
  if (sum > 1 + 1e-9)
    reading.reporter.error(risk.place, path + ".stated_risk: the chances make more than 100%",
                           "what is left to 100% is that nothing of it happens",
                           "lower some of them");
}

} // namespace

void read_option(Reading& reading, const Node& node, const std::string& path, RowSpec& row) {
  const Group group{&node, nullptr};
  row.is_default = group.number("default", 0) != 0;
  if (const Value* defers = group.value("defers"))
    row.defers_min = defers->number;
  if (const Value* costs = group.value("costs"))
    row.costs = costs->number;
  if (const Node* benefit = group.node("benefit"); benefit != nullptr) {
    const Group later{benefit, nullptr};
    row.benefit = BenefitSpec{later.number("feels", 0), later.number("after", 0)};
  }
  const Node* risk = group.node("stated_risk");
  if (risk != nullptr && !risk->items.empty())
    read_risk(reading, *risk, path, row);
}

void check_option(Reading& reading, const Node& node, const std::string& path, bool decides,
                  const RowSpec& row) {
  for (const std::string_view word : option_words) {
    const Key* key = node.find_key(word);
    if (key == nullptr || (decides && !row.conditional()))
      continue;
    const std::string said = path + "." + std::string(word);
    if (word == "stated_risk")
      reading.reporter.error(key->place, said + " where nobody chooses",
                             "people weigh risks that they are told of; the shares of this list "
                             "happen to them and are told to nobody",
                             "put it on an option of a list that says `decides: person`");
    else
      reading.reporter.error(key->place, said + " where nobody chooses",
                             row.conditional() ? "giving up while waiting is no option of the list"
                                               : "this list is what happens to people",
                             "put it on an option of a list that says `decides: person`");
  }
}

} // namespace sojourn
