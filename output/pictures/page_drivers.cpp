// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/letters.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/people_pictures.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/sweep_points.hpp"
#include "output/pictures/view.hpp"

#include <array>
#include <cmath>
#include <utility>

// From resources to purpose: what one more of a resource brings to each layer, where a study has
// varied how many there are.
namespace sojourn::output::page {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> layers = {
    {{"resources", "Resources"},
     {"service", "Service"},
     {"consumer", "Consumer"},
     {"objectives", "Objectives"}}};

/// A resource whose capacity alone was varied, and the nearest point with more of it than today.
struct MoreOfIt {
  int study = 0;
  std::size_t resource = 0;
  std::string subject; // the point
  double more = 0;
};

std::optional<MoreOfIt> more_of(const ResultData& r, int study, std::size_t resource) {
  const SweepPoints points = sweep_points(r, study);
  const double today =
      resource < r.resource.capacity.size() ? r.resource.capacity[resource] : missing;
  if (points.axes.size() != 1 || !points.axes[0].numeric() ||
      points.axes[0].path != "resources." + r.resources[resource].id + ".capacity") {
    return std::nullopt;
  }
  std::optional<MoreOfIt> nearest;
  for (std::size_t i = 0; i < points.subjects.size(); ++i) {
    const double more = points.axes[0].value[i] - today;
    if (more > 0 && std::isfinite(more) && (!nearest || more < nearest->more)) {
      nearest = MoreOfIt{study, resource, points.subjects[i], more};
    }
  }
  return nearest;
}

std::vector<MoreOfIt> all_more(const ResultData& r) {
  std::vector<MoreOfIt> all;
  for (std::size_t study = 0; study < r.studies.size(); ++study) {
    for (std::size_t resource = 0; resource < r.resources.size(); ++resource) {
      const bool varied = r.studies[study].headline == "change";
      if (const auto more = varied ? more_of(r, static_cast<int>(study), resource) : std::nullopt) {
        all.push_back(*more);
      }
    }
  }
  return all;
}

std::string row_of(const ResultData& r, const MoreOfIt& more, std::string_view layer,
                   const std::string& id) {
  const auto measure = measure_named(r, id);
  const StudyView view(r, more.study);
  const Finding* change = measure ? view.find("change", more.subject, *measure) : nullptr;
  if (!has_value(change)) {
    return {};
  }
  const MeasureFormat format = view.format("change", *measure);
  const MeasureInfo& info = r.measures[static_cast<std::size_t>(*measure)];
  const std::string range = has_interval(change) ? format.change_range(change->lower / more.more,
                                                                       change->upper / more.more)
                                                 : "–";
  return "<tr><th class='word' scope='row'><bdi>" + escape(r.resources[more.resource].name) +
         "</bdi></th><td class='word'>" + escape(layer) + "</td><td class='word'>" +
         escape(info.label) + "</td><td>" + escape(format.change(change->estimate / more.more)) +
         "</td><td>" + escape(range) + "</td></tr>\n";
}

std::string rows_of(const ResultData& r) {
  std::string rows;
  for (const MoreOfIt& more : all_more(r)) {
    for (const auto& [layer, name] : layers) {
      for (const std::string& id : written_at(r, "drivers." + std::string(layer))) {
        rows += row_of(r, more, name, id);
      }
    }
  }
  return rows;
}

} // namespace

std::string drivers_section(const ResultData& result) {
  std::string section = people_section(result, "drivers");
  const std::string rows = section.empty() ? "" : rows_of(result);
  constexpr std::string_view end = "</section>\n";
  if (rows.empty()) {
    return section;
  }
  section.resize(section.size() - end.size());
  return section +
         "<p class='lead'>What one more of a resource brings to each layer: the change to the "
         "nearest number above today’s that a study has tried, for each unit, with everything "
         "else and all luck unchanged.</p>\n<div class='table' tabindex='0' role='region' "
         "aria-label='What one more of a resource brings'><table><thead><tr>"
         "<th class='word' scope='col'>One more of</th><th class='word' scope='col'>Layer</th>"
         "<th class='word' scope='col'>Indicator</th><th scope='col'>Brings</th>"
         "<th scope='col'>Interval</th></tr></thead><tbody>" +
         rows + "</tbody></table></div>\n" + numbers_from("studies/") + std::string(end);
}

} // namespace sojourn::output::page
