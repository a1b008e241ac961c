// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/letters.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/people_pictures.hpp"

// Who the people are to each other, and what drives value: sections only where a scenario says it.
namespace sojourn::output::page {

std::string people_section(const ResultData& result, std::string_view name) {
  for (const PeoplePicture& each : people_pictures()) {
    if (each.name == name && each.drawn(result)) {
      return "<section><h2 class='sheet'>" + escape(each.title) + "</h2>\n<p class='lead'>" +
             escape(each.lead) + "</p>\n" +
             figure_pair(std::string(each.name), each.draw(result, Room::wide),
                         each.draw(result, Room::narrow)) +
             numbers_from(std::string(each.numbers)) + "</section>\n";
    }
  }
  return {};
}

} // namespace sojourn::output::page
