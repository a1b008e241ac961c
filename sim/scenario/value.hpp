// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/distribution.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sojourn {

/// The typed meaning of one written value, in the canonical unit of its kind: minutes, shares
/// 0..1, affect points, money. Rates keep the unit they were written in (`per`), so that "-1 per h"
/// read per hour is -1 and not -60/60.
struct Value {
  double number = 0;
  double per = 1;   // minutes in the unit of time after "per"
  std::string word; // the language's word or the identifier that stands instead of a number
  Distribution distribution;
  std::vector<std::pair<Ticks, Ticks>> week; // open intervals, in ticks since Monday 00:00

  bool is(std::string_view expected) const { return word == expected; }
  /// A rate per `minutes`.
  double each(double minutes) const { return number * (minutes / per); }
};

/// Why a written value was not accepted.
struct Refusal {
  std::string message, why, hint;
};

template <class T> using Read = std::variant<T, Refusal>;

/// What the reading of a unit depends on.
struct Units {
  std::string currency = "EUR";
  double working_day = 24 * 60; // minutes: the open time of the clock's longest open day
};

} // namespace sojourn
