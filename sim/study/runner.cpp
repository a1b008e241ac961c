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

std::vector<Ratio> ratios_of(const std::vector<Measure>& measures, const Tally& tally,
                             const Books& books) {
  std::vector<Ratio> ratios;
  const std::vector<PersonaTally> groups = groups_of(tally);
  for (const Measure& measure : measures) {
    for (std::size_t group = 0; group < groups.size(); ++group) {
      ratios.push_back(read(measure, tally, groups[group], group == 0, books));
    }
  }
  return ratios;
}

void stop_early(RunRecord& record, const RunOptions& options) {
  const bool signal = options.stop.signal != nullptr && options.stop.signal->load() != 0;
  record.cause = signal ? StopCause::signal : StopCause::time_limit;
  record.stop_reason = output::text("stopped {} after {}; holds these only",
                                    signal ? "by a signal" : "at the time limit",
                                    counted(record.replications, "replication"));
}

namespace {

class Run {
public:
  Run(const Runnable& runnable, const RunOptions& options, Executor& executor, RunRecord start)
      : runnable_(runnable), options_(options), executor_(executor), precision_(runnable, options),
        rule_(pair_rule(runnable.plans.front(), options.noticeable)) {
    if (start.replications > 0) {
      record_ = std::move(start);
    } else {
      begin();
    }
    limit_samples();
    thin_rows();
  }

  RunRecord result() {
    while (true) {
      const int look = precision_.next_look(record_.replications);
      while (record_.replications < look) {
        if (!run_batch(std::min(look - record_.replications, batch_size()))) {
          return stopped_early();
        }
        if (options_.after_batch) {
          options_.after_batch(record_);
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
  void begin() {
    record_.n_groups = runnable_.plans.front().n_personas + 1;
    record_.n_measures = runnable_.measures.size();
    for (const Plan& plan : runnable_.plans) {
      record_.arms.emplace_back().pooled = Tally(plan.shape());
    }
  }

  void limit_samples() {
    const Plan& baseline = runnable_.plans.front();
    if (options_.sampled_people > 0) {
      limits_.rows = first_limit(baseline, options_.sampled_people);
    }
    if (options_.paired_people > 0 && runnable_.plans.size() > 1) {
      limits_.pairs = pair_limit(baseline, options_.paired_people);
    }
  }

  /// Enough units to keep every thread busy, few enough to hold their tallies.
  [[nodiscard]] int batch_size() const {
    const int arms = static_cast<int>(runnable_.plans.size());
    return std::max(10, (4 * executor_.threads() + arms - 1) / arms);
  }

  /// Replications first: when somebody asks to stop, as many as possible are whole. Arms that are
  /// twins are run once.
  [[nodiscard]] std::vector<Cell> cells_of_batch(int n) const {
    std::vector<Cell> cells;
    for (int r = record_.replications; r < record_.replications + n; ++r) {
      for (std::size_t arm = 0; arm < runnable_.plans.size(); ++arm) {
        if (runnable_.twin[arm] == static_cast<int>(arm)) {
          cells.push_back({arm, r});
        }
      }
    }
    return cells;
  }

  /// False when it was asked to stop before all `n` were done.
  bool run_batch(int n) {
    Batch batch(runnable_, options_, cells_of_batch(n), limits_);
    const double first = record_.replications;
    batch.run(executor_, [this, first, n](double share) { report(first + n * share); });
    const std::size_t n_run = batch.cells().size() / static_cast<std::size_t>(n);
    int whole = 0;
    for (bool complete = true; complete && whole < n; whole += complete ? 1 : 0) {
      const std::size_t begin = static_cast<std::size_t>(whole) * n_run;
      for (std::size_t cell = begin; cell < begin + n_run; ++cell) {
        complete = complete && batch.whole(cell);
      }
      if (complete) {
        fold(batch, begin);
      }
    }
    record_.replications += whole;
    thin_rows();
    return whole == n;
  }

  /// Cells from `begin` on are one replication of every arm that is run.
  void fold(const Batch& batch, std::size_t begin) {
    std::vector<std::size_t> cell_of(record_.arms.size());
    for (std::size_t arm = 0; arm < record_.arms.size(); ++arm) {
      const auto twin = static_cast<std::size_t>(runnable_.twin[arm]);
      cell_of[arm] = twin == arm ? begin++ : cell_of[twin];
      take(batch, cell_of[arm], arm);
    }
    if (limits_.pairs) {
      pair(batch, cell_of);
    }
  }

  void pair(const Batch& batch, const std::vector<std::size_t>& cell_of) {
    const std::vector<PairedPerson> baseline = batch.people(cell_of.front());
    for (std::size_t arm = 0; arm < record_.arms.size(); ++arm) {
      const std::vector<PairCounts> pairs =
          pair_people(baseline, batch.people(cell_of[arm]), rule_);
      std::vector<PairCounts>& to = record_.arms[arm].pairs;
      to.insert(to.end(), pairs.begin(), pairs.end());
    }
  }

  void take(const Batch& batch, std::size_t cell, std::size_t arm) {
    const Tally& tally = batch.tally(cell);
    ArmRecord& to = record_.arms[arm];
    to.pooled += tally;
    const std::vector<Ratio> ratios = ratios_of(runnable_.measures, tally, runnable_.books[arm]);
    to.ratios.insert(to.ratios.end(), ratios.begin(), ratios.end());
    to.resources.insert(to.resources.end(), tally.resources.begin(), tally.resources.end());
    to.money.push_back(money_of(runnable_.plans[arm], tally));
    const std::vector<Watched> watched = watched_of(runnable_.plans[arm], tally);
    to.watched.insert(to.watched.end(), watched.begin(), watched.end());
    to.lived.push_back(lived_of(tally));
    const std::vector<SampledRow> rows = batch.rows(cell);
    to.rows.insert(to.rows.end(), rows.begin(), rows.end());
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

  void report(double replications) {
    if (options_.progress) {
      std::size_t n_run = 0;
      for (std::size_t arm = 0; arm < runnable_.twin.size(); ++arm) {
        n_run += runnable_.twin[arm] == static_cast<int>(arm) ? 1U : 0U;
      }
      const auto arms = static_cast<double>(n_run);
      options_.progress(
          {replications * arms, precision_.expected_replications() * arms, precision_.words()});
    }
  }

  RunRecord stopped_early() {
    stop_early(record_, options_);
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

RunRecord run_arms(const Runnable& runnable, const RunOptions& options, Executor& executor,
                   RunRecord start) {
  return Run(runnable, options, executor, std::move(start)).result();
}

} // namespace sojourn
