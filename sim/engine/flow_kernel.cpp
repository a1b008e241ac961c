// SPDX-License-Identifier: Apache-2.0
#include "models/luck/normal.hpp"
#include "models/luck/stream.hpp"
#include "models/visit.hpp"
#include "sim/engine/fixed.hpp"
#include "sim/engine/flow_block.hpp"
#include "sim/engine/ticks.hpp"

// The stages of the flow engine: one short loop over the lanes each. Compiled once per instruction
// set (SOJOURN_TARGET names it); every equation is a template that lives in models/.
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

/// One row of the records of the places that a register of lanes stands on.
SOJOURN_INLINE Columns<V> record_row(const FlowBlock& block, const FlowView& view, RecordRow row,
                                     std::size_t lane) {
  constexpr std::int32_t rows = 4;
  return gather_rows<V>(view.records,
                        load<Int>(block.record + lane) * rows + static_cast<std::int32_t>(row));
}

void draw(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const Word name = bits_as<Word>(record_row(block, view, name_row, lane).column[0]);
    const auto luck = words<V>(view.seed, view.replication, load<Word>(block.agent + lane), name,
                               load<Word>(block.occurrence + lane), Purpose::visit);
    store(block.luck[0] + lane, luck.word[0]);
    store(block.luck[1] + lane, luck.word[1]);
    store(block.luck[2] + lane, luck.word[2]);
  });
}

void durations(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const Columns<V> takes = record_row(block, view, takes_row, lane);
    const QuantileForms<V> form = {takes.column[0], takes.column[1], takes.column[2],
                                   bits_as<Int>(takes.column[3])};
    store(block.takes + lane, at_word<V>(form, view.tables, load<Word>(block.luck[0] + lane)));
  });
}

void world_rows(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const Columns<V> list = record_row(block, view, threshold_row, lane);
    const Word word = load<Word>(block.luck[2] + lane);
    Int row = broadcast<Int>(0);
    const Int one = broadcast<Int>(1);
    for (std::size_t i = 0; i < 3; ++i) {
      row = select(word >= bits_as<Word>(list.column[i]), row + one, row);
    }
    store(block.row + lane, min(row, bits_as<Int>(list.column[3])));
  });
}

void touch(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    LaneView<V> person(block.fields, block.traits, lane);
    const V z = normal_from_word<V>(load<Word>(block.luck[1] + lane));
    const Columns<V> feeling = record_row(block, view, feeling_row, lane);
    const V mean = feeling.column[0];
    const V noise = feeling.column[1] * z;
    person.set(Field::level_quality, mean + noise);
    person.set(Field::written_quality, mean);
    person.set(Field::event_quality, feeling.column[2]);
  });
}

/// People to whom only quality happens: what stays 0 in every visit is known to the compiler, which
/// leaves the equations of the other dimensions, promises and news out. The bits are the same.
class QualityView : public LaneView<V> {
public:
  using LaneView<V>::LaneView;
  SOJOURN_INLINE V get(Field field) const {
    return silent(field) ? broadcast<V>(0) : LaneView<V>::get(field);
  }
  SOJOURN_INLINE void set(Field field, V value) {
    if (!silent(field)) {
      LaneView<V>::set(field, value);
    }
  }

private:
  SOJOURN_INLINE static constexpr bool between(Field field, Field first, Field last) {
    return field >= first && field <= last;
  }
  SOJOURN_INLINE static constexpr bool silent(Field field) {
    return between(field, Field::expectation_time, Field::expectation_control) ||
           between(field, Field::level_time, Field::level_control) ||
           between(field, Field::event_time, Field::event_control) ||
           between(field, Field::promise_gap, Field::has_segments);
  }
};
static_assert(Field::promise_verdict > Field::promise_gap &&
              Field::segment_trough < Field::has_segments);

/// Runs one stage of models/visit.hpp over the block.
template <class View, class Stage>
SOJOURN_INLINE void people(FlowBlock& block, const Stage& stage) {
  each(block, [&](std::size_t lane) {
    View person(block.fields, block.traits, lane);
    stage(person);
  });
}

/// The psychology of one visit, a loop per stage.
template <class View> SOJOURN_INLINE void experience_all(FlowBlock& block, const FlowView& view) {
  people<View>(block, [](View& person) { appraise(person); });
  if (view.expectation) {
    people<View>(block, [](View& person) { believe_expectation(person); });
  }
  if (view.trust) {
    people<View>(block, [](View& person) { believe_trust(person); });
  }
  if (view.effort) {
    people<View>(block, [](View& person) { believe_effort(person); });
  }
  people<View>(block, [](View& person) { remember_extremes(person); });
  people<View>(block, [](View& person) { remember_sums(person); });
  if (view.available) {
    people<View>(block, [](View& person) { remember_available(person); });
  }
  people<View>(block, [](View& person) { recall(person); });
  if (view.deliberate) {
    const V theta = broadcast<V>(view.choice_sensitivity);
    people<View>(block, [theta](View& person) { deliberate(person, theta); });
  }
}

/// The options of a register of lanes, as models/mechanisms/choice.hpp asks for them.
struct LaneChoice {
  Columns<V> shares, kinds, thresholds;
  PerKind<V> weights;

  SOJOURN_INLINE V share(int j) const { return shares.column[j]; }
  SOJOURN_INLINE V weight(int j) const {
    const Int kind = bits_as<Int>(kinds.column[j]);
    const auto is = [kind](OptionKind which) {
      return kind == broadcast<Int>(static_cast<std::int32_t>(which));
    };
    return select(is(OptionKind::stay), weights.stay,
                  select(is(OptionKind::lost), weights.lost, weights.served));
  }
  SOJOURN_INLINE Word below(int j) const { return bits_as<Word>(thresholds.column[j]); }
  SOJOURN_INLINE Int last() const { return bits_as<Int>(thresholds.column[3]); }
};

/// 1 where the flag is raised, else 0.
SOJOURN_INLINE V raised(Int flags, NodeFlag flag) {
  const Int bit = flags & broadcast<Int>(static_cast<std::int32_t>(flag));
  return select(bit != 0, broadcast<V>(1), broadcast<V>(0));
}

/// Where people decide, their choice takes the place of the world's row.
void decide(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const LaneView<V> person(block.fields, block.traits, lane);
    const Int flags = bits_as<Int>(record_row(block, view, name_row, lane).column[2]);
    const Int record = load<Int>(block.record + lane);
    const PerKind<V> offered = {raised(flags, NodeFlag::offers_stay),
                                raised(flags, NodeFlag::offers_served),
                                raised(flags, NodeFlag::offers_lost)};
    const LaneChoice choice = {
        gather_rows<V>(view.choices, record * 2), gather_rows<V>(view.choices, record * 2 + 1),
        record_row(block, view, threshold_row, lane), option_weights(person, offered)};
    const Int chosen = choose<V>(load<Word>(block.luck[2] + lane), choice, 4);
    const auto decides = raised(flags, NodeFlag::person_decides) > 0.0F;
    store(block.row + lane, select(decides, chosen, load<Int>(block.row + lane)));
  });
}

/// Affect and memory as integers, for the tallies.
void count(FlowBlock& block) {
  each(block, [&](std::size_t lane) {
    const LaneView<V> person(block.fields, block.traits, lane);
    const V affect = person.get(Field::affect);
    store(block.affect + lane, affect_to_fixed(affect));
    store(block.remembered + lane, affect_to_fixed(person.get(Field::remembered)));
    store(block.bin + lane, affect_bin(affect));
  });
}

/// The clock, in doubles that hold whole ticks.
void pass_time(FlowBlock& block, const FlowView& view) {
  for (std::size_t i = 0; i < block.n; ++i) {
    block.left[i] = block.clock[i] + whole_ticks(static_cast<double>(block.takes[i]));
  }
  if (!view.feels) {
    return;
  }
  float* hours = block.fields[static_cast<std::size_t>(Field::hours)];
  float* days = block.fields[static_cast<std::size_t>(Field::days)];
  for (std::size_t i = 0; i < block.n; ++i) {
    const double minutes = (block.left[i] - block.clock[i]) / static_cast<double>(ticks_per_minute);
    hours[i] = static_cast<float>(minutes / 60);
    days[i] = static_cast<float>(minutes / (24 * 60));
  }
}

} // namespace

void happen(FlowBlock& block, const FlowView& view) {
  draw(block, view);
  durations(block, view);
  world_rows(block, view);
  if (view.feels) {
    touch(block, view);
  }
  if (!view.scalar_world) { // otherwise the world tells when the visit ends
    pass_time(block, view);
  }
}

void feel(FlowBlock& block, const FlowView& view) {
  if (!view.feels) {
    return;
  }
  if (view.scalar_world) {
    experience_all<LaneView<V>>(block, view);
  } else {
    experience_all<QualityView>(block, view);
  }
  if (view.deliberate) {
    decide(block, view);
  }
  count(block);
}

} // namespace sojourn::inline SOJOURN_TARGET
