// SPDX-License-Identifier: Apache-2.0
#include "models/journey/diffusion.hpp"
#include "output/text.hpp"
#include "tests/unit/sim/engine/social.hpp"

#include <array>
#include <cmath>

// Acquaintances run out: of m, K tellings, each to one at random, reach m (1 - (1 - 1/m)^K); with
// Poisson many tellings of mean L that is m (1 - exp(-L/m)). With many acquaintances it is the mean
// field, and in a large population that is the diffusion of Bass.
// Fixed seed; alpha by 4.5 standard errors.
namespace {

using namespace sojourn;
using namespace sojourn::social;

struct Reached {
  double mean = 0, error = 0;
  [[nodiscard]] bool agrees(double truth) const { return std::abs(mean - truth) < 4.5 * error; }
};

/// How many come because of one who has something to tell: 5 points x 8.4 a week x a day.
constexpr double tellings = 6;
Reached brought_by_one(const std::string& network, double variance) {
  const auto rows = rows_of(R"(sojourn: 1
personas: { star: { share: 50%, biases: { peak_end: { preset: mean } } }, other: { share: 50% } }
arrivals: { rate: 100 per week }
touchpoints:
  look: { then: [ { to: glad, for: star }, { to: done, for: other } ] }
  glad: { feels: +5, then: [ { to: done } ] }
exits: { done: { outcome: served } }
experiment: { horizon: 40 weeks, seed: 12 }
word_of_mouth:
  talks: 0 per week
  good: 8.4 per week
  lasts: 1 day
  comes: 100%
  weight: 0
  expectation: 0
  network: { groups: { star: { other: 100% } })" +
                            network + " }\n");
  const double stars = count_if(rows, [](const JourneyRow& row) { return row.persona == 0; });
  const double told = count_if(rows, [](const JourneyRow& row) { return row.told; });
  return {told / stars, std::sqrt(variance / stars)};
}

} // namespace

TEST_CASE("Acquaintances run out as drawing with replacement says") {
  for (const int m : {2, 5, 20}) {
    // Each acquaintance hears it with this chance, whatever the others hear.
    const double hears = 1 - std::exp(-tellings / m);
    const Reached found =
        brought_by_one(output::text(", contacts: {}", m), m * hears * (1 - hears));
    INFO(m << ": " << found.mean << " +- " << found.error << ", theory " << m * hears);
    CHECK(found.agrees(m * hears));
    CHECK_FALSE(found.agrees(std::min<double>(m, tellings))); // nobody told in vain
    CHECK_FALSE(found.agrees(tellings));                      // no end of acquaintances
  }
  CHECK(brought_by_one("", tellings).agrees(tellings));
}

namespace {

constexpr int population = 4000;

/// The share of the population that came within ten weeks, of 20 replications.
Reached came_in_ten_weeks(const std::string& network) {
  const std::string text =
      "sojourn: 1\npersonas: { a: { share: 30% }, b: { share: 70% } }\narrivals: { rate: " +
      std::to_string(0.03 * population) +
      " per week }\ntouchpoints: { buy: { then: [ { to: done } ] } }\n"
      "exits: { done: { outcome: served } }\nword_of_mouth: { talks: 0.38 per week, comes: 100%, "
      "lasts: 1 year, population: " +
      std::to_string(population) + ", network: { " + network +
      " } }\nexperiment: { horizon: 10 weeks, run_out: 0 s, seed: 49 }\n";
  double sum = 0, squares = 0;
  constexpr int n = 20;
  for (std::uint32_t r = 0; r < n; ++r) {
    const double share = static_cast<double>(rows_of(text, r).size()) / population;
    sum += share;
    squares += share * share;
  }
  const double mean = sum / n;
  return {mean, std::sqrt((squares / n - mean * mean) / (n - 1))};
}

} // namespace

TEST_CASE("T49: with many acquaintances of every kind it is the mean field, whose limit is Bass") {
  const double bass = adopters(Diffusion{0.03, 0.38}, 10);
  const Reached many =
      came_in_ten_weeks("contacts: 2000, groups: { a: { a: 30%, b: 70% }, b: { a: 30%, b: 70% } }");
  INFO(many.mean << " +- " << many.error << ", Bass " << bass);
  CHECK(many.agrees(bass));
  CHECK(many.error < 0.01);
  CHECK_FALSE(came_in_ten_weeks("contacts: 5").agrees(bass));
}
