// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/characters.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <array>
#include <deque>

namespace sojourn {
namespace {

/// The journey as a graph. A way on that could not be read may lead anywhere: it counts as a way
/// out, and nothing is called unreachable beside it.
struct Graph {
  struct Ways {
    std::vector<int> to; // touchpoints
    bool leaves = false; // to an exit, or nobody knows
  };
  std::vector<Ways> written;            // every row, whatever its share
  std::vector<std::vector<Ways>> taken; // per persona: rows with a share above 0
  bool unknown = false;                 // some way on could not be read
};

bool for_persona(const RowSpec& row, std::size_t persona) {
  return row.personas.empty() || std::find(row.personas.begin(), row.personas.end(),
                                           static_cast<int>(persona)) != row.personas.end();
}

void add(Graph::Ways& ways, const RowSpec& row) {
  if (row.to_exit)
    ways.leaves = true;
  else
    ways.to.push_back(row.to);
}

// Whether every way on of a touchpoint was read: rows of the tree against rows of the scenario.
bool known(const Reading& reading, std::size_t index) {
  const Node* touchpoints = reading.root.find("touchpoints");
  const Node* then = touchpoints->find(reading.names.touchpoints.ids[index])->find("then");
  return then != nullptr && !then->poisoned &&
         then->items.size() == reading.out.touchpoints[index].rows.size();
}

Graph graph_of(const Reading& reading) {
  const std::vector<TouchpointSpec>& touchpoints = reading.out.touchpoints;
  Graph graph;
  graph.written.resize(touchpoints.size());
  graph.taken.assign(reading.out.personas.size(), graph.written);
  for (std::size_t i = 0; i < touchpoints.size(); ++i) {
    const bool unknown = !known(reading, i);
    graph.unknown = graph.unknown || unknown;
    graph.written[i].leaves = unknown;
    for (auto& ways : graph.taken)
      ways[i].leaves = unknown;
    for (const RowSpec& row : touchpoints[i].rows) {
      add(graph.written[i], row);
      for (std::size_t p = 0; p < graph.taken.size(); ++p)
        if (for_persona(row, p) && row.share.value_or(1) > 0)
          add(graph.taken[p][i], row);
    }
  }
  return graph;
}

std::vector<bool> reached(const std::vector<Graph::Ways>& ways, const ArrivalSpec& arrivals) {
  std::vector<bool> seen(ways.size(), false);
  std::deque<int> open;
  for (const auto* starts : {&arrivals.start_at, &arrivals.returns_at})
    for (const auto& [touchpoint, share] : *starts)
      if (touchpoint >= 0)
        open.push_back(touchpoint);
  while (!open.empty()) {
    const auto at = static_cast<std::size_t>(open.front());
    open.pop_front();
    if (seen[at])
      continue;
    seen[at] = true;
    open.insert(open.end(), ways[at].to.begin(), ways[at].to.end());
  }
  return seen;
}

// Touchpoints from which a way out exists: grown backwards until nothing changes.
std::vector<bool> escaping(const std::vector<Graph::Ways>& ways) {
  std::vector<bool> out(ways.size());
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < ways.size(); ++i) {
      const auto leads_out = [&](int to) { return out[static_cast<std::size_t>(to)]; };
      const bool escapes =
          ways[i].leaves || std::any_of(ways[i].to.begin(), ways[i].to.end(), leads_out);
      changed = changed || (escapes && !out[i]);
      out[i] = out[i] || escapes;
    }
  }
  return out;
}

const Place& place_of(const Reading& reading, std::size_t touchpoint) {
  return reading.root.find("touchpoints")
      ->find_key(reading.names.touchpoints.ids[touchpoint])
      ->place;
}

void check_reachable(Reading& reading, const Graph& graph) {
  const std::vector<bool> seen = reached(graph.written, reading.out.arrivals);
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (!seen[i])
      reading.reporter.error(place_of(reading, i),
                             "nobody ever reaches touchpoints." + reading.out.touchpoints[i].id,
                             "no way leads to it from where people start",
                             "add a row with `to: " + reading.out.touchpoints[i].id +
                                 "`, or a share in arrivals.start_at");
}

// One problem for a whole trap, at its first touchpoint.
void check_traps(Reading& reading, const Graph& graph) {
  for (const auto& taken : graph.taken) {
    const std::vector<bool> seen = reached(taken, reading.out.arrivals);
    const std::vector<bool> out = escaping(taken);
    std::vector<std::string> trapped;
    std::size_t first = 0;
    for (std::size_t i = seen.size(); i-- > 0;)
      if (seen[i] && !out[i] && !taken[i].to.empty()) {
        trapped.insert(trapped.begin(), reading.out.touchpoints[i].id);
        first = i;
      }
    if (trapped.empty())
      continue;
    const bool one = trapped.size() == 1;
    const std::string where = one ? "touchpoints." + trapped[0] + " always leads back to itself"
                                  : "no exit can be reached from " + list_words(trapped);
    reading.reporter.error(place_of(reading, first), where, "whoever comes here travels forever",
                           "add a row with `to:` an exit");
    return;
  }
}

void check_arrivals(Reading& reading) {
  const ArrivalSpec& arrivals = reading.out.arrivals;
  const auto limited = [&](const std::optional<WorkSpec>& work) {
    return work && work->resource >= 0 &&
           (!work->others.empty() ||
            !reading.out.resources[static_cast<std::size_t>(work->resource)].unlimited);
  };
  const auto queues = [&](const TouchpointSpec& each) {
    return limited(each.needs) || limited(each.behind);
  };
  const Node* node = reading.root.find("arrivals");
  const Node* rate = node == nullptr ? nullptr : node->find("rate");
  const auto& all = reading.out.touchpoints;
  const bool listed = node != nullptr && (node->find("list") || node->find("population"));
  if (rate == nullptr && !listed && (node == nullptr || !node->poisoned) &&
      std::any_of(all.begin(), all.end(), queues))
    reading.reporter.error(
        node == nullptr ? reading.root.place : reading.root.find_key("arrivals")->place,
        "arrivals lacks `rate`", "people queue for resources: how long depends on how many come",
        "write it like rate: 9 per hour");
  const auto none = [](const ArrivalSpec::Slot& slot) { return slot.per_hour <= 0; };
  if (!arrivals.rate.empty() && std::all_of(arrivals.rate.begin(), arrivals.rate.end(), none))
    reading.reporter.error(rate->place, "arrivals.rate is 0: nobody ever comes", {}, {});
}

void check_promises(Reading& reading) {
  const auto& all = reading.out.touchpoints;
  const Node* touchpoints = reading.root.find("touchpoints");
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool judges = all[i].feels.early_per_hour || all[i].feels.late_per_hour;
    const auto promised = [&](const TouchpointSpec& each) { return each.promise.has_value(); };
    if (!judges || std::any_of(all.begin(), all.end(), promised))
      continue;
    const Node* feels = touchpoints->find(all[i].id)->find("feels");
    reading.reporter.warning(
        feels->find_key("against_promise")->place,
        "touchpoints." + all[i].id + ".feels.against_promise: nobody promises anything",
        "without a promise heard its level is 0", "add `promise:` to a touchpoint, or take it out");
  }
}

// What is announced can be better or worse than expected only where something is announced, and
// only to people who expect something.
void check_announcements(Reading& reading) {
  const Node* touchpoints = reading.root.find("touchpoints");
  const auto& personas = reading.out.personas;
  const bool anybody = std::any_of(personas.begin(), personas.end(), [](const PersonaSpec& each) {
    return each.expects.has_value();
  });
  for (const TouchpointSpec& each : reading.out.touchpoints) {
    if ((!each.feels.sooner_per_hour && !each.feels.later_per_hour) || (each.promise && anybody))
      continue;
    const Place place =
        touchpoints->find(each.id)->find("feels")->find_key("against_expected")->place;
    const std::string what = "touchpoints." + each.id + ".feels.against_expected: ";
    if (!each.promise)
      reading.reporter.error(place, what + "nothing is promised here",
                             "a promise is compared with what was expected when it is heard",
                             "add `promise:` to this touchpoint, or take it out");
    else
      reading.reporter.warning(place, what + "nobody expects anything before the first promise",
                               "only a later promise is then compared, with the one before it",
                               "say how long a persona expects it to take: expects: 3 h");
  }
}

/// Words that act on people, and what they would have to see.
struct SeenWord {
  std::string_view word, what;
};
constexpr std::array<SeenWord, 5> seen_words = {{
    {"decides", "nobody chooses what they do not see"},
    {"promise", "nobody hears this promise"},
    {"announces", "nobody hears what is announced"},
    {"recalls", "nobody is reminded by what they do not see"},
    {"feels", "nobody feels what they do not see"},
}};

// No bias may read what only the provider knows. With a relationship, feelings may become visible.
void check_unseen(Reading& reading) {
  const Node* touchpoints = reading.root.find("touchpoints");
  const auto& personas = reading.out.personas;
  const bool visible = std::any_of(personas.begin(), personas.end(), [](const PersonaSpec& each) {
    return each.relationship.has_value();
  });
  for (const TouchpointSpec& each : reading.out.touchpoints) {
    if (each.seen_by != SeenBy::provider && each.seen_by != SeenBy::nobody)
      continue;
    for (const SeenWord& word : seen_words) {
      const Key* key = touchpoints->find(each.id)->find_key(word.word);
      if (key == nullptr || (word.word == "feels" && visible))
        continue;
      reading.reporter.error(
          key->place, "touchpoints." + each.id + "." + key->text + " where the person sees nothing",
          std::string(word.what) + ", and `seen_by` says that the person does not",
          word.word == "feels" ? "say seen_by: both, or give the people a `relationship`, with "
                                 "which things become visible"
                               : "say seen_by: both, or take it out");
    }
  }
}

// A poisoned touchpoint was not read at all; typing has said why.
bool all_read(const Reading& reading) {
  const Node* touchpoints = reading.root.find("touchpoints");
  if (touchpoints == nullptr || touchpoints->poisoned || touchpoints->items.empty())
    return false;
  return std::none_of(touchpoints->items.begin(), touchpoints->items.end(),
                      [](const Node& each) { return each.poisoned; });
}

} // namespace

void check_graph(Reading& reading, bool everything_reachable) {
  check_arrivals(reading);
  if (!all_read(reading))
    return;
  check_promises(reading);
  check_announcements(reading);
  check_unseen(reading);
  const Graph graph = graph_of(reading);
  const Node* arrivals = reading.root.find("arrivals");
  const Node* start = arrivals == nullptr ? nullptr : arrivals->find("start_at");
  const bool starts = arrivals == nullptr || !arrivals->poisoned;
  const auto sound = [](const Node& each) { return !each.poisoned; };
  if (!starts || (start != nullptr && (start->poisoned || !std::all_of(start->items.begin(),
                                                                       start->items.end(), sound))))
    return;
  if (everything_reachable && !graph.unknown)
    check_reachable(reading, graph);
  if (!reading.names.exits.ids.empty()) // having none was told
    check_traps(reading, graph);
}

} // namespace sojourn
