// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/labour.hpp"
#include "sim/engine/service_engine.hpp"

#include <algorithm>

// Servers: queueing, starting, pausing at closing time, patience and news of those who wait.
namespace sojourn {

bool ServiceEngine::stale(const Request& request) const {
  const Agent& agent = agents_[request.slot];
  return request.stamp != (request.job < 0 ? agent.visit : agent.life);
}

void ServiceEngine::schedule_patience(std::uint32_t slot, std::uint32_t nth_news, Ticks from) {
  Agent& agent = agents_[slot];
  const Ticks ends = walk_.patience_end(view(agent), agent.traveller, nth_news, from);
  if (ends == never) {
    return;
  }
  events_.push(Rank::patience, {ends, 0, slot, agent.wait, static_cast<std::int32_t>(nth_news)});
  if (const Ticks news = walk_.update_at(agent.traveller, nth_news); news != never) {
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
  const PlanWork& work = plan_->nodes[static_cast<std::size_t>(agent.traveller.node)].work;
  const Ticks takes = walk_.takes(agent.traveller);
  if (now >= plan_->warm_up && now < plan_->horizon) {
    tally.resources[static_cast<std::size_t>(work.resource)].offered += takes * work.units;
  }
  begin_wait(slot, now);
  stations_[static_cast<std::size_t>(work.resource)].join(
      {slot, agent.visit, -1, work.units, now, takes}, agent.traveller.persona);
  serve(work.resource, now);
  if (agent.waiting) { // who is served at once needs no patience
    schedule_patience(slot, 0, agent.traveller.entered);
  }
}

void ServiceEngine::open_job(std::uint32_t slot, Job& job, Ticks now) {
  const Agent& agent = agents_[slot];
  const PlanWork& work = plan_->nodes[static_cast<std::size_t>(agent.traveller.node)].work;
  const Ticks takes = walk_.job_work(agent.traveller, job);
  job.opened = now;
  job.done = never;
  ++job.n;
  if (now >= plan_->warm_up && now < plan_->horizon) {
    tally.resources[static_cast<std::size_t>(work.resource)].offered += takes * work.units;
  }
  stations_[static_cast<std::size_t>(work.resource)].join(
      {slot, agent.life, work.job, work.units, now, takes}, agent.traveller.persona);
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
  if (fresh) {
    serve(work.resource, now);
  }
}

void ServiceEngine::serve(std::int32_t resource, Ticks now) {
  Station& station = stations_[static_cast<std::size_t>(resource)];
  const auto withdrawn = [this](const Request& request) { return stale(request); };
  while (const std::optional<Request> request = station.start_next(now, withdrawn)) {
    ResourceTally& count = tally.resources[static_cast<std::size_t>(resource)];
    if (request->since >= plan_->warm_up && request->since < plan_->horizon) {
      ++count.started;
      count.wait += station.resource().calendar.elapsed(request->since, now);
    }
    if (request->job < 0) {
      start_front(resource, *request, now);
    } else {
      start_behind(resource, *request, now);
    }
  }
  const Ticks opens = station.resource().calendar.next_open(now);
  if (opens != now && station.waiting() && !station.opening_scheduled()) {
    station.set_opening_scheduled(true);
    events_.push(Rank::opening, {opens, 0, static_cast<std::uint32_t>(resource), 0, 0});
  }
}

void ServiceEngine::start_front(std::int32_t resource, const Request& request, Ticks now) {
  Agent& agent = agents_[request.slot];
  agent.waiting = false;
  agent.waited_until = now;
  ++agent.wait; // patience ends where service begins
  const Ticks done = now + request.work;
  count_labour(*plan_, {resource, request.units, now, done, false}, tally);
  events_.push(Rank::service_done, {done, 0, request.slot, agent.life, 0});
}

void ServiceEngine::start_behind(std::int32_t resource, const Request& request, Ticks now) {
  const Ticks done =
      plan_->resources[static_cast<std::size_t>(resource)].calendar.after(now, request.work);
  job_of(request.slot, request.job).done = done;
  count_labour(*plan_, {resource, request.units, now, done, true}, tally);
  // The servers come back although the person may be gone by then.
  events_.push(Rank::job_done, {done, 0, request.slot, request.stamp, request.job});
}

void ServiceEngine::on_service_done(const Event& event) {
  const Agent& agent = agents_[event.slot];
  const PlanWork& work = plan_->nodes[static_cast<std::size_t>(agent.traveller.node)].work;
  stations_[static_cast<std::size_t>(work.resource)].release(work.units);
  end_visit(event.slot, {agent.waited_until, event.time, false, agent.wait_from});
  serve(work.resource, event.time);
}

void ServiceEngine::on_job_done(const Event& event) {
  const PlanWork& work = *job_work_[static_cast<std::size_t>(event.index)];
  stations_[static_cast<std::size_t>(work.resource)].release(work.units);
  const Agent& agent = agents_[event.slot];
  const bool here =
      agent.present && agent.life == event.stamp && agent.waiting &&
      plan_->nodes[static_cast<std::size_t>(agent.traveller.node)].work.job == event.index;
  if (here) {
    end_visit(event.slot, {event.time, event.time, false, agent.wait_from});
  }
  serve(work.resource, event.time);
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
    end_visit(event.slot, {event.time, event.time, true, agent.wait_from});
  }
}

} // namespace sojourn
