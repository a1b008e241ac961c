// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/output/pictures/sample.hpp"
#include "tests/golden/output/pictures/sample_findings.hpp"

#include <algorithm>
#include <cmath>

// Made-up findings. Where a result has other names than the incident journey, its own are used.
namespace sojourn::output::sample {
namespace {

struct Cause {
  const char* id;
  double today, fix; // money
};
constexpr Cause causes[] = {{"misaligned_relationship", -1.4, 0.2},
                            {"missed_opportunity", 41.6, 11},
                            {"sub_optimal_provision", 34.0, 6},
                            {"lacking_tracking", 30.9, -1.3}};

/// Where a share of a cause shows or starts.
struct Place {
  const char* cause;
  std::size_t touchpoint;
  double amount;
};
constexpr Place places[] = {
    {"missed_opportunity", 2, .6},        {"sub_optimal_provision", 2, .7},
    {"missed_opportunity", 5, -10.6},     {"sub_optimal_provision", 5, 21.5},
    {"missed_opportunity", 6, 51.6},      {"sub_optimal_provision", 6, 11.8},
    {"misaligned_relationship", 6, -1.4}, {"lacking_tracking", 9, 30.9}};

int money_measure(const ResultData& r) { return r.measures.size() > 7 ? 7 : 0; }

void add_leakage(ResultData& r) {
  const int arms = std::min(static_cast<int>(r.arms.size()), r.measures.size() > 7 ? 2 : 12);
  SampleFindings f(r, "leakage", "Where does value leak, and what would closing it be worth?",
                   "shapley",
                   "Of 576 EUR per journey that the ideals allow, 105 leak (104 to 107).");
  for (int arm = 0; arm < arms; ++arm) {
    f.about(arm, money_measure(r));
    double realised = 576.3;
    f.add("potential", "", realised, 2.1);
    for (const Cause& cause : causes) {
      const double leaks = cause.today - arm * cause.fix;
      f.add("shapley", cause.id, leaks, 0.1 + std::abs(leaks) * 0.04);
      realised -= leaks;
    }
    f.add("realised", "", realised, 2.7);
  }
  f.about(0, money_measure(r));
  for (const Place& place : places) {
    const TouchpointInfo& where = r.touchpoints[place.touchpoint % r.touchpoints.size()];
    f.add("shows", std::string(place.cause) + " / " + where.step + " / " + where.id, place.amount,
          0.3);
  }
  f.add("shows", "missed_opportunity / everywhere / who came", -0.2, 0.3);
  f.add("starts", "misaligned_relationship / agree", -1.4, 0.2);
  f.add("starts", "missed_opportunity / everywhere", 38, 2);
  f.add("starts", "missed_opportunity / explore", 3.6, .4);
  f.add("starts", "sub_optimal_provision / co-create", 34, 1);
  f.add("starts", "lacking_tracking / realize", 30.9, .3);
  for (const char* step : {"explore", "engage", "agree", "co-create", "realize"}) {
    const bool last = std::string(step) == "realize";
    f.add("step_added", step, last ? 499 : 0, last ? 3 : 0);
    f.add("step_deducted", step, last ? 28 : 5.3, .2);
    f.add("step_net", step, last ? 471 : -5.3, last ? 3 : .2);
  }
}

struct Bias {
  const char* id;
  double everyone, spread; // of the personas
};
constexpr Bias biases[] = {{"peak_end", -.003, .09},     {"reference_dependence", .143, .3},
                           {"loss_aversion", -.175, .1}, {"availability", -.038, .05},
                           {"anchoring", .0007, .002},   {"negativity", -.034, .1},
                           {"a_rule_nobody_knows", 0, 0}};

void add_mechanisms(ResultData& r) {
  SampleFindings f(r, "ablate", "What does each bias do here?", "effect",
                   "The strongest is loss aversion: it takes 0.175 points (0.174 to 0.176).");
  for (int group = 0; group < static_cast<int>(r.n_groups()); ++group) {
    f.about(0, 0, group);
    const double side = group == 0 ? 0 : (group % 3 - 1) * (1 + 0.1 * group);
    f.add("together", "all mechanisms", -.042 + .3 * side, .004);
    for (const Bias& bias : biases) {
      f.add("effect", bias.id, bias.everyone + side * bias.spread, .0015 + .02 * std::abs(side));
    }
    if (group == 0) {
      f.add("shapley", "loss_aversion", -.14, .002);
      f.add("shapley", "reference_dependence", .11, .003);
    }
  }
}

struct Fix {
  std::size_t touchpoint;
  const char *kind, *change;
  double gain, money;
};
constexpr Fix fixes[] = {{5, "wait", "{ times: 0.8 }", .126, 30.6},
                         {8, "failure", ".then.wait_fix.share = { times: 0.5 }", .094, 17.9},
                         {9, "affect", "{ add: 0.5 }", .071, 0},
                         {3, "promise", "{ times: 1.25 }", .070, .5},
                         {6, "failure", ".then.gave_up.share = { times: 0.5 }", .018, 19.9},
                         {2, "effort", "{ add: -1 }", .002, .4},
                         {1, "wait", "{ times: 0.8 }", -.01, -.4}};

void add_fixes(ResultData& r) {
  SampleFindings f(r, "fix_first", "What should be fixed first?", "gain",
                   "For remembered experience, fix the wait for the specialists first.");
  for (const bool money : {false, true}) {
    f.about(0, money ? money_measure(r) : 0);
    int rank = 1;
    for (const Fix& fix : fixes) {
      const std::string& id = r.touchpoints[fix.touchpoint % r.touchpoints.size()].id;
      Finding& row =
          f.add("gain", id + "." + fix.kind, money ? fix.money : fix.gain, money ? .8 : .004);
      row.note = "touchpoints." + id + fix.change;
      row.rank_low = rank == 4 ? 3 : rank;
      row.rank_high = rank == 3 ? 4 : rank;
      ++rank;
    }
    if (!money) {
      f.add("gain per 1000", r.touchpoints[5 % r.touchpoints.size()].id + ".wait", .0042, .0002)
          .note = "costs 30000";
    }
  }
}

} // namespace

void add_studies(ResultData& r) {
  if (r.touchpoints.empty()) {
    return;
  }
  r.n_study_replications = n_replications;
  add_leakage(r);
  add_mechanisms(r);
  add_fixes(r);
  add_band_studies(r);
  add_journeys(r);
}

} // namespace sojourn::output::sample
