// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"

#include "output/pictures/hours_view.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/people_pictures.hpp"

#include <stdexcept>

namespace sojourn::output {
namespace {

constexpr std::string_view map_name = "journey_map", melon_name = "watermelon",
                           hours_name = "queues_by_hour";

/// A figure with room around it, for a file of its own.
Figure framed(Figure figure, double margin) {
  const std::string move = "translate(" + coordinate(margin) + " " + coordinate(margin) + ")";
  figure.drawing = element("g", {{"transform", move}}, figure.drawing);
  figure.controls = element("g", {{"transform", move}}, figure.controls);
  figure.width += 2 * margin;
  figure.height += 2 * margin;
  return figure;
}

template <class Items>
std::size_t index_or_throw(const Items& items, std::string_view id, const std::string& what) {
  std::string known;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == id) {
      return i;
    }
    known += (known.empty() ? "" : ", ") + clean(items[i].id);
  }
  throw std::invalid_argument("there is no " + what + " \"" + clean(id) +
                              "\" in this result; it has " + (known.empty() ? "none" : known));
}

Figure map_named(const ResultData& result, std::string_view rest) {
  const std::size_t colon = rest.find(':');
  const std::string_view arm = rest.substr(0, colon);
  const std::size_t a =
      rest.empty() ? page::first_shown_arm(result) : index_or_throw(result.arms, arm, "arm");
  const std::size_t g =
      colon == std::string_view::npos
          ? 0
          : 1 + index_or_throw(result.personas, rest.substr(colon + 1), "persona");
  return journey_map(result, a, g);
}

} // namespace

std::vector<std::string> figure_names(const ResultData& result) {
  std::vector<std::string> names = {"tiles", "differences", std::string(map_name)};
  for (const StudyFigure& of_study : study_figures()) {
    if (has_figure(result, of_study)) {
      names.emplace_back(of_study.name);
    }
  }
  if (has_hours(result)) {
    names.emplace_back(hours_name);
  }
  if (has_watermelon(result)) {
    names.emplace_back(melon_name);
    for (const ArmInfo& arm : result.arms) {
      names.push_back(std::string(melon_name) + ":" + arm.id);
    }
  }
  for (const PeoplePicture& picture : people_pictures()) {
    if (picture.drawn(result)) {
      names.emplace_back(picture.name);
    }
  }
  for (const ArmInfo& arm : result.arms) {
    const std::string of_arm = std::string(map_name) + ":" + arm.id;
    names.push_back(of_arm);
    for (const PersonaInfo& persona : result.personas) {
      names.push_back(of_arm + ":" + persona.id);
    }
  }
  return names;
}

std::string figure(const ResultData& result, std::string_view name) {
  if (name == "tiles") {
    return standalone_svg(tiles(result));
  }
  if (name == "differences") {
    return standalone_svg(framed(differences(result), 24));
  }
  if (name.starts_with(map_name) &&
      (name.size() == map_name.size() || name[map_name.size()] == ':')) {
    const std::string_view rest = name.substr(std::min(name.size(), map_name.size() + 1));
    return standalone_svg(framed(map_named(result, rest), 16));
  }
  if (name.substr(0, name.find(':')) == melon_name && has_watermelon(result)) {
    const std::string_view arm = name.substr(std::min(name.size(), melon_name.size() + 1));
    const std::size_t a = arm.empty() ? 0 : index_or_throw(result.arms, arm, "arm");
    return standalone_svg(framed(watermelon(result, a, Room::wide), 24));
  }
  if (name == hours_name && has_hours(result)) {
    return standalone_svg(framed(queues_by_hour(result, Room::wide), 24));
  }
  std::string of_studies = has_hours(result) ? ", " + std::string(hours_name) : "";
  of_studies += has_watermelon(result) ? ", watermelon[:ARM]" : "";
  for (const StudyFigure& of_study : study_figures()) {
    if (has_figure(result, of_study)) {
      if (name == of_study.name) {
        return standalone_svg(framed(of_study.draw(result, Room::wide), 24));
      }
      of_studies += ", " + std::string(of_study.name);
    }
  }
  for (const PeoplePicture& picture : people_pictures()) {
    if (picture.drawn(result)) {
      if (name == picture.name) {
        return standalone_svg(framed(picture.draw(result, Room::wide), 24));
      }
      of_studies += ", " + std::string(picture.name);
    }
  }
  throw std::invalid_argument("there is no figure \"" + clean(name) +
                              "\"; there are tiles, differences, journey_map[:ARM[:PERSONA]]" +
                              of_studies);
}

} // namespace sojourn::output
