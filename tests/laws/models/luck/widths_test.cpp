// SPDX-License-Identifier: Apache-2.0
#include "models/luck/quantile.hpp"
#include "models/luck/stream.hpp"
#include "tests/unit/models/luck/catalogue.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

// One equation, several widths, the same bits.
using namespace sojourn;

namespace {

constexpr std::size_t n_values = 4096;

struct Inputs {
  std::vector<std::uint32_t> words;
  std::vector<float> any;      // arbitrary floats: subnormal, infinite, NaN ones too
  std::vector<float> moderate; // within +-100

  Inputs() : words(n_values), any(n_values), moderate(n_values) {
    for (std::uint32_t i = 0; i < n_values; ++i) {
      words[i] = sojourn::words(Address{.seed = 5, .agent = i}, Purpose::design)[0];
      any[i] = bits_as<float>(words[i]);
      moderate[i] = static_cast<float>(200 * uniform_open(words[i]) - 100);
    }
  }
};

const Inputs inputs;

/// Bits of a float, with one name for every NaN (their payload may depend on the width).
std::uint32_t bits_of(float x) { return std::isnan(x) ? 0x7fc00000U : bits_as<std::uint32_t>(x); }

/// How many results of `function<F>(input at i)` differ from one lane's.
template <class F, class Function> int differing(Function function) {
  constexpr std::size_t width = static_cast<std::size_t>(Lanes<F>::width);
  int count = 0;
  for (std::size_t i = 0; i < n_values; i += width) {
    std::array<float, width> together{};
    store(together.data(), function.template operator()<F>(i));
    for (std::size_t lane = 0; lane < width; ++lane) {
      const float alone = function.template operator()<float>(i + lane);
      count += bits_of(alone) != bits_of(together[lane]);
    }
  }
  return count;
}

template <class Function> void check_every_width(Function function) {
  CHECK(differing<Float4>(function) == 0);
  CHECK(differing<Float8>(function) == 0);
  CHECK(differing<Float16>(function) == 0);
}

#define SOJOURN_AT(F, column) load<F>(&inputs.column[i])
#define SOJOURN_WORD(F) load<typename Lanes<F>::Word>(&inputs.words[i])

} // namespace

TEST_CASE("exp, log and pow have the same bits at every width", "[luck]") {
  check_every_width([]<class F>(std::size_t i) { return exp(SOJOURN_AT(F, any)); });
  check_every_width([]<class F>(std::size_t i) { return exp(SOJOURN_AT(F, moderate)); });
  check_every_width([]<class F>(std::size_t i) { return log(SOJOURN_AT(F, any)); });
  check_every_width([]<class F>(std::size_t i) {
    return pow(abs(SOJOURN_AT(F, moderate)), broadcast<F>(0.88F));
  });
}

TEST_CASE("the small functions have the same bits at every width", "[luck]") {
  check_every_width([]<class F>(std::size_t i) {
    const F x = SOJOURN_AT(F, any), y = SOJOURN_AT(F, moderate);
    return select(x < y, min(x, y) + max(x, y), copysign(x, y) - abs(y));
  });
  check_every_width([]<class F>(std::size_t i) { return sojourn::sqrt(SOJOURN_AT(F, any)); });
  check_every_width([]<class F>(std::size_t i) {
    const F y = SOJOURN_AT(F, moderate);
    return round_nearest(y) + from_int<F>(to_int_nearest(y)) * 0.5F + from_int<F>(to_int(y));
  });
  check_every_width([]<class F>(std::size_t i) { return from_word<F>(SOJOURN_WORD(F)); });
}

TEST_CASE("the normal value has the same bits at every width", "[luck]") {
  check_every_width([]<class F>(std::size_t i) { return normal_from_word<F>(SOJOURN_WORD(F)); });
  check_every_width([]<class F>(std::size_t i) {
    return normal_quantile(SOJOURN_AT(F, moderate) * 0.005F + 0.5F);
  });
}

TEST_CASE("words have the same bits at every width", "[luck]") {
  for (const std::size_t k : {0U, 1U, 2U, 3U}) {
    check_every_width([k]<class F>(std::size_t i) {
      const auto agent = SOJOURN_WORD(F);
      const auto block = words<F>(11, 3, agent, agent ^ 0x55aaU, agent & 0xffffU, Purpose::job, 7);
      return from_word<F>(block.word[k]);
    });
  }
}

TEST_CASE("one lane's words are the address's words", "[luck]") {
  const Address at{.seed = 11, .replication = 3, .agent = 9, .touchpoint = 8, .occurrence = 7};
  const auto lane = words<float>(11, 3, 9, 8, 7, Purpose::survey, 6);
  for (const std::size_t k : {0U, 1U, 2U, 3U}) {
    CHECK(lane.word[k] == words(at, Purpose::survey, 6)[k]);
  }
}

TEST_CASE("a draw has the same bits at every width, whatever its neighbours' forms", "[luck]") {
  QuantileTables tables;
  std::vector<QuantileForm> forms;
  for (const auto& specimen : testing::catalogue()) {
    forms.push_back(tables.add(specimen.distribution));
  }
  const float* rows = tables.rows();
  for (const QuantileForm& form : forms) {
    check_every_width(
        [&]<class F>(std::size_t i) { return at_word<F>(form, rows, SOJOURN_WORD(F)); });
  }
  std::vector<float> shift(n_values), a(n_values), b(n_values);
  std::vector<std::int32_t> table(n_values);
  for (std::size_t i = 0; i < n_values; ++i) {
    const QuantileForm& form = forms[(i * 7 + i / 16) % forms.size()];
    shift[i] = form.shift, a[i] = form.a, b[i] = form.b, table[i] = form.table;
  }
  check_every_width([&]<class F>(std::size_t i) {
    const QuantileForms<F> mixed = {load<F>(&shift[i]), load<F>(&a[i]), load<F>(&b[i]),
                                    load<typename Lanes<F>::Int>(&table[i])};
    return at_word(mixed, rows, SOJOURN_WORD(F));
  });
}

TEST_CASE("the comparison of widths sees a last bit", "[luck]") {
  const auto off_by_a_bit = []<class F>(std::size_t i) {
    const F x = exp(SOJOURN_AT(F, moderate));
    return Lanes<F>::width == 1 ? x : x * 1.0000001F;
  };
  CHECK(differing<Float4>(off_by_a_bit) > 1000);
}

TEST_CASE("any and all look at every lane", "[luck]") {
  Float16 x = broadcast<Float16>(1.0F);
  CHECK(all(x > 0.0F));
  CHECK_FALSE(any(x < 0.0F));
  x[15] = -1;
  CHECK(any(x < 0.0F));
  CHECK_FALSE(all(x > 0.0F));
  CHECK(mask_bits(x < 0.0F) == 0x8000U);
  Float4 y = {1, -1, 1, -1};
  CHECK(mask_bits(y < 0.0F) == 0xaU);
  CHECK((all(1.0F > 0.0F) && !any(1.0F < 0.0F)));
}
