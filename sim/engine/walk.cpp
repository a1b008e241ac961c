// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/walk.hpp"

#include "models/luck/normal.hpp"
#include "models/luck/stream.hpp"
#include "sim/engine/row_choice.hpp"

#include <algorithm>
#include <array>

namespace sojourn::inline SOJOURN_WORLD {
namespace {

constexpr std::uint8_t mood_block = 200; // far from the traits' blocks

/// Nothing is met here but the touchpoint's own quality.
bool nothing_but_quality(const PlanNode& node) {
  const bool marked = !node.channels.empty() || node.price > 0 || node.outcome > 0 ||
                      node.value_realised || node.risk.present || node.is_survey || node.asks ||
                      node.is_agreed ||
                      (node.agreement_from | node.agreement_to | node.agreement_wait) != 0;
  const bool felt = node.has_effort || node.has_price || node.has_control || node.feels_exactly;
  const bool promised = node.promise.given || node.judges_promise || node.is_promised;
  return !node.waits() && !node.hidden && !marked && !felt && !promised;
}

/// Whoever serves here is kind or unkind, or may make good.
bool has_manners(const Plan& plan, const PlanNode& node) {
  const PlanResource& staff = plan.resources[static_cast<std::size_t>(node.work.resource)];
  return staff.has_attitude || staff.discretion > 0;
}

} // namespace

Walk::Walk(const Plan& plan, std::uint32_t replication) : plan_(&plan), replication_(replication) {
  for (const PlanNode& node : plan.nodes) {
    plain_.push_back(nothing_but_quality(node) ? 1 : 0);
    manners_.push_back(node.waits_in_queue && has_manners(plan, node) ? 1 : 0);
  }
}

void Walk::arrive_person(Traveller& traveller, const Arrival& arrival) const {
  traveller.agent = arrival.agent;
  const Who here = who(arrival);
  traveller.persona = here.persona;
  traveller.start = here.start;
  traveller.arrival = traveller.last_news = arrival.at;
  traveller.agreement_of = traveller.agreement_met = 0;
  traveller.matched = bare_world || draw_match(traveller);
  if (uses(plan_->keeps_books)) {
    traveller.worth_left = plan_->personas[static_cast<std::size_t>(traveller.persona)].potential;
  }
}

float Walk::drawn_trait(std::uint32_t agent, Parameter parameter, const QuantileForm& form) const {
  const auto n = static_cast<std::uint32_t>(parameter);
  const Address at{plan_->seed, replication_, agent, 0, 0};
  const auto luck = words(at, Purpose::traits, static_cast<std::uint8_t>(n / 4));
  return at_word<float>(form, plan_->tables.rows(), luck[n % 4]);
}

float Walk::drawn_mood(const PlanPersona& spec, std::uint32_t agent) const {
  const auto luck =
      words(Address{plan_->seed, replication_, agent, 0, 0}, Purpose::traits, mood_block);
  const float error = spec.expectation_error * normal_from_word<float>(luck[1]);
  return clamp(at_word<float>(spec.mood, plan_->tables.rows(), luck[0]) + error, affect_low,
               affect_high);
}

Ticks Walk::expected_time(const PlanPersona& spec, std::uint32_t agent) const {
  const std::uint32_t identity = plan_->identity_of(agent);
  const auto luck =
      words(Address{plan_->seed, replication_, identity, 0, 0}, Purpose::traits, mood_block);
  return ticks_of(
      static_cast<double>(at_word<float>(spec.expected_time, plan_->tables.rows(), luck[2])));
}

void Walk::choose_channel(Traveller& traveller, const PlanNode& node) const {
  traveller.switched_channel = false;
  const auto& offered = node.channels;
  if (offered.empty() ||
      std::find(offered.begin(), offered.end(), traveller.channel) != offered.end()) {
    return;
  }
  const auto& prefers = plan_->personas[static_cast<std::size_t>(traveller.persona)].prefers;
  float total = 0;
  for (const std::int32_t channel : offered) {
    total += prefers[static_cast<std::size_t>(channel)];
  }
  std::int32_t chosen = offered.front();
  if (total > 0) {
    float goal =
        total * static_cast<float>(uniform_open(words(address(traveller), Purpose::channel)[0]));
    for (const std::int32_t channel : offered) {
      const float weight = prefers[static_cast<std::size_t>(channel)];
      if (weight > 0) {
        chosen = channel;
        goal -= weight;
        if (goal < 0) {
          break;
        }
      }
    }
  }
  traveller.switched_channel = traveller.channel >= 0;
  traveller.channel = chosen;
}

void Walk::mark_agreements(Traveller& traveller, const PlanNode& node, Ticks now) const {
  for (std::size_t i = 0; i < plan_->agreements.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((node.agreement_from & bit) != 0 && (traveller.agreement_of & bit) == 0) {
      traveller.agreement_of |= bit;
      traveller.agreement_from[i] = now;
    }
    if ((node.agreement_to & bit & traveller.agreement_of) != 0) {
      const Ticks taken = plan_->clock.elapsed(traveller.agreement_from[i], now);
      const bool met = plan_->agreements[i].at_most == (taken <= plan_->agreements[i].limit);
      traveller.agreement_met |= met ? bit : 0;
    }
  }
}

template <class P>
void Walk::enter(P& person, Traveller& traveller, NodeIndex at, Ticks now) const {
  traveller.node = at;
  traveller.entered = now;
  ++traveller.n_visits;
  traveller.announced.at = -1;
  traveller.announced_before = -1;
  if (bare_world || is_plain(traveller)) {
    traveller.switched_channel = false;
    return;
  }
  const PlanNode& node = node_of(traveller);
  choose_channel(traveller, node);
  if (traveller.switched_channel) {
    person.set(Field::effort, person.get(Field::effort) + plan_->channel_switch_effort);
  }
  mark_agreements(traveller, node, now);
  if (node.is_agreed && !traveller.agreed) {
    agree(person, traveller);
  }
  if (node.is_promised && traveller.promise.at >= 0 && traveller.promise_taken < 0) {
    traveller.promise_taken = plan_->clock.elapsed(traveller.promise.at, now);
  }
  traveller.paid += node.price;
  traveller.surveyed = traveller.surveyed || node.is_survey;
  if (node.asks && !traveller.survey.asked) {
    ask(person, traveller);
  }
  if (node.value_realised && traveller.value_at < 0 && traveller.matched) {
    traveller.value_at = now;
    traveller.value_node = at;
  }
}

void Walk::judge_wait(Traveller& traveller, const PlanNode& node,
                      const Happening& happening) const {
  for (std::size_t i = 0; node.agreement_wait != 0 && i < plan_->agreements.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if ((node.agreement_wait & bit) == 0 || (traveller.agreement_of & bit) != 0) {
      continue;
    }
    const PlanAgreement& agreement = plan_->agreements[i];
    Ticks waited = plan_->clock.elapsed(traveller.entered, happening.waited_until);
    if (agreement.measure == AgreementMeasure::past_announced) {
      waited -= traveller.announced.within;
      const bool may_be_kept = happening.gave_up && waited <= agreement.limit;
      if (traveller.announced.at < 0 || may_be_kept) { // nothing was told, or nobody will know
        continue;
      }
    }
    const bool met = agreement.at_most == (waited <= agreement.limit);
    traveller.agreement_of |= bit;
    traveller.agreement_met |= met && !happening.gave_up ? bit : 0;
  }
}

/// Where nothing but quality is met: all other inputs of the visit are 0.
template <class P> void Walk::perceive_plain(P& person, Traveller& traveller) const {
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    if (const auto dimension = static_cast<Dimension>(d); dimension != Dimension::quality) {
      person.set(event_of(dimension), 0);
      person.set(level_of(dimension), 0);
    }
  }
  person.set(Field::promise_gap, 0);
  person.set(Field::promise_verdict, 0);
  person.set(Field::has_segments, 0);
  traveller.sees = false;
}

template <class P>
void Walk::perceive_world(P& person, Traveller& traveller, const Happening& happening) const {
  const PlanNode& node = node_of(traveller);
  spend_wait(traveller, happening);
  if (happening.gave_up) { // what was to be felt here did not happen
    person.set(Field::event_quality, 0);
    person.set(Field::level_quality, 0);
    person.set(Field::written_quality, 0);
  }
  if (uses(node.risk.present)) {
    strike(person, traveller, happening);
  }
  if (uses(manners_[static_cast<std::size_t>(traveller.node)] != 0) && !happening.gave_up) {
    meet_staff(person, traveller);
  }
  const auto level = [&](Dimension dimension, bool given, float value) {
    person.set(event_of(dimension), given ? 1.0F : 0.0F);
    person.set(level_of(dimension), given ? value : 0.0F);
  };
  level(Dimension::effort, node.has_effort, -node.effort * practised(traveller));
  level(Dimension::price, node.has_price, node.price_feels);
  level(Dimension::control, node.has_control, node.control);
  if (uses(node.agreement_wait != 0)) {
    judge_wait(traveller, node, happening);
  }
  if (!bare_world) {
    look(traveller, node);
  }
  perceive_time(person, traveller, node, happening);
  if (bare_world) {
    person.set(Field::promise_gap, 0);
    person.set(Field::promise_verdict, 0);
  } else if (node.hidden && !traveller.sees) {
    overlook(person);
  } else {
    perceive_promise(person, traveller, node, happening);
    perceive_announced(person, traveller, node, happening);
  }
}

template <class P>
void Walk::perceive(P& person, Traveller& traveller, const Happening& happening) const {
  if (is_plain(traveller)) {
    perceive_plain(person, traveller);
  } else {
    perceive_world(person, traveller, happening);
  }
  perceive_journey(person, traveller, happening);
  if (const PlanNode& node = node_of(traveller); uses(node.feels_exactly)) {
    feel_exactly(person, node.exactly);
  }
  if (uses(plan_->survey.present)) {
    note_surprise(person, traveller);
  }
  person.set(Field::hours, hours_of(static_cast<double>(happening.left - traveller.entered)));
}

/// What the journey has come to: only where a mechanism asks.
template <class P>
void Walk::perceive_journey(P& person, const Traveller& traveller,
                            const Happening& happening) const {
  if (plan_->is_active(Mechanism::sunk_cost)) {
    const Ticks spent = plan_->clock.elapsed(traveller.arrival, happening.left);
    person.set(Field::spent_minutes, static_cast<float>(minutes_of(spent)));
    person.set(Field::spent_money, static_cast<float>(from_fixed(traveller.paid)));
    person.set(Field::age_days, days_of(static_cast<double>(happening.left - traveller.arrival)));
  }
  if (!plan_->goal_visits.empty()) {
    person.set(Field::goal_here, plan_->goal_visits[place_of(traveller.persona, traveller.node)]);
  }
}

void Walk::conclude(Traveller& traveller, const Happening& happening) const {
  if (bare_world || is_plain(traveller)) {
    return;
  }
  const PlanNode& node = node_of(traveller);
  if (const std::uint32_t n = n_updates(traveller, happening); n > 0) {
    traveller.last_news = std::max(traveller.last_news, update_at(traveller, n - 1));
  }
  if (happening.gave_up) {
    const std::uint32_t silent = plan_->silent[place_of(traveller.persona, traveller.node)];
    traveller.silent = !happening.refused && silent > 0 && leaves_silently(traveller, silent);
    return;
  }
  if (node.waits_in_queue) { // being served is news
    traveller.last_news = happening.left;
  }
  if (node.promise.given) {
    HeardPromise& promise = traveller.promise;
    promise.first = promise.at < 0
                        ? node.promise.within
                        : promise.first - plan_->clock.elapsed(promise.at, happening.left);
    promise.within = node.promise.within;
    promise.at = traveller.last_news = happening.left;
  }
}

template <class P>
const PlanRow& Walk::chosen_row(const P& person, const Traveller& traveller,
                                const float* leaning) const {
  const NodeRecord& record = record_of(traveller);
  const PlanRow* rows = &plan_->rows[static_cast<std::size_t>(record.first_row)];
  return rows[row_of_choice(person, *plan_, record, traveller.luck[2], leaning)];
}

template void Walk::enter(PersonView<float>&, Traveller&, NodeIndex, Ticks) const;
template void Walk::enter(LaneView<float>&, Traveller&, NodeIndex, Ticks) const;
template void Walk::perceive(PersonView<float>&, Traveller&, const Happening&) const;
template void Walk::perceive(LaneView<float>&, Traveller&, const Happening&) const;
template const PlanRow& Walk::chosen_row(const PersonView<float>&, const Traveller&,
                                         const float*) const;
template const PlanRow& Walk::chosen_row(const LaneView<float>&, const Traveller&,
                                         const float*) const;

} // namespace sojourn::inline SOJOURN_WORLD
