// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/people_pictures.hpp"

#include <array>

namespace sojourn::output {
namespace {

constexpr std::array pictures = {
    PeoplePicture{
        "drivers", "From resources to purpose",
        "What the scenario names as driving value, layer by layer, as it is today; below, "
        "what the design that helps most changes. That one layer drives the next is what "
        "the scenario says; the numbers are measured layer by layer.",
        "parameters/, summary/", drivers},
    PeoplePicture{
        "stakeholder_map", "Whose voice counts, on a map",
        "Influence and interest as the scenario has them: assumptions, and they move over "
        "time.",
        "stakeholders/", stakeholder_map},
    PeoplePicture{"culture_map", "Groups of people on eight scales",
                  "Where each group stands, as the scenario has it. A person is the group plus a "
                  "distance of their own; scores of groups are not scores of people.",
                  "parameters/", culture_map},
    PeoplePicture{"johari", "What both see, one sees, nobody sees",
                  "Johari’s window today: the share of all that is felt, and of all value that is "
                  "lost, by who sees the touchpoint where it happens.",
                  "studies/", johari}};

} // namespace

std::span<const PeoplePicture> people_pictures() { return pictures; }

std::vector<std::string> written_at(const ResultData& result, std::string_view path) {
  std::vector<std::string> values;
  for (const ParameterInfo& each : result.parameters) {
    if (each.path == path) {
      values.push_back(each.value);
    }
  }
  return values;
}

} // namespace sojourn::output
