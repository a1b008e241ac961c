// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/gather.hpp"
#include "models/visit.hpp"
#include "sim/engine/flow_block.hpp"
#include "sim/engine/ticks.hpp"

// What a register of people remembers of places, as PlaceMemory says it of one person: part of the
// flow kernel, and of nothing else. Where somebody retrieves episodes the engine does it instead.
namespace sojourn::inline SOJOURN_TARGET {
namespace {

/// Rows of places, of the register of lanes that begins at `lane`.
template <class V> class PlaceRows {
public:
  using Int = typename Lanes<V>::Int;

  SOJOURN_INLINE PlaceRows(const FlowView& view, std::size_t lane)
      : view_(&view), first_(static_cast<std::int32_t>(lane) * view.n_place_rows) {}

  /// `row` of each lane: good, bad, weight, at.
  SOJOURN_INLINE Columns<V> read(Int row) {
    place(row);
    return gather_records<V, 1>(view_->place_rows, at_, 0);
  }
  SOJOURN_INLINE void write(Int row, const Columns<V>& columns) {
    place(row);
    scatter_rows<V>(view_->place_rows, at_, columns);
  }

private:
  SOJOURN_INLINE void place(Int row) {
    store(at_, row);
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(Lanes<V>::width); ++i) {
      at_[i] += first_ + i * view_->n_place_rows;
    }
  }

  const FlowView* view_;
  std::int32_t first_;
  alignas(64) std::int32_t at_[Lanes<V>::width];
};

/// Days between the last event at a place, if there was one, and now.
template <class V> SOJOURN_INLINE V days_since(const Columns<V>& place, V now) {
  return select(place.column[2] > 0.0F, now - place.column[3], broadcast<V>(0));
}

/// The row of the place each lane stands on.
template <class V>
SOJOURN_INLINE typename Lanes<V>::Int own_row(const FlowBlock& block, std::size_t lane) {
  using Int = typename Lanes<V>::Int;
  return (load<Int>(block.flags + lane) >> place_shift) & most_places;
}

template <class V> void bring_places(FlowBlock& block, const FlowView& view) {
  for (std::size_t i = 0; i < block.n; ++i) {
    block.age[i] = days_of(block.left[i] - block.arrived[i]);
  }
  for (std::size_t lane = 0; lane < block.n; lane += Lanes<V>::width) {
    LaneView<V> person(block.fields, block.traits, lane);
    const Columns<V> place = PlaceRows<V>(view, lane).read(own_row<V>(block, lane));
    person.set(Field::available_good, place.column[0]);
    person.set(Field::available_bad, place.column[1]);
    person.set(Field::available_weight, place.column[2]);
    person.set(Field::days, days_since(place, load<V>(block.age + lane)));
    store(block.place_at + lane, place.column[3]);
  }
}

/// Row 0 is of no place: nothing is kept there.
template <class V> void keep_places(FlowBlock& block, const FlowView& view) {
  for (std::size_t lane = 0; lane < block.n; lane += Lanes<V>::width) {
    const LaneView<V> person(block.fields, block.traits, lane);
    const auto row = own_row<V>(block, lane);
    const auto is_place = row > 0;
    const V none = broadcast<V>(0);
    const V strength = person.trait(Parameter::availability_strength);
    const V at = select((touched(person) > 0.0F) & (strength > 0.0F), load<V>(block.age + lane),
                        load<V>(block.place_at + lane));
    PlaceRows<V>(view, lane)
        .write(row, {select(is_place, person.get(Field::available_good), none),
                     select(is_place, person.get(Field::available_bad), none),
                     select(is_place, person.get(Field::available_weight), none),
                     select(is_place, at, none)});
  }
}

/// What going on to where row j of a list leads is worth, log-odds; 0 where it leads out.
template <class V, class P>
SOJOURN_INLINE V leaning_to(const P& person, PlaceRows<V>& rows, const Columns<V>& targets, int j,
                            V age, V choice_sensitivity) {
  const Columns<V> place = rows.read(bits_as<typename Lanes<V>::Int>(targets.column[j]));
  const RememberedPlace<V> held = {place.column[0], place.column[1], place.column[2]};
  return choice_sensitivity * going_on(person, comes_to_mind(person, held, days_since(place, age)));
}

} // namespace
} // namespace sojourn::inline SOJOURN_TARGET
