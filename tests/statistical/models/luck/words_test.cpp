// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <string>

// The words of neighbouring addresses against independent uniform ones. 30 comparisons at
// alpha = 1e-5 each, two-sided: a right program fails with probability 3e-4. Fixed seed.
using namespace sojourn;

namespace {

constexpr std::uint32_t n_words = 65'536;

using Source = std::function<std::uint32_t(std::uint32_t)>;

/// Pearson's statistic of 256 bins on the byte at `shift`, as a standard normal value (Wilson and
/// Hilferty 1931: the cube root of chi-squared over its degrees of freedom is nearly normal).
double chi_squared_z(const Source& source, unsigned shift) {
  std::array<double, 256> count{};
  for (std::uint32_t i = 0; i < n_words; ++i) {
    count[(source(i) >> shift) & 0xffU] += 1;
  }
  double statistic = 0;
  for (const double found : count) {
    statistic += (found - n_words / 256.0) * (found - n_words / 256.0) / (n_words / 256.0);
  }
  const double spread = 2.0 / (9.0 * 255);
  return (std::cbrt(statistic / 255) - (1 - spread)) / std::sqrt(spread);
}

/// The correlation of neighbours, in standard errors.
double neighbour_z(const Source& source) {
  double sum = 0;
  for (std::uint32_t i = 0; i + 1 < n_words; ++i) {
    sum += (uniform_open(source(i)) - 0.5) * (uniform_open(source(i + 1)) - 0.5) * 12;
  }
  return sum / std::sqrt(n_words);
}

bool looks_random(const Source& source) {
  constexpr double critical = 4.42;
  return std::abs(chi_squared_z(source, 24)) < critical &&
         std::abs(chi_squared_z(source, 0)) < critical && std::abs(neighbour_z(source)) < critical;
}

Source varying(const std::function<Address(std::uint32_t)>& address) {
  return [=](std::uint32_t i) { return words(address(i), Purpose::visit)[i % 4]; };
}

} // namespace

TEST_CASE("words look random along every coordinate of the address", "[luck]") {
  CHECK(looks_random(varying([](std::uint32_t i) { return Address{.seed = 1, .agent = i}; })));
  CHECK(
      looks_random(varying([](std::uint32_t i) { return Address{.seed = 1, .replication = i}; })));
  CHECK(looks_random(varying([](std::uint32_t i) { return Address{.seed = i}; })));
  CHECK(looks_random(varying([](std::uint32_t i) {
    return Address{.seed = 1, .touchpoint = name_hash("step " + std::to_string(i))};
  })));
  CHECK(looks_random(varying([](std::uint32_t i) {
    return Address{.seed = 1, .occurrence = static_cast<std::uint16_t>(i)};
  })));
}

TEST_CASE("successive words of streams look random", "[luck]") {
  CHECK(looks_random([](std::uint32_t i) {
    const auto block = static_cast<std::uint8_t>(i / 4 % 256);
    return words(Address{.seed = 1, .agent = i / 1024}, Purpose::traits, block)[i % 4];
  }));
}

TEST_CASE("purposes of one visit are not correlated", "[luck]") {
  CHECK(looks_random([](std::uint32_t i) {
    return words(Address{.seed = 1, .agent = i / 8}, static_cast<Purpose>(i % 8))[0];
  }));
}

TEST_CASE("the test of randomness sees a lattice, a drift and a weak low byte", "[luck]") {
  const Source good = varying([](std::uint32_t i) { return Address{.seed = 1, .agent = i}; });
  CHECK_FALSE(looks_random([](std::uint32_t i) { return i * 0x9E3779B9U; }));
  CHECK_FALSE(looks_random([&](std::uint32_t i) { return (good(i) >> 1) + (i << 14); }));
  CHECK_FALSE(looks_random([&](std::uint32_t i) { return good(i) & ~1U; }));
}
