// SPDX-License-Identifier: Apache-2.0
#include "sim/study/sampling.hpp"

#include "models/luck/stream.hpp"

#include <algorithm>

namespace sojourn {
namespace {

constexpr std::uint32_t everybody = 0xffffffffU;

} // namespace

std::uint32_t sample_score(std::uint64_t seed, std::uint32_t replication, std::uint32_t agent) {
  return words(Address{seed, replication, agent, 0, 0}, Purpose::sample)[0];
}

void SamplingSink::add(const JourneyRow& row) {
  const bool all_paired = limits_.pairs == everybody;
  const std::uint32_t score =
      limits_.rows || !all_paired ? sample_score(plan_->seed, replication_, row.agent) : 0;
  if (limits_.rows && score <= *limits_.rows) {
    rows_.push_back({replication_, score, row});
  }
  if (limits_.pairs && score <= *limits_.pairs && row.exit >= 0) {
    const Outcome outcome = plan_->exit_outcomes[static_cast<std::size_t>(row.exit)];
    people_.push_back(
        {row.agent, row.persona, outcome == Outcome::lost, row.remembered, row.booked});
  }
}

namespace {

double expected_people(const Plan& baseline) {
  const double weeks = static_cast<double>(baseline.horizon - baseline.warm_up) /
                       static_cast<double>(ticks_per_week);
  const double arriving = baseline.arrivals.given() ? baseline.arrivals.per_week() * weeks : 0;
  return baseline.cohort > 0 ? static_cast<double>(baseline.cohort) : std::max(arriving, 1.0);
}

} // namespace

std::uint32_t pair_limit(const Plan& baseline, std::size_t people) {
  return threshold(static_cast<double>(people) / expected_people(baseline));
}

std::uint32_t first_limit(const Plan& baseline, std::size_t people) {
  return threshold(1.5 * static_cast<double>(people) / expected_people(baseline));
}

std::uint32_t lowered_limit(const std::vector<SampledRow>& rows, std::size_t people,
                            std::uint32_t limit) {
  if (people == 0 || rows.size() < people) {
    return limit;
  }
  std::vector<std::uint32_t> scores(rows.size());
  std::transform(rows.begin(), rows.end(), scores.begin(),
                 [](const SampledRow& row) { return row.score; });
  const auto last = scores.begin() + static_cast<std::ptrdiff_t>(people - 1);
  std::nth_element(scores.begin(), last, scores.end());
  return std::min(limit, *last);
}

void drop_above(std::vector<SampledRow>& rows, std::uint32_t limit) {
  std::erase_if(rows, [limit](const SampledRow& row) { return row.score > limit; });
}

} // namespace sojourn
