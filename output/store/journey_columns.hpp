// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstring>
#include <string>

#include "output/store/layout_words.hpp"
#include "output/store/result.hpp"

// The columns of a journey row, said once.
namespace sojourn::output {

enum class JourneyCodes { none, arms, personas, touchpoints, exits };

inline constexpr const char* money_unit = "money"; // becomes the scenario's currency

struct JourneyColumn {
  std::string name;
  std::string unit;
  std::string long_name;
  JourneyCodes codes = JourneyCodes::none;
  bool optional = false; // absent where nobody was surveyed
};

inline Meanings meanings_of(JourneyCodes codes, const ResultData& ids) {
  switch (codes) {
  case JourneyCodes::arms:
    return meanings(ids.arms);
  case JourneyCodes::personas:
    return meanings(ids.personas);
  case JourneyCodes::touchpoints:
    return meanings(ids.touchpoints);
  case JourneyCodes::exits:
    return preceded(-1, "unfinished", meanings(ids.exits));
  case JourneyCodes::none:
    break;
  }
  return {};
}

/// visit(JourneyColumn, values) for every column in the order of the file.
template <class Rows, class Visit> void each_journey_column(Rows& rows, const Visit& visit) {
  using Codes = JourneyCodes;
  visit(JourneyColumn{"arm", "1", "arm", Codes::arms}, rows.arm);
  visit(JourneyColumn{"replication", "1", "replication"}, rows.replication);
  visit(JourneyColumn{"agent", "1", "person; the same in every arm"}, rows.agent);
  visit(JourneyColumn{"persona", "1", "persona", Codes::personas}, rows.persona);
  visit(JourneyColumn{"start", "1", "first touchpoint", Codes::touchpoints}, rows.start);
  visit(JourneyColumn{"exit", "1", "way out", Codes::exits}, rows.exit);
  visit(JourneyColumn{"n_visits", "1", "visits"}, rows.n_visits);
  visit(JourneyColumn{"arrival", "min", "arrival after Monday 00:00 of the first week"},
        rows.arrival_min);
  visit(JourneyColumn{"duration", "min", "wall time from arrival to the way out"},
        rows.duration_min);
  visit(JourneyColumn{"remembered", affect, "what is remembered"}, rows.remembered);
  visit(JourneyColumn{"experienced", affect, "mean affect of the visits"}, rows.experienced);
  visit(JourneyColumn{"peak", affect, "best moment"}, rows.peak);
  visit(JourneyColumn{"trough", affect, "worst moment"}, rows.trough);
  visit(JourneyColumn{"last", affect, "affect of the last visit"}, rows.last);
  visit(JourneyColumn{"trust", "1", "trust at the end"}, rows.trust);
  visit(JourneyColumn{"effort", affect, "effort spent"}, rows.effort);
  visit(JourneyColumn{"value", money_unit, "value of the journey"}, rows.value);
  visit(JourneyColumn{"satisfaction", "1",
                      "0 to 10, asked or not; 0 where unfinished. Absent with the next two where "
                      "nobody is surveyed",
                      Codes::none, true},
        rows.satisfaction);
  visit(JourneyColumn{"answer", "1", "0 to 10, what was answered; -1 nothing", Codes::none, true},
        rows.answer);
  visit(JourneyColumn{"ease", "1", "1 to 7, what was answered on ease; -1 nothing", Codes::none,
                      true},
        rows.ease);
}

/// visit(column of a, column of b) for every column.
template <class A, class B, class Visit> void each_journey_pair(A& a, B& b, const Visit& visit) {
  visit(a.arm, b.arm);
  visit(a.replication, b.replication);
  visit(a.agent, b.agent);
  visit(a.persona, b.persona);
  visit(a.start, b.start);
  visit(a.exit, b.exit);
  visit(a.n_visits, b.n_visits);
  visit(a.arrival_min, b.arrival_min);
  visit(a.duration_min, b.duration_min);
  visit(a.remembered, b.remembered);
  visit(a.experienced, b.experienced);
  visit(a.peak, b.peak);
  visit(a.trough, b.trough);
  visit(a.last, b.last);
  visit(a.trust, b.trust);
  visit(a.effort, b.effort);
  visit(a.value, b.value);
  visit(a.satisfaction, b.satisfaction);
  visit(a.answer, b.answer);
  visit(a.ease, b.ease);
}

} // namespace sojourn::output
