// SPDX-License-Identifier: Apache-2.0
#include "sim/study/runner.hpp"

#include "output/text.hpp"
#include "sim/engine/engine.hpp"
#include "sim/study/batch.hpp"
#include "sim/study/precision.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>

namespace sojourn {

EngineDoor product_engine() { return {&n_chunks, &simulate_chunk}; }

std::vector<double> RunRecord::values(std::size_t arm, std::size_t measure,
                                      std::size_t group) const {
  std::vector<double> column(static_cast<std::size_t>(replications));
  for (std::size_t r = 0; r < column.size(); ++r) {
    column[r] = ratio(arm, r, measure, group).value();
  }
  return column;
}

namespace {

class Run {
public:
  Run(const Runnable& runnable, const RunOptions& options, Executor& executor)
      : runnable_(runnable), options_(options), executor_(executor), precision_(runnable, options),
        rule_(pair_rule(runnable.plans.front(), options.noticeable)) {
    record_.n_groups = runnable.plans.front().n_personas + 1;
    record_.n_measures = runnable.measures.size();
    for (const Plan& plan : runnable.plans) {
      record_.arms.emplace_back().pooled = Tally(plan.shape());
    }
    const Plan& baseline = runnable.plans.front();
    if (options.sampled_people > 0) {
      limits_.rows = first_limit(baseline, options.sampled_people);
    }
    if (options.paired_people > 0 && runnable.plans.size() > 1) {
      limits_.pairs = pair_limit(baseline, options.paired_people);
    }
  }

  RunRecord result() {
    while (true) {
      const int look = precision_.next_look(record_.replications);
      while (record_.replications < look) {
        if (!run_batch(std::min(look - record_.replications, batch_size()))) {
          return stopped_early();
        }
      }
      const output::StoppingVerdict verdict = precision_.judge(record_);
      if (verdict.stop) {
        record_.stop_reason = verdict.reason;
        return std::move(record_);
      }
    }
  }

private:
  /// Enough units to keep every thread busy, few enough to hold their tallies.
  [[nodiscard]] int batch_size() const {
    const int arms = static_cast<int>(runnable_.plans.size());
    return std::max(10, (4 * executor_.threads() + arms - 1) / arms);
  }

  /// False when it was asked to stop before all `n` were done.
  bool run_batch(int n) {
    Batch batch(runnable_, options_, record_.replications, n, limits_);
    batch.run(executor_, [this](double done) { report(done); });
    const int whole = batch.n_whole();
    for (int r = 0; r < whole; ++r) {
      fold(batch, r);
    }
    record_.replications += whole;
    thin_rows();
    return whole == n;
  }

  void fold(const Batch& batch, int replication) {
    for (std::size_t arm = 0; arm < record_.arms.size(); ++arm) {
      const Tally& tally = batch.tally(replication, arm);
      ArmRecord& to = record_.arms[arm];
      to.pooled += tally;
      read_measures(tally, arm);
      to.resources.insert(to.resources.end(), tally.resources.begin(), tally.resources.end());
      const std::vector<SampledRow> rows = batch.rows(replication, arm);
      to.rows.insert(to.rows.end(), rows.begin(), rows.end());
    }
    if (limits_.pairs) {
      pair(batch, replication);
    }
  }

  void pair(const Batch& batch, int replication) {
    const std::vector<PairedPerson> baseline = batch.people(replication, 0);
    for (std::size_t arm = 0; arm < record_.arms.size(); ++arm) {
      const std::vector<PairCounts> pairs =
          pair_people(baseline, batch.people(replication, arm), rule_);
      std::vector<PairCounts>& to = record_.arms[arm].pairs;
      to.insert(to.end(), pairs.begin(), pairs.end());
    }
  }

  void read_measures(const Tally& tally, std::size_t arm) {
    const std::vector<PersonaTally> groups = groups_of(tally);
    for (const Measure& measure : runnable_.measures) {
      for (std::size_t group = 0; group < groups.size(); ++group) {
        record_.arms[arm].ratios.push_back(
            read(measure, tally, groups[group], group == 0, runnable_.books[arm]));
      }
    }
  }

  void thin_rows() {
    if (!limits_.rows) {
      return;
    }
    limits_.rows = lowered_limit(record_.arms.front().rows, options_.sampled_people, *limits_.rows);
    for (ArmRecord& arm : record_.arms) {
      drop_above(arm.rows, *limits_.rows);
    }
  }

  void report(double done) {
    if (options_.progress) {
      options_.progress({done, precision_.expected_replications(), precision_.words()});
    }
  }

  RunRecord stopped_early() {
    const bool signal = options_.stop.signal != nullptr && options_.stop.signal->load() != 0;
    record_.cause = signal ? StopCause::signal : StopCause::time_limit;
    record_.stop_reason = output::text("stopped {} after {}; holds these only",
                                       signal ? "by a signal" : "at the time limit",
                                       counted(record_.replications, "replication"));
    return std::move(record_);
  }

  const Runnable& runnable_;
  const RunOptions& options_;
  Executor& executor_;
  Precision precision_;
  RunRecord record_;
  PairRule rule_;
  SampleLimits limits_;
};

} // namespace

RunRecord run_arms(const Runnable& runnable, const RunOptions& options, Executor& executor) {
  return Run(runnable, options, executor).result();
}

} // namespace sojourn
