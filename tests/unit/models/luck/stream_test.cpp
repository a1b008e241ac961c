// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"

#include "models/luck/boost_random.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <stdexcept>

using namespace sojourn;

namespace {

const Address somewhere{.seed = 0x123456789abcdef0U,
                        .replication = 3,
                        .agent = 17,
                        .touchpoint = name_hash("notice"),
                        .occurrence = 2};

} // namespace

TEST_CASE("The counter holds agent, replication, touchpoint, then occurrence, purpose, block",
          "[luck]") {
  const std::uint32_t last = (2U << 16) | (1U << 8) | 5U;
  CHECK(words(somewhere, Purpose::patience, 5) ==
        philox_reference({17, 3, name_hash("notice"), last}, somewhere.seed));
}

TEST_CASE("Each part of an address changes the words", "[luck]") {
  std::set<std::array<std::uint32_t, 4>> seen;
  const auto see = [&](const Address& at, Purpose purpose, std::uint8_t block) {
    seen.insert(words(at, purpose, block));
  };
  see(somewhere, Purpose::visit, 0);
  see(somewhere, Purpose::visit, 1);
  see(somewhere, Purpose::job, 0);
  Address other = somewhere;
  see((other.seed += 1, other), Purpose::visit, 0);
  other = somewhere;
  see((other.replication += 1, other), Purpose::visit, 0);
  other = somewhere;
  see((other.agent += 1, other), Purpose::visit, 0);
  other = somewhere;
  see((other.touchpoint += 1, other), Purpose::visit, 0);
  other = somewhere;
  other.occurrence = 0xffff;
  see(other, Purpose::visit, 0);
  CHECK(seen.size() == 8);
}

TEST_CASE("A stream draws the words of its address in order and counts them", "[luck]") {
  static_assert(std::uniform_random_bit_generator<Stream>);
  Stream stream(somewhere, Purpose::traits);
  for (std::uint8_t block = 0; block < 3; ++block) {
    for (const std::uint32_t word : words(somewhere, Purpose::traits, block)) {
      CHECK(stream() == word);
    }
  }
  CHECK(stream.draws() == 12);
}

TEST_CASE("A stream refuses to run into another address", "[luck]") {
  Stream stream(somewhere, Purpose::visit);
  for (std::uint32_t i = 0; i < Stream::capacity; ++i) {
    stream();
  }
  CHECK(stream.draws() == 1024);
  CHECK_THROWS_AS(stream(), std::length_error);
}

TEST_CASE("Boost.Random's distributions work on a stream", "[luck]") {
  Stream stream(somewhere, Purpose::design);
  boost::random::uniform_01<double> uniform;
  boost::random::normal_distribution<double> normal(2, 1);
  boost::random::gamma_distribution<double> gamma(2.5, 3);
  boost::random::beta_distribution<double> beta(2, 3);
  const double u = uniform(stream), g = gamma(stream), b = beta(stream);
  CHECK((u >= 0 && u < 1));
  CHECK(std::abs(normal(stream) - 2) < 7);
  CHECK(g > 0);
  CHECK((b > 0 && b < 1));
  CHECK(stream.draws() >= 4);
}

TEST_CASE("name_hash is stable and tells near names apart", "[luck]") {
  CHECK(name_hash("") == 0xab3e7c0bU);
  CHECK(name_hash("notice") == 0x91c90e40U);
  CHECK(name_hash("restored") == 0x786dbaccU);
  std::set<std::uint32_t> hashes;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    hashes.insert(name_hash(std::string("step_") + letter) >> 20);
  }
  CHECK(hashes.size() >= 25); // 26 names in 4096 bins
}

TEST_CASE("uniform_open never reaches 0 or 1", "[luck]") {
  CHECK(uniform_open(0) == 0x1p-33);
  CHECK(uniform_open(0xffffffffU) == 1 - 0x1p-33);
  CHECK(uniform_open(0x80000000U) == 0.5 + 0x1p-33);
}

TEST_CASE("threshold turns a probability into a word", "[luck]") {
  CHECK(threshold(0) == 0);
  CHECK(threshold(-1) == 0);
  CHECK(threshold(std::nan("")) == 0);
  CHECK(threshold(0.5) == 0x80000000U);
  CHECK(threshold(0.25) == 0x40000000U);
  CHECK(threshold(1) == 0xffffffffU);
  CHECK(threshold(2) == 0xffffffffU);
  CHECK(threshold(0x1p-32) == 1);
  CHECK(threshold(1 - 0x1p-32) == 0xffffffffU);
}
