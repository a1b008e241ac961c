// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_rows.hpp"

#include "models/luck/stream.hpp"
#include "sim/engine/fitted_shares.hpp"

#include <algorithm>

namespace sojourn {
namespace {

void raise(NodeRecord& record, NodeFlag flag, bool condition) {
  record.flags |= condition ? std::uint32_t{flag} : 0U;
}

const PlanRow& row_at(const Plan& plan, std::int32_t row) {
  return plan.rows[static_cast<std::size_t>(row)];
}

bool is_for(const RowSpec& row, std::size_t persona) {
  return row.personas.empty() || std::find(row.personas.begin(), row.personas.end(),
                                           static_cast<int>(persona)) != row.personas.end();
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

/// What is left for the `rest` row after the written shares of this persona.
double rest_share(const TouchpointSpec& spec, std::size_t persona) {
  double written = 0;
  for (const RowSpec& row : spec.rows) {
    if (!row.out_of_patience && is_for(row, persona)) {
      written += row.share.value_or(0);
    }
  }
  return std::max(0.0, 1 - written);
}

/// Rows of share 0 are dropped: what cannot happen must not happen once in 2^32.
void add_rows(const TouchpointSpec& spec, std::size_t persona, Plan& plan, NodeRecord& record) {
  record.first_row = static_cast<std::int32_t>(plan.rows.size());
  double cumulative = 0;
  for (const RowSpec& row : spec.rows) {
    if (row.out_of_patience || !is_for(row, persona)) {
      continue;
    }
    const double share = row.share ? *row.share : rest_share(spec, persona);
    if (share <= 0) {
      continue;
    }
    cumulative += share;
    plan.rows.push_back({target_of(row, plan), threshold(cumulative), static_cast<float>(share),
                         kind_of(row, plan), row.feels.has_value(),
                         static_cast<float>(row.feels.value_or(0))});
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
}

void set_thresholds(const Plan& plan, NodeRecord& record) {
  if (record.n_rows > 4) {
    raise(record, NodeFlag::many_rows, true);
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
  }
  return choice;
}

bool needs_scalar_path(const PlanNode& node) {
  return node.waits_in_queue || node.waits_behind || node.has_effort || node.has_price ||
         node.has_control || node.price > 0 || node.outcome > 0 || node.promise.given ||
         node.judges_promise || node.value_realised || node.is_survey || !node.channels.empty() ||
         (node.agreement_from | node.agreement_to | node.agreement_wait) != 0;
}

void set_patience(const TouchpointSpec& spec, std::size_t persona, const Scenario& scenario,
                  Plan& plan, NodeRecord& record) {
  for (const RowSpec& row : spec.rows) {
    if (row.out_of_patience && is_for(row, persona)) {
      record.patience_to = target_of(row, plan);
    }
  }
  const std::optional<Distribution>& patience =
      spec.patience ? spec.patience : scenario.personas[persona].patience;
  const bool given = patience.has_value() && !spec.endless_patience;
  plan.has_patience.push_back(given && record.patience_to != no_node ? 1 : 0);
  plan.patience.push_back(given ? plan.tables.add(*patience) : QuantileForm{});
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
      plan.any_special = plan.any_special || (record.flags & NodeFlag::special) != 0;
      plan.any_many_rows = plan.any_many_rows || (record.flags & NodeFlag::many_rows) != 0;
      plan.records.push_back(record);
    }
  }
}

} // namespace sojourn
