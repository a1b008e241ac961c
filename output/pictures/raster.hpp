// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdexcept>
#include <string>

// A drawing as other programs paste it: the only place that knows librsvg, cairo and the fonts
// behind them. The text is set in the fonts of the report, whatever fonts the machine has.
namespace sojourn::output {

/// Why a drawing cannot be made into a picture: too large, or no memory.
class RasterError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// Pixels of a PNG for each of the drawing's. 2: sharp on dense screens and on slides.
struct PictureScale {
  static constexpr double least = 0.1, usual = 2, most = 10;
  double factor = usual;
};

/// A standalone SVG as PNG. @throws RasterError where it gets larger than 32767 pixels a side
[[nodiscard]] std::string png_of(const std::string& svg, PictureScale scale = {});

/// A standalone SVG as PDF of one page of its size (96 px to the inch), fonts inside, without a
/// date: same drawing and library, same bytes. @throws RasterError
[[nodiscard]] std::string pdf_of(const std::string& svg, const std::string& title);

} // namespace sojourn::output
