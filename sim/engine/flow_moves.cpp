// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow_engine.hpp"
#include "sim/engine/row_choice.hpp"

#include <algorithm>

// The flow engine between two visits: where people go, what is counted, who takes a free lane.
namespace sojourn {

namespace {

/// A choice among more options than the kernel weighs.
constexpr std::uint32_t long_choice = NodeFlag::person_decides | NodeFlag::many_rows;

} // namespace

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
  const PlanRow* rows_here = &plan_->rows[static_cast<std::size_t>(record.first_row)];
  std::int32_t row = block_->row[lane];
  if ((record.flags & long_choice) == long_choice && view_.deliberate) {
    row = row_of_choice(view(lane), record, rows_here, block_->luck[2][lane]);
  }
  const std::int32_t taken = record.first_row + row;
  ++row_counts_[static_cast<std::size_t>(taken)];
  return rows_here[row].to;
}

void FlowEngine::finish(std::size_t lane, std::int32_t exit, Ticks now) {
  Traveller& traveller = travellers_[lane];
  traveller.n_visits = n_visits_[lane];
  const LaneView<float> person = view(lane);
  const JourneyRow row = walk_.finish(person, traveller, exit, now);
  tally.add_journey(row, plan_->exit_outcomes);
  if (plan_->keeps_books) {
    walk_.close_books(traveller, row, books_of(lane), tally);
  }
  if (exit < 0) {
    tally.add_move(row.persona, nodes_[lane],
                   static_cast<std::int32_t>(plan_->n_touchpoints + plan_->n_exits));
  }
  if (keep_rows_) {
    rows[person_of_[lane]] = row;
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
  copy(block.clock);
  copy(block.left);
  copy(person_of_);
  copy(traits_of_);
  copy(personas_);
  copy(travellers_);
  copy(happenings_);
  copy(n_visits_);
  copy(nodes_);
  const auto copy_slice = [lane, from](auto& all, std::size_t n) {
    const auto begin = all.begin();
    std::copy_n(begin + static_cast<std::ptrdiff_t>(from * n), n,
                begin + static_cast<std::ptrdiff_t>(lane * n));
  };
  copy_slice(jobs_, static_cast<std::size_t>(plan_->n_jobs));
  copy_slice(occurrences_, plan_->n_touchpoints);
  copy_slice(books_, plan_->keeps_books ? plan_->n_touchpoints : 0);
}

void FlowEngine::count_visit(std::size_t lane) {
  if (view_.feels) {
    tally.add_visit_at(static_cast<std::size_t>(block_->record[lane]), block_->affect[lane],
                       block_->remembered[lane], block_->bin[lane]);
  }
  if (view_.scalar_world && plan_->nodes[static_cast<std::size_t>(nodes_[lane])].waits()) {
    const Traveller& traveller = travellers_[lane];
    tally.add_wait(traveller.persona, nodes_[lane],
                   plan_->clock.elapsed(traveller.entered, happenings_[lane].waited_until));
  }
}

void FlowEngine::move() {
  const auto n_touchpoints = static_cast<NodeIndex>(plan_->n_touchpoints);
  for (std::size_t lane = 0; lane < block_->n;) {
    std::int32_t exit = -1;
    Ticks now = static_cast<Ticks>(view_.last_time < 1e300 ? view_.last_time : 0);
    bool ends = block_->left[lane] > view_.last_time;
    if (!ends) {
      count_visit(lane);
      const NodeIndex next = next_of(lane);
      block_->clock[lane] = block_->left[lane];
      now = static_cast<Ticks>(block_->left[lane]);
      if (next < n_touchpoints && n_visits_[lane] < visit_limit) {
        enter(lane, next);
        ++lane;
        continue;
      }
      exit = next < n_touchpoints ? -1 : next - n_touchpoints;
    }
    finish(lane, exit, now);
    lane += replace(lane) ? 0U : 1U;
  }
}

bool FlowEngine::replace(std::size_t lane) {
  if (next_person_ < people_.size()) {
    person_of_[lane] = next_person_;
    place(lane, people_[next_person_++]);
    return false;
  }
  close_gap(lane);
  return true; // whoever moved in has not moved on yet
}

void FlowEngine::move_plain() {
  FlowBlock& block = *block_;
  const NodeRecord* const records = plan_->records.data();
  const std::int32_t* const leads_to = plan_->row_leads_to.data();
  std::int64_t* const taken = row_counts_.data();
  std::uint16_t* const occurrences = occurrences_.data();
  const std::size_t n_touchpoints = plan_->n_touchpoints;
  for (std::size_t lane = 0; lane < block.n;) {
    const std::int32_t at = block.record[lane];
    if (view_.feels) {
      tally.add_visit_at(static_cast<std::size_t>(at), block.affect[lane], block.remembered[lane],
                         block.bin[lane]);
    }
    const std::int32_t row = records[at].first_row + block.row[lane];
    ++taken[row];
    block.clock[lane] = block.left[lane];
    const std::int32_t next = leads_to[row];
    if (next >= 0 && n_visits_[lane] < visit_limit) {
      const std::size_t node = static_cast<std::size_t>(
          next - personas_[lane] * static_cast<std::int32_t>(n_touchpoints));
      block.record[lane] = next;
      block.occurrence[lane] = occurrences[lane * n_touchpoints + node]++;
      ++n_visits_[lane];
      ++lane;
      continue;
    }
    nodes_[lane] = at - personas_[lane] * static_cast<std::int32_t>(n_touchpoints);
    finish(lane, next < 0 ? -1 - next : -1, static_cast<Ticks>(block.left[lane]));
    lane += replace(lane) ? 0U : 1U;
  }
}

void FlowEngine::count_moves() {
  const auto n_touchpoints = static_cast<std::int32_t>(plan_->n_touchpoints);
  const auto unfinished = static_cast<std::int32_t>(plan_->n_touchpoints + plan_->n_exits);
  for (std::int32_t persona = 0; persona < static_cast<std::int32_t>(plan_->n_personas);
       ++persona) {
    for (std::int32_t node = 0; node < n_touchpoints; ++node) {
      const NodeRecord& record = plan_->record(persona, node);
      const std::int32_t place = persona * n_touchpoints + node;
      for (std::int32_t i = 0; i < record.n_rows; ++i) {
        const std::int32_t row = record.first_row + i;
        const auto at_row = static_cast<std::size_t>(row);
        tally.move(persona, node, plan_->rows[at_row].to) += row_counts_[at_row];
      }
      if (record.patience_to != no_node) {
        tally.move(persona, node, record.patience_to) +=
            patience_counts_[static_cast<std::size_t>(place)];
      }
      if (!view_.feels) { // a visit that was felt is counted where it was felt
        std::int64_t& visits = tally.visits[static_cast<std::size_t>(place)].visits;
        for (std::int32_t to = 0; to < unfinished; ++to) {
          visits += tally.move(persona, node, to);
        }
      }
    }
  }
}

} // namespace sojourn
