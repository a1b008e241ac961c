// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/distribution.hpp"
#include "models/mechanisms/reference_point.hpp"
#include "models/people/parameters.hpp"
#include "sim/scenario/social_spec.hpp"
#include "sim/scenario/touchpoint_spec.hpp"
#include "sim/scenario/trial_spec.hpp"

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
  /// Holidays, in ticks since the first Monday 00:00; sorted, disjoint. `always` has none.
  std::vector<Interval> closed = {};
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
  struct Moment {
    Ticks at = 0; // `weekly`: within the week, else since the first Monday 00:00
    bool weekly = false;
    friend bool operator==(const Moment&, const Moment&) = default;
  };
  std::vector<Moment> list = {}; // one person each, besides the rate
  double growth = 0;             // of the rate, in each `growth_over_min`
  double growth_over_min = 1;
  double group_mean = 1;     // people who come together
  bool group_varies = false; // geometric, else always the same
  int members = 0;           // people who come again and again, besides the rate
  Distribution returns;      // minutes from the end of a member's journey to the next
  double returns_share = 1;  // of the members who could come again, how many do
  std::vector<std::pair<int, double>> returns_at = {}; // as start_at; empty: as the first time
  int returns_open = -1; // calendar in whose hours members come; -1: round the clock
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
  double share = 1;            // of all arrivals, normalised
  /// One entry per mechanism parameter (strengths included): nullopt = not listed, mechanism off.
  std::array<std::optional<Distribution>, n_parameters> parameters;
  std::vector<std::pair<int, double>> prefers; // channel index, weight
  std::optional<Distribution> patience;        // minutes on the scenario's clock; nullopt = endless
  Distribution mood_on_arrival;                // affect points
  double vulnerability = 1;                    // how many times an amount at risk hits them
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
  std::optional<double> wait_early_per_hour; // against_announced, when a wait has ended
  std::optional<double> wait_late_per_hour;
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
  bool turned_away = false;                   // the resource's room is full
  std::optional<int> queue_longer_than;       // people seen in line who make one not join it
  std::optional<double> announced_longer_min; // told in line, what makes one leave it at once
  std::optional<double> feels; // replaces the touchpoint's mean where this row happens
  double silent = 0;           // of those who lose patience: how many leave without saying so
  // Of an option of a choice:
  bool is_default = false;
  std::optional<double> defers_min;        // puts the choice off until the next chance
  std::optional<double> costs;             // now, affect points
  std::optional<BenefitSpec> benefit;      // later
  std::vector<StatedRiskSpec> stated_risk; // empty: none is stated
  std::string note;
  /// Taken because of what happens in line, not by its share.
  [[nodiscard]] bool conditional() const { return out_of_patience || refuses_line(); }
  /// Of those who do not join the line, or leave it at once.
  [[nodiscard]] bool refuses_line() const {
    return turned_away || queue_longer_than || announced_longer_min;
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
  struct Other {
    int resource = -1;
    int units = 1;
    friend bool operator==(const Other&, const Other&) = default;
  };
  std::vector<Other> others = {}; // `needs` only: further resources
  bool any_of = false;            // one of them is enough, else all are held together
  friend bool operator==(const WorkSpec&, const WorkSpec&) = default;
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
  std::optional<AnnouncementSpec> announces;
  std::optional<double> updates_every_min; // news while waiting, scenario's clock
  std::optional<Distribution> patience;    // overrides the persona's
  bool endless_patience = false;           // `patience: endless`
  bool value_realised = false;
  std::optional<double> booked_surveyed, booked_otherwise; // shares
  std::optional<RiskSpec> risk;
  double practice = 0;     // n-th visits take n^-practice of the time and effort of first ones
  std::vector<double> fit; // shares of utility and warranty, as written; their product is what fits
  [[nodiscard]] double fitting() const {
    double product = 1;
    for (const double each : fit)
      product *= each;
    return product;
  }
  std::string backstage;
  std::vector<DescribedSpec> about;   // as written
  std::optional<double> felt_exactly; // every visit feels like this, whatever happens
  SeenBy seen_by = SeenBy::both;
  std::vector<RecallSpec> recalls; // as written
  std::vector<RowSpec> rows;
  friend bool operator==(const TouchpointSpec&, const TouchpointSpec&) = default;
};

struct ExitSpec {
  std::string id, name;
  Outcome outcome = Outcome::served;
  friend bool operator==(const ExitSpec&, const ExitSpec&) = default;
};

/// Who is served next.
enum class QueueOrder : std::uint8_t {
  first_come,
  priority,     // by persona; within one, first come
  longest_wait, // who has waited longest in the whole journey
  last_come
};

/// What becomes of service in progress when the resource closes.
enum class AtClosing : std::uint8_t {
  as_usual, // with the person present it finishes, behind the line it pauses
  finish,
  pause
};

struct ResourceSpec {
  std::string id, name;
  int capacity = 1; // ignored where unlimited
  bool unlimited = false;
  int calendar = -1; // index into calendars; -1 = always open
  double cost_per_hour = 0;
  QueueOrder queue = QueueOrder::first_come;
  bool preempts = false;     // `priority` only: the higher interrupts the lower
  std::vector<int> priority; // per persona: 2 high, 1 normal, 0 low
  std::optional<int> room;   // people who may wait in front; nullopt = no end
  AtClosing at_closing = AtClosing::as_usual;
  double set_up_min = 0;                   // before each service
  int at_once = 1;                         // whom each of them serves side by side
  std::optional<HelpersSpec> helpers = {}; // instead of a capacity, which is 1 then
  std::optional<Distribution> attitude;    // affect points that each visit served feels more
  double discretion = 0;                   // of the bad visits, how many are made good
  double recovery = 0;                     // by this many affect points
  friend bool operator==(const ResourceSpec&, const ResourceSpec&) = default;
};

struct ValueSpec {
  bool present = false;
  double counted_over_min = 0;        // on the scenario's clock
  std::vector<double> worth_per_hour; // per persona
  friend bool operator==(const ValueSpec&, const ValueSpec&) = default;
};

/// What the question is about; empty where the scenario does not say.
struct AskedSpec {
  std::string about, measure, persona;
  friend bool operator==(const AskedSpec&, const AskedSpec&) = default;
};

struct ExperimentSpec {
  Ticks horizon = 8 * ticks_per_week;
  Ticks warm_up = 0;
  Ticks run_out = 4 * ticks_per_week;
  int replications_at_least = 30, replications_at_most = 30;
  std::vector<UntilSpec> until;
  AskedSpec asks;
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
  std::vector<IndicatorSpec> indicators;
  WordOfMouthSpec word_of_mouth;
  RatingsSpec ratings;
  double one_off_cost = 0;            // `costs.one_off`
  double one_off_spread_min = 0;      // over this wall-clock time
  double choice_sensitivity = 0.65;   // theta, log-odds per affect point
  double channel_switch_effort = 0.5; // affect points on the stock of effort
  BaseShares base = BaseShares::raw;
  std::vector<FittedShare> fitted; // of a baseline, found before a run; its arms use them too
  ExperimentSpec experiment;
  StagesSpec stages; // of a variant that comes into force later; the last of them is this design
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
