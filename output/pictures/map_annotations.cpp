// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/map_layout.hpp"
#include "output/pictures/moments_of_truth.hpp"
#include "output/pictures/palette.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output::map_parts {
namespace {

constexpr double text_size = 12.5, leading = 14.5, widest_text = 176, gap = 12;

struct Note {
  double x = 0;
  std::vector<std::string> lines;
  double width = 0;
  bool at_left = false; // the text stands left of its mark
  [[nodiscard]] double from() const { return at_left ? x - gap - width : x - 8; }
  [[nodiscard]] double to() const { return at_left ? x + 8 : x + gap + width; }
};

Note note_of(const Moment& moment, const Layout& l) {
  Note note{l.x(moment.touchpoint), wrap(moment.text, text_size, widest_text, 2), 0, false};
  for (const std::string& text : note.lines) {
    note.width = std::max(note.width, text_width(text, text_size));
  }
  return note;
}

bool inside(const Note& note, const Layout& l) {
  return note.from() >= l.left - 30 && note.to() <= l.remembered_x() - 40;
}

/// Sides on which the texts (at most two) neither leave the panel nor run into each other; the
/// first choice is away from each other.
void choose_sides(std::vector<Note>& notes, const Layout& l) {
  if (notes.size() == 1) {
    notes[0].at_left = notes[0].to() > l.remembered_x() - 40;
  }
  if (notes.size() < 2) {
    return;
  }
  constexpr bool sides[4][2] = {{true, false}, {false, false}, {true, true}, {false, true}};
  for (const auto& side : sides) {
    notes[0].at_left = side[0];
    notes[1].at_left = side[1];
    if (inside(notes[0], l) && inside(notes[1], l) && notes[0].to() + 6 <= notes[1].from()) {
      return;
    }
  }
  notes[0].at_left = notes[0].x - l.left > notes[0].width;
  notes[1].at_left = false;
}

std::vector<Note> notes_of(const std::vector<Moment>& moments, const Layout& l) {
  std::vector<Note> notes;
  for (const Moment& moment : moments) {
    notes.push_back(note_of(moment, l));
  }
  choose_sides(notes, l);
  return notes;
}

std::string words(const Note& note, double y, std::string_view colour) {
  return text_lines(
      note.at_left ? note.x - gap : note.x + gap, y, note.lines, leading,
      {.size = text_size, .fill = colour, .anchor = note.at_left ? Anchor::end : Anchor::start});
}

std::string diamond(double x, double y, double radius) {
  Path path;
  path.move(x, y - radius).to(x + radius, y).to(x, y + radius).to(x - radius, y).close();
  return element("path", {{"d", path.text()}, {"fill", palette::ink}});
}

std::string wedge(double x, double y, double half) {
  Path path;
  path.move(x - half, y).to(x + half, y).to(x, y + half * 1.6).close();
  return element("path", {{"d", path.text()}, {"fill", palette::bad}});
}

double median_y(const Which& w, const Layout& l, std::size_t touchpoint) {
  const double median = w.view().quantile(touchpoint, 0.5);
  return l.y(std::isfinite(median) ? median : 0);
}

std::string truths(const Which& w, const Layout& l) {
  const auto moments = moments_of_truth(w.result, w.arm, w.group);
  const auto notes = notes_of(moments, l);
  std::string out;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const double y = l.panel_top - 13;
    out += line(notes[i].x, y + 7, notes[i].x, median_y(w, l, moments[i].touchpoint) - 5,
                palette::ink, 1, "2 2") +
           diamond(notes[i].x, y, 6.5) +
           words(notes[i], y + (notes[i].lines.size() > 1 ? -5 : 4), palette::ink);
  }
  return out;
}

std::string pains(const Which& w, const Layout& l) {
  const auto moments = pain_points(w.result, w.arm, w.group);
  const auto notes = notes_of(moments, l);
  std::string out;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const double y = l.pain_top + 6;
    out += line(notes[i].x, median_y(w, l, moments[i].touchpoint) + 6, notes[i].x, y, palette::bad,
                1, "2 2") +
           wedge(notes[i].x, y, 6.5) + words(notes[i], y + 10, palette::bad);
  }
  return out;
}

/// What the marks mean, in a line of its own above the panel.
std::string legend(const Which& w, const Layout& l) {
  const std::string_view colour = arm_colour(w.arm);
  const double y = l.legend_y;
  const Font font{.size = 11.5, .fill = palette::quiet};
  const auto swatch = [&](double x, const char* opacity) {
    return element("rect", {{"x", x},
                            {"y", y - 9},
                            {"width", 16.0},
                            {"height", 10.0},
                            {"fill", colour},
                            {"fill-opacity", opacity}});
  };
  double x = l.left + 2;
  std::string out;
  const auto item = [&](const std::string& mark, double width, const char* name) {
    out += mark + text_at(x + width + 6, y, name, font);
    x += width + 6 + text_width(name, 11.5) + 20;
  };
  item(line(x, y - 4, x + 16, y - 4, colour, 2.6), 16, "middle of the people");
  item(swatch(x, "0.29"), 16, "half of them");
  item(swatch(x, "0.12"), 16, "nine in ten");
  item(element("line", {{"x1", x},
                        {"y1", y - 4},
                        {"x2", x + 17},
                        {"y2", y - 4},
                        {"stroke", palette::ink},
                        {"stroke-width", "1.5"},
                        {"stroke-dasharray", "0.1 4"},
                        {"stroke-linecap", "round"}}),
       17, "remembered so far");
  item(diamond(x + 6, y - 4, 6), 12, "moment of truth");
  item(wedge(x + 6, y - 8, 5.5), 12, "pain point");
  return out;
}

} // namespace

std::string draw_annotations(const Which& which, const Layout& layout) {
  return legend(which, layout) + truths(which, layout) + pains(which, layout);
}

} // namespace sojourn::output::map_parts
