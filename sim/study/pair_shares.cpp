// SPDX-License-Identifier: Apache-2.0
#include "sim/study/pair_shares.hpp"

#include "output/stats/estimate.hpp"
#include "output/stats/missing.hpp"

#include <array>

namespace sojourn {
namespace {

using output::Fate;

std::int64_t count_of(const PairCounts& pair, Fate fate) {
  switch (fate) {
  case Fate::better:
    return pair.better;
  case Fate::worse:
    return pair.worse;
  case Fate::same:
    return pair.people - pair.better - pair.worse;
  case Fate::richer:
    return pair.richer;
  case Fate::poorer:
    return pair.poorer;
  case Fate::newly_lost:
    return pair.newly_lost;
  case Fate::newly_kept:
    return pair.newly_kept;
  }
  return 0;
}

constexpr std::array<Fate, 7> fates = {Fate::better,    Fate::worse,  Fate::same,
                                       Fate::richer,    Fate::poorer, Fate::newly_lost,
                                       Fate::newly_kept};

double share_of(const PairCounts& pair, Fate fate) {
  return pair.people > 0
             ? static_cast<double>(count_of(pair, fate)) / static_cast<double>(pair.people)
             : output::missing;
}

struct Group {
  const RunRecord& record;
  std::size_t arm, group;

  [[nodiscard]] const PairCounts& at(std::size_t replication) const {
    return record.arms[arm].pairs[replication * record.n_groups + group];
  }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(record.replications); }
};

void add_values(output::PairData& data, const Group& group) {
  for (std::size_t r = 0; r < group.size(); ++r) {
    const PairCounts& pair = group.at(r);
    data.people.push_back(static_cast<double>(pair.people));
    data.better.push_back(share_of(pair, Fate::better));
    data.worse.push_back(share_of(pair, Fate::worse));
    data.richer.push_back(share_of(pair, Fate::richer));
    data.poorer.push_back(share_of(pair, Fate::poorer));
    data.newly_lost.push_back(share_of(pair, Fate::newly_lost));
    data.newly_kept.push_back(share_of(pair, Fate::newly_kept));
  }
}

output::PairShare interval_of(const Group& group, Fate fate, double noticeable) {
  std::vector<double> shares;
  for (std::size_t r = 0; r < group.size(); ++r) {
    shares.push_back(share_of(group.at(r), fate));
  }
  const output::Interval interval = output::mean_interval(shares);
  output::PairShare share;
  share.arm = static_cast<int>(group.arm);
  share.group = static_cast<int>(group.group);
  share.fate = static_cast<int>(fate);
  share.estimate = interval.estimate;
  share.lower = interval.lower;
  share.upper = interval.upper;
  share.noticeable = fate <= Fate::same ? noticeable : output::missing;
  share.replications = interval.replications;
  return share;
}

void add_shift(output::ResultData& result, std::size_t n_cells) {
  const std::vector<double>& quantiles = result.map.remembered_quantile;
  const std::size_t per_arm = quantiles.size() / n_cells;
  for (std::size_t i = 0; i < quantiles.size(); ++i) {
    result.pairs.quantile_shift.push_back(quantiles[i] - quantiles[i % per_arm]);
  }
}

} // namespace

void fill_pairs(output::ResultData& result, const RunRecord& record, double noticeable) {
  if (record.arms.front().pairs.empty()) {
    return;
  }
  for (std::size_t arm = 0; arm < record.arms.size(); ++arm) {
    for (std::size_t group = 0; group < record.n_groups; ++group) {
      const Group people{record, arm, group};
      add_values(result.pairs, people);
      for (const Fate fate : fates) {
        if (arm > 0) {
          result.pair_shares.push_back(interval_of(people, fate, noticeable));
        }
      }
    }
  }
  add_shift(result, record.arms.size());
}

} // namespace sojourn
