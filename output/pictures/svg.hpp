// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/letters.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

// A small writer of SVG text. Everything that came from outside passes escape(); presentation
// attributes only, never style="…", so that a page may forbid inline styles.
namespace sojourn::output {

/// A coordinate: at most one decimal, no locale, never NaN.
[[nodiscard]] std::string coordinate(double value);

struct Attribute {
  std::string_view name;
  std::string value;
  Attribute(std::string_view n, std::string_view v) : name(n), value(v) {}
  Attribute(std::string_view n, double v) : name(n), value(coordinate(v)) {}
};
using Attributes = std::initializer_list<Attribute>;

/// <name a="…">inner</name>; `inner` is markup, the attributes are escaped here.
[[nodiscard]] std::string element(std::string_view name, Attributes attributes,
                                  std::string_view inner = {});

enum class Anchor { start, middle, end };

struct Font {
  double size = 13;
  Weight weight = Weight::regular;
  std::string_view fill = {}; // empty: ink
  Anchor anchor = Anchor::start;
  bool halo = false; // a rim in paper colour, for text over lines
};

[[nodiscard]] std::string text_at(double x, double y, std::string_view content, Font font = {});

/// Lines one below the other, `leading` px apart.
[[nodiscard]] std::string text_lines(double x, double y, const std::vector<std::string>& lines,
                                     double leading, Font font = {});

[[nodiscard]] std::string line(double x1, double y1, double x2, double y2, std::string_view stroke,
                               double width = 1, std::string_view dashes = {});

/// A path being written: move, line, cubic, all in coordinates.
class Path {
public:
  Path& move(double x, double y);
  Path& to(double x, double y);
  Path& cubic(double x1, double y1, double x2, double y2, double x, double y);
  Path& close();
  [[nodiscard]] const std::string& text() const { return text_; }

private:
  void put(double value);
  std::string text_;
};

struct Figure {
  double width = 0, height = 0;
  std::string name;        // text alternative, one line
  std::string description; // longer, optional
  std::string drawing;     // markup under role="img"
  std::string controls;    // markup that takes the keyboard focus, beside the drawing
};

/// The figure as an <svg> element for a page.
[[nodiscard]] std::string inline_svg(const Figure& figure);

/// A style rule with a font inside it.
[[nodiscard]] std::string font_face(std::string_view family, std::string_view base64);

/// The figure as a file of its own: XML head, own background and font. Programs that do not read
/// the font inside find others of about its widths by name.
[[nodiscard]] std::string standalone_svg(const Figure& figure);

} // namespace sojourn::output
