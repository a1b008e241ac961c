// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Reading a ResultData by name and index without ever running past an array: what is not there is
// `missing`. Pictures read results through these functions only.
namespace sojourn::output {

[[nodiscard]] std::optional<int> measure_named(const ResultData& result, std::string_view id);

/// A level (versus < 0) or a paired difference; nullptr where it was not estimated.
[[nodiscard]] const Estimate* find_estimate(const ResultData& result, int arm, int versus,
                                            int measure, int group = 0);

[[nodiscard]] bool has_value(const Estimate* estimate);
[[nodiscard]] bool has_interval(const Estimate* estimate);

/// The measure that says which share of journeys kept an agreement, if there is one.
[[nodiscard]] std::optional<int> measure_of(const ResultData& result,
                                            const AgreementInfo& agreement);

/// The agreement a measure belongs to, if any.
[[nodiscard]] const AgreementInfo* agreement_of(const ResultData& result, int measure);

/// The measure everything is about: the one asked about, else remembered_experience, else the first
/// one with a better side.
[[nodiscard]] std::optional<int> headline_measure(const ResultData& result);

/// The persona everything is about; 0: everyone.
[[nodiscard]] std::size_t headline_group(const ResultData& result);

/// The money measure where more is better, if there is one.
[[nodiscard]] std::optional<int> value_measure(const ResultData& result);

/// Measures with a better side, headline first, then agreements (XLA before SLA), value, the rest.
[[nodiscard]] std::vector<int> headline_measures(const ResultData& result);

/// The level of the intervals, 0..1.
[[nodiscard]] double interval_level(const ResultData& result);

/// An id as words: underscores become spaces.
[[nodiscard]] std::string as_words(std::string id);
/// With its first letter in upper case where that is plain a to z.
[[nodiscard]] std::string capitalised(std::string text);

/// "today" for the baseline, otherwise the id as words.
[[nodiscard]] std::string short_name(const ResultData& result, std::size_t arm);

/// The arm's title as written, its short name where there is none.
[[nodiscard]] std::string long_name(const ResultData& result, std::size_t arm);

/// "everyone" or the persona's name.
[[nodiscard]] std::string group_name(const ResultData& result, std::size_t group);

/// The pooled map of one arm and one group.
class MapView {
public:
  MapView(const ResultData& result, std::size_t arm, std::size_t group);

  [[nodiscard]] std::size_t n_touchpoints() const { return n_; }
  [[nodiscard]] double visits(std::size_t touchpoint) const; // per 100 journeys
  [[nodiscard]] double mean(std::size_t touchpoint) const;   // affect
  [[nodiscard]] double wait(std::size_t touchpoint) const;   // mean, min
  [[nodiscard]] double quantile(std::size_t touchpoint, double level) const;
  [[nodiscard]] double remembered(double level) const;                 // at the end of a journey
  [[nodiscard]] double remembered_after(std::size_t touchpoint) const; // mean, so far
  /// Per 100 journeys; from n_touchpoints() is "start"; to n+e is exit e, after them "unfinished".
  [[nodiscard]] double flow(std::size_t from, std::size_t to) const;

private:
  [[nodiscard]] std::size_t cell() const { return arm_ * result_.n_groups() + group_; }
  [[nodiscard]] double at_level(const std::vector<double>& values, std::size_t row,
                                double level) const;

  const ResultData& result_;
  std::size_t arm_, group_, n_;
};

/// Mean over replications of a column [arm][resource][replication]; missing where empty.
[[nodiscard]] double resource_mean(const ResultData& result, const std::vector<double>& column,
                                   std::size_t arm, std::size_t resource);

[[nodiscard]] std::optional<std::size_t> resource_named(const ResultData& result,
                                                        std::string_view id);

} // namespace sojourn::output
