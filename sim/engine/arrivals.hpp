// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "sim/scenario/scenario.hpp"

#include <array>
#include <cstdint>
#include <vector>

// Who comes when. People come by a Poisson process with a weekly rate. Arrivals are layered so that
// a change of demand keeps everybody else: layer 0 holds the baseline's arrivals, thinned by the
// candidate's own luck where an arm's rate is lower; every further layer holds another copy of the
// baseline's process, of which an arm with a higher rate accepts its excess. A candidate has the
// same identity and the same moment in every arm that accepts it, whatever the other arms are.
namespace sojourn {

/// A piecewise constant weekly rate (people per tick) and its integral.
class WeeklyRate {
public:
  WeeklyRate() = default;
  explicit WeeklyRate(const std::vector<ArrivalSpec::Slot>& slots);
  [[nodiscard]] double at(Ticks wall) const;
  /// The time at which the integral of the rate from 0 reaches `mass`; the week repeats.
  [[nodiscard]] double when(double mass) const;
  /// The integral of the rate from 0 to `wall`.
  [[nodiscard]] double mass(Ticks wall) const;
  /// The moment before which a share u of the arrivals in [from, to) come.
  [[nodiscard]] Ticks within(double u, Ticks from, Ticks to) const;
  [[nodiscard]] double per_week() const { return per_week_; }
  [[nodiscard]] bool empty() const { return pieces_.empty(); }

private:
  struct Piece {
    Ticks begin, end;
    double rate, before; // before: mass of the week before this piece
  };
  std::vector<Piece> pieces_;
  double per_week_ = 0;
};

struct ArrivalPlan {
  WeeklyRate candidates; // of every layer: the baseline's rate, or 1 per hour where that is 0
  WeeklyRate rate;       // of this arm
  std::int32_t n_layers = 0;
  [[nodiscard]] bool given() const { return !rate.empty(); }
};

[[nodiscard]] ArrivalPlan plan_arrivals(const ArrivalSpec& arm, const ArrivalSpec& baseline);

struct Arrival {
  Ticks at = 0;
  std::uint32_t agent = 0;
  std::array<std::uint32_t, 4> luck{}; // Purpose::arrival: gap, persona, start, thinning
};

/// Agents of layer l are numbered l * 2^28 + ordinal.
inline constexpr std::uint32_t layer_shift = 28;

/// The accepted arrivals of one replication in the order of time (ties: lower agent first).
class ArrivalStream {
public:
  ArrivalStream(const ArrivalPlan& plan, std::uint64_t seed, std::uint32_t replication);
  ArrivalStream(ArrivalPlan&&, std::uint64_t, std::uint32_t) = delete; // it must outlive the stream
  /// The next person to come. Endless.
  Arrival next();

private:
  struct Layer {
    std::uint32_t next_agent = 0;
    double mass = 0;
    Arrival candidate;
  };
  void advance(std::size_t layer);
  [[nodiscard]] bool accepted(std::size_t layer) const;

  const ArrivalPlan* plan_;
  std::uint64_t seed_;
  std::uint32_t replication_;
  std::vector<Layer> layers_;
};

} // namespace sojourn
