// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/equivalence.hpp"
#include "output/store/result.hpp"

#include <string>
#include <vector>

// What an estimate allows to be said, the same for the answer, the terminal and the report.
namespace sojourn::output {

/// What a paired difference allows to be said.
enum class Verdict {
  unknown,   // no value or no interval
  unchanged, // 0 in every replication
  unclear,   // the interval holds zero
  leaning,   // the interval leaves out zero, Holm's p does not
  better,
  worse
};

/// `better` is the measure's better side, `alpha` 1 - level of the interval.
[[nodiscard]] Verdict verdict_of(const Estimate* difference, int better);

/// Whether an agreement is kept: a level's whole interval on one side of its target, else unclear.
[[nodiscard]] Verdict verdict_of(const Estimate* level, const AgreementInfo& agreement);

/// Whether an arm differs from the first by more than the declared margin.
struct Material {
  Materiality verdict = Materiality::not_decided;
  double margin = missing; // NaN: none was declared, and the verdict says nothing
  double lower = missing, upper = missing, level = missing; // of the interval it rests on
  [[nodiscard]] bool declared() const { return margin > 0; }
  [[nodiscard]] bool none() const { return declared() && verdict == Materiality::none; }
};
[[nodiscard]] Material material_difference(const ResultData& result, int arm, int measure);

/// How arm `one` compares with arm `other` on `measure` for a group of people (0: everyone), pair
/// by pair: as estimated, or else from their values per replication.
[[nodiscard]] Verdict compare_arms(const ResultData& result, int one, int other, int measure,
                                   std::size_t group = 0);

/// Arms that are not made of other arms: no other variant's changes are all among theirs.
[[nodiscard]] std::vector<int> single_changes(const ResultData& result);

} // namespace sojourn::output
