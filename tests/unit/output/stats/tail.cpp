// SPDX-License-Identifier: Apache-2.0
#include "output/stats/tail.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;

namespace {

// By sorting; the value that the share splits counts in part.
double sorted_tail(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const double wanted = share * static_cast<double>(values.size());
  double sum = 0, left = wanted;
  for (std::size_t i = 0; left > 0; ++i, left -= 1)
    sum += std::min(1.0, left) * values[i];
  return sum / wanted;
}

std::vector<double> skewed(unsigned seed, std::size_t n) {
  std::mt19937_64 bits(seed);
  std::exponential_distribution<double> loss(0.5);
  std::vector<double> values(n);
  for (auto& value : values)
    value = 3 - loss(bits);
  return values;
}

TailHistogram filled(const std::vector<double>& values) {
  TailHistogram histogram(-5, 5, 200);
  for (const double value : values)
    histogram.add(value);
  return histogram;
}

} // namespace

TEST_CASE("The mean of the lowest share lies within its bound of the sorted one") {
  for (const std::size_t n : {1u, 7u, 100u, 5000u})
    for (const double share : {0.01, 0.05, 0.2, 0.333, 1.0}) {
      const auto values = skewed(static_cast<unsigned>(n), n);
      const auto tail = filled(values).lowest(share);
      CHECK_THAT(tail.mean, WithinAbs(sorted_tail(values, share), tail.bound + 1e-6));
      CHECK((tail.bound <= 0.05 || sorted_tail(values, share) < -5)); // open below
    }
}

TEST_CASE("Values below the bins are not cut off") {
  TailHistogram histogram(-5, 5, 10);
  for (const double value : {-100., -20., 0., 0., 1., 1., 2., 3., 4., 9.})
    histogram.add(value);
  CHECK(histogram.lowest(0.2).mean == -60);
  CHECK(histogram.lowest(0.2).bound == 0);
  CHECK(histogram.lowest(1).mean == -10);
  const auto lowest = histogram.lowest(0.1); // one of two that sum to -120: -100 to -60
  CHECK(lowest.mean - lowest.bound <= -100);
  CHECK(lowest.mean + lowest.bound >= -60);
}

TEST_CASE("Equal values in the last bin leave no doubt") {
  TailHistogram histogram(-5, 5, 10);
  histogram.add(2.25, 50);
  CHECK(histogram.lowest(0.05).mean == 2.25);
  CHECK(histogram.lowest(0.05).bound == 0);
  CHECK(std::isnan(TailHistogram(-5, 5, 10).lowest(0.05).mean));
}

TEST_CASE("Merging in any order and grouping gives the same bits") {
  const auto values = skewed(9, 600);
  TailHistogram forth(-5, 5, 200), back(-5, 5, 200);
  for (std::size_t part = 0; part < 6; ++part) {
    const auto from = values.begin() + static_cast<std::ptrdiff_t>(100 * part);
    forth += filled({from, from + 100});
  }
  for (auto value = values.rbegin(); value != values.rend(); ++value)
    back.add(*value);
  CHECK(forth == back);
}

TEST_CASE("Values spread evenly inside a bin give the exact tail") {
  TailHistogram histogram(0, 1, 1);
  for (int i = 0; i < 1000; ++i)
    histogram.add((i + 0.5) / 1000);
  CHECK_THAT(histogram.lowest(0.3).mean, WithinAbs(0.15, 1e-3));
}

TEST_CASE("What cannot be added is counted as rejected") {
  TailHistogram histogram(-5, 5, 10);
  histogram.add(missing);
  histogram.add(1e300, 3);
  CHECK(histogram.count() == 0);
  CHECK(histogram.rejected() == 4);
}

TEST_CASE("The interval is around the tail of all journeys, values per replication average to it") {
  std::vector<TailHistogram> replications;
  std::vector<double> all;
  for (unsigned r = 0; r < 20; ++r) {
    const auto values = skewed(100 + r, 400);
    all.insert(all.end(), values.begin(), values.end());
    replications.push_back(filled(values));
  }
  const auto interval = tail_interval(replications, 0.05);
  CHECK_THAT(interval.estimate, WithinAbs(sorted_tail(all, 0.05), 0.02));
  CHECK(interval.replications == 20);
  CHECK(interval.lower < -5); // truth: 3 - 2 (1 + ln 20) = -4.99 lies inside
  CHECK(interval.upper > -4.99);
  const auto values = tail_values(replications, 0.05);
  CHECK(mean_interval(values).estimate == interval.estimate);
  replications.emplace_back(-5, 5, 200);
  CHECK(tail_interval(replications, 0.05).dropped == 1);
  CHECK(std::isnan(tail_values(replications, 0.05).back()));
}

TEST_CASE("Nobody, and one replication, give no interval") {
  CHECK(tail_interval({}, 0.05).reason == "nobody to count");
  CHECK(tail_interval(std::array{TailHistogram(0, 1, 2)}, 0.05).reason == "nobody to count");
  const auto one = tail_interval(std::array{filled({1, 2, 3})}, 0.5);
  CHECK_FALSE(one.known());
  CHECK_THAT(one.estimate, WithinAbs(4.0 / 3, 0.05));
}
