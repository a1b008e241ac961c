// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/raster.hpp"

#include "output/pictures/figures.hpp"
#include "output/pictures/letters.hpp"
#include "output/pictures/palette.hpp"
#include "tests/golden/output/pictures/sample.hpp"

#include <cairo/cairo.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <set>
#include <string>
#include <vector>

namespace sojourn::output {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;

/// A PNG, decoded: rows of 0xrrggbb.
struct Pixels {
  int width = 0, height = 0;
  std::vector<unsigned> colour;
  [[nodiscard]] unsigned at(int x, int y) const {
    return colour[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

cairo_status_t read_from(void* rest, unsigned char* to, unsigned int n) {
  auto& text = *static_cast<std::string_view*>(rest);
  if (text.size() < n) {
    return CAIRO_STATUS_READ_ERROR;
  }
  std::memcpy(to, text.data(), n);
  text.remove_prefix(n);
  return CAIRO_STATUS_SUCCESS;
}

Pixels decoded(const std::string& png) {
  std::string_view rest = png;
  cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(read_from, &rest);
  REQUIRE(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
  Pixels pixels{
      cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      unsigned pixel = 0;
      std::memcpy(&pixel, data + y * stride + 4 * x, sizeof pixel);
      pixels.colour.push_back(pixel & 0xffffffU);
    }
  }
  cairo_surface_destroy(surface);
  return pixels;
}

/// width="…" or height="…" of the drawing.
double attribute(const std::string& svg, const std::string& name) {
  const std::size_t begin = svg.find(' ' + name + "=\"", svg.find("<svg")) + name.size() + 3;
  double value = 0;
  std::from_chars(svg.data() + begin, svg.data() + svg.size(), value);
  return value;
}

void check_figure(const ResultData& result, const std::string& name) {
  INFO(name);
  const std::string svg = figure(result, name);
  const Pixels pixels = decoded(png_of(svg, {0.5}));
  CHECK(pixels.width == std::ceil(attribute(svg, "width") / 2));
  CHECK(pixels.height == std::ceil(attribute(svg, "height") / 2));
  // Not blank: paper behind, and enough of something else on it, in more than one colour.
  constexpr unsigned paper = 0xfbfaf6;
  REQUIRE(palette::paper == "#fbfaf6");
  CHECK(pixels.at(0, 0) == paper);
  const auto drawn = std::count_if(pixels.colour.begin(), pixels.colour.end(),
                                   [](unsigned colour) { return colour != paper; });
  CHECK(static_cast<std::size_t>(drawn) > pixels.colour.size() / 200);
  CHECK(std::set(pixels.colour.begin(), pixels.colour.end()).size() > 20);
  const std::string pdf = pdf_of(svg, name);
  CHECK_THAT(pdf, StartsWith("%PDF-"));
  CHECK_THAT(pdf, Contains("/Count 1"));
  CHECK_THAT(pdf, !Contains("/CreationDate"));
  CHECK((pdf == pdf_of(svg, name)));
}

std::string line_of(const std::string& words, int weight) {
  return "<svg xmlns='http://www.w3.org/2000/svg' width='500' height='60'>"
         "<text x='10' y='40' font-family=\"'Source Sans 3 Variable'\" font-size='30' "
         "font-weight='" +
         std::to_string(weight) + "'>" + words + "</text></svg>";
}

/// From the first to the last column with ink.
double ink_width(const Pixels& pixels) {
  int first = pixels.width, last = 0;
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      if (pixels.at(x, y) < 0x808080) {
        first = std::min(first, x);
        last = std::max(last, x);
      }
    }
  }
  return last - first + 1;
}

} // namespace

TEST_CASE("every figure becomes a PNG of its size and a PDF of one page") {
  const ResultData result = sample::people();
  for (const std::string& name : figure_names(result)) {
    if (std::count(name.begin(), name.end(), ':') < 2) { // those of personas are drawn alike
      check_figure(result, name);
    }
  }
}

TEST_CASE("a PNG is as large as it is asked to be, twice the drawing by default") {
  const std::string svg = line_of("x", 400);
  CHECK(decoded(png_of(svg)).width == 1000);
  CHECK(decoded(png_of(svg, {0.1})).height == 6);
  CHECK(decoded(png_of(svg, {1.003})).width == 502); // the last pixel is covered in part
  const std::string wide = "<svg xmlns='http://www.w3.org/2000/svg' width='9000' height='10'/>";
  CHECK_THROWS_WITH(png_of(wide, {4}), "36000 x 40 pixels are more than a PNG takes here (32767 a "
                                       "side); a smaller scale fits");
  CHECK_THROWS_AS(png_of("no drawing"), RasterError);
}

// The widths are those that the layout of every figure counts on; another font is wider by a fifth,
// another weight by a twentieth.
TEST_CASE("text is set in the fonts of the report, in its weights") {
  const std::string words = "nnnnnnnnnnnnnnnnnnnn";
  const double regular = ink_width(decoded(png_of(line_of(words, 400), {1})));
  const double semibold = ink_width(decoded(png_of(line_of(words, 600), {1})));
  const double bearings = 5; // white beside the first and the last letter
  CHECK_THAT(regular, WithinAbs(text_width(words, 30) - bearings, 3));
  CHECK_THAT(semibold, WithinAbs(text_width(words, 30, Weight::semibold) - bearings, 3));
  CHECK(std::abs(regular - (text_width(words, 30, Weight::semibold) - bearings)) > 3);
}

} // namespace sojourn::output
