// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/names.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/value.hpp"
#include "sim/scenario/week.hpp"

#include <functional>

// From the typed tree to the Scenario, chapter by chapter. What typing has poisoned reads as
// absent, so that one mistake is reported once.
namespace sojourn {

/// One group, with what to fall back on (`everyone` behind a persona).
struct Group {
  const Node* own = nullptr;
  const Node* shared = nullptr;

  /// The healthy node under `key`, own first.
  const Node* node(std::string_view key) const;
  /// Its typed value, if it has one.
  const Value* value(std::string_view key) const;
  Group group(std::string_view key) const;
  bool has(std::string_view key) const { return node(key) != nullptr; }

  double number(std::string_view key, double otherwise) const;
  std::string word(std::string_view key, const std::string& otherwise = {}) const;
  /// Free text, a shorthand for `word`.
  std::string text(std::string_view key, const std::string& otherwise = {}) const;
  bool is(std::string_view key, std::string_view expected) const;
  Distribution distribution(std::string_view key, const Distribution& otherwise = {}) const;
  /// A rate per `minutes`, 0 where nothing is said.
  double rate(std::string_view key, double minutes) const;
};

struct Reading {
  const Node& root;
  const Names& names;
  Reporter& reporter;
  Scenario& out;

  Group top() const { return Group{&root, nullptr}; }
  /// Index of the name a value holds; -1 where it holds none.
  int touchpoint(const Value* value) const;
  int exit(const Value* value) const;
};

/// Calls `each(key, node, index)` for the healthy entries of the group under `word`.
using EntryReader = std::function<void(const Key&, const Node&, int)>;
void for_entries(const Node& root, std::string_view word, const EntryReader& each);

/// Calls `each(hours, value)` for the healthy entries of a table by hours of the week; overlapping
/// hours are reported, `why` they may not.
using HoursReader = std::function<void(const WeekIntervals&, const Value&)>;
void for_hours(Reading& reading, const Node& table, const std::string& path, const char* why,
               const HoursReader& each);

/// Parts of a list, or the scalar itself.
std::vector<const Node*> parts_of(const Node* node);

void read_calendars(Reading& reading);
void read_people(Reading& reading);
void read_arrivals(Reading& reading);
void read_touchpoints(Reading& reading);
/// Risk, utility, warranty and practice of one touchpoint.
void read_worth_of(const Group& touchpoint, TouchpointSpec& out);
/// Words of risk, fit, practice and manners that nothing would read; after people and resources.
/// Of a variant only what people would have to see: it may take away what such a word acts on.
void check_worth(Reading& reading, bool baseline);
/// What the evidence met at one touchpoint brings back to mind.
void read_recalls(const Reading& reading, const Group& touchpoint, TouchpointSpec& out);
/// Evidence that brings nothing back to mind, or that no mechanism reads.
void check_recalls(Reading& reading, bool baseline);
void read_rows(Reading& reading);
void read_service(Reading& reading);
void read_survey(Reading& reading);
/// Relationship, culture and roles of one persona; after its biases.
void read_social_traits(Reading& reading, const Group& persona, PersonaSpec& out);
/// What culture does, stakeholders, renewal; after personas and survey.
void read_social(Reading& reading);
/// Indicators; after renewal and arrivals.
void read_indicators(Reading& reading);
/// Refuses what a scenario calls `path` where a result already has a measure of that name.
void check_measure_name(const Reading& reading, const Key& key, const std::string& path,
                        bool taken);
/// Word of mouth and ratings; after personas and arrivals.
void read_talk(Reading& reading);
void read_agreements(Reading& reading);
void read_experiment(Reading& reading);
/// Each part of `experiment.studies` names one study, and none twice.
void check_studies(Reading& reading, const Node* studies);

/// Shares under `rest`: sums must be 100 %. Reports at `place`; says `what` adds up.
struct Shares {
  std::vector<double> values;
  double rest = 0;
  bool has_rest = false;
};
void check_sum(const Shares& shares, const std::string& what, const Place& place,
               Reporter& reporter);

/// Everything that only the whole graph can tell: dead ends, traps, unreachable touchpoints,
/// waits without patience, promises nobody hears. `everything_reachable`: also ask that each
/// touchpoint can be reached (a variant may take one out of the way).
void check_graph(Reading& reading, bool everything_reachable);

/// Pairs of mechanisms that should not act together, and words of options that no mechanism reads:
/// warnings.
void check_mechanisms(Reading& reading);

/// Reads the whole tree; `baseline` also asks for reachability.
Scenario read_scenario(const Node& root, const Names& names, Reporter& reporter, bool baseline);

} // namespace sojourn
