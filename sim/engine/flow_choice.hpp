// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/gather.hpp"
#include "models/visit.hpp"
#include "sim/engine/flow_block.hpp"
#include "sim/engine/flow_places.hpp"

// How a register of people chooses: part of the flow kernel, and of nothing else.
namespace sojourn::inline SOJOURN_TARGET {
namespace {

using V = KernelLanes;
using Int = Lanes<V>::Int;
using Word = Lanes<V>::Word;
constexpr std::size_t width = Lanes<V>::width;

/// Calls stage(lane) for every register of lanes in use.
template <class Stage> SOJOURN_INLINE void each(const FlowBlock& block, const Stage& stage) {
  for (std::size_t lane = 0; lane < block.n; lane += width) {
    stage(lane);
  }
}

/// The options of a register of lanes, as models/mechanisms/choice.hpp asks for them.
struct LaneChoice {
  Columns<V> shares;
  Int flags;
  PerKind<V> weights;

  SOJOURN_INLINE V share(int j) const { return shares.column[j]; }
  SOJOURN_INLINE V weight(int j) const {
    const Int kind = (flags >> (kind_shift + 2 * j)) & 3;
    const auto is = [kind](OptionKind which) {
      return kind == broadcast<Int>(static_cast<std::int32_t>(which));
    };
    return select(is(OptionKind::stay), weights.stay,
                  select(is(OptionKind::lost), weights.lost, weights.served));
  }
};

/// The same where an option may be the default, or memories lean towards where it leads: one weight
/// per row.
struct LaneRows {
  V shares[4], weights[4];

  SOJOURN_INLINE V share(int j) const { return shares[j]; }
  SOJOURN_INLINE V weight(int j) const { return weights[j]; }
};
/// How memories of places reach a choice.
enum class Leaning : std::uint8_t { none, read, prepared }; // not; from the rows; in the block

template <bool defaults, Leaning leaning, class View>
SOJOURN_INLINE LaneRows single_rows(FlowBlock& block, const FlowView& view, std::size_t lane,
                                    const Columns<V>& shares, Int flags) {
  const View person(block.fields, block.traits, lane);
  const V zero = broadcast<V>(0);
  const LaneChoice kinds{shares, flags, {zero, zero, person.get(Field::tilt_leave)}};
  PlaceRows<V> places(view, lane);
  Columns<V> targets{};
  if constexpr (leaning == Leaning::read) {
    targets = gather_records<V, n_choice_rows>(view.choices, block.record + lane, 1);
  }
  LaneRows rows;
  V top = broadcast<V>(-3e38F);
  for (int j = 0; j < 4; ++j) {
    rows.shares[j] = shares.column[j];
    rows.weights[j] = kinds.weight(j);
    if constexpr (leaning == Leaning::read) {
      rows.weights[j] =
          rows.weights[j] + leaning_to(person, places, targets, j, load<V>(block.age + lane),
                                       broadcast<V>(view.choice_sensitivity));
    } else if constexpr (leaning == Leaning::prepared) {
      rows.weights[j] = rows.weights[j] + load<V>(block.leaning[j] + lane);
    }
    if constexpr (defaults) {
      const Int is_default = (flags >> (default_shift + j)) & 1;
      rows.weights[j] = rows.weights[j] + select(is_default != 0, default_tilt(person), zero);
    }
    top = top_tilt(top, rows.shares[j], rows.weights[j]);
  }
  for (int j = 0; j < 4; ++j) {
    rows.weights[j] = row_weight(rows.shares[j], rows.weights[j], top);
  }
  return rows;
}

/// 1 where the flag is raised, else 0.
SOJOURN_INLINE V raised(Int flags, NodeFlag flag) {
  const Int bit = flags & broadcast<Int>(static_cast<std::int32_t>(flag));
  return select(bit != 0, broadcast<V>(1), broadcast<V>(0));
}

/// Where people decide, their choice takes the place of the world's row; untilted it is the same.
template <bool defaults, Leaning leaning, class View = LaneView<V>>
SOJOURN_INLINE void decide(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const LaneView<V> person(block.fields, block.traits, lane);
    const Int flags = load<Int>(block.flags + lane);
    const Columns<V> shares =
        gather_records<V, n_choice_rows>(view.choices, block.record + lane, 0);
    const Word word = load<Word>(block.luck[2] + lane);
    TiltedChoice<V> choice;
    if constexpr (defaults || leaning != Leaning::none) {
      choice = tilted_choice<V>(
          word, single_rows<defaults, leaning, View>(block, view, lane, shares, flags), 4);
    } else {
      const PerKind<V> offered = {raised(flags, NodeFlag::offers_stay),
                                  raised(flags, NodeFlag::offers_served),
                                  raised(flags, NodeFlag::offers_lost)};
      choice =
          tilted_choice<V>(word, LaneChoice{shares, flags, option_weights(person, offered)}, 4);
    }
    const Int chosen =
        load<Int>(block.first_row + lane) + min(choice.row, load<Int>(block.n_rows + lane) - 1);
    const Int decides = flags & broadcast<Int>(NodeFlag::person_decides);
    store(block.row + lane,
          select((decides != 0) & (choice.tilted > 0), chosen, load<Int>(block.row + lane)));
  });
}

} // namespace
} // namespace sojourn::inline SOJOURN_TARGET
