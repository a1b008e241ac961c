// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"

#include "sim/engine/flow.hpp"
#include "sim/engine/flow_engine.hpp"
#include "sim/engine/service.hpp"

#include <algorithm>

namespace sojourn {
std::size_t flow_chunks(const Plan& plan) {
  if (plan.cohort == 0) {
    return 1;
  }
  return static_cast<std::size_t>((plan.cohort + flow_chunk - 1) / flow_chunk);
}

Tally simulate_flow(const Plan& plan, std::uint32_t replication, std::size_t chunk, RowSink* rows,
                    const Interrupt& interrupt) {
  FlowEngine engine(plan, FlowPeople(plan, replication, chunk), rows != nullptr);
  engine.run(interrupt);
  if (rows != nullptr) {
    if (plan.cohort == 0) { // arrivals come in the order of time; layers interleave
      std::sort(engine.rows.begin(), engine.rows.end(),
                [](const JourneyRow& a, const JourneyRow& b) { return a.agent < b.agent; });
    }
    for (const JourneyRow& row : engine.rows) {
      rows->add(row);
    }
  }
  return std::move(engine.tally);
}

std::size_t n_chunks(const Plan& plan) { return plan.contended ? 1 : flow_chunks(plan); }

Tally simulate_chunk(const Plan& plan, std::uint32_t replication, std::size_t chunk, RowSink* rows,
                     const Interrupt& interrupt) {
  return plan.contended ? simulate_service(plan, replication, rows, interrupt)
                        : simulate_flow(plan, replication, chunk, rows, interrupt);
}

Tally simulate(const Plan& plan, std::uint32_t replication, RowSink* rows) {
  Tally tally = simulate_chunk(plan, replication, 0, rows);
  for (std::size_t chunk = 1; chunk < n_chunks(plan); ++chunk) {
    tally += simulate_chunk(plan, replication, chunk, rows);
  }
  return tally;
}

} // namespace sojourn
