// SPDX-License-Identifier: Apache-2.0
#include "models/luck/math.hpp"
#include "models/luck/stream.hpp"
#include "sim/engine/walk.hpp"

// What makes one visit differ from the next: who serves, and that people learn.
namespace sojourn::inline SOJOURN_WORLD {

/// The power law of practice, n^-b (Newell & Rosenbloom 1981). Members practise from journey to
/// journey: each journey before counts like one visit.
float Walk::eased_by_practice(const Traveller& traveller) const {
  const PlanNode& node = node_of(traveller);
  const std::uint32_t before = traveller.occurrence + plan_->journeys_before(traveller.agent);
  return pow(static_cast<float>(before + 1), -node.practice);
}

template <class P> void Walk::meet_staff(P& person, const Traveller& traveller) const {
  const PlanResource& staff =
      plan_->resources[static_cast<std::size_t>(node_of(traveller).work.resource)];
  const auto luck = words(address(traveller), Purpose::staff);
  float level = person.get(Field::level_quality);
  bool any = person.get(Field::event_quality) > 0;
  if (staff.has_attitude) {
    level += at_word<float>(staff.attitude, plan_->tables.rows(), luck[0]);
    any = true;
  }
  if (level < 0 && staff.discretion > 0 && falls_under(luck[1], staff.discretion)) {
    level += staff.recovery;
  }
  person.set(Field::event_quality, any ? 1.0F : 0.0F);
  person.set(Field::level_quality, clamp(level, affect_low, affect_high));
}

template void Walk::meet_staff(PersonView<float>&, const Traveller&) const;
template void Walk::meet_staff(LaneView<float>&, const Traveller&) const;

} // namespace sojourn::inline SOJOURN_WORLD
