// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "models/mechanisms/ratings.hpp"
#include "models/mechanisms/word_of_mouth.hpp"
#include "sim/engine/plan_social.hpp"
#include "sim/engine/service_engine.hpp"

// What people tell others when their journey is over, whom it reaches, who comes because of it, and
// what the others make of it.
namespace sojourn::inline SOJOURN_WORLD {
namespace {

/// People brought by talk are numbered behind all layers of arrivals.
constexpr std::uint32_t told_layer = 15;
constexpr std::uint32_t within_layer = (std::uint32_t{1} << layer_shift) - 1;
constexpr std::uint16_t most_talks = 0xffff; // of one person: an address counts no further

std::int64_t weekly(double per_tick) {
  return to_fixed(per_tick * static_cast<double>(ticks_per_week));
}

} // namespace

Address ServiceEngine::talk_address(const Talker& talker) const {
  return {plan_->seed, replication_, talker.agent, 0, talker.n};
}

void ServiceEngine::say(std::int32_t persona, const Talker& talker, std::int64_t sign) {
  Said& said = said_[static_cast<std::size_t>(persona)];
  said.rate += sign * weekly(talker.rate);
  said.valence += sign * weekly(talker.rate * static_cast<double>(talker.valence));
}

void ServiceEngine::begin_telling(const JourneyRow& row, Ticks now) {
  const PlanWord& word = plan_->word_of_mouth;
  Talker talker;
  talker.agent = row.agent;
  talker.persona = static_cast<std::uint16_t>(row.persona);
  talker.reached = row.told ? 1 : 0; // whoever told them is an acquaintance
  talker.until = now + word.lasts;
  talker.valence = valence_of(row.remembered);
  talker.rate = telling_rate(word.talks, word.good, word.bad, static_cast<double>(row.remembered));
  if (talker.rate <= 0) {
    return;
  }
  say(row.persona, talker, 1);
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
    say(talker.persona, talker, -1);
    free_talkers_.push_back(event.slot);
    return;
  }
  const auto luck = words(talk_address(talker), Purpose::talk);
  const std::uint32_t whom = reach(talker, luck[3]);
  ++talker.n;
  schedule_talk(event.slot, event.time);
  if (whom != nobody_new) {
    const Talker teller = talker; // who comes may tell others at once
    const Member* member = member_of(teller.agent);
    if (member != nullptr && whom < plan_->word_of_mouth.network.near) {
      const auto number = static_cast<std::uint32_t>(member - members_.data());
      tell_member(acquaintance_of(number, whom), teller, luck[1], event.time);
    } else {
      bring(teller, luck, event.time);
    }
  }
}

/// Somebody new hears of it, and comes or does not.
void ServiceEngine::bring(const Talker& teller, const std::array<std::uint32_t, 4>& luck,
                          Ticks now) {
  if (uniform_open(luck[1]) >= coming_chance_of(teller) * left_to_come()) {
    return;
  }
  Arrival arrival;
  arrival.at = now;
  arrival.agent = number_told(luck[2]);
  arrival.luck = words(Address{plan_->seed, replication_, arrival.agent, 0, 0}, Purpose::arrival);
  arrival.persona = persona_told(teller.persona, arrival.luck[1]);
  come(arrival, {teller.valence, true});
}

double ServiceEngine::coming_chance_of(const Talker& teller) const {
  const PlanWord& word = plan_->word_of_mouth;
  const double tilt = static_cast<double>(word_tilt(word.weight, teller.valence, word.trust));
  return coming_chance(word.comes, tilt);
}

/// Acquaintances are alike: those who have heard it may be called the first.
std::uint32_t ServiceEngine::reach(Talker& talker, std::uint32_t word) {
  const PlanNetwork& network = plan_->word_of_mouth.network;
  Member* member = member_of(talker.agent); // whose acquaintances last
  const std::uint32_t near = member != nullptr ? network.near : 0;
  const std::uint32_t all = network.contacts > 0 ? network.contacts : near;
  if (all == 0) {
    return near; // somebody new, always
  }
  const std::uint32_t whom = acquaintance(word, all);
  if (whom < near) {
    return whom;
  }
  std::uint16_t& reached = member != nullptr ? member->reached : talker.reached;
  if (whom - near < reached) {
    return nobody_new;
  }
  ++reached;
  return whom;
}

std::int32_t ServiceEngine::persona_told(std::int32_t teller, std::uint32_t word) const {
  const std::vector<std::uint32_t>& thresholds = plan_->word_of_mouth.network.thresholds;
  if (thresholds.empty()) {
    return -1;
  }
  const auto n = static_cast<std::int32_t>(plan_->n_personas);
  std::int32_t persona = 0;
  while (persona + 1 < n && word >= thresholds[static_cast<std::size_t>(teller * n + persona)]) {
    ++persona;
  }
  return persona;
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

float ServiceEngine::what_is_said(const Arrival& arrival) const {
  if (!plan_->word_of_mouth.present) {
    return 0;
  }
  const std::vector<double>& shares = plan_->word_of_mouth.network.shares;
  const std::size_t listener =
      shares.empty() ? 0 : static_cast<std::size_t>(walk_.persona_of(arrival));
  double rate = 0, valence = 0;
  Said all;
  for (std::size_t teller = 0; teller < said_.size(); ++teller) {
    const Said& said = said_[teller];
    if (shares.empty()) {
      all.rate += said.rate;
      all.valence += said.valence;
    } else {
      const double share = shares[teller * said_.size() + listener];
      rate += share * from_fixed(said.rate);
      valence += share * from_fixed(said.valence);
    }
  }
  rate = shares.empty() ? from_fixed(all.rate) : rate;
  valence = shares.empty() ? from_fixed(all.valence) : valence;
  return rate > 0 ? static_cast<float>(valence / rate) : 0.0F;
}

void ServiceEngine::listen(Agent& agent, const Opinion& opinion) {
  Traveller& traveller = agent.traveller;
  traveller.heard = opinion.heard;
  traveller.stars = opinion.stars;
  traveller.ratings = opinion.ratings;
  float pull = plan_->word_of_mouth.expectation * opinion.heard * affect_high;
  if (opinion.ratings > 0) {
    pull += plan_->ratings.expectation * valence_of_stars(opinion.stars) * affect_high;
  }
  if (pull != 0) {
    PersonView<float> person = view(agent);
    person.set(Field::expectation_quality,
               clamp(person.get(Field::expectation_quality) + pull, affect_low, affect_high));
  }
}

void ServiceEngine::tilt_by_word(Agent& agent) {
  if (agent.traveller.heard == 0 && agent.traveller.ratings == 0) {
    return;
  }
  if (const float tilt = talk_tilt(*plan_, agent.traveller) + rating_tilt(*plan_, agent.traveller);
      tilt != 0) {
    PersonView<float> person = view(agent);
    person.set(Field::tilt_leave, person.get(Field::tilt_leave) - tilt);
  }
}

} // namespace sojourn::inline SOJOURN_WORLD
