// SPDX-License-Identifier: Apache-2.0
#include "sim/study/compare_parts.hpp"

#include "output/text.hpp"
#include "sim/scenario/characters.hpp"

#include <algorithm>

namespace sojourn {
namespace {

std::string together(const Compared& compared, const Combination& combination,
                     std::string_view between) {
  std::string names;
  for (const std::size_t part : combination.parts) {
    names += (names.empty() ? "" : std::string(between)) + compared.id(part);
  }
  return names;
}

/// Sum of what the parts do alone, replication by replication.
std::vector<double> sum_of_effects(const Compared& compared, const Combination& combination,
                                   const std::vector<double>& today, std::size_t measure,
                                   std::size_t group) {
  std::vector<double> sum(today.size(), 0);
  for (const std::size_t part : combination.parts) {
    const std::vector<double> effect = less(compared.values(part, measure, group), today);
    std::transform(sum.begin(), sum.end(), effect.begin(), sum.begin(), std::plus<>());
  }
  return sum;
}

/// Which way the interval lies, seen from the measure's better side.
std::string than_the_sum(const output::Finding& row, int better) {
  const bool above = row.lower > 0;
  if (!above && !(row.upper < 0)) {
    return {};
  }
  return better == 0             ? (above ? "more than the sum" : "less than the sum")
         : above == (better > 0) ? "more good than the sum"
                                 : "less good than the sum";
}

void add_interaction(Findings& findings, const Compared& compared, const Combination& combination,
                     std::size_t measure, std::size_t group) {
  const std::vector<double> today = compared.values(0, measure, group);
  const std::vector<double> both = less(compared.values(combination.arm, measure, group), today);
  const std::vector<double> sum = sum_of_effects(compared, combination, today, measure, group);
  const output::Difference beyond = output::paired_difference(both, sum);
  output::Finding& row = findings.add(
      compared.pool,
      {"interaction", together(compared, combination, " + "), combination.arm, measure, group},
      beyond);
  const std::string words = than_the_sum(row, compared.pool.measures()[measure].info.better);
  row.p = beyond.p;
  row.note = !words.empty()         ? "together they do " + words + " of their effects"
             : !beyond.note.empty() ? beyond.note
             : beyond.known()       ? "not told apart from the sum of their effects"
                                    : beyond.reason;
  findings.values.back() = less(both, sum);
}

std::string sentence(const Compared& compared, const Findings& findings,
                     const Combination& combination) {
  constexpr std::size_t measure = 0; // the first is what everything is about
  const output::Finding& row = *findings.find("interaction", together(compared, combination, " + "),
                                              measure, 0, combination.arm);
  const output::MeasureInfo& info = compared.pool.measures()[measure].info;
  const std::string words = than_the_sum(row, info.better);
  if (row.lower != row.lower) {
    return {};
  }
  return output::text("{} {} of their effects on {}: {:+.2g} ({:+.2g} to {:+.2g}).",
                      "Together, " + together(compared, combination, " and "),
                      words.empty() ? "cannot be told from the sum" : "do " + words, info.id,
                      row.estimate, row.lower, row.upper);
}

} // namespace

std::vector<Combination> combinations_of(const std::vector<ArmSpec>& arms) {
  std::vector<Combination> all;
  for (std::size_t arm = 1; arm < arms.size(); ++arm) {
    Combination combination{arm, {}};
    for (const std::string& name : arms[arm].combines) {
      const auto part = std::find_if(arms.begin(), arms.end(),
                                     [&](const ArmSpec& each) { return each.id == name; });
      if (part != arms.end()) {
        combination.parts.push_back(static_cast<std::size_t>(part - arms.begin()));
      }
    }
    if (combination.parts.size() > 1 && combination.parts.size() == arms[arm].combines.size()) {
      all.push_back(std::move(combination));
    }
  }
  return all;
}

std::string report_interactions(Findings& findings, const Compared& compared,
                                const std::vector<Combination>& combinations) {
  std::string reading;
  for (const Combination& combination : combinations) {
    for (std::size_t measure = 0; measure < compared.pool.measures().size(); ++measure) {
      for (std::size_t group = 0; group < compared.n_groups(measure); ++group) {
        add_interaction(findings, compared, combination, measure, group);
      }
    }
    const std::string said = sentence(compared, findings, combination);
    reading += (reading.empty() || said.empty() ? "" : " ") + said;
  }
  return reading;
}

} // namespace sojourn
