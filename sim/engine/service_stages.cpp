// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/hours.hpp"
#include "sim/engine/service_engine.hpp"

#include <algorithm>
#include <utility>

// A design that changes while people are under way: at some moments the provider looks at what came
// of it, and takes the next one. Up to then nothing is different from a design that stays.
namespace sojourn::inline SOJOURN_WORLD {
namespace {

/// Of everybody whose journey has ended, what the provider looks at: a count, or a sum in fixed
/// point.
std::int64_t watched_in(const Tally& tally, StageWatch watch) {
  std::int64_t sum = 0;
  for (const PersonaTally& people : tally.personas) {
    const auto ended = [&people](Outcome outcome) {
      return people.outcomes[static_cast<std::size_t>(outcome)];
    };
    switch (watch) {
    case StageWatch::nothing:
      break;
    case StageWatch::remembered_experience:
      sum += people.remembered;
      break;
    case StageWatch::served:
      sum += ended(Outcome::served);
      break;
    case StageWatch::gave_up:
      sum += ended(Outcome::lost);
      break;
    }
  }
  return sum;
}

std::int64_t finished_in(const Tally& tally) {
  std::int64_t n = 0;
  for (const PersonaTally& people : tally.personas) {
    n += people.finished;
  }
  return n;
}

/// Everything of `next`, at the places in memory where the former is: lines and walks know them.
void become_in_place(Plan& design, const Plan& next) {
  std::vector<PlanNode> nodes = std::move(design.nodes);
  std::vector<PlanResource> resources = std::move(design.resources);
  ArrivalPlan arrivals = std::move(design.arrivals);
  design = next;
  std::copy(next.nodes.begin(), next.nodes.end(), nodes.begin());
  std::copy(next.resources.begin(), next.resources.end(), resources.begin());
  design.nodes = std::move(nodes);
  design.resources = std::move(resources);
  design.arrivals = std::move(arrivals); // who comes does not change
}

} // namespace

void ServiceEngine::change_later(Plan& now, const PlanStages& stages) {
  design_ = &now;
  stages_ = &stages;
  next_look_ = stages.first;
}

/// Of those who ended since the last look; where nobody did, nothing speaks for a change.
bool ServiceEngine::good_enough() {
  const std::int64_t sum = watched_in(tally, stages_->watch), n = finished_in(tally);
  const std::int64_t more = sum - std::exchange(seen_, sum);
  const std::int64_t people = n - std::exchange(seen_finished_, n);
  if (stages_->watch == StageWatch::nothing || people == 0) {
    return stages_->watch != StageWatch::nothing;
  }
  const bool mean = stages_->watch == StageWatch::remembered_experience;
  const double value =
      (mean ? from_fixed(more) : static_cast<double>(more)) / static_cast<double>(people);
  return stages_->watch == StageWatch::gave_up ? value <= stages_->limit : value >= stages_->limit;
}

void ServiceEngine::look_at_design(Ticks now) {
  if (!good_enough()) {
    take_design(*stages_->designs[++stage_], now);
    tally.add_step(stage_ - 1, now);
  }
  const bool more = stage_ + 1 < stages_->designs.size() && stages_->every > 0;
  next_look_ = more ? now + stages_->every : std::numeric_limits<Ticks>::max();
}

void ServiceEngine::take_design(const Plan& next, Ticks now) {
  std::vector<std::int32_t> capacities;
  for (const PlanResource& resource : design_->resources) {
    capacities.push_back(resource.capacity);
  }
  become_in_place(*design_, next);
  walk_ = Walk(*design_, replication_);
  tilts_are_read_ = tilts_are_read_ || are_tilts_read(*design_);
  for (std::size_t i = 0; i < n_coming; i += Walk::visits_abreast) {
    walk_.draw_first_visits(&coming_[i], &coming_luck_[i]);
  }
  for (std::size_t i = 0; i < capacities.size(); ++i) {
    if (const std::int32_t more = design_->resources[i].capacity - capacities[i]; more != 0) {
      add_servers(i, more, now);
    }
  }
}

/// From now on. The hours of the week are filled at the end, with those who are there then: before
/// now, there were fewer.
void ServiceEngine::add_servers(std::size_t which, std::int32_t more, Ticks now) {
  const PlanResource& resource = design_->resources[which];
  stations_[which].set_capacity(resource.capacity);
  const Ticks begin = std::min(std::max(now, plan_->warm_up), plan_->horizon);
  tally.resources[which].open += more * resource.calendar.elapsed(begin, plan_->horizon);
  for (Ticks at = plan_->warm_up; !work_by_hour_.empty() && at < begin;) {
    const Ticks end = std::min((at / ticks_per_hour + 1) * ticks_per_hour, begin);
    tally.hour(which, at).open -= more * resource.calendar.elapsed(at, end);
    at = end;
  }
  serve(static_cast<std::int32_t>(which), now);
}

} // namespace sojourn::inline SOJOURN_WORLD
