// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/reading.hpp"

#include "sim/scenario/numbers.hpp"

#include <charconv>
#include <cmath>
#include <numeric>

namespace sojourn {
namespace {

const Node* healthy(const Node* group, std::string_view key) {
  const Node* node = group == nullptr || group->poisoned ? nullptr : group->find(key);
  return node == nullptr || node->poisoned ? nullptr : node;
}

void read_general(Reading& reading) {
  const Group top = reading.top();
  Scenario& out = reading.out;
  out.title = top.text("title");
  out.question = top.text("question");
  out.currency = top.word("currency", "EUR");
  out.choice_sensitivity = top.number("choice_sensitivity", out.choice_sensitivity);
  out.channel_switch_effort =
      top.group("channel_switch").number("effort", out.channel_switch_effort);
  const std::string base = top.word("base", std::string("raw"));
  out.base = base == "calibrated" ? BaseShares::calibrated
             : base == "centred"  ? BaseShares::centred
                                  : BaseShares::raw;
  out.clock = reading.names.calendars.index(top.word("clock", "wall")).value_or(-1);
  out.channels = reading.names.channels.ids;
  const Group one_off = top.group("costs").group("one_off");
  out.one_off_cost = one_off.number("value", 0);
  out.one_off_spread_min = one_off.number("spread_over", 0);
}

} // namespace

const Node* Group::node(std::string_view key) const {
  const Node* mine = own == nullptr || own->poisoned ? nullptr : own->find(key);
  if (mine != nullptr)
    return mine->poisoned ? nullptr : mine;
  return healthy(shared, key);
}

const Value* Group::value(std::string_view key) const {
  const Node* found = node(key);
  return found == nullptr ? nullptr : found->value.get();
}

Group Group::group(std::string_view key) const {
  return Group{healthy(own, key), healthy(shared, key)};
}

double Group::number(std::string_view key, double otherwise) const {
  const Value* found = value(key);
  return found == nullptr || !found->word.empty() ? otherwise : found->number;
}

std::string Group::word(std::string_view key, const std::string& otherwise) const {
  const Value* found = value(key);
  return found == nullptr ? otherwise : found->word;
}

std::string Group::text(std::string_view key, const std::string& otherwise) const {
  return word(key, otherwise);
}

bool Group::is(std::string_view key, std::string_view expected) const {
  const Value* found = value(key);
  return found != nullptr && found->is(expected);
}

Distribution Group::distribution(std::string_view key, const Distribution& otherwise) const {
  const Value* found = value(key);
  return found == nullptr || !found->word.empty() ? otherwise : found->distribution;
}

double Group::rate(std::string_view key, double minutes) const {
  const Value* found = value(key);
  return found == nullptr ? 0 : found->each(minutes);
}

int Reading::touchpoint(const Value* value) const {
  return value == nullptr ? -1 : names.touchpoints.index(value->word).value_or(-1);
}

int Reading::exit(const Value* value) const {
  return value == nullptr ? -1 : names.exits.index(value->word).value_or(-1);
}

void for_entries(const Node& root, std::string_view word, const EntryReader& each) {
  const Node* group = healthy(&root, word);
  if (group == nullptr)
    return;
  int index = 0;
  for (std::size_t i = 0; i < group->keys.size(); ++i) {
    if (word == "personas" && group->keys[i].text == "everyone")
      continue;
    if (!group->items[i].poisoned)
      each(group->keys[i], group->items[i], index);
    ++index;
  }
}

void for_hours(Reading& reading, const Node& table, const std::string& path, const char* why,
               const HoursReader& each) {
  WeekIntervals seen;
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    const auto week = read_week(table.keys[i].text);
    const auto* hours = std::get_if<WeekIntervals>(&week);
    if (hours == nullptr || table.items[i].poisoned || !table.items[i].value)
      continue;
    if (overlap(seen, *hours))
      reading.reporter.error(table.keys[i].place, path + ": these hours overlap with hours above",
                             why, "let the hours end where the next begin");
    seen.insert(seen.end(), hours->begin(), hours->end());
    each(*hours, *table.items[i].value);
  }
}

std::vector<const Node*> parts_of(const Node* node) {
  std::vector<const Node*> parts;
  if (node == nullptr)
    return parts;
  if (node->is_scalar() && !node->poisoned)
    parts.push_back(node);
  for (const Node& item : node->items)
    if (!item.poisoned)
      parts.push_back(&item);
  return parts;
}

void check_sum(const Shares& shares, const std::string& what, const Place& place,
               Reporter& reporter) {
  constexpr double tolerance = 1e-6; // a share is written with a few digits
  const double sum = std::accumulate(shares.values.begin(), shares.values.end(), 0.0);
  const std::string text = number_text(std::round(sum * 1e8) / 1e6) + "%";
  if (sum > 1 + tolerance)
    reporter.error(place, what + " add up to " + text + ", more than 100%",
                   "everybody goes exactly one way", "lower them until 100% is left");
  else if (!shares.has_rest && sum < 1 - tolerance)
    reporter.error(place, what + " add up to " + text + " instead of 100%",
                   "everybody goes exactly one way", "give one of them `rest`");
}

Scenario read_scenario(const Node& root, const Names& names, Reporter& reporter, bool baseline) {
  Scenario out;
  Reading reading{root, names, reporter, out};
  read_calendars(reading);
  read_general(reading);
  read_people(reading);
  read_touchpoints(reading);
  read_rows(reading);
  read_arrivals(reading);
  read_service(reading);
  read_survey(reading);
  read_social(reading);
  read_indicators(reading);
  read_talk(reading);
  read_agreements(reading);
  read_experiment(reading);
  check_graph(reading, baseline);
  check_mechanisms(reading);
  check_worth(reading, baseline);
  check_recalls(reading, baseline);
  return out;
}

} // namespace sojourn
