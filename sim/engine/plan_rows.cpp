// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_rows.hpp"

#include "models/journey/goal.hpp"
#include "models/luck/stream.hpp"
#include "sim/engine/fitted_shares.hpp"
#include "sim/engine/row_choice.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>
#include <stdexcept>

namespace sojourn {

RowTerms terms_of(const RowSpec& row) {
  constexpr double minutes_per_day = 1440;
  RowTerms terms;
  terms.is_default = row.is_default;
  terms.defers = row.defers_min.has_value();
  terms.defer_days = static_cast<float>(row.defers_min.value_or(0) / minutes_per_day);
  terms.is_task = row.costs || row.benefit;
  terms.cost = static_cast<float>(row.costs.value_or(0));
  terms.benefit = static_cast<float>(row.benefit ? row.benefit->feels : 0);
  terms.benefit_days =
      static_cast<float>((row.benefit ? row.benefit->after_min : 0) / minutes_per_day);
  std::vector<StatedRiskSpec> risk = row.stated_risk;
  std::stable_sort(risk.begin(), risk.end(),
                   [](const auto& a, const auto& b) { return a.feels < b.feels; });
  for (const StatedRiskSpec& outcome : risk) {
    terms.outcomes[terms.n_stated] = static_cast<float>(outcome.feels);
    terms.chances[terms.n_stated++] = static_cast<float>(outcome.chance);
  }
  return terms;
}

namespace {

void raise(NodeRecord& record, NodeFlag flag, bool condition) {
  record.flags |= condition ? std::uint32_t{flag} : 0U;
}

const PlanRow& row_at(const Plan& plan, std::int32_t row) {
  return plan.rows[static_cast<std::size_t>(row)];
}

NodeIndex target_of(const RowSpec& row, const Plan& plan) {
  return static_cast<NodeIndex>(row.to) +
         (row.to_exit ? static_cast<NodeIndex>(plan.n_touchpoints) : NodeIndex{0});
}

OptionKind kind_of(const RowSpec& row, const Plan& plan) {
  if (!row.to_exit) {
    return OptionKind::stay;
  }
  const Outcome outcome = plan.exit_outcomes[static_cast<std::size_t>(row.to)];
  const bool leaves = outcome == Outcome::lost || outcome == Outcome::competitor;
  return leaves ? OptionKind::lost : OptionKind::served;
}

bool says_something(const RowSpec& row) {
  return row.is_default || row.defers_min || row.costs || row.benefit || !row.stated_risk.empty();
}

/// The options of one list say something about themselves.
void add_terms(std::vector<RowTerms>& terms, Plan& plan, NodeRecord& record) {
  const auto n = static_cast<std::int32_t>(terms.size());
  if (n > max_weighed_rows) {
    throw std::invalid_argument("a choice whose options say more than where they lead can have at "
                                "most " +
                                std::to_string(max_weighed_rows) + " of them");
  }
  bool beyond_default = false;
  for (std::int32_t i = 0; i < n; ++i) {
    RowTerms& own = terms[static_cast<std::size_t>(i)];
    own.log_options = static_cast<float>(log(static_cast<double>(n)));
    plan.rows[static_cast<std::size_t>(record.first_row) + static_cast<std::size_t>(i)].terms =
        static_cast<std::int32_t>(plan.terms.size());
    plan.any_default = plan.any_default || own.is_default;
    beyond_default = beyond_default || own.defers || own.is_task || own.n_stated > 0;
    plan.terms.push_back(own);
  }
  raise(record, NodeFlag::chosen_alone, beyond_default);
}

/// Rows of share 0 are dropped: what cannot happen must not happen once in 2^32.
void add_rows(const TouchpointSpec& spec, std::size_t persona, Plan& plan, NodeRecord& record) {
  record.first_row = static_cast<std::int32_t>(plan.rows.size());
  double cumulative = 0;
  std::vector<RowTerms> terms;
  bool says_more = false;
  const std::vector<double> shares = shares_of(spec, persona);
  for (std::size_t i = 0; i < spec.rows.size(); ++i) {
    const RowSpec& row = spec.rows[i];
    const double share = shares[i];
    if (share <= 0) {
      continue;
    }
    cumulative += share;
    plan.rows.push_back({target_of(row, plan), threshold(cumulative), static_cast<float>(share),
                         kind_of(row, plan), row.feels.has_value(),
                         static_cast<float>(row.feels.value_or(0))});
    says_more = says_more || says_something(row);
    terms.push_back(terms_of(row));
    raise(record, NodeFlag::has_row_feels, row.feels.has_value());
    const auto n_touchpoints = static_cast<std::int32_t>(plan.n_touchpoints);
    const NodeIndex to = plan.rows.back().to;
    const bool stays = to < n_touchpoints;
    const auto place = static_cast<std::uint32_t>(
        static_cast<std::int32_t>(persona) * n_touchpoints + (stays ? to : 0));
    plan.row_leads_to.push_back(static_cast<std::int32_t>(place | (stays ? 0U : 0x80000000U)));
    const OptionKind kind = plan.rows.back().kind;
    raise(record, NodeFlag::offers_stay, kind == OptionKind::stay);
    raise(record, NodeFlag::offers_served, kind == OptionKind::served);
    raise(record, NodeFlag::offers_lost, kind == OptionKind::lost);
  }
  record.n_rows = static_cast<std::int32_t>(plan.rows.size()) - record.first_row;
  record.last_row = record.n_rows - 1;
  if (says_more && spec.person_decides) {
    add_terms(terms, plan, record);
  }
}

void set_thresholds(const Plan& plan, NodeRecord& record) {
  if (record.n_rows > 4) {
    raise(record, NodeFlag::many_rows, true);
    raise(record, NodeFlag::chosen_alone, (record.flags & NodeFlag::person_decides) != 0);
    return;
  }
  for (std::int32_t i = 0; i + 1 < record.n_rows; ++i) {
    record.thresholds[static_cast<std::size_t>(i)] = row_at(plan, record.first_row + i).threshold;
  }
}

/// The shares; the kinds go into the flags.
ChoiceRecord choice_of(const Plan& plan, NodeRecord& record) {
  ChoiceRecord choice;
  for (std::int32_t i = 0; i < std::min(record.n_rows, 4); ++i) {
    const PlanRow& row = row_at(plan, record.first_row + i);
    choice.share[static_cast<std::size_t>(i)] = row.share;
    record.flags |= static_cast<std::uint32_t>(row.kind) << (kind_shift + 2 * i);
    const bool is_default =
        row.terms >= 0 && plan.terms[static_cast<std::size_t>(row.terms)].is_default;
    record.flags |= (is_default ? 1U : 0U) << (default_shift + i);
  }
  return choice;
}

bool needs_scalar_path(const PlanNode& node) {
  return node.waits_in_queue || node.waits_behind || node.has_effort || node.has_price ||
         node.has_control || node.price > 0 || node.outcome > 0 || node.risk.present ||
         node.practice > 0 || node.promise.given || node.judges_promise || node.value_realised ||
         node.is_survey || node.feels_exactly || !node.channels.empty() ||
         (node.agreement_from | node.agreement_to | node.agreement_wait) != 0;
}

void set_patience(const TouchpointSpec& spec, std::size_t persona, const Scenario& scenario,
                  Plan& plan, NodeRecord& record) {
  double silent = 0;
  for (const RowSpec& row : spec.rows) {
    if (row.out_of_patience && is_for(row, persona)) {
      record.patience_to = target_of(row, plan);
      silent = row.to_exit ? row.silent : 0;
    }
  }
  plan.silent.push_back(silent > 0 ? threshold(silent) : 0);
  const std::optional<Distribution>& patience =
      spec.patience ? spec.patience : scenario.personas[persona].patience;
  const bool given = patience.has_value() && !spec.endless_patience;
  plan.has_patience.push_back(given && record.patience_to != no_node ? 1 : 0);
  plan.patience.push_back(given ? plan.tables.add(*patience) : QuantileForm{});
}

/// Whoever is told a longer time than this leaves the line; the longest time comes first.
void add_announced(const TouchpointSpec& spec, std::size_t persona, const Plan& plan,
                   std::vector<PlanRefusal>& refusals) {
  const auto first = static_cast<std::ptrdiff_t>(refusals.size());
  for (const RowSpec& row : spec.rows) {
    if (row.announced_longer_min && is_for(row, persona)) {
      PlanRefusal& refusal = refusals.emplace_back();
      refusal.to = target_of(row, plan);
      refusal.announced = ticks_of(*row.announced_longer_min);
    }
  }
  std::stable_sort(
      refusals.begin() + first, refusals.end(),
      [](const PlanRefusal& a, const PlanRefusal& b) { return a.announced > b.announced; });
}

/// Nobody is kept out where there is always somebody free. The room comes first, then the longest
/// line that is too long, then what is announced.
void set_refusals(const TouchpointSpec& spec, std::size_t persona, const Scenario& scenario,
                  Plan& plan) {
  std::vector<PlanRefusal>& refusals = plan.refusals.emplace_back();
  if (!spec.needs || scenario.resources[static_cast<std::size_t>(spec.needs->resource)].unlimited) {
    return;
  }
  for (const RowSpec& row : spec.rows) {
    if (row.queue_longer_than && is_for(row, persona)) {
      refusals.push_back({*row.queue_longer_than + 1, target_of(row, plan)});
    }
  }
  std::stable_sort(
      refusals.begin(), refusals.end(),
      [](const PlanRefusal& a, const PlanRefusal& b) { return a.in_line > b.in_line; });
  const auto& room = scenario.resources[static_cast<std::size_t>(spec.needs->resource)].room;
  for (const RowSpec& row : spec.rows) {
    if (row.turned_away && room && is_for(row, persona)) {
      refusals.insert(refusals.begin(), {*room, target_of(row, plan)});
    }
  }
  add_announced(spec, persona, plan, refusals);
}

NodeRecord compile_record(const TouchpointSpec& spec, const PlanNode& node, Plan& plan) {
  NodeRecord record;
  record.takes = plan.tables.add(spec.takes);
  record.feel_mean = static_cast<float>(spec.feels.mean.value_or(0));
  record.feel_spread = static_cast<float>(spec.feels.spread);
  record.event_quality = spec.feels.mean || spec.feels.spread > 0 ? 1.0F : 0.0F;
  record.name = node.name;
  raise(record, NodeFlag::person_decides, spec.person_decides);
  raise(record, NodeFlag::special, needs_scalar_path(node));
  return record;
}

} // namespace

void compile_rows(const Scenario& scenario, const std::vector<FittedShare>& fitted, Plan& plan) {
  for (std::size_t persona = 0; persona < plan.n_personas; ++persona) {
    for (std::size_t i = 0; i < plan.n_touchpoints; ++i) {
      const TouchpointSpec& spec = scenario.touchpoints[i];
      NodeRecord record = compile_record(spec, plan.nodes[i], plan);
      add_rows(refitted(spec, persona, scenario, fitted), persona, plan, record);
      set_thresholds(plan, record);
      plan.choices.push_back(choice_of(plan, record));
      set_patience(spec, persona, scenario, plan, record);
      set_refusals(spec, persona, scenario, plan);
      plan.any_special = plan.any_special || (record.flags & NodeFlag::special) != 0;
      plan.any_many_rows = plan.any_many_rows || (record.flags & NodeFlag::many_rows) != 0;
      plan.any_chosen_alone = plan.any_chosen_alone || (record.flags & NodeFlag::chosen_alone) != 0;
      plan.records.push_back(record);
    }
  }
}

namespace {

/// The bare chain of one persona, as its lists were compiled.
Chain chain_of(const Plan& plan, std::int32_t persona) {
  Chain chain;
  chain.n_states = static_cast<int>(plan.n_touchpoints);
  chain.n_exits = static_cast<int>(plan.n_exits);
  for (NodeIndex node = 0; node < chain.n_states; ++node) {
    const NodeRecord& record = plan.record(persona, node);
    double sum = 0;
    for (std::int32_t i = 0; i < record.n_rows; ++i) {
      sum += static_cast<double>(row_at(plan, record.first_row + i).share);
    }
    for (std::int32_t i = 0; i < record.n_rows; ++i) {
      const PlanRow& row = row_at(plan, record.first_row + i);
      chain.edges.push_back({node, row.to, static_cast<double>(row.share) / sum});
    }
  }
  return chain;
}

} // namespace

void compile_goal(Plan& plan) {
  if (!plan.is_active(Mechanism::goal_gradient)) {
    return;
  }
  std::vector<bool> served;
  for (const Outcome outcome : plan.exit_outcomes) {
    served.push_back(outcome == Outcome::served);
  }
  for (std::int32_t persona = 0; persona < static_cast<std::int32_t>(plan.n_personas); ++persona) {
    for (const double visits : visits_to_goal(chain_of(plan, persona), served)) {
      plan.goal_visits.push_back(static_cast<float>(visits));
    }
  }
}

namespace {

void remember_targets(const NodeRecord& record, Plan& plan) {
  if (record.n_rows > max_weighed_rows) {
    throw std::invalid_argument("a choice that availability moves can have at most " +
                                std::to_string(max_weighed_rows) + " options");
  }
  for (std::int32_t i = 0; i < record.n_rows; ++i) {
    const PlanRow& row = row_at(plan, record.first_row + i);
    if (row.kind == OptionKind::stay &&
        plan.remembered_place[static_cast<std::size_t>(row.to)] < 0) {
      plan.remembered_place[static_cast<std::size_t>(row.to)] = plan.n_remembered++;
    }
  }
}

/// Where the kernel finds what is remembered of a place and of where its list leads.
void address_places(NodeRecord& record, NodeIndex node, ChoiceRecord& choice, const Plan& plan) {
  const auto row_of = [&plan](NodeIndex place) {
    return plan.remembered_place[static_cast<std::size_t>(place)] + 1;
  };
  if (plan.n_remembered > most_places) {
    return;
  }
  record.flags |= static_cast<std::uint32_t>(row_of(node)) << place_shift;
  for (std::int32_t j = 0; j < std::min(record.n_rows, 4); ++j) {
    const PlanRow& row = row_at(plan, record.first_row + j);
    choice.place[static_cast<std::size_t>(j)] = row.kind == OptionKind::stay ? row_of(row.to) : 0;
  }
}

} // namespace

void compile_places(const Scenario& scenario, Plan& plan) {
  plan.remembered_place.assign(plan.n_touchpoints, -1);
  if (!plan.is_active(Mechanism::availability)) {
    return;
  }
  for (std::size_t i = 0; i < plan.n_touchpoints; ++i) {
    for (const RecallSpec& recall : scenario.touchpoints[i].recalls) {
      if (recall.strength > 0) {
        plan.nodes[i].recalls.push_back({recall.touchpoint, static_cast<float>(recall.strength)});
        plan.any_recalls = true;
      }
    }
  }
  for (const NodeRecord& record : plan.records) {
    if ((record.flags & NodeFlag::person_decides) != 0 && record.n_rows > 1) {
      remember_targets(record, plan);
    }
  }
  for (std::size_t i = 0; i < plan.records.size(); ++i) {
    address_places(plan.records[i], static_cast<NodeIndex>(i % plan.n_touchpoints), plan.choices[i],
                   plan);
  }
  plan.any_retrieval = plan.n_remembered > 0 && plan.has_somebody(Parameter::availability_power);
}

} // namespace sojourn
