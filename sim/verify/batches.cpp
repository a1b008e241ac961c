// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/batches.hpp"

#include "output/stats/estimate.hpp"
#include "output/stats/student.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::verify {
namespace {

constexpr int fewest_batches = 8;
using Columns = std::vector<std::vector<double>>; // [quantity][batch]

/// Runs the batches that are missing up to `n`.
void extend(Executor& executor, int n, const Batch& batch, Columns& columns) {
  const std::size_t done = columns.empty() ? 0 : columns.front().size();
  std::vector<std::vector<double>> rows(static_cast<std::size_t>(n) - done);
  executor.for_each(rows.size(),
                    [&](std::size_t i) { rows[i] = batch(static_cast<std::uint32_t>(done + i)); });
  for (const std::vector<double>& row : rows) {
    columns.resize(std::max(columns.size(), row.size()));
    for (std::size_t q = 0; q < row.size(); ++q) {
      columns[q].push_back(row[q]);
    }
  }
}

Estimate with_errors(const std::vector<double>& values, double errors) {
  const output::Interval interval = output::mean_interval(values, 0.95);
  const double quantile = output::student_two_sided(0.95, interval.replications - 1);
  return {interval.estimate, interval.half_width() / quantile * errors};
}

Estimate at_999(const std::vector<double>& values, double relative) {
  const output::Interval interval = output::mean_interval(values, 0.999);
  return {interval.estimate, interval.half_width(), relative * std::fabs(interval.estimate)};
}

/// How many batches the widest quantity asks for, once there are many: few batches widen an
/// interval by their own doubt, which more of them take away.
double batches_needed(const Columns& columns, double relative) {
  double needed = 0;
  for (const std::vector<double>& values : columns) {
    const auto n = static_cast<double>(values.size());
    const Estimate estimate = at_999(values, relative);
    const double doubt = output::student_two_sided(0.999, n - 1) / output::normal_two_sided(0.999);
    const double times = estimate.half_width / estimate.widest / doubt;
    needed = std::max(needed, times * times * n);
  }
  return needed;
}

bool narrow(const Columns& columns, double relative) {
  return std::all_of(columns.begin(), columns.end(), [&](const std::vector<double>& values) {
    const Estimate estimate = at_999(values, relative);
    return !(estimate.half_width > estimate.widest);
  });
}

} // namespace

std::vector<Estimate> over_batches(Executor& executor, int n, const Batch& batch) {
  Columns columns;
  extend(executor, n, batch, columns);
  std::vector<Estimate> estimates;
  for (const std::vector<double>& values : columns) {
    estimates.push_back(with_errors(values, 4.5));
  }
  return estimates;
}

std::vector<Estimate> until_narrow(const Trial& trial, const Batch& batch) {
  const double relative = trial.effort.half_width;
  const int cap = std::max(fewest_batches, trial.effort.most_replications);
  Columns columns;
  for (int n = fewest_batches;;) {
    extend(trial.executor, n, batch, columns);
    if (n >= cap || narrow(columns, relative)) {
      break;
    }
    const double wanted = std::clamp(1.1 * batches_needed(columns, relative), 1.2 * n, 2.0 * n);
    n = std::min(cap, static_cast<int>(wanted));
  }
  std::vector<Estimate> estimates;
  for (const std::vector<double>& values : columns) {
    estimates.push_back(at_999(values, relative));
  }
  return estimates;
}

} // namespace sojourn::verify
