// SPDX-License-Identifier: Apache-2.0
#include "models/luck/normal.hpp"
#include "models/luck/stream.hpp"
#include "models/mechanisms/table.hpp"
#include "sim/engine/walk.hpp"

// What relationship and culture do to one person in the world.
namespace sojourn::inline SOJOURN_WORLD {
namespace {

// Blocks of Purpose::traits behind those of the mechanisms' parameters and the mood's (200).
constexpr std::uint8_t relationship_block = 201; // [0 what is agreed, 1 match]
constexpr std::uint8_t culture_block = 202;      // and the next: one word per scale

} // namespace

bool Walk::draws_match(const Traveller& traveller, std::uint32_t matched) const {
  const Address at{plan_->seed, replication_, traveller.agent, 0, 0};
  return falls_under(words(at, Purpose::traits, relationship_block)[1], matched);
}

template <class P> void Walk::agree(P& person, Traveller& traveller) const {
  traveller.agreed = true;
  const float error = relationship_of(traveller).agreed_error;
  if (error <= 0) {
    return;
  }
  const Address at{plan_->seed, replication_, traveller.agent, 0, 0};
  const float missed =
      error * normal_from_word<float>(words(at, Purpose::traits, relationship_block)[0]);
  person.set(Field::expectation_quality,
             clamp(person.get(Field::expectation_quality) + missed, affect_low, affect_high));
}

void Walk::look(Traveller& traveller, const PlanNode& node) const {
  const PlanRelationship& relationship = relationship_of(traveller);
  // Without a relationship what is written is felt, and work behind the line is not seen.
  traveller.sees = node.hidden;
  if (relationship.present && (node.hidden || node.waits_behind)) {
    traveller.sees =
        falls_under(words(address(traveller), Purpose::sight)[0], relationship.visible);
  }
}

template <class P> void Walk::overlook(P& person) {
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    person.set(event_of(static_cast<Dimension>(d)), 0);
    person.set(level_of(static_cast<Dimension>(d)), 0);
  }
  person.set(Field::promise_gap, 0);
  person.set(Field::promise_verdict, 0);
  person.set(Field::has_segments, 0);
}

bool Walk::leaves_silently(const Traveller& traveller, std::uint32_t silent) const {
  const float factor = bend(traveller.persona, traveller.agent, CultureTarget::silent);
  const std::uint32_t bent =
      factor == 1.0F ? silent : threshold(static_cast<double>(factor) * silent * 0x1p-32);
  return words(address(traveller), Purpose::behaviour)[3] < bent;
}

std::array<float, n_culture_scales> Walk::culture_of(std::int32_t persona,
                                                     std::uint32_t agent) const {
  std::array<float, n_culture_scales> person =
      plan_->personas[static_cast<std::size_t>(persona)].culture;
  const Address at{plan_->seed, replication_, plan_->identity_of(agent), 0, 0};
  for (std::size_t i = 0; plan_->culture_spread > 0 && i < n_culture_scales; ++i) {
    const auto luck = words(at, Purpose::traits, static_cast<std::uint8_t>(culture_block + i / 4));
    person[i] += plan_->culture_spread * normal_from_word<float>(luck[i % 4]);
  }
  return person;
}

float Walk::bend(std::int32_t persona, std::uint32_t agent, CultureTarget target) const {
  for (const CultureEffect& effect : plan_->culture) {
    if (effect.target == target) {
      return culture_factor(plan_->culture, target, culture_of(persona, agent));
    }
  }
  return 1;
}

float Walk::bent_trait(std::int32_t persona, std::uint32_t agent, Parameter parameter,
                       float factor) const {
  const PlanPersona& spec = plan_->personas[static_cast<std::size_t>(persona)];
  float value = spec.traits[static_cast<std::size_t>(parameter)];
  for (const auto& [drawn, form] : spec.drawn_traits) {
    value = drawn == parameter ? drawn_trait(agent, parameter, form) : value;
  }
  const ParameterRow& row = row_of(parameter);
  return clamp(value * factor, static_cast<float>(row.low), static_cast<float>(row.high));
}

template void Walk::agree(PersonView<float>&, Traveller&) const;
template void Walk::agree(LaneView<float>&, Traveller&) const;
template void Walk::overlook(PersonView<float>&);
template void Walk::overlook(LaneView<float>&);

} // namespace sojourn::inline SOJOURN_WORLD
