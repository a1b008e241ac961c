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
  const float* records = nullptr; // NodeRecord by persona and touchpoint, four rows each
  const float* choices = nullptr; // ChoiceRecord likewise, two rows each
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;
  float choice_sensitivity = 0;
  bool feels = false;        // somebody feels something somewhere
  bool row_feels = false;    // a row's `feels` may replace the touchpoint's
  bool scalar_world = false; // waits, promises, channels: the world is walked one by one
  bool expectation = false, trust = false, effort = false, available = false, deliberate = false;
  double last_time = 0; // journeys still under way then are unfinished
};

/// 256 people side by side. One column per number; the first `n` lanes are people, the others hold
/// harmless leftovers.
struct FlowBlock {
  alignas(64) Column fields[n_fields];
  alignas(64) Column traits[n_parameters];
  alignas(64) std::int32_t record[column_length]; // index of the place each lane stands on
  // Luck: who, for the how-manieth time here; the words that came out.
  alignas(64) std::uint32_t agent[column_length], occurrence[column_length], luck[3][column_length];
  // What comes out of a visit.
  alignas(64) Column takes;                    // minutes of the person's own part
  alignas(64) std::int32_t row[column_length]; // offset in the list: the world's or the person's
  // In fixed point and bins, ready to be counted.
  alignas(64) std::int32_t affect[column_length], remembered[column_length], bin[column_length];
  alignas(64) double clock[column_length]; // wall ticks, whole numbers
  alignas(64) double left[column_length];  // clock at the end of this visit
  std::size_t n = 0;
};

} // namespace sojourn

// One pair of functions per instruction set, the same source compiled three times. `happen`: luck,
// durations, the touchpoint's own feelings and the world's row. `feel`: time and psychology.
#define SOJOURN_DECLARE_KERNEL(target)                                                             \
  namespace sojourn::target {                                                                      \
  void happen(FlowBlock& block, const FlowView& view);                                             \
  void feel(FlowBlock& block, const FlowView& view);                                               \
  }
