// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

// How many replications an answer will take, from a pilot. All sizes are the smallest that do; an
// answer beyond `most_replications` is refused with the reason. Units: half-widths, differences and
// standard deviations in the measure's unit.
namespace sojourn::output {

/// What a pilot found: the standard deviation of the values per replication (of the paired
/// differences, where a difference is asked for), from `replications` >= 2 of them.
struct Pilot {
  double deviation = 0;
  int replications = 2;

  /// One-sided upper bound, s sqrt((n - 1) / chi2_{1 - confidence, n - 1}): a pilot of ten
  /// replications may well have seen too little spread (1.29 s at 80 %).
  [[nodiscard]] double upper_deviation(double confidence = 0.8) const;
};

struct SampleSize {
  static constexpr std::int64_t most_replications = 1'000'000'000;

  std::int64_t replications = 0; // at the pilot's deviation; 0: refused
  std::int64_t cautious = 0;     // at its upper 80 % bound; 0: beyond the most
  double deviation = 0, upper_deviation = 0;
  std::string reason; // why refused, empty if not

  [[nodiscard]] bool known() const { return replications > 0; }
};

/// Smallest n with t_{n-1} s / sqrt(n) <= half_width (> 0): a mean, or a paired difference.
[[nodiscard]] SampleSize size_for_half_width(const Pilot& pilot, double half_width,
                                             double level = 0.95);

/// Smallest n at which a two-sided paired t-test at 1 - level finds a true difference (not 0) with
/// probability `power`: n >= ((t_{n-1, two-sided} + t_{n-1, power}) s / difference)^2, iterated.
/// The shifted t approximates the non-central one; against it, at
/// 50 to 99 % power, it asks for the same number or one more.
[[nodiscard]] SampleSize size_to_detect(const Pilot& pilot, double difference, double power = 0.8,
                                        double level = 0.95);

/// A pilot's share: `successes` of `journeys` in all its replications, with its design effect.
struct SharePilot {
  double successes = 0, journeys = 0;
  double design_effect = 1;
  int replications = 2;
};

/// Smallest n with Wilson's half-width (with the design effect) <= half_width in (0, 0.5), at as
/// many journeys per replication as in the pilot. `deviation` is that of a replication's share.
/// Cautious: the design effect at its upper 80 % bound, as a variance over the replications.
[[nodiscard]] SampleSize size_for_share(const SharePilot& pilot, double half_width,
                                        double level = 0.95);

/// The half-width n >= 2 replications will give, and the difference they find with that power.
[[nodiscard]] double expected_half_width(const Pilot& pilot, std::int64_t n, double level = 0.95);
[[nodiscard]] double detectable_difference(const Pilot& pilot, std::int64_t n, double power = 0.8,
                                           double level = 0.95);

} // namespace sojourn::output
