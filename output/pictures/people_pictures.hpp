// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/figures.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Pictures of who the people are and what drives value: drawn where the scenario says it.
namespace sojourn::output {

/// What drives value, from resources to purpose: the measures that the scenario names in each
/// layer, as they are today and in the design that helps most.
[[nodiscard]] Figure drivers(const ResultData& result, Room room);

/// Stakeholders by interest (across) and influence (upwards).
[[nodiscard]] Figure stakeholder_map(const ResultData& result, Room room);

/// Where the groups of people stand on the eight scales of the culture map.
[[nodiscard]] Figure culture_map(const ResultData& result, Room room);

/// Johari's window: what is felt and what is lost, by who sees it. Of the study `paradox`.
[[nodiscard]] Figure johari(const ResultData& result, Room room);

/// One of them; drawn where its figure has a height.
struct PeoplePicture {
  std::string_view name, title, lead, numbers; // numbers: groups of the result file
  Figure (*draw)(const ResultData& result, Room room);
  [[nodiscard]] bool drawn(const ResultData& result) const {
    return draw(result, Room::wide).height > 0;
  }
};
[[nodiscard]] std::span<const PeoplePicture> people_pictures();

/// The values written at a path among the parameters, in their order.
[[nodiscard]] std::vector<std::string> written_at(const ResultData& result, std::string_view path);

} // namespace sojourn::output
