// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_bare.hpp"

#include <algorithm>

namespace sojourn {
namespace {

bool is_bare_node(const PlanNode& node) {
  const bool marked = !node.channels.empty() || node.price > 0 || node.outcome > 0 ||
                      node.value_realised || node.risk.present || node.is_survey || node.asks ||
                      (node.agreement_from | node.agreement_to | node.agreement_wait) != 0;
  const bool told = node.promise.given || node.judges_promise || node.is_promised ||
                    node.announcement.given || node.updates_every > 0;
  const bool otherwise = node.waits_behind || node.hidden || node.feels_exactly ||
                         node.practice > 0 || node.feels.silence_per_hour != 0;
  return !marked && !told && !otherwise && !node.work.several();
}

bool is_bare_persona(const PlanPersona& persona) {
  return persona.drawn_traits.empty() && persona.same_mood && !persona.has_expected_time &&
         !persona.relationship.present;
}

bool is_bare_resource(const PlanResource& resource) {
  return !resource.preempts && resource.set_up == 0 && !resource.has_attitude &&
         resource.discretion == 0;
}

} // namespace

bool is_bare(const Plan& plan) {
  const auto all = [](const auto& list, const auto& holds) {
    return std::all_of(list.begin(), list.end(), holds);
  };
  const bool others = plan.word_of_mouth.present || plan.ratings.present || !plan.helpers.empty() ||
                      plan.members.n > 0;
  const bool counted = plan.keeps_books || plan.survey.present || !plan.agreements.empty();
  return !others && !counted && plan.culture.empty() && !plan.any_several &&
         !plan.any_longest_wait && plan.n_jobs == 0 && plan.stages.designs.empty() &&
         all(plan.nodes, is_bare_node) && all(plan.personas, is_bare_persona) &&
         all(plan.resources, is_bare_resource) &&
         all(plan.silent, [](std::uint32_t share) { return share == 0; }) &&
         all(plan.refusals, [](const auto& refusals) { return refusals.empty(); });
}

bool nothing_is_felt(const Plan& plan) {
  const auto quiet = [](const PlanNode& node) {
    return !node.has_effort && !node.has_price && !node.has_control &&
           node.feels.waiting_per_min == 0;
  };
  const auto untouched = [](const NodeRecord& record) {
    return record.event_quality == 0 && (record.flags & NodeFlag::person_decides) == 0;
  };
  return plan.bare && !plan.any_mechanism &&
         std::all_of(plan.nodes.begin(), plan.nodes.end(), quiet) &&
         std::all_of(plan.records.begin(), plan.records.end(), untouched) &&
         std::none_of(plan.rows.begin(), plan.rows.end(),
                      [](const PlanRow& row) { return row.has_feels; });
}

} // namespace sojourn
