// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/hours_view.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/view.hpp"

#include <cmath>

namespace sojourn::output::page {
namespace {

std::string share(double value) { return std::isfinite(value) ? percent(value) : "–"; }

std::string row_of(const ResultData& r, std::size_t resource, std::size_t arm) {
  const HourData& h = r.hours;
  const auto busy = largest_hour(r, h.utilisation, arm, resource);
  const auto slow = largest_hour(r, h.wait_mean_min, arm, resource);
  const auto at = [&](const std::vector<double>& column, std::size_t hour) {
    return hour_value(r, column, arm, resource, hour);
  };
  const auto cell = [](const std::string& text) { return "<td>" + escape(text) + "</td>"; };
  return "<tr><th class='word' scope='row'><bdi>" + escape(r.resources[resource].name) +
         "</bdi></th><td class='word'>" + escape(short_name(r, arm)) + "</td>" +
         cell(busy ? hour_name(*busy) : "–") + cell(busy ? share(at(h.utilisation, *busy)) : "–") +
         cell(slow ? hour_name(*slow) : "–") +
         cell(slow ? fixed(at(h.wait_mean_min, *slow), 1) : "–") +
         cell(slow ? fixed(at(h.line, *slow), 1) : "–") +
         cell(slow ? share(at(h.in_time, *slow)) : "–") +
         cell(slow ? share(at(h.gave_up, *slow)) : "–") + "</tr>\n";
}

std::string hours_table(const ResultData& r) {
  std::string rows;
  for (const std::size_t resource : resources_by_hour(r, r.resources.size())) {
    for (std::size_t arm = 0; arm < r.arms.size(); ++arm) {
      rows += row_of(r, resource, arm);
    }
  }
  return "<details><summary>The busiest hours and the longest waits</summary><div class='table' "
         "tabindex='0' role='region' aria-label='Queues by hour'><table><thead><tr>"
         "<th class='word' scope='col'>Resource</th><th class='word' scope='col'>Design</th>"
         "<th scope='col'>Busiest</th><th scope='col'>Worked</th><th scope='col'>Longest wait</th>"
         "<th scope='col'>Mean, min</th><th scope='col'>People in line</th>"
         "<th scope='col'>Served as agreed</th><th scope='col'>Gave up</th></tr></thead><tbody>" +
         rows + "</tbody></table></div></details>\n";
}

} // namespace

std::string hours_section(const ResultData& result) {
  if (!has_hours(result)) {
    return {};
  }
  return "<section><h2 class='sheet'>Queues by hour</h2>\n<p class='lead'>The mean week of all "
         "replications, hour by hour. Waits are those of the people who come in the hour, until "
         "work for them begins, in the hours of the resource. Shaded: nobody is staffed." +
         std::string(result.arms.size() > most_arms_by_hour
                         ? " The first four designs are drawn, the table below has all."
                         : "") +
         "</p>\n" +
         figure_pair("queues_by_hour", queues_by_hour(result, Room::wide),
                     queues_by_hour(result, Room::narrow)) +
         hours_table(result) + numbers_from("hours/") + "</section>\n";
}

} // namespace sojourn::output::page
