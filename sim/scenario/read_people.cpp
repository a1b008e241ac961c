// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/presets.hpp"
#include "models/mechanisms/table.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/scenario/week.hpp"

#include <algorithm>

namespace sojourn {
namespace {

const Node* bias_node(const Node* biases, std::string_view id) {
  const Node* node = biases == nullptr ? nullptr : biases->find(id);
  return node == nullptr || node->poisoned ? nullptr : node;
}

/// What a persona says about one mechanism, on top of what `everyone` says; nullopt: off.
std::optional<Group> bias_of(const Group& persona, std::string_view id) {
  const Group biases = persona.group("biases");
  const Node* own = bias_node(biases.own, id);
  const Node* shared = bias_node(biases.shared, id);
  const Node* first = own != nullptr ? own : shared;
  if (first == nullptr || first->is_scalar()) // the only scalar is "off"
    return std::nullopt;
  return Group{own, shared};
}

std::optional<PeakEndPreset> preset_of(const Group& bias) {
  return find_peak_end_preset(bias.word("preset", std::string(default_peak_end_preset)));
}

double fallback_of(const Group& bias, const ParameterRow& row) {
  const auto first = static_cast<std::size_t>(Parameter::peak_end_mean);
  const auto index = static_cast<std::size_t>(row.parameter);
  const auto preset = row.mechanism == Mechanism::peak_end ? preset_of(bias) : std::nullopt;
  const bool weight = index >= first && index < first + PeakEndPreset{}.weights.size();
  return preset && weight ? preset->weights[index - first] : row.default_value;
}

// Durations are read in minutes; the table may count in days.
Distribution in_unit(const Distribution& written, std::string_view unit) {
  if (unit != "days")
    return written;
  constexpr double day = 1440;
  if (written.kind == DistributionKind::constant)
    return Distribution::constant(written.a / day);
  return written.scaled(1 / day);
}

void read_biases(const Group& persona, PersonaSpec& out) {
  for (const ParameterRow& row : parameter_rows) {
    const auto bias = bias_of(persona, row_of(row.mechanism).id);
    if (!bias)
      continue;
    const Value* written = bias->value(row.id);
    out.parameters[static_cast<std::size_t>(row.parameter)] =
        written == nullptr ? Distribution::constant(fallback_of(*bias, row))
                           : in_unit(written->distribution, row.unit);
  }
}

double share_of(const Value& value, Shares& shares) {
  if (value.is("rest"))
    return -1; // filled in once the others are known
  shares.values.push_back(value.number);
  return value.number;
}

void read_prefers(Reading& reading, const Group& persona, const std::string& id, PersonaSpec& out) {
  const Node* prefers = persona.node("prefers");
  if (prefers == nullptr)
    return;
  Shares shares;
  bool whole = true;
  for (std::size_t i = 0; i < prefers->keys.size(); ++i) {
    const Value* value = prefers->items[i].value.get();
    const auto channel = reading.names.channels.index(prefers->keys[i].text);
    whole = whole && value != nullptr && channel.has_value();
    if (value == nullptr || !channel)
      continue;
    shares.has_rest = shares.has_rest || value->is("rest");
    out.prefers.emplace_back(*channel, share_of(*value, shares));
  }
  if (whole)
    check_sum(shares, "the shares of personas." + id + ".prefers", prefers->place,
              reading.reporter);
  double left = 1;
  for (const double each : shares.values)
    left -= each;
  for (auto& [channel, weight] : out.prefers)
    weight = weight < 0 ? std::max(0.0, left) : weight;
}

ReferencePoint point_of(const std::string& word) {
  const auto found = std::find(reference_names.begin(), reference_names.end(), word);
  return static_cast<ReferencePoint>(found - reference_names.begin());
}

// The level of a norm or competitor on a dimension, where there is one.
const Value* standard_level(const Group& persona, ReferencePoint point, std::size_t dimension) {
  const std::string_view word = reference_names[static_cast<std::size_t>(point)];
  return persona.group(word).value(dimension_names[dimension]);
}

bool has_standard(ReferencePoint point) {
  return point == ReferencePoint::norm || point == ReferencePoint::competitor;
}

// What one word for all dimensions means on this one: a promise is about time, a standard wherever
// it has a level.
bool can_be(const Group& persona, ReferencePoint point, std::size_t dimension) {
  if (point == ReferencePoint::promise)
    return static_cast<Dimension>(dimension) == Dimension::time;
  return !has_standard(point) || standard_level(persona, point, dimension) != nullptr;
}

void refuse_reference(Reading& reading, const Node& node, const std::string& path,
                      ReferencePoint point) {
  if (point == ReferencePoint::promise)
    reading.reporter.error(node.place, path + ": nothing is promised there",
                           "promises are about time",
                           "say it of time alone, or name another reference");
  else
    reading.reporter.error(node.place, path + ": the " + node.text + " has no level there",
                           "a level can only be held against another one",
                           "write it, as in `" + node.text + ": { quality: +1 }`");
}

ReferenceSpec reference_of(const Group& persona, ReferencePoint point, std::size_t dimension) {
  const Value* level = has_standard(point) ? standard_level(persona, point, dimension) : nullptr;
  return {point, level == nullptr ? 0 : level->number};
}

void read_references(Reading& reading, const Group& persona, const std::string& id,
                     PersonaSpec& out) {
  const Node* reference = persona.node("reference");
  if (reference == nullptr)
    return;
  const std::string path = "personas." + id + ".reference";
  bool any = false;
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    const Node* said =
        reference->is_scalar() ? reference : persona.group("reference").node(dimension_names[d]);
    if (said == nullptr)
      continue;
    const ReferencePoint point = point_of(said->text);
    const bool fits = can_be(persona, point, d);
    any = any || fits;
    if (fits)
      out.references[d] = reference_of(persona, point, d);
    else if (!reference->is_scalar())
      refuse_reference(reading, *said, path + "." + std::string(dimension_names[d]), point);
  }
  if (reference->is_scalar() && !any)
    refuse_reference(reading, *reference, path, point_of(reference->text));
}

PersonaSpec read_persona(Reading& reading, const Group& persona, const std::string& id) {
  PersonaSpec out;
  out.id = id;
  out.name = persona.text("name", id);
  out.about = persona.text("about");
  out.goals = persona.text("goals");
  out.barriers = persona.text("barriers");
  if (const Value* patience = persona.value("patience"))
    out.patience = patience->is("endless") ? std::nullopt : std::optional(patience->distribution);
  out.mood_on_arrival = persona.distribution("mood_on_arrival");
  out.vulnerability = persona.number("vulnerability", 1);
  out.expectation_error = persona.number("expectation_error", 0);
  if (persona.value("expects") != nullptr)
    out.expects = persona.distribution("expects");
  out.answering_style = persona.group("survey").distribution("style");
  read_references(reading, persona, id, out);
  read_biases(persona, out);
  read_prefers(reading, persona, id, out);
  read_social_traits(reading, persona, out);
  return out;
}

// Shares of the personas: `rest` takes what is left; one persona alone needs none.
void read_shares(Reading& reading) {
  std::vector<PersonaSpec>& personas = reading.out.personas;
  Shares shares;
  const Node* group = reading.root.find("personas");
  bool whole = group != nullptr && std::all_of(group->items.begin(), group->items.end(),
                                               [](const Node& each) { return !each.poisoned; });
  int rest = -1;
  for_entries(reading.root, "personas", [&](const Key& key, const Node& node, int index) {
    const Value* value = Group{&node, nullptr}.value("share");
    if (value == nullptr && personas.size() > 1 && node.find("share") == nullptr)
      reading.reporter.error(key.place, "personas." + key.text + " lacks `share`",
                             "with several personas each has a share of the arrivals",
                             "write its share; one of them may say rest");
    whole = whole && (value != nullptr || personas.size() == 1);
    if (value == nullptr)
      return;
    if (value->is("rest") && std::exchange(rest, index) >= 0)
      reading.reporter.error(node.find("share")->place, "a second persona says rest",
                             "only one can take what is left", "give one of them a share");
    personas[static_cast<std::size_t>(index)].share = std::max(0.0, share_of(*value, shares));
  });
  if (personas.size() == 1 && shares.values.empty())
    return;
  double left = 1;
  for (const double each : shares.values)
    left -= each;
  if (rest >= 0)
    personas[static_cast<std::size_t>(rest)].share = std::max(0.0, left);
  shares.has_rest = rest >= 0;
  if (whole)
    check_sum(shares, "the shares of the personas", reading.root.find_key("personas")->place,
              reading.reporter);
}

void add_slots(ArrivalSpec& out, const WeekIntervals& intervals, double per_hour) {
  for (const auto& [begin, end] : intervals)
    out.rate.push_back({begin, end, per_hour});
}

void read_rate(Reading& reading, const Node& rate) {
  if (rate.value)
    add_slots(reading.out.arrivals, {{0, ticks_per_week}}, rate.value->each(60));
  for_hours(reading, rate, "arrivals.rate", "an hour has one rate",
            [&](const WeekIntervals& hours, const Value& each) {
              add_slots(reading.out.arrivals, hours, each.each(60));
            });
  auto& slots = reading.out.arrivals.rate;
  std::sort(slots.begin(), slots.end(), [](auto& a, auto& b) { return a.begin < b.begin; });
}

void read_list(Reading& reading, const Node& list) {
  auto& moments = reading.out.arrivals.list;
  for (const Node* part : parts_of(&list)) {
    if (!part->value)
      continue;
    moments.push_back({part->value->week.front().first, part->value->is("weekly")});
    const auto within = [](const ArrivalSpec::Moment& each) { return each.at % ticks_per_week; };
    const auto same = [&](const ArrivalSpec::Moment& each) {
      return within(each) == within(moments.back());
    };
    constexpr int most = 16; // the numbers of those at one minute
    if (std::count_if(moments.begin(), moments.end(), same) == most + 1)
      reading.reporter.error(part->place, "arrivals.list: more than 16 people at " + part->text, {},
                             "say a rate for that hour, or let them come a minute later");
  }
}

void read_groups(const Group& arrivals, ArrivalSpec& out) {
  if (const Value* growth = arrivals.value("growth")) {
    out.growth = growth->number;
    out.growth_over_min = growth->per;
  }
  const Group batch = arrivals.group("batch");
  out.group_varies = batch.own != nullptr && batch.own->is_mapping();
  out.group_mean = out.group_varies ? batch.number("mean", 1) : arrivals.number("batch", 1);
}

using Starts = std::vector<std::pair<int, double>>;

Starts read_start_group(Reading& reading, const Node& start, const std::string& path) {
  Starts starts;
  Shares shares;
  bool whole = true;
  for (std::size_t i = 0; i < start.keys.size(); ++i) {
    const auto touchpoint = reading.names.touchpoints.index(start.keys[i].text);
    const Value* value = start.items[i].value.get();
    whole = whole && touchpoint && value != nullptr && !start.items[i].poisoned;
    if (!whole)
      continue;
    shares.has_rest = shares.has_rest || value->is("rest");
    starts.emplace_back(*touchpoint, share_of(*value, shares));
  }
  double left = 1;
  for (const double each : shares.values)
    left -= each;
  for (auto& [touchpoint, share] : starts)
    share = share < 0 ? std::max(0.0, left) : share;
  if (whole)
    check_sum(shares, "the shares of " + path, start.place, reading.reporter);
  return starts;
}

Starts read_starts(Reading& reading, const Node* start, const std::string& path) {
  if (start == nullptr)
    return {};
  if (start->value)
    return {{reading.touchpoint(start->value.get()), 1.0}};
  return read_start_group(reading, *start, path);
}

void read_members(Reading& reading, const Group& arrivals) {
  ArrivalSpec& out = reading.out.arrivals;
  out.members = static_cast<int>(arrivals.number("population", 0));
  const Group returns = arrivals.group("returns");
  out.returns = returns.distribution("every", Distribution::constant(0));
  out.returns_share = returns.number("share", 1);
  out.returns_at = read_starts(reading, returns.node("start_at"), "arrivals.returns.start_at");
  out.returns_open = reading.names.calendars.index(returns.word("open")).value_or(-1);
  if (arrivals.has("population") != arrivals.has("returns"))
    reading.reporter.error(
        arrivals.own->find_key(arrivals.has("returns") ? "returns" : "population")->place,
        "arrivals.population and arrivals.returns need each other",
        "members are those who come again", "say both, or neither");
}

} // namespace

void read_people(Reading& reading) {
  for (const std::string& id : reading.names.personas.ids)
    reading.out.personas.emplace_back().id = id;
  const Node* personas = reading.root.find("personas");
  const Node* everyone = personas == nullptr ? nullptr : personas->find("everyone");
  for_entries(reading.root, "personas", [&](const Key& key, const Node& node, int index) {
    reading.out.personas[static_cast<std::size_t>(index)] =
        read_persona(reading, Group{&node, everyone}, key.text);
  });
  if (reading.out.personas.empty() && (personas == nullptr || !personas->poisoned))
    reading.out.personas.push_back(read_persona(reading, Group{nullptr, everyone}, "anybody"));
  read_shares(reading);
}

void read_arrivals(Reading& reading) {
  const Group arrivals = reading.top().group("arrivals");
  if (const Node* rate = arrivals.node("rate"))
    read_rate(reading, *rate);
  if (const Node* list = arrivals.node("list"))
    read_list(reading, *list);
  read_groups(arrivals, reading.out.arrivals);
  read_members(reading, arrivals);
  reading.out.arrivals.start_at =
      read_starts(reading, arrivals.node("start_at"), "arrivals.start_at");
  if (!arrivals.has("start_at") && !reading.out.touchpoints.empty())
    reading.out.arrivals.start_at = {{0, 1.0}};
}

} // namespace sojourn
