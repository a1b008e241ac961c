// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_bare.hpp"
#include "sim/engine/service_engine.hpp"

#include <algorithm>
#include <utility>

// People: stepping, feeling, leaving. How they come is in service_people.cpp, what the servers do
// in service_stations.cpp.
namespace sojourn::inline SOJOURN_WORLD {
namespace {

/// Whether anybody's numbers are other than their persona's.
bool differ(const Plan& plan) {
  return !plan.culture.empty() ||
         std::any_of(plan.personas.begin(), plan.personas.end(),
                     [](const PlanPersona& persona) { return !persona.drawn_traits.empty(); });
}

/// Whether all who are new begin alike in a persona.
bool begin_alike(const Plan& plan) {
  return !differ(plan) && plan.members.n == 0 &&
         std::all_of(plan.personas.begin(), plan.personas.end(),
                     [](const PlanPersona& persona) { return persona.same_mood; });
}

/// Somebody new of each persona, their start apart.
std::vector<Fields<float>> beginners(const Plan& plan) {
  std::vector<Fields<float>> beginners;
  for (const PlanPersona& persona : plan.personas) {
    PersonView<float> person(beginners.emplace_back().data(), persona.traits.data());
    arrive(person, persona.usual_mood);
    set_references(person, persona);
  }
  return beginners;
}

} // namespace

bool ServiceEngine::are_tilts_read(const Plan& plan) {
  return plan.any_mechanism && std::any_of(plan.has_patience.begin(), plan.has_patience.end(),
                                           [](std::uint8_t has) { return has != 0; });
}

ServiceEngine::ServiceEngine(const Plan& plan, std::uint32_t replication, bool keep_rows)
    : tally(plan.shape()), plan_(&plan), walk_(plan, replication),
      arrivals_(plan.arrivals, plan.seed, replication), people_differ_(differ(plan)),
      begin_alike_(begin_alike(plan)), nothing_felt_(nothing_is_felt(plan)),
      beginners_(beginners(plan)), tilts_are_read_(are_tilts_read(plan)),
      last_waits_(plan.n_touchpoints, -1), job_work_(static_cast<std::size_t>(plan.n_jobs)),
      places_(plan, 0), said_(plan.n_personas), helping_(plan.helpers.size()),
      helpers_since_(plan.helpers.size()),
      helps_until_(plan.helpers.size() * static_cast<std::size_t>(plan.members.n)),
      replication_(replication), keep_rows_(keep_rows) {
  for (const PlanNode& node : plan.nodes) {
    if (node.waits_behind) {
      job_work_[static_cast<std::size_t>(node.work.job)] = &node.work;
    }
  }
  for (const PlanResource& resource : plan.resources) {
    stations_.emplace_back(resource);
    const Ticks open = resource.calendar.elapsed(plan.warm_up, plan.horizon);
    tally.resources[stations_.size() - 1].open = resource.limited ? open * resource.capacity : open;
  }
  prepare_hours();
}

void ServiceEngine::draw_luck(std::uint32_t slot, const VisitLuck* known) {
  Agent& agent = agents_[slot];
  Traveller& traveller = agent.traveller;
  const std::size_t at = slot * plan_->n_touchpoints + static_cast<std::size_t>(traveller.node);
  traveller.occurrence = occurrences_[at]++;
  const auto take = [&](const VisitLuck& luck) {
    traveller.luck = luck.words;
    agent.takes = luck.takes;
    agent.feeling = luck.feeling;
  };
  if (known != nullptr) {
    take(*known);
  } else {
    take(walk_.draw_visit(traveller));
  }
}

void ServiceEngine::step_to(std::uint32_t slot, NodeIndex node, Ticks now, const VisitLuck* known) {
  Agent& agent = agents_[slot];
  if (node >= static_cast<NodeIndex>(plan_->n_touchpoints)) {
    const NodeIndex exit = node - static_cast<NodeIndex>(plan_->n_touchpoints);
    leave(slot, node == unfinished() ? -1 : exit, now);
    return;
  }
  agent.traveller.node = node;
  draw_luck(slot, known);
  PersonView<float> person = view(agent);
  walk_.enter(person, agent.traveller, node, now);
  const PlanNode& here = plan_->nodes[static_cast<std::size_t>(node)];
  if (here.waits_in_queue) {
    queue_up(slot, now);
  } else if (uses(here.waits_behind)) {
    watch_job(slot, now);
  } else {
    agent.waited_until = agent.wait_from = now;
    events_.push(Rank::visit_done, {now + agent.takes, 0, slot, agent.life, 0});
  }
}

void ServiceEngine::handle(const Event& event) {
  switch (event.rank()) {
  case Rank::job_done:
    on_job_done(event);
    break;
  case Rank::service_done:
    on_service_done(event);
    break;
  case Rank::opening:
    stations_[event.slot].set_opening_scheduled(false);
    serve(static_cast<std::int32_t>(event.slot), event.time);
    break;
  case Rank::visit_done: {
    const Agent& agent = agents_[event.slot];
    const bool refused = uses(agent.refused_to != no_node);
    end_visit(event.slot, {agent.waited_until, event.time, refused, agent.wait_from, refused});
    break;
  }
  case Rank::news:
    on_news(event);
    break;
  case Rank::patience:
    on_patience(event);
    break;
  case Rank::talk:
    on_talk(event);
    break;
  case Rank::returns:
    on_return(event);
    break;
  case Rank::helps_no_more:
    on_help_ended(event);
    break;
  }
}

void ServiceEngine::feel(Agent& agent, const Happening& happening) {
  if (bare_world && nothing_felt_) {
    walk_.spend_wait(agent.traveller, happening);
    return;
  }
  const NodeRecord& record = plan_->record(agent.traveller.persona, agent.traveller.node);
  PersonView<float> person = view(agent);
  const bool world_decides = (record.flags & NodeFlag::person_decides) == 0;
  const PlanRow* row =
      world_decides && record.n_rows > 0 ? &walk_.world_row(agent.traveller) : nullptr;
  const float noise = record.feel_spread * agent.feeling;
  const bool row_feels = row != nullptr && row->has_feels;
  person.set(Field::level_quality, row_feels ? row->feels : record.feel_mean + noise);
  person.set(Field::written_quality, record.feel_mean);
  person.set(Field::event_quality, row_feels ? 1.0F : record.event_quality);
  walk_.perceive(person, agent.traveller, happening);
  const std::size_t slot = slot_of(agent);
  const auto now = static_cast<double>(happening.left);
  if (places_.used()) {
    places_.bring(person, slot, agent.traveller.node, now);
  }
  experience(person);
  walk_.conclude(agent.traveller, happening);
  if (!world_decides || tilts_are_read_) {
    deliberate(person, plan_->choice_sensitivity);
  }
  if (places_.used()) {
    places_.keep(person, slot, agent.traveller.node, now);
    if (!world_decides) {
      places_.lean(person, slot, record, now, leaning_.data());
    }
  }
  if (uses(plan_->word_of_mouth.present || plan_->ratings.present)) {
    tilt_by_word(agent);
  }
}

NodeIndex ServiceEngine::leave_touchpoint(Agent& agent, const Happening& happening) {
  const NodeRecord& record = plan_->record(agent.traveller.persona, agent.traveller.node);
  if (uses(happening.refused)) {
    return std::exchange(agent.refused_to, no_node);
  }
  if (happening.gave_up) {
    return record.patience_to;
  }
  if ((record.flags & NodeFlag::person_decides) == 0) {
    return walk_.world_row(agent.traveller).to;
  }
  return walk_.chosen_row(view(agent), agent.traveller, leaning()).to;
}

void ServiceEngine::count_visit(const Agent& agent, const Happening& happening, NodeIndex next) {
  const Traveller& traveller = agent.traveller;
  tally.add_visit(traveller.persona, traveller.node,
                  agent.fields[static_cast<std::size_t>(Field::affect)],
                  agent.fields[static_cast<std::size_t>(Field::remembered)]);
  if (plan_->nodes[static_cast<std::size_t>(traveller.node)].waits()) {
    tally.add_wait(traveller.persona, traveller.node,
                   plan_->clock.elapsed(traveller.entered, happening.waited_until));
  }
  tally.add_move(traveller.persona, traveller.node, next);
}

void ServiceEngine::end_visit(std::uint32_t slot, const Happening& happening) {
  Agent& agent = agents_[slot];
  agent.waiting = false;
  ++agent.visit;
  ++agent.wait;
  const bool watched = uses(watch_ != nullptr) && watch_->sees(agent.traveller);
  if (watched) {
    watch_->before(agent.fields);
  }
  feel(agent, happening);
  if (uses(plan_->keeps_books)) {
    walk_.keep_books(agent.traveller, happening, books_of(slot));
  }
  const Traveller& traveller = agent.traveller;
  const PlanNode& node = plan_->nodes[static_cast<std::size_t>(traveller.node)];
  if (uses(node.waits_behind) && !happening.gave_up) {
    job_of(slot, node.work.job).opened = -1; // delivered
  }
  if (uses(plan_->any_longest_wait) && node.waits()) {
    waited_[slot] += happening.waited_until - traveller.entered;
  }
  NodeIndex next = leave_touchpoint(agent, happening);
  if (watched) {
    watch_->after(view(agent), {agent.fields, traveller, happening, next, leaning()});
  }
  if (next < static_cast<NodeIndex>(plan_->n_touchpoints) && traveller.n_visits >= visit_limit) {
    next = unfinished();
  }
  if (agent.counted) {
    count_visit(agent, happening, next);
  }
  step_to(slot, next, happening.left);
}

void ServiceEngine::leave(std::uint32_t slot, std::int32_t exit, Ticks now) {
  Agent& agent = agents_[slot];
  const std::uint32_t who = agent.traveller.agent;
  const JourneyRow row = walk_.finish(view(agent), agent.traveller, exit, now);
  if (uses(watch_ != nullptr) && watch_->sees(agent.traveller)) {
    watch_->left(row, agent.counted);
  }
  if (agent.counted) {
    tally.add_journey(row, plan_->exit_outcomes);
    if (uses(plan_->keeps_books)) {
      walk_.close_books(agent.traveller, row, books_of(slot), tally);
    }
    if (keep_rows_) {
      rows.push_back(row);
    }
    --counted_present_;
  }
  if (uses(plan_->word_of_mouth.present) && exit >= 0) {
    begin_telling(row, now);
  }
  if (uses(plan_->ratings.present) && exit >= 0) {
    leave_rating(row);
  }
  if (uses(plan_->members.n > 0)) {
    take_memories(agent, exit, now);
  }
  if (uses(plan_->n_jobs > 0)) {
    withdraw_jobs(slot, now);
  }
  count_present(now);
  --n_present_;
  agent.present = agent.waiting = false;
  ++agent.life;
  ++agent.visit;
  ++agent.wait;
  free_.push_back(slot);
  if (uses(!plan_->helpers.empty())) { // last: they may serve somebody at once
    begin_helping(who, exit, now);
  }
}

} // namespace sojourn::inline SOJOURN_WORLD
