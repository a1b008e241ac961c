// SPDX-License-Identifier: Apache-2.0
#include "sim/study/precision.hpp"

#include "output/stats/estimate.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace sojourn {
namespace {

constexpr int block = 10;

std::size_t measure_called(const Runnable& runnable, const std::string& id) {
  if (const auto found = find_measure(runnable.measures, id)) {
    return *found;
  }
  std::string known;
  for (const Measure& measure : runnable.measures) {
    known += (known.empty() ? "" : ", ") + measure.info.id;
  }
  throw std::invalid_argument("experiment.replications.until names \"" + id +
                              "\", which is no measure of this scenario; there are: " + known);
}

std::vector<output::StoppingTarget> targets_of(const Runnable& runnable,
                                               const std::vector<UntilSpec>& until) {
  std::vector<output::StoppingTarget> targets;
  for (const UntilSpec& wanted : until) {
    const output::MeasureInfo& info =
        runnable.measures[measure_called(runnable, wanted.measure)].info;
    targets.push_back({info.id, wanted.half_width, info.unit, info.share});
  }
  return targets;
}

std::string amount(double value, const output::StoppingTarget& target) {
  return target.share ? output::text("±{:.2g} %", 100 * value)
                      : output::text("±{:.2g} {}", value, target.unit);
}

} // namespace

Precision::Precision(const Runnable& runnable, const RunOptions& options)
    : runnable_(runnable), targets_(targets_of(runnable, options.until)),
      rule_(targets_, options.at_least, options.at_most, block), at_most_(options.at_most),
      expected_(options.at_least) {
  for (const UntilSpec& wanted : options.until) {
    measure_.push_back(measure_called(runnable, wanted.measure));
  }
}

output::StoppingVerdict Precision::judge(const RunRecord& record) {
  std::vector<std::vector<double>> columns;
  std::vector<output::StoppingSeries> series;
  columns.reserve(targets_.size() * record.arms.size());
  for (std::size_t target = 0; target < targets_.size(); ++target) {
    for (std::size_t arm = 0; arm < record.arms.size(); ++arm) {
      columns.push_back(record.values(arm, measure_[target], 0));
      series.push_back({target, runnable_.arm_ids[arm], columns.back(), {}});
    }
  }
  look_at(record, series);
  return rule_.judge(series);
}

void Precision::look_at(const RunRecord& record,
                        const std::vector<output::StoppingSeries>& series) {
  if (targets_.empty()) {
    return;
  }
  double worst = 0;
  for (const output::StoppingSeries& one : series) {
    const double half = output::mean_interval(one.values).half_width();
    const double ratio = half / targets_[one.target].half_width;
    if (ratio > worst) {
      worst = ratio;
      words_ = targets_[one.target].measure + " " + amount(half, targets_[one.target]) + " of " +
               amount(targets_[one.target].half_width, targets_[one.target]);
    }
  }
  const double enough = std::max(record.replications * worst * worst, 1.0 * record.replications);
  expected_ = std::min<double>(at_most_, enough + block);
}

} // namespace sojourn
