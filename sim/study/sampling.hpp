// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"
#include "sim/study/pairs.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

// Which single journeys are kept as rows. Every person has a score, drawn at the address (seed,
// replication, agent); the people with the smallest scores among the baseline's are kept, in every
// arm. So neither threads nor other arms nor the number of replications decide about anybody: a
// run of k replications keeps the same rows as the first k of a longer one that was stopped.
namespace sojourn {

struct SampledRow {
  std::uint32_t replication = 0;
  std::uint32_t score = 0;
  JourneyRow journey;
};

[[nodiscard]] std::uint32_t sample_score(std::uint64_t seed, std::uint32_t replication,
                                         std::uint32_t agent);

/// The highest scores that are kept; nobody where there is none.
struct SampleLimits {
  std::optional<std::uint32_t> rows;  // of journeys kept as rows
  std::optional<std::uint32_t> pairs; // of people met again in other arms
};

/// Keeps the journeys whose score is within the limits. One sink per unit of work.
class SamplingSink : public RowSink {
public:
  SamplingSink(const Plan& plan, std::uint32_t replication, const SampleLimits& limits)
      : plan_(&plan), replication_(replication), limits_(limits) {}
  void add(const JourneyRow& row) override;
  [[nodiscard]] std::vector<SampledRow> take() { return std::move(rows_); }
  /// Those who finished.
  [[nodiscard]] std::vector<PairedPerson> take_people() { return std::move(people_); }

private:
  const Plan* plan_;
  std::uint32_t replication_;
  SampleLimits limits_;
  std::vector<SampledRow> rows_;
  std::vector<PairedPerson> people_;
};

/// People kept per run; each has a row in every arm they come to.
inline constexpr std::size_t sampled_people = 5000;

/// People of a replication who are met again in other arms: everybody where fewer come.
inline constexpr std::size_t paired_people = 20'000;
[[nodiscard]] std::uint32_t pair_limit(const Plan& baseline, std::size_t people);

/// The limit to begin with: about 1.5 times `people` of one replication of the baseline, which more
/// replications only lower.
[[nodiscard]] std::uint32_t first_limit(const Plan& baseline, std::size_t people);

/// The limit that leaves the `people` smallest scores of `rows`; at most `limit`.
[[nodiscard]] std::uint32_t lowered_limit(const std::vector<SampledRow>& rows, std::size_t people,
                                          std::uint32_t limit);

void drop_above(std::vector<SampledRow>& rows, std::uint32_t limit);

} // namespace sojourn
