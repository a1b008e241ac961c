// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow_engine.hpp"
#include "sim/engine/labour.hpp"

#include <algorithm>

// The flow engine where the world is walked one by one: waits, jobs, promises, money.
namespace sojourn {

void FlowEngine::walk_wait(std::size_t lane) {
  Traveller& traveller = travellers_[lane];
  const LaneView<float> person = view(lane);
  const Ticks now = traveller.entered;
  const PlanNode& node = plan_->nodes[static_cast<std::size_t>(traveller.node)];
  Happening& happening = happenings_[lane];
  if (node.waits_in_queue) {
    const PlanResource& resource = plan_->resources[static_cast<std::size_t>(node.work.resource)];
    const Ticks start = resource.calendar.next_open(now);
    happening = walk_.race(person, traveller, start, now);
    if (!happening.gave_up) {
      const Ticks takes = walk_.takes(traveller);
      happening.left = resource.end_of(true, start, resource.set_up + takes);
      happening.waited_until = happening.left - takes;
      count_labour(
          *plan_,
          {node.work.resource, node.work.units, start, happening.left, resource.pauses(true)},
          tally);
    }
    return;
  }
  if (!node.waits_behind) {
    happening = {now, now + walk_.takes(traveller), false, now};
    return;
  }
  walk_job(lane, node);
}

/// As if nobody left before it begins: `withdraw_jobs` puts that right.
void FlowEngine::walk_job(std::size_t lane, const PlanNode& node) {
  Traveller& traveller = travellers_[lane];
  const LaneView<float> person = view(lane);
  const Ticks now = traveller.entered;
  Happening& happening = happenings_[lane];
  const PlanResource& resource = plan_->resources[static_cast<std::size_t>(node.work.resource)];
  Job& job = jobs_[lane * static_cast<std::size_t>(plan_->n_jobs) +
                   static_cast<std::size_t>(node.work.job)];
  if (!job.open()) {
    const Ticks start = resource.calendar.next_open(now);
    job.opened = now;
    job.done = resource.end_of(false, start, resource.set_up + walk_.job_work(traveller, job));
    ++job.n;
    count_labour(*plan_,
                 {node.work.resource, node.work.units, start, job.done, resource.pauses(false)},
                 tally);
  }
  happening = walk_.race(person, traveller, std::max(now, job.done), job.opened);
  if (!happening.gave_up) {
    job.opened = -1; // delivered
  }
}

/// Where people wait, promise and switch channels: one person at a time, by the code that the
/// service engine uses too.
void FlowEngine::walk_world() {
  for (std::size_t lane = 0; lane < block_->n; ++lane) {
    Traveller& traveller = travellers_[lane];
    for (std::size_t i = 0; i < 3; ++i) {
      traveller.luck[i] = block_->luck[i][lane];
    }
    walk_wait(lane);
    block_->left[lane] = static_cast<double>(happenings_[lane].left);
    if (block_->left[lane] <= view_.last_time) {
      LaneView<float> person = view(lane);
      walk_.perceive(person, traveller, happenings_[lane]);
    }
  }
}

} // namespace sojourn
