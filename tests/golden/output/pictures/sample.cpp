// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/output/pictures/sample.hpp"

#include <array>
#include <cmath>
#include <map>

namespace sojourn::output::sample {
namespace {

struct Row {
  const char *from, *to;
  double share;
};

struct Feel {
  double median, low, high; // affect; half of the people lie within median - low .. median + high
};

// How an arm and a persona change the journey: three numbers move everything.
struct Push {
  double chase = 0.6;  // of 1: how many waits end in a chase
  double lift = 0;     // affect
  double portal = 0.3; // share that searches first
};

Push push_of(std::size_t arm, std::size_t group) {
  constexpr std::array<Push, 4> arms = {{{0.6, 0}, {0.37, 0.35}, {0.53, 0.12}, {0.33, 0.43}}};
  constexpr std::array<Push, 4> groups = {
      {{0, 0, 0.27}, {0.05, -0.5, 0}, {-0.2, 0.4, 0.6}, {0.15, -0.3, 0}}};
  return {arms[arm].chase + groups[group].chase, arms[arm].lift + groups[group].lift,
          groups[group].portal};
}

std::size_t index_of(const ResultData& r, const std::string& id) {
  for (std::size_t t = 0; t < r.touchpoints.size(); ++t) {
    if (r.touchpoints[t].id == id) {
      return t;
    }
  }
  const std::size_t n = r.touchpoints.size();
  return id == "start" ? n : id == "done" ? n : n + 1;
}

std::vector<Row> rows_of(Push p) {
  const double chase = p.chase;
  return {{"start", "notice", .85},
          {"start", "contact", .10},
          {"start", "chase", .05},
          {"notice", "self_help", p.portal},
          {"notice", "contact", 1 - p.portal},
          {"self_help", "restored", .25},
          {"self_help", "contact", .75},
          {"contact", "estimate", .985},
          {"contact", "gave_up", .015},
          {"estimate", "wait_triage", 1},
          {"wait_triage", "solution", .35},
          {"wait_triage", "wait_fix", .65},
          {"wait_fix", "chase", chase},
          {"wait_fix", "solution", 1 - chase},
          {"chase", "wait_fix", .92},
          {"chase", "gave_up", .08},
          {"solution", "confirm", 1},
          {"confirm", "restored", .86},
          {"confirm", "wait_fix", .14},
          {"restored", "survey", .35},
          {"restored", "done", .65},
          {"survey", "done", 1}};
}

/// Expected visits by repeated passes; the flow rows are visits times shares, so they add up.
void add_flow(ResultData& r, std::size_t arm, std::size_t group) {
  const std::size_t n = r.touchpoints.size();
  const std::vector<Row> rows = rows_of(push_of(arm, group));
  std::vector<double> visits(n + 1, 0);
  for (int pass = 0; pass < 400; ++pass) {
    std::vector<double> next(n + 1, 0);
    next[n] = 100;
    for (const Row& row : rows) {
      const std::size_t to = index_of(r, row.to);
      if (to < n) {
        next[to] +=
            (row.from == std::string("start") ? 100 : visits[index_of(r, row.from)]) * row.share;
      }
    }
    visits = next;
  }
  std::vector<double> flow((n + 1) * (n + r.exits.size() + 1), 0);
  for (const Row& row : rows) {
    const std::string to = row.to;
    const std::size_t column = to == "done" ? n : to == "gave_up" ? n + 1 : index_of(r, to);
    flow[index_of(r, row.from) * (n + r.exits.size() + 1) + column] +=
        visits[index_of(r, row.from)] * row.share;
  }
  r.map.visits.insert(r.map.visits.end(), visits.begin(), visits.begin() + static_cast<long>(n));
  r.map.flow.insert(r.map.flow.end(), flow.begin(), flow.end());
}

void add_feelings(ResultData& r, std::size_t arm, std::size_t group) {
  constexpr std::array<Feel, 11> feels = {{{-1.5, .5, .5},
                                           {-.25, .7, .6},
                                           {.1, .7, .8},
                                           {.3, .4, .4},
                                           {-.5, .5, .4},
                                           {-1.6, 1, .8},
                                           {-1.9, .6, .7},
                                           {.4, 1.1, .8},
                                           {0, .4, .3},
                                           {1.6, .6, .6},
                                           {-.1, .4, .4}}};
  const double lift = push_of(arm, group).lift;
  double running = -0.9;
  for (std::size_t t = 0; t < feels.size(); ++t) {
    const Feel f = feels[t];
    const double median = f.median + lift * (t == 5 || t == 6 || t == 7 ? 1.6 : 0.3);
    for (const double z : {-2.2, -1.0, 0.0, 1.0, 2.2}) {
      const double value = median + (z < 0 ? z * f.low : z * f.high);
      r.map.affect_quantile.push_back(std::fmax(-5, std::fmin(5, value)));
    }
    r.map.affect_mean.push_back(median - 0.05);
    r.map.wait_mean_min.push_back(t == 2 || t == 6 || t == 7 ? 1.6 : t == 4 ? 22 : t == 5 ? 74 : 0);
    running += 0.35 * (median - running);
    r.map.remembered_running.push_back(running);
  }
  for (const double z : {-2.4, -0.9, 0.0, 0.8, 1.9}) {
    r.map.remembered_quantile.push_back(-0.6 + lift + z * 0.8);
  }
}

void describe(ResultData& r) {
  r.title = "Resolving an incident";
  r.question = "Our service desk meets its SLA and people are still unhappy. Does telling them "
               "where their ticket is help more than hiring another specialist?";
  r.currency = "EUR";
  r.engine = "service";
  r.seed = "20260701";
  r.scenario_path = "scenarios/incident.yaml";
  r.scenario_sha256 = "6f1c0e5d6a2b94c3d7e8f90112233445566778899aabbccddeeff00112233e9";
  r.stop_reason = "30 replications: remembered_well within ±2 % in every arm";
  r.n_replications = 30;
  r.journeys_per_replication = 2540;
  r.horizon_hours = 8 * 168;
  r.warm_up_hours = 168;
  r.arms = {{"baseline", "Baseline", "", {}, 0, 0},
            {"live_status",
             "Tell people where their ticket is",
             "Silence, not duration, is what they complain about.",
             {"touchpoints.wait_fix.updates = every 30 min",
              "touchpoints.estimate.promise.restored_within = 5 h"},
             18000,
             8760},
            {"one_more_specialist",
             "Hire one more specialist",
             "The second line is the bottleneck.",
             {"resources.second_line.capacity = {add: 1}"},
             0,
             0},
            {"both",
             "Status updates and one more specialist",
             "",
             {"touchpoints.wait_fix.updates = every 30 min",
              "touchpoints.estimate.promise.restored_within = 5 h",
              "resources.second_line.capacity = {add: 1}"},
             18000,
             8760}};
  r.personas = {{"anna", "Anna, hospital nurse", "Shares a ward PC.", .40},
                {"bilal", "Bilal, analyst", "Has a second machine and a chat window.", .45},
                {"chen", "Chen, regional director", "Pays for the service.", .15}};
  r.exits = {{"done", "Closed", "served"}, {"gave_up", "Gave up, found a workaround", "lost"}};
  r.resources = {{"service_desk", "Service desk agents"}, {"second_line", "Specialists"}};
  r.agreements = {
      {"restored_in_time", "SLA", "restored within 4 h for at least 90 %", .90},
      {"contact_answered", "SLA", "answered within 3 min for at least 80 %", .80},
      {"remembered_well", "XLA", "remembered experience at least +0.5 for at least 75 %", .75}};
  r.parameters = {{"personas.anna.biases.loss_aversion.ratio", "2.25", "1", "published",
                   "Tversky & Kahneman 1992", "1.5 to 2.7"},
                  {"personas.anna.patience", "median 45 min, p90 2 h", "min", "assumption", "", ""},
                  {"arrivals.rate", "9 per hour", "1/h", "assumption", "", ""}};
  r.warnings = {"1 of 4 arms has a resource busier than 90 %: second_line."};
  r.command_line = "sojourn run scenarios/incident.yaml";
  r.program_version = "sojourn 0.1.0";
  r.library_versions = "HDF5 1.10.8";
}

std::vector<TouchpointInfo> until_the_promise() {
  return {{"notice", "Notice that something is broken", "explore", {}, "", "", "", false, true},
          {"self_help", "Search the portal", "explore", {"portal"}, "", "", "", false, false},
          {"contact",
           "Contact the service desk",
           "engage",
           {"phone", "chat", "walk-up", "portal"},
           "service_desk",
           "",
           "Agent registers the ticket and checks that it is an incident",
           true,
           false},
          {"estimate",
           "Hear priority and expected time",
           "agree",
           {"phone", "chat", "e-mail"},
           "",
           "",
           "",
           false,
           false}};
}

std::vector<TouchpointInfo> after_the_promise() {
  return {{"wait_triage",
           "Wait while it is classified",
           "co-create",
           {},
           "",
           "service_desk",
           "Classification, impact, search for a known solution",
           false,
           false},
          {"wait_fix",
           "Wait while specialists work",
           "co-create",
           {},
           "",
           "second_line",
           "Diagnosis, escalation or swarming, change if needed",
           false,
           false},
          {"chase",
           "Ask \"any news?\"",
           "co-create",
           {"phone", "chat"},
           "service_desk",
           "",
           "",
           false,
           true},
          {"solution",
           "Receive the solution",
           "co-create",
           {"phone", "e-mail"},
           "service_desk",
           "",
           "",
           false,
           false},
          {"confirm", "Try it, then confirm or reject", "co-create", {}, "", "", "", false, false},
          {"restored", "Back to work", "realize", {}, "", "", "", false, true},
          {"survey",
           "Satisfaction survey and closure",
           "realize",
           {"e-mail"},
           "",
           "",
           "",
           false,
           false}};
}

void add_touchpoints(ResultData& r) {
  r.touchpoints = until_the_promise();
  for (const TouchpointInfo& touchpoint : after_the_promise()) {
    r.touchpoints.push_back(touchpoint);
  }
}

void add_measures(ResultData& r) {
  r.measures = {{"remembered_experience", "Remembered experience", "affect",
                 "what people tell their colleagues, −5 to +5", 1, false, true},
                {"experienced", "Experienced on average", "affect", "mean of all moments, −5 to +5",
                 1, false, true},
                {"remembered_well", "Remembered well", "1", "XLA", 1, true, true},
                {"restored_in_time", "Restored in time", "1", "SLA", 1, true, true},
                {"contact_answered", "Answered in time", "1", "SLA", 1, true, true},
                {"lost", "Gave up", "1", "share of journeys that end unserved", -1, true, true},
                {"duration", "Time to the end", "min", "mean, on the wall clock", -1, false, true},
                {"value_realised", "Value realised", "EUR", "per journey", 1, false, true},
                {"visits", "Visits", "1", "touchpoints per journey", 0, false, true}};
}

/// Level of a measure in an arm, and the half-width of its interval.
std::array<double, 2> level_of(std::size_t measure, std::size_t arm) {
  constexpr std::array<std::array<double, 4>, 9> levels = {{{-.61, -.02, -.40, .12},
                                                            {-.55, -.21, -.43, -.10},
                                                            {.342, .424, .375, .442},
                                                            {.938, .941, .955, .962},
                                                            {.871, .874, .871, .876},
                                                            {.090, .041, .071, .033},
                                                            {224, 226, 189, 190},
                                                            {174, 191, 188, 202},
                                                            {9.1, 7.9, 8.7, 7.6}}};
  constexpr std::array<double, 9> half = {.05, .04, .012, .009, .008, .008, 6, 3.2, .1};
  return {levels[measure][arm], half[measure]};
}

void add_estimates(ResultData& r) {
  for (int m = 0; m < static_cast<int>(r.measures.size()); ++m) {
    for (int g = 0; g < static_cast<int>(r.n_groups()); ++g) {
      const double persona = g == 0 ? 0 : (g - 2) * 0.2;
      for (int a = 0; a < static_cast<int>(r.arms.size()); ++a) {
        const auto [level, half] =
            level_of(static_cast<std::size_t>(m), static_cast<std::size_t>(a));
        const double today = level_of(static_cast<std::size_t>(m), 0)[0];
        const double own = level * (1 + persona);
        r.estimates.push_back(
            {a, -1, m, g, own, own - half, own + half, .95, 30, missing, missing, 0, ""});
        if (a > 0) {
          const double d = (level - today) * (1 + persona);
          const double narrow = half * 0.42;
          const double p = std::abs(d) > narrow ? 0.0004 : 0.4;
          r.estimates.push_back({a, 0, m, g, d, d - narrow, d + narrow, .95, 30, p, p * 3, 3, ""});
        }
      }
    }
  }
  r.estimates.push_back({1, 2, 0, 0, .38, .35, .41, .95, 30, .0002, .0006, 3, ""});
}

void add_values(ResultData& r) {
  for (std::size_t a = 0; a < r.arms.size(); ++a) {
    for (std::size_t m = 0; m < r.measures.size(); ++m) {
      for (std::size_t g = 0; g < r.n_groups(); ++g) {
        for (int k = 0; k < r.n_replications; ++k) {
          r.values.push_back(level_of(m, a)[0] + level_of(m, a)[1] * (k % 7 - 3));
        }
      }
    }
    for (std::size_t s = 0; s < r.resources.size(); ++s) {
      r.resource.capacity.push_back(s == 0 ? 7 : a < 2 ? 6 : 7);
      for (int k = 0; k < r.n_replications; ++k) {
        const double busy = s == 0 ? (a % 2 == 1 ? .58 : .71) : (a < 2 ? .94 : .84);
        r.resource.utilisation.push_back(busy + 0.001 * (k % 3 - 1));
        r.resource.load.push_back(busy);
        r.resource.wait_mean_min.push_back(s == 0 ? 1.6 : a < 2 ? 31 : 12);
      }
    }
  }
}

} // namespace

ResultData incident() {
  ResultData r;
  describe(r);
  add_touchpoints(r);
  add_measures(r);
  r.map.quantile_level = {.05, .25, .5, .75, .95};
  for (std::size_t a = 0; a < r.arms.size(); ++a) {
    for (std::size_t g = 0; g < r.n_groups(); ++g) {
      add_flow(r, a, g);
      add_feelings(r, a, g);
    }
  }
  add_estimates(r);
  add_values(r);
  return r;
}

} // namespace sojourn::output::sample
