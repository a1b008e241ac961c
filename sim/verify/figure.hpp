// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

// One number that theory knows and the program computes, with what may lie between the two.
namespace sojourn::verify {

enum class Relation : std::uint8_t { equals, above, below };

enum class Verdict : std::uint8_t {
  holds,
  wide, // holds, but the interval is wider than was asked for
  misses,
};

struct Figure {
  std::string what;
  double expected = 0; // theory, a published value, or a bound
  double value = 0;    // computed or estimated
  double in_float =
      std::numeric_limits<double>::quiet_NaN(); // the equation on floats, if it is one
  double half_width = 0;                        // of the interval around `value`; 0: no luck in it
  double tolerance = 0;                         // allowed beyond the interval, absolute
  double float_tolerance = 0;
  double widest = std::numeric_limits<double>::infinity(); // half-width that was asked for
  Relation relation = Relation::equals;

  [[nodiscard]] Verdict verdict() const;
};

/// The tolerance of a number known to `relative`; around 0 it is absolute.
[[nodiscard]] double allowed(double expected, double relative);

/// An estimate with the interval in which theory must lie.
struct Estimate {
  double value = 0, half_width = 0;
  double widest = std::numeric_limits<double>::infinity();
};

/// Collects the figures of one target.
class Figures {
public:
  /// An equation of models/ that runs on double and on float: `equation(F())` gives an F. 1e-9 of
  /// the expected value in double, `in_float` of it in float.
  template <class Equation>
  Figures& equation(const std::string& what, double expected, const Equation& equation,
                    double in_float = 1e-6) {
    Figure figure = exact_figure(what, expected, equation(double()), 1e-9);
    figure.in_float = static_cast<double>(equation(float()));
    figure.float_tolerance = allowed(expected, in_float);
    return add(std::move(figure));
  }
  /// A number that is computed in double only.
  Figures& exact(std::string what, double expected, double value, double relative = 1e-9) {
    return add(exact_figure(std::move(what), expected, value, relative));
  }
  /// A printed or observed value and how far off it may be.
  Figures& published(std::string what, double expected, double value, double tolerance);
  /// A bound: `value` and its whole interval lie above (below) it.
  Figures& bound(std::string what, Relation relation, double expected, const Estimate& estimate);
  Figures& estimate(std::string what, double expected, const Estimate& estimate);

  Figures& add(Figure figure);
  [[nodiscard]] std::vector<Figure> done() { return std::move(figures_); }

private:
  static Figure exact_figure(std::string what, double expected, double value, double relative);

  std::vector<Figure> figures_;
};

} // namespace sojourn::verify
