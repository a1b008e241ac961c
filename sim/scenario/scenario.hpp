// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/distribution.hpp"
#include "models/mechanisms/reference_point.hpp"
#include "models/people/parameters.hpp"
#include "sim/scenario/social_spec.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// A scenario after reading: every word typed, every reference an index, every unit canonical
// (minutes for durations of people and work, affect points, shares 0..1, money in the scenario's
// currency). Sizes are small; nothing here is touched while a journey runs.
namespace sojourn {

/// Open hours within a week, in ticks since Monday 00:00; sorted, disjoint. `always` = wall clock.
struct CalendarSpec {
  std::string id;
  struct Interval {
    Ticks begin = 0, end = 0;
    friend bool operator==(const Interval&, const Interval&) = default;
  };
  std::vector<Interval> open;
  bool always = false;
  friend bool operator==(const CalendarSpec&, const CalendarSpec&) = default;
};

/// A piecewise constant weekly arrival rate.
struct ArrivalSpec {
  struct Slot {
    Ticks begin = 0, end = 0;
    double per_hour = 0;
    friend bool operator==(const Slot&, const Slot&) = default;
  };
  std::vector<Slot> rate; // sorted, disjoint; empty: nobody says when people come
  std::vector<std::pair<int, double>> start_at; // touchpoint index, share; sums to 1
  friend bool operator==(const ArrivalSpec&, const ArrivalSpec&) = default;
};

/// What levels on one dimension are held against, and the level of a norm or competitor.
struct ReferenceSpec {
  ReferencePoint point = ReferencePoint::expectation;
  double standard = 0; // affect points
  friend bool operator==(const ReferenceSpec&, const ReferenceSpec&) = default;
};

struct PersonaSpec {
  std::string id, name, about;
  std::string goals, barriers; // for readers
  double share = 1; // of all arrivals, normalised
  /// One entry per mechanism parameter (strengths included): nullopt = not listed, mechanism off.
  std::array<std::optional<Distribution>, n_parameters> parameters;
  std::vector<std::pair<int, double>> prefers; // channel index, weight
  std::optional<Distribution> patience;        // minutes on the scenario's clock; nullopt = endless
  Distribution mood_on_arrival;                // affect points
  double expectation_error = 0;                // sd of the initial deviation, affect points
  std::optional<Distribution> expects;         // minutes until what is promised; nullopt: no idea
  Distribution answering_style;                // points by which answers are too high
  std::optional<RelationshipSpec> relationship;
  std::array<double, n_culture_scales> culture{}; // -1 .. +1, by CultureScale
  RolesSpec roles;
  std::array<ReferenceSpec, n_dimensions> references{};
  friend bool operator==(const PersonaSpec&, const PersonaSpec&) = default;
};

struct FeelsSpec {
  std::optional<double> mean; // affect points; nullopt: no quality event is written here
  double spread = 0;
  double waiting_per_min = 0;           // while queueing for `needs`
  double silence_per_hour = 0;          // since the last news
  double silence_after_min = 20;        // grace
  double news = 0;                      // per update heard
  std::optional<double> early_per_hour; // against_promise
  std::optional<double> late_per_hour;
  std::optional<double> sooner_per_hour; // against_expected, when a promise is heard
  std::optional<double> later_per_hour;
  friend bool operator==(const FeelsSpec&, const FeelsSpec&) = default;
};

struct BenefitSpec {
  double feels = 0;     // affect points
  double after_min = 0; // from the choice
  friend bool operator==(const BenefitSpec&, const BenefitSpec&) = default;
};

struct StatedRiskSpec { // one outcome, as it is described to the person
  double chance = 0;
  double feels = 0; // affect points
  friend bool operator==(const StatedRiskSpec&, const StatedRiskSpec&) = default;
};

struct RowSpec {
  bool to_exit = false;
  int to = 0;                  // touchpoint or exit index
  std::optional<double> share; // nullopt = rest (or `when` is said)
  std::vector<int> personas;   // empty = everyone
  bool out_of_patience = false;
  bool turned_away = false;             // the resource's room is full
  std::optional<int> queue_longer_than; // people seen in line who make one not join it
  std::optional<double> feels;          // replaces the touchpoint's mean where this row happens
  double silent = 0; // of those who lose patience: how many leave without saying so
  // Of an option of a choice:
  bool is_default = false;
  std::optional<double> defers_min;        // puts the choice off until the next chance
  std::optional<double> costs;             // now, affect points
  std::optional<BenefitSpec> benefit;      // later
  std::vector<StatedRiskSpec> stated_risk; // empty: none is stated
  std::string note;
  /// Taken because of what happens in line, not by its share.
  [[nodiscard]] bool conditional() const {
    return out_of_patience || turned_away || queue_longer_than.has_value();
  }
  friend bool operator==(const RowSpec&, const RowSpec&) = default;
};

/// What the written shares of choices are. Shares that were measured contain what psychology did on
/// average; added to them it would count twice.
enum class BaseShares : std::uint8_t {
  raw,       // what people would do without psychology
  centred,   // what the baseline's people do, to first order
  calibrated // what the baseline's people do
};

/// One person's option, re-fitted: the written share times `factor`, then all options of the list
/// together 100 % again.
struct FittedShare {
  std::string touchpoint, to;
  int persona = 0;
  double factor = 1;
  friend bool operator==(const FittedShare&, const FittedShare&) = default;
};

struct WorkSpec { // `needs` (takes = the touchpoint's own) or `behind`
  int resource = -1;
  int units = 1;
  Distribution takes;
  friend bool operator==(const WorkSpec&, const WorkSpec&) = default;
};

struct PromiseSpec {
  int touchpoint = -1; // what is promised: `restored_within` names touchpoint `restored`
  double minutes = 0;  // on the scenario's clock
  friend bool operator==(const PromiseSpec&, const PromiseSpec&) = default;
};

/// Who sees what happens at a touchpoint: the panes of Johari's window.
enum class SeenBy : std::uint8_t { both, person, provider, nobody };

/// What a touchpoint says of itself to readers: `question`, `evidence` ...; never simulated.
struct DescribedSpec {
  std::string what, text;
  friend bool operator==(const DescribedSpec&, const DescribedSpec&) = default;
};

struct TouchpointSpec {
  std::string id, name;
  Step step = Step::explore;
  std::vector<int> channels;
  bool moment_of_truth = false;
  bool person_decides = false; // `decides: person`
  Distribution takes;          // minutes; constant 0 where unsaid
  std::optional<WorkSpec> needs, behind;
  FeelsSpec feels;
  std::optional<double> effort, price_feels, control; // levels in affect points (effort >= 0 hurts)
  double price = 0;                                   // money paid at each visit
  double outcome = 0;                                 // money gained at each completed visit
  std::optional<PromiseSpec> promise;
  std::optional<double> updates_every_min; // news while waiting, scenario's clock
  std::optional<Distribution> patience;    // overrides the persona's
  bool endless_patience = false;           // `patience: endless`
  bool value_realised = false;
  std::optional<double> booked_surveyed, booked_otherwise; // shares
  std::string backstage;
  std::vector<DescribedSpec> about; // as written
  std::optional<double> felt_exactly; // every visit feels like this, whatever happens
  SeenBy seen_by = SeenBy::both;
  std::vector<RowSpec> rows;
  friend bool operator==(const TouchpointSpec&, const TouchpointSpec&) = default;
};

struct ExitSpec {
  std::string id, name;
  Outcome outcome = Outcome::served;
  friend bool operator==(const ExitSpec&, const ExitSpec&) = default;
};

struct ResourceSpec {
  std::string id, name;
  int capacity = 1; // ignored where unlimited
  bool unlimited = false;
  int calendar = -1; // index into calendars; -1 = always open
  double cost_per_hour = 0;
  bool priority_queue = false;
  bool preempts = false;     // `priority_queue` only: the higher interrupts the lower
  std::vector<int> priority; // per persona: 2 high, 1 normal, 0 low
  std::optional<int> room;   // people who may wait in front; nullopt = no end
  friend bool operator==(const ResourceSpec&, const ResourceSpec&) = default;
};

struct ValueSpec {
  bool present = false;
  double counted_over_min = 0;        // on the scenario's clock
  std::vector<double> worth_per_hour; // per persona
  friend bool operator==(const ValueSpec&, const ValueSpec&) = default;
};

enum class AgreementMeasure : std::uint8_t {
  time_from_to,
  wait_at,
  remembered_experience,
  satisfaction, // 0 .. 10, everybody's
  answer,       // 0 .. 10, of those who answer the survey
};
/// In minutes rather than points.
[[nodiscard]] constexpr bool is_time(AgreementMeasure measure) {
  return measure == AgreementMeasure::time_from_to || measure == AgreementMeasure::wait_at;
}
struct AgreementSpec {
  std::string id;
  bool experience = false; // XLA rather than SLA
  AgreementMeasure measure = AgreementMeasure::remembered_experience;
  int from = -1, to = -1;  // touchpoints; wait_at uses `from`
  bool at_most = true;     // otherwise at least
  double threshold = 0;    // minutes, affect points, or points of 0 .. 10
  double for_at_least = 1; // share
  double after_min = 0;    // what is remembered so long after the journey; minutes
  friend bool operator==(const AgreementSpec&, const AgreementSpec&) = default;
};

/// The survey: whom it asks, who answers, what is told. Reporting only.
struct SurveySpec {
  bool present = false;
  int at = -1; // touchpoint at which people are asked first; -1: when their journey ends
  bool asks_satisfaction = true, asks_recommendation = true, asks_effort = false;
  double asked = 1; // share of those who could be asked
  bool everybody_answers = true;
  double base = 0, extremity = 0, tilt = 0; // log-odds of an answer
  double memory_weight = 0, disconfirmation_weight = 0, trust_weight = 0;
  double tolerance = 0, asymmetry = 1, effort_scale = 1, expectation_weight = 0;
  double asked_after_min = 0; // between the end of the journey and the question; minutes
  double noise = 0;           // standard deviation of an answer, points
  int satisfied_from = 8, promoters_from = 9, detractors_to = 6;
  friend bool operator==(const SurveySpec&, const SurveySpec&) = default;
};

struct UntilSpec { // sequential stopping: half-width of the level in every arm
  std::string measure;
  double half_width = 0; // in the measure's own unit (points of share as fractions)
  friend bool operator==(const UntilSpec&, const UntilSpec&) = default;
};

struct ExperimentSpec {
  Ticks horizon = 8 * ticks_per_week;
  Ticks warm_up = 0;
  Ticks run_out = 4 * ticks_per_week;
  int replications_at_least = 30, replications_at_most = 30;
  std::vector<UntilSpec> until;
  std::string seed = "1"; // text; parsed as unsigned 64 bit
  std::uint64_t seed_value = 1;
  bool paired = true;
  bool save_journeys = false;
  double noticeable = 0.25;    // affect points: who is helped or hurt
  std::optional<int> journeys; // cohort per replication where nobody queues
  friend bool operator==(const ExperimentSpec&, const ExperimentSpec&) = default;
};

struct Scenario {
  std::string title, question, currency = "EUR";
  int clock = -1; // calendar index; -1 = wall
  std::vector<CalendarSpec> calendars;
  std::vector<std::string> channels;
  std::vector<PersonaSpec> personas;
  ArrivalSpec arrivals;
  std::vector<TouchpointSpec> touchpoints;
  std::vector<ExitSpec> exits;
  std::vector<ResourceSpec> resources;
  ValueSpec value;
  std::vector<AgreementSpec> agreements;
  SurveySpec survey;
  CultureSpec culture;
  std::vector<std::optional<StakeholderSpec>> stakeholders; // [persona]; empty: nobody is listed
  RenewalSpec renewal;
  WordOfMouthSpec word_of_mouth;
  double one_off_cost = 0;            // `costs.one_off`
  double one_off_spread_min = 0;      // over this wall-clock time
  double choice_sensitivity = 0.65;   // theta, log-odds per affect point
  double channel_switch_effort = 0.5; // affect points on the stock of effort
  BaseShares base = BaseShares::raw;
  std::vector<FittedShare> fitted; // of a baseline, found before a run; its arms use them too
  ExperimentSpec experiment;
  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// One value in use, with where it came from: for the result's list of assumptions.
struct ParameterUse {
  std::string path; // personas.anna.biases.loss_aversion.ratio
  std::string value, unit;
  std::string provenance; // published | derived | calibrated | assumption | written (by the user)
  std::string source, band;
};

struct ArmSpec {
  std::string id, title, because;
  std::vector<std::string> changes; // "path = value", as written
  Scenario scenario;
  /// The arms it is made of; empty where it changes anything of its own.
  std::vector<std::string> combines = {};
};

} // namespace sojourn
