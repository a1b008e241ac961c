// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/palette.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

// Colours as people with one kind of cone missing see them.
namespace sojourn::output {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira & Fernandes (2009), severity 1.0, on linear RGB.
constexpr Matrix protanopia = {{{0.152286, 1.052583, -0.204868},
                                {0.114503, 0.786281, 0.099216},
                                {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia = {{{0.367322, 0.860646, -0.227968},
                                  {0.280085, 0.672501, 0.047413},
                                  {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia = {{{1.255528, -0.076749, -0.178779},
                                {-0.078411, 0.930809, 0.147602},
                                {0.004733, 0.691367, 0.303900}}};
constexpr Matrix all_cones = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

Triple times(const Matrix& m, const Triple& v) {
  Triple out{};
  for (std::size_t row = 0; row < 3; ++row) {
    out[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
  }
  return out;
}

Triple linear(std::string_view colour) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) {
    int value = 0;
    std::from_chars(colour.data() + 1 + 2 * i, colour.data() + 3 + 2 * i, value, 16);
    const double c = value / 255.0;
    out[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  }
  return out;
}

/// CIE L*a*b* under D65, of a colour as it is seen.
Triple lab(std::string_view colour, const Matrix& eye) {
  constexpr Matrix to_xyz = {{{0.4124564, 0.3575761, 0.1804375},
                              {0.2126729, 0.7151522, 0.0721750},
                              {0.0193339, 0.1191920, 0.9503041}}};
  Triple seen = times(eye, linear(colour));
  for (double& c : seen) {
    c = std::min(1.0, std::max(0.0, c));
  }
  const Triple xyz = times(to_xyz, seen);
  const auto f = [](double t) {
    return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  };
  const double x = f(xyz[0] / 0.95047);
  const double y = f(xyz[1]);
  const double z = f(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIE 1976 colour difference; about 2.3 is just noticeable.
double difference(std::string_view one, std::string_view other, const Matrix& eye) {
  const Triple a = lab(one, eye);
  const Triple b = lab(other, eye);
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

TEST_CASE("good and bad are told apart with any kind of cone missing") {
  for (const Matrix& eye : {all_cones, protanopia, deuteranopia, tritanopia}) {
    CAPTURE(eye[0][0]);
    CHECK(difference(palette::good, palette::bad, eye) >= 40);
    CHECK_THAT(difference("#ffffff", "#000000", eye), Catch::Matchers::WithinAbs(100, 0.1));
  }
}

TEST_CASE("arms with one mark have colours that everybody tells apart") {
  const auto shape = [](std::size_t arm) {
    std::string text = arm_mark(arm, 0, 0, 4, true);
    const std::string colour(arm_colour(arm));
    for (std::size_t at = text.find(colour); at != std::string::npos; at = text.find(colour)) {
      text.erase(at, colour.size());
    }
    return text;
  };
  for (std::size_t one = 0; one < 12; ++one) {
    for (std::size_t other = one + 1; other < 12; ++other) {
      for (const Matrix& eye : {all_cones, protanopia, deuteranopia, tritanopia}) {
        CAPTURE(one, other, eye[0][0]);
        CHECK((shape(one) != shape(other) ||
               difference(arm_colour(one), arm_colour(other), eye) >= 20));
      }
      CHECK((other > 8 || shape(one) != shape(other)));
    }
  }
  CHECK(difference(arm_colour(1), arm_colour(3), deuteranopia) < 10); // why they need a mark
}

TEST_CASE("a red and a green that differ in nothing else are seen to merge") {
  CHECK(difference("#a04000", "#007000", all_cones) > 80);
  CHECK(difference("#a04000", "#007000", protanopia) < 15);
  CHECK(difference("#a04000", "#007000", deuteranopia) < 15);
}

} // namespace sojourn::output
