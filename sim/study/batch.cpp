// SPDX-License-Identifier: Apache-2.0
#include "sim/study/batch.hpp"

#include <algorithm>

namespace sojourn {

Batch::Batch(const Runnable& runnable, const RunOptions& options, int first, int n,
             const SampleLimits& limits)
    : runnable_(runnable), options_(options), first_(first), n_(n), limits_(limits),
      slots_(static_cast<std::size_t>(n) * runnable.plans.size()) {
  list_units();
}

std::size_t Batch::slot_of(int replication, std::size_t arm) const {
  return static_cast<std::size_t>(replication) * runnable_.plans.size() + arm;
}

// Replications first: when somebody asks to stop, as many as possible are whole.
void Batch::list_units() {
  for (const Plan& plan : runnable_.plans) {
    n_chunks_.push_back(options_.engine.n_chunks(plan));
  }
  for (int replication = 0; replication < n_; ++replication) {
    for (std::size_t arm = 0; arm < runnable_.plans.size(); ++arm) {
      if (runnable_.twin[arm] != static_cast<int>(arm)) {
        continue;
      }
      const std::size_t slot = slot_of(replication, arm);
      slots_[slot].sum = Tally(runnable_.plans[arm].shape());
      slots_[slot].rows.resize(n_chunks_[arm]);
      for (std::size_t chunk = 0; chunk < n_chunks_[arm]; ++chunk) {
        units_.push_back({slot, arm, chunk, static_cast<std::uint32_t>(first_ + replication)});
      }
    }
  }
}

bool Batch::asked_to_stop() const {
  const StopRequest& stop = options_.stop;
  return (stop.signal != nullptr && stop.signal->load() != 0) ||
         (stop.deadline && std::chrono::steady_clock::now() >= *stop.deadline);
}

void Batch::run_unit(const Unit& unit) {
  const Plan& plan = runnable_.plans[unit.arm];
  SamplingSink sink(plan, unit.replication, limits_);
  RowSink* rows = limits_.rows || limits_.pairs ? &sink : nullptr;
  const Tally part = options_.engine.simulate_chunk(plan, unit.replication, unit.chunk, rows);
  const std::vector<PairedPerson> people = sink.take_people();
  Slot& slot = slots_[unit.slot];
  const std::lock_guard lock(slot.guard);
  slot.sum += part;
  slot.rows[unit.chunk] = sink.take();
  slot.people.insert(slot.people.end(), people.begin(), people.end());
  ++slot.chunks_done;
}

void Batch::run(Executor& executor, const std::function<void(double)>& on_unit) {
  std::mutex guard;
  std::size_t done = 0;
  executor.for_each(units_.size(), [&](std::size_t i) {
    if (asked_to_stop()) {
      return;
    }
    run_unit(units_[i]);
    const std::lock_guard lock(guard);
    ++done;
    on_unit(first_ + n_ * static_cast<double>(done) / static_cast<double>(units_.size()));
  });
}

int Batch::n_whole() const {
  for (int replication = 0; replication < n_; ++replication) {
    for (std::size_t arm = 0; arm < runnable_.plans.size(); ++arm) {
      const auto twin = static_cast<std::size_t>(runnable_.twin[arm]);
      if (slots_[slot_of(replication, twin)].chunks_done < n_chunks_[twin]) {
        return replication;
      }
    }
  }
  return n_;
}

const Tally& Batch::tally(int replication, std::size_t arm) const {
  return slots_[slot_of(replication, static_cast<std::size_t>(runnable_.twin[arm]))].sum;
}

std::vector<PairedPerson> Batch::people(int replication, std::size_t arm) const {
  std::vector<PairedPerson> all =
      slots_[slot_of(replication, static_cast<std::size_t>(runnable_.twin[arm]))].people;
  sort_people(all);
  return all;
}

std::vector<SampledRow> Batch::rows(int replication, std::size_t arm) const {
  std::vector<SampledRow> all;
  const auto twin = static_cast<std::size_t>(runnable_.twin[arm]);
  for (const auto& chunk : slots_[slot_of(replication, twin)].rows) {
    all.insert(all.end(), chunk.begin(), chunk.end());
  }
  return all;
}

} // namespace sojourn
