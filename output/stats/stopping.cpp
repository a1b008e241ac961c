// SPDX-License-Identifier: Apache-2.0
#include "output/stats/stopping.hpp"

#include "output/text.hpp"

#include <algorithm>
#include <cassert>

namespace sojourn::output {
namespace {

std::string width_text(const StoppingTarget& target, double half_width) {
  if (target.share)
    return text("±{:.3g} %", 100 * half_width);
  return target.unit.empty() || target.unit == "1" ? text("±{:.3g}", half_width)
                                                   : text("±{:.3g} {}", half_width, target.unit);
}

std::span<const double> first(std::span<const double> values, int n) {
  return values.first(std::min(values.size(), static_cast<std::size_t>(n)));
}

int available(std::span<const StoppingSeries> series) {
  std::size_t n = series.empty() ? 0 : series[0].values.size();
  for (const auto& one : series)
    n = std::min({n, one.values.size(), one.versus.empty() ? n : one.versus.size()});
  return static_cast<int>(n);
}

int differing(const StoppingSeries& series, int n) {
  return paired_difference(first(series.values, n), first(series.versus, n)).n_differ;
}

} // namespace

StoppingRule::StoppingRule(std::vector<StoppingTarget> targets, int at_least, int at_most,
                           int block, double level)
    : targets_(std::move(targets)), at_least_(at_least), at_most_(at_most), block_(block),
      level_(level) {
  assert(at_least >= 2 && at_most >= at_least && block >= 1);
}

int StoppingRule::next_look(int done) const {
  if (done < at_least_ || targets_.empty())
    return at_least_;
  return std::min(at_most_, at_least_ + ((done - at_least_) / block_ + 1) * block_);
}

Interval StoppingRule::interval_of(const StoppingSeries& series, int n) const {
  const auto values = first(series.values, n);
  if (series.versus.empty())
    return mean_interval(values, level_);
  return paired_difference(values, first(series.versus, n), level_, series.plans);
}

bool StoppingRule::met(const StoppingSeries& series, int n) const {
  if (!series.versus.empty() && series.plans != Plans::equal && differing(series, n) < min_differ)
    return false;
  const auto interval = interval_of(series, n);
  return interval.known() && interval.half_width() <= targets_[series.target].half_width;
}

StoppingVerdict StoppingRule::judge(std::span<const StoppingSeries> series) const {
  if (targets_.empty())
    return {true, true, at_least_, text("{} replications, as asked for", at_least_)};
  const int n_available = available(series);
  bool met_before = false;
  for (int n = at_least_; n <= n_available; n = next_look(n)) {
    const bool all =
        std::all_of(series.begin(), series.end(), [&](const auto& one) { return met(one, n); });
    if (all && (met_before || n == at_most_))
      return reached(n);
    if (n == at_most_)
      return exhausted(series);
    met_before = all;
  }
  return {};
}

StoppingVerdict StoppingRule::reached(int n) const {
  std::string widths;
  for (const auto& target : targets_)
    append(widths, "{}{} within {}", widths.empty() ? "" : ", ", target.measure,
           width_text(target, target.half_width));
  return {true, true, n, text("{} replications: {} in every arm", n, widths)};
}

StoppingVerdict StoppingRule::exhausted(std::span<const StoppingSeries> series) const {
  std::string misses;
  for (const auto& one : series)
    if (!met(one, at_most_))
      append(misses, "{}{}", misses.empty() ? "" : "; ", miss_text(one));
  return {true, false, at_most_, text("{} replications, the most allowed: {}", at_most_, misses)};
}

std::string StoppingRule::miss_text(const StoppingSeries& series) const {
  const auto& target = targets_[series.target];
  const auto what = text("{} in {}", target.measure, series.arm);
  const auto interval = interval_of(series, at_most_);
  if (!series.versus.empty() && differing(series, at_most_) < min_differ)
    return text("{} differs in only {} of them", what, differing(series, at_most_));
  if (!interval.known())
    return text("{} has no interval, {}", what, interval.reason);
  return text("{} is within {}, asked for {}", what, width_text(target, interval.half_width()),
              width_text(target, target.half_width));
}

} // namespace sojourn::output
