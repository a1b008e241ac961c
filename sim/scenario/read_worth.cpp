// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/reading.hpp"

#include <algorithm>

// What is at risk at a touchpoint, and how much of what is gained there fits.
namespace sojourn {
namespace {

bool is_poisoned(const Node& node) {
  return node.poisoned || std::any_of(node.items.begin(), node.items.end(), is_poisoned);
}

void read_risk(const Group& touchpoint, TouchpointSpec& out) {
  const Node* written = touchpoint.node("risk");
  if (written == nullptr || is_poisoned(*written))
    return;
  const Group group{written, nullptr};
  RiskSpec risk;
  risk.chance = group.number("chance", 0);
  risk.amount = group.distribution("amount");
  risk.is_felt = group.has("feels");
  risk.feels = group.number("feels", 0);
  risk.by_provider = group.is("taken_by", "provider");
  out.risk = risk;
}

void read_fit(const Group& touchpoint, TouchpointSpec& out) {
  const Group warranty = touchpoint.group("warranty");
  if (const Value* utility = touchpoint.value("utility"))
    out.fit.push_back(utility->number);
  for (std::size_t i = 0; warranty.own != nullptr && i < warranty.own->items.size(); ++i)
    if (const Node& level = warranty.own->items[i]; level.value)
      out.fit.push_back(level.value->number);
}

/// The place of a word in a group of a chapter; nullptr where it is not written.
const Key* written_in(const Reading& reading, const char* chapter, const std::string& name,
                      const char* word) {
  const Node* all = reading.root.find(chapter);
  const Node* group = all == nullptr ? nullptr : all->find(name);
  return group == nullptr || group->poisoned ? nullptr : group->find_key(word);
}

bool sees_nothing(const TouchpointSpec& each) {
  return each.seen_by == SeenBy::provider || each.seen_by == SeenBy::nobody;
}

void check_felt_risk(Reading& reading, const TouchpointSpec& each) {
  const bool visible = std::any_of(reading.out.personas.begin(), reading.out.personas.end(),
                                   [](const PersonaSpec& who) { return who.relationship; });
  if (!each.risk || !each.risk->is_felt || !sees_nothing(each) || visible)
    return;
  reading.reporter.error(written_in(reading, "touchpoints", each.id, "risk")->place,
                         "touchpoints." + each.id + ".risk.feels where the person sees nothing",
                         "nobody feels what they do not see, and `seen_by` says that the person "
                         "does not",
                         "say seen_by: both, or leave `feels` out");
}

void check_fit(Reading& reading, const TouchpointSpec& each) {
  if (each.outcome != 0 || each.value_realised)
    return;
  for (const char* word : {"utility", "warranty"})
    if (const Key* key = written_in(reading, "touchpoints", each.id, word))
      reading.reporter.error(key->place,
                             "touchpoints." + each.id + "." + word + " where nothing is gained",
                             "it is a share of the outcome, or of the worth realised here",
                             "write it where `outcome` or `value: realised` is said");
}

void check_practice(Reading& reading, const TouchpointSpec& each) {
  if (each.practice == 0 || each.effort || each.takes != Distribution::constant(0))
    return;
  reading.reporter.error(written_in(reading, "touchpoints", each.id, "practice")->place,
                         "touchpoints." + each.id + ".practice where there is nothing to learn",
                         "it makes `takes` and the effort of a visit smaller, and neither is said",
                         "say `takes` or `feels: { effort: ... }`, or take it out");
}

void check_vulnerability(Reading& reading) {
  const auto& all = reading.out.touchpoints;
  if (std::any_of(all.begin(), all.end(), [](const auto& each) { return each.risk; }))
    return;
  std::vector<std::string> names = reading.names.personas.ids;
  names.emplace_back("everyone");
  for (const std::string& name : names)
    if (const Key* key = written_in(reading, "personas", name, "vulnerability"))
      reading.reporter.error(key->place,
                             "personas." + name + ".vulnerability where nothing is at risk",
                             "no touchpoint says `risk`", "add a risk, or take it out");
}

void check_manners(Reading& reading) {
  for (std::size_t i = 0; i < reading.out.resources.size(); ++i) {
    const std::string& id = reading.out.resources[i].id;
    const auto& all = reading.out.touchpoints;
    const bool serves = std::any_of(all.begin(), all.end(), [i](const TouchpointSpec& each) {
      return each.needs && each.needs->resource == static_cast<int>(i);
    });
    for (const char* word : {"attitude", "discretion"})
      if (const Key* key = serves ? nullptr : written_in(reading, "resources", id, word))
        reading.reporter.error(key->place,
                               "resources." + id + "." + word + " where nobody meets them",
                               "no touchpoint `needs` them first, and work behind the line of "
                               "visibility has no manners",
                               "say it of who serves in front, or take it out");
  }
}

} // namespace

void read_worth_of(const Group& touchpoint, TouchpointSpec& out) {
  out.practice = touchpoint.number("practice", 0);
  read_risk(touchpoint, out);
  read_fit(touchpoint, out);
}

void check_worth(Reading& reading, bool baseline) {
  if (reading.reporter.failed())
    return; // words may be missing because of what was reported
  for (const TouchpointSpec& each : reading.out.touchpoints)
    check_felt_risk(reading, each);
  if (!baseline)
    return;
  for (const TouchpointSpec& each : reading.out.touchpoints) {
    check_fit(reading, each);
    check_practice(reading, each);
  }
  check_vulnerability(reading);
  check_manners(reading);
}

} // namespace sojourn
