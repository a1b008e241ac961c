// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/map_layout.hpp"
#include "output/pictures/moments_of_truth.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"

#include <cmath>

namespace sojourn::output {
namespace {

using map_parts::Layout;
using map_parts::Which;

std::string column_words(const Which& which, std::size_t t) {
  const MapView map = which.view();
  std::string words = clean(which.result.touchpoints[t].name) + ". " +
                      map_parts::per_hundred(map.visits(t)) + " visits per 100 journeys.";
  if (std::isfinite(map.quantile(t, 0.5))) {
    words += " Mood: median " + with_sign(map.quantile(t, 0.5), 1) + ", half between " +
             with_sign(map.quantile(t, 0.25), 1) + " and " + with_sign(map.quantile(t, 0.75), 1) +
             ".";
  }
  if (map.wait(t) >= 0.05) {
    words += " Mean wait " + fixed(map.wait(t), 1) + " min.";
  }
  if (std::isfinite(map.remembered_after(t))) {
    words += " Remembered so far " + with_sign(map.remembered_after(t), 1) + ".";
  }
  return words;
}

/// Columns that take the focus and tell their numbers; invisible otherwise.
std::string columns(const Which& which, const Layout& l) {
  std::string out;
  for (std::size_t t = 0; t < l.n; ++t) {
    if (which.view().visits(t) > 0) {
      out += element("rect",
                     {{"class", "hot"},
                      {"tabindex", "0"},
                      {"role", "img"},
                      {"x", l.x(t) - l.column / 2},
                      {"y", l.names_top - 6},
                      {"width", l.column},
                      {"height", l.height - l.names_top},
                      {"fill", palette::ink},
                      {"fill-opacity", "0"}},
                     element("title", {}, escape(column_words(which, t))));
    }
  }
  return out;
}

std::string spoken(const Which& which) {
  const MapView map = which.view();
  std::string words = "Columns are touchpoints from left to right. ";
  for (std::size_t e = 0; e < which.result.exits.size(); ++e) {
    double all = 0;
    for (std::size_t from = 0; from <= map.n_touchpoints(); ++from) {
      all += map.flow(from, map.n_touchpoints() + e);
    }
    const ExitInfo& exit = which.result.exits[e];
    words += (exit.name.empty() ? exit.id : exit.name) + ": " + map_parts::per_hundred(all) +
             " of 100. ";
  }
  for (const Moment& pain : pain_points(which.result, which.arm, which.group)) {
    words +=
        "Pain point " + which.result.touchpoints[pain.touchpoint].name + ": " + pain.text + ". ";
  }
  for (const Moment& truth : moments_of_truth(which.result, which.arm, which.group)) {
    words += "Moment of truth " + which.result.touchpoints[truth.touchpoint].name + ": " +
             truth.text + ". ";
  }
  return words;
}

} // namespace

Figure journey_map(const ResultData& result, std::size_t arm, std::size_t group) {
  const Which which{result, arm, group};
  const map_parts::FlowRoom room = map_parts::flow_room(result, group);
  const Layout l = map_parts::layout_of(which, room);
  Figure figure{l.width, l.height, {}, spoken(which), {}, columns(which, l)};
  figure.name = "Journey map: " + long_name(result, arm) + ", " + group_name(result, group);
  figure.drawing = draw_heads(which, l) + draw_feelings(which, l) + draw_annotations(which, l) +
                   draw_flow(which, l, room) + draw_stages(which, l);
  return figure;
}

} // namespace sojourn::output
