// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/runner.hpp"

#include <mutex>

namespace sojourn {

/// Some cells, each in its own slot. Chunks of a replication are added to its slot as they come:
/// tallies are integers, so the order cannot be seen.
class Batch {
public:
  Batch(const Runnable& runnable, const RunOptions& options, std::vector<Cell> cells,
        const SampleLimits& limits = {});

  /// `on_unit` is called after every unit with the share that is done, one call at a time.
  void run(Executor& executor, const std::function<void(double)>& on_unit);

  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] bool whole(std::size_t cell) const;
  [[nodiscard]] const Tally& tally(std::size_t cell) const { return slots_[cell].sum; }
  [[nodiscard]] std::vector<SampledRow> rows(std::size_t cell) const;
  /// Who finished, in the order of agents; nobody where nobody is paired.
  [[nodiscard]] std::vector<PairedPerson> people(std::size_t cell) const;

private:
  struct Slot {
    std::mutex guard;
    Tally sum;
    std::size_t n_chunks = 0, chunks_done = 0;
    std::vector<std::vector<SampledRow>> rows; // [chunk]
    std::vector<PairedPerson> people;          // of all chunks
  };
  struct Unit {
    std::size_t cell, chunk;
  };
  void list_units();
  /// False when it was asked to stop before the unit was done; nothing of it is kept.
  bool run_unit(const Unit& unit);

  const Runnable& runnable_;
  const RunOptions& options_;
  std::vector<Cell> cells_;
  SampleLimits limits_;
  std::vector<Slot> slots_; // [cell]
  std::vector<Unit> units_;
};

} // namespace sojourn
