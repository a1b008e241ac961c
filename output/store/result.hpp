// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/missing.hpp"
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Everything one run found out, as plain data: what the result file holds and what the pictures
// are drawn from. Nothing here knows agents or engines. Group 0 is everyone, group g >= 1 is
// persona g-1. Arrays are row-major with the shape written beside them; NaN means "no such value"
// (nobody of that persona, nobody reached that touchpoint).
namespace sojourn::output {

struct ArmInfo {
  std::string id, title, because;
  std::vector<std::string> changes; // "path = value", as written
  double one_off_cost = 0;          // money, spread over `one_off_hours`
  double one_off_hours = 0;
  double suggested_warm_up_hours = missing; // missing: nobody queues, or too short to tell
};

struct PersonaInfo {
  std::string id, name, about;
  double share = 0; // of arrivals
};

struct TouchpointInfo {
  std::string id, name, step; // one of the seven steps
  std::vector<std::string> channels;
  std::string front_resource, back_resource; // resource ids or empty
  std::string backstage;
  bool declared_moment_of_truth = false;
  bool person_decides = false;
};

struct ExitInfo {
  std::string id, name, outcome; // served, lost, competitor, off-boarded
};

struct ResourceInfo {
  std::string id, name;
};

struct AgreementInfo {
  std::string id, kind; // SLA or XLA
  std::string text;     // "restored within 4 h for at least 90 %"
  double target = 0;    // share that must be met, 0..1
};

struct StakeholderInfo {     // whose voice counts how much in what those who decide hear
  std::string persona, role; // "user", "customer and sponsor"
  double influence = 0, interest = 0, weight = 0; // 0 .. 1; influence x interest
};

struct MeasureInfo {
  std::string id, label, unit; // unit: "1" for shares, "affect", "min", the currency, ...
  std::string about;           // one line: what it is
  int better = 0;              // +1 higher is better, -1 lower is better, 0 neither
  bool share = false;          // shown as per cent
  bool per_person = false;     // defined for persona groups too
};

struct Estimate {
  int arm = 0;
  int versus = -1; // -1: a level; otherwise the arm it is compared with, pair by pair
  int measure = 0;
  int group = 0; // 0 everyone, g >= 1 persona g-1
  double estimate = missing, lower = missing, upper = missing;
  double level = 0.95;
  int replications = 0;
  double p = missing, p_holm = missing; // differences only
  int family = 0;                       // size of the Holm family
  std::string note;                     // e.g. "fewer than 3 in 30 replications differ"
};

/// One question that was asked beside the comparison.
struct StudyInfo {
  std::string id;       // "ablate"
  std::string question; // in words
  int arms = 0;         // it looks at, shared ones included
  int replications = 0; // of each; the most where arms differ
  std::string reading;  // the answer in a sentence or two
  std::string headline; // the quantity that short pictures show
};

/// A number that a study found out, with its interval.
struct Finding {
  int study = 0;
  std::string quantity; // what kind of number: "without", "shapley", "first_order" ...
  std::string subject;  // of what: a mechanism, a path, a touchpoint, a variant
  int arm = 0;          // the compared arm it speaks of
  int measure = -1;     // -1: none
  int group = 0;
  std::string unit;
  double estimate = missing, lower = missing, upper = missing;
  double level = 0.95;
  int replications = 0;
  double p = missing, p_holm = missing;
  int family = 0;
  int rank_low = 0, rank_high = 0; // best and worst rank that the data allow; 0: not ranked
  std::string note;
};

/// One number at one point of a study that varies numbers: the coordinates of response curves and
/// heat maps, or the ends ("low", "high") of a band.
struct StudyPoint {
  int study = 0;
  std::string subject; // the point, as findings name it
  std::string path;    // what is varied
  double value = missing;
  std::string unit, written; // "min", "12 min"; words have no value
};

/// What people lived through, pooled over all replications of an arm.
struct MapData {
  // [arm][group][touchpoint] : visits per 100 journeys, mean affect, five affect quantiles
  std::vector<double> visits, affect_mean, wait_mean_min;
  std::vector<double> affect_quantile;     // [arm][group][touchpoint][quantile]
  std::vector<double> remembered_quantile; // [arm][group][quantile], at the end of the journey
  std::vector<double>
      remembered_running;             // [arm][group][touchpoint]: mean remembered so far, after it
  std::vector<double> quantile_level; // 0.05 0.25 0.5 0.75 0.95
  // [arm][group][from][to] per 100 journeys; from: touchpoints then "start"; to: touchpoints then
  // exits then "unfinished". Every row of the flow adds up exactly.
  std::vector<double> flow;
};

struct ResourceData { // [arm][resource][replication]
  std::vector<double> utilisation, wait_mean_min, load;
  std::vector<double> capacity; // [arm][resource]; infinity: unlimited, NaN: people who help
};

inline constexpr std::size_t hours_per_week = 168; // 0: Monday, midnight to one

/// [arm][resource][hour of the week], from the warm-up to the horizon, all replications together;
/// NaN where there is nothing to tell. Empty where nobody could stand in line.
struct HourData {
  std::vector<double> arrivals;                             // per hour, to the line
  std::vector<double> staffed, load, utilisation;           // servers; of them; share of them
  std::vector<double> line;                                 // people, mean
  std::vector<double> wait_mean_min;                        // of those who came in the hour
  std::vector<double> wait_level;                           // 0.5 0.9
  std::vector<double> wait_quantile_min;                    // [..][wait_level]
  std::vector<double> in_time, gave_up, turned_away, again; // shares of those who came
};

/// The same people in two arms, under the same luck: [arm][group][replication], the baseline
/// against itself included. Empty where there is one arm.
struct PairData {
  std::vector<double> people; // who finished in both arms
  // Shares of them.
  std::vector<double> better, worse, richer, poorer, newly_lost, newly_kept;
  std::vector<double> quantile_shift; // [arm][group][quantile] of everybody's remembered experience
};

/// What became of a share of the people of a pair.
enum class Fate : std::uint8_t { better, worse, same, richer, poorer, newly_lost, newly_kept };

struct PairShare { // mean over replications, Student's t
  int arm = 0, group = 0;
  int fate = 0; // Fate
  double estimate = missing, lower = missing, upper = missing;
  double noticeable = missing; // affect points that make better or worse; NaN for other fates
  int replications = 0;
};

struct JourneyRows { // one entry per sampled journey, all columns of equal length
  std::vector<std::int32_t> arm, replication, persona, start, exit; // exit -1: unfinished
  std::vector<std::int64_t> agent;
  std::vector<std::int32_t> n_visits;
  std::vector<double> arrival_min, duration_min; // wall clock since Monday 00:00 of week 1
  std::vector<float> remembered, experienced, peak, trough, last, trust, effort;
  std::vector<double> value;
  // Empty where nobody was surveyed; answer and ease -1: none.
  std::vector<float> satisfaction;
  std::vector<std::int32_t> answer, ease;
};

struct ParameterInfo {
  std::string path, value, unit, provenance, source, band;
};

struct ResultData {
  std::string title, question, currency;
  std::string asks_about, asks_measure, asks_persona; // ids: what the question is about, if said
  std::string engine; // "flow" or "service"
  std::string seed;   // text: 64 bits unsigned
  std::string scenario_path, scenario_text, scenario_sha256;
  bool complete = true;    // false: stopped early, holds the first replications only
  std::string stop_reason; // "80 replications: remembered_well within ±2 % in every arm"
  int n_replications = 0;  // the same for every arm
  double journeys_per_replication = 0; // mean cohort of the baseline
  double censored_share = 0;           // of all counted journeys, over arms the largest
  double horizon_hours = 0, warm_up_hours = 0;
  std::vector<ArmInfo> arms; // baseline first
  std::vector<PersonaInfo> personas;
  std::vector<TouchpointInfo> touchpoints;
  std::vector<ExitInfo> exits;
  std::vector<ResourceInfo> resources;
  std::vector<AgreementInfo> agreements;
  std::vector<StakeholderInfo> stakeholders; // empty where the scenario has no table of them
  std::vector<MeasureInfo> measures;
  std::vector<double> values; // [arm][measure][group][replication]
  std::vector<Estimate> estimates;
  std::vector<StudyInfo> studies;
  std::vector<Finding> findings;
  std::vector<StudyPoint> study_points;
  int n_study_replications = 0;       // the most of any finding
  std::vector<double> finding_values; // [finding][study replication]; NaN where there is none
  MapData map;
  ResourceData resource;
  HourData hours;
  PairData pairs;
  std::vector<PairShare> pair_shares;
  JourneyRows journeys;
  std::vector<ParameterInfo> parameters;
  std::vector<std::string> warnings;
  // provenance of this very run; not part of the content hash
  std::string command_line, host, program_version, library_versions;
  int threads = 0;
  std::string executor;

  [[nodiscard]] std::size_t n_groups() const { return personas.size() + 1; }
};

} // namespace sojourn::output
