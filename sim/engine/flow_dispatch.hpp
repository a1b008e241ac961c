// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/flow_block.hpp"

namespace sojourn {

struct FlowKernel {
  void (*happen)(FlowBlock&, const FlowView&) = nullptr;
  void (*feel)(FlowBlock&, const FlowView&) = nullptr;
  void (*choose)(FlowBlock&, const FlowView&) = nullptr;
  std::size_t (*move)(FlowBlock&, const FlowView&, const FlowCounts&) = nullptr;
};

[[nodiscard]] FlowKernel flow_kernel();

} // namespace sojourn
