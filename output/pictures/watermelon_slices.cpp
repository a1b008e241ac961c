// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/watermelon_slices.hpp"

#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/svg.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

namespace sojourn::output {
namespace {

constexpr double names_width = 96, column = 150, row_height = 78;

std::optional<int> measure_of_kind(const ResultData& r, std::string_view kind) {
  for (const AgreementInfo& agreement : r.agreements) {
    const auto measure = measure_of(r, agreement);
    if (agreement.kind == kind && measure) {
      return measure;
    }
  }
  return std::nullopt;
}

/// The part of a lower half ring between two shares, 0 at the left; a pie where `inner` is 0.
std::string half_ring(double x, double y, double inner, double outer, double from, double to,
                      std::string_view fill) {
  constexpr int steps = 24;
  if (!(to > from)) {
    return {};
  }
  Path path;
  const auto angle = [&](int i) {
    return std::numbers::pi * (1 - (from + (to - from) * i / steps));
  };
  for (int i = 0; i <= steps; ++i) {
    const double px = x + outer * std::cos(angle(i)), py = y + outer * std::sin(angle(i));
    i == 0 ? path.move(px, py) : path.to(px, py);
  }
  for (int i = steps; i >= 0 && inner > 0; --i) {
    path.to(x + inner * std::cos(angle(i)), y + inner * std::sin(angle(i)));
  }
  return element("path",
                 {{"d", (inner > 0 ? path : path.to(x, y)).close().text()}, {"fill", fill}});
}

std::string slice(double x, double y, double outside, double inside) {
  return half_ring(x, y, 32, 40, 0, outside, palette::good) +
         half_ring(x, y, 32, 40, outside, 1, palette::rule) +
         half_ring(x, y, 0, 29, 0, inside, "#cfe4dd") +
         half_ring(x, y, 0, 29, inside, 1, "#cf6b45");
}

std::string cell(const ResultData& r, const MelonMeasures& measures, int arm, int group, double x,
                 double y) {
  const Estimate* outside = find_estimate(r, arm, -1, measures.outside, group);
  const Estimate* inside = find_estimate(r, arm, -1, measures.inside, group);
  if (!has_value(outside) || !has_value(inside)) {
    return text_at(x, y + 16, "nobody",
                   {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle});
  }
  const Font left{
      .size = 12.5, .weight = Weight::semibold, .fill = palette::good, .anchor = Anchor::end};
  const Font right{.size = 12.5, .weight = Weight::semibold, .fill = palette::bad};
  return slice(x, y, std::clamp(outside->estimate, 0.0, 1.0),
               std::clamp(inside->estimate, 0.0, 1.0)) +
         text_at(x - 44, y + 12, percent(outside->estimate), left) +
         text_at(x + 44, y + 12, percent(inside->estimate), right);
}

} // namespace

std::optional<MelonMeasures> melon_measures(const ResultData& result) {
  const auto outside = measure_of_kind(result, "SLA"), inside = measure_of_kind(result, "XLA");
  return outside && inside ? std::optional(MelonMeasures{*outside, *inside}) : std::nullopt;
}

double remembered_threshold(const ResultData& result) {
  constexpr std::string_view says = "remembered experience at least ";
  for (const AgreementInfo& agreement : result.agreements) {
    std::string_view text = agreement.text;
    if (agreement.kind != "XLA" || !text.starts_with(says)) {
      continue;
    }
    text.remove_prefix(says.size());
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    constexpr std::string_view minus = "\u2212";
    const bool negative = text.starts_with(minus);
    text.remove_prefix(negative ? minus.size() : 0);
    double value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc()) {
      return negative ? -value : value;
    }
  }
  return missing;
}

std::string melon_slices(const ResultData& result, const MelonMeasures& measures,
                         const std::vector<std::size_t>& arms, double& height) {
  const Font quiet{.size = 12, .fill = palette::quiet};
  std::string out =
      text_at(0, 14, "A slice for each persona", {.size = 14, .weight = Weight::semibold}) +
      text_at(0, 32, "rind: SLA kept · flesh: XLA kept, red where not", quiet);
  const auto middle = [](std::size_t i) {
    return names_width + (static_cast<double>(i) + 0.5) * column;
  };
  for (std::size_t i = 0; i < arms.size(); ++i) {
    out += text_at(middle(i), 58,
                   shorten(short_name(result, arms[i]), 13, column - 6, Weight::semibold),
                   {.size = 13,
                    .weight = Weight::semibold,
                    .fill = arm_colour(arms[i]),
                    .anchor = Anchor::middle});
  }
  height = 74;
  for (std::size_t g = 0; g < result.n_groups(); ++g) {
    out += text_lines(0, height + 14,
                      wrap(group_name(result, g), 13, names_width - 8, 3, Weight::semibold), 15,
                      {.size = 13, .weight = Weight::semibold});
    for (std::size_t i = 0; i < arms.size(); ++i) {
      out += cell(result, measures, static_cast<int>(arms[i]), static_cast<int>(g), middle(i),
                  height + 4);
    }
    height += row_height;
  }
  return out;
}

} // namespace sojourn::output
