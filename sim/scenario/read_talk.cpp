// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/ratings.hpp"
#include "models/mechanisms/word_of_mouth.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <numeric>

// What people tell others, to whom, and the ratings that they leave.
namespace sojourn {
namespace {

template <class Rows> double number_of(const Group& group, const Rows& rows, std::string_view id) {
  const auto row =
      std::find_if(rows.begin(), rows.end(), [id](const auto& each) { return each.id == id; });
  return group.number(id, row->default_value);
}

/// One teller's row; empty where something in it is wrong.
std::vector<double> read_row(Reading& reading, const Node& row, const Key& teller) {
  std::vector<double> told(reading.out.personas.size());
  Shares shares;
  double* rest = nullptr;
  for (std::size_t i = 0; i < row.keys.size(); ++i) {
    const auto listener = reading.names.personas.index(row.keys[i].text);
    const Value* value = row.items[i].value.get();
    if (!listener || value == nullptr || row.items[i].poisoned)
      return {};
    double& share = told[static_cast<std::size_t>(*listener)];
    if (value->is("rest")) {
      shares.has_rest = true;
      rest = &share;
    } else {
      share = value->number;
      shares.values.push_back(share);
    }
  }
  if (rest != nullptr)
    *rest = std::max(0.0, 1 - std::accumulate(told.begin(), told.end(), 0.0));
  check_sum(shares, "whom " + teller.text + " tells", teller.place, reading.reporter);
  return told;
}

void read_groups(Reading& reading, const Group& network, NetworkSpec& out) {
  const Node* groups = network.node("groups");
  if (groups == nullptr)
    return;
  out.groups.resize(reading.out.personas.size());
  for (std::size_t i = 0; i < groups->keys.size(); ++i)
    if (const auto teller = reading.names.personas.index(groups->keys[i].text))
      if (!groups->items[i].poisoned)
        out.groups[static_cast<std::size_t>(*teller)] =
            read_row(reading, groups->items[i], groups->keys[i]);
}

void check_members(Reading& reading, const Group& network, const NetworkSpec& out) {
  const Key& key = *network.own->find_key("members");
  const int members = reading.out.arrivals.members;
  if (members == 0)
    reading.reporter.error(key.place, "word_of_mouth.network.members: there are no members",
                           "members are people who come again and again",
                           "say arrivals.population and arrivals.returns, or leave it out");
  else if (*out.near >= members)
    reading.reporter.error(key.place,
                           "word_of_mouth.network.members.near: nobody knows " +
                               std::to_string(*out.near) + " of " + std::to_string(members) +
                               " members",
                           "there are fewer others", "say a smaller number");
  else if (out.contacts && *out.near > *out.contacts)
    reading.reporter.error(key.place, "word_of_mouth.network.members.near is more than `contacts`",
                           "members one knows are among one's acquaintances",
                           "raise contacts, or know fewer members");
}

void read_network(Reading& reading, const Group& network, NetworkSpec& out) {
  if (network.own == nullptr)
    return;
  read_groups(reading, network, out);
  if (const Value* contacts = network.value("contacts"))
    out.contacts = static_cast<int>(contacts->number);
  const Group members = network.group("members");
  out.rewired = members.number("rewired", 0.1);
  if (const Value* near = members.value("near")) {
    out.near = static_cast<int>(near->number);
    check_members(reading, network, out);
  }
}

void read_word_of_mouth(Reading& reading) {
  const Group group = reading.top().group("word_of_mouth");
  if (group.own == nullptr)
    return;
  WordOfMouthSpec& out = reading.out.word_of_mouth;
  constexpr double hour = 60, hours_of_week = 168;
  const auto rate = [&](std::string_view id) {
    const Value* value = group.value(id);
    return value != nullptr ? value->each(hour)
                            : number_of(Group{}, word_of_mouth_rows, id) / hours_of_week;
  };
  out.present = true;
  out.talks = rate("talks");
  out.good = rate("good");
  out.bad = rate("bad");
  out.lasts_min = group.number("lasts", 4 * 7 * 1440.0);
  out.comes = number_of(group, word_of_mouth_rows, "comes");
  out.weight = number_of(group, word_of_mouth_rows, "weight");
  out.trust = number_of(group, word_of_mouth_rows, "trust");
  out.expectation = number_of(group, word_of_mouth_rows, "expectation");
  if (const Value* population = group.value("population"))
    out.population = population->number;
  read_network(reading, group.group("network"), out.network);
}

void read_ratings(Reading& reading) {
  const Group group = reading.top().group("ratings");
  if (group.own == nullptr)
    return;
  RatingsSpec& out = reading.out.ratings;
  out.present = true;
  out.leaves = group.number("leaves", 0.1);
  out.read_by = group.number("read_by", 0.5);
  if (const Value* last = group.value("last"))
    out.last = static_cast<int>(last->number);
  if (group.value("comes_from") != nullptr)
    out.comes_from = group.distribution("comes_from");
  out.extremity = number_of(group, rating_rows, "extremity");
  out.tilt = number_of(group, rating_rows, "tilt");
  out.expectation = number_of(group, rating_rows, "expectation");
  out.weight = number_of(group, rating_rows, "weight");
  out.trust = number_of(group, rating_rows, "trust");
}

} // namespace

void read_talk(Reading& reading) {
  read_word_of_mouth(reading);
  read_ratings(reading);
}

} // namespace sojourn
