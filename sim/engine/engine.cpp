// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"

#include "sim/engine/flow.hpp"
#include "sim/engine/flow_engine.hpp"
#include "sim/engine/flow_people.hpp"
#include "sim/engine/service.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// The people of one chunk.
std::vector<Arrival> cohort(const Plan& plan, std::uint32_t replication, std::size_t chunk) {
  const auto first = static_cast<std::int64_t>(chunk) * flow_chunk;
  const std::int64_t last = std::min(plan.cohort, first + flow_chunk);
  std::vector<Arrival> people;
  for (std::int64_t i = first; i < last; ++i) {
    people.push_back(cohort_member(plan, replication, static_cast<std::uint32_t>(i)));
  }
  return people;
}

} // namespace

std::size_t flow_chunks(const Plan& plan) {
  if (plan.cohort == 0) {
    return 1;
  }
  return static_cast<std::size_t>((plan.cohort + flow_chunk - 1) / flow_chunk);
}

Tally simulate_flow(const Plan& plan, std::uint32_t replication, std::size_t chunk, RowSink* rows) {
  FlowEngine engine(plan, replication,
                    plan.cohort > 0 ? cohort(plan, replication, chunk)
                                    : arriving(plan, replication),
                    rows != nullptr);
  engine.run();
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

Tally simulate_chunk(const Plan& plan, std::uint32_t replication, std::size_t chunk,
                     RowSink* rows) {
  return plan.contended ? simulate_service(plan, replication, rows)
                        : simulate_flow(plan, replication, chunk, rows);
}

Tally simulate(const Plan& plan, std::uint32_t replication, RowSink* rows) {
  Tally tally = simulate_chunk(plan, replication, 0, rows);
  for (std::size_t chunk = 1; chunk < n_chunks(plan); ++chunk) {
    tally += simulate_chunk(plan, replication, chunk, rows);
  }
  return tally;
}

} // namespace sojourn
