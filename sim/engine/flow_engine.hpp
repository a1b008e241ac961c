// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"
#include "sim/engine/flow_block.hpp"
#include "sim/engine/flow_dispatch.hpp"
#include "sim/engine/flow_people.hpp"
#include "sim/engine/place_memory.hpp"
#include "sim/engine/walk.hpp"

#include <array>
#include <memory>
#include <vector>

namespace sojourn {

/// Of one persona's finished journeys; ticks and fixed point.
struct JourneySums {
  std::int64_t duration = 0, remembered = 0, experienced = 0, trust = 0;
};

/// Who sits in a lane.
struct Guest {
  std::size_t person = 0; // of the chunk
  Ticks arrival = 0;
  std::uint32_t agent = 0;
  std::int32_t persona = -1; // also whose constants the lane's traits hold
  NodeIndex start = 0;
};

/// One chunk of the flow engine: a block of lanes that is refilled as journeys end.
class FlowEngine {
public:
  FlowEngine(const Plan& plan, FlowPeople people, bool keep_rows);
  void run(const Interrupt& interrupt = {});
  Tally tally;
  std::vector<JourneyRow> rows; // [person of the chunk]

private:
  [[nodiscard]] LedgerEntry* books_of(std::size_t lane) {
    return books_.data() + lane * plan_->n_touchpoints;
  }
  [[nodiscard]] LaneView<float> view(std::size_t lane) {
    return {block_->fields, block_->traits, lane};
  }
  void refill();
  void place(std::size_t lane);
  /// `goal`: visits expected from the start on the way to being served.
  void place_feelings(std::size_t lane, float mood, float goal);
  void place_traits(std::size_t lane, std::int32_t persona, std::uint32_t agent);
  /// Puts the lane on a touchpoint: its record, the luck's address, the marks.
  void enter(std::size_t lane, NodeIndex node);
  /// The marks alone, where the world is walked one by one.
  void walk_onto(std::size_t lane, NodeIndex node, std::uint16_t occurrence);
  void walk_world();
  void walk_wait(std::size_t lane);
  void walk_job(std::size_t lane, const PlanNode& node);
  void cut_late();
  void correct_rows();
  void choose_alone();
  [[nodiscard]] const float* lean_of(std::size_t lane, const NodeRecord& record);
  void bring_places();
  void keep_places();
  void move();
  /// The same where the world is not walked one by one and nobody is ever too late: the kernel
  /// moves everybody on, only journeys that end are handled here.
  void move_together();
  /// The journey in this lane is over: somebody else takes the lane, or the last one moves in.
  /// Returns whether the lane is one to look at next.
  bool replace(std::size_t lane);
  /// The next place of a lane's person; counts the move.
  [[nodiscard]] NodeIndex next_of(std::size_t lane);
  void count_visit(std::size_t lane);
  void finish(std::size_t lane, std::int32_t exit, Ticks now);
  /// A journey that was stopped; `node` is where it stood.
  void finish_unfinished(std::size_t lane, NodeIndex node, Ticks now);
  /// The same after its last visit, whose move to `next` has been counted and is taken back.
  void stop_short_of(NodeIndex next, std::size_t lane, NodeIndex node, Ticks now);
  /// Work behind the line that is still queued when its journey ends is not done.
  void withdraw_jobs(std::size_t lane, Ticks now);
  /// The last person in use takes over the lane.
  void close_gap(std::size_t lane);
  void count_moves();
  void count_moves_from(std::int32_t persona, NodeIndex node);
  void count_journeys();
  void sum_up(std::size_t lane, Ticks now);
  [[nodiscard]] std::int32_t n_visits(std::size_t lane) const {
    return block_->pass - block_->began[lane];
  }
  [[nodiscard]] NodeIndex node_of(std::size_t lane) const {
    return block_->record[lane] -
           guests_[lane].persona * static_cast<std::int32_t>(plan_->n_touchpoints);
  }

  const Plan* plan_;
  Walk walk_;
  FlowKernel kernel_;
  FlowView view_;
  FlowCounts counts_;
  std::unique_ptr<FlowBlock> block_;
  FlowPeople people_;
  bool keep_rows_;
  bool together_; // the kernel moves everybody on
  /// Nothing is agreed on, and nobody wants rows: a journey leaves nothing but JourneySums, the
  /// rest is in the counts of rows.
  bool only_sums_;
  std::size_t next_person_ = 0;
  std::vector<Guest> guests_;              // [lane]
  std::vector<Traveller> travellers_;      // [lane], where the world is walked one by one
  std::vector<Happening> happenings_;      // [lane], where the world is walked one by one
  std::vector<Job> jobs_;                  // [lane][job]
  std::vector<NodeIndex> job_nodes_;       // [job]: where it is opened
  std::vector<std::uint16_t> occurrences_; // [lane][touchpoint]
  std::vector<LedgerEntry> books_;         // [lane][touchpoint], where books are kept
  std::vector<std::int64_t> row_counts_;   // [row]: how often it was taken; moves are read off it
  std::vector<std::size_t> used_;          // parameters that differ between personas
  std::vector<FeltSums> felt_;             // [persona][touchpoint]
  std::vector<std::int64_t> patience_counts_; // [persona][touchpoint]
  std::vector<JourneySums> sums_;             // [persona], where only sums are kept
  PlaceMemory places_;                        // [lane]
  std::array<float, max_weighed_rows> leaning_{};
};

} // namespace sojourn
