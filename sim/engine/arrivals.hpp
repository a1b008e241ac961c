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

inline constexpr double week_minutes = static_cast<double>(ticks_per_week) / ticks_per_minute;

/// How much larger each week's rate is than the first week's; empty: never.
std::vector<double> weekly_growth(const ArrivalSpec& spec, Ticks until);

/// A piecewise constant weekly rate (people per tick) and its integral.
class WeeklyRate {
public:
  WeeklyRate() = default;
  /// `growth`: a factor for each week; after the last one it stays.
  explicit WeeklyRate(const std::vector<ArrivalSpec::Slot>& slots,
                      const std::vector<double>& growth = {});
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
  struct Week {
    double factor, before; // before: mass of all weeks before this one
  };
  /// The week in which the integral reaches `mass`.
  [[nodiscard]] std::size_t week_of(double mass) const;
  /// A week's factor and what came before it, also after the last that is known.
  [[nodiscard]] Week week_at(std::size_t week) const;
  /// As `when` within one week of factor 1; ticks since its Monday.
  [[nodiscard]] double within_week(double mass) const;

  std::vector<Piece> pieces_;
  std::vector<Week> weeks_; // empty: all alike
  double per_week_ = 0;
};

struct ArrivalPlan {
  WeeklyRate candidates; // of every layer: the baseline's rate, or 1 per hour where that is 0
  WeeklyRate rate;       // of this arm, people
  std::int32_t n_layers = 0;
  double group_mean = 1; // people who come together; candidates are groups
  bool group_varies = false;
  bool all_come = false; // every candidate, whatever their luck
  std::vector<ArrivalSpec::Moment> list; // in the order of time
  double members_per_week = 0;           // journeys of members, their length not counted
  [[nodiscard]] bool given() const {
    return !rate.empty() || !list.empty() || members_per_week > 0;
  }
  /// People of the first week; growth apart.
  [[nodiscard]] double per_week() const;
};

/// `until`: how far growth has to be known.
[[nodiscard]] ArrivalPlan plan_arrivals(const ArrivalSpec& arm, const ArrivalSpec& baseline,
                                        Ticks until = 0);

/// Of the first week; growth apart.
[[nodiscard]] double people_per_week(const ArrivalSpec& spec);

struct Arrival {
  Ticks at = 0;
  std::uint32_t agent = 0;
  std::array<std::uint32_t, 4> luck{}; // Purpose::arrival: gap, persona, start, thinning
  std::int32_t persona = -1;           // where it is known; -1: as luck says
};

/// Agents of layer l are numbered l * 2^28 + ordinal. Of a group the first has this number, the
/// others follow in layer l + 8. Layer 7 is of those on the list, numbered by their moment.
inline constexpr std::uint32_t layer_shift = 28;
/// Layer 6 is of members: 8 bits count the journeys of one.
inline constexpr std::uint32_t member_layer = 6, list_layer = 7, companions_above = 8;
inline constexpr std::uint32_t journeys_shift = 8;
inline constexpr std::uint32_t largest_group = 64;

/// The accepted arrivals of one replication in the order of time (ties: lower agent first).
class ArrivalStream {
public:
  ArrivalStream(const ArrivalPlan& plan, std::uint64_t seed, std::uint32_t replication);
  ArrivalStream(ArrivalPlan&&, std::uint64_t, std::uint32_t) = delete; // it must outlive the stream
  /// The next person to come. Endless.
  Arrival next() {
    Arrival arrival;
    next_into(arrival);
    return arrival;
  }
  void next_into(Arrival& arrival);

private:
  struct Layer {
    std::uint32_t next_agent = 0;
    double mass = 0;
    Arrival candidate;
    std::uint32_t to_come = 0; // of the candidate's group, after the candidate
    std::array<std::array<std::uint32_t, 4>, 4> luck{}; // of four whose numbers follow each other
  };
  /// Those on the list who come in one week.
  struct Listed {
    Ticks week = 0; // its Monday
    std::vector<Arrival> people;
    std::size_t next = 0;
  };
  void advance(std::size_t layer);
  void draw_four(Layer& layer) const;
  [[nodiscard]] bool accepted(std::size_t layer) const;
  [[nodiscard]] std::uint32_t group_size(std::uint32_t agent) const;
  void next_companion(std::size_t layer);
  void list_week();
  void turn_to_people();
  [[nodiscard]] Arrival next_listed() const;

  const ArrivalPlan* plan_;
  std::uint64_t seed_;
  std::uint32_t replication_;
  std::vector<Layer> layers_;
  Listed listed_;
};

} // namespace sojourn
