// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/letters.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>

// What the author of a scenario wrote for readers: who the people are, what they ask themselves,
// what they keep of a touchpoint. Nothing of it is simulated, and the section says so.
namespace sojourn::output::page {
namespace {

constexpr std::string_view about = ".about.";

std::string row(const std::string& name, const std::string& what, const std::string& text) {
  return "<tr><th class='word' scope='row'><bdi>" + escape(name) + "</bdi></th><td class='word'>" +
         escape(what) + "</td><td class='word'><bdi>" + escape(text) + "</bdi></td></tr>\n";
}

/// The rows of one thing: those written below `prefix`, with what is left of the path.
std::string rows_of(const ResultData& result, const std::string& prefix, const std::string& name) {
  std::string rows;
  for (const ParameterInfo& each : result.parameters) {
    if (each.provenance == "described" && each.path.starts_with(prefix)) {
      const std::string what = each.path.substr(prefix.size());
      rows += row(rows.empty() ? name : std::string(), what, each.value);
    }
  }
  return rows;
}

} // namespace

std::string described_section(const ResultData& result) {
  std::string rows;
  for (const PersonaInfo& persona : result.personas) {
    rows += rows_of(result, "personas." + persona.id + ".",
                    persona.name.empty() ? persona.id : persona.name);
  }
  for (const TouchpointInfo& touchpoint : result.touchpoints) {
    rows += rows_of(result, "touchpoints." + touchpoint.id + std::string(about),
                    touchpoint.name.empty() ? touchpoint.id : touchpoint.name);
  }
  if (rows.empty()) {
    return {};
  }
  return "<section><h2 class='sheet'>Who and what, in words</h2>\n<p class='lead'>As the scenario "
         "describes it; nothing of this is simulated.</p>\n<details><summary>Goals, barriers, and "
         "what each touchpoint is</summary><div class='table' tabindex='0' role='region' "
         "aria-label='Described'><table><thead><tr><th class='word' scope='col'>Who or where</th>"
         "<th class='word' scope='col'>What</th><th class='word' scope='col'>In words</th></tr>"
         "</thead><tbody>" +
         rows + "</tbody></table></div></details>" + numbers_from("parameters/") + "</section>\n";
}

} // namespace sojourn::output::page
