// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

// Agreements and the experiment: what is asked of a run.
namespace sojourn {
namespace {

constexpr std::string_view duration = "duration";

/// What a measure in points is called, where its limit may lie, and where that is said.
struct PointsRow {
  std::string_view word;
  AgreementMeasure measure;
  double low, high;
  bool surveyed;
  std::string_view scale;
};
constexpr std::array<PointsRow, 7> points_rows = {{
    {"remembered_experience", AgreementMeasure::remembered_experience, -5, 5, false,
     "the remembered experience is in affect points from -5 to +5"},
    {"experienced", AgreementMeasure::experienced, -5, 5, false,
     "what is experienced is in affect points from -5 to +5"},
    {"effort", AgreementMeasure::effort, 0, 1000, false, "effort is in affect points, 0 or more"},
    {"trust", AgreementMeasure::trust, 0, 1, false, "trust is 0 to 1"},
    {"satisfaction", AgreementMeasure::satisfaction, 0, 10, true, "it is in points from 0 to 10"},
    {"answer", AgreementMeasure::answer, 0, 10, true, "it is in points from 0 to 10"},
    {"ease", AgreementMeasure::ease, 1, 7, true, "answers on ease are from 1 to 7"},
}};

/// nullptr: a time.
const PointsRow* points_of(AgreementMeasure measure) {
  const auto* row = std::find_if(points_rows.begin(), points_rows.end(),
                                 [=](const PointsRow& each) { return each.measure == measure; });
  return row == points_rows.end() ? nullptr : row;
}

bool read_points(Reading& reading, const Node& node, const std::string& path, AgreementSpec& out) {
  const auto* row = std::find_if(points_rows.begin(), points_rows.end(),
                                 [&](const PointsRow& each) { return node.value->is(each.word); });
  out.measure = row == points_rows.end() ? AgreementMeasure::remembered_experience : row->measure;
  if (row == points_rows.end() || !row->surveyed || reading.out.survey.present ||
      reading.root.find("survey") != nullptr)
    return true;
  reading.reporter.error(node.place, path + ".measure: nobody is surveyed",
                         "satisfaction and answers are what a survey hears",
                         "add `survey: {}` to the scenario");
  return false;
}

// A wait at a touchpoint, or what of it lies beyond the time announced there.
bool read_wait(Reading& reading, const Node& at, const std::string& path, bool past,
               AgreementSpec& out) {
  out.measure = past ? AgreementMeasure::past_announced : AgreementMeasure::wait_at;
  out.from = reading.touchpoint(at.value.get());
  if (out.from < 0)
    return true;
  const TouchpointSpec& spec = reading.out.touchpoints[static_cast<std::size_t>(out.from)];
  const Node* written = reading.root.find("touchpoints")->find(at.text);
  const bool unclear = !spec.announces && written->find("announces") != nullptr;
  if (past && !unclear && !(spec.announces && spec.announces->tells_time()))
    reading.reporter.error(at.place, path + ": no time is announced at \"" + at.text + "\"",
                           "only a time that was told can be exceeded",
                           "give the touchpoint `announces` with an estimate of the wait, or use "
                           "wait_at");
  if (!past && !spec.needs && written->find("needs") == nullptr)
    reading.reporter.error(at.place, path + ": nobody queues at \"" + at.text + "\"",
                           "a wait is the time in the queue for `needs`",
                           "name a touchpoint with `needs`, or use time_from and to");
  return true;
}

// The times an agreement speaks about; the target must be a duration then, affect otherwise.
bool read_measure(Reading& reading, const Node& node, const std::string& path, AgreementSpec& out) {
  if (node.value)
    return read_points(reading, node, path, out);
  const Group group{&node, nullptr};
  const bool times = group.has("time_from") || group.has("to");
  const bool wait = group.has("wait_at"), later = group.has("remembered_after");
  const bool past = group.has("past_announced_at");
  if (times + wait + past + later != 1 || (times && !(group.has("time_from") && group.has("to")))) {
    const auto sound = [](const Node& each) { return !each.poisoned; };
    if (std::all_of(node.items.begin(), node.items.end(), sound))
      reading.reporter.error(node.place, path + ".measure is not complete",
                             "a time needs `time_from` and `to`; a wait `wait_at` or "
                             "`past_announced_at` alone, a later memory `remembered_after` alone",
                             "write { time_from: a, to: b }, { wait_at: a } or { remembered_after: "
                             "30 days }");
    return false;
  }
  if (later) {
    out.after_min = group.number("remembered_after", 0);
    return true;
  }
  if (wait || past)
    return read_wait(reading, *group.node(wait ? "wait_at" : "past_announced_at"), path, past, out);
  out.measure = AgreementMeasure::time_from_to;
  out.from = reading.touchpoint(group.value("time_from"));
  out.to = reading.touchpoint(group.value("to"));
  return true;
}

void read_target(Reading& reading, const Node& target, const std::string& path, bool judged,
                 AgreementSpec& out) {
  const Group group{&target, nullptr};
  out.for_at_least = group.number("for_at_least", 1);
  const Node* most = group.node("at_most");
  const Node* least = group.node("at_least");
  if (target.find("at_most") != nullptr && target.find("at_least") != nullptr)
    reading.reporter.error(target.find("at_least")->place, path + ".target has two limits", {},
                           "keep at_most or at_least");
  else if (target.find("at_most") == nullptr && target.find("at_least") == nullptr)
    reading.reporter.error(target.place, path + ".target has no limit",
                           "nobody could tell when it is kept", "add at_most or at_least");
  const Node* limit = most != nullptr ? most : least;
  if (limit == nullptr || !judged)
    return;
  out.at_most = most != nullptr;
  out.threshold = limit->value->number;
  const PointsRow* points = points_of(out.measure);
  if ((points == nullptr) != limit->value->is(duration))
    reading.reporter.error(limit->place,
                           path + ".target: \"" + limit->text + "\" does not fit the measure",
                           points == nullptr ? "times are compared with a duration like 4 h"
                                             : std::string(points->scale),
                           {});
  else if (points == nullptr ? out.threshold < 0
                             : out.threshold < points->low || out.threshold > points->high)
    reading.reporter.error(limit->place, path + ".target: \"" + limit->text + "\" is out of range",
                           points == nullptr ? "allowed is at least 0 s"
                                             : "allowed is " + number_text(points->low) + " to " +
                                                   number_text(points->high),
                           {});
}

MeasureUnit unit_of(const Reading& reading, std::string_view measure) {
  if (reading.names.indicators.index(measure))
    return MeasureUnit::plain;
  if (!reading.names.agreements.index(measure))
    for (const MeasureRow& row : measure_rows)
      if (row.id == measure)
        return row.unit;
  return MeasureUnit::share; // an agreement is kept by a share of people
}

void read_until(Reading& reading, const Node& until) {
  for (std::size_t i = 0; i < until.keys.size(); ++i) {
    const Node& node = until.items[i];
    if (node.poisoned || !node.value)
      continue;
    const std::string path = "experiment.replications.until." + until.keys[i].text;
    const MeasureUnit unit = unit_of(reading, until.keys[i].text);
    const std::string_view expected = unit == MeasureUnit::share     ? "share"
                                      : unit == MeasureUnit::minutes ? duration
                                                                     : "plain";
    if (!node.value->is(expected))
      reading.reporter.error(node.place, path + ": \"" + node.text + "\" is not in its unit",
                             unit == MeasureUnit::share ? "this measure is a share"
                             : unit == MeasureUnit::minutes
                                 ? "this measure is a time"
                                 : "this measure is no share and no time",
                             unit == MeasureUnit::share     ? "write it like \u00b12%"
                             : unit == MeasureUnit::minutes ? "write it like \u00b12 min"
                                                            : "write it like \u00b10.05");
    else if (!(node.value->number > 0))
      reading.reporter.error(node.place, path + ": \"" + node.text + "\" is out of range",
                             "no number of replications makes an estimate exact",
                             "allowed is more than 0");
    reading.out.experiment.until.push_back({until.keys[i].text, node.value->number});
  }
}

void read_replications(Reading& reading, const Node& node, ExperimentSpec& out) {
  if (node.value) {
    out.replications_at_least = out.replications_at_most = static_cast<int>(node.value->number);
    return;
  }
  const Group group{&node, nullptr};
  out.replications_at_least = static_cast<int>(group.number("at_least", 30));
  out.replications_at_most =
      static_cast<int>(group.number("at_most", std::max(400, out.replications_at_least)));
  if (out.replications_at_most < out.replications_at_least && group.has("at_most"))
    reading.reporter.error(group.node("at_most")->place,
                           "experiment.replications: at_most is below at_least (" +
                               std::to_string(out.replications_at_least) + ")",
                           {}, "raise at_most or lower at_least");
  if (const Node* until = group.node("until"))
    read_until(reading, *until);
}

Ticks ticks(double minutes) { return static_cast<Ticks>(std::llround(minutes * ticks_per_minute)); }

} // namespace

void check_measure_name(const Reading& reading, const Key& key, const std::string& path,
                        bool taken) {
  if (taken)
    reading.reporter.error(key.place, path + " is called like another measure",
                           "a result could not tell them apart", "give it another name");
}

void read_agreements(Reading& reading) {
  for (const std::string& id : reading.names.agreements.ids)
    reading.out.agreements.emplace_back().id = id;
  for_entries(reading.root, "agreements", [&](const Key& key, const Node& node, int index) {
    AgreementSpec& out = reading.out.agreements[static_cast<std::size_t>(index)];
    const Group agreement{&node, nullptr};
    const std::string path = "agreements." + key.text;
    check_measure_name(reading, key, path, names_a_measure(key.text));
    out.name = agreement.word("name", "");
    out.experience = agreement.is("kind", "XLA");
    const Node* measure = agreement.node("measure");
    const bool judged = measure != nullptr && read_measure(reading, *measure, path, out);
    if (const Node* target = agreement.node("target"))
      read_target(reading, *target, path, judged, out);
  });
}

void read_experiment(Reading& reading) {
  const Group experiment = reading.top().group("experiment");
  ExperimentSpec& out = reading.out.experiment;
  const auto time = [&](std::string_view word, Ticks otherwise) {
    const Value* value = experiment.value(word);
    return value == nullptr ? otherwise : ticks(value->number);
  };
  out.horizon = time("horizon", out.horizon);
  out.warm_up = time("warm_up", out.warm_up);
  out.run_out = time("run_out", out.run_out);
  if (out.warm_up >= out.horizon && experiment.has("warm_up"))
    reading.reporter.error(experiment.node("warm_up")->place,
                           "experiment.warm_up is not shorter than the horizon",
                           "nobody would be counted", "shorten it, or lengthen the horizon");
  if (const Node* replications = experiment.node("replications"))
    read_replications(reading, *replications, out);
  out.seed = experiment.word("seed", out.seed);
  std::from_chars(out.seed.data(), out.seed.data() + out.seed.size(), out.seed_value);
  out.noticeable = experiment.number("noticeable", out.noticeable);
  const Group asks = experiment.group("asks");
  out.asks = {asks.text("about"), asks.text("measure"), asks.text("persona")};
  check_studies(reading, experiment.node("studies"));
  for (const Node* what : parts_of(experiment.node("save")))
    out.save_journeys = out.save_journeys || what->text == "journeys";
  if (const Value* journeys = experiment.value("journeys"))
    out.journeys = static_cast<int>(journeys->number);
}

} // namespace sojourn
