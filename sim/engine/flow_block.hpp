// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/people/view.hpp"
#include "sim/engine/node_record.hpp"

#include <cstddef>
#include <cstdint>

namespace sojourn {

/// What the kernel reads of a plan: plain pointers, nothing of the standard library.
struct FlowView {
  const float* tables = nullptr;
  const float* records = nullptr;         // NodeRecord by persona and touchpoint, four rows each
  const float* choices = nullptr;         // ChoiceRecord likewise, two rows each
  float* place_rows = nullptr;            // PlaceMemory::rows of each lane; nullptr: not read here
  std::int32_t n_place_rows = 0;          // of each lane
  const std::int32_t* leads_to = nullptr; // as Plan::row_leads_to
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;
  float choice_sensitivity = 0;
  bool feels = false;        // somebody feels something somewhere
  bool row_feels = false;    // a row's `feels` may replace the touchpoint's
  bool normal_times = false; // some duration needs the normal value of its word
  bool tabled = false;       // or is drawn from a table
  bool scalar_world = false; // waits, promises, channels: the world is walked one by one
  bool expectation = false, adaptation = false, trust = false, effort = false;
  bool trust_record = false; // somebody keeps a record of trust
  bool references = false;   // somebody holds levels against something else than expectations
  bool available = false, deliberate = false;
  bool fading = false;                // memories of places wear off
  bool log_odds = false;              // something speaks for or against leaving in log-odds
  bool defaults = false;              // some option is a default, and defaults act
  bool spent = false;                 // time spent matters
  const float* goal_visits = nullptr; // as Plan::goal_visits, nullptr where it is empty
  double last_time = 0;               // journeys still under way then are unfinished
};

/// People side by side. One column per number; the first `n` lanes are people, the others hold
/// harmless leftovers.
struct FlowBlock {
  alignas(64) Column fields[n_fields];
  alignas(64) Column traits[n_parameters];
  alignas(64) std::int32_t record[column_length]; // index of the place each lane stands on
  // Luck: who, for the how-manieth time here; the words that came out.
  alignas(64) std::uint32_t agent[column_length], occurrence[column_length], luck[3][column_length];
  // Of the place's record: its first row, its flags and how many rows it has.
  alignas(64) std::int32_t first_row[column_length], flags[column_length], n_rows[column_length];
  // What comes out of a visit.
  alignas(64) Column leaning[4];               // memory's tilt of each option, log-odds
  alignas(64) Column age, place_at;            // days since arrival: now, the last event here
  alignas(64) Column takes;                    // minutes of the person's own part
  alignas(64) std::int32_t row[column_length]; // the plan's row taken, by the world or the person
  // In fixed point and bins, ready to be counted.
  alignas(64) std::int32_t affect[column_length], remembered[column_length], bin[column_length];
  alignas(64) double left[column_length];    // end of the visit, wall ticks, whole numbers
  alignas(64) double arrived[column_length]; // likewise
  // The journey: the pass it began in; where its row of occurrences begins, less its persona's
  // first record.
  alignas(64) std::int32_t began[column_length], seat[column_length];
  std::int32_t over[column_length]; // lanes whose journey has just ended, in rising order
  std::int32_t pass = 0;            // how often everybody has made a visit
  std::size_t n = 0;
};

/// Sums over felt visits of one persona at one touchpoint, in fixed point.
struct FeltSums {
  std::int64_t affect = 0, remembered = 0;
};

/// Where the kernel counts. One element per row of the plan, per record, per record and bin, and
/// per lane and touchpoint.
struct FlowCounts {
  std::int64_t* rows = nullptr;
  FeltSums* felt = nullptr;
  std::int64_t* bins = nullptr;
  std::uint16_t* occurrences = nullptr;
};

} // namespace sojourn

// One set of functions per instruction set, the same source compiled three times. `happen`: luck,
// durations, the touchpoint's own feelings and the world's row. `feel`: time and psychology.
// `choose`: the choice, where memories of places, which the engine keeps, come in between. `move`
// (worlds that are not walked one by one): counts the visit and puts everybody on their next place;
// the lanes whose journey is over are in `over`, their number is returned.
#define SOJOURN_DECLARE_KERNEL(target)                                                             \
  namespace sojourn::target {                                                                      \
  void happen(FlowBlock& block, const FlowView& view);                                             \
  void feel(FlowBlock& block, const FlowView& view);                                               \
  void choose(FlowBlock& block, const FlowView& view);                                             \
  std::size_t move(FlowBlock& block, const FlowView& view, const FlowCounts& counts);              \
  }
