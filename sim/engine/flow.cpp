// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"

#include "models/mechanisms/table.hpp"
#include "sim/engine/flow_engine.hpp"

#include <algorithm>

// The flow engine: people who never meet, in blocks of lanes. What one visit does is in the kernel
// (vectors) and in Walk (scalar, shared with the service engine).
namespace sojourn {
namespace {

/// Whether a mechanism that speaks for or against leaving in log-odds is on for somebody.
bool any_log_odds(const Plan& plan) {
  Fields<float> fields{}; // a nobody, to hear who is asked
  const Traits<float> traits{};
  bool any = false;
  leaving_log_odds(PersonView<float>(fields.data(), traits.data()),
                   [&](Mechanism mechanism, float) { any = any || plan.is_active(mechanism); });
  return any;
}

FlowView flow_view(const Plan& plan, std::uint32_t replication) {
  const auto on = [&plan](Mechanism mechanism) {
    return plan.active[static_cast<std::size_t>(mechanism)];
  };
  FlowView view;
  view.tables = plan.tables.rows();
  view.records = reinterpret_cast<const float*>(plan.records.data());
  view.choices = reinterpret_cast<const float*>(plan.choices.data());
  view.leads_to = plan.row_leads_to.data();
  view.seed = plan.seed;
  view.replication = replication;
  view.choice_sensitivity = plan.choice_sensitivity;
  view.scalar_world = plan.any_special;
  for (const NodeRecord& record : plan.records) {
    view.row_feels = view.row_feels || (record.flags & NodeFlag::has_row_feels) != 0;
    view.feels = view.feels || record.event_quality > 0;
    view.normal_times = view.normal_times || needs_normal(every_lane<float>(record.takes));
    view.tabled = view.tabled || record.takes.table >= 0;
  }
  view.log_odds = any_log_odds(plan);
  view.defaults = plan.any_default && on(Mechanism::status_quo);
  view.feels =
      view.feels || view.row_feels || view.scalar_world || view.log_odds || !plan.terms.empty();
  view.expectation = on(Mechanism::expectation);
  view.references = plan.any_reference;
  view.adaptation = on(Mechanism::adaptation);
  view.trust = on(Mechanism::trust);
  view.trust_record = view.trust && plan.has_somebody(Parameter::trust_record);
  view.effort = view.scalar_world;
  view.available = plan.n_remembered > 0;
  view.fading = on(Mechanism::fading);
  view.deliberate = view.feels && plan.any_mechanism;
  view.spent = on(Mechanism::sunk_cost);
  view.goal_visits = plan.goal_visits.empty() ? nullptr : plan.goal_visits.data();
  view.last_time = plan.follows_all() ? 1e300 : static_cast<double>(plan.horizon + plan.run_out);
  return view;
}

/// Everybody starts with the same trust.
bool same_trust(const Plan& plan) {
  return std::none_of(plan.personas.begin(), plan.personas.end(), [](const PlanPersona& persona) {
    return std::any_of(persona.drawn_traits.begin(), persona.drawn_traits.end(),
                       [](const auto& drawn) { return drawn.first == Parameter::trust_start; });
  });
}

/// Whatever differs between people: the numbers of mechanisms that are on for somebody, and what
/// a person starts with in any case.
std::vector<std::size_t> parameters_of(const Plan& plan) {
  std::vector<std::size_t> used;
  for (const ParameterRow& row : parameter_rows) {
    if (plan.is_active(row.mechanism) || row.parameter == Parameter::trust_start ||
        row.parameter == Parameter::expectation_variance) {
      used.push_back(static_cast<std::size_t>(row.parameter));
    }
  }
  return used;
}

} // namespace

FlowEngine::FlowEngine(const Plan& plan, FlowPeople people, bool keep_rows)
    : tally(plan.shape()), plan_(&plan), walk_(plan, people.replication()), kernel_(flow_kernel()),
      view_(flow_view(plan, people.replication())), block_(std::make_unique<FlowBlock>()),
      people_(std::move(people)), keep_rows_(keep_rows),
      together_(!view_.scalar_world && view_.last_time >= 1e300),
      only_sums_(together_ && !keep_rows && plan.agreements.empty() &&
                 (view_.feels || same_trust(plan))),
      guests_(n_lanes), travellers_(n_lanes), happenings_(n_lanes),
      jobs_(n_lanes * static_cast<std::size_t>(plan.n_jobs)),
      occurrences_(n_lanes * plan.n_touchpoints),
      books_(plan.keeps_books ? n_lanes * plan.n_touchpoints : 0), row_counts_(plan.rows.size()),
      used_(parameters_of(plan)), felt_(plan.records.size()), patience_counts_(plan.records.size()),
      sums_(plan.n_personas), places_(plan, n_lanes) {
  rows.resize(keep_rows ? people_.size() : 0);
  for (std::size_t node = 0; node < plan.n_touchpoints; ++node) {
    if (plan.nodes[node].waits_behind) { // numbered in this order
      job_nodes_.push_back(static_cast<NodeIndex>(node));
    }
  }
  for (std::size_t p = 0; p < n_parameters; ++p) { // off is the same for everybody
    std::fill_n(block_->traits[p], column_length, plan.personas.front().traits[p]);
  }
  if (view_.available && !plan.any_retrieval && !plan.any_recalls &&
      plan.n_remembered <= most_places) {
    view_.place_rows = places_.rows();
    view_.n_place_rows = static_cast<std::int32_t>(places_.n_rows());
  }
  counts_ = {row_counts_.data(), felt_.data(), tally.affect_bins.data(), occurrences_.data()};
}

void FlowEngine::place_traits(std::size_t lane, std::int32_t persona, std::uint32_t agent) {
  FlowBlock& block = *block_;
  if (guests_[lane].persona != persona) { // else the columns hold this persona's constants already
    const PlanPersona& spec = plan_->personas[static_cast<std::size_t>(persona)];
    for (const std::size_t p : used_) {
      block.traits[p][lane] = spec.traits[p];
    }
  }
  walk_.draw_traits(persona, agent, [&block, lane](Parameter parameter, float value) {
    block.traits[static_cast<std::size_t>(parameter)][lane] = value;
  });
}

void FlowEngine::place(std::size_t lane) {
  const Arrival arrival = people_.at(next_person_);
  const auto [persona, start] = walk_.who(arrival);
  if (!only_sums_ || view_.feels) {
    place_traits(lane, persona, arrival.agent);
  }
  if (view_.feels) {
    place_feelings(lane, walk_.mood(persona, arrival.agent), walk_.goal_start(persona, start));
    if (view_.references) {
      LaneView<float> person = view(lane);
      set_references(person, plan_->personas[static_cast<std::size_t>(persona)]);
    }
  } else { // nothing will be felt, but everybody starts with some trust
    LaneView<float> person = view(lane);
    person.set(Field::trust, person.trait(Parameter::trust_start));
  }
  guests_[lane] = {next_person_++, arrival.at, arrival.agent, persona, start};
  const auto n_touchpoints = static_cast<std::int32_t>(plan_->n_touchpoints);
  FlowBlock& block = *block_;
  block.agent[lane] = arrival.agent;
  block.left[lane] = block.arrived[lane] = static_cast<double>(arrival.at);
  block.began[lane] = block.pass;
  block.seat[lane] = (static_cast<std::int32_t>(lane) - persona) * n_touchpoints;
  std::fill_n(&occurrences_[lane * plan_->n_touchpoints], plan_->n_touchpoints, std::uint16_t{0});
  occurrences_[lane * plan_->n_touchpoints + static_cast<std::size_t>(start)] = 1;
  block.occurrence[lane] = 0;
  block.record[lane] = persona * n_touchpoints + start;
  tally.add_move(persona, n_touchpoints, start);
  if (view_.scalar_world) {
    travellers_[lane].begin_anew();
    walk_.arrive_person(travellers_[lane], arrival);
    const auto n_jobs = static_cast<std::size_t>(plan_->n_jobs);
    std::fill_n(jobs_.begin() + static_cast<std::ptrdiff_t>(lane * n_jobs), n_jobs, Job{});
    walk_onto(lane, start, 0);
  }
  if (plan_->keeps_books) {
    std::fill_n(books_of(lane), plan_->n_touchpoints, LedgerEntry{});
  }
  if (view_.available) {
    places_.forget(lane, block_->arrived[lane]);
  }
}

void FlowEngine::refill() {
  while (block_->n < n_lanes && next_person_ < people_.size()) {
    place(block_->n++);
  }
}

void FlowEngine::enter(std::size_t lane, NodeIndex node) {
  FlowBlock& block = *block_;
  block.record[lane] =
      guests_[lane].persona * static_cast<std::int32_t>(plan_->n_touchpoints) + node;
  const std::uint16_t occurrence =
      occurrences_[lane * plan_->n_touchpoints + static_cast<std::size_t>(node)]++;
  block.occurrence[lane] = occurrence;
  if (view_.scalar_world) {
    walk_onto(lane, node, occurrence);
  }
}

void FlowEngine::walk_onto(std::size_t lane, NodeIndex node, std::uint16_t occurrence) {
  Traveller& traveller = travellers_[lane];
  traveller.node = node;
  traveller.occurrence = occurrence;
  LaneView<float> person = view(lane);
  walk_.enter(person, traveller, node, static_cast<Ticks>(block_->left[lane]));
}

/// Rows of long lists, and feelings that come with a row.
void FlowEngine::correct_rows() {
  for (std::size_t lane = 0; lane < block_->n; ++lane) {
    const NodeRecord& record = plan_->records[static_cast<std::size_t>(block_->record[lane])];
    const PlanRow* rows_here = &plan_->rows[static_cast<std::size_t>(record.first_row)];
    if ((record.flags & NodeFlag::many_rows) != 0) {
      std::int32_t row = 0;
      while (row + 1 < record.n_rows && block_->luck[2][lane] >= rows_here[row].threshold) {
        ++row;
      }
      block_->row[lane] = record.first_row + row;
    }
    const bool world = (record.flags & NodeFlag::person_decides) == 0;
    const PlanRow& row = plan_->rows[static_cast<std::size_t>(block_->row[lane])];
    if (world && row.has_feels) {
      LaneView<float> person = view(lane);
      person.set(Field::level_quality, row.feels);
      person.set(Field::event_quality, 1);
    }
  }
}

/// A visit that would end after the last moment never ends: nothing of it is felt.
void FlowEngine::cut_late() {
  for (std::size_t lane = 0; view_.last_time < 1e300 && lane < block_->n; ++lane) {
    if (block_->left[lane] <= view_.last_time) {
      continue;
    }
    LaneView<float> person = view(lane);
    for (std::size_t d = 0; d < n_dimensions; ++d) {
      person.set(event_of(static_cast<Dimension>(d)), 0);
    }
    person.set(Field::promise_gap, 0);
    person.set(Field::promise_verdict, 0);
  }
}

void FlowEngine::run(const Interrupt& interrupt) {
  constexpr std::int64_t passes_between = 4096 / n_lanes;
  refill();
  for (std::int64_t n = 1; block_->n > 0; ++n) {
    if (n % passes_between == 0 && interrupt && interrupt()) {
      throw Interrupted{};
    }
    kernel_.happen(*block_, view_);
    if (view_.row_feels || plan_->any_many_rows) {
      correct_rows();
    }
    if (view_.scalar_world) {
      walk_world();
    }
    cut_late();
    const bool places_apart = view_.available && view_.place_rows == nullptr;
    if (places_apart) {
      bring_places();
    }
    kernel_.feel(*block_, view_);
    if (places_apart) {
      keep_places();
      kernel_.choose(*block_, view_);
    }
    if (plan_->any_chosen_alone && view_.deliberate) {
      choose_alone();
    }
    together_ ? move_together() : move();
  }
  count_moves();
  if (only_sums_) {
    count_journeys();
  }
}

} // namespace sojourn
