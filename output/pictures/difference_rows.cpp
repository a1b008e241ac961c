// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/difference_rows.hpp"

#include "output/pictures/figures.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output::difference_parts {
namespace {

constexpr std::size_t most_measures = 12;

} // namespace

Scale scale_of(const ResultData& result, const std::vector<Row>& rows, double left, double right) {
  double worst = 0;
  double best = 0;
  const int better = result.measures[static_cast<std::size_t>(rows.front().measure)].better;
  for (const Row& row : rows) {
    for (int a = 1; a < static_cast<int>(result.arms.size()); ++a) {
      const Estimate* e = find_estimate(result, a, 0, row.measure, row.group);
      for (const double end : {has_interval(e) ? e->lower : 0, has_interval(e) ? e->upper : 0,
                               has_value(e) ? e->estimate : 0}) {
        worst = std::max(worst, -better * end);
        best = std::max(best, better * end);
      }
    }
  }
  const double span = right - left - 24;
  const double left_share = worst + best > 0 ? std::clamp(worst / (worst + best), 0.24, 0.9) : 0.24;
  const double before = span * left_share;
  const double unit =
      std::min(worst > 0 ? before / worst : HUGE_VAL, best > 0 ? (span - before) / best : HUGE_VAL);
  return {left + 12 + before, std::isfinite(unit) ? unit : 1, left, right, better};
}

std::string interval_and_dot(const Estimate& e, std::size_t arm, const Scale& x, double y) {
  const bool leaves_out_zero = has_interval(&e) && e.lower * e.upper > 0;
  std::string out;
  if (has_interval(&e)) {
    out = element("line", {{"x1", x(e.lower)},
                           {"x2", x(e.upper)},
                           {"y1", y},
                           {"y2", y},
                           {"stroke", arm_colour(arm)},
                           {"stroke-opacity", "0.35"},
                           {"stroke-width", "5"},
                           {"stroke-linecap", "round"}});
  }
  return out + arm_mark(arm, x(e.estimate), y, 4.2, leaves_out_zero);
}

std::vector<Row> measure_rows(const ResultData& result) {
  std::vector<Row> rows;
  for (const int m : headline_measures(result)) {
    if (rows.size() < most_measures) {
      const TileWords words = tile_words(result, m);
      const AgreementInfo* agreement = agreement_of(result, m);
      rows.push_back({m, 0, words.name, agreement != nullptr ? agreement->text : words.note});
    }
  }
  return rows;
}

std::vector<Row> persona_rows(const ResultData& result) {
  std::vector<Row> rows;
  const auto measure = headline_measure(result);
  if (!measure || !result.measures[static_cast<std::size_t>(*measure)].per_person) {
    return rows;
  }
  for (std::size_t g = 1; g < result.n_groups(); ++g) {
    rows.push_back({*measure, static_cast<int>(g), group_name(result, g),
                    percent(result.personas[g - 1].share) + " of the people"});
  }
  return rows;
}

std::string spoken(const ResultData& result, const std::vector<Row>& rows) {
  std::string words = "Paired differences against today; right is better. ";
  for (const Row& row : rows) {
    const MeasureFormat format = format_of(result, row.measure);
    words += row.name + ": ";
    for (std::size_t a = 1; a < result.arms.size(); ++a) {
      const Estimate* e = find_estimate(result, static_cast<int>(a), 0, row.measure, row.group);
      words += short_name(result, a) + " " + (has_value(e) ? format.change(e->estimate) : "–") +
               (a + 1 < result.arms.size() ? ", " : ". ");
    }
  }
  return words;
}

} // namespace sojourn::output::difference_parts
