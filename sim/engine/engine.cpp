// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"

#include "sim/engine/flow.hpp"
#include "sim/engine/flow_engine.hpp"
#include "sim/engine/service.hpp"
#include "sim/engine/service_worlds.hpp"

#include <algorithm>

namespace sojourn {
std::size_t flow_chunks(const Plan& plan) {
  if (plan.cohort == 0) {
    return 1;
  }
  return static_cast<std::size_t>((plan.cohort + flow_chunk - 1) / flow_chunk);
}

namespace {

/// What those who came before anything counts still took of the servers' time afterwards.
void add_early_work(const Plan& plan, std::uint32_t replication, const Interrupt& interrupt,
                    Tally& tally) {
  const bool works = std::any_of(plan.nodes.begin(), plan.nodes.end(),
                                 [](const PlanNode& node) { return node.waits(); });
  if (!works || plan.cohort > 0 || plan.warm_up == 0) {
    return;
  }
  FlowEngine engine(plan, FlowPeople::early(plan, replication), false);
  engine.run(interrupt);
  for (std::size_t i = 0; i < tally.resources.size(); ++i) {
    tally.resources[i] += engine.tally.resources[i];
  }
}

} // namespace

Tally simulate_flow(const Plan& plan, std::uint32_t replication, std::size_t chunk, RowSink* rows,
                    const Interrupt& interrupt) {
  FlowEngine engine(plan, FlowPeople(plan, replication, chunk), rows != nullptr);
  engine.run(interrupt);
  add_early_work(plan, replication, interrupt, engine.tally);
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

Tally simulate_service(const Plan& plan, std::uint32_t replication, RowSink* rows,
                       const Interrupt& interrupt) {
  return plan.bare ? bare::run_service(plan, replication, rows, interrupt)
                   : full::run_service(plan, replication, rows, interrupt);
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
