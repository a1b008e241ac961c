// SPDX-License-Identifier: Apache-2.0
#include "sim/study/batch.hpp"

namespace sojourn {

Batch::Batch(const Runnable& runnable, const RunOptions& options, std::vector<Cell> cells,
             const SampleLimits& limits)
    : runnable_(runnable), options_(options), cells_(std::move(cells)), limits_(limits),
      slots_(cells_.size()) {
  list_units();
}

void Batch::list_units() {
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    const Plan& plan = runnable_.plans[cells_[cell].arm];
    Slot& slot = slots_[cell];
    slot.n_chunks = options_.engine.n_chunks(plan);
    slot.sum = Tally(plan.shape());
    slot.rows.resize(slot.n_chunks);
    for (std::size_t chunk = 0; chunk < slot.n_chunks; ++chunk) {
      units_.push_back({cell, chunk});
    }
  }
}

bool Batch::run_unit(const Unit& unit) try {
  const Cell& cell = cells_[unit.cell];
  const Plan& plan = runnable_.plans[cell.arm];
  const auto replication = static_cast<std::uint32_t>(cell.replication);
  SamplingSink sink(plan, replication, limits_);
  RowSink* rows = limits_.rows || limits_.pairs ? &sink : nullptr;
  const Tally part = options_.engine.simulate_chunk(plan, replication, unit.chunk, rows,
                                                    [this] { return options_.stop.asked(); });
  const std::vector<PairedPerson> people = sink.take_people();
  Slot& slot = slots_[unit.cell];
  const std::lock_guard lock(slot.guard);
  slot.sum += part;
  slot.rows[unit.chunk] = sink.take();
  slot.people.insert(slot.people.end(), people.begin(), people.end());
  ++slot.chunks_done;
  return true;
} catch (const Interrupted&) {
  return false;
}

void Batch::run(Executor& executor, const std::function<void(double)>& on_unit) {
  std::mutex guard;
  std::size_t done = 0;
  executor.for_each(units_.size(), [&](std::size_t i) {
    if (options_.stop.asked() || !run_unit(units_[i])) {
      return;
    }
    const std::lock_guard lock(guard);
    ++done;
    on_unit(static_cast<double>(done) / static_cast<double>(units_.size()));
  });
}

bool Batch::whole(std::size_t cell) const {
  return slots_[cell].chunks_done == slots_[cell].n_chunks;
}

std::vector<PairedPerson> Batch::people(std::size_t cell) const {
  std::vector<PairedPerson> all = slots_[cell].people;
  sort_people(all);
  return all;
}

std::vector<SampledRow> Batch::rows(std::size_t cell) const {
  std::vector<SampledRow> all;
  for (const auto& chunk : slots_[cell].rows) {
    all.insert(all.end(), chunk.begin(), chunk.end());
  }
  return all;
}

} // namespace sojourn
