// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "models/mechanisms/word_of_mouth.hpp"
#include "sim/engine/service_engine.hpp"

// What people tell others when their journey is over, who comes because of it, and what the others
// make of it.
namespace sojourn {
namespace {

/// People brought by talk are numbered behind all layers of arrivals.
constexpr std::uint32_t told_layer = 15;
constexpr std::uint32_t within_layer = (std::uint32_t{1} << layer_shift) - 1;
constexpr std::uint32_t most_talks = 0xffff; // of one person: an address counts no further

std::int64_t weekly(double per_tick) {
  return to_fixed(per_tick * static_cast<double>(ticks_per_week));
}

} // namespace

Address ServiceEngine::talk_address(const Talker& talker) const {
  return {plan_->seed, replication_, talker.agent, 0, static_cast<std::uint16_t>(talker.n)};
}

void ServiceEngine::begin_telling(const JourneyRow& row, Ticks now) {
  const PlanWord& word = plan_->word_of_mouth;
  Talker talker;
  talker.agent = row.agent;
  talker.until = now + word.lasts;
  talker.valence = valence_of(row.remembered);
  talker.rate = telling_rate(word.talks, word.good, word.bad, static_cast<double>(row.remembered));
  if (talker.rate <= 0) {
    return;
  }
  said_.rate += weekly(talker.rate);
  said_.valence += weekly(talker.rate * static_cast<double>(talker.valence));
  std::uint32_t slot = static_cast<std::uint32_t>(talkers_.size());
  if (free_talkers_.empty()) {
    talkers_.push_back(talker);
  } else {
    slot = free_talkers_.back();
    free_talkers_.pop_back();
    talkers_[slot] = talker;
  }
  schedule_talk(slot, now);
}

/// The next telling, or the end of telling: a Poisson process of the talker's own.
void ServiceEngine::schedule_talk(std::uint32_t slot, Ticks from) {
  Talker& talker = talkers_[slot];
  const double gap =
      -log(uniform_open(words(talk_address(talker), Purpose::talk)[0])) / talker.rate;
  const bool over = talker.n >= most_talks || gap >= static_cast<double>(talker.until - from);
  talker.silent = over;
  const Ticks at = over ? talker.until : from + static_cast<Ticks>(gap);
  events_.push(Rank::talk, {at, 0, slot, 0, 0});
}

void ServiceEngine::on_talk(const Event& event) {
  Talker& talker = talkers_[event.slot];
  if (talker.silent) {
    said_.rate -= weekly(talker.rate);
    said_.valence -= weekly(talker.rate * static_cast<double>(talker.valence));
    free_talkers_.push_back(event.slot);
    return;
  }
  const PlanWord& word = plan_->word_of_mouth;
  const auto luck = words(talk_address(talker), Purpose::talk);
  const double tilt = static_cast<double>(word_tilt(word.weight, talker.valence, word.trust));
  const bool comes = uniform_open(luck[1]) < coming_chance(word.comes, tilt) * left_to_come();
  const float valence = talker.valence;
  ++talker.n;
  schedule_talk(event.slot, event.time);
  if (comes) {
    Arrival arrival;
    arrival.at = event.time;
    arrival.agent = number_told(luck[2]);
    arrival.luck = words(Address{plan_->seed, replication_, arrival.agent, 0, 0}, Purpose::arrival);
    arrive(arrival, valence, true);
  }
}

/// Parent and ordinal make the number; should two make the same, the later takes the next one.
std::uint32_t ServiceEngine::number_told(std::uint32_t word) {
  std::uint32_t ordinal = word & within_layer;
  while (!told_.insert(ordinal)) {
    ordinal = (ordinal + 1) & within_layer;
  }
  return (told_layer << layer_shift) | ordinal;
}

double ServiceEngine::left_to_come() const {
  const std::int64_t population = plan_->word_of_mouth.population;
  return population == 0 ? 1.0
                         : static_cast<double>(std::max<std::int64_t>(0, population - came_)) /
                               static_cast<double>(population);
}

bool ServiceEngine::is_new(const Arrival& arrival) const {
  if (plan_->word_of_mouth.population == 0) {
    return true;
  }
  const Address at{plan_->seed, replication_, arrival.agent, 0, 0};
  return uniform_open(words(at, Purpose::market)[0]) < left_to_come();
}

float ServiceEngine::what_is_said() const {
  return said_.rate > 0 ? static_cast<float>(from_fixed(said_.valence) / from_fixed(said_.rate))
                        : 0.0F;
}

void ServiceEngine::listen(Agent& agent, float valence) {
  agent.traveller.heard = valence;
  if (const float pull = plan_->word_of_mouth.expectation * valence * affect_high; pull != 0) {
    PersonView<float> person = view(agent);
    person.set(Field::expectation_quality,
               clamp(person.get(Field::expectation_quality) + pull, affect_low, affect_high));
  }
}

void ServiceEngine::tilt_by_word(Agent& agent) {
  const PlanWord& word = plan_->word_of_mouth;
  if (agent.traveller.heard == 0) {
    return;
  }
  if (const float tilt = word_tilt(word.weight, agent.traveller.heard, word.trust); tilt != 0) {
    PersonView<float> person = view(agent);
    person.set(Field::tilt_leave, person.get(Field::tilt_leave) - tilt);
  }
}

} // namespace sojourn
