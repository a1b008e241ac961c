// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan.hpp"

#include "sim/engine/plan_bare.hpp"

#include "models/luck/stream.hpp"
#include "models/mechanisms/table.hpp"
#include "sim/engine/plan_money.hpp"
#include "sim/engine/plan_rows.hpp"
#include "sim/engine/plan_social.hpp"
#include "sim/engine/plan_stages.hpp"
#include "sim/engine/plan_waits.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>
#include <stdexcept>

namespace sojourn {
namespace {

constexpr double minutes_per_day = 1440;

PlanPersona compile_persona(const PersonaSpec& spec, const Scenario& scenario, std::size_t index,
                            QuantileTables& tables) {
  PlanPersona persona;
  for (std::size_t p = 0; p < n_parameters; ++p) {
    const auto parameter = static_cast<Parameter>(p);
    persona.traits[p] = static_cast<float>(strength_of(row_of(parameter).mechanism) == parameter
                                               ? 0
                                               : row_of(parameter).default_value);
    if (const auto& written = spec.parameters[p]; !written) {
      continue;
    } else if (written->kind == DistributionKind::constant) {
      persona.traits[p] = static_cast<float>(written->a);
    } else {
      persona.drawn_traits.emplace_back(parameter, tables.add(*written));
    }
  }
  persona.mood = tables.add(spec.mood_on_arrival);
  persona.expectation_error = static_cast<float>(spec.expectation_error);
  persona.has_expected_time = spec.expects.has_value();
  persona.expected_time = spec.expects ? tables.add(*spec.expects) : QuantileForm{};
  persona.same_mood =
      spec.mood_on_arrival.kind == DistributionKind::constant && spec.expectation_error == 0;
  persona.usual_mood =
      clamp(at_word<float>(persona.mood, tables.rows(), 0), affect_low, affect_high);
  persona.vulnerability = spec.vulnerability;
  persona.prefers.assign(scenario.channels.size(), 0);
  for (const auto& [channel, weight] : spec.prefers) {
    persona.prefers[static_cast<std::size_t>(channel)] = static_cast<float>(weight);
  }
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    const ReferenceSpec& reference = spec.references[d];
    persona.references[d] = {reference.point, static_cast<float>(reference.standard)};
  }
  persona.answering_style = tables.add(spec.answering_style);
  persona.relationship = compile_relationship(spec);
  std::transform(spec.culture.begin(), spec.culture.end(), persona.culture.begin(),
                 [](double c) { return static_cast<float>(c); });
  if (scenario.value.present) {
    persona.worth_per_hour = scenario.value.worth_per_hour[index];
  }
  return persona;
}

void compile_personas(const Scenario& scenario, Plan& plan) {
  double sum = 0, cumulative = 0;
  for (const PersonaSpec& spec : scenario.personas) {
    sum += spec.share;
  }
  for (std::size_t i = 0; i < scenario.personas.size(); ++i) {
    plan.personas.push_back(compile_persona(scenario.personas[i], scenario, i, plan.tables));
    for (const PlanReference& reference : plan.personas.back().references) {
      plan.any_reference = plan.any_reference || reference.point != ReferencePoint::expectation;
    }
    cumulative += scenario.personas[i].share / sum;
    plan.personas.back().threshold = threshold(cumulative);
  }
  for (std::size_t m = 0; m < n_mechanisms; ++m) {
    plan.active[m] = plan.has_somebody(strength_of(static_cast<Mechanism>(m)));
    plan.any_mechanism = plan.any_mechanism || plan.active[m];
  }
}

PlanNode compile_node(const TouchpointSpec& spec, Plan& plan) {
  PlanNode node;
  node.id = spec.id;
  node.name = name_hash(spec.id);
  node.feels = spec.feels;
  node.has_effort = spec.effort.has_value();
  node.has_price = spec.price_feels.has_value();
  node.has_control = spec.control.has_value();
  node.effort = static_cast<float>(spec.effort.value_or(0));
  node.price_feels = static_cast<float>(spec.price_feels.value_or(0));
  node.control = static_cast<float>(spec.control.value_or(0));
  node.price = to_fixed(spec.price);
  node.outcome = to_fixed(spec.outcome);
  node.practice = static_cast<float>(spec.practice);
  node.fit = spec.fitting();
  node.outcome_fit = part_of(node.outcome, node.fit);
  node.risk = compile_risk(spec.risk, plan.tables);
  node.booked = {spec.booked_surveyed.value_or(1), spec.booked_otherwise.value_or(1)};
  if (spec.promise) {
    node.promise = {true, ticks_of(spec.promise->minutes)};
  }
  node.judges_promise = spec.feels.early_per_hour || spec.feels.late_per_hour;
  node.value_realised = spec.value_realised;
  node.is_survey = spec.id == "survey";
  node.hidden = spec.seen_by == SeenBy::provider || spec.seen_by == SeenBy::nobody;
  node.is_agreed = spec.step == Step::agree;
  node.feels_exactly = spec.felt_exactly.has_value();
  node.exactly = static_cast<float>(spec.felt_exactly.value_or(0));
  node.channels.assign(spec.channels.begin(), spec.channels.end());
  compile_waits(spec, plan, node);
  return node;
}

void compile_agreements(const Scenario& scenario, Plan& plan) {
  if (scenario.agreements.size() > max_agreements) {
    throw std::invalid_argument("agreements: at most " + std::to_string(max_agreements) +
                                " can be measured in one run");
  }
  for (std::size_t i = 0; i < scenario.agreements.size(); ++i) {
    const AgreementSpec& spec = scenario.agreements[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    plan.agreements.push_back(
        {spec.measure, spec.at_most, is_time(spec.measure) ? ticks_of(spec.threshold) : 0,
         static_cast<float>(spec.threshold), static_cast<float>(spec.after_min / minutes_per_day),
         !spec.experience});
    if (spec.measure == AgreementMeasure::time_from_to) {
      plan.nodes[static_cast<std::size_t>(spec.from)].agreement_from |= bit;
      plan.nodes[static_cast<std::size_t>(spec.to)].agreement_to |= bit;
    } else if (is_time(spec.measure)) {
      PlanNode& node = plan.nodes[static_cast<std::size_t>(spec.from)];
      node.agreement_wait |= bit;
      const bool first =
          spec.measure == AgreementMeasure::wait_at && spec.at_most && node.work.wait_limit < 0;
      node.work.wait_limit = first ? plan.agreements.back().limit : node.work.wait_limit;
    }
  }
}

void compile_survey(const SurveySpec& spec, Plan& plan) {
  PlanSurvey& survey = plan.survey;
  survey.present = spec.present;
  survey.at_end = spec.present && spec.at < 0;
  survey.everybody_answers = spec.everybody_answers;
  survey.asked = threshold(spec.asked);
  survey.base = spec.base;
  survey.extremity = spec.extremity;
  survey.tilt = spec.tilt;
  survey.weights = {
      static_cast<float>(spec.memory_weight), static_cast<float>(spec.disconfirmation_weight),
      static_cast<float>(spec.trust_weight),  static_cast<float>(spec.tolerance),
      static_cast<float>(spec.asymmetry),     static_cast<float>(spec.expectation_weight)};
  survey.after_days = static_cast<float>(spec.asked_after_min / minutes_per_day);
  survey.noise = static_cast<float>(spec.noise);
  survey.effort_scale = static_cast<float>(spec.effort_scale);
  survey.satisfied_from = spec.satisfied_from;
  survey.promoters_from = spec.promoters_from;
  survey.detractors_to = spec.detractors_to;
  if (spec.present && spec.at >= 0) {
    plan.nodes[static_cast<std::size_t>(spec.at)].asks = true;
  }
  plan.any_special = plan.any_special || spec.present;
}

void compile_resources(const Scenario& scenario, Plan& plan) {
  for (const ResourceSpec& spec : scenario.resources) {
    PlanResource resource;
    resource.id = spec.id;
    resource.limited = !spec.unlimited;
    resource.capacity = spec.helpers ? 0 : spec.capacity * spec.at_once;
    resource.set_up = ticks_of(spec.set_up_min);
    if (spec.calendar >= 0) {
      resource.calendar = Calendar(scenario.calendars[static_cast<std::size_t>(spec.calendar)]);
    }
    resource.has_attitude = spec.attitude.has_value();
    resource.attitude = spec.attitude ? plan.tables.add(*spec.attitude) : QuantileForm{};
    resource.discretion = threshold(spec.discretion);
    resource.recovery = static_cast<float>(spec.recovery);
    resource.queue = spec.queue;
    plan.any_longest_wait = plan.any_longest_wait || spec.queue == QueueOrder::longest_wait;
    resource.front_pauses = spec.at_closing == AtClosing::pause;
    resource.behind_pauses = spec.at_closing != AtClosing::finish;
    resource.preempts = spec.preempts;
    resource.priority.assign(scenario.personas.size(), 1);
    std::copy(spec.priority.begin(), spec.priority.end(), resource.priority.begin());
    resource.cost_per_hour = spec.cost_per_hour;
    plan.resources.push_back(std::move(resource));
  }
}

std::vector<std::pair<NodeIndex, std::uint32_t>>
cumulated(const std::vector<std::pair<int, double>>& shares) {
  std::vector<std::pair<NodeIndex, std::uint32_t>> starts;
  double cumulative = 0;
  for (const auto& [touchpoint, share] : shares) {
    cumulative += share;
    starts.emplace_back(touchpoint, threshold(cumulative));
  }
  return starts;
}

void compile_starts(const Scenario& scenario, Plan& plan) {
  plan.starts = cumulated(scenario.arrivals.start_at);
  if (plan.starts.empty()) {
    plan.starts.emplace_back(0, 0xffffffffU);
  }
}

void choose_engine(Plan& plan) {
  for (const PlanNode& node : plan.nodes) {
    const bool waits = node.waits_in_queue || node.waits_behind;
    const bool limited =
        waits && plan.resources[static_cast<std::size_t>(node.work.resource)].limited;
    plan.any_several = plan.any_several || node.work.several();
    plan.contended = plan.contended || limited || plan.any_several;
    const bool calendar =
        waits && !plan.resources[static_cast<std::size_t>(node.work.resource)].calendar.always();
    plan.timed = plan.timed || calendar;
  }
  plan.timed = plan.timed || !plan.clock.always();
  plan.contended =
      plan.contended || plan.word_of_mouth.present || plan.ratings.present || plan.members.n > 0;
}

void compile_members(const Scenario& scenario, Plan& plan) {
  const ArrivalSpec& arrivals = scenario.arrivals;
  if (arrivals.members > 0) {
    plan.members.n = arrivals.members;
    plan.members.returns = plan.tables.add(arrivals.returns);
    plan.members.first_within = ticks_of(arrivals.returns.mean());
    plan.members.again = threshold(arrivals.returns_share);
    plan.members.starts = cumulated(arrivals.returns_at);
    if (arrivals.returns_open >= 0) {
      plan.members.open =
          Calendar(scenario.calendars[static_cast<std::size_t>(arrivals.returns_open)]);
    }
  }
}

void refuse_equal_hashes(const Plan& plan) {
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    for (std::size_t j = i + 1; j < plan.nodes.size(); ++j) {
      if (plan.nodes[i].name == plan.nodes[j].name) {
        throw std::invalid_argument("the touchpoints `" + plan.nodes[i].id + "` and `" +
                                    plan.nodes[j].id +
                                    "` would share their luck (equal name hash); rename one");
      }
    }
  }
}

void compile_time(const Scenario& arm, const Scenario& baseline, const PlanOptions& options,
                  Plan& plan) {
  plan.horizon = arm.experiment.horizon;
  plan.warm_up = arm.experiment.warm_up;
  plan.run_out = arm.experiment.run_out;
  plan.arrivals = plan_arrivals(arm.arrivals, baseline.arrivals,
                                arm.experiment.horizon + arm.experiment.run_out);
  const bool counted = options.journeys > 0 || arm.experiment.journeys || !plan.arrivals.given();
  if (counted) {
    constexpr std::int64_t usual_cohort = 10'000;
    plan.cohort = options.journeys > 0
                      ? options.journeys
                      : static_cast<std::int64_t>(arm.experiment.journeys.value_or(usual_cohort));
  }
  if (plan.word_of_mouth.present && !plan.arrivals.given()) {
    throw std::invalid_argument("word_of_mouth brings further people, but `arrivals.rate` does not "
                                "say how many come by themselves");
  }
  if (plan.ratings.present && !plan.arrivals.given()) {
    throw std::invalid_argument(
        "ratings are read by those who come later, but `arrivals.rate` does "
        "not say how many come");
  }
  if (plan.contended && !plan.arrivals.given()) {
    throw std::invalid_argument("people queue for limited resources, but `arrivals.rate` does not "
                                "say how many come");
  }
}

} // namespace

bool Plan::has_somebody(Parameter parameter) const {
  return std::any_of(personas.begin(), personas.end(), [parameter](const PlanPersona& persona) {
    return persona.traits[static_cast<std::size_t>(parameter)] != 0 ||
           std::any_of(persona.drawn_traits.begin(), persona.drawn_traits.end(),
                       [parameter](const auto& drawn) { return drawn.first == parameter; });
  });
}

NodeIndex Plan::touchpoint_of(std::int32_t row) const {
  const auto owner = std::find_if(records.begin(), records.end(), [row](const NodeRecord& record) {
    return row >= record.first_row && row < record.first_row + record.n_rows;
  });
  return static_cast<NodeIndex>((owner - records.begin()) %
                                static_cast<std::ptrdiff_t>(n_touchpoints));
}

Plan compile(const Scenario& arm, const Scenario& baseline, const PlanOptions& options) {
  Plan plan;
  plan.n_personas = arm.personas.size();
  plan.n_touchpoints = arm.touchpoints.size();
  plan.n_exits = arm.exits.size();
  plan.seed = baseline.experiment.seed_value;
  plan.choice_sensitivity = static_cast<float>(arm.choice_sensitivity);
  plan.channel_switch_effort = static_cast<float>(arm.channel_switch_effort);
  if (arm.clock >= 0) {
    plan.clock = Calendar(arm.calendars[static_cast<std::size_t>(arm.clock)]);
  }
  compile_personas(arm, plan);
  compile_resources(arm, plan);
  for (const TouchpointSpec& spec : arm.touchpoints) {
    plan.nodes.push_back(compile_node(spec, plan));
  }
  for (const TouchpointSpec& spec : arm.touchpoints) {
    if (spec.promise && spec.promise->touchpoint >= 0) {
      plan.nodes[static_cast<std::size_t>(spec.promise->touchpoint)].is_promised = true;
    }
  }
  refuse_equal_hashes(plan);
  for (const ExitSpec& spec : arm.exits) {
    plan.exit_outcomes.push_back(spec.outcome);
  }
  compile_agreements(arm, plan);
  compile_survey(arm.survey, plan);
  compile_social(arm, plan);
  compile_starts(arm, plan);
  compile_members(arm, plan);
  compile_money(arm, plan);
  compile_rows(arm, baseline.fitted, plan);
  compile_goal(plan);
  compile_places(arm, plan);
  // Time spent is counted in open hours, which only the walk knows.
  plan.any_special =
      plan.any_special || (plan.is_active(Mechanism::sunk_cost) && !plan.clock.always());
  choose_engine(plan);
  compile_time(arm, baseline, options, plan);
  compile_stages(arm, baseline, options, plan);
  plan.bare = is_bare(plan);
  return plan;
}

} // namespace sojourn
