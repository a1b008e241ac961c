// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/flow_block.hpp"
#include "sim/engine/flow_dispatch.hpp"
#include "sim/engine/walk.hpp"

#include <memory>
#include <vector>

namespace sojourn {

/// One chunk of the flow engine: a block of lanes that is refilled as journeys end.
class FlowEngine {
public:
  FlowEngine(const Plan& plan, std::uint32_t replication, std::vector<Arrival> people,
             bool keep_rows);
  void run();
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
  void place(std::size_t lane, const Arrival& arrival);
  void place_feelings(std::size_t lane, float mood);
  void place_traits(std::size_t lane, std::int32_t persona, std::uint32_t agent);
  /// Puts the lane on a touchpoint: its record, the luck's address, the marks.
  void enter(std::size_t lane, NodeIndex node);
  void walk_world();
  void walk_wait(std::size_t lane);
  void cut_late();
  void correct_rows();
  void move();
  /// The same where the world is not walked one by one and nobody is ever too late: the hot loop.
  void move_plain();
  /// The journey in this lane is over: somebody else takes the lane, or the last one moves in.
  /// Returns whether the lane is one to look at next.
  bool replace(std::size_t lane);
  /// The next place of a lane's person; counts the move.
  [[nodiscard]] NodeIndex next_of(std::size_t lane);
  void count_visit(std::size_t lane);
  void finish(std::size_t lane, std::int32_t exit, Ticks now);
  /// The last person in use takes over the lane.
  void close_gap(std::size_t lane);
  void count_moves();

  const Plan* plan_;
  Walk walk_;
  FlowKernel kernel_;
  FlowView view_;
  std::unique_ptr<FlowBlock> block_;
  std::vector<Arrival> people_;
  std::size_t next_person_ = 0;
  std::vector<std::size_t> person_of_;     // [lane]
  std::vector<std::int32_t> traits_of_;    // [lane]: whose constants the trait columns hold
  std::vector<Traveller> travellers_;      // [lane]
  std::vector<Happening> happenings_;      // [lane], where the world is walked one by one
  std::vector<Job> jobs_;                  // [lane][job]
  std::vector<std::uint16_t> occurrences_; // [lane][touchpoint]
  std::vector<LedgerEntry> books_;         // [lane][touchpoint], where books are kept
  std::vector<std::int32_t> personas_;     // [lane]
  std::vector<std::int32_t> n_visits_;     // [lane]
  std::vector<NodeIndex> nodes_;           // [lane]
  std::vector<std::uint8_t> late_;         // [lane]: the visit would end after the last moment
  std::vector<std::int64_t> row_counts_;   // [row]: how often it was taken; moves are read off it
  std::vector<std::int64_t> patience_counts_; // [persona][touchpoint]
  bool keep_rows_;
};

} // namespace sojourn
