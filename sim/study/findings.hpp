// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include "output/store/result.hpp"
#include "sim/study/arm_pool.hpp"

#include <string>
#include <vector>

namespace sojourn {

/// What a number of a study is about.
struct About {
  std::string quantity, subject;
  std::size_t arm = 0; // compared arm
  std::size_t measure = 0, group = 0;
};

/// The numbers of one study, each with its values in every replication.
class Findings {
public:
  explicit Findings(output::StudyInfo of) : info(std::move(of)) {}

  /// a - b, replication by replication, with a paired interval. Equal arms differ by exactly 0.
  output::Finding& add_difference(const ArmPool& pool, const About& about, std::size_t a,
                                  std::size_t b, int replications);
  /// The mean of one value per replication.
  output::Finding& add_mean(const ArmPool& pool, const About& about, std::vector<double> values);
  /// A number that is no mean over replications.
  output::Finding& add(const ArmPool& pool, const About& about, const output::Interval& interval);
  /// The same without a measure.
  output::Finding& add_plain(std::string quantity, std::string subject, std::string unit,
                             const output::Interval& interval);

  /// Holm within (quantity, arm, measure): one family for everyone, one for the personas.
  void adjust();
  [[nodiscard]] const output::Finding* find(const std::string& quantity, const std::string& subject,
                                            std::size_t measure, std::size_t group = 0,
                                            std::size_t arm = 0) const;

  output::StudyInfo info;
  std::vector<output::Finding> rows;
  std::vector<std::vector<double>> values; // [row][replication]
  std::vector<output::StudyPoint> points;  // `study` is filled in by put_findings
};

/// Puts the studies' findings into the result, in the order given.
void put_findings(std::vector<Findings> studies, output::ResultData& result);

} // namespace sojourn
