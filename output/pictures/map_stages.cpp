// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/duration.hpp"
#include "output/pictures/map_layout.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sojourn::output::map_parts {
namespace {

constexpr double head_size = 12, note_size = 11.5, head_leading = 14, note_leading = 13;
constexpr double busy_limit = 0.9;

/// One box over neighbouring columns.
struct Box {
  std::size_t first = 0, last = 0;
  std::string head, note;
  std::optional<std::size_t> resource;          // whose utilisation the bar shows
  bool grows_left = false, grows_right = false; // by half a column, where the next one is free
};

/// Boxes with words grow into free columns beside them, so that words need not be broken.
std::vector<Box> grown(std::vector<Box> boxes, std::size_t n) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    boxes[i].grows_left = i == 0 ? boxes[i].first > 0 : boxes[i - 1].last + 1 < boxes[i].first;
    boxes[i].grows_right =
        i + 1 == boxes.size() ? boxes[i].last + 1 < n : boxes[i].last + 1 < boxes[i + 1].first;
  }
  return boxes;
}

std::string resource_name(const ResultData& r, const std::string& id) {
  const auto index = resource_named(r, id);
  return index && !r.resources[*index].name.empty() ? r.resources[*index].name : id;
}

std::string waiting_note(const Which& w, std::size_t first, std::size_t last) {
  const MapView map = w.view();
  double visits = 0;
  double waited = 0;
  for (std::size_t t = first; t <= last; ++t) {
    if (std::isfinite(map.wait(t)) && map.visits(t) > 0) {
      visits += map.visits(t);
      waited += map.visits(t) * map.wait(t);
    }
  }
  const double wait = visits > 0 ? waited / visits : missing;
  return !std::isfinite(wait) ? ""
         : wait < 0.05        ? "no waiting"
                              : "after a wait of " + duration_words(wait, wait < 10 ? 1 : 0);
}

std::vector<Box> front_boxes(const Which& w) {
  const auto& touchpoints = w.result.touchpoints;
  std::vector<Box> boxes;
  for (std::size_t t = 0; t < touchpoints.size(); ++t) {
    const std::string& id = touchpoints[t].front_resource;
    if (id.empty()) {
      continue;
    }
    if (t > 0 && touchpoints[t - 1].front_resource == id) {
      boxes.back().last = t;
    } else {
      boxes.push_back({t, t, resource_name(w.result, id), "", std::nullopt});
    }
  }
  for (Box& box : boxes) {
    box.note = waiting_note(w, box.first, box.last);
  }
  return grown(std::move(boxes), touchpoints.size());
}

std::string capacity_note(const Which& w, const std::string& id) {
  const auto index = resource_named(w.result, id);
  if (!index) {
    return id;
  }
  const std::size_t cell = w.arm * w.result.resources.size() + *index;
  const double capacity =
      cell < w.result.resource.capacity.size() ? w.result.resource.capacity[cell] : missing;
  std::string note = resource_name(w.result, id);
  note += std::isfinite(capacity) ? " (" + coordinate(capacity) + ")"
          : std::isinf(capacity)  ? " (unlimited)"
                                  : "";
  const double wait = resource_mean(w.result, w.result.resource.wait_mean_min, w.arm, *index);
  return std::isfinite(wait) && wait >= 1 ? note + "; work queues " + duration_words(wait) : note;
}

std::vector<Box> back_boxes(const Which& w) {
  const auto& touchpoints = w.result.touchpoints;
  const auto resource = [&](std::size_t t) {
    return touchpoints[t].back_resource.empty() ? touchpoints[t].front_resource
                                                : touchpoints[t].back_resource;
  };
  std::vector<Box> boxes;
  for (std::size_t t = 0; t < touchpoints.size(); ++t) {
    if (touchpoints[t].back_resource.empty() && touchpoints[t].backstage.empty()) {
      continue;
    }
    if (!boxes.empty() && boxes.back().last + 1 == t && resource(t) == resource(t - 1) &&
        touchpoints[t].backstage == touchpoints[t - 1].backstage) {
      boxes.back().last = t;
      continue;
    }
    const std::string note = resource(t).empty() ? "" : capacity_note(w, resource(t));
    const bool has_text = !touchpoints[t].backstage.empty();
    boxes.push_back({t, t, has_text ? touchpoints[t].backstage : note, has_text ? note : "",
                     resource_named(w.result, resource(t))});
  }
  return grown(std::move(boxes), touchpoints.size());
}

struct Lines {
  std::vector<std::string> head, note;
  [[nodiscard]] double height() const {
    return static_cast<double>(head.size()) * head_leading +
           static_cast<double>(note.size()) * note_leading;
  }
};

double box_left(const Box& box, const Layout& l) {
  return l.x(box.first) - l.column * (box.grows_left ? 1 : 0.5) + 4;
}

double box_right(const Box& box, const Layout& l) {
  return l.x(box.last) + l.column * (box.grows_right ? 1 : 0.5) - 4;
}

Lines lines_of(const Box& box, const Layout& l) {
  const double room = box_right(box, l) - box_left(box, l) - 14;
  Lines lines;
  lines.head = wrap(box.head, head_size, room, 7, Weight::semibold);
  lines.note = box.note.empty() ? std::vector<std::string>() : wrap(box.note, note_size, room, 5);
  return lines;
}

std::string bar(const Which& w, const Box& box, const Layout& l, double y) {
  const double busy = resource_mean(w.result, w.result.resource.utilisation, w.arm, *box.resource);
  if (!std::isfinite(busy)) {
    return {};
  }
  const double x = box_left(box, l) + 8;
  const double length = box_right(box, l) - x - 42;
  const std::string_view colour = busy > busy_limit ? palette::bad : palette::quiet;
  const auto rounded = [&](double width, std::string_view fill) {
    return element(
        "rect",
        {{"x", x}, {"y", y}, {"width", width}, {"height", 6.0}, {"rx", 3.0}, {"fill", fill}});
  };
  return rounded(length, palette::rule) +
         rounded(std::max(3.0, length * std::clamp(busy, 0.0, 1.0)), colour) +
         text_at(box_right(box, l) - 7, y + 7, percent(busy),
                 {.size = 11.5, .weight = Weight::semibold, .fill = colour, .anchor = Anchor::end});
}

std::string draw_box(const Which& w, const Box& box, const Layout& l, double top, double height,
                     std::string_view fill) {
  const double x = box_left(box, l);
  const Lines lines = lines_of(box, l);
  const double heads = static_cast<double>(lines.head.size()) * head_leading;
  std::string out =
      element("title", {}, escape(box.head + (box.note.empty() ? "" : ": " + box.note))) +
      element("rect", {{"x", x},
                       {"y", top},
                       {"width", box_right(box, l) - x},
                       {"height", height},
                       {"rx", 5.0},
                       {"fill", fill},
                       {"stroke", palette::rule}}) +
      text_lines(x + 7, top + 17, lines.head, head_leading,
                 {.size = head_size, .weight = Weight::semibold}) +
      text_lines(x + 7, top + 17 + heads, lines.note, note_leading,
                 {.size = note_size, .fill = palette::quiet});
  out += box.resource ? bar(w, box, l, top + height - 15) : "";
  return element("g", {}, out);
}

double tallest(const std::vector<Box>& boxes, const Layout& l, double extra) {
  double height = 0;
  for (const Box& box : boxes) {
    height = std::max(height, lines_of(box, l).height() + extra);
  }
  return height;
}

std::string labels(const Layout& l, double y, const char* head,
                   const std::vector<std::string>& notes) {
  return text_at(l.left - 14, y, head, {.weight = Weight::semibold, .anchor = Anchor::end}) +
         text_lines(l.left - 14, y + 16, notes, 13,
                    {.size = 11.5, .fill = palette::quiet, .anchor = Anchor::end});
}

} // namespace

StageHeights stage_heights(const Which& which, const Layout& layout) {
  return {tallest(front_boxes(which), layout, 14), tallest(back_boxes(which), layout, 38)};
}

std::string draw_stages(const Which& w, const Layout& l) {
  if (l.front_height + l.back_height <= 0) {
    return {};
  }
  std::string out;
  if (l.front_height > 0) {
    out += labels(l, l.front_top + 18, "Front stage", {"whom they meet"});
  }
  if (l.back_height > 0) {
    out += labels(l, l.back_top + 18, "Back stage", {"who works,", "how busy"});
  }
  for (const Box& box : front_boxes(w)) {
    out += draw_box(w, box, l, l.front_top, l.front_height, palette::card);
  }
  for (const Box& box : back_boxes(w)) {
    out += draw_box(w, box, l, l.back_top, l.back_height, palette::wash);
  }
  const double y = l.back_top - 13;
  return out + line(6, y, l.width - 8, y, palette::ink, 1.2, "7 4") +
         text_at(l.width - 8, y - 5, "line of visibility",
                 {.size = 11.5, .fill = palette::quiet, .anchor = Anchor::end, .halo = true});
}

} // namespace sojourn::output::map_parts
