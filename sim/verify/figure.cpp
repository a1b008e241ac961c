// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/figure.hpp"

namespace sojourn::verify {

double allowed(double expected, double relative) {
  return relative * (expected == 0 ? 1 : std::fabs(expected));
}

namespace {

bool lies_right(const Figure& figure) {
  const double gap = figure.value - figure.expected;
  switch (figure.relation) {
  case Relation::above:
    return gap - figure.half_width > 0;
  case Relation::below:
    return gap + figure.half_width < 0;
  case Relation::equals:
    break;
  }
  const double float_gap = figure.in_float - figure.expected;
  return std::fabs(gap) <= figure.half_width + figure.tolerance &&
         !(std::fabs(float_gap) > figure.float_tolerance);
}

} // namespace

// A comparison with NaN is false: what could not be computed misses.
Verdict Figure::verdict() const {
  if (!lies_right(*this)) {
    return Verdict::misses;
  }
  return half_width > widest ? Verdict::wide : Verdict::holds;
}

Figure Figures::exact_figure(std::string what, double expected, double value, double relative) {
  Figure figure;
  figure.what = std::move(what);
  figure.expected = expected;
  figure.value = value;
  figure.tolerance = allowed(expected, relative);
  return figure;
}

Figures& Figures::published(std::string what, double expected, double value, double tolerance) {
  Figure figure = exact_figure(std::move(what), expected, value, 0);
  figure.tolerance = tolerance;
  return add(std::move(figure));
}

Figures& Figures::estimate(std::string what, double expected, const Estimate& estimate) {
  Figure figure = exact_figure(std::move(what), expected, estimate.value, 0);
  figure.half_width = estimate.half_width;
  figure.widest = estimate.widest;
  return add(std::move(figure));
}

Figures& Figures::bound(std::string what, Relation relation, double expected,
                        const Estimate& estimate) {
  Figure figure = exact_figure(std::move(what), expected, estimate.value, 0);
  figure.half_width = estimate.half_width;
  figure.relation = relation;
  return add(std::move(figure));
}

Figures& Figures::add(Figure figure) {
  figures_.push_back(std::move(figure));
  return *this;
}

} // namespace sojourn::verify
