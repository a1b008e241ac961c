// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/output/pictures/sample.hpp"

#include "tests/golden/output/pictures/sample_words.hpp"

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
  add_studies(r);
  add_hours(r);
  return r;
}

} // namespace sojourn::output::sample
