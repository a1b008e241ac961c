// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/quantile.hpp"
#include "models/mechanisms/reference_point.hpp"
#include "models/mechanisms/row_terms.hpp"
#include "models/mechanisms/survey.hpp"
#include "models/people/parameters.hpp"
#include "models/people/view.hpp"
#include "sim/engine/arrivals.hpp"
#include "sim/engine/calendar.hpp"
#include "sim/engine/node_record.hpp"
#include "sim/engine/plan_people.hpp"
#include "sim/engine/tally.hpp"
#include "sim/scenario/scenario.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

// A scenario compiled for the engines: everything looked up, every distribution inverted, every
// share a threshold on a word of luck. Constant while anything runs.
namespace sojourn {

struct PlanWork {
  std::int32_t resource = -1;
  std::int32_t units = 1;
  QuantileForm takes;    // minutes; `behind` only
  std::int32_t job = -1; // `behind` only: index of the journey's job
  /// Every resource named, the first included: any one of them is enough, or all are held together.
  std::vector<WorkSpec::Other> named = {};
  bool any_of = false;
  /// What an agreement allows people to wait here, on the scenario's clock; below 0: none does.
  Ticks wait_limit = -1;
  [[nodiscard]] bool several() const { return named.size() > 1; }
};

struct PlanPromise {
  bool given = false;
  Ticks within = 0; // on the scenario's clock
};

/// What is told in line, where somebody can have to wait.
struct PlanAnnouncement {
  bool given = false;
  LineNews what = LineNews::position;
  double factor = 1;
  Ticks mean_work = 0; // of one person, without set-up
  struct Hours {
    Ticks begin = 0, end = 0, wait = 0;
  };
  std::vector<Hours> schedule = {}; // within the week
};

/// Shares of those who are surveyed in their journey and of all others.
struct PlanBooked {
  double surveyed = 1, otherwise = 1;
  [[nodiscard]] double share(bool was_surveyed) const {
    return was_surveyed ? surveyed : otherwise;
  }
};

/// An event that may happen in a visit and take money.
struct PlanRisk {
  bool present = false, is_felt = false, by_provider = false;
  std::uint32_t chance = 0;      // threshold
  float feels = 0;               // affect points
  QuantileForm amount;           // money
  std::optional<double> certain; // the amount, where it is always the same
};

/// Evidence met here presents the latest memory of another touchpoint again.
struct PlanRecall {
  NodeIndex of = no_node;
  float strength = 0; // of a presentation, above 0
};

/// What does not depend on the persona.
struct PlanNode {
  std::string id;
  std::uint32_t name = 0;
  bool waits_in_queue = false, waits_behind = false;
  [[nodiscard]] bool waits() const { return waits_in_queue || waits_behind; }
  PlanWork work;
  FeelsSpec feels;
  float effort = 0, price_feels = 0, control = 0;
  bool has_effort = false, has_price = false, has_control = false;
  std::int64_t price = 0, outcome = 0; // money in fixed point, at each visit and each completed one
  double fit = 1;                      // how much of what is gained here arrives
  std::int64_t outcome_fit = 0;        // of the outcome
  PlanRisk risk;
  float practice = 0; // exponent: how much faster and easier each visit gets
  PlanBooked booked;  // how much of what is gained here is recognised
  PlanPromise promise;
  PlanAnnouncement announcement;
  bool judges_promise = false;
  bool is_promised = false; // some promise is about this touchpoint
  Ticks updates_every = 0;  // 0 = none
  bool value_realised = false;
  bool is_survey = false;
  bool asks = false;      // the survey asks here, at the first visit
  bool hidden = false;    // the person does not see it, unless the relationship shows it
  bool is_agreed = false; // here people agree on what they may expect
  bool feels_exactly = false;
  float exactly = 0; // affect points
  std::vector<std::int32_t> channels;
  std::vector<PlanRecall> recalls;
  std::uint64_t agreement_from = 0, agreement_to = 0, agreement_wait = 0; // bit per agreement
};

/// What a relationship does in the world; certain where nothing is said.
struct PlanRelationship {
  bool present = false;
  std::uint32_t visible = 0xffffffffU; // threshold: work behind the line is seen in this visit
  std::uint32_t matched = 0xffffffffU; // threshold: what is offered is what they need
  float overestimate_seen = 1;         // factor on the overestimate of a wait whose work is seen
  float overestimate_told = 1;         // the same of a wait whose length is announced
  float agreed_error = 0;              // sd of the expectation, where something is agreed
};

/// Whether a keyed word falls under a threshold; a full one is certain.
[[nodiscard]] constexpr bool falls_under(std::uint32_t word, std::uint32_t threshold) {
  return threshold == 0xffffffffU || word < threshold;
}

/// What a level on one dimension is held against.
struct PlanReference {
  ReferencePoint point = ReferencePoint::expectation;
  float standard = 0; // affect points
};

struct PlanPersona {
  std::array<float, n_parameters> traits{}; // constants; drawn ones are overwritten per agent
  std::vector<std::pair<Parameter, QuantileForm>> drawn_traits;
  QuantileForm mood;
  bool same_mood = false; // nothing to draw: everybody arrives with `usual_mood`
  float usual_mood = 0;
  bool has_expected_time = false;
  QuantileForm expected_time; // minutes until what is promised
  float expectation_error = 0;
  std::array<PlanReference, n_dimensions> references{};
  std::vector<float> prefers; // per channel
  double worth_per_hour = 0;
  double vulnerability = 1;    // how many times an amount at risk hits them
  std::int64_t potential = 0;  // worth of the whole time counted, money in fixed point
  std::uint32_t threshold = 0; // cumulative share
  QuantileForm answering_style;
  PlanRelationship relationship;
  std::array<float, n_culture_scales> culture{}; // of the group
};

/// Somebody new: what they hold levels against.
template <class P> void set_references(P& person, const PlanPersona& persona) {
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    const auto dimension = static_cast<Dimension>(d);
    const PlanReference& reference = persona.references[d];
    person.set(reference_of(dimension), static_cast<float>(reference.point));
    person.set(standard_of(dimension), reference.standard);
  }
}

struct PlanAgreement {
  AgreementMeasure measure = AgreementMeasure::remembered_experience;
  bool at_most = true;
  Ticks limit = 0;            // on the scenario's clock
  float points = 0;           // affect points, or points of 0 .. 10
  float after_days = 0;       // what is remembered so long after the journey
  bool on_operations = false; // an SLA: counts whom the provider sees
};

/// Whoever is not served at once and sees this many in line or more goes elsewhere: no place is
/// left in the room, or the line is longer than one cares to join. So does whoever is told a longer
/// time than this.
struct PlanRefusal {
  static constexpr std::int32_t no_line = std::numeric_limits<std::int32_t>::max();
  std::int32_t in_line = no_line;
  NodeIndex to = no_node;
  Ticks announced = -1; // -1: no matter what is told
};

struct PlanResource {
  std::string id;
  bool limited = true;
  std::int32_t capacity = 1;
  Calendar calendar;
  QueueOrder queue = QueueOrder::first_come;
  bool preempts = false;
  bool front_pauses = false, behind_pauses = true; // at closing
  Ticks set_up = 0;                                // before each service
  bool has_attitude = false;
  QuantileForm attitude;              // affect points that each visit served feels more
  std::uint32_t discretion = 0;       // threshold: a bad visit is made good
  float recovery = 0;                 // by this many affect points
  std::vector<std::int32_t> priority; // per persona, higher first
  double cost_per_hour = 0;
  [[nodiscard]] bool pauses(bool in_front) const { return in_front ? front_pauses : behind_pauses; }
  /// When work of this length ends that starts at `start`.
  [[nodiscard]] Ticks end_of(bool in_front, Ticks start, Ticks work) const {
    return pauses(in_front) ? calendar.after(start, work) : start + work;
  }
};

/// What a survey asks of whom; answers are in points.
struct PlanSurvey {
  bool present = false, at_end = false;
  bool everybody_answers = true;
  std::uint32_t asked = 0xffffffffU; // threshold
  double base = 0, extremity = 0, tilt = 0;
  SatisfactionWeights weights;
  float noise = 0, effort_scale = 1;
  float after_days = 0; // between the end of the journey and the question
  int satisfied_from = 8, promoters_from = 9, detractors_to = 6;
};

struct Plan {
  std::size_t n_personas = 0, n_touchpoints = 0, n_exits = 0;
  std::uint64_t seed = 0;
  bool contended = false;        // people meet, in a line or by what they tell: service engine
  bool bare = false;             // see is_bare
  bool timed = false;            // it matters when a journey starts
  bool any_several = false;      // some touchpoint names several resources
  bool any_longest_wait = false; // some line is in the order of all waiting so far
  Calendar clock;                // promises, patience, silence, updates, agreements, lost value
  float choice_sensitivity = 0;
  std::vector<PlanPersona> personas;
  std::vector<PlanNode> nodes;            // [touchpoint]
  std::vector<NodeRecord> records;        // [persona * n_touchpoints + touchpoint]
  std::vector<ChoiceRecord> choices;      // same index
  std::vector<QuantileForm> patience;     // same index; minutes
  std::vector<std::uint8_t> has_patience; // same index
  std::vector<std::uint32_t> silent;      // same index; words below it leave without saying so
  std::vector<std::vector<PlanRefusal>> refusals; // same index; the first that holds
  std::vector<PlanRow> rows;
  std::vector<RowTerms> terms; // as PlanRow::terms says
  /// [row]: the record (persona and touchpoint) it leads to; where it leads out, the sign bit and
  /// the persona's first record.
  std::vector<std::int32_t> row_leads_to;
  QuantileTables tables;
  std::vector<std::pair<NodeIndex, std::uint32_t>> starts; // touchpoint, cumulative threshold
  std::vector<Outcome> exit_outcomes;
  std::vector<PlanResource> resources;
  std::vector<PlanAgreement> agreements;
  PlanSurvey survey;
  std::vector<CultureEffect> culture; // none: culture bends nothing
  float culture_spread = 0;
  PlanWord word_of_mouth;
  PlanRatings ratings;
  std::vector<PlanHelpers> helpers;
  PlanMembers members;
  PlanStages stages;
  std::int32_t n_jobs = 0;
  Ticks counted_over = 0;
  bool keeps_books = false;       // money is gained, lost or paid somewhere
  std::int64_t largest_value = 0; // of a journey that gains every outcome once, fixed point
  bool any_mechanism = false;     // some strength is not 0 for somebody
  bool any_special = false;       // some touchpoint needs the scalar path
  bool any_many_rows = false;     // some list has more than four rows
  bool any_default = false;       // some choice has a default
  bool any_chosen_alone = false;  // some choice is not weighed by the flow kernel
  std::array<bool, n_mechanisms> active{};
  [[nodiscard]] bool is_active(Mechanism mechanism) const {
    return active[static_cast<std::size_t>(mechanism)];
  }
  float channel_switch_effort = 0; // affect points on the stock of effort
  /// Same index as records; where goal_gradient is on: visits expected from there, that one
  /// included, on the way to being served; 0: there is none.
  std::vector<float> goal_visits;
  /// [touchpoint]: its place among those of which people keep a memory, because a choice may lead
  /// there; -1: none. All -1 where availability is off.
  std::vector<std::int32_t> remembered_place;
  std::int32_t n_remembered = 0;
  bool any_reference = false; // somebody holds levels against something else than expectations
  bool any_retrieval = false; // somebody retrieves episodes
  bool any_recalls = false; // some evidence presents memories again, in this design or a later one
  std::size_t n_steps = 0;  // that may be taken to another design while people are under way
  ArrivalPlan arrivals;
  std::int64_t cohort = 0; // journeys per replication where arrivals do not say (flow)
  Ticks horizon = 0, warm_up = 0, run_out = 0;

  [[nodiscard]] TallyShape shape() const {
    return {n_personas,
            n_touchpoints,
            n_exits,
            resources.size(),
            agreements.size(),
            keeps_books,
            watched(),
            contended ? n_hours() : 0,
            contended ? hours_per_week : 0,
            contended ? n_weeks() : 0,
            n_steps};
  }
  /// Hours of the horizon, the last one perhaps in part.
  [[nodiscard]] std::size_t n_hours() const {
    return static_cast<std::size_t>((horizon + ticks_per_hour - 1) / ticks_per_hour);
  }
  /// Of the horizon, the last one perhaps in part.
  [[nodiscard]] std::size_t n_weeks() const {
    return static_cast<std::size_t>((horizon + ticks_per_week - 1) / ticks_per_week);
  }
  /// From the first arrival that counts to the end of the simulation; 0 for a cohort, whose
  /// journeys are followed to their end.
  [[nodiscard]] Ticks watched() const { return follows_all() ? 0 : horizon - warm_up + run_out; }
  /// Nobody is left under way at the end of the simulation.
  [[nodiscard]] bool follows_all() const { return cohort > 0 && !contended; }
  /// The number under which a person's own traits are drawn: of a member, that of the first
  /// journey.
  [[nodiscard]] std::uint32_t identity_of(std::uint32_t agent) const {
    return is_member(agent) ? agent & ~((1U << journeys_shift) - 1) : agent;
  }
  [[nodiscard]] bool is_member(std::uint32_t agent) const {
    return members.n > 0 && agent >> layer_shift == member_layer;
  }
  /// A member's second journey, or a later one.
  [[nodiscard]] bool comes_again(std::uint32_t agent) const { return identity_of(agent) != agent; }
  /// Journeys of this person before this one.
  [[nodiscard]] std::uint32_t journeys_before(std::uint32_t agent) const {
    return agent - identity_of(agent);
  }
  /// The parameter is not 0 for somebody.
  [[nodiscard]] bool has_somebody(Parameter parameter) const;
  /// Whose list the row belongs to.
  [[nodiscard]] NodeIndex touchpoint_of(std::int32_t row) const;
  [[nodiscard]] const NodeRecord& record(std::int32_t persona, NodeIndex touchpoint) const {
    return records[index_of(persona, touchpoint)];
  }
  [[nodiscard]] const std::vector<PlanRefusal>& refusals_of(std::int32_t persona,
                                                            NodeIndex touchpoint) const {
    return refusals[index_of(persona, touchpoint)];
  }
  [[nodiscard]] std::size_t index_of(std::int32_t persona, NodeIndex touchpoint) const {
    return static_cast<std::size_t>(persona) * n_touchpoints + static_cast<std::size_t>(touchpoint);
  }
};

struct PlanOptions {
  std::int64_t journeys = 0; // > 0: cohort per replication, flow only
};

/// Compiles `arm`; `baseline` supplies layer 0 of the arrivals. Throws std::invalid_argument where
/// the scenario exceeds a limit of the engines (message for the user).
[[nodiscard]] Plan compile(const Scenario& arm, const Scenario& baseline,
                           const PlanOptions& options = {});

} // namespace sojourn
