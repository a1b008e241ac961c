// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/quantile.hpp"
#include "sim/engine/node_record.hpp"

#include <cstddef>
#include <cstdint>
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
      {}; // of later journeys; as Plan::starts
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
