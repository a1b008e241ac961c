// SPDX-License-Identifier: Apache-2.0
#include "sim/study/calibrate.hpp"

#include "output/text.hpp"
#include "sim/engine/engine.hpp"
#include "sim/engine/fitted_shares.hpp"
#include "sim/study/pilot.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sojourn {
namespace {

constexpr int most_rounds = 25;
constexpr double close_enough = 2e-4; // of a share
constexpr std::int64_t fewest_choices = 200;
constexpr double farthest = 1e4; // no factor is larger or smaller than this allows

/// One list of one persona.
struct ChoiceList {
  std::size_t touchpoint = 0, persona = 0;
  std::vector<std::size_t> rows; // of options that are possible
  std::vector<double> written;   // share of each
  std::vector<double> factor;
};

std::vector<ChoiceList> lists_of(const Scenario& scenario) {
  std::vector<ChoiceList> lists;
  for (std::size_t persona = 0; persona < scenario.personas.size(); ++persona) {
    for (std::size_t t = 0; t < scenario.touchpoints.size(); ++t) {
      const std::vector<double> shares = shares_of(scenario.touchpoints[t], persona);
      ChoiceList list{t, persona, {}, {}, {}};
      for (std::size_t row = 0; row < shares.size(); ++row) {
        if (shares[row] > 0) {
          list.rows.push_back(row);
          list.written.push_back(shares[row]);
        }
      }
      list.factor.assign(list.rows.size(), 1);
      if (scenario.touchpoints[t].person_decides && list.rows.size() > 1) {
        lists.push_back(std::move(list));
      }
    }
  }
  return lists;
}

std::vector<FittedShare> shares_in(const Scenario& scenario, const std::vector<ChoiceList>& lists) {
  std::vector<FittedShare> fitted;
  for (const ChoiceList& list : lists) {
    const TouchpointSpec& spec = scenario.touchpoints[list.touchpoint];
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
      if (list.factor[i] != 1) {
        fitted.push_back({spec.id, target_name(scenario, spec.rows[list.rows[i]]),
                          static_cast<int>(list.persona), list.factor[i]});
      }
    }
  }
  return fitted;
}

Tally pilot(const Scenario& baseline) {
  const Plan plan = pilot_plan(baseline, baseline);
  Tally pooled(plan.shape());
  for (std::uint32_t i = 0; i < share_pilot_replications; ++i) {
    pooled += simulate(plan, share_pilots + i);
  }
  return pooled;
}

/// How often each option of the list was taken.
std::vector<double> taken(const Scenario& scenario, const ChoiceList& list, Tally& tally) {
  std::vector<double> counts;
  for (const std::size_t row : list.rows) {
    const RowSpec& spec = scenario.touchpoints[list.touchpoint].rows[row];
    const auto exits_from = static_cast<int>(scenario.touchpoints.size());
    counts.push_back(static_cast<double>(tally.move(static_cast<std::int32_t>(list.persona),
                                                    static_cast<std::int32_t>(list.touchpoint),
                                                    spec.to + (spec.to_exit ? exits_from : 0))));
  }
  return counts;
}

/// One round of proportional fitting; returns by how much the list was off.
double refit(const Scenario& scenario, ChoiceList& list, Tally& tally) {
  const std::vector<double> counts = taken(scenario, list, tally);
  const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
  if (total < static_cast<double>(fewest_choices)) {
    return 0;
  }
  double off = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double share = std::max(counts[i], .5) / total;
    off = std::max(off, std::abs(counts[i] / total - list.written[i]));
    list.factor[i] *= list.written[i] / share;
  }
  const double whole =
      std::inner_product(list.factor.begin(), list.factor.end(), list.written.begin(), 0.0);
  for (double& factor : list.factor) {
    factor = std::clamp(factor / whole, 1 / farthest, farthest);
  }
  return off;
}

} // namespace

std::vector<FittedShare> fitted_shares(const Scenario& baseline, int* rounds) {
  Scenario scenario = baseline;
  scenario.fitted.clear();
  std::vector<ChoiceList> lists = lists_of(scenario);
  const bool tilted = compile(scenario, scenario).any_mechanism;
  const int most = baseline.base == BaseShares::centred ? 1 : most_rounds;
  int round = 0;
  for (double off = 1; tilted && !lists.empty() && round < most && off > close_enough; ++round) {
    Tally tally = pilot(scenario);
    off = 0;
    for (ChoiceList& list : lists) {
      off = std::max(off, refit(scenario, list, tally));
    }
    scenario.fitted = shares_in(scenario, lists);
  }
  if (rounds != nullptr) {
    *rounds = round;
  }
  return scenario.fitted;
}

void calibrate_shares(Loaded& loaded) {
  Scenario& baseline = loaded.arms.front().scenario;
  if (baseline.base == BaseShares::raw) {
    return;
  }
  int rounds = 0;
  baseline.fitted = fitted_shares(baseline, &rounds);
  for (const FittedShare& each : baseline.fitted) {
    loaded.parameters.push_back(
        {"touchpoints." + each.touchpoint + ".then." + each.to + "[" +
             baseline.personas[static_cast<std::size_t>(each.persona)].id + "].share factor",
         output::text("{:.4g}", each.factor), "1", "calibrated",
         output::text("written shares kept by the baseline's people: {} rounds of a pilot of {} "
                      "replications",
                      rounds, share_pilot_replications),
         ""});
  }
}

} // namespace sojourn
