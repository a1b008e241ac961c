// SPDX-License-Identifier: Apache-2.0
#include "models/luck/normal.hpp"
#include "models/luck/stream.hpp"
#include "models/visit.hpp"
#include "sim/engine/fixed.hpp"
#include "sim/engine/flow_choice.hpp"
#include "sim/engine/ticks.hpp"

// The stages of the flow engine: one short loop over the lanes each. Compiled once per instruction
// set (SOJOURN_TARGET names it); every equation is a template that lives in models/.
namespace sojourn::inline SOJOURN_TARGET {
namespace {

/// One row of the records of the places that a register of lanes stands on.
SOJOURN_INLINE Columns<V> record_row(const FlowBlock& block, const FlowView& view, RecordRow row,
                                     std::size_t lane) {
  return gather_records<V, 4>(view.records, block.record + lane, row);
}

void draw(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const Columns<V> name = record_row(block, view, name_row, lane);
    const auto luck = words<V>(view.seed, view.replication, load<Word>(block.agent + lane),
                               bits_as<Word>(name.column[0]), load<Word>(block.occurrence + lane),
                               Purpose::visit);
    store(block.luck[0] + lane, luck.word[0]);
    store(block.luck[1] + lane, luck.word[1]);
    store(block.luck[2] + lane, luck.word[2]);
    store(block.first_row + lane, name.column[1]);
    store(block.flags + lane, name.column[2]);
    store(block.n_rows + lane, name.column[3]);
  });
}

/// Normal values of one word per lane. A loop of their own: together with what follows they make a
/// chain too long for the processor to overlap two of them.
void normals(FlowBlock& block, const std::uint32_t* words, float* values) {
  each(block, [&](std::size_t lane) {
    store(values + lane, normal_from_word<V>(load<Word>(words + lane)));
  });
}

template <bool tables> SOJOURN_INLINE void durations(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    const Columns<V> takes = record_row(block, view, takes_row, lane);
    const QuantileForms<V> form = {takes.column[0], takes.column[1], takes.column[2],
                                   bits_as<Int>(takes.column[3])};
    store(block.takes + lane,
          at_word_with<tables>(form, view.tables, load<Word>(block.luck[0] + lane),
                               load<V>(block.takes + lane)));
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
    store(block.row + lane,
          load<Int>(block.first_row + lane) + min(row, bits_as<Int>(list.column[3])));
  });
}

void touch(FlowBlock& block, const FlowView& view) {
  each(block, [&](std::size_t lane) {
    LaneView<V> person(block.fields, block.traits, lane);
    const V z = person.get(Field::level_quality);
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
           between(field, Field::adapted_time, Field::adapted_control) ||
           between(field, Field::reference_time, Field::reference_control) ||
           between(field, Field::standard_time, Field::standard_control) ||
           between(field, Field::level_time, Field::level_control) ||
           between(field, Field::event_time, Field::event_control) ||
           between(field, Field::promise_gap, Field::has_segments);
  }
};
static_assert(Field::promise_verdict > Field::promise_gap &&
              Field::segment_trough < Field::has_segments);

/// People of whom nobody has a certain number, which the compiler then knows. The bits are the
/// same.
template <class View, Parameter absent> class Without : public View {
public:
  using View::View;
  SOJOURN_INLINE V trait(Parameter parameter) const {
    return parameter == absent ? broadcast<V>(0) : View::trait(parameter);
  }
};

/// Runs one stage of models/visit.hpp over the block.
template <class View, class Stage>
SOJOURN_INLINE void people(FlowBlock& block, const Stage& stage) {
  each(block, [&](std::size_t lane) {
    View person(block.fields, block.traits, lane);
    stage(person);
  });
}

/// The memory of the place each lane stands on, from its row and back; where the rows are not read
/// here the engine brings it and takes it away.
template <class View> SOJOURN_INLINE void remember_places(FlowBlock& block, const FlowView& view) {
  using Unfading = Without<View, Parameter::fading_strength>;
  const bool rows = view.place_rows != nullptr;
  if (rows) {
    bring_places<V>(block, view);
  }
  if (view.fading) {
    people<View>(block, [](View& person) { remember_available(person); });
  } else {
    people<Unfading>(block, [](Unfading& person) { remember_available(person); });
  }
  if (rows) {
    keep_places<V>(block, view);
  }
}

template <Leaning leaning, class View = LaneView<V>>
SOJOURN_INLINE void decide(FlowBlock& block, const FlowView& view) {
  view.defaults ? decide<true, leaning, View>(block, view)
                : decide<false, leaning, View>(block, view);
}

/// The psychology of one visit, a loop per stage.
template <class View> SOJOURN_INLINE void experience_all(FlowBlock& block, const FlowView& view) {
  using Unadapted = Without<View, Parameter::adaptation_strength>;
  using Unrecorded = Without<View, Parameter::trust_record>;
  if (view.references) {
    people<View>(block, [](View& person) { appraise<true>(person); });
  } else if (view.adaptation) {
    people<View>(block, [](View& person) { appraise<false>(person); });
  } else {
    people<Unadapted>(block, [](Unadapted& person) { appraise<false>(person); });
  }
  if (view.expectation) {
    people<View>(block, [](View& person) { believe_expectation(person); });
  }
  if (view.adaptation) {
    people<View>(block, [](View& person) { believe_adapted(person); });
  }
  if (view.trust_record) {
    people<View>(block, [](View& person) { believe_trust(person); });
  } else if (view.trust) {
    people<Unrecorded>(block, [](Unrecorded& person) { believe_trust(person); });
  }
  if (view.effort) {
    people<View>(block, [](View& person) { believe_effort(person); });
  }
  people<View>(block, [](View& person) { remember_extremes(person); });
  people<View>(block, [](View& person) { remember_sums(person); });
  if (view.available) {
    remember_places<View>(block, view);
  }
  people<View>(block, [](View& person) { recall(person); });
  if (view.deliberate) {
    const V theta = broadcast<V>(view.choice_sensitivity);
    people<View>(block, [theta](View& person) { deliberate_affect(person, theta); });
  }
  if (view.log_odds) {
    people<View>(block, [](View& person) { deliberate_log_odds(person); });
  }
}

/// Affect and memory as integers, for the tallies.
void count(FlowBlock& block) {
  each(block, [&](std::size_t lane) {
    const LaneView<V> person(block.fields, block.traits, lane);
    const V affect = person.get(Field::affect);
    store(block.affect + lane, affect_to_fixed(affect));
    store(block.remembered + lane, affect_to_fixed(person.get(Field::remembered)));
    store(block.bin + lane, load<Int>(block.record + lane) * n_affect_bins + affect_bin(affect));
  });
}

/// The clock, in doubles that hold whole ticks.
void pass_time(FlowBlock& block, const FlowView& view) {
  float* hours = block.fields[static_cast<std::size_t>(Field::hours)];
  for (std::size_t i = 0; i < block.n; ++i) {
    const double ticks = whole_ticks(static_cast<double>(block.takes[i]));
    block.left[i] += ticks;
    if (view.feels) {
      hours[i] = hours_of(ticks);
    }
  }
}

/// What the journey has come to, as Walk::perceive_journey says it of one person: time since
/// arrival on a clock that never stops, and how far the goal is.
void look_back(FlowBlock& block, const FlowView& view) {
  const auto column = [&block](Field field) {
    return block.fields[static_cast<std::size_t>(field)];
  };
  if (view.spent) {
    float* minutes = column(Field::spent_minutes);
    float* days = column(Field::age_days);
    for (std::size_t i = 0; i < block.n; ++i) {
      const double ticks = block.left[i] - block.arrived[i];
      minutes[i] = static_cast<float>(ticks / static_cast<double>(ticks_per_minute));
      days[i] = days_of(ticks);
    }
  }
  if (view.goal_visits != nullptr) {
    float* goal = column(Field::goal_here);
    for (std::size_t i = 0; i < block.n; ++i) {
      goal[i] = view.goal_visits[block.record[i]];
    }
  }
}

/// One lane at a time: rows and touchpoints are places in memory.
template <bool feels>
SOJOURN_INLINE std::size_t move_all(FlowBlock& block, const FlowView& view,
                                    const FlowCounts& counts) {
  const std::size_t n = block.n;
  std::size_t n_over = 0;
  for (std::size_t lane = 0; lane < n; ++lane) {
    const std::int32_t row = block.row[lane];
    ++counts.rows[row];
    if constexpr (feels) {
      FeltSums& felt = counts.felt[block.record[lane]];
      felt.affect += block.affect[lane];
      felt.remembered += block.remembered[lane];
      ++counts.bins[block.bin[lane]];
    }
    const std::int32_t next = view.leads_to[row];
    block.over[n_over] = static_cast<std::int32_t>(lane);
    n_over += static_cast<std::uint32_t>(next) >> 31;
    block.record[lane] = next & 0x7fffffff;
    std::uint16_t& nth = counts.occurrences[block.seat[lane] + block.record[lane]];
    block.occurrence[lane] = nth++;
  }
  return n_over;
}

/// The lanes whose journey is over, where some have made too many visits.
std::size_t with_stopped(FlowBlock& block, const FlowView& view) {
  std::size_t n_over = 0;
  for (std::size_t lane = 0; lane < block.n; ++lane) {
    const bool leaves = view.leads_to[block.row[lane]] < 0;
    if (leaves || block.pass - block.began[lane] >= visit_limit) {
      block.over[n_over++] = static_cast<std::int32_t>(lane);
    }
  }
  return n_over;
}

} // namespace

// flatten: the stages' lambdas too, which a call per register would rob of their constants.
[[gnu::flatten]] void happen(FlowBlock& block, const FlowView& view) {
  draw(block, view);
  if (view.normal_times) {
    normals(block, block.luck[0], block.takes);
  }
  view.tabled ? durations<true>(block, view) : durations<false>(block, view);
  world_rows(block, view);
  if (view.feels) {
    normals(block, block.luck[1], block.fields[static_cast<std::size_t>(Field::level_quality)]);
    touch(block, view);
  }
  if (!view.scalar_world) { // otherwise the world tells when the visit ends
    pass_time(block, view);
    look_back(block, view);
  }
}

[[gnu::flatten]] void feel(FlowBlock& block, const FlowView& view) {
  if (!view.feels) {
    return;
  }
  if (view.scalar_world) {
    experience_all<LaneView<V>>(block, view);
  } else {
    experience_all<QualityView>(block, view);
  }
  if (view.deliberate && !view.available) {
    decide<Leaning::none>(block, view);
  } else if (view.deliberate && view.place_rows != nullptr) {
    using Unfading = Without<LaneView<V>, Parameter::fading_strength>;
    view.fading ? decide<Leaning::read>(block, view) : decide<Leaning::read, Unfading>(block, view);
  }
  count(block);
}

[[gnu::flatten]] void choose(FlowBlock& block, const FlowView& view) {
  if (view.deliberate) {
    decide<Leaning::prepared>(block, view);
  }
}

std::size_t move(FlowBlock& block, const FlowView& view, const FlowCounts& counts) {
  const std::size_t n_over =
      view.feels ? move_all<true>(block, view, counts) : move_all<false>(block, view, counts);
  ++block.pass;
  return block.pass < visit_limit ? n_over : with_stopped(block, view);
}

} // namespace sojourn::inline SOJOURN_TARGET
