// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/number.hpp"
#include "output/store/result.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sojourn::output {

/// The study that answers with `headline` ("effect", "shapley", "gain", ...), if it ran.
[[nodiscard]] std::optional<int> study_answering(const ResultData& result,
                                                 std::string_view headline);

/// What one study found out, looked up by what it is about.
class StudyView {
public:
  StudyView(const ResultData& result, int study);

  [[nodiscard]] const StudyInfo& info() const;
  /// Of the first number of the headline quantity; -1 where it has none.
  [[nodiscard]] int measure() const { return measure_; }
  /// The measures of a quantity in their order.
  [[nodiscard]] std::vector<int> measures(std::string_view quantity) const;
  /// The arms a quantity speaks of, in their order.
  [[nodiscard]] std::vector<int> arms(std::string_view quantity) const;
  /// All findings of a quantity, in the order of the file.
  [[nodiscard]] std::vector<const Finding*> all(std::string_view quantity, int measure,
                                                int group = 0, int arm = 0) const;
  /// nullptr where there is none.
  [[nodiscard]] const Finding* find(std::string_view quantity, std::string_view subject,
                                    int measure, int group = 0, int arm = 0) const;
  /// The number in every replication; empty where the result has none.
  [[nodiscard]] std::span<const double> values(const Finding& row) const;
  /// How this study's numbers on a measure are written: decimals follow its own intervals.
  [[nodiscard]] MeasureFormat format(std::string_view quantity, int measure) const;

private:
  const ResultData& result_;
  int study_;
  int measure_ = -1;
  std::size_t begin_ = 0, end_ = 0; // its findings
};

[[nodiscard]] bool has_value(const Finding* row);
[[nodiscard]] bool has_interval(const Finding* row);
/// Whether the interval leaves out zero.
[[nodiscard]] bool is_told(const Finding* row);

} // namespace sojourn::output
