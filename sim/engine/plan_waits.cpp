// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_waits.hpp"

#include "sim/engine/ticks.hpp"

namespace sojourn {
namespace {

PlanWork compile_work(const WorkSpec& spec, QuantileTables& tables) {
  PlanWork work;
  work.resource = spec.resource;
  work.units = spec.units;
  work.takes = tables.add(spec.takes);
  work.named = spec.others;
  work.named.insert(work.named.begin(), {spec.resource, spec.units});
  work.any_of = spec.any_of;
  return work;
}

/// Where there is always somebody free, nobody stands in line to be told anything.
PlanAnnouncement compile_announcement(const TouchpointSpec& spec, const Plan& plan) {
  PlanAnnouncement out;
  if (!spec.announces || !plan.resources[static_cast<std::size_t>(spec.needs->resource)].limited) {
    return out;
  }
  out.given = true;
  out.what = spec.announces->what;
  out.factor = spec.announces->factor;
  out.mean_work = ticks_of(spec.takes.mean());
  for (const AnnouncementSpec::Hours& hours : spec.announces->schedule) {
    out.schedule.push_back({hours.begin, hours.end, ticks_of(hours.minutes)});
  }
  return out;
}

} // namespace

void compile_waits(const TouchpointSpec& spec, Plan& plan, PlanNode& node) {
  if (spec.needs) {
    node.waits_in_queue = true;
    node.work = compile_work(*spec.needs, plan.tables);
    node.announcement = compile_announcement(spec, plan);
  } else if (spec.behind) {
    node.waits_behind = true;
    node.work = compile_work(*spec.behind, plan.tables);
    node.work.job = plan.n_jobs++;
  }
  node.updates_every = spec.updates_every_min ? ticks_of(*spec.updates_every_min) : 0;
}

} // namespace sojourn
