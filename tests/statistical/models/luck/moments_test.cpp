// SPDX-License-Identifier: Apache-2.0
#include "models/luck/quantile.hpp"
#include "models/luck/stream.hpp"
#include "tests/unit/models/luck/catalogue.hpp"

#include "models/luck/boost_random.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <vector>

// Draws against theory. All cases of this file together reject a right program with probability
// below 1e-3: 80 comparisons at alpha = 1e-5 each, two-sided, |z| < 4.42. Fixed seed.
using namespace sojourn;
using namespace sojourn::testing;

namespace {

constexpr double critical = 4.42;
constexpr std::uint32_t n_draws = 20'000;

struct Sample {
  double mean = 0, variance = 0;
};

/// Mean and variance of `draw(agent)` over n_draws agents.
Sample sample(const std::function<double(std::uint32_t)>& draw) {
  std::vector<double> values(n_draws);
  Sample result;
  for (std::uint32_t agent = 0; agent < n_draws; ++agent) {
    values[agent] = draw(agent);
    result.mean += values[agent] / n_draws;
  }
  for (const double x : values) {
    result.variance += (x - result.mean) * (x - result.mean) / n_draws;
  }
  return result;
}

/// How many standard errors the sample's mean lies from the theory's.
double z_of(const Sample& found, const Distribution& theory) {
  const double error = std::sqrt(theory.variance() / n_draws);
  return error == 0 ? (std::abs(found.mean - theory.mean()) < 1e-9 ? 0 : 1e9)
                    : (found.mean - theory.mean()) / error;
}

std::uint32_t word_of(std::uint32_t agent) {
  return words(Address{.seed = 20'240, .agent = agent, .touchpoint = name_hash("moments")},
               Purpose::visit)[0];
}

} // namespace

TEST_CASE("the mean of addressed draws is the distribution's", "[luck]") {
  QuantileTables tables;
  for (const auto& [name, distribution, tolerance] : catalogue()) {
    const QuantileForm form = tables.add(distribution);
    const Sample found = sample([&](std::uint32_t agent) {
      return static_cast<double>(at_word<float>(form, tables.rows(), word_of(agent)));
    });
    INFO(name);
    CHECK(std::abs(z_of(found, distribution)) < critical);
    CHECK(std::abs(z_of(found, distribution.scaled(1.25))) > critical); // a wrong parameter
  }
}

TEST_CASE("one word from each of 65536 strata gives mean and variance to a thousandth", "[luck]") {
  QuantileTables tables;
  for (const auto& [name, distribution, tolerance] : catalogue()) {
    const QuantileForm form = tables.add(distribution);
    double sum = 0, squares = 0;
    for (std::uint32_t stratum = 0; stratum < 0x10000U; ++stratum) {
      const std::uint32_t word = (stratum << 16) | (word_of(stratum) >> 16);
      const double x = static_cast<double>(at_word<float>(form, tables.rows(), word));
      sum += x / 0x1p16;
      squares += x * x / 0x1p16;
    }
    const double deviation = std::sqrt(distribution.variance());
    INFO(name);
    CHECK(std::abs(sum - distribution.mean()) <= 1e-3 * deviation + 1e-6);
    CHECK(std::abs(squares - sum * sum - distribution.variance()) <=
          0.03 * distribution.variance() + 1e-6);
    CHECK((deviation == 0 || std::abs(sum - 1.01 * distribution.mean()) > 1e-3 * deviation));
  }
}

TEST_CASE("Boost.Random on addressed streams has the right means", "[luck]") {
  const auto mean_of = [](auto distribution) {
    return sample([&](std::uint32_t agent) {
      Stream stream(Address{.seed = 9, .agent = agent}, Purpose::design);
      distribution.reset();
      return distribution(stream);
    });
  };
  const Sample uniform = mean_of(boost::random::uniform_real_distribution<double>(2, 5));
  const Sample normal = mean_of(boost::random::normal_distribution<double>(20, 1));
  const Sample gamma = mean_of(boost::random::gamma_distribution<double>(2.5, 3));
  const Sample beta = mean_of(boost::random::beta_distribution<double>(2, 3));
  CHECK(std::abs(z_of(uniform, Distribution::uniform(2, 5))) < critical);
  CHECK(std::abs(z_of(normal, Distribution::normal(20, 1))) < critical);
  CHECK(std::abs(z_of(gamma, Distribution::gamma(2.5, 3))) < critical);
  CHECK(std::abs(z_of(beta, Distribution::beta(2, 3))) < critical);
  CHECK(std::abs(z_of(gamma, Distribution::gamma(2.7, 3))) > critical);
}
