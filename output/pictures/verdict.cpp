// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/verdict.hpp"

#include "output/pictures/view.hpp"
#include "output/stats/estimate.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace sojourn::output {
namespace {

bool told_by_holm(const Estimate& e) { return !std::isfinite(e.p_holm) || e.p_holm < 1 - e.level; }

Verdict flipped(Verdict v) {
  return v == Verdict::better ? Verdict::worse : v == Verdict::worse ? Verdict::better : v;
}

/// One value per replication of a measure for one group; empty where the result has none.
std::span<const double> replications(const ResultData& r, int arm, int measure, std::size_t group) {
  const auto n = static_cast<std::size_t>(r.n_replications);
  const std::size_t row =
      (static_cast<std::size_t>(arm) * r.measures.size() + static_cast<std::size_t>(measure)) *
      r.n_groups() * n + group * n;
  return row + n <= r.values.size() ? std::span(r.values).subspan(row, n)
                                    : std::span<const double>();
}

} // namespace

Verdict verdict_of(const Estimate* difference, int better) {
  if (!has_value(difference)) {
    return Verdict::unknown;
  }
  const Estimate& e = *difference;
  if (e.estimate == 0 && (e.lower == e.upper || !has_interval(difference))) {
    return Verdict::unchanged; // 0 in every replication
  }
  if (!has_interval(difference)) {
    return Verdict::unknown;
  }
  if (!(e.lower > 0 || e.upper < 0)) {
    return Verdict::unclear;
  }
  if (!told_by_holm(e)) {
    return Verdict::leaning;
  }
  return (e.lower > 0) == (better >= 0) ? Verdict::better : Verdict::worse;
}

Verdict verdict_of(const Estimate* level, const AgreementInfo& agreement) {
  if (!has_interval(level)) {
    return Verdict::unknown;
  }
  return level->lower >= agreement.target  ? Verdict::better
         : level->upper < agreement.target ? Verdict::worse
                                           : Verdict::unclear;
}

Material material_difference(const ResultData& result, int arm, int measure) {
  Material material;
  for (const Finding& row : result.findings) {
    if (row.arm != arm || row.measure != measure || row.group != 0) {
      continue;
    }
    if (row.quantity == "margin") {
      material.margin = row.estimate;
    } else if (row.quantity == "equivalence") {
      material.lower = row.lower;
      material.upper = row.upper;
      material.level = row.level;
    }
  }
  if (material.lower > -material.margin && material.upper < material.margin) {
    material.verdict = Materiality::none;
  } else if (material.lower > material.margin || material.upper < -material.margin) {
    material.verdict = Materiality::material;
  }
  return material;
}

Verdict compare_arms(const ResultData& result, int one, int other, int measure, std::size_t group) {
  const int persona = static_cast<int>(group);
  const int better = result.measures[static_cast<std::size_t>(measure)].better;
  if (const Estimate* direct = find_estimate(result, one, other, measure, persona)) {
    return verdict_of(direct, better);
  }
  if (const Estimate* direct = find_estimate(result, other, one, measure, persona)) {
    return flipped(verdict_of(direct, better));
  }
  const Difference pairs = paired_difference(replications(result, one, measure, group),
                                             replications(result, other, measure, group));
  Estimate direct;
  direct.estimate = pairs.estimate;
  direct.lower = pairs.lower;
  direct.upper = pairs.upper;
  return verdict_of(&direct, better);
}

std::vector<int> single_changes(const ResultData& result) {
  const auto changes = [&](std::size_t arm) {
    return std::set<std::string>(result.arms[arm].changes.begin(), result.arms[arm].changes.end());
  };
  std::vector<int> arms;
  for (std::size_t a = 1; a < result.arms.size(); ++a) {
    bool combined = false;
    for (std::size_t b = 1; b < result.arms.size() && !combined; ++b) {
      const auto mine = changes(a);
      const auto theirs = changes(b);
      combined = !theirs.empty() && theirs.size() < mine.size() &&
                 std::includes(mine.begin(), mine.end(), theirs.begin(), theirs.end());
    }
    if (!combined) {
      arms.push_back(static_cast<int>(a));
    }
  }
  return arms;
}

} // namespace sojourn::output
