// SPDX-License-Identifier: Apache-2.0
#include "sim/study/compare_parts.hpp"

#include "output/stats/equivalence.hpp"
#include "output/text.hpp"
#include "sim/scenario/characters.hpp"

#include <array>

namespace sojourn {
namespace {

constexpr double alpha = 0.05; // of each one-sided test: the interval has level 90 %

using output::Materiality;

std::string verdict_words(const output::Equivalence& tested, const output::Difference& difference) {
  switch (tested.verdict) {
  case Materiality::none:
    return "no material difference: the 90 % interval lies within the margins";
  case Materiality::material:
    return "material difference: the 90 % interval lies beyond a margin";
  case Materiality::not_decided:
    break;
  }
  const std::string why = !difference.note.empty() ? difference.note : difference.reason;
  return "not decided: " + (why.empty() ? "the 90 % interval reaches across a margin" : why);
}

/// What was found for everyone, by verdict.
struct Verdicts {
  std::array<std::vector<std::string>, 3> said; // [Materiality]
  void add(Materiality verdict, const std::string& what) {
    said[static_cast<std::size_t>(verdict)].push_back(what);
  }
  [[nodiscard]] std::string sentence(Materiality verdict, const char* opening) const {
    const auto& names = said[static_cast<std::size_t>(verdict)];
    return names.empty() ? std::string() : opening + list_words(names) + ". ";
  }
};

void add_margin(Findings& findings, const Compared& compared, const About& about, double margin) {
  output::Interval certain;
  certain.estimate = margin;
  certain.replications = compared.replications;
  findings.add(compared.pool, about, certain).note = "as declared";
}

Materiality add_equivalence(Findings& findings, const Compared& compared, const About& about,
                            double margin) {
  const std::vector<double> here = compared.values(about.arm, about.measure, about.group);
  const std::vector<double> today = compared.values(0, about.measure, about.group);
  const output::Plans plans = compared.plans(about.arm);
  const output::Equivalence tested = output::equivalence(here, today, margin, alpha, plans);
  output::Finding& row = findings.add(compared.pool, about, tested.interval);
  row.p = tested.p;
  row.note =
      verdict_words(tested, output::paired_difference(here, today, tested.interval.level, plans));
  findings.values.back() = less(here, today);
  return tested.verdict;
}

} // namespace

std::string report_margins(Findings& findings, const Compared& compared,
                           const std::map<std::size_t, double>& margins) {
  Verdicts verdicts;
  for (std::size_t arm = 1; arm < compared.context.arms.size(); ++arm) {
    const std::string& id = compared.id(arm);
    for (const auto& [measure, margin] : margins) {
      add_margin(findings, compared, {"margin", id, arm, measure, 0}, margin);
      for (std::size_t group = 0; group < compared.n_groups(measure); ++group) {
        const Materiality verdict =
            add_equivalence(findings, compared, {"equivalence", id, arm, measure, group}, margin);
        if (group == 0) {
          verdicts.add(verdict, id + " on " + compared.pool.measures()[measure].info.id);
        }
      }
    }
  }
  std::string reading = verdicts.sentence(Materiality::none, "No material difference: ") +
                        verdicts.sentence(Materiality::material, "A material difference: ") +
                        verdicts.sentence(Materiality::not_decided,
                                          "Whether the difference is material is not decided: ");
  if (!reading.empty()) {
    reading.pop_back();
  }
  return reading;
}

} // namespace sojourn
