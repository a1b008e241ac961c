// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/small.hpp"

#include "sim/scenario/numbers.hpp"

#include <cmath>
#include <random>

using namespace sojourn;
using namespace scenario_test;

namespace {

/// Writes random valid scenarios: every number within its range, often at its ends.
class Author {
public:
  explicit Author(std::uint32_t seed) : luck_(seed) {}
  std::string scenario();

private:
  double between(double low, double high) {
    const auto ends = luck_() % 8;
    const double u = std::uniform_real_distribution<double>(0, 1)(luck_);
    return ends == 0 ? low : ends == 1 ? high : low + u * (high - low);
  }
  std::string number(double low, double high) { return number_text(between(low, high)); }
  std::string minutes() { return number(0, 5000) + " min"; }
  std::string duration();
  std::string persona(int index);
  std::string touchpoint(int index, int count);
  std::string ways(int index, int count);

  std::mt19937 luck_;
};

std::string Author::duration() {
  const double low = between(0.001, 100), more = between(0, 100);
  switch (luck_() % 8) {
  case 0:
    return "{ median: " + number_text(low) + " min, p90: " + number_text(low + 1 + more) + " min }";
  case 1:
    return "{ triangular: [" + number_text(low) + " min, " + number_text(low + more / 2) +
           " min, " + number_text(low + more) + " min] }";
  case 2:
    return "{ exponential: " + number(0.001, 100) + " h }";
  case 3:
    return "{ gamma: { shape: " + number(0.1, 20) + ", scale: " + number(0.01, 60) + " min } }";
  case 4:
    return "{ weibull: { shape: " + number(0.2, 9) + ", scale: " + number(0.01, 60) + " min } }";
  case 5:
    return "{ beta: { a: " + number(0.2, 9) + ", b: " + number(0.2, 9) +
           ", low: 0 min, high: 3 h } }";
  case 6:
    return "{ empirical: [" + minutes() + ", " + minutes() + "] }";
  default:
    return minutes();
  }
}

std::string Author::persona(int index) {
  return "  p" + std::to_string(index) + ":\n    share: rest\n    patience: " + duration() +
         "\n    mood_on_arrival: " + number(-5, 5) + "\n    expectation_error: " + number(0, 5) +
         "\n    biases:\n      loss_aversion: { ratio: " + number(0, 10) +
         ", strength: " + number(0, 1) + " }\n      waiting: { scale: " + number(0.01, 10080) +
         " min, exponent: " + number(0.1, 2) +
         " }\n      availability: { half_life: " + number(0.01, 3650) +
         " days }\n      peak_end: { preset: pure_peak_end }\n";
}

std::string Author::ways(int index, int count) {
  const double back = between(0, 99);
  std::string rows;
  if (index > 0)
    rows += "      - { to: t" + std::to_string(luck_() % static_cast<unsigned>(index)) +
            ", share: " + number_text(back) + "% }\n";
  rows += index + 1 < count ? "      - { to: t" + std::to_string(index + 1) + ", share: rest }\n"
                            : "      - { to: out, share: rest }\n";
  return rows;
}

std::string Author::touchpoint(int index, int count) {
  std::string text = "  t" + std::to_string(index) + ":\n    takes: " + duration() +
                     "\n    feels: { mean: " + number(-5, 5) + ", spread: " + number(0, 5) + " }\n";
  if (luck_() % 2 == 0)
    text += "    needs: { desk: 1 }\n";
  text += "    price: " + number(0, 1e12) + "\n    booked: " + number(0, 100) + "%\n";
  return text + "    then:\n" + ways(index, count);
}

std::string Author::scenario() {
  const int count = 1 + static_cast<int>(luck_() % 8);
  std::string text = "sojourn: 1\npersonas:\n" + persona(0) +
                     "arrivals: { rate: " + number(0.001, 1e6) + " per hour }\ntouchpoints:\n";
  for (int i = 0; i < count; ++i)
    text += touchpoint(i, count);
  return text + "exits: { out: { outcome: served } }\nresources: { desk: { capacity: " +
         number_text(std::floor(between(1, 100000))) + ", cost: " + number(0, 1e12) +
         " per h } }\nexperiment: { horizon: 1 week, seed: " + std::to_string(luck_()) + " }\n";
}

bool finite(const Distribution& each) {
  return std::isfinite(each.a) && std::isfinite(each.b) && std::isfinite(each.low) &&
         !std::isnan(each.high) && std::isfinite(each.mean()) && each.mean() >= each.low;
}

bool finite(const Scenario& scenario) {
  bool good = true;
  for (const PersonaSpec& persona : scenario.personas) {
    good = good && finite(*persona.patience) && std::isfinite(persona.share);
    for (const auto& parameter : persona.parameters)
      good = good && (!parameter || finite(*parameter));
  }
  for (const TouchpointSpec& each : scenario.touchpoints)
    good = good && finite(each.takes) && std::isfinite(each.price) &&
           std::isfinite(*each.feels.mean) && *each.booked_otherwise >= 0 &&
           *each.booked_otherwise <= 1;
  return good;
}

} // namespace

TEST_CASE("no random valid scenario is refused or reads as NaN or infinite", "[scenario][law]") {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const std::string text = Author(seed).scenario();
    const Loaded loaded = load_scenario_text(text, "random.yaml", {});
    INFO(text << rendered(loaded));
    REQUIRE(loaded.ok());
    REQUIRE(finite(loaded.arms[0].scenario));
  }
}

TEST_CASE("no 10000 random valid scenarios read as NaN or infinite", "[scenario][law][soak]") {
  for (std::uint32_t seed = 500; seed < 10500; ++seed) {
    const Loaded loaded = load_scenario_text(Author(seed).scenario(), "random.yaml", {});
    REQUIRE(loaded.ok());
    REQUIRE(finite(loaded.arms[0].scenario));
  }
}
