// SPDX-License-Identifier: Apache-2.0
#include "output/store/sha256.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/compare.hpp"
#include "sim/study/by_hour.hpp"
#include "sim/study/estimates.hpp"
#include "sim/study/map.hpp"
#include "sim/study/pair_shares.hpp"
#include "sim/study/warm_up.hpp"
#include "sim/study/warnings.hpp"

#include <algorithm>

namespace sojourn {
namespace {

output::ArmInfo info_of(const ArmSpec& arm) {
  return {arm.id,
          arm.title,
          arm.because,
          arm.changes,
          arm.scenario.one_off_cost,
          arm.scenario.one_off_spread_min / 60,
          output::missing};
}

output::PersonaInfo info_of(const PersonaSpec& persona) {
  return {persona.id, persona.name, persona.about, persona.share};
}

output::ExitInfo info_of(const ExitSpec& exit) {
  return {exit.id, exit.name, std::string(outcome_names[static_cast<std::size_t>(exit.outcome)])};
}

output::ResourceInfo info_of(const ResourceSpec& resource) { return {resource.id, resource.name}; }

output::AgreementInfo agreement_info(const Scenario& scenario, const AgreementSpec& agreement) {
  return {agreement.id, agreement.experience ? "XLA" : "SLA", agreement_text(scenario, agreement),
          agreement.for_at_least};
}

std::string roles_text(const RolesSpec& roles) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < role_names.size(); ++i) {
    if (roles.has[i]) {
      words.emplace_back(role_names[i]);
    }
  }
  return list_words(words);
}

void describe_stakeholders(output::ResultData& result, const Scenario& baseline) {
  for (std::size_t i = 0; i < baseline.stakeholders.size(); ++i) {
    if (const auto& each = baseline.stakeholders[i]) {
      const PersonaSpec& persona = baseline.personas[i];
      result.stakeholders.push_back(
          {persona.id, roles_text(persona.roles), each->influence, each->interest, each->weight()});
    }
  }
}

std::string resource_id(const Scenario& scenario, const std::optional<WorkSpec>& work) {
  return work && work->resource >= 0
             ? scenario.resources[static_cast<std::size_t>(work->resource)].id
             : std::string();
}

output::TouchpointInfo touchpoint_info(const Scenario& scenario, const TouchpointSpec& touchpoint) {
  output::TouchpointInfo info;
  info.id = touchpoint.id;
  info.name = touchpoint.name;
  info.step = step_names[static_cast<std::size_t>(touchpoint.step)];
  for (const int channel : touchpoint.channels) {
    info.channels.push_back(scenario.channels[static_cast<std::size_t>(channel)]);
  }
  info.front_resource = resource_id(scenario, touchpoint.needs);
  info.back_resource = resource_id(scenario, touchpoint.behind);
  info.backstage = touchpoint.backstage;
  info.declared_moment_of_truth = touchpoint.moment_of_truth;
  info.person_decides = touchpoint.person_decides;
  return info;
}

/// Thing i of a merged list, as the first arm that has it describes it.
template <class Member>
const auto& merged_thing(const std::vector<ArmSpec>& arms, const MergedList& list, std::size_t i,
                         Member member) {
  const std::size_t arm = list.owner(i);
  return (arms[arm].scenario.*member)[list.index[arm][i]];
}

void describe_world(output::ResultData& result, const std::vector<ArmSpec>& arms,
                    const ArmUnion& all) {
  const Scenario& baseline = arms.front().scenario;
  for (const ArmSpec& arm : arms) {
    result.arms.push_back(info_of(arm));
  }
  for (const PersonaSpec& persona : baseline.personas) {
    result.personas.push_back(info_of(persona));
  }
  for (std::size_t i = 0; i < all.touchpoints.size(); ++i) {
    const Scenario& owner = arms[all.touchpoints.owner(i)].scenario;
    result.touchpoints.push_back(
        touchpoint_info(owner, merged_thing(arms, all.touchpoints, i, &Scenario::touchpoints)));
  }
  for (std::size_t i = 0; i < all.exits.size(); ++i) {
    result.exits.push_back(info_of(merged_thing(arms, all.exits, i, &Scenario::exits)));
  }
  for (std::size_t i = 0; i < all.resources.size(); ++i) {
    result.resources.push_back(info_of(merged_thing(arms, all.resources, i, &Scenario::resources)));
  }
  for (const AgreementSpec& agreement : baseline.agreements) {
    result.agreements.push_back(agreement_info(baseline, agreement));
  }
  describe_stakeholders(result, baseline);
}

void describe_run(output::ResultData& result, const StudyInput& input, const Runnable& runnable) {
  const Scenario& baseline = input.arms.front().scenario;
  result.title = baseline.title;
  result.question = baseline.question;
  result.asks_about = baseline.experiment.asks.about;
  result.asks_measure = baseline.experiment.asks.measure;
  result.asks_persona = baseline.experiment.asks.persona;
  result.currency = baseline.currency;
  result.seed = std::to_string(runnable.plans.front().seed);
  result.scenario_path = input.path;
  result.scenario_text = input.text;
  result.scenario_sha256 = output::sha256_hex(input.text);
  result.horizon_hours =
      static_cast<double>(baseline.experiment.horizon) / static_cast<double>(ticks_per_hour);
  result.warm_up_hours =
      static_cast<double>(baseline.experiment.warm_up) / static_cast<double>(ticks_per_hour);
  result.engine = "flow";
  for (const Plan& plan : runnable.plans) {
    result.engine = plan.contended ? "service" : result.engine;
  }
  for (const ParameterUse& use : input.parameters) {
    result.parameters.push_back(
        {use.path, use.value, use.unit, use.provenance, use.source, use.band});
  }
  for (const Measure& measure : runnable.measures) {
    result.measures.push_back(measure.info);
  }
}

void count_journeys(output::ResultData& result, const RunRecord& record) {
  for (std::size_t arm = 0; arm < record.arms.size(); ++arm) {
    const PersonaTally people = groups_of(record.arms[arm].pooled).front();
    const double journeys = static_cast<double>(people.journeys);
    if (arm == 0) {
      result.journeys_per_replication = journeys / record.replications;
    }
    const double unfinished =
        people.journeys > 0 ? static_cast<double>(people.censored) / journeys : 0;
    result.censored_share = std::max(result.censored_share, unfinished);
  }
}

void fill_values(output::ResultData& result, const RunRecord& record) {
  for (std::size_t arm = 0; arm < record.arms.size(); ++arm) {
    for (std::size_t measure = 0; measure < record.n_measures; ++measure) {
      for (std::size_t group = 0; group < record.n_groups; ++group) {
        const std::vector<double> column = record.values(arm, measure, group);
        result.values.insert(result.values.end(), column.begin(), column.end());
      }
    }
  }
}

} // namespace

output::ResultData result_of(const StudyInput& input, const Runnable& runnable,
                             const RunRecord& record) {
  const ArmUnion all = union_of(input.arms);
  output::ResultData result;
  describe_run(result, input, runnable);
  describe_world(result, input.arms, all);
  result.complete = record.cause == StopCause::finished;
  result.stop_reason = record.stop_reason;
  result.n_replications = record.replications;
  count_journeys(result, record);
  for (std::size_t arm = 0; arm < record.arms.size(); ++arm) {
    result.arms[arm].suggested_warm_up_hours = suggested_warm_up_hours(
        input.arms[arm].scenario, record.arms[arm].pooled, record.replications);
  }
  fill_values(result, record);
  result.estimates = estimates_of(runnable, record);
  result.map = map_of(all, record);
  fill_pairs(result, record, input.arms.front().scenario.experiment.noticeable);
  result.resource = resources_of(all, input.arms, record);
  result.hours = hours_of(all, input.arms, record);
  result.journeys = rows_of(all, record, input.arms.front().scenario.survey.present);
  result.warnings = warnings_of(input.arms, runnable, record);
  return result;
}

} // namespace sojourn
