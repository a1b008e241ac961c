// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/runner.hpp"

#include <mutex>

namespace sojourn {

/// Some consecutive replications of every arm, each in its own slot. Chunks of a replication are
/// added to its slot as they come: tallies are integers, so the order cannot be seen.
class Batch {
public:
  Batch(const Runnable& runnable, const RunOptions& options, int first, int n,
        const SampleLimits& limits);

  /// `on_unit` is called after every unit with the replications done so far, one call at a time.
  void run(Executor& executor, const std::function<void(double)>& on_unit);

  /// Leading replications that are whole in every arm.
  [[nodiscard]] int n_whole() const;
  [[nodiscard]] const Tally& tally(int replication, std::size_t arm) const;
  [[nodiscard]] std::vector<SampledRow> rows(int replication, std::size_t arm) const;
  /// Who finished, in the order of agents; nobody where nobody is paired.
  [[nodiscard]] std::vector<PairedPerson> people(int replication, std::size_t arm) const;

private:
  struct Slot {
    std::mutex guard;
    Tally sum;
    std::size_t chunks_done = 0;
    std::vector<std::vector<SampledRow>> rows; // [chunk]
    std::vector<PairedPerson> people;          // of all chunks
  };
  struct Unit {
    std::size_t slot, arm, chunk;
    std::uint32_t replication;
  };
  void list_units();
  void run_unit(const Unit& unit);
  [[nodiscard]] bool asked_to_stop() const;
  [[nodiscard]] std::size_t slot_of(int replication, std::size_t arm) const;

  const Runnable& runnable_;
  const RunOptions& options_;
  int first_, n_;
  SampleLimits limits_;
  std::vector<std::size_t> n_chunks_; // [arm]
  std::vector<Slot> slots_;           // [replication][arm]
  std::vector<Unit> units_;
};

} // namespace sojourn
