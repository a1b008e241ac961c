// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/grounds.hpp"
#include "output/pictures/letters.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output::page {
namespace {

constexpr std::size_t most_parameters = 400; // rows in the table; the file holds all

std::string paragraph(const std::string& text) { return "<p>" + escape(text) + "</p>"; }

std::string counted(std::size_t n, const std::string& noun) {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
}

std::string weeks(double hours) {
  const double days = hours / 24;
  return days >= 14  ? fixed(days / 7, days / 7 == static_cast<int>(days / 7) ? 0 : 1) + " weeks"
         : days == 7 ? "1 week"
         : days >= 2 ? fixed(days, 0) + " days"
                     : fixed(hours, 0) + " h";
}

/// How long worlds take to settle, whatever was left out.
std::string settling(const ResultData& r) {
  double longest = missing;
  for (const ArmInfo& arm : r.arms) {
    longest = std::fmax(longest, arm.suggested_warm_up_hours);
  }
  return std::isnan(longest) ? std::string()
                             : " By MSER-5 on the people present, what should be left out is " +
                                   (longest > 0 ? "at least the first " + fixed(longest, 0) + " h."
                                                : std::string("nothing."));
}

std::string design(const ResultData& r) {
  std::string out = "<div><h3>Design</h3>";
  out += paragraph(counted(r.arms.size(), "design") + ", " + counted(r.personas.size(), "persona") +
                   ", " + counted(r.touchpoints.size(), "touchpoint") + "; " +
                   whole(r.journeys_per_replication) + " journeys in each replication of today.");
  if (r.horizon_hours > 0) {
    out += paragraph(
        weeks(r.horizon_hours) + " simulated" +
        (r.warm_up_hours > 0 ? ", the first " + weeks(r.warm_up_hours) + " not counted." : ".") +
        settling(r));
  }
  out += paragraph("The same people and the same luck meet every design (common random numbers). "
                   "Engine: " +
                   r.engine + ".");
  return out + "</div>";
}

std::string certainty(const ResultData& r) {
  std::string out = "<div><h3>Certainty</h3>";
  out += paragraph(counted(static_cast<std::size_t>(r.n_replications), "replication") +
                   "; intervals are Student-t over replications, each for itself. They show the "
                   "noise of the simulation, not whether the assumptions are right.");
  if (!r.stop_reason.empty()) {
    out += paragraph("Stopped at " + r.stop_reason + ".");
  }
  out += paragraph(r.censored_share > 0
                       ? "Up to " + percent(r.censored_share, 2) +
                             " of the counted journeys were still under way at the end; they are "
                             "never averaged as if finished."
                       : "Every counted journey came to its end.");
  return out + "</div>";
}

std::string assumptions(const ResultData& r) {
  const Grounds grounds = grounds_of(r);
  std::string out = "<div><h3>Assumptions</h3>" + paragraph(grounds_sentence(grounds));
  if (!grounds.bare.empty()) {
    std::string places;
    for (const auto& [name, n] : grounds.bare) {
      places += (places.empty() ? "" : ", ") + name + " (" + std::to_string(n) + ")";
    }
    out +=
        paragraph("Assumptions only, or numbers without a source, stand behind: " + places + ".");
  }
  return out + "</div>";
}

std::string repeat(const ResultData& r) {
  std::string out = "<div><h3>Repeat it</h3>";
  out += r.command_line.empty() ? "" : "<p><code>" + escape(r.command_line) + "</code></p>";
  out += paragraph("Seed " + r.seed + ". " + r.program_version +
                   (r.library_versions.empty() ? "" : ", " + r.library_versions) + ".");
  out += r.scenario_sha256.empty()
             ? ""
             : "<p>Scenario <bdi>" + escape(r.scenario_path) + "</bdi>, SHA-256 <code>" +
                   escape(r.scenario_sha256.substr(0, 12)) + "</code>.</p>";
  out += paragraph("The same scenario, seed and version give the same numbers on any machine.");
  return out + "</div>";
}

std::string warnings(const ResultData& r) {
  std::string items;
  for (const std::string& warning : r.warnings) {
    items += "<li><bdi>" + escape(warning) + "</bdi></li>";
  }
  return items.empty()
             ? ""
             : "<h3>What to be careful about</h3><ul class='warnings'>" + items + "</ul>\n";
}

std::string designs_table(const ResultData& r) {
  std::string rows;
  for (std::size_t a = 1; a < r.arms.size(); ++a) {
    std::string changes;
    for (const std::string& change : r.arms[a].changes) {
      changes += "<code>" + escape(change) + "</code><br>";
    }
    rows += "<tr><th class='word' scope='row'><bdi>" + escape(long_name(r, a)) +
            "</bdi></th><td class='word'><bdi>" + escape(r.arms[a].because) +
            "</bdi></td><td class='word'>" + changes + "</td></tr>\n";
  }
  return rows.empty()
             ? ""
             : "<details open><summary>What each design changes</summary><div class='table' "
               "tabindex='0' role='region' aria-label='Designs'><table><thead><tr>"
               "<th class='word' scope='col'>Design</th><th class='word' scope='col'>"
               "Because</th><th class='word' scope='col'>Changes</th></tr></thead><tbody>" +
                   rows + "</tbody></table></div></details>\n";
}

std::string parameters_table(const ResultData& r) {
  std::string rows;
  for (std::size_t i = 0; i < std::min(r.parameters.size(), most_parameters); ++i) {
    const ParameterInfo& p = r.parameters[i];
    if (p.provenance == "described") {
      continue; // words, in a section of their own
    }
    rows += "<tr>";
    for (const std::string* text :
         {&p.path, &p.value, &p.unit, &p.provenance, &p.band, &p.source}) {
      rows += "<td class='word'>" + escape(*text) + "</td>";
    }
    rows += "</tr>\n";
  }
  if (rows.empty()) {
    return {};
  }
  std::string head;
  for (const char* name : {"Parameter", "Value", "Unit", "Provenance", "Band", "Source"}) {
    head += "<th class='word' scope='col'>" + std::string(name) + "</th>";
  }
  const std::string more = r.parameters.size() > most_parameters
                               ? paragraph("The rest stand in the result file.")
                               : std::string();
  return "<details><summary>All parameters and where they come from</summary><div class='table' "
         "tabindex='0' role='region' aria-label='Parameters'><table><thead><tr>" +
         head + "</tr></thead><tbody>" + rows + "</tbody></table></div>" + more + "</details>\n";
}

} // namespace

std::string making_section(const ResultData& result) {
  return "<section><h2 class='sheet'>How this was made</h2>\n<p class='lead'>Simulated people, "
         "not real ones: the numbers are as good as what was assumed. " +
         escape(grounds_warning(grounds_of(result))) + "</p>\n" + warnings(result) +
         "<div class='columns'>" + design(result) + certainty(result) + assumptions(result) +
         repeat(result) + "</div>\n" + designs_table(result) + parameters_table(result) +
         "</section>\n";
}

} // namespace sojourn::output::page
