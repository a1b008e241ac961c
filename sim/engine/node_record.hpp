// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/quantile.hpp"

#include <array>
#include <cstdint>

// The compiled touchpoint as the flow kernel reads it. Light on purpose: the kernel's translation
// units must not instantiate anything of the standard library.
namespace sojourn {

/// A place in the journey: touchpoints first, then exits.
using NodeIndex = std::int32_t;
inline constexpr NodeIndex no_node = -1;

/// A journey that has made this many visits is stopped and counts as unfinished.
inline constexpr std::int32_t visit_limit = 10'000;

/// Options of one list that are weighed one by one.
inline constexpr std::int32_t max_weighed_rows = 256;

struct PlanRow {
  NodeIndex to = no_node;
  std::uint32_t threshold = 0; // cumulative; the last row of a list takes what is left
  float share = 0;
  OptionKind kind = OptionKind::stay;
  bool has_feels = false;
  float feels = 0;
  /// Where the list says more of its options than where they lead: index into Plan::terms of this
  /// row; the rows of a list lie side by side there. -1: it does not.
  std::int32_t terms = -1;
};

/// What the flow kernel needs at every visit: one cache line per persona and touchpoint, in four
/// rows of four numbers that are gathered into registers a row at a time.
struct alignas(64) NodeRecord {
  QuantileForm takes;                   // minutes
  float feel_mean = 0, feel_spread = 0; // quality level = mean + spread * z
  float event_quality = 0;
  std::int32_t patience_to = no_node; // where `when: out_of_patience` leads
  std::array<std::uint32_t, 3> thresholds{0xffffffffU, 0xffffffffU, 0xffffffffU};
  std::int32_t last_row = -1; // of the rows that luck chooses among, counted from first_row
  std::uint32_t name = 0;     // stable hash of the touchpoint's id
  std::int32_t first_row = 0;
  std::uint32_t flags = 0;
  std::int32_t n_rows = 0;
};
static_assert(sizeof(NodeRecord) == 64);
enum RecordRow : std::int32_t { takes_row, feeling_row, threshold_row, name_row };

/// A list of at most four rows that people choose from: the base shares, and the rows in which
/// places they lead to are remembered (PlaceMemory::rows), 0: none.
struct alignas(16) ChoiceRecord {
  std::array<float, 4> share{};
  std::array<std::int32_t, 4> place{};
};
inline constexpr int n_choice_rows = 2;

enum NodeFlag : std::uint32_t {
  person_decides = 1,
  has_row_feels = 2, // some row's `feels` replaces the touchpoint's
  special = 4,       // needs the scalar path: waits, promises, channels, marks, other dimensions
  many_rows = 8,     // more than four rows
  offers_stay = 16,  // the list has such an option
  offers_served = 32,
  offers_lost = 64,
  chosen_alone = 128, // a choice that the kernel does not weigh: long, or options with more to say
};
/// From here on two bits per option of a list of at most four: its OptionKind.
inline constexpr int kind_shift = 8;
/// From here on one bit per option of such a list: it is the default.
inline constexpr int default_shift = 16;
/// From here on the row in which the place itself is remembered, 0: it is not.
inline constexpr int place_shift = 20;
inline constexpr std::int32_t most_places = 0xfff;

} // namespace sojourn
