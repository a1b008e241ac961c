// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/stopping.hpp"
#include "sim/engine/engine.hpp"
#include "sim/engine/executor.hpp"
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"
#include "sim/study/lived_record.hpp"
#include "sim/study/measures.hpp"
#include "sim/study/money_record.hpp"
#include "sim/study/sampling.hpp"
#include "sim/study/watched.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

// Runs arms x replications and keeps what a study needs of them. Replications go out in batches; a
// batch is folded in the order of replications once it is complete, so that what is kept is a
// function of the number of replications alone.
namespace sojourn {

/// One replication of one arm.
struct Cell {
  std::size_t arm = 0;
  int replication = 0;
};

/// The two entrances of an engine; tests hand in their own.
struct EngineDoor {
  std::function<std::size_t(const Plan&)> n_chunks;
  std::function<Tally(const Plan&, std::uint32_t replication, std::size_t chunk, RowSink*,
                      const Interrupt&)>
      simulate_chunk;
};
[[nodiscard]] EngineDoor product_engine();

/// A run is one replication of one arm; runs of one scenario take about equally long.
struct Progress {
  double runs_done = 0; // fractions: units of the batch under way
  double runs_expected = 0;
  std::string words; // "remembered_well ±2.4 % of ±2 %", or the study under way; may be empty
};

/// Asked from every thread; `signal` is set by a signal handler, `deadline` by --max-time.
struct StopRequest {
  const std::atomic<int>* signal = nullptr;
  std::optional<std::chrono::steady_clock::time_point> deadline;
  [[nodiscard]] bool asked() const {
    return (signal != nullptr && signal->load() != 0) ||
           (deadline && std::chrono::steady_clock::now() >= *deadline);
  }
};

enum class StopCause : std::uint8_t { finished, signal, time_limit };

struct RunOptions {
  int at_least = 30, at_most = 30;
  std::vector<UntilSpec> until;
  std::size_t sampled_people = 0;                     // 0: no rows are kept
  std::size_t paired_people = sojourn::paired_people; // of each replication, met in every arm
  double noticeable = 0.25;                           // affect points of the remembered experience
  StopRequest stop;
  std::function<void(const Progress&)> progress;
  EngineDoor engine = product_engine();
  /// Told after every batch what has been folded so far.
  std::function<void(const struct RunRecord&)> after_batch;
};

/// What is run: plans and how to read them, [arm], baseline first.
struct Runnable {
  std::vector<Plan> plans;
  std::vector<int> twin; // the first arm with the same plan; itself if there is none
  std::vector<std::string> arm_ids;
  std::vector<Books> books;
  std::vector<Measure> measures;
};

struct ArmRecord {
  Tally pooled;
  std::vector<Ratio> ratios;            // [replication][measure][group]
  std::vector<ResourceTally> resources; // [replication][resource]
  std::vector<SampledRow> rows;         // by replication, then agent
  std::vector<PairCounts> pairs;        // [replication][group]; empty where there is one arm
  std::vector<MoneyRecord> money;       // [replication]
  std::vector<Watched> watched;         // [replication][group]; empty where all are followed
  std::vector<LivedRecord> lived;       // [replication]
};

/// Every measure of every group, as one replication of an arm has it: [measure][group].
[[nodiscard]] std::vector<Ratio> ratios_of(const std::vector<Measure>& measures, const Tally& tally,
                                           const Books& books);

struct RunRecord {
  std::vector<ArmRecord> arms;
  int replications = 0; // the same for every arm
  StopCause cause = StopCause::finished;
  std::string stop_reason;
  std::size_t n_groups = 0, n_measures = 0;

  /// One value per replication; missing where there is none.
  [[nodiscard]] std::vector<double> values(std::size_t arm, std::size_t measure,
                                           std::size_t group) const;
  [[nodiscard]] const Ratio& ratio(std::size_t arm, std::size_t replication, std::size_t measure,
                                   std::size_t group) const {
    return arms[arm].ratios[(replication * n_measures + measure) * n_groups + group];
  }
};

/// Marks a record as stopped early, by a signal or at the time limit.
void stop_early(RunRecord& record, const RunOptions& options);

/// Runs until the stopping rule is content or somebody asks to stop. Throws std::invalid_argument
/// for an `until` that names no measure, and whatever the engine throws.
/// `start`: what an earlier run of the same has folded; the result is the same as without.
[[nodiscard]] RunRecord run_arms(const Runnable& runnable, const RunOptions& options,
                                 Executor& executor, RunRecord start = {});

} // namespace sojourn
