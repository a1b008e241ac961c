// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/people_pictures.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>

// The quadrants are those of Mendelow (1991).
namespace sojourn::output {
namespace {

struct StakeCorner {
  bool right, up;
  std::string_view advice;
};
constexpr std::array corners = {
    StakeCorner{false, true, "keep satisfied"}, StakeCorner{true, true, "work with them"},
    StakeCorner{false, false, "keep an eye on"}, StakeCorner{true, false, "keep informed"}};

struct StakeSquare {
  double left = 34, top = 12, side = 420;
  [[nodiscard]] double x(double interest) const { return left + interest * side; }
  [[nodiscard]] double y(double influence) const { return top + (1 - influence) * side; }
};

std::string ground(const StakeSquare& square) {
  std::string out =
      plot::rectangle(square.left, square.top, square.side, square.side, palette::card);
  for (const double half : {0.0, 0.5, 1.0}) {
    out += line(square.x(half), square.top, square.x(half), square.top + square.side,
                half == 0.5 ? palette::axis : palette::rule) +
           line(square.left, square.y(half), square.left + square.side, square.y(half),
                half == 0.5 ? palette::axis : palette::rule);
  }
  for (const StakeCorner& corner : corners) {
    out += text_at(
        square.x(corner.right ? 1 : 0) + (corner.right ? -8 : 8),
        square.y(corner.up ? 1 : 0) + (corner.up ? 18 : -9), corner.advice,
        {.size = 12, .fill = palette::quiet, .anchor = corner.right ? Anchor::end : Anchor::start});
  }
  const double below = square.top + square.side;
  const Font quiet{.size = 12, .fill = palette::quiet, .anchor = Anchor::middle};
  for (const double tick : {0.0, 0.5, 1.0}) {
    out += text_at(square.x(tick), below + 17, fixed(tick, 1), quiet) +
           text_at(square.left - 16, square.y(tick) + 4, fixed(tick, 1), quiet);
  }
  return out +
         text_at(square.x(1), below + 36, "more interest →",
                 {.size = 12, .fill = palette::quiet, .anchor = Anchor::end}) +
         text_at(square.left, below + 36, "↑ more influence", {.size = 12, .fill = palette::quiet});
}

struct StakeLabel {
  double x = 0, y = 0; // of the mark
  double at = 0;       // height of the text
  bool to_the_left = false;
  std::size_t group = 0;
  std::string name;
};

/// 0 where nobody has that id.
std::size_t group_of(const ResultData& result, const std::string& persona) {
  for (std::size_t p = 0; p < result.personas.size(); ++p) {
    if (result.personas[p].id == persona) {
      return p + 1;
    }
  }
  return 0;
}

std::string name_of(const ResultData& result, const std::string& persona) {
  const std::size_t group = group_of(result, persona);
  return group == 0 ? persona : group_name(result, group);
}

std::vector<StakeLabel> labels_of(const ResultData& result, const StakeSquare& square) {
  std::vector<StakeLabel> labels;
  for (const StakeholderInfo& each : result.stakeholders) {
    StakeLabel label{
        square.x(each.interest), square.y(each.influence), 0, each.interest > 0.6, 0, each.persona};
    label.group = group_of(result, each.persona);
    label.name = name_of(result, each.persona);
    labels.push_back(std::move(label));
  }
  return labels;
}

/// From where to where a label and its mark reach, on the way from left to right.
std::array<double, 2> extent_of(const StakeLabel& label) {
  constexpr double mark = 6, gap = 11;
  const double words = gap + text_width(label.name, 13, Weight::semibold);
  return label.to_the_left ? std::array{label.x - words, label.x + mark}
                           : std::array{label.x - mark, label.x + words};
}

bool overlap(const StakeLabel& a, const StakeLabel& b) {
  const auto first = extent_of(a), second = extent_of(b);
  return first[0] < second[1] && second[0] < first[1];
}

/// From top to bottom, each a line below what stands above it in its room; a label also keeps clear
/// of the marks of others.
void spread(std::vector<StakeLabel>& labels) {
  constexpr double leading = 17;
  std::sort(labels.begin(), labels.end(), [](const StakeLabel& a, const StakeLabel& b) {
    return a.y != b.y ? a.y < b.y : a.x < b.x;
  });
  for (auto label = labels.begin(); label != labels.end(); ++label) {
    label->at = label->y + 4;
    for (auto other = labels.begin(); other != label; ++other) {
      if (overlap(*label, *other)) {
        label->at = std::max({label->at, other->at + leading, other->y + 4 + leading});
      }
    }
  }
}

/// A bar for each weight, the largest first.
std::string weights(const ResultData& result, double left, double top, double right) {
  std::vector<StakeholderInfo> all = result.stakeholders;
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.weight > b.weight; });
  std::string out = text_at(left, top + 12, "Weight: influence × interest",
                            {.size = 14, .weight = Weight::semibold});
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
    const double y = top + 40 + 34 * static_cast<double>(i);
    const double full = right - left - 60;
    out += text_at(left, y,
                   shorten(name_of(result, all[i].persona) + " (" + all[i].role + ")", 13,
                           right - left),
                   {.size = 13}) +
           plot::rectangle(left, y + 7, full, 9, palette::wash) +
           plot::rectangle(left, y + 7, full * std::clamp(all[i].weight, 0.0, 1.0), 9,
                           palette::today) +
           text_at(right, y + 16, fixed(all[i].weight, 2),
                   {.size = 13, .weight = Weight::semibold, .anchor = Anchor::end});
  }
  return out;
}

} // namespace

Figure stakeholder_map(const ResultData& result, Room room) {
  const StakeSquare square{34, 12, room == Room::wide ? 420.0 : 352.0};
  const bool wide = room == Room::wide;
  Figure figure{wide ? 1132.0 : 400.0, 0, "Stakeholders by influence and interest", {}, {}, {}};
  if (result.stakeholders.empty()) {
    return figure;
  }
  std::vector<StakeLabel> labels = labels_of(result, square);
  spread(labels);
  figure.drawing = ground(square);
  for (const StakeLabel& label : labels) {
    const double room_left = label.to_the_left ? label.x - square.left : square.x(1) - label.x;
    figure.drawing += group_mark(label.group, label.x, label.y, 5.5, palette::ink, palette::ink) +
                      text_at(label.x + (label.to_the_left ? -11 : 11), label.at,
                              shorten(label.name, 13, room_left - 14),
                              {.size = 13,
                               .weight = Weight::semibold,
                               .anchor = label.to_the_left ? Anchor::end : Anchor::start,
                               .halo = true});
  }
  for (const StakeholderInfo& each : result.stakeholders) {
    figure.description += name_of(result, each.persona) + ": influence " +
                          fixed(each.influence, 2) + ", interest " + fixed(each.interest, 2) + ". ";
  }
  if (wide) {
    figure.drawing += weights(result, square.x(1) + 60, square.top, figure.width);
  }
  figure.height = square.top + square.side + 46;
  return figure;
}

} // namespace sojourn::output
