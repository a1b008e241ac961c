// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/reading.hpp"
#include "sim/scenario/week.hpp"

#include <algorithm>
#include <charconv>

namespace sojourn {
namespace {

int priority_of(const std::string& word) { return word == "high" ? 2 : word == "low" ? 0 : 1; }

void read_priority(Reading& reading, const Group& resource, const std::string& path,
                   ResourceSpec& out) {
  out.queue = resource.is("queue", "priority")       ? QueueOrder::priority
              : resource.is("queue", "longest_wait") ? QueueOrder::longest_wait
              : resource.is("queue", "last_come")    ? QueueOrder::last_come
                                                     : QueueOrder::first_come;
  out.priority.assign(reading.out.personas.size(), 1);
  out.preempts = resource.number("preempts", 0) != 0;
  const bool by_priority = out.queue == QueueOrder::priority;
  if (out.preempts && !by_priority)
    reading.reporter.error(resource.own->find_key("preempts")->place,
                           path + ".preempts without `queue: priority`",
                           "first come, first served puts nobody above anybody",
                           "add `queue: priority` and say `by` whom");
  const Node* by = resource.node("by");
  if (by == nullptr)
    return;
  if (!by_priority && resource.own->find("queue") == nullptr)
    reading.reporter.error(
        resource.own->find_key("by")->place, path + ".by without `queue: priority`",
        "first come, first served looks at nobody's priority", "add `queue: priority`");
  for (std::size_t i = 0; i < by->keys.size(); ++i)
    if (const auto persona = reading.names.personas.index(by->keys[i].text))
      if (by->items[i].value)
        out.priority[static_cast<std::size_t>(*persona)] = priority_of(by->items[i].value->word);
}

// People who were served before, instead of a number.
void read_helpers(Reading& reading, const Group& resource, const std::string& path,
                  ResourceSpec& out) {
  const Group group = resource.group("capacity");
  if (group.own == nullptr || !group.own->is_mapping())
    return;
  out.helpers = HelpersSpec{group.number("helpers", 0), static_cast<int>(group.number("after", 1)),
                            group.number("lasts", 4 * 7 * 1440.0), group.number("online", 0.1)};
  if (out.helpers->after > 1 && reading.out.arrivals.members == 0)
    reading.reporter.error(group.own->find_key("after")->place,
                           path + ".capacity.after: nobody comes twice",
                           "without members everybody makes one journey",
                           "say arrivals.population and arrivals.returns, or leave it out");
}

ResourceSpec read_resource(Reading& reading, const Group& resource, const std::string& id) {
  ResourceSpec out;
  out.id = id;
  out.name = resource.text("name", id);
  out.capacity = static_cast<int>(resource.number("capacity", 1));
  out.unlimited = resource.is("capacity", "unlimited");
  out.calendar = reading.names.calendars.index(resource.word("open")).value_or(-1);
  out.cost_per_hour = resource.rate("cost", 60);
  if (const Value* room = resource.value("room"))
    out.room = static_cast<int>(room->number);
  out.set_up_min = resource.number("set_up", 0);
  out.at_once = static_cast<int>(resource.number("at_once", 1));
  out.at_closing = resource.is("at_closing", "finish")  ? AtClosing::finish
                   : resource.is("at_closing", "pause") ? AtClosing::pause
                                                        : AtClosing::as_usual;
  if (const Value* attitude = resource.value("attitude"))
    out.attitude = attitude->distribution;
  const Group discretion = resource.group("discretion");
  out.discretion = discretion.number("chance", 0);
  out.recovery = discretion.number("feels", 0);
  read_priority(reading, resource, "resources." + id, out);
  read_helpers(reading, resource, "resources." + id, out);
  return out;
}

void check_demand(Reading& reading, const WorkSpec::Other& demand, const std::string& path,
                  const Node& work) {
  const ResourceSpec& resource = reading.out.resources[static_cast<std::size_t>(demand.resource)];
  const int places = resource.capacity * resource.at_once;
  if (resource.unlimited || resource.helpers || demand.units <= places)
    return;
  const Key* key = work.find_key(resource.id);
  reading.reporter.error(key == nullptr ? work.place : key->place,
                         path + " asks for " + std::to_string(demand.units) + " of " + resource.id +
                             ", which has " + std::to_string(places),
                         "the work could never start", "ask for fewer, or raise the capacity");
}

// Whoever serves together with others, or instead of them, has neither a room of its own nor
// interrupts.
void check_several(Reading& reading, const WorkSpec& work, const std::string& path,
                   const Node& node) {
  std::vector<int> seen;
  const auto check = [&](int index) {
    const ResourceSpec& resource = reading.out.resources[static_cast<std::size_t>(index)];
    if (std::find(seen.begin(), seen.end(), index) != seen.end())
      reading.reporter.error(node.place, path + " names " + resource.id + " twice", {}, {});
    seen.push_back(index);
    if (!work.others.empty() && (resource.room || resource.preempts))
      reading.reporter.error(node.place,
                             path + " names several, and " + resource.id +
                                 (resource.room ? " has a room" : " preempts"),
                             "a line that is shared knows neither",
                             "name one resource, or leave that word out");
  };
  check(work.resource);
  for (const WorkSpec::Other& other : work.others)
    check(other.resource);
}

// Helpers come from those who were served: where only they serve, the first waits for ever.
void check_helpers(Reading& reading, const WorkSpec& work, const TouchpointSpec& touchpoint,
                   const std::string& path, const Node& node) {
  const auto comes_and_goes = [&](int resource) {
    return reading.out.resources[static_cast<std::size_t>(resource)].helpers.has_value();
  };
  const auto others = [&](const WorkSpec::Other& other) { return comes_and_goes(other.resource); };
  const bool first = comes_and_goes(work.resource);
  const bool only = work.any_of
                        ? first && std::all_of(work.others.begin(), work.others.end(), others)
                        : first || std::any_of(work.others.begin(), work.others.end(), others);
  const bool ends = std::any_of(touchpoint.rows.begin(), touchpoint.rows.end(),
                                [](const RowSpec& row) { return row.out_of_patience; });
  if (only && !ends)
    reading.reporter.warning(node.place, path + ": at the begin nobody helps",
                             "helpers are people who were served before, and whoever waits for "
                             "the first of them waits for ever",
                             "name somebody beside them with any_of, or say who goes where "
                             "`when: out_of_patience`");
}

void check_units(Reading& reading) {
  const auto check = [&](const std::optional<WorkSpec>& work, const TouchpointSpec& touchpoint,
                         const char* word) {
    if (!work || work->resource < 0)
      return;
    const Node& node = *reading.root.find("touchpoints")->find(touchpoint.id)->find(word);
    const std::string path = "touchpoints." + touchpoint.id + "." + word;
    check_demand(reading, {work->resource, work->units}, path, node);
    for (const WorkSpec::Other& other : work->others)
      check_demand(reading, other, path, node);
    check_several(reading, *work, path, node);
    check_helpers(reading, *work, touchpoint, path, node);
  };
  const Node* resources = reading.root.find("resources");
  if (resources == nullptr || resources->poisoned)
    return;
  for (const TouchpointSpec& touchpoint : reading.out.touchpoints) {
    check(touchpoint.needs, touchpoint, "needs");
    check(touchpoint.behind, touchpoint, "behind");
  }
}

bool says_where(const TouchpointSpec& touchpoint, int persona) {
  return std::any_of(touchpoint.rows.begin(), touchpoint.rows.end(), [&](const RowSpec& row) {
    return row.turned_away &&
           (row.personas.empty() ||
            std::find(row.personas.begin(), row.personas.end(), persona) != row.personas.end());
  });
}

// Whoever finds the room full must be able to go somewhere.
void check_rooms(Reading& reading) {
  if (reading.reporter.failed())
    return; // rows may be missing because of what was reported
  for (const TouchpointSpec& touchpoint : reading.out.touchpoints) {
    if (!touchpoint.needs || touchpoint.needs->resource < 0)
      continue;
    const ResourceSpec& resource =
        reading.out.resources[static_cast<std::size_t>(touchpoint.needs->resource)];
    for (int persona = 0; resource.room && persona < static_cast<int>(reading.out.personas.size());
         ++persona)
      if (!says_where(touchpoint, persona)) {
        reading.reporter.error(
            reading.root.find("resources")->find(resource.id)->find_key("room")->place,
            "touchpoints." + touchpoint.id + " does not say where " +
                reading.out.personas[static_cast<std::size_t>(persona)].id +
                " goes when the room of " + resource.id + " is full",
            "whoever is turned away must go somewhere",
            "add a way like { to: TOUCHPOINT_OR_EXIT, when: turned_away }");
        break;
      }
  }
}

void read_worth(Reading& reading, const Node& worth, ValueSpec& out) {
  out.worth_per_hour.assign(reading.out.personas.size(), 0);
  if (worth.value) {
    std::fill(out.worth_per_hour.begin(), out.worth_per_hour.end(), worth.value->each(60));
    return;
  }
  for (std::size_t p = 0; p < reading.out.personas.size(); ++p) {
    const std::string& id = reading.out.personas[p].id;
    const Node* node = worth.find(id);
    if (node == nullptr)
      reading.reporter.error(worth.place, "value.worth lacks `" + id + "`",
                             "an hour of everybody's service is worth something",
                             "write it like 48 per h; 0 per h is allowed");
    else if (node->value)
      out.worth_per_hour[p] = node->value->each(60);
  }
}

void read_value(Reading& reading) {
  const Group value = reading.top().group("value");
  if (value.own == nullptr)
    return;
  ValueSpec& out = reading.out.value;
  out.present = true;
  out.counted_over_min = value.number("counted_over", 0);
  out.worth_per_hour.assign(reading.out.personas.size(), 0);
  if (const Node* worth = value.node("worth"))
    read_worth(reading, *worth, out);
  const auto realised = [](const TouchpointSpec& each) { return each.value_realised; };
  if (std::none_of(reading.out.touchpoints.begin(), reading.out.touchpoints.end(), realised))
    reading.reporter.warning(reading.root.find_key("value")->place,
                             "no touchpoint says `value: realised`",
                             "so value is never won back, for nobody",
                             "add it to the touchpoint where people can work again");
}

} // namespace

namespace {

std::vector<CalendarSpec::Interval> intervals_of(const Node* node) {
  WeekIntervals parts;
  for (const Node* part : parts_of(node))
    if (part->value)
      parts.insert(parts.end(), part->value->week.begin(), part->value->week.end());
  std::vector<CalendarSpec::Interval> out;
  for (const auto& [begin, end] : joined(std::move(parts)))
    out.push_back({begin, end});
  return out;
}

} // namespace

void read_calendars(Reading& reading) {
  for (const std::string& id : reading.names.calendars.ids)
    reading.out.calendars.emplace_back().id = id;
  for_entries(reading.root, "calendars", [&](const Key& key, const Node& node, int index) {
    CalendarSpec& calendar = reading.out.calendars[static_cast<std::size_t>(index)];
    const Group group{&node, nullptr};
    calendar.open = intervals_of(node.is_mapping() ? group.node("open") : &node);
    calendar.closed = intervals_of(node.is_mapping() ? group.node("closed") : nullptr);
    calendar.always = calendar.open.size() == 1 && calendar.open[0].begin == 0 &&
                      calendar.open[0].end == ticks_per_week && calendar.closed.empty();
    const Node* open = node.is_mapping() ? group.node("open") : &node;
    if (open != nullptr && open->is_sequence() && open->items.empty())
      reading.reporter.error(key.place, "calendars." + key.text + " never opens",
                             "whoever waits for it waits for ever", "name hours of the week");
  });
}

void read_service(Reading& reading) {
  for (const std::string& id : reading.names.resources.ids)
    reading.out.resources.emplace_back().id = id;
  for_entries(reading.root, "resources", [&](const Key& key, const Node& node, int index) {
    reading.out.resources[static_cast<std::size_t>(index)] =
        read_resource(reading, Group{&node, nullptr}, key.text);
  });
  check_units(reading);
  check_rooms(reading);
  read_value(reading);
}

} // namespace sojourn
