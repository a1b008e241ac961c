// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/moments_of_truth.hpp"

#include "output/pictures/duration.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

constexpr std::size_t most = 2;
constexpr double painful = -0.25;     // mean affect
constexpr double enough_arrivals = 5; // per 100 journeys

bool any_declared(const ResultData& result) {
  return std::any_of(result.touchpoints.begin(), result.touchpoints.end(),
                     [](const TouchpointInfo& t) { return t.declared_moment_of_truth; });
}

/// The highest scores, then from left to right.
std::vector<Moment> highest(std::vector<Moment> moments) {
  std::stable_sort(moments.begin(), moments.end(),
                   [](const Moment& a, const Moment& b) { return a.score > b.score; });
  moments.resize(std::min(moments.size(), most));
  std::sort(moments.begin(), moments.end(),
            [](const Moment& a, const Moment& b) { return a.touchpoint < b.touchpoint; });
  return moments;
}

std::string pain_text(const MapView& map, std::size_t t) {
  std::string text = fixed(map.visits(t), 0) + " visits per 100 journeys, " +
                     with_sign(map.mean(t), 1) + " on average";
  if (map.wait(t) >= 1) {
    text += "; they wait " + duration_words(map.wait(t));
  }
  return text;
}

/// `begins`: nobody comes here from elsewhere.
std::string memory_text(double before, double after, bool begins) {
  if (!std::isfinite(after)) {
    return "moment of truth";
  }
  if (!std::isfinite(before)) {
    return (begins ? "the memory starts at " : "the memory so far is ") + with_sign(after, 1);
  }
  const std::string change = fixed(std::abs(after - before), 1);
  const std::string to = no_break_space + with_sign(after, 1);
  return change == "0.0" ? "the memory stays at" + to
                         : std::string("the memory ") + (after > before ? "rises" : "falls") +
                               " by " + change + ", to" + to;
}

/// Per 100 journeys.
double came_from_elsewhere(const MapView& map, std::size_t touchpoint) {
  double people = 0;
  for (std::size_t from = 0; from < map.n_touchpoints(); ++from) {
    people += from == touchpoint ? 0 : map.flow(from, touchpoint);
  }
  return people;
}

} // namespace

double remembered_before(const ResultData& result, std::size_t arm, std::size_t group,
                         std::size_t touchpoint) {
  const MapView map(result, arm, group);
  double people = 0;
  double sum = 0;
  for (std::size_t from = 0; from < map.n_touchpoints(); ++from) {
    const double flow = from == touchpoint ? 0 : map.flow(from, touchpoint);
    const double memory = map.remembered_after(from);
    if (flow > 0 && std::isfinite(memory)) {
      people += flow;
      sum += flow * memory;
    }
  }
  return people >= enough_arrivals ? sum / people : missing;
}

std::vector<Moment> pain_points(const ResultData& result, std::size_t arm, std::size_t group) {
  const MapView map(result, arm, group);
  std::vector<Moment> moments;
  for (std::size_t t = 0; t < map.n_touchpoints(); ++t) {
    if (map.mean(t) <= painful && map.visits(t) > 0) {
      moments.push_back({t, -map.mean(t) * map.visits(t), pain_text(map, t)});
    }
  }
  return highest(std::move(moments));
}

std::vector<Moment> moments_of_truth(const ResultData& result, std::size_t arm, std::size_t group) {
  const MapView map(result, arm, group);
  const bool declared = any_declared(result);
  const std::vector<Moment> pains = pain_points(result, arm, group);
  std::vector<Moment> moments;
  for (std::size_t t = 0; t < map.n_touchpoints(); ++t) {
    const double before = remembered_before(result, arm, group, t);
    const double after = map.remembered_after(t);
    const double score = std::abs(after - before) * map.visits(t);
    const bool begins = came_from_elsewhere(map, t) <= 0;
    const bool hurts = std::any_of(pains.begin(), pains.end(),
                                   [t](const Moment& pain) { return pain.touchpoint == t; });
    if (declared ? result.touchpoints[t].declared_moment_of_truth && map.visits(t) > 0
                 : std::isfinite(score) && score > 0 && !hurts) {
      moments.push_back({t, std::isfinite(score) ? score : 0, memory_text(before, after, begins)});
    }
  }
  return highest(std::move(moments));
}

std::string moments_rule(const ResultData& result) {
  const std::string truth =
      any_declared(result)
          ? "Moments of truth (◆) are the ones the scenario declares"
          : "Moments of truth (◆) are where what is remembered changes most (visits × change)";
  return truth + "; pain points (▼) are where visits × negative feeling is largest; at most two "
                 "of each.";
}

} // namespace sojourn::output
