// SPDX-License-Identifier: Apache-2.0
#include "models/luck/quantile.hpp"
#include "models/luck/stream.hpp"
#include "tests/unit/models/luck/catalogue.hpp"

#include <catch2/catch.hpp>
#include <cmath>

// The same bits from every compiler, optimisation and instruction set: hashes of long columns of
// results, compared with approved ones. A change of any of them changes every result file.
using namespace sojourn;

namespace {

/// FNV-1a over the bits of the values, 64 bits wide; NaNs have one name.
class BitsHash {
public:
  void add(float x) { add(std::isnan(x) ? 0x7fc00000U : bits_as<std::uint32_t>(x)); }
  void add(std::uint32_t bits) { hash_ = (hash_ ^ bits) * 0x100000001b3U; }
  std::uint64_t value() const { return hash_; }

private:
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

template <class Function> std::uint64_t hash_over_words(std::uint64_t step, Function function) {
  BitsHash hash;
  for (std::uint64_t w = 0; w < 0x100000000U; w += step) {
    hash.add(function(static_cast<std::uint32_t>(w)));
  }
  return hash.value();
}

} // namespace

TEST_CASE("exp and log have the approved bits", "[luck]") {
  CHECK(hash_over_words(20'011, [](std::uint32_t w) { return exp(bits_as<float>(w)); }) ==
        0x44e294aa1fa639beU);
  CHECK(hash_over_words(20'011, [](std::uint32_t w) { return log(bits_as<float>(w)); }) ==
        0x44f4fc9e3e4c38c3U);
}

TEST_CASE("the normal value has the approved bits", "[luck]") {
  CHECK(hash_over_words(20'011, [](std::uint32_t w) { return normal_from_word<float>(w); }) ==
        0xbbc6413074a0333cU);
}

TEST_CASE("words have the approved bits", "[luck]") {
  CHECK(hash_over_words(200'003, [](std::uint32_t w) {
          return words(Address{.seed = 42, .agent = w}, Purpose::visit)[w % 4];
        }) == 0x6bf86af8d4f975d9U);
}

TEST_CASE("quantile tables and their draws have the approved bits", "[luck]") {
  QuantileTables tables;
  BitsHash draws, rows;
  for (const auto& specimen : testing::catalogue()) {
    const QuantileForm form = tables.add(specimen.distribution);
    for (std::uint64_t w = 0; w < 0x100000000U; w += 1'000'003) {
      draws.add(at_word<float>(form, tables.rows(), static_cast<std::uint32_t>(w)));
    }
  }
  for (std::size_t i = 0; i < 4 * tables.n_rows(); ++i) {
    rows.add(tables.rows()[i]);
  }
  CHECK(rows.value() == 0x806aaac26419246cU);
  CHECK(draws.value() == 0x8b186d9267a48fccU);
}
