// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>

namespace sojourn {
namespace {

constexpr std::string_view within = "_within";
constexpr double default_grace = 20; // minutes, semantics of `silence: -1 per h`

void not_yet(Reading& reading, const Place& place, const std::string& what) {
  reading.reporter.error(place, what + " is not simulated yet",
                         "this version would have to ignore it", "keep one of them for now");
}

std::vector<WorkSpec::Other> named_resources(const Reading& reading, const Node& work) {
  std::vector<WorkSpec::Other> named;
  const auto add = [&](const std::string& id, int units) {
    if (const auto index = reading.names.resources.index(id))
      named.push_back({*index, units});
  };
  for (std::size_t i = 0; i < work.keys.size(); ++i) {
    const Node& item = work.items[i];
    if (work.keys[i].text == "any_of")
      for (const Node& each : item.items)
        add(each.text, 1);
    else if (work.keys[i].text != "takes" && !item.poisoned)
      add(work.keys[i].text, item.value ? static_cast<int>(item.value->number) : 1);
  }
  return named;
}

// Something wrong is written there, and was reported.
bool poisoned_inside(const Node& work) {
  return std::any_of(work.items.begin(), work.items.end(),
                     [](const Node& item) { return item.poisoned || poisoned_inside(item); });
}

std::optional<WorkSpec> read_work(Reading& reading, const Node* node, const std::string& path,
                                  Distribution takes) {
  if (node == nullptr)
    return std::nullopt;
  WorkSpec work;
  work.takes = std::move(takes);
  const std::vector<WorkSpec::Other> named = named_resources(reading, *node);
  if (named.empty() && !poisoned_inside(*node))
    reading.reporter.error(node->place, path + " names no resource", "somebody has to do the work",
                           "write it like { desk: 1 }");
  if (named.empty())
    return work;
  work.resource = named.front().resource;
  work.units = named.front().units;
  work.others.assign(named.begin() + 1, named.end());
  work.any_of = node->find("any_of") != nullptr;
  const bool behind = node->find("takes") != nullptr;
  if (work.any_of && node->keys.size() > (behind ? 2 : 1))
    reading.reporter.error(node->place, path + " says any_of and more",
                           "either one of several serves, or all of them together",
                           "keep one of the two");
  return work;
}

template <class T> std::optional<T> optional_number(const Value* value) {
  return value == nullptr ? std::nullopt : std::optional<T>(value->number);
}

void read_silence(const Node* silence, FeelsSpec& out) {
  out.silence_after_min = default_grace;
  if (silence == nullptr)
    return;
  if (silence->value)
    out.silence_per_hour = silence->value->each(60);
  const Group group{silence, nullptr};
  if (silence->is_mapping()) {
    out.silence_per_hour = group.rate("rate", 60);
    out.silence_after_min = group.number("after", default_grace);
  }
}

void read_feels(const Group& touchpoint, TouchpointSpec& out) {
  const Node* feels = touchpoint.node("feels");
  if (feels == nullptr)
    return;
  if (feels->value) {
    out.feels.mean = feels->value->number;
    return;
  }
  const Group group{feels, nullptr};
  out.feels.mean = optional_number<double>(group.value("mean"));
  out.feels.spread = group.number("spread", 0);
  out.feels.waiting_per_min = group.rate("waiting", 1);
  out.feels.news = group.number("news", 0);
  read_silence(group.node("silence"), out.feels);
  const Group promise = group.group("against_promise");
  if (const Value* early = promise.value("early"))
    out.feels.early_per_hour = early->each(60);
  if (const Value* late = promise.value("late"))
    out.feels.late_per_hour = late->each(60);
  const Group expected = group.group("against_expected");
  if (const Value* sooner = expected.value("sooner"))
    out.feels.sooner_per_hour = sooner->each(60);
  if (const Value* later = expected.value("later"))
    out.feels.later_per_hour = later->each(60);
  const Group announced = group.group("against_announced");
  if (const Value* early = announced.value("early"))
    out.feels.wait_early_per_hour = early->each(60);
  if (const Value* late = announced.value("late"))
    out.feels.wait_late_per_hour = late->each(60);
  out.effort = optional_number<double>(group.value("effort"));
  out.price_feels = optional_number<double>(group.value("price"));
  out.control = optional_number<double>(group.value("control"));
}

void read_promise(Reading& reading, const Group& touchpoint, const std::string& path,
                  TouchpointSpec& out) {
  const Node* promise = touchpoint.node("promise");
  if (promise == nullptr)
    return;
  for (std::size_t i = 0; i < promise->keys.size(); ++i) {
    const std::string& key = promise->keys[i].text;
    if (promise->items[i].poisoned || key.size() <= within.size())
      continue;
    if (out.promise)
      not_yet(reading, promise->keys[i].place, path + ".promise: a second promise");
    const std::string about = key.substr(0, key.size() - within.size());
    out.promise = PromiseSpec{reading.names.touchpoints.index(about).value_or(-1),
                              promise->items[i].value->number};
  }
}

void read_booked(const Group& touchpoint, TouchpointSpec& out) {
  const Node* booked = touchpoint.node("booked");
  if (booked == nullptr)
    return;
  if (booked->value) {
    out.booked_surveyed = out.booked_otherwise = booked->value->number;
    return;
  }
  const Group group{booked, nullptr};
  out.booked_surveyed = group.number("surveyed", 1);
  out.booked_otherwise = group.number("otherwise", 1);
}

Step step_of(const std::string& word) {
  const auto at = std::find(step_names.begin(), step_names.end(), word);
  return at == step_names.end() ? Step::co_create : static_cast<Step>(at - step_names.begin());
}

void read_waiting(Reading& reading, const Group& touchpoint, const std::string& path,
                  TouchpointSpec& out) {
  out.needs = read_work(reading, touchpoint.node("needs"), path + ".needs", out.takes);
  const Node* behind = touchpoint.node("behind");
  out.behind =
      read_work(reading, behind, path + ".behind", Group{behind, nullptr}.distribution("takes"));
  if (out.needs && out.behind)
    not_yet(reading, touchpoint.own->find_key("behind")->place,
            path + ": `needs` and `behind` at one touchpoint");
  out.updates_every_min = optional_number<double>(touchpoint.value("updates"));
  const Value* patience = touchpoint.value("patience");
  out.endless_patience = patience != nullptr && patience->is("endless");
  if (patience != nullptr && !out.endless_patience)
    out.patience = patience->distribution;
}

void require_wait(Reading& reading, const Group& group, std::string_view word, bool waits,
                  const std::string& path, const char* wait_words) {
  if (waits || !group.has(word))
    return;
  reading.reporter.error(group.own->find_key(word)->place,
                         path + "." + std::string(word) + " where nobody waits",
                         "it acts on a wait, and this touchpoint has none",
                         std::string("give it ") + wait_words + ", or take the line out");
}

LineNews line_news_of(const std::string& word) {
  return word == "last_wait"      ? LineNews::last_wait
         : word == "head_wait"    ? LineNews::head_wait
         : word == "queue_length" ? LineNews::queue_length
                                  : LineNews::position;
}

void read_schedule(Reading& reading, const Node& schedule, const std::string& path,
                   AnnouncementSpec& out) {
  for_hours(reading, schedule, path, "an hour has one usual wait",
            [&](const WeekIntervals& hours, const Value& wait) {
              for (const auto& [begin, end] : hours)
                out.schedule.push_back({begin, end, wait.number});
            });
}

void read_announces(Reading& reading, const Group& touchpoint, const std::string& path,
                    TouchpointSpec& out) {
  const Node* node = touchpoint.node("announces");
  if (node == nullptr)
    return;
  AnnouncementSpec& says = out.announces.emplace();
  if (node->value) {
    says.what = line_news_of(node->value->word);
    return;
  }
  const Group group{node, nullptr};
  const Node* schedule = node->find("schedule");
  const bool estimates = node->find("estimate") != nullptr;
  if (estimates == (schedule != nullptr) || (schedule != nullptr && schedule->items.empty()))
    reading.reporter.error(node->place, path + " says " + (estimates ? "two things" : "nothing"),
                           "people are told an estimate, or what a schedule says",
                           "write like { estimate: queue_length } or { schedule: { Mon-Fri "
                           "08:00-10:00: 12 min } }");
  says.what = estimates ? line_news_of(group.word("estimate")) : LineNews::schedule;
  says.factor = group.number("factor", 1);
  if (schedule != nullptr)
    read_schedule(reading, *schedule, path + ".schedule", says);
  if (estimates && says.what == LineNews::position && group.is("estimate", "position") &&
      group.has("factor"))
    reading.reporter.error(node->find_key("factor")->place,
                           path + ".factor where no time is announced",
                           "a place in line is told as it is", "take it out");
}

// What is told is about a line, and only a time can be early or late.
void check_announces(Reading& reading, const Group& touchpoint, const std::string& path,
                     bool unclear, const TouchpointSpec& out) {
  const bool needs = unclear || touchpoint.own->find("needs") != nullptr;
  require_wait(reading, touchpoint, "announces", needs, path, "`needs`");
  const Group feels = touchpoint.group("feels");
  if (unclear || !feels.has("against_announced") || (out.announces && out.announces->tells_time()))
    return;
  reading.reporter.error(feels.own->find_key("against_announced")->place,
                         path + ".feels.against_announced: no time is announced here",
                         "a wait is compared with what was told of it when it began",
                         "give the touchpoint `announces` with an estimate of the wait");
}

SeenBy seen_by(const Group& touchpoint) {
  return touchpoint.is("seen_by", "person")     ? SeenBy::person
         : touchpoint.is("seen_by", "provider") ? SeenBy::provider
         : touchpoint.is("seen_by", "nobody")   ? SeenBy::nobody
                                                : SeenBy::both;
}

void read_about(const Group& touchpoint, TouchpointSpec& out) {
  const Node* about = touchpoint.node("about");
  for (std::size_t i = 0; about != nullptr && i < about->keys.size(); ++i)
    if (about->items[i].value)
      out.about.push_back({about->keys[i].text, about->items[i].value->word});
}

TouchpointSpec read_touchpoint(Reading& reading, const Group& touchpoint, const std::string& id) {
  const std::string path = "touchpoints." + id;
  TouchpointSpec out;
  out.id = id;
  out.name = touchpoint.text("name", id);
  out.step = step_of(touchpoint.word("step"));
  for (const Node* channel : parts_of(touchpoint.node("channel")))
    out.channels.push_back(reading.names.channels.index(channel->text).value_or(0));
  out.moment_of_truth = touchpoint.number("moment_of_truth", 0) != 0;
  out.person_decides = touchpoint.is("decides", "person");
  out.takes = touchpoint.distribution("takes");
  read_waiting(reading, touchpoint, path, out);
  read_feels(touchpoint, out);
  read_promise(reading, touchpoint, path, out);
  out.price = touchpoint.number("price", 0);
  out.outcome = touchpoint.number("outcome", 0);
  out.value_realised = touchpoint.is("value", "realised");
  read_booked(touchpoint, out);
  read_worth_of(touchpoint, out);
  out.backstage = touchpoint.text("backstage");
  read_about(touchpoint, out);
  read_recalls(reading, touchpoint, out);
  out.seen_by = seen_by(touchpoint);
  out.felt_exactly = optional_number<double>(touchpoint.value("felt_exactly"));
  // An unknown word beside it may have been meant for the wait: one mistake, one problem.
  const auto& items = touchpoint.own->items;
  const bool unclear =
      std::any_of(items.begin(), items.end(), [](const Node& each) { return each.poisoned; });
  const bool needs = unclear || touchpoint.own->find("needs") != nullptr;
  const bool waits = needs || touchpoint.own->find("behind") != nullptr;
  read_announces(reading, touchpoint, path + ".announces", out);
  check_announces(reading, touchpoint, path, unclear, out);
  require_wait(reading, touchpoint, "updates", waits, path, "`needs` or `behind`");
  require_wait(reading, touchpoint, "patience", waits, path, "`needs` or `behind`");
  const Group feels = touchpoint.group("feels");
  require_wait(reading, feels, "waiting", needs, path + ".feels", "`needs`");
  require_wait(reading, feels, "silence", waits, path + ".feels", "`needs` or `behind`");
  return out;
}

} // namespace

void read_touchpoints(Reading& reading) {
  for (const std::string& id : reading.names.touchpoints.ids)
    reading.out.touchpoints.emplace_back().id = id;
  for_entries(reading.root, "touchpoints", [&](const Key& key, const Node& node, int index) {
    reading.out.touchpoints[static_cast<std::size_t>(index)] =
        read_touchpoint(reading, Group{&node, nullptr}, key.text);
  });
  for (const std::string& id : reading.names.exits.ids)
    reading.out.exits.push_back(ExitSpec{id, id, Outcome::served});
  for_entries(reading.root, "exits", [&](const Key& key, const Node& node, int index) {
    const Group exit{&node, nullptr};
    const std::string word = exit.word("outcome", "served");
    const auto at = std::find(outcome_names.begin(), outcome_names.end(), word);
    const auto outcome =
        static_cast<Outcome>(at == outcome_names.end() ? 0 : at - outcome_names.begin());
    reading.out.exits[static_cast<std::size_t>(index)] = {key.text, exit.text("name", key.text),
                                                          outcome};
  });
}

} // namespace sojourn
