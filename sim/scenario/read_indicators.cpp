// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/reading.hpp"

// What visits and endings bring to others than those who travel, and what of it is to be reached.
namespace sojourn {
namespace {

int place_of(const Reading& reading, const std::string& name) {
  const auto touchpoint = reading.names.touchpoints.index(name);
  if (touchpoint)
    return *touchpoint;
  const auto exit = reading.names.exits.index(name);
  return exit ? static_cast<int>(reading.names.touchpoints.ids.size()) + *exit : -1;
}

void check_goal(Reading& reading, const Node& node, const std::string& path,
                const IndicatorSpec& indicator) {
  if (indicator.goal && !reading.out.renewal.present)
    reading.reporter.error(node.find_key("goal")->place, path + ".goal where nothing is renewed",
                           "a goal acts on those who decide about going on, and there is no "
                           "`renewal`",
                           "add `renewal: {}`, or leave the goal out");
}

void check_weight(Reading& reading, const Node& node, const std::string& path) {
  if (const Key* weight = node.find_key("weight"); weight != nullptr && !node.find_key("goal"))
    reading.reporter.error(weight->place, path + ".weight without a goal",
                           "it is how much reaching the goal speaks for going on",
                           "say `goal`, or leave the weight out");
}

bool somebody_comes(const ArrivalSpec& arrivals) {
  return !arrivals.rate.empty() || !arrivals.list.empty() || arrivals.members > 0;
}

void read_counts(const Reading& reading, const Node& node, IndicatorSpec& out) {
  const Node* counts = Group{&node, nullptr}.node("counts");
  for (std::size_t i = 0; counts != nullptr && i < counts->keys.size(); ++i) {
    const int place = place_of(reading, counts->keys[i].text);
    if (const Value* each = counts->items[i].value.get(); each != nullptr && place >= 0)
      out.counts.emplace_back(place, each->number);
  }
}

} // namespace

void read_indicators(Reading& reading) {
  for_entries(reading.root, "indicators", [&](const Key& key, const Node& node, int) {
    IndicatorSpec& out = reading.out.indicators.emplace_back();
    const Group group{&node, nullptr};
    const std::string path = "indicators." + key.text;
    out.id = key.text;
    out.name = group.text("name");
    out.unit = group.text("unit");
    out.weight = group.number("weight", 1);
    if (const Value* goal = group.value("goal"))
      out.goal = goal->number;
    read_counts(reading, node, out);
    check_measure_name(reading, key, path,
                       names_a_measure(key.text) || reading.names.agreements.index(key.text));
    check_goal(reading, node, path, out);
    check_weight(reading, node, path);
    if (!somebody_comes(reading.out.arrivals))
      reading.reporter.error(key.place, path + " where nobody says how many come",
                             "it is counted in a week", "say `arrivals` with a rate");
  });
}

} // namespace sojourn
