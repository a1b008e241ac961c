// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/names.hpp"

#include <algorithm>

namespace sojourn {
namespace {

Names::Chapter chapter(const Node& root, std::string_view word) {
  Names::Chapter found;
  const Node* node = root.find(word);
  if (node == nullptr)
    return found;
  found.known = node->is_mapping() && !node->poisoned;
  for (const Key& key : node->keys)
    if (found.ids.size() < most_entries && (word != "personas" || key.text != "everyone"))
      found.ids.push_back(key.text);
  return found;
}

void add_channel(Names::Chapter& channels, const Node& node) {
  if (channels.ids.size() < most_entries && node.is_scalar() && !node.text.empty() &&
      !channels.index(node.text))
    channels.ids.push_back(node.text);
}

Names::Chapter channels_of(const Node& root) {
  Names::Chapter channels;
  const Node* touchpoints = root.find("touchpoints");
  channels.known = touchpoints != nullptr && touchpoints->is_mapping();
  if (!channels.known)
    return channels;
  for (const Node& touchpoint : touchpoints->items)
    if (const Node* channel = touchpoint.find("channel")) {
      add_channel(channels, *channel);
      for (const Node& each : channel->items)
        add_channel(channels, each);
    }
  return channels;
}

void append(Lookup& into, const Names::Chapter& chapter, std::string_view ending = {}) {
  into.judged = into.judged && chapter.known;
  for (const std::string& id : chapter.ids)
    into.candidates.push_back(id + std::string(ending));
}

} // namespace

std::optional<int> Names::Chapter::index(std::string_view id) const {
  const auto at = std::find(ids.begin(), ids.end(), id);
  return at == ids.end() ? std::nullopt : std::optional(static_cast<int>(at - ids.begin()));
}

const Names::Chapter* Names::of(Kind kind) const {
  const std::array<std::pair<Kind, const Chapter*>, 7> rows = {{{Kind::touchpoint, &touchpoints},
                                                                {Kind::kept_within, &touchpoints},
                                                                {Kind::resource, &resources},
                                                                {Kind::calendar, &calendars},
                                                                {Kind::persona, &personas},
                                                                {Kind::channel, &channels},
                                                                {Kind::variant, &variants}}};
  for (const auto& [each, chapter] : rows)
    if (each == kind)
      return chapter;
  return nullptr;
}

Names collect_names(const Node& root) {
  Names names;
  names.touchpoints = chapter(root, "touchpoints");
  names.exits = chapter(root, "exits");
  names.resources = chapter(root, "resources");
  names.calendars = chapter(root, "calendars");
  names.personas = chapter(root, "personas");
  names.agreements = chapter(root, "agreements");
  names.indicators = chapter(root, "indicators");
  names.variants = chapter(root, "variants");
  names.channels = channels_of(root);
  return names;
}

bool names_a_measure(std::string_view id) {
  // besides those that a scenario may name
  constexpr std::array<std::string_view, 13> further = {
      "value_realised", "left_silently", "competitor",    "off_boarded",  "told",
      "rating",         "stayed_away",   "waiting_front", "waiting_back", "occupied",
      "one_off",        "relationship",  "censored"};
  return std::find(further.begin(), further.end(), id) != further.end() ||
         std::any_of(measure_rows.begin(), measure_rows.end(),
                     [id](const MeasureRow& row) { return row.id == id; }) ||
         id.starts_with("watermelon_");
}

std::string_view noun_of(Kind kind) {
  constexpr std::array<std::pair<Kind, std::string_view>, 9> rows = {
      {{Kind::touchpoint, "touchpoint"},
       {Kind::kept_within, "promise about a touchpoint"},
       {Kind::destination, "touchpoint or exit"},
       {Kind::resource, "resource"},
       {Kind::calendar, "calendar"},
       {Kind::persona, "persona"},
       {Kind::channel, "channel of any touchpoint"},
       {Kind::variant, "variant"},
       {Kind::measure, "measure or agreement"}}};
  for (const auto& [each, noun] : rows)
    if (each == kind)
      return noun;
  return "name";
}

Lookup look_up(const Names& names, Kind kind, std::string_view id) {
  Lookup result;
  if (kind == Kind::destination) {
    append(result, names.touchpoints);
    append(result, names.exits);
  } else if (kind == Kind::measure) {
    append(result, names.agreements);
    append(result, names.indicators);
    for (const MeasureRow& row : measure_rows)
      result.candidates.emplace_back(row.id);
  } else if (const Names::Chapter* chapter = names.of(kind)) {
    append(result, *chapter, kind == Kind::kept_within ? "_within" : "");
  }
  result.found =
      std::find(result.candidates.begin(), result.candidates.end(), id) != result.candidates.end();
  return result;
}

} // namespace sojourn
