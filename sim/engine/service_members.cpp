// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "sim/engine/service_engine.hpp"
#include "sim/engine/ticks.hpp"

// Members: people who come again, with what they believe and remember. A journey is addressed by
// member and ordinal, so that nobody's luck depends on when they or others come.
namespace sojourn {
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
    events_.push(Rank::returns, {first, 0, member, 0, 0});
  }
}

void ServiceEngine::expect_member(std::uint32_t member, Ticks from) {
  const Address at{plan_->seed, replication_, number_of(member, members_[member].journeys), 0, 0};
  const auto luck = words(at, Purpose::arrival, 2);
  if (!falls_under(luck[1], plan_->members.again)) {
    return;
  }
  const float minutes = at_word<float>(plan_->members.returns, plan_->tables.rows(), luck[0]);
  events_.push(Rank::returns, {from + ticks_of(static_cast<double>(minutes)), 0, member, 0, 0});
}

void ServiceEngine::on_return(const Event& event) {
  const std::uint32_t journey = members_[event.slot].journeys++;
  Arrival arrival;
  arrival.at = event.time;
  arrival.agent = number_of(event.slot, journey);
  arrival.luck = words(Address{plan_->seed, replication_, arrival.agent, 0, 0}, Purpose::arrival);
  // The same persona every time.
  const Address first{plan_->seed, replication_, number_of(event.slot, 0), 0, 0};
  arrival.luck[1] = words(first, Purpose::arrival)[1];
  arrive(arrival, what_is_said());
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

} // namespace sojourn
