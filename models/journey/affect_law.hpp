// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sojourn {

/// How the affect of one visit is distributed where references stand still: the level on quality is
/// N(level, spread), and with z = level - reference
///   a = level + gain z + loss min(z, 0) + rest, clamped to [low, high]
/// `rest` is what the other dimensions add. Everything in affect points; gain, loss, spread >= 0.
struct AffectLaw {
  double level = 0, spread = 0;
  double reference = 0, gain = 0, loss = 0;
  double rest = 0;
  double low = -5, high = 5;

  /// The affect of a visit whose level on quality is `on_quality`.
  [[nodiscard]] double of(double on_quality) const;
  [[nodiscard]] double at_most(double a) const; // P(affect <= a)
  [[nodiscard]] double below(double a) const;   // P(affect < a)
  /// Of the part between low and high that has one (spread > 0); per affect point.
  [[nodiscard]] double density(double a) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double mean_below_zero() const; // E[min(affect, 0)]

private:
  [[nodiscard]] double unclamped(double on_quality) const;
  [[nodiscard]] double quality_at(double a) const; // the inverse of unclamped
  [[nodiscard]] double slope_at(double a) const;
  [[nodiscard]] double cumulative(double from, double to) const; // integral of at_most
};

} // namespace sojourn
