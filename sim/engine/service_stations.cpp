// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/labour.hpp"
#include "sim/engine/service_engine.hpp"

#include <algorithm>

// Servers: queueing, starting, pausing at closing time, patience and news of those who wait.
namespace sojourn::inline SOJOURN_WORLD {

bool ServiceEngine::stale(const Request& request) const {
  const Agent& agent = agents_[request.slot];
  if (uses(!request.in_front())) { // a job that somebody else has begun is no longer in line
    return request.stamp != agent.life ||
           job_of(request.slot, request.job).in_line != request.since;
  }
  // Who is served no longer waits in other lines.
  return request.stamp != agent.visit || !(agent.waiting || uses(request.resumed));
}

void ServiceEngine::schedule_patience(std::uint32_t slot, std::uint32_t nth_news, Ticks from) {
  Agent& agent = agents_[slot];
  const Ticks ends = walk_.patience_end(view(agent), agent.traveller, nth_news, from);
  if (ends == never) {
    return;
  }
  events_.push(Rank::patience, {ends, 0, slot, agent.wait, static_cast<std::int32_t>(nth_news)});
  if (const Ticks news = bare_world ? never : walk_.update_at(agent.traveller, nth_news);
      news != never) {
    events_.push(Rank::news, {news, 0, slot, agent.wait, static_cast<std::int32_t>(nth_news)});
  }
}

void ServiceEngine::begin_wait(std::uint32_t slot, Ticks from) {
  Agent& agent = agents_[slot];
  agent.waiting = true;
  agent.wait_from = from;
}

void ServiceEngine::queue_up(std::uint32_t slot, Ticks now) {
  Agent& agent = agents_[slot];
  const PlanWork& work = work_of(agent);
  begin_wait(slot, now);
  for (const WorkSpec::Other& demand : work.named) {
    const Request request = wish(slot, demand, now);
    Station& station = station_of(demand.resource);
    if (!uses(work.several()) && station.takes_at_once(request, now)) {
      start(demand.resource, request, now);
      return;
    }
    station.join(request, agent.traveller.persona);
  }
  for (std::size_t i = 0; agent.waiting && i < work.named.size(); ++i) {
    serve(work.named[i].resource, now);
  }
  // Who is served at once needs no place in line and no patience.
  if (agent.waiting && (bare_world || !turns_away(slot, now))) {
    schedule_patience(slot, 0, agent.traveller.entered);
  }
}

Request ServiceEngine::wish(std::uint32_t slot, const WorkSpec::Other& demand, Ticks now) {
  const Agent& agent = agents_[slot];
  const PlanWork& work = work_of(agent);
  const Ticks length = agent.takes + (bare_world ? 0 : set_up_of(work, demand.resource));
  Request request{slot, agent.visit, -1,  static_cast<std::int16_t>(demand.units),
                  0,    false,       now, length};
  request.earlier = uses(plan_->any_longest_wait) ? waited_[slot] : 0;
  count_coming(work, demand, length, now, agent.traveller.occurrence > 0);
  return request;
}

/// Who finds the line full or too long is told nothing any more.
bool ServiceEngine::turns_away(std::uint32_t slot, Ticks now) {
  const Traveller& traveller = agents_[slot].traveller;
  const std::vector<PlanRefusal>& refusals = plan_->refusals_of(traveller.persona, traveller.node);
  const auto first = [&](const auto& holds) {
    const auto found = std::find_if(refusals.begin(), refusals.end(), holds);
    if (found != refusals.end()) {
      refuse(slot, found->to, now);
    }
    return found != refusals.end();
  };
  const std::int32_t others = refusals.empty() ? 0 : others_in_line(work_of(agents_[slot]));
  if (first([=](const PlanRefusal& refusal) { return others >= refusal.in_line; })) {
    return true;
  }
  announce(slot, now);
  const HeardPromise& told = traveller.announced;
  return first([&told](const PlanRefusal& refusal) {
    return refusal.announced >= 0 && told.at >= 0 && told.within > refusal.announced;
  });
}

void ServiceEngine::refuse(std::uint32_t slot, NodeIndex to, Ticks now) {
  Agent& agent = agents_[slot];
  for (const WorkSpec::Other& demand : work_of(agent).named) {
    station_of(demand.resource).leave({slot, agent.visit, -1, 1, 0, false, now}, now);
  }
  count_gone(work_of(agent), now, &HourTally::turned_away);
  agent.waiting = false;
  agent.waited_until = now;
  agent.refused_to = to;
  events_.push(Rank::visit_done, {now, 0, slot, agent.life, 0});
}

void ServiceEngine::open_job(std::uint32_t slot, Job& job, Ticks now) {
  const Agent& agent = agents_[slot];
  const PlanWork& work = work_of(agent);
  const Ticks takes = walk_.job_work(agent.traveller, job);
  job.opened = job.in_line = now;
  job.done = never;
  ++job.n;
  for (const WorkSpec::Other& demand : work.named) {
    const Ticks length = takes + set_up_of(work, demand.resource);
    Request request{slot, agent.life, work.job, static_cast<std::int16_t>(demand.units),
                    0,    false,      now,      length};
    request.earlier = plan_->any_longest_wait ? waited_[slot] : 0;
    count_coming(work, demand, length, now, job.n > 1);
    station_of(demand.resource).join(request, agent.traveller.persona);
  }
}

void ServiceEngine::watch_job(std::uint32_t slot, Ticks now) {
  Agent& agent = agents_[slot];
  const PlanWork& work = plan_->nodes[static_cast<std::size_t>(agent.traveller.node)].work;
  Job& job = job_of(slot, work.job);
  if (job.open() && job.done <= now) { // done while the person was elsewhere
    agent.waited_until = now;
    agent.wait_from = job.opened;
    events_.push(Rank::visit_done, {now, 0, slot, agent.life, 0});
    return;
  }
  const bool fresh = !job.open();
  if (fresh) {
    open_job(slot, job, now);
  }
  begin_wait(slot, job.opened);
  schedule_patience(slot, 0, agent.traveller.entered);
  for (std::size_t i = 0; fresh && job.in_line >= 0 && i < work.named.size(); ++i) {
    serve(work.named[i].resource, now);
  }
}

void ServiceEngine::serve(std::int32_t resource, Ticks now) {
  Station& station = stations_[static_cast<std::size_t>(resource)];
  const auto withdrawn = [this](const Request& request) { return stale(request); };
  const auto lacks = [&](const Request& request) {
    if (!uses(plan_->any_several) || !lacks_other(request, resource, now)) {
      return false;
    }
    for (const WorkSpec::Other& demand : work_of(request).named) {
      expect_opening(demand.resource, now); // who is passed over must be thought of again then
    }
    return true;
  };
  do {
    while (station.may_start()) {
      const std::optional<Request> request = station.start_next(now, withdrawn, lacks);
      if (!request) {
        break;
      }
      start(resource, *request, now);
    }
  } while (uses(station.resource().preempts) && interrupt_lower(resource, now));
  expect_opening(resource, now);
}

/// Of a closed resource somebody waits for.
void ServiceEngine::expect_opening(std::int32_t resource, Ticks now) {
  Station& station = stations_[static_cast<std::size_t>(resource)];
  const Ticks opens = station.resource().calendar.next_open(now);
  if (opens != now && station.waiting() && !station.opening_scheduled()) {
    station.set_opening_scheduled(true);
    events_.push(Rank::opening, {opens, 0, static_cast<std::uint32_t>(resource), 0, 0});
  }
}

void ServiceEngine::start(std::int32_t resource, const Request& request, Ticks now) {
  count_start(resource, request, now);
  if (!uses(!request.in_front())) {
    start_front(resource, request, now);
  } else {
    start_behind(resource, request, now);
  }
}

void ServiceEngine::start_front(std::int32_t resource, const Request& request, Ticks now) {
  Agent& agent = agents_[request.slot];
  Station& station = station_of(resource);
  const bool several = uses(work_of(agent).several());
  const PlanResource& hours = several ? hours_of(work_of(agent), resource) : station.resource();
  const Ticks done = hours.end_of(true, now, request.work);
  if (uses(request.resumed)) { // an interruption is waiting, though patience does not count it
    agent.waited_until += done - request.since;
  } else {
    agent.waiting = false;
    agent.waited_until = done - request.work;
    if (!bare_world) {
      agent.waited_until += set_up_of(work_of(agent), resource);
    }
    ++agent.wait; // patience ends where service begins
    if (!bare_world) {
      note_wait(agent);
    }
  }
  count_work({resource, request.units, now, done, hours.pauses(true)});
  if (several) {
    take_several(work_of(agent), request, {resource, 1, now, done, hours.pauses(true)});
  }
  if (uses(station.resource().preempts)) {
    station.begun(request, done);
  }
  events_.push(Rank::service_done, {done, 0, request.slot, agent.life, resource});
}

void ServiceEngine::start_behind(std::int32_t resource, const Request& request, Ticks now) {
  Station& station = station_of(resource);
  const PlanWork& work = work_of(request);
  const PlanResource& hours = work.several() ? hours_of(work, resource) : station.resource();
  const Ticks done = hours.end_of(false, now, request.work);
  Job& job = job_of(request.slot, request.job);
  job.done = done;
  job.in_line = -1;
  count_work({resource, request.units, now, done, hours.pauses(false)});
  if (work.several()) {
    take_several(work, request, {resource, 1, now, done, hours.pauses(false)});
  }
  if (station.resource().preempts) {
    station.begun(request, done);
  }
  // The servers come back although the person may be gone by then.
  const std::int32_t who = resource << job_bits | request.job;
  events_.push(Rank::job_done, {done, 0, request.slot, request.stamp, who});
}

void ServiceEngine::on_service_done(const Event& event) {
  const Agent& agent = agents_[event.slot];
  const std::int32_t resource = event.index;
  if (uses(station_of(resource).resource().preempts) &&
      !station_of(resource).ends({event.slot, 0, -1}, event.time)) {
    return;
  }
  const PlanWork& work = work_of(agent);
  const bool together = uses(work.several() && !work.any_of);
  if (together) {
    release_all(work);
  } else {
    station_of(resource).release(work.units); // of any of several one
  }
  end_visit(event.slot, {agent.waited_until, event.time, false, agent.wait_from});
  if (together) {
    serve_all(work, event.time);
  } else {
    serve(resource, event.time);
  }
}

void ServiceEngine::on_job_done(const Event& event) {
  const std::int32_t number = event.index & ((1 << job_bits) - 1);
  const std::int32_t resource = event.index >> job_bits;
  const PlanWork& work = *job_work_[static_cast<std::size_t>(number)];
  Station& station = station_of(resource);
  if (!station.ends({event.slot, event.stamp, number}, event.time)) {
    return;
  }
  const bool together = work.several() && !work.any_of;
  if (together) {
    release_all(work);
  } else {
    station.release(work.units);
  }
  const Agent& agent = agents_[event.slot];
  const bool here =
      agent.present && agent.life == event.stamp && agent.waiting && work_of(agent).job == number;
  if (here) {
    end_visit(event.slot, {event.time, event.time, false, agent.wait_from});
  }
  if (together) {
    serve_all(work, event.time);
  } else {
    serve(resource, event.time);
  }
}

void ServiceEngine::on_news(const Event& event) {
  Agent& agent = agents_[event.slot];
  if (!agent.waiting || agent.wait != event.stamp) {
    return;
  }
  ++agent.wait; // the former patience is over
  schedule_patience(event.slot, static_cast<std::uint32_t>(event.index) + 1, event.time);
}

void ServiceEngine::on_patience(const Event& event) {
  const Agent& agent = agents_[event.slot];
  if (agent.waiting && agent.wait == event.stamp) {
    const PlanNode& node = plan_->nodes[static_cast<std::size_t>(agent.traveller.node)];
    if (node.waits_in_queue) {
      part_front(agent, event.time);
      count_gone(node.work, agent.wait_from, &HourTally::gave_up);
    }
    end_visit(event.slot, {event.time, event.time, true, agent.wait_from});
  }
}

} // namespace sojourn::inline SOJOURN_WORLD
