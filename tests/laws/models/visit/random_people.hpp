// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/stream.hpp"
#include "models/mechanisms/table.hpp"
#include "models/visit.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

// People anywhere in the declared ranges, drawn from addressed luck, for laws that hold for all.
namespace sojourn::tests {

/// Uniforms one after the other from one address.
class Dice {
public:
  explicit Dice(std::uint32_t agent) { at_.agent = agent; }

  double uniform() {
    if (next_ == 4) {
      block_ = words(at_, Purpose::design);
      ++at_.replication;
      next_ = 0;
    }
    return uniform_open(block_[next_++]);
  }
  double between(double low, double high) { return low + uniform() * (high - low); }
  bool coin(double p = .5) { return uniform() < p; }

private:
  Address at_;
  std::array<std::uint32_t, 4> block_{};
  std::size_t next_ = 4;
};

/// A trait at an end of its range, at its default, or between; strengths are often 0 or 1.
inline double any_value(const ParameterRow& row, Dice& dice) {
  const double kind = dice.uniform();
  return kind < .25  ? row.low
         : kind < .5 ? row.high
         : kind < .6 ? row.default_value
                     : dice.between(row.low, row.high);
}

/// Sets the inputs of a visit; `set(Field, double)`. Levels of waits lie far outside the scale.
template <class Set> void any_visit(Dice& dice, const Set& set) {
  for (std::size_t i = 0; i < n_dimensions; ++i) {
    const auto dimension = static_cast<Dimension>(i);
    const double size = dice.coin(.2) ? 500 : 5;
    set(level_of(dimension), dice.coin(.2) ? 0 : dice.between(-size, size));
    set(event_of(dimension), dice.coin(.3) ? 1 : 0);
  }
  set(Field::level_effort, -dice.between(0, 5));
  set(Field::written_quality, dice.between(-5, 5));
  const bool judged = dice.coin(.2);
  const double gap = judged ? dice.between(-8, 8) : 0;
  set(Field::promise_gap, gap);
  set(Field::promise_verdict, judged ? (gap < 0 ? -1 : 1) : 0);
  const bool segments = dice.coin(.3);
  const double one = dice.between(-5, 5), other = dice.between(-5, 5);
  set(Field::has_segments, segments ? 1 : 0);
  set(Field::segment_peak, segments ? std::max(one, other) : 0);
  set(Field::segment_trough, segments ? std::min(one, other) : 0);
  set(Field::hours, dice.coin(.2) ? 0 : dice.between(0, 300));
  set(Field::spent_minutes, dice.coin(.2) ? 0 : dice.between(0, 1e6));
  set(Field::spent_money, dice.coin(.5) ? 0 : dice.between(0, 1e5));
  set(Field::age_days, dice.coin(.2) ? 0 : dice.between(0, 4000));
  set(Field::goal_here, dice.coin(.2) ? 0 : dice.between(1, 30));
  set(Field::goal_start, dice.coin(.2) ? 0 : dice.between(1, 30));
  for (std::size_t i = 0; i < n_dimensions; ++i) {
    const auto dimension = static_cast<Dimension>(i);
    const bool usual = dice.coin();
    set(reference_of(dimension), usual ? 0 : static_cast<int>(dice.between(0, 5.999)));
    set(standard_of(dimension), dice.between(-5, 5));
  }
  set(Field::days, dice.coin(.2) ? 0 : dice.between(0, dice.coin() ? 1 : 4000));
}

inline bool same_column(const Column& one, const Column& other) {
  return std::equal(std::begin(one), std::end(one), std::begin(other), [](float a, float b) {
    return bits_as<std::uint32_t>(a) == bits_as<std::uint32_t>(b);
  });
}

/// 256 people in columns.
struct Crowd {
  Column fields[n_fields]{};
  Column traits[n_parameters]{};

  float& at(Field field, std::size_t lane) { return fields[static_cast<std::size_t>(field)][lane]; }

  /// One of them alone, copied out.
  void take_out(std::size_t lane, Fields<float>& own, Traits<float>& own_traits) const {
    for (std::size_t i = 0; i < n_fields; ++i) {
      own[i] = fields[i][lane];
    }
    for (std::size_t i = 0; i < n_parameters; ++i) {
      own_traits[i] = traits[i][lane];
    }
  }

  /// Bit for bit in the first `n` fields; -0 is not 0.
  bool same_bits(const Crowd& other, std::size_t n = n_fields) const {
    for (std::size_t i = 0; i < n; ++i) {
      if (!same_column(fields[i], other.fields[i])) {
        return false;
      }
    }
    return true;
  }
};

/// A crowd of strangers with any traits, just arrived.
inline std::unique_ptr<Crowd> any_crowd(std::uint32_t seed) {
  auto crowd = std::make_unique<Crowd>();
  for (std::size_t lane = 0; lane < n_lanes; ++lane) {
    Dice dice(seed * 1000 + static_cast<std::uint32_t>(lane));
    for (const ParameterRow& row : parameter_rows) {
      crowd->traits[static_cast<std::size_t>(row.parameter)][lane] =
          static_cast<float>(any_value(row, dice));
    }
    LaneView<float> person(crowd->fields, crowd->traits, lane);
    arrive(person, static_cast<float>(dice.between(-5, 5)));
  }
  return crowd;
}

/// The inputs of everybody's visit number `visit`.
inline void any_visits(Crowd& crowd, std::uint32_t visit) {
  for (std::size_t lane = 0; lane < n_lanes; ++lane) {
    Dice dice(visit * 1000 + static_cast<std::uint32_t>(lane) + 500'000);
    any_visit(dice, [&](Field field, double value) {
      crowd.at(field, lane) = static_cast<float>(value);
    });
  }
}

/// Calls `stage` on the whole crowd, lanes of F at a time.
template <class F, class Stage> void each(Crowd& crowd, const Stage& stage) {
  for (std::size_t lane = 0; lane < n_lanes; lane += static_cast<std::size_t>(Lanes<F>::width)) {
    LaneView<F> people(crowd.fields, crowd.traits, lane);
    stage(people);
  }
}

} // namespace sojourn::tests
