// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "sim/engine/fixed.hpp"
#include "sim/engine/hours.hpp"
#include "sim/engine/ledger.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

// What one replication of one arm counts. Every accumulator is an integer (affect and money in
// fixed point, times in ticks): adding is exact and needs no order, so threads, lanes and chunks
// cannot change a bit.
namespace sojourn {

/// Nearest multiple of 2^-20, halves away from zero. Requires |value| < 2^43.
[[nodiscard]] inline std::int64_t to_fixed(double value) {
  const double scaled = value * fixed_one;
  return static_cast<std::int64_t>(scaled + __builtin_copysign(0.5, scaled));
}
[[nodiscard]] inline double from_fixed(std::int64_t fixed) {
  return static_cast<double>(fixed) / fixed_one;
}

/// This share of a sum, to the nearest step.
[[nodiscard]] inline std::int64_t part_of(std::int64_t fixed, double share) {
  return to_fixed(from_fixed(fixed) * share);
}

/// What the survey got out of one journey.
struct SurveyAnswer {
  bool asked = false, answered = false;
  bool satisfied = false, promoter = false, detractor = false;
  std::int8_t score = 0, ease = 0; // 0 .. 10 and 1 .. 7, of those who answered
  std::int64_t weight = 0;         // 1 / chance of an answer, fixed point
  friend bool operator==(const SurveyAnswer&, const SurveyAnswer&) = default;
};

/// One finished (or censored) journey: the row that both engines must agree on bit for bit.
struct JourneyRow {
  std::uint32_t agent = 0;
  std::int32_t persona = 0, start = 0;
  std::int32_t exit = -1; // exit index; -1: unfinished (censored)
  bool silent = false;    // lost patience and left without saying so
  bool told = false;      // came because somebody told them
  std::int32_t n_visits = 0;
  Ticks arrival = 0, duration = 0;
  Ticks waited_front = 0, waited_back = 0; // of the duration: in line, for work behind the line
  float remembered = 0, experienced = 0, peak = 0, trough = 0, last = 0, trust = 0, effort = 0;
  std::int64_t value = 0;                // realised, money in fixed point
  std::int64_t booked = 0;               // of which recognised
  std::int64_t paid = 0;                 // prices paid by the person
  std::int64_t risk = 0, risk_taken = 0; // what events took from the person, from the provider
  std::uint64_t agreement_of = 0, agreement_met = 0; // bit per agreement
  // On the scenario's clock from hearing a promise: to first arriving at what was promised, or to
  // the end of a journey that never got there. -1: no such thing.
  Ticks promise_taken = -1, promise_open = -1;
  float satisfaction = 0; // 0 .. 10; 0 where nothing is surveyed
  SurveyAnswer survey;
  friend bool operator==(const JourneyRow&, const JourneyRow&) = default;
};

/// Answers; those below `weight` once more, each weighted by 1 / its chance (fixed point).
struct SurveyTally {
  std::int64_t satisfaction = 0; // of the finished, fixed point, whether asked or not
  std::int64_t asked = 0, answered = 0, satisfied = 0, promoters = 0, detractors = 0;
  std::int64_t ease = 0, points = 0; // sums of the points
  std::int64_t weight = 0, weighed_satisfied = 0, weighed_promoters = 0, weighed_detractors = 0;
  friend bool operator==(const SurveyTally&, const SurveyTally&) = default;
};
SurveyTally& operator+=(SurveyTally& to, const SurveyTally& from);

struct PersonaTally {
  std::int64_t journeys = 0, finished = 0, censored = 0, visits = 0;
  std::int64_t told = 0;   // of all journeys: came because somebody told them
  std::int64_t silent = 0; // of the finished: lost patience and left without saying so
  // Before a journey begins: who read ratings, the stars they read (fixed point), who stayed away.
  std::int64_t readers = 0, stars_read = 0, stayed_away = 0;
  std::array<std::int64_t, outcome_names.size()> outcomes{}; // finished journeys by outcome
  std::int64_t remembered = 0, experienced = 0, trust = 0, effort = 0; // fixed point, finished
  std::int64_t duration = 0;                                           // ticks, finished
  std::int64_t waited_front = 0, waited_back = 0;                      // of which waited
  std::int64_t value = 0, booked = 0, paid = 0;                        // fixed point, finished
  std::int64_t risk = 0, risk_taken = 0;                               // fixed point, finished
  std::int64_t potential = 0; // what the finished were worth at the begin, fixed point
  std::vector<std::int64_t> agreement_of, agreement_met; // [agreement]
  /// [i * n_agreements + j]: journeys that kept i and were judged by j; those of them that missed
  /// j.
  std::vector<std::int64_t> kept_one, missed_other;
  std::vector<std::int64_t> remembered_bins; // [n_affect_bins]
  SurveyTally survey;
  friend bool operator==(const PersonaTally&, const PersonaTally&) = default;
};

struct VisitTally {                                    // [persona][touchpoint]
  std::int64_t visits = 0, affect = 0, remembered = 0; // fixed point sums
  std::int64_t waits = 0, wait = 0;                    // visits that queued or watched, clock ticks
  friend bool operator==(const VisitTally&, const VisitTally&) = default;
};

struct ResourceTally {
  std::int64_t busy = 0;    // server ticks in use within [warm-up, horizon)
  std::int64_t open = 0;    // capacity x open ticks within it
  std::int64_t started = 0; // services started
  std::int64_t wait = 0;    // sum of waits for a server, resource-calendar ticks
  std::int64_t offered = 0; // server ticks of work that arrived within it
  // Of the line from the first moment to the last: joined, left, and two countings of one area,
  // people in line x ticks and the sum of everybody's wait. Little's law makes both pairs equal.
  std::int64_t joined = 0, parted = 0, line_area = 0, line_waits = 0;
  friend bool operator==(const ResourceTally&, const ResourceTally&) = default;
};

PersonaTally& operator+=(PersonaTally& to, const PersonaTally& from);
VisitTally& operator+=(VisitTally& to, const VisitTally& from);
ResourceTally& operator+=(ResourceTally& to, const ResourceTally& from);

/// Journeys that ended, or stopped being watched, within one bin of time since their arrival.
struct SpellTally {
  std::int64_t journeys = 0, duration = 0; // ticks, summed
  friend bool operator==(const SpellTally&, const SpellTally&) = default;
};
inline constexpr std::size_t n_spell_bins = 256;
inline constexpr std::size_t n_spell_ends = outcome_names.size() + 1; // outcomes, then unfinished

SpellTally& operator+=(SpellTally& to, const SpellTally& from);

/// Nothing counted, with room for so many agreements.
[[nodiscard]] PersonaTally empty_persona(std::size_t n_agreements);

/// Journeys that ended in one week.
struct WeekTally {
  std::int64_t finished = 0, served = 0, gave_up = 0;
  std::int64_t remembered = 0; // fixed point
  friend bool operator==(const WeekTally&, const WeekTally&) = default;
};
WeekTally& operator+=(WeekTally& to, const WeekTally& from);

struct TallyShape {
  std::size_t n_personas = 0, n_touchpoints = 0, n_exits = 0, n_resources = 0, n_agreements = 0;
  bool keeps_books = false;     // money is gained, lost or paid somewhere
  Ticks watched = 0;            // the longest that anybody counted is watched; 0: to the end
  std::size_t n_hours = 0;      // of the horizon, where it is counted who is there
  std::size_t n_week_hours = 0; // hours_per_week where lines are counted by the hour
  std::size_t n_weeks = 0;      // of the horizon, where ends are counted by the week
  std::size_t n_steps = 0;      // that may be taken to another design on the way
  friend bool operator==(const TallyShape&, const TallyShape&) = default;
};

struct Tally {
  TallyShape shape;
  std::vector<PersonaTally> personas;
  std::vector<VisitTally> visits;        // [persona * n_touchpoints + touchpoint]
  std::vector<std::int64_t> affect_bins; // [(persona * n_touchpoints + touchpoint)][bin]
  /// [persona][from][to]: from = touchpoints then "start"; to = touchpoints, exits, "unfinished".
  std::vector<std::int64_t> flow;
  std::vector<ResourceTally> resources;
  /// [persona][n_spell_ends][n_spell_bins]; empty where everybody is watched to the end.
  std::vector<SpellTally> spells;
  // Where books are kept, otherwise empty.
  std::vector<LedgerTally> ledger;                  // [persona * n_touchpoints + touchpoint]
  std::vector<std::int64_t> value_bins, value_sums; // [persona][n_value_bins]: count, booked value
  /// [hour from the begin]: ticks that people were there, whether they count or not.
  std::vector<std::int64_t> present;
  // Where lines are counted by the hour, otherwise empty.
  std::vector<HourTally> hours; // [resource][hours_per_week]
  /// [resource][hours_per_week][n_wait_bins]: waits of those who came in the hour.
  std::vector<std::int64_t> wait_bins;
  std::vector<WeekTally> weeks; // [week], of those who count and end before the horizon
  /// [step][week]: 1 where the step to another design was taken then.
  std::vector<std::int64_t> steps;
  std::int64_t events = 0; // handled by the service engine; for benchmarks

  explicit Tally(const TallyShape& of = {});
  friend bool operator==(const Tally&, const Tally&) = default;
  /// At persona * n_touchpoints + touchpoint; `affect` and `remembered` in fixed point, `bin` by
  /// affect_bin.
  void add_visit_at(std::size_t at, std::int32_t affect, std::int32_t remembered,
                    std::int32_t bin) {
    VisitTally& visit = visits[at];
    ++visit.visits;
    visit.affect += affect;
    visit.remembered += remembered;
    ++affect_bins[at * n_affect_bins + static_cast<std::size_t>(bin)];
  }
  void add_visit(std::int32_t persona, std::int32_t touchpoint, float affect, float remembered) {
    add_visit_at(static_cast<std::size_t>(persona) * shape.n_touchpoints +
                     static_cast<std::size_t>(touchpoint),
                 affect_to_fixed(affect), affect_to_fixed(remembered), affect_bin(affect));
  }
  void add_wait(std::int32_t persona, std::int32_t touchpoint, Ticks waited);
  /// `to` counts touchpoints, then exits, then one for "unfinished"; from = n_touchpoints: start.
  void add_move(std::int32_t persona, std::int32_t from, std::int32_t to) {
    ++move(persona, from, to);
  }
  /// Of one persona and end, n_spell_bins of them. Requires shape.watched > 0.
  [[nodiscard]] const SpellTally* spells_of(std::size_t persona, std::size_t end) const {
    return &spells[(persona * n_spell_ends + end) * n_spell_bins];
  }
  [[nodiscard]] std::int64_t& move(std::int32_t persona, std::int32_t from, std::int32_t to) {
    const std::size_t columns = shape.n_touchpoints + shape.n_exits + 1;
    const std::size_t row = static_cast<std::size_t>(persona) * (shape.n_touchpoints + 1) +
                            static_cast<std::size_t>(from);
    return flow[row * columns + static_cast<std::size_t>(to)];
  }
  void add_journey(const JourneyRow& row, const std::vector<Outcome>& exit_outcomes);
  void add_spell(const JourneyRow& row, std::size_t end);
  void add_step(std::size_t step, Ticks at);
  /// Of a resource, the hour of the week in which this moment lies. Requires hours.
  [[nodiscard]] HourTally& hour(std::size_t resource, Ticks at) {
    return hours[resource * hours_per_week + hour_of_week(at)];
  }
  Tally& operator+=(const Tally& other);
};

/// Where rows of single journeys go, if anyone wants them. Called in the order of agents.
class RowSink {
public:
  RowSink() = default;
  RowSink(const RowSink&) = delete;
  RowSink& operator=(const RowSink&) = delete;
  virtual ~RowSink() = default;
  virtual void add(const JourneyRow& row) = 0;
};

} // namespace sojourn
