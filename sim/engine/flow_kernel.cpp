// SPDX-License-Identifier: Apache-2.0
#include "models/luck/normal.hpp"
#include "models/luck/stream.hpp"
#include "models/visit.hpp"
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

void draw(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const auto luck = words<V>(view.seed, view.replication, load<Word>(block.agent + lane),
                               load<Word>(block.name + lane), load<Word>(block.occurrence + lane),
                               Purpose::visit);
    store(block.luck[0] + lane, luck.word[0]);
    store(block.luck[1] + lane, luck.word[1]);
    store(block.luck[2] + lane, luck.word[2]);
  });
}

void durations(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const QuantileForms<V> form = {load<V>(block.takes_shift + lane), load<V>(block.takes_a + lane),
                                   load<V>(block.takes_b + lane),
                                   load<Int>(block.takes_table + lane)};
    store(block.takes + lane, at_word<V>(form, view.tables, load<Word>(block.luck[0] + lane)));
  });
}

void world_rows(FlowBlock& block) {
  each(block, [&](std::size_t lane) {
    const Word word = load<Word>(block.luck[2] + lane);
    Int row = broadcast<Int>(0);
    const Int one = broadcast<Int>(1);
    for (const auto& thresholds : block.thresholds) {
      row = select(word >= load<Word>(thresholds + lane), row + one, row);
    }
    store(block.row + lane, min(row, load<Int>(block.last_row + lane)));
  });
}

void touch(FlowBlock& block) {
  each(block, [&](std::size_t lane) {
    LaneView<V> person(block.fields, block.traits, lane);
    const V z = normal_from_word<V>(load<Word>(block.luck[1] + lane));
    const V mean = load<V>(block.feel_mean + lane);
    const V noise = load<V>(block.feel_spread + lane) * z;
    person.set(Field::level_quality, mean + noise);
    person.set(Field::written_quality, mean);
    person.set(Field::event_quality, load<V>(block.event_quality + lane));
  });
}

/// Runs one stage of models/visit.hpp over the block.
template <class Stage> SOJOURN_INLINE void people(FlowBlock& block, const Stage& stage) {
  each(block, [&](std::size_t lane) {
    LaneView<V> person(block.fields, block.traits, lane);
    stage(person);
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
    const double minutes =
        (block.left[i] - block.clock[i]) / static_cast<double>(ticks_per_minute);
    hours[i] = static_cast<float>(minutes / 60);
    days[i] = static_cast<float>(minutes / (24 * 60));
  }
}

} // namespace

void happen(FlowBlock& block, const FlowView& view) {
  draw(block, view);
  durations(block, view);
  world_rows(block);
  if (view.feels) {
    touch(block);
  }
  if (!view.scalar_world) { // otherwise the world tells when the visit ends
    pass_time(block, view);
  }
}

void feel(FlowBlock& block, const FlowView& view) {
  if (!view.feels) {
    return;
  }
  people(block, [](LaneView<V>& person) { appraise(person); });
  if (view.expectation) {
    people(block, [](LaneView<V>& person) { believe_expectation(person); });
  }
  if (view.trust) {
    people(block, [](LaneView<V>& person) { believe_trust(person); });
  }
  if (view.effort) {
    people(block, [](LaneView<V>& person) { believe_effort(person); });
  }
  people(block, [](LaneView<V>& person) { remember_extremes(person); });
  people(block, [](LaneView<V>& person) { remember_sums(person); });
  if (view.available) {
    people(block, [](LaneView<V>& person) { remember_available(person); });
  }
  people(block, [](LaneView<V>& person) { recall(person); });
  if (view.deliberate) {
    const V theta = broadcast<V>(view.choice_sensitivity);
    people(block, [theta](LaneView<V>& person) { deliberate(person, theta); });
  }
}

} // namespace sojourn::inline SOJOURN_TARGET
