// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow_engine.hpp"
#include "sim/engine/labour.hpp"

#include <algorithm>

// The flow engine between two visits: where people go, what is counted, who takes a free lane.
namespace sojourn {

NodeIndex FlowEngine::next_of(std::size_t lane) {
  const auto at = static_cast<std::size_t>(block_->record[lane]);
  const NodeRecord& record = plan_->records[at];
  if (view_.scalar_world) {
    walk_.conclude(travellers_[lane], happenings_[lane]);
    if (plan_->keeps_books) {
      walk_.keep_books(travellers_[lane], happenings_[lane], books_of(lane));
    }
    if (happenings_[lane].gave_up) {
      ++patience_counts_[at];
      return record.patience_to;
    }
  }
  const std::int32_t row = block_->row[lane];
  ++row_counts_[static_cast<std::size_t>(row)];
  return plan_->rows[static_cast<std::size_t>(row)].to;
}

void FlowEngine::finish(std::size_t lane, std::int32_t exit, Ticks now) {
  if (only_sums_ && exit >= 0) {
    return sum_up(lane, now);
  }
  const Guest& guest = guests_[lane];
  Traveller& traveller = travellers_[lane];
  if (!view_.scalar_world) { // all that a world without marks knows of them
    traveller.begin_anew();
    traveller.agent = guest.agent;
    traveller.persona = guest.persona;
    traveller.start = guest.start;
    traveller.arrival = guest.arrival;
  }
  withdraw_jobs(lane, now);
  traveller.n_visits = n_visits(lane);
  const JourneyRow row = walk_.finish(view(lane), traveller, exit, now);
  tally.add_journey(row, plan_->exit_outcomes);
  if (plan_->keeps_books) {
    walk_.close_books(traveller, row, books_of(lane), tally);
  }
  if (keep_rows_) {
    rows[guest.person] = row;
  }
}

void FlowEngine::finish_unfinished(std::size_t lane, NodeIndex node, Ticks now) {
  finish(lane, -1, now);
  tally.add_move(guests_[lane].persona, node,
                 static_cast<std::int32_t>(plan_->n_touchpoints + plan_->n_exits));
}

void FlowEngine::stop_short_of(NodeIndex next, std::size_t lane, NodeIndex node, Ticks now) {
  --tally.move(guests_[lane].persona, node, next); // those are counted at the end
  finish_unfinished(lane, node, now);
}

void FlowEngine::withdraw_jobs(std::size_t lane, Ticks now) {
  if (job_nodes_.empty()) {
    return;
  }
  // A visit that ends with service or a job ends before doors open at the same moment, any other
  // one after it.
  const bool before_doors = plan_->nodes[static_cast<std::size_t>(node_of(lane))].waits() &&
                            !happenings_[lane].gave_up && now > travellers_[lane].entered;
  for (std::size_t j = 0; j < job_nodes_.size(); ++j) {
    const Job& job = jobs_[lane * job_nodes_.size() + j];
    const PlanWork& work = plan_->nodes[static_cast<std::size_t>(job_nodes_[j])].work;
    const PlanResource& resource = plan_->resources[static_cast<std::size_t>(work.resource)];
    const Ticks start = resource.calendar.next_open(job.opened);
    if (job.open() && start > job.opened && (start > now || (start == now && before_doors))) {
      count_labour(*plan_, {work.resource, -work.units, start, job.done, resource.pauses(false)},
                   tally);
    }
  }
}

/// As `arrive` of models/people, but what a visit writes before it is read is left alone, and where
/// only quality happens, what nobody then reads.
void FlowEngine::place_feelings(std::size_t lane, float mood, float goal) {
  FlowBlock& block = *block_;
  for (auto field = static_cast<std::size_t>(Field::effort); field < n_state_fields; ++field) {
    block.fields[field][lane] = 0;
  }
  LaneView<float> person = view(lane);
  person.set(Field::begin, mood);
  person.set(Field::expectation_quality, mood);
  person.set(Field::expectation_variance, person.trait(Parameter::expectation_variance));
  person.set(Field::trust, person.trait(Parameter::trust_start));
  person.set(Field::goal_start, goal);
  for (std::size_t d = 0; view_.adaptation && d < n_dimensions; ++d) {
    person.set(adapted_of(static_cast<Dimension>(d)), 0);
  }
  if (view_.scalar_world) { // patience reads a tilt before the first choice
    for (const Field field : {Field::expectation_time, Field::expectation_effort,
                              Field::expectation_price, Field::expectation_control, Field::affect,
                              Field::remembered, Field::tilt_leave, Field::tilt_wait}) {
      person.set(field, 0);
    }
  }
}

void FlowEngine::close_gap(std::size_t lane) {
  const std::size_t from = --block_->n;
  if (from == lane) {
    return;
  }
  FlowBlock& block = *block_;
  const auto copy = [lane, from](auto& column) { column[lane] = column[from]; };
  for (Column& field : block.fields) {
    copy(field);
  }
  for (Column& trait : block.traits) {
    copy(trait);
  }
  copy(block.agent);
  copy(block.row);
  copy(block.record);
  copy(block.affect);
  copy(block.remembered);
  copy(block.bin);
  copy(block.occurrence);
  copy(block.luck[2]);
  copy(block.left);
  copy(block.arrived);
  copy(block.began);
  copy(guests_);
  copy(travellers_);
  copy(happenings_);
  const auto n_touchpoints = static_cast<std::int32_t>(plan_->n_touchpoints);
  block.seat[lane] = (static_cast<std::int32_t>(lane) - guests_[lane].persona) * n_touchpoints;
  const auto copy_slice = [lane, from](auto& all, std::size_t n) {
    const auto begin = all.begin();
    std::copy_n(begin + static_cast<std::ptrdiff_t>(from * n), n,
                begin + static_cast<std::ptrdiff_t>(lane * n));
  };
  copy_slice(jobs_, static_cast<std::size_t>(plan_->n_jobs));
  copy_slice(occurrences_, plan_->n_touchpoints);
  copy_slice(books_, plan_->keeps_books ? plan_->n_touchpoints : 0);
  if (view_.available) {
    places_.copy(from, lane);
  }
}

void FlowEngine::count_visit(std::size_t lane) {
  if (view_.feels) {
    FeltSums& felt = felt_[static_cast<std::size_t>(block_->record[lane])];
    felt.affect += block_->affect[lane];
    felt.remembered += block_->remembered[lane];
    ++tally.affect_bins[static_cast<std::size_t>(block_->bin[lane])];
  }
  const NodeIndex node = node_of(lane);
  if (view_.scalar_world && plan_->nodes[static_cast<std::size_t>(node)].waits()) {
    const Traveller& traveller = travellers_[lane];
    tally.add_wait(traveller.persona, node,
                   plan_->clock.elapsed(traveller.entered, happenings_[lane].waited_until));
  }
}

void FlowEngine::move() {
  const auto n_touchpoints = static_cast<NodeIndex>(plan_->n_touchpoints);
  ++block_->pass;
  for (std::size_t lane = 0; lane < block_->n;) {
    if (block_->left[lane] > view_.last_time) {
      finish_unfinished(lane, node_of(lane), static_cast<Ticks>(view_.last_time));
      lane += replace(lane) ? 0U : 1U;
      continue;
    }
    count_visit(lane);
    const NodeIndex next = next_of(lane);
    if (next < n_touchpoints && n_visits(lane) < visit_limit) {
      enter(lane, next);
      ++lane;
      continue;
    }
    const auto now = static_cast<Ticks>(block_->left[lane]);
    if (next < n_touchpoints) {
      stop_short_of(next, lane, node_of(lane), now);
    } else {
      finish(lane, next - n_touchpoints, now);
    }
    lane += replace(lane) ? 0U : 1U;
  }
}

bool FlowEngine::replace(std::size_t lane) {
  if (next_person_ < people_.size()) {
    place(lane);
    return false;
  }
  close_gap(lane);
  return true; // whoever moved in has not moved on yet
}

void FlowEngine::move_together() {
  const auto n_touchpoints = static_cast<NodeIndex>(plan_->n_touchpoints);
  // From the last lane down: whoever moves into a gap has been looked at.
  for (std::size_t i = kernel_.move(*block_, view_, counts_); i-- > 0;) {
    const auto lane = static_cast<std::size_t>(block_->over[i]);
    const std::int32_t row = block_->row[lane];
    const NodeIndex to = plan_->rows[static_cast<std::size_t>(row)].to;
    const auto now = static_cast<Ticks>(block_->left[lane]);
    if (to >= n_touchpoints) {
      finish(lane, to - n_touchpoints, now);
    } else {
      stop_short_of(to, lane, plan_->touchpoint_of(row), now);
    }
    replace(lane);
  }
}

void FlowEngine::count_moves() {
  for (std::int32_t persona = 0; persona < static_cast<std::int32_t>(plan_->n_personas);
       ++persona) {
    for (NodeIndex node = 0; node < static_cast<NodeIndex>(plan_->n_touchpoints); ++node) {
      count_moves_from(persona, node);
    }
  }
}

/// Every visit ends in a row of the touchpoint's list or in lost patience.
void FlowEngine::count_moves_from(std::int32_t persona, NodeIndex node) {
  const NodeRecord& record = plan_->record(persona, node);
  const std::size_t place =
      static_cast<std::size_t>(persona) * plan_->n_touchpoints + static_cast<std::size_t>(node);
  VisitTally& visit = tally.visits[place];
  for (std::int32_t i = 0; i < record.n_rows; ++i) {
    const auto row = static_cast<std::size_t>(record.first_row) + static_cast<std::size_t>(i);
    tally.move(persona, node, plan_->rows[row].to) += row_counts_[row];
    visit.visits += row_counts_[row];
  }
  if (record.patience_to != no_node) {
    tally.move(persona, node, record.patience_to) += patience_counts_[place];
    visit.visits += patience_counts_[place];
  }
  visit.affect += felt_[place].affect;
  visit.remembered += felt_[place].remembered;
}

/// A finished journey where nobody asks for more. `count` of the kernel has its memory in fixed
/// point.
void FlowEngine::sum_up(std::size_t lane, Ticks now) {
  const auto persona = static_cast<std::size_t>(guests_[lane].persona);
  JourneySums& sums = sums_[persona];
  sums.duration += now - guests_[lane].arrival;
  if (!view_.feels) {
    return;
  }
  const LaneView<float> person = view(lane);
  const float count = person.get(Field::count);
  sums.remembered += block_->remembered[lane];
  sums.experienced += affect_to_fixed(count > 0 ? person.get(Field::affect_sum) / count : 0.0F);
  sums.trust += affect_to_fixed(person.get(Field::trust));
  ++tally.personas[persona]
        .remembered_bins[static_cast<std::size_t>(affect_bin(person.get(Field::remembered)))];
}

/// What `sum_up` left out: who finished where is in the moves. Without feelings everybody remembers
/// nothing and keeps the trust they came with.
void FlowEngine::count_journeys() {
  const auto n_touchpoints = static_cast<NodeIndex>(plan_->n_touchpoints);
  for (std::size_t p = 0; p < plan_->n_personas; ++p) {
    PersonaTally& to = tally.personas[p];
    std::int64_t finished = 0, visits = 0;
    for (NodeIndex node = 0; node < n_touchpoints; ++node) {
      visits += tally.visits[p * plan_->n_touchpoints + static_cast<std::size_t>(node)].visits;
      for (std::size_t exit = 0; exit < plan_->n_exits; ++exit) {
        const std::int64_t n = tally.move(static_cast<std::int32_t>(p), node,
                                          n_touchpoints + static_cast<NodeIndex>(exit));
        to.outcomes[static_cast<std::size_t>(plan_->exit_outcomes[exit])] += n;
        finished += n;
      }
    }
    const float trust = plan_->personas[p].traits[static_cast<std::size_t>(Parameter::trust_start)];
    to.journeys += finished;
    to.finished += finished;
    to.visits = visits; // of journeys that were stopped too
    to.duration += sums_[p].duration;
    to.remembered += sums_[p].remembered;
    to.experienced += sums_[p].experienced;
    to.trust += view_.feels ? sums_[p].trust : finished * affect_to_fixed(trust);
    to.remembered_bins[static_cast<std::size_t>(affect_bin(0.0F))] += view_.feels ? 0 : finished;
  }
}

} // namespace sojourn
