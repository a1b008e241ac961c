// SPDX-License-Identifier: Apache-2.0
#include "sim/study/sampling.hpp"

#include "models/luck/stream.hpp"

#include <algorithm>

namespace sojourn {

std::uint32_t sample_score(std::uint64_t seed, std::uint32_t replication, std::uint32_t agent) {
  return words(Address{seed, replication, agent, 0, 0}, Purpose::sample)[0];
}

void SamplingSink::add(const JourneyRow& row) {
  const std::uint32_t score = sample_score(seed_, replication_, row.agent);
  if (score <= limit_) {
    rows_.push_back({replication_, score, row});
  }
}

std::uint32_t first_limit(const Plan& baseline, std::size_t people) {
  const double weeks = static_cast<double>(baseline.horizon - baseline.warm_up) /
                       static_cast<double>(ticks_per_week);
  const double arriving = baseline.arrivals.given() ? baseline.arrivals.rate.per_week() * weeks : 0;
  const double expected =
      baseline.cohort > 0 ? static_cast<double>(baseline.cohort) : std::max(arriving, 1.0);
  return threshold(1.5 * static_cast<double>(people) / expected);
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
