// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "models/mechanisms/word_of_mouth.hpp"
#include "sim/engine/service_engine.hpp"
#include "sim/engine/ticks.hpp"

#include <utility>

// Members: people who come again, with what they believe and remember. A journey is addressed by
// member and ordinal, so that nobody's luck depends on when they or others come.
namespace sojourn::inline SOJOURN_WORLD {
namespace {

constexpr std::uint32_t most_journeys = 1U << journeys_shift;
constexpr std::uint32_t first_number = member_layer << layer_shift;

/// Beliefs last; the memory of a journey begins anew, with what is remembered of the last one.
constexpr std::array carried = {
    Field::expectation_quality, Field::expectation_time,     Field::expectation_effort,
    Field::expectation_price,   Field::expectation_control,  Field::adapted_quality,
    Field::adapted_time,        Field::adapted_effort,       Field::adapted_price,
    Field::adapted_control,     Field::expectation_variance, Field::trust,
    Field::trust_seen};

std::uint32_t number_of(std::uint32_t member, std::uint32_t journey) {
  return first_number | (member << journeys_shift) | journey;
}

} // namespace

void ServiceEngine::expect_members() {
  members_.resize(static_cast<std::size_t>(plan_->members.n));
  for (std::uint32_t member = 0; member < members_.size(); ++member) {
    const Address at{plan_->seed, replication_, number_of(member, 0), 0, 0};
    const double u = uniform_open(words(at, Purpose::arrival)[0]);
    const auto first = static_cast<Ticks>(u * static_cast<double>(plan_->members.first_within));
    members_[member].due = true;
    events_.push(Rank::returns, {plan_->members.comes_at(0, first), 0, member, 0, 0});
  }
}

void ServiceEngine::expect_member(std::uint32_t member, Ticks from) {
  const std::uint32_t journeys = members_[member].journeys;
  const Address at{plan_->seed, replication_, number_of(member, journeys), 0, 0};
  const auto luck = words(at, Purpose::arrival, 2);
  if (!falls_under(luck[1], plan_->members.again)) {
    return;
  }
  const float minutes = at_word<float>(plan_->members.returns, plan_->tables.rows(), luck[0]);
  members_[member].due = true;
  const Ticks at_last = plan_->members.comes_at(from, ticks_of(static_cast<double>(minutes)));
  events_.push(Rank::returns, {at_last, 0, member, journeys, 0});
}

/// Unless somebody has told them to come earlier.
void ServiceEngine::on_return(const Event& event) {
  const Member& member = members_[event.slot];
  if (member.due && member.journeys == event.stamp) {
    come_again(event.slot, event.time, false);
  }
}

void ServiceEngine::come_again(std::uint32_t number, Ticks now, bool told) {
  Member& member = members_[number];
  const std::uint32_t journey = member.journeys++;
  member.due = false;
  Arrival arrival;
  arrival.at = now;
  arrival.agent = number_of(number, journey);
  arrival.luck = words(Address{plan_->seed, replication_, arrival.agent, 0, 0}, Purpose::arrival);
  // The same persona every time.
  const Address first{plan_->seed, replication_, number_of(number, 0), 0, 0};
  arrival.luck[1] = words(first, Purpose::arrival)[1];
  Opinion opinion{0, told};
  if (plan_->word_of_mouth.network.near == 0) {
    opinion.heard = what_is_said(arrival);
  } else if (const std::int32_t n = std::exchange(member.words, 0); n > 0) {
    opinion.heard = static_cast<float>(from_fixed(std::exchange(member.valence, 0)) / n);
  }
  arrive(arrival, opinion);
}

std::uint32_t ServiceEngine::acquaintance_of(std::uint32_t member, std::uint32_t which) const {
  const auto n = static_cast<std::uint32_t>(members_.size());
  const Address at{plan_->seed, replication_, number_of(member, 0), 0,
                   static_cast<std::uint16_t>(which)};
  const auto luck = words(at, Purpose::contact);
  if (falls_under(luck[0], plan_->word_of_mouth.network.rewired)) {
    const std::uint32_t other = acquaintance(luck[1], n - 1);
    return other + (other >= member ? 1 : 0);
  }
  const std::uint32_t away = which / 2 + 1; // to one side and the other in turns
  return (which % 2 == 0 ? member + away : member + n - away) % n;
}

/// What is heard counts when they come; some come at once.
void ServiceEngine::tell_member(std::uint32_t number, const Talker& teller, std::uint32_t word,
                                Ticks now) {
  Member& member = members_[number];
  ++member.words;
  member.valence += to_fixed(static_cast<double>(teller.valence));
  if (member.due && uniform_open(word) < coming_chance_of(teller)) {
    come_again(number, now, true);
  }
}

ServiceEngine::Member* ServiceEngine::member_of(std::uint32_t agent) {
  return !members_.empty() && plan_->is_member(agent)
             ? &members_[(agent - first_number) >> journeys_shift]
             : nullptr;
}

void ServiceEngine::bring_memories(Agent& agent) {
  const Member* member = member_of(agent.traveller.agent);
  if (member == nullptr || member->journeys <= 1) {
    return;
  }
  PersonView<float> person = view(agent);
  for (const Field field : carried) {
    person.set(field, member->fields[static_cast<std::size_t>(field)]);
  }
  person.set(Field::begin, member->fields[static_cast<std::size_t>(Field::remembered)]);
}

/// Who went to a competitor, or left for good otherwise, does not come again.
void ServiceEngine::take_memories(const Agent& agent, std::int32_t exit, Ticks now) {
  Member* member = member_of(agent.traveller.agent);
  if (member == nullptr || exit < 0 || member->journeys >= most_journeys) {
    return;
  }
  const Outcome outcome = plan_->exit_outcomes[static_cast<std::size_t>(exit)];
  if (outcome == Outcome::served || outcome == Outcome::lost) {
    member->fields = agent.fields;
    expect_member((agent.traveller.agent - first_number) >> journeys_shift, now);
  }
}

} // namespace sojourn::inline SOJOURN_WORLD
