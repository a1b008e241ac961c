// SPDX-License-Identifier: Apache-2.0
#include "sim/study/indicators.hpp"

#include "models/mechanisms/renewal.hpp"
#include "sim/engine/arrivals.hpp"

namespace sojourn {
namespace {

std::int64_t visits_of(const Tally& tally, std::size_t touchpoint) {
  std::int64_t n = 0;
  for (std::size_t persona = 0; persona < tally.shape.n_personas; ++persona) {
    n += tally.visits[persona * tally.shape.n_touchpoints + touchpoint].visits;
  }
  return n;
}

/// Journeys that took this exit, from wherever they came.
std::int64_t endings_of(const Tally& tally, std::size_t exit) {
  const TallyShape& shape = tally.shape;
  const std::size_t columns = shape.n_touchpoints + shape.n_exits + 1;
  std::int64_t n = 0;
  for (std::size_t row = 0; row < shape.n_personas * (shape.n_touchpoints + 1); ++row) {
    n += tally.flow[row * columns + shape.n_touchpoints + exit];
  }
  return n;
}

} // namespace

IndicatorBooks indicator_books(const Scenario& arm) {
  IndicatorBooks books;
  books.all = arm.indicators;
  books.weeks = static_cast<double>(arm.experiment.horizon - arm.experiment.warm_up) /
                static_cast<double>(ticks_per_week);
  books.people_per_week = arm.indicators.empty() ? 0 : people_per_week(arm.arrivals);
  return books;
}

double brought(const IndicatorSpec& indicator, const Tally& tally) {
  double sum = 0;
  for (const auto& [place, each] : indicator.counts) {
    const auto at = static_cast<std::size_t>(place);
    const std::size_t touchpoints = tally.shape.n_touchpoints;
    sum += each * static_cast<double>(at < touchpoints ? visits_of(tally, at)
                                                       : endings_of(tally, at - touchpoints));
  }
  return sum;
}

double weeks_counted(const IndicatorBooks& books, const Tally& tally, std::int64_t journeys) {
  if (tally.shape.watched > 0) {
    return books.weeks;
  }
  return books.people_per_week > 0 ? static_cast<double>(journeys) / books.people_per_week : 0;
}

double goal_odds(const IndicatorBooks& books, const Tally& tally, std::int64_t journeys) {
  const double weeks = weeks_counted(books, tally, journeys);
  double odds = 0;
  for (const IndicatorSpec& each : books.all) {
    if (each.goal && weeks > 0) {
      odds += odds_of_goal(each.weight, *each.goal, brought(each, tally) / weeks);
    }
  }
  return odds;
}

} // namespace sojourn
