// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/number.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>

namespace sojourn::output::page {
namespace {

std::string name_of(const ResultData& result, const std::string& persona) {
  const auto found = std::find_if(result.personas.begin(), result.personas.end(),
                                  [&](const PersonaInfo& each) { return each.id == persona; });
  return found == result.personas.end() || found->name.empty() ? persona : found->name;
}

std::string row_of(const ResultData& result, const StakeholderInfo& stakeholder) {
  std::string row = "<tr><th class='word' scope='row'><bdi>" +
                    escape(name_of(result, stakeholder.persona)) + "</bdi></th><td class='word'>" +
                    escape(stakeholder.role) + "</td>";
  for (const double number : {stakeholder.influence, stakeholder.interest, stakeholder.weight}) {
    row += "<td>" + fixed(number, 2) + "</td>";
  }
  return row + "</tr>\n";
}

} // namespace

std::string stakeholders_section(const ResultData& result) {
  std::vector<StakeholderInfo> all = result.stakeholders;
  if (all.empty()) {
    return {};
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  std::string rows;
  for (const StakeholderInfo& stakeholder : all) {
    rows += row_of(result, stakeholder);
  }
  return "<section><h2 class='sheet'>Whose voice counts</h2>\n<p class='lead'>Who decides about "
         "going on hears some people more than others: weight is influence times interest, and "
         "both are assumptions.</p>\n<div class='table' tabindex='0' role='region' "
         "aria-label='Stakeholders'><table><thead><tr><th class='word' scope='col'>Who</th>"
         "<th class='word' scope='col'>Role</th><th scope='col'>Influence</th>"
         "<th scope='col'>Interest</th><th scope='col'>Weight</th></tr></thead><tbody>" +
         rows + "</tbody></table></div>" + numbers_from("stakeholders/") + "</section>\n";
}

} // namespace sojourn::output::page
