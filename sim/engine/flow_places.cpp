// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow_engine.hpp"
#include "sim/engine/row_choice.hpp"

// The flow engine between memory and choice: what people remember of single places, and choices
// that are weighed one by one.
namespace sojourn {

/// Choices that the kernel does not weigh.
void FlowEngine::choose_alone() {
  for (std::size_t lane = 0; lane < block_->n; ++lane) {
    const NodeRecord& record = plan_->records[static_cast<std::size_t>(block_->record[lane])];
    if ((record.flags & NodeFlag::chosen_alone) != 0) {
      block_->row[lane] =
          record.first_row +
          row_of_choice(view(lane), *plan_, record, block_->luck[2][lane], lean_of(lane, record));
    }
  }
}

/// What memories of places speak for the rows of a list; nullptr where they do not.
const float* FlowEngine::lean_of(std::size_t lane, const NodeRecord& record) {
  if (!view_.available) {
    return nullptr;
  }
  places_.lean(view(lane), lane, record, block_->left[lane], leaning_.data());
  return leaning_.data();
}

void FlowEngine::bring_places() {
  for (std::size_t lane = 0; lane < block_->n; ++lane) {
    LaneView<float> person = view(lane);
    places_.bring(person, lane, node_of(lane), block_->left[lane]);
  }
}

/// What was remembered, and what it speaks for where the kernel weighs the options.
void FlowEngine::keep_places() {
  for (std::size_t lane = 0; lane < block_->n; ++lane) {
    const NodeRecord& record = plan_->records[static_cast<std::size_t>(block_->record[lane])];
    places_.keep(view(lane), lane, node_of(lane), block_->left[lane]);
    if ((record.flags & (NodeFlag::person_decides | NodeFlag::chosen_alone)) ==
        NodeFlag::person_decides) {
      const float* leaning = lean_of(lane, record);
      for (std::int32_t j = 0; j < record.n_rows; ++j) {
        block_->leaning[j][lane] = leaning[j];
      }
    }
  }
}

} // namespace sojourn
