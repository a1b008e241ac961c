// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "models/mechanisms/table.hpp"
#include "models/visit.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <memory>

// T13: remembered utility (max + last) / 2 of ten affects, independent and uniform on 0 .. 1.
// Against the exact moments with 4.5 standard errors (two-sided alpha 7e-6 each), fixed seed.
using namespace sojourn;

namespace {
constexpr std::size_t n_people = 800 * n_lanes;
constexpr int n_visits = 10;

constexpr double exact_mean = 31.0 / 44;
constexpr double exact_variance = .0244490;
constexpr double exact_correlation = .424596; // with the mean of the ten

struct Moments {
  double mean = 0, variance = 0, fourth = 0, correlation = 0;
};

struct Crowd {
  Column fields[n_fields]{};
  Column traits[n_parameters]{};

  void set_trait(Parameter parameter, float value) {
    for (float& one : traits[static_cast<std::size_t>(parameter)]) {
      one = value;
    }
  }
};

void live(Crowd& crowd, std::uint32_t first_agent, int visit) {
  Column& affect = crowd.fields[static_cast<std::size_t>(Field::affect)];
  Column& event = crowd.fields[static_cast<std::size_t>(Field::event_quality)];
  for (std::uint32_t lane = 0; lane < n_lanes; ++lane) {
    const Address at{20260701, 0, first_agent + lane, 0, static_cast<std::uint16_t>(visit / 4)};
    const std::uint32_t word = words(at, Purpose::visit)[static_cast<std::size_t>(visit % 4)];
    affect[lane] = static_cast<float>(uniform_open(word));
    event[lane] = 1;
  }
  for (std::size_t lane = 0; lane < n_lanes; lane += 8) {
    LaneView<Float8> people(crowd.fields, crowd.traits, lane);
    remember_extremes(people);
    remember_sums(people);
  }
}

/// Central moments around the exact means, which are the hypothesis.
struct Sums {
  double u = 0, uu = 0, uuu = 0, uuuu = 0, m = 0, mm = 0, um = 0;

  void add(double memory, double mean) {
    const double d = memory - exact_mean, e = mean - .5;
    u += d, uu += d * d, uuu += d * d * d, uuuu += d * d * d * d;
    m += e, mm += e * e, um += d * e;
  }

  Moments moments() const {
    const double n = n_people, a = u / n, b = m / n, variance = uu / n - a * a;
    const double fourth = uuuu / n - 4 * a * uuu / n + 6 * a * a * uu / n - 3 * a * a * a * a;
    return {exact_mean + a, variance, fourth,
            (um / n - a * b) / std::sqrt(variance * (mm / n - b * b))};
  }
};

/// Moments of what `peak`, `end` and `mean` weights make of the same 204,800 streams.
Moments simulate(float peak, float end, float mean) {
  auto crowd = std::make_unique<Crowd>();
  Sums sums;
  for (std::uint32_t first = 0; first < n_people; first += n_lanes) {
    *crowd = {};
    crowd->set_trait(Parameter::peak_end_strength, 1);
    crowd->set_trait(Parameter::peak_end_peak, peak);
    crowd->set_trait(Parameter::peak_end_end, end);
    crowd->set_trait(Parameter::peak_end_mean, mean);
    for (int visit = 0; visit < n_visits; ++visit) {
      live(*crowd, first, visit);
    }
    for (std::size_t lane = 0; lane < n_lanes; ++lane) {
      LaneView<float> person(crowd->fields, crowd->traits, lane);
      recall(person);
      sums.add(static_cast<double>(person.get(Field::remembered)),
               static_cast<double>(lived(person).mean));
    }
  }
  return sums.moments();
}

/// Standard errors between estimate and theory; the error of a correlation is (1 - r^2) / sqrt n
/// within a few per cent for these bounded laws.
double mean_distance(const Moments& is) {
  return std::abs(is.mean - exact_mean) / std::sqrt(is.variance / n_people);
}
double variance_distance(const Moments& is) {
  const double error = std::sqrt((is.fourth - is.variance * is.variance) / n_people);
  return std::abs(is.variance - exact_variance) / error;
}
double correlation_distance(const Moments& is) {
  const double error = (1 - is.correlation * is.correlation) / std::sqrt(double(n_people));
  return std::abs(is.correlation - exact_correlation) / error;
}
} // namespace

TEST_CASE("T13: moments of peak and end of ten uniform moments") {
  const Moments is = simulate(.5F, .5F, 0);
  INFO(is.mean << " " << is.variance << " " << is.correlation);
  CHECK(mean_distance(is) < 4.5);
  CHECK(variance_distance(is) < 4.5);
  CHECK(correlation_distance(is) < 4.5);
}

TEST_CASE("T13 fails for an end that weighs a little less, and for the mean in place of the end") {
  CHECK(mean_distance(simulate(.51F, .49F, 0)) > 4.5);
  const Moments without_end = simulate(.5F, 0, .5F); // the same mean, by the law of large numbers
  CHECK(mean_distance(without_end) < 4.5);
  CHECK(variance_distance(without_end) > 4.5);
  CHECK(correlation_distance(without_end) > 4.5);
}
