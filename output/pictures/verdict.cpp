// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/verdict.hpp"

#include "output/pictures/view.hpp"
#include "output/stats/estimate.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>
#include <string_view>

namespace sojourn::output {
namespace {

bool told_by_holm(const Estimate& e) { return !std::isfinite(e.p_holm) || e.p_holm < 1 - e.level; }

Verdict flipped(Verdict v) {
  return v == Verdict::better ? Verdict::worse : v == Verdict::worse ? Verdict::better : v;
}

/// One value per replication of a measure for everyone; empty where the result has none.
std::span<const double> replications(const ResultData& r, int arm, int measure) {
  const auto n = static_cast<std::size_t>(r.n_replications);
  const std::size_t row =
      (static_cast<std::size_t>(arm) * r.measures.size() + static_cast<std::size_t>(measure)) *
      r.n_groups() * n;
  return row + n <= r.values.size() ? std::span(r.values).subspan(row, n)
                                    : std::span<const double>();
}

/// The last sentence, from its first letter.
std::string last_sentence(const std::string& text, std::size_t end) {
  const auto before = end == 0 ? std::string::npos : text.find_last_of(".!?", end - 1);
  std::string last = text.substr(before == std::string::npos ? 0 : before + 1);
  return last.erase(0, std::min(last.size(), last.find_first_not_of(" \n\t")));
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

Verdict compare_arms(const ResultData& result, int one, int other, int measure) {
  const int better = result.measures[static_cast<std::size_t>(measure)].better;
  if (const Estimate* direct = find_estimate(result, one, other, measure)) {
    return verdict_of(direct, better);
  }
  if (const Estimate* direct = find_estimate(result, other, one, measure)) {
    return flipped(verdict_of(direct, better));
  }
  const Difference pairs =
      paired_difference(replications(result, one, measure), replications(result, other, measure));
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

bool is_yes_no_question(const std::string& question) {
  constexpr std::array<std::string_view, 10> verbs = {
      "Does ", "Do ", "Will ", "Would ", "Can ", "Could ", "Should ", "Is ", "Are ", "Did "};
  constexpr std::array<std::string_view, 5> aims = {"help", "improve", "better", "lift", "worth"};
  const auto contains = [](std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
  };
  const auto end = question.find_last_of('?');
  if (end == std::string::npos) {
    return false;
  }
  const std::string last = last_sentence(question, end);
  return std::any_of(verbs.begin(), verbs.end(), [&](auto v) { return last.starts_with(v); }) &&
         std::any_of(aims.begin(), aims.end(), [&](auto w) { return contains(last, w); }) &&
         !contains(last, " or ");
}

} // namespace sojourn::output
