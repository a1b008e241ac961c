// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/distribution.hpp"

#include <cstdint>
#include <vector>

// What a touchpoint may bring besides work and feelings: a promise, news in line, a risk.
namespace sojourn {

struct PromiseSpec {
  int touchpoint = -1; // what is promised: `restored_within` names touchpoint `restored`
  double minutes = 0;  // on the scenario's clock
  friend bool operator==(const PromiseSpec&, const PromiseSpec&) = default;
};

/// Evidence met at one touchpoint presents the memory of another one again.
struct RecallSpec {
  int touchpoint = -1; // what is brought back to mind
  double strength = 1; // of a presentation: 1, as when it was lived
  friend bool operator==(const RecallSpec&, const RecallSpec&) = default;
};

/// What is told to whoever joins a line and is not served at once.
enum class LineNews : std::uint8_t {
  last_wait,    // how long the last person waited who began to be served
  head_wait,    // how long the first in line has waited
  queue_length, // work of the people before, one's own turn included
  schedule,     // what is usual at this hour of the week
  position      // people before, no time
};

struct AnnouncementSpec {
  LineNews what = LineNews::position;
  double factor = 1; // what is told, of the estimate
  struct Hours {     // of the week, in ticks since Monday 00:00
    Ticks begin = 0, end = 0;
    double minutes = 0;
    friend bool operator==(const Hours&, const Hours&) = default;
  };
  std::vector<Hours> schedule = {}; // disjoint
  [[nodiscard]] bool tells_time() const { return what != LineNews::position; }
  friend bool operator==(const AnnouncementSpec&, const AnnouncementSpec&) = default;
};

/// An event that may happen in a visit.
struct RiskSpec {
  double chance = 0;
  Distribution amount; // money
  double feels = 0;    // affect points, besides what the visit feels like
  bool is_felt = false;
  bool by_provider = false; // who takes the amount over
  friend bool operator==(const RiskSpec&, const RiskSpec&) = default;
};

} // namespace sojourn
