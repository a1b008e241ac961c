// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_stages.hpp"

#include <stdexcept>
#include <tuple>

namespace sojourn {
namespace {

/// What the state of those who are under way is laid out by.
auto layout_of(const Plan& plan) {
  return std::make_tuple(plan.shape(), plan.rows.size(), plan.n_jobs, plan.n_remembered,
                         plan.keeps_books, plan.any_longest_wait, plan.contended, plan.members.n);
}

bool same_people(const Plan& a, const Plan& b) {
  for (std::size_t i = 0; i < a.personas.size(); ++i) {
    if (a.personas[i].traits != b.personas[i].traits ||
        a.personas[i].drawn_traits.size() != b.personas[i].drawn_traits.size()) {
      return false;
    }
  }
  return true;
}

bool same_servers(const Plan& a, const Plan& b) {
  for (std::size_t i = 0; i < a.resources.size(); ++i) {
    if (a.resources[i].limited != b.resources[i].limited) {
      return false;
    }
  }
  return a.helpers.size() == b.helpers.size();
}

} // namespace

void compile_stages(const Scenario& arm, const Scenario& baseline, const PlanOptions& options,
                    Plan& plan) {
  if (arm.stages.designs.empty()) {
    return;
  }
  PlanStages stages{{}, arm.stages.first, arm.stages.every, arm.stages.watch, arm.stages.limit};
  std::vector<std::shared_ptr<Plan>> designs;
  for (const auto& design : arm.stages.designs) {
    designs.push_back(std::make_shared<Plan>(compile(*design, baseline, options)));
  }
  designs.push_back(std::make_shared<Plan>(plan));
  for (const auto& design : designs) {
    if (layout_of(*design) != layout_of(plan) || !same_people(*design, plan) ||
        !same_servers(*design, plan)) {
      throw std::invalid_argument("what a variant changes cannot come into force while people are "
                                  "under way: it changes who they are, where they can go, or what "
                                  "is counted");
    }
  }
  if (!plan.contended) {
    throw std::invalid_argument("a change comes into force later only where people meet: in a "
                                "line, as members, or by what they tell");
  }
  for (const auto& design : designs) {
    plan.any_recalls = plan.any_recalls || design->any_recalls;
  }
  plan.n_steps = designs.size() - 1;
  for (const auto& design : designs) { // room for what later ones need is made at the begin
    design->any_recalls = plan.any_recalls;
    design->n_steps = plan.n_steps;
  }
  stages.designs.assign(designs.begin(), designs.end());
  plan.stages = std::move(stages);
}

} // namespace sojourn
