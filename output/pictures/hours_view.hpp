// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <optional>
#include <string>
#include <vector>

// Reading what a result says of resources by the hour of the week; what is not there is `missing`.
namespace sojourn::output {

/// Designs that the week is drawn of: more lines cannot be told apart.
inline constexpr std::size_t most_arms_by_hour = 4;

/// Whether anything is told by the hour.
[[nodiscard]] bool has_hours(const ResultData& result);

/// Of a column of HourData, [arm][resource][hour].
[[nodiscard]] double hour_value(const ResultData& result, const std::vector<double>& column,
                                std::size_t arm, std::size_t resource, std::size_t hour);

/// The hour with the largest value; nothing where there is none above 0.
[[nodiscard]] std::optional<std::size_t> largest_hour(const ResultData& result,
                                                      const std::vector<double>& column,
                                                      std::size_t arm, std::size_t resource);

/// Resources to whose line somebody came in some arm, at most so many: those with the longest mean
/// wait in an hour; in the order of the file.
[[nodiscard]] std::vector<std::size_t> resources_by_hour(const ResultData& result,
                                                         std::size_t most);

/// "Mon 9–10".
[[nodiscard]] std::string hour_name(std::size_t hour_of_week);
[[nodiscard]] std::string day_name(std::size_t day);

} // namespace sojourn::output
