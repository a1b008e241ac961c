// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/service_engine.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>

// What is told to whoever joins a line and is not served at once.
namespace sojourn::inline SOJOURN_WORLD {

/// Working time until it is the turn of the one who has just joined, were everybody before them as
/// much work as people are here on average. Of several who are all needed, the slowest line; where
/// any will do, one line for all of them. Nothing where nobody is there who could serve.
std::optional<Ticks> ServiceEngine::work_before(const PlanNode& node) const {
  const PlanWork& work = node.work;
  const Ticks mean = node.announcement.mean_work + set_up_of(work, work.resource);
  Ticks longest = 0;
  std::int64_t staff = 0;
  for (const WorkSpec::Other& demand : work.named) {
    const Station& station = stations_[static_cast<std::size_t>(demand.resource)];
    if (!station.resource().limited) {
      continue;
    }
    const Ticks capacity = station.capacity(); // of helpers so many are there now
    staff += capacity;
    if (capacity == 0 && !work.any_of) {
      return std::nullopt;
    }
    if (capacity > 0) {
      longest = std::max(longest, station.people_waiting() * mean * demand.units / capacity);
    }
  }
  if (work.any_of && staff == 0) {
    return std::nullopt;
  }
  return work.any_of ? (others_in_line(work) + 1) * mean / staff : longest;
}

std::optional<Ticks> ServiceEngine::head_wait(std::uint32_t slot, Ticks now) const {
  std::optional<Ticks> longest;
  for (const WorkSpec::Other& demand : work_of(agents_[slot]).named) {
    const Station& station = stations_[static_cast<std::size_t>(demand.resource)];
    const auto since =
        station.first_waits_since(slot, [this](const Request& request) { return stale(request); });
    if (since) {
      longest = std::max(longest.value_or(0), plan_->clock.elapsed(*since, now));
    }
  }
  return longest;
}

std::optional<Ticks> ServiceEngine::usual_wait(const PlanAnnouncement& says, Ticks now) const {
  const Ticks of_week = now % ticks_per_week;
  const auto found =
      std::find_if(says.schedule.begin(), says.schedule.end(),
                   [=](const auto& each) { return each.begin <= of_week && of_week < each.end; });
  return found == says.schedule.end() ? std::nullopt : std::optional<Ticks>(found->wait);
}

std::optional<Ticks> ServiceEngine::estimated_wait(std::uint32_t slot, Ticks now) const {
  const NodeIndex at = agents_[slot].traveller.node;
  const PlanNode& node = plan_->nodes[static_cast<std::size_t>(at)];
  switch (node.announcement.what) {
  case LineNews::last_wait: {
    const Ticks last = last_waits_[static_cast<std::size_t>(at)];
    return last < 0 ? std::nullopt : std::optional<Ticks>(last);
  }
  case LineNews::head_wait:
    return head_wait(slot, now);
  case LineNews::queue_length: {
    const Calendar& hours = hours_of(node.work, node.work.resource).calendar;
    const std::optional<Ticks> work = work_before(node);
    return work ? std::optional<Ticks>(plan_->clock.elapsed(now, hours.after(now, *work)))
                : std::nullopt;
  }
  case LineNews::schedule:
    return usual_wait(node.announcement, now);
  case LineNews::position:
    break;
  }
  return std::nullopt;
}

void ServiceEngine::announce(std::uint32_t slot, Ticks now) {
  Agent& agent = agents_[slot];
  const PlanNode& node = plan_->nodes[static_cast<std::size_t>(agent.traveller.node)];
  if (!node.announcement.given) {
    return;
  }
  if (node.announcement.what == LineNews::position) {
    Walk::hear_place(agent.traveller, others_in_line(node.work));
  } else if (const std::optional<Ticks> wait = estimated_wait(slot, now)) {
    Walk::hear_wait(agent.traveller, ticks_of(minutes_of(*wait) * node.announcement.factor));
  }
}

/// As far as it is known when service begins.
void ServiceEngine::note_wait(const Agent& agent) {
  const auto at = static_cast<std::size_t>(agent.traveller.node);
  if (plan_->nodes[at].announcement.given &&
      plan_->nodes[at].announcement.what == LineNews::last_wait) {
    last_waits_[at] = plan_->clock.elapsed(agent.traveller.entered, agent.waited_until);
  }
}

} // namespace sojourn::inline SOJOURN_WORLD
