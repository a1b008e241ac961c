// SPDX-License-Identifier: Apache-2.0
#include "models/luck/math.hpp"
#include "sim/engine/arrivals.hpp"

#include <algorithm>
#include <cmath>

// A piecewise constant rate of the week, its growth and its integral.
namespace sojourn {

std::vector<double> weekly_growth(const ArrivalSpec& spec, Ticks until) {
  if (spec.growth == 0) {
    return {};
  }
  const double each = exp(log(1 + spec.growth) * week_minutes / spec.growth_over_min);
  std::vector<double> factors{1};
  for (Ticks monday = ticks_per_week; monday < until; monday += ticks_per_week) {
    factors.push_back(factors.back() * each);
  }
  return factors;
}

WeeklyRate::WeeklyRate(const std::vector<ArrivalSpec::Slot>& slots,
                       const std::vector<double>& growth) {
  for (const ArrivalSpec::Slot& slot : slots) {
    const double rate = slot.per_hour / static_cast<double>(ticks_per_hour);
    if (rate > 0) {
      pieces_.push_back({slot.begin, slot.end, rate, per_week_});
      per_week_ += rate * static_cast<double>(slot.end - slot.begin);
    }
  }
  double before = 0;
  for (const double factor : growth) {
    weeks_.push_back({factor, before});
    before += factor * per_week_;
  }
}

WeeklyRate::Week WeeklyRate::week_at(std::size_t week) const {
  if (week < weeks_.size()) {
    return weeks_[week];
  }
  if (weeks_.empty()) {
    return {1, static_cast<double>(week) * per_week_};
  }
  const Week& last = weeks_.back();
  const auto further = static_cast<double>(week - (weeks_.size() - 1));
  return {last.factor, last.before + further * last.factor * per_week_};
}

std::size_t WeeklyRate::week_of(double mass) const {
  const auto after =
      std::upper_bound(weeks_.begin(), weeks_.end(), mass,
                       [](double value, const Week& week) { return value < week.before; });
  const Week& last = *std::prev(after);
  const auto known = static_cast<std::size_t>(std::prev(after) - weeks_.begin());
  const double further =
      after == weeks_.end() ? std::floor((mass - last.before) / (last.factor * per_week_)) : 0;
  return known + static_cast<std::size_t>(further);
}

double WeeklyRate::at(Ticks wall) const {
  const Ticks within = wall % ticks_per_week;
  const double factor =
      weeks_.empty() ? 1 : week_at(static_cast<std::size_t>(wall / ticks_per_week)).factor;
  for (const Piece& piece : pieces_) {
    if (within < piece.end) {
      return within >= piece.begin ? factor * piece.rate : 0;
    }
  }
  return 0;
}

double WeeklyRate::when(double mass) const {
  if (weeks_.empty()) {
    const auto weeks = static_cast<double>(static_cast<std::int64_t>(mass / per_week_));
    return weeks * static_cast<double>(ticks_per_week) + within_week(mass - weeks * per_week_);
  }
  const std::size_t number = week_of(mass);
  const Week week = week_at(number);
  const double start = static_cast<double>(number) * static_cast<double>(ticks_per_week);
  return start + within_week((mass - week.before) / week.factor);
}

double WeeklyRate::within_week(double mass) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), mass,
                       [](double value, const Piece& piece) { return value < piece.before; });
  const Piece& piece = *std::prev(after);
  const double last = static_cast<double>(piece.end - 1);
  return std::min(last, static_cast<double>(piece.begin) + (mass - piece.before) / piece.rate);
}

double WeeklyRate::mass(Ticks wall) const {
  const Ticks within = wall % ticks_per_week;
  const Week week = week_at(static_cast<std::size_t>(wall / ticks_per_week));
  double mass = week.before;
  for (const Piece& piece : pieces_) {
    const Ticks end = std::min(within, piece.end);
    mass +=
        end > piece.begin ? week.factor * (piece.rate * static_cast<double>(end - piece.begin)) : 0;
  }
  return mass;
}

Ticks WeeklyRate::within(double u, Ticks from, Ticks to) const {
  const double before = mass(from);
  return static_cast<Ticks>(when(before + u * (mass(to) - before)));
}

} // namespace sojourn
