// SPDX-License-Identifier: Apache-2.0
#include "output/stats/sample_size.hpp"

#include "output/stats/estimate.hpp"
#include "output/stats/student.hpp"
#include "output/text.hpp"

#include <cassert>
#include <cmath>

namespace sojourn::output {
namespace {

constexpr double confidence = 0.8;

/// Smallest n from 2 with enough(n); 0 if none up to the most. `enough` never turns back to false.
template <class Enough> std::int64_t smallest(Enough enough) {
  std::int64_t high = 2;
  while (high < SampleSize::most_replications && !enough(high))
    high *= 2;
  if (high >= SampleSize::most_replications && !enough(high = SampleSize::most_replications))
    return 0;
  std::int64_t low = high / 2; // not enough, unless high is 2
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    (enough(middle) ? high : low) = middle;
  }
  return high;
}

double root(std::int64_t n) { return std::sqrt(static_cast<double>(n)); }

/// sizes(factor): smallest n when the deviation is `factor` times the pilot's.
template <class Sizes> SampleSize sized(const Pilot& pilot, Sizes sizes) {
  SampleSize size;
  size.deviation = pilot.deviation;
  size.upper_deviation = pilot.upper_deviation(confidence);
  if (pilot.deviation == 0) {
    size.reason = "the pilot saw no spread at all: it cannot say how many are needed";
    return size;
  }
  size.replications = sizes(1.0);
  size.cautious = sizes(size.upper_deviation / size.deviation);
  if (!size.known())
    size.reason = text("more than {} replications", SampleSize::most_replications);
  return size;
}

// (t_{n-1, two-sided} + t_{n-1, power}) / sqrt(n): the difference found, in deviations.
double detectable(std::int64_t n, double power, double level) {
  const auto freedom = static_cast<double>(n - 1);
  return (student_two_sided(level, freedom) + student_quantile(power, freedom)) / root(n);
}

double half_width_factor(std::int64_t n, double level) {
  return student_two_sided(level, static_cast<double>(n - 1)) / root(n);
}

} // namespace

double Pilot::upper_deviation(double sure) const {
  assert(replications >= 2);
  const double freedom = replications - 1;
  return deviation * std::sqrt(freedom / chi_square_quantile(1 - sure, freedom));
}

SampleSize size_for_half_width(const Pilot& pilot, double half_width, double level) {
  assert(half_width > 0);
  return sized(pilot, [&](double factor) {
    return smallest([&](std::int64_t n) {
      return half_width_factor(n, level) * pilot.deviation * factor <= half_width;
    });
  });
}

SampleSize size_to_detect(const Pilot& pilot, double difference, double power, double level) {
  assert(difference != 0 && power >= 0.5 && power < 1);
  return sized(pilot, [&](double factor) {
    return smallest([&](std::int64_t n) {
      return detectable(n, power, level) * pilot.deviation * factor <= std::abs(difference);
    });
  });
}

SampleSize size_for_share(const SharePilot& pilot, double half_width, double level) {
  assert(half_width > 0 && half_width < 0.5 && pilot.journeys > 0);
  const double share = pilot.successes / pilot.journeys;
  const double per_replication = pilot.journeys / pilot.replications;
  const double spread = std::sqrt(share * (1 - share) * pilot.design_effect / per_replication);
  return sized({spread, pilot.replications}, [&](double factor) {
    return smallest([&](std::int64_t n) {
      const double journeys = per_replication * static_cast<double>(n);
      const double effect = pilot.design_effect * factor * factor;
      return wilson(share * journeys, journeys, level, effect).half_width() <= half_width;
    });
  });
}

double expected_half_width(const Pilot& pilot, std::int64_t n, double level) {
  assert(n >= 2);
  return half_width_factor(n, level) * pilot.deviation;
}

double detectable_difference(const Pilot& pilot, std::int64_t n, double power, double level) {
  assert(n >= 2 && power >= 0.5);
  return detectable(n, power, level) * pilot.deviation;
}

} // namespace sojourn::output
