// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/quantile.hpp"
#include "sim/engine/calendar.hpp"
#include "sim/engine/node_record.hpp"
#include "sim/scenario/trial_spec.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

// The plan's people and those around them: who comes again, who tells whom, what is rated, who
// helps.
namespace sojourn {

/// People who come again and again.
struct PlanMembers {
  std::int32_t n = 0;
  QuantileForm returns;              // minutes from the end of a journey to the next
  Ticks first_within = 0;            // the first journey begins somewhere in this time
  std::uint32_t again = 0xffffffffU; // threshold: comes again at all
  std::vector<std::pair<NodeIndex, std::uint32_t>> starts =
      {};             // of later journeys; as Plan::starts
  Calendar open = {}; // they come in these hours
  /// When somebody comes who waits so long from then on. The time is counted in the hours in which
  /// they come, shortened so that its mean round the clock stays what it is.
  [[nodiscard]] Ticks comes_at(Ticks from, Ticks time) const {
    return open.always() ? from + time : open.next_open(open.after(from, in_hours(time)));
  }

private:
  [[nodiscard]] Ticks in_hours(Ticks time) const {
    const double share =
        static_cast<double>(open.open_per_week()) / static_cast<double>(ticks_per_week);
    return static_cast<Ticks>(static_cast<double>(time) * share);
  }
};

struct Plan;

/// A design that changes while people are under way; see StagesSpec. All have the same touchpoints,
/// ways on, people and resources.
struct PlanStages {
  std::vector<std::shared_ptr<const Plan>> designs;
  Ticks first = 0, every = 0;
  StageWatch watch = StageWatch::nothing;
  double limit = 0;
};

/// Who talks to whom.
struct PlanNetwork {
  /// [teller's persona * n_personas + listener's]: share of what is told, and cumulative as a
  /// threshold; empty: as people come.
  std::vector<double> shares;
  std::vector<std::uint32_t> thresholds;
  std::uint32_t contacts = 0; // acquaintances of each teller; 0: no end
  std::uint32_t near = 0;     // of which, of a member, are members; 0: members tell anybody
  std::uint32_t rewired = 0;  // threshold
};

/// Stars that people leave and read.
struct PlanRatings {
  bool present = false, everybody_leaves = false, nobody_leaves = false;
  double base = 0, extremity = 0, tilt = 0; // log-odds
  std::uint32_t read = 0;                   // threshold
  std::size_t last = 0;                     // ratings that count; 0: all
  bool keeps_away = false;
  QuantileForm comes_from; // stars
  float expectation = 0, weight = 0, trust = 0;
};

/// A resource whose servers are people who were served before.
struct PlanHelpers {
  std::int32_t resource = 0;
  std::uint32_t name = 0;    // hash of its id
  std::uint32_t willing = 0; // threshold
  std::int32_t after = 1;    // journeys ended served
  Ticks lasts = 0;
  std::int64_t online = 0; // of a million helpers so many are there at a time
  std::int32_t at_once = 1;
  [[nodiscard]] std::int32_t places(std::int64_t helping) const {
    return static_cast<std::int32_t>(helping * online / 1'000'000) * at_once;
  }
};

/// Talking about the journey afterwards; rates per tick.
struct PlanWord {
  bool present = false;
  double talks = 0, good = 0, bad = 0;
  Ticks lasts = 0;
  double comes = 0;
  float weight = 0, trust = 0, expectation = 0;
  std::int64_t population = 0; // 0: no end of people
  PlanNetwork network;
};

} // namespace sojourn
