// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/svg.hpp"

#include "output/pictures/fonts/embedded.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"

#include <cmath>

namespace sojourn::output {
namespace {

// After ours, fonts of about the same widths that machines have.
constexpr std::string_view font_names =
    "'Source Sans 3 Variable', 'Source Sans 3', 'Source Sans Pro', Carlito, Calibri, Lato, "
    "'Liberation Sans', Arial, 'DejaVu Sans Condensed', sans-serif";

std::string_view anchor_name(Anchor anchor) {
  return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
}

std::string body(const Figure& figure, std::string_view background) {
  const std::string words =
      element("title", {}, escape(figure.name)) +
      (figure.description.empty() ? "" : element("desc", {}, escape(figure.description)));
  return std::string(background) +
         element("g", {{"role", "img"}, {"aria-label", figure.name}}, words + figure.drawing) +
         figure.controls;
}

std::string svg(const Figure& figure, std::string_view background) {
  const std::string width = coordinate(figure.width);
  const std::string height = coordinate(figure.height);
  return element("svg",
                 {{"xmlns", "http://www.w3.org/2000/svg"},
                  {"viewBox", "0 0 " + width + " " + height},
                  {"width", width},
                  {"height", height},
                  {"font-family", font_names},
                  {"font-size", 13.0},
                  {"fill", palette::ink}},
                 body(figure, background));
}

} // namespace

std::string coordinate(double value) {
  if (!std::isfinite(value)) {
    return "0";
  }
  std::string text = fixed(value, 1);
  if (text.ends_with(".0")) {
    text.resize(text.size() - 2);
  }
  const bool negative = text.starts_with("\u2212");
  return negative ? "-" + text.substr(3) : text;
}

std::string element(std::string_view name, Attributes attributes, std::string_view inner) {
  std::string out = "<" + std::string(name);
  for (const Attribute& attribute : attributes) {
    if (!attribute.value.empty()) {
      out += " " + std::string(attribute.name) + "=\"" + escape(attribute.value) + "\"";
    }
  }
  return inner.empty() ? out + "/>"
                       : out + ">" + std::string(inner) + "</" + std::string(name) + ">";
}

std::string text_at(double x, double y, std::string_view content, Font font) {
  if (content.empty()) {
    return {};
  }
  return element("text",
                 {{"x", x},
                  {"y", y},
                  {"font-size", font.size == 13 ? "" : coordinate(font.size)},
                  {"font-weight", font.weight == Weight::semibold ? "600" : ""},
                  {"fill", font.fill},
                  {"text-anchor", font.anchor == Anchor::start ? "" : anchor_name(font.anchor)},
                  {"paint-order", font.halo ? "stroke" : ""},
                  {"stroke", font.halo ? palette::paper : ""},
                  {"stroke-width", font.halo ? "4" : ""},
                  {"stroke-linejoin", font.halo ? "round" : ""}},
                 escape(content));
}

std::string text_lines(double x, double y, const std::vector<std::string>& lines, double leading,
                       Font font) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += text_at(x, y + static_cast<double>(i) * leading, lines[i], font);
  }
  return out;
}

std::string line(double x1, double y1, double x2, double y2, std::string_view stroke, double width,
                 std::string_view dashes) {
  return element("line", {{"x1", x1},
                          {"y1", y1},
                          {"x2", x2},
                          {"y2", y2},
                          {"stroke", stroke},
                          {"stroke-width", width},
                          {"stroke-dasharray", dashes}});
}

void Path::put(double value) {
  if (!text_.empty() && text_.back() >= '0' && text_.back() <= '9') {
    text_ += ' ';
  }
  text_ += coordinate(value);
}

Path& Path::move(double x, double y) {
  text_ += 'M';
  put(x);
  put(y);
  return *this;
}

Path& Path::to(double x, double y) {
  text_ += 'L';
  put(x);
  put(y);
  return *this;
}

Path& Path::cubic(double x1, double y1, double x2, double y2, double x, double y) {
  text_ += 'C';
  for (const double value : {x1, y1, x2, y2, x, y}) {
    put(value);
  }
  return *this;
}

Path& Path::close() {
  text_ += 'Z';
  return *this;
}

std::string font_face(std::string_view family, std::string_view base64) {
  return "@font-face{font-family:'" + std::string(family) +
         "';font-weight:200 900;font-display:block;src:url(data:font/woff2;base64," +
         std::string(base64) + ") format('woff2')}\n";
}

std::string inline_svg(const Figure& figure) { return svg(figure, {}); }

std::string standalone_svg(const Figure& figure) {
  const std::string font =
      "<style>" + font_face("Source Sans 3 Variable", fonts::source_sans_3) + "</style>";
  const std::string background =
      font + element("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", palette::paper}});
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(figure, background) + "\n";
}

} // namespace sojourn::output
