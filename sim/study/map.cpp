// SPDX-License-Identifier: Apache-2.0
#include "sim/study/map.hpp"

#include "output/stats/histogram.hpp"
#include "output/stats/missing.hpp"

#include <array>
#include <limits>

namespace sojourn {
namespace {

constexpr std::array<double, 5> quantile_levels = {0.05, 0.25, 0.5, 0.75, 0.95};

double per(std::int64_t sum, std::int64_t n) {
  return n > 0 ? static_cast<double>(sum) / static_cast<double>(n) : output::missing;
}

double minutes(std::int64_t ticks) {
  return static_cast<double>(ticks) / static_cast<double>(ticks_per_minute);
}

double mean_minutes(std::int64_t ticks, std::int64_t n) {
  return n > 0 ? minutes(ticks) / static_cast<double>(n) : output::missing;
}

double mean_fixed(std::int64_t fixed, std::int64_t n) {
  return n > 0 ? from_fixed(fixed) / static_cast<double>(n) : output::missing;
}

void add_quantiles(std::vector<double>& to, const std::int64_t* bins) {
  output::Histogram histogram(affect_low, affect_high, n_affect_bins);
  const double width = histogram.width();
  for (int bin = 0; bin < n_affect_bins; ++bin) {
    histogram.add(affect_low + (bin + 0.5) * width, bins[bin]);
  }
  for (const double level : quantile_levels) {
    to.push_back(histogram.quantile(level));
  }
}

/// The personas of a group: all, or one.
struct Members {
  std::size_t first, last;
};

Members members_of(std::size_t group, std::size_t n_personas) {
  return group == 0 ? Members{0, n_personas} : Members{group - 1, group};
}

class ArmMap {
public:
  ArmMap(const ArmUnion& all, std::size_t arm, const Tally& tally, output::MapData& map)
      : touchpoints_(all.touchpoints.index[arm]), exits_(all.exits.index[arm]), tally_(tally),
        map_(map) {}

  void add_group(std::size_t group, const PersonaTally& people) {
    members_ = members_of(group, tally_.shape.n_personas);
    journeys_ = people.journeys;
    for (const std::size_t touchpoint : touchpoints_) {
      add_touchpoint(touchpoint);
    }
    add_quantiles(map_.remembered_quantile, people.remembered_bins.data());
    for (const std::size_t from : touchpoints_) {
      add_moves_from(from);
    }
    add_moves_from(tally_.shape.n_touchpoints); // the start
  }

private:
  void add_touchpoint(std::size_t touchpoint) {
    VisitTally sum;
    std::array<std::int64_t, n_affect_bins> bins{};
    for (std::size_t persona = members_.first; persona < members_.last && touchpoint != absent;
         ++persona) {
      const std::size_t at = persona * tally_.shape.n_touchpoints + touchpoint;
      sum += tally_.visits[at];
      for (std::size_t bin = 0; bin < bins.size(); ++bin) {
        bins[bin] += tally_.affect_bins[at * n_affect_bins + bin];
      }
    }
    map_.visits.push_back(100 * per(sum.visits, journeys_));
    map_.affect_mean.push_back(mean_fixed(sum.affect, sum.visits));
    map_.wait_mean_min.push_back(mean_minutes(sum.wait, sum.waits));
    map_.remembered_running.push_back(mean_fixed(sum.remembered, sum.visits));
    add_quantiles(map_.affect_quantile, bins.data());
  }

  void add_moves_from(std::size_t from) {
    const TallyShape& shape = tally_.shape;
    for (const std::size_t to : touchpoints_) {
      add_moves(from, to);
    }
    for (const std::size_t exit : exits_) {
      add_moves(from, exit == absent ? absent : shape.n_touchpoints + exit);
    }
    add_moves(from, shape.n_touchpoints + shape.n_exits); // unfinished
  }

  void add_moves(std::size_t from, std::size_t to) {
    const TallyShape& shape = tally_.shape;
    const std::size_t columns = shape.n_touchpoints + shape.n_exits + 1;
    std::int64_t moves = 0;
    if (from != absent && to != absent) {
      for (std::size_t persona = members_.first; persona < members_.last; ++persona) {
        moves += tally_.flow[(persona * (shape.n_touchpoints + 1) + from) * columns + to];
      }
    }
    map_.flow.push_back(100 * per(moves, journeys_));
  }

  const std::vector<std::size_t>&touchpoints_, &exits_; // of the union, in this arm
  const Tally& tally_;
  output::MapData& map_;
  Members members_{};
  std::int64_t journeys_ = 0;
};

double ratio(std::int64_t part, std::int64_t whole, bool limited) {
  return limited ? per(part, whole) : output::missing;
}

} // namespace

output::MapData map_of(const ArmUnion& all, const RunRecord& record) {
  output::MapData map;
  map.quantile_level.assign(quantile_levels.begin(), quantile_levels.end());
  for (std::size_t arm = 0; arm < record.arms.size(); ++arm) {
    const Tally& pooled = record.arms[arm].pooled;
    ArmMap arm_map(all, arm, pooled, map);
    const std::vector<PersonaTally> groups = groups_of(pooled);
    for (std::size_t group = 0; group < groups.size(); ++group) {
      arm_map.add_group(group, groups[group]);
    }
  }
  return map;
}

namespace {

void add_resource(output::ResourceData& data, bool limited, const ResourceTally& tally) {
  data.utilisation.push_back(ratio(tally.busy, tally.open, limited));
  data.load.push_back(ratio(tally.offered, tally.open, limited));
  data.wait_mean_min.push_back(mean_minutes(tally.wait, tally.started));
}

double capacity_of(const ResourceSpec& spec) {
  return spec.helpers     ? std::numeric_limits<double>::quiet_NaN() // it comes and goes
         : spec.unlimited ? std::numeric_limits<double>::infinity()
                          : spec.capacity;
}

} // namespace

output::ResourceData resources_of(const ArmUnion& all, const std::vector<ArmSpec>& arms,
                                  const RunRecord& record) {
  output::ResourceData data;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    const std::vector<ResourceSpec>& specs = arms[arm].scenario.resources;
    for (const std::size_t at : all.resources.index[arm]) {
      data.capacity.push_back(at == absent ? 0.0 : capacity_of(specs[at]));
      for (std::size_t r = 0; r < static_cast<std::size_t>(record.replications); ++r) {
        at == absent ? add_resource(data, false, {})
                     : add_resource(data, !specs[at].unlimited,
                                    record.arms[arm].resources[r * specs.size() + at]);
      }
    }
  }
  return data;
}

namespace {

/// Indices of one arm's lists in the union's.
std::vector<std::int32_t> inverse(const std::vector<std::size_t>& index) {
  std::vector<std::int32_t> merged(index.size(), -1);
  for (std::size_t i = 0; i < index.size(); ++i) {
    if (index[i] != absent) {
      merged[index[i]] = static_cast<std::int32_t>(i);
    }
  }
  return merged;
}

struct ArmIndex {
  std::int32_t arm;
  std::vector<std::int32_t> touchpoints, exits;
  bool surveys;
};

void add_row(output::JourneyRows& rows, const ArmIndex& in, const SampledRow& sampled) {
  const JourneyRow& row = sampled.journey;
  rows.arm.push_back(in.arm);
  rows.replication.push_back(static_cast<std::int32_t>(sampled.replication));
  rows.persona.push_back(row.persona);
  rows.start.push_back(in.touchpoints[static_cast<std::size_t>(row.start)]);
  rows.exit.push_back(row.exit < 0 ? -1 : in.exits[static_cast<std::size_t>(row.exit)]);
  rows.agent.push_back(row.agent);
  rows.n_visits.push_back(row.n_visits);
  rows.arrival_min.push_back(minutes(row.arrival));
  rows.duration_min.push_back(minutes(row.duration));
  rows.remembered.push_back(row.remembered);
  rows.experienced.push_back(row.experienced);
  rows.peak.push_back(row.peak);
  rows.trough.push_back(row.trough);
  rows.last.push_back(row.last);
  rows.trust.push_back(row.trust);
  rows.effort.push_back(row.effort);
  rows.value.push_back(from_fixed(row.value));
  if (in.surveys) {
    rows.satisfaction.push_back(row.satisfaction);
    rows.answer.push_back(row.survey.answered ? row.survey.score : -1);
    rows.ease.push_back(row.survey.answered ? row.survey.ease : -1);
  }
}

} // namespace

output::JourneyRows rows_of(const ArmUnion& all, const RunRecord& record, bool surveys) {
  output::JourneyRows rows;
  for (std::size_t arm = 0; arm < record.arms.size(); ++arm) {
    const ArmIndex in{static_cast<std::int32_t>(arm), inverse(all.touchpoints.index[arm]),
                      inverse(all.exits.index[arm]), surveys};
    for (const SampledRow& sampled : record.arms[arm].rows) {
      add_row(rows, in, sampled);
    }
  }
  return rows;
}

} // namespace sojourn
