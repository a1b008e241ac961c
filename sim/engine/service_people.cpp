// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/service_engine.hpp"

#include <algorithm>

// People who come: their slot, their numbers, nothing behind them.
namespace sojourn::inline SOJOURN_WORLD {

std::uint32_t ServiceEngine::take_slot() {
  if (!free_.empty()) {
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }
  agents_.emplace_back();
  own_traits_.resize(people_differ_ ? agents_.size() : 0);
  jobs_.resize(agents_.size() * static_cast<std::size_t>(plan_->n_jobs));
  waited_.resize(plan_->any_longest_wait ? agents_.size() : 0);
  occurrences_.resize(agents_.size() * plan_->n_touchpoints);
  books_.resize(plan_->keeps_books ? agents_.size() * plan_->n_touchpoints : 0);
  places_.make_room(agents_.size());
  return static_cast<std::uint32_t>(agents_.size() - 1);
}

void ServiceEngine::arrive(const Arrival& arrival, const Opinion& opinion, const VisitLuck* first) {
  const std::uint32_t slot = take_slot();
  Agent& agent = agents_[slot];
  agent.traveller.begin_anew();
  walk_.arrive_person(agent.traveller, arrival);
  agent.traveller.told = uses(opinion.told);
  count_present(arrival.at);
  ++n_present_;
  agent.present = true;
  agent.waiting = false;
  agent.counted = arrival.at >= plan_->warm_up && arrival.at < plan_->horizon;
  counted_present_ += agent.counted ? 1 : 0;
  become(slot, arrival);
  if (uses(plan_->word_of_mouth.present || plan_->ratings.present)) {
    listen(agent, opinion);
  }
  clear_slot(slot, arrival.at);
  if (agent.counted) {
    tally.add_move(agent.traveller.persona, static_cast<std::int32_t>(plan_->n_touchpoints),
                   agent.traveller.start);
  }
  step_to(slot, agent.traveller.start, arrival.at, first);
}

/// Numbers of somebody new.
void ServiceEngine::become(std::uint32_t slot, const Arrival& arrival) {
  Agent& agent = agents_[slot];
  const std::int32_t persona = agent.traveller.persona;
  const PlanPersona& spec = plan_->personas[static_cast<std::size_t>(persona)];
  const std::uint32_t identity =
      uses(plan_->members.n > 0) ? plan_->identity_of(arrival.agent) : arrival.agent;
  came_ += identity == arrival.agent ? 1 : 0; // a member who comes again is nobody new
  if (uses(people_differ_)) {
    Traits<float>& traits = own_traits_[slot];
    traits = spec.traits;
    walk_.draw_traits(persona, identity, [&traits](Parameter parameter, float value) {
      traits[static_cast<std::size_t>(parameter)] = value;
    });
  }
  PersonView<float> person = view(agent);
  if (!uses(!begin_alike_)) {
    agent.fields = beginners_[static_cast<std::size_t>(persona)];
  } else {
    sojourn::arrive(person, walk_.mood(persona, identity));
    bring_memories(agent);
    set_references(person, spec);
  }
  person.set(Field::goal_start, walk_.goal_start(persona, agent.traveller.start));
}

/// What belongs to a slot besides the person: jobs, books, how often they were where, memories.
void ServiceEngine::clear_slot(std::uint32_t slot, Ticks arrival) {
  std::fill_n(occurrences_.begin() + static_cast<std::ptrdiff_t>(slot * plan_->n_touchpoints),
              plan_->n_touchpoints, std::uint16_t{0});
  if (uses(plan_->n_jobs > 0)) {
    std::fill_n(&job_of(slot, 0), plan_->n_jobs, Job{});
  }
  if (uses(plan_->keeps_books)) {
    std::fill_n(books_of(slot), plan_->n_touchpoints, LedgerEntry{});
  }
  if (uses(plan_->any_longest_wait)) {
    waited_[slot] = 0;
  }
  if (places_.used()) {
    places_.forget(slot, static_cast<double>(arrival));
  }
}

} // namespace sojourn::inline SOJOURN_WORLD
