// SPDX-License-Identifier: Apache-2.0
#include "models/luck/philox.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <ios>
#include <sstream>
#include <string>
#include <vector>

using namespace sojourn;

namespace {

struct KnownAnswer {
  std::array<std::uint32_t, 4> counter;
  std::uint64_t key;
  std::array<std::uint32_t, 4> result;
};

std::vector<KnownAnswer> known_answers() {
  std::ifstream file(SOJOURN_SOURCE_DIR "/tests/unit/models/luck/philox_kat.txt");
  std::vector<KnownAnswer> answers;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    std::istringstream fields(line);
    std::array<std::uint32_t, 10> w{};
    for (std::uint32_t& word : w) {
      fields >> std::hex >> word;
    }
    answers.push_back(
        {{w[0], w[1], w[2], w[3]}, (std::uint64_t{w[5]} << 32) | w[4], {w[6], w[7], w[8], w[9]}});
  }
  return answers;
}

template <class W> std::array<std::uint32_t, 4> lane_zero(const KnownAnswer& at) {
  Block<W> counter;
  for (std::size_t k = 0; k < 4; ++k) {
    counter.word[k] = broadcast<W>(at.counter[k]);
  }
  const Block<W> out = philox(counter, at.key);
  std::array<std::uint32_t, 4> words{};
  for (std::size_t k = 0; k < 4; ++k) {
    std::array<std::uint32_t, sizeof(W) / 4> lanes{};
    store(lanes.data(), out.word[k]);
    words[k] = lanes[lanes.size() - 1];
  }
  return words;
}

/// How many of `n` blocks with counters from a simple sequence differ from Random123's.
template <class W> int differing_blocks(std::uint32_t n) {
  constexpr std::uint32_t width = sizeof(W) / sizeof(std::uint32_t);
  int differing = 0;
  for (std::uint32_t i = 0; i < n; i += width) {
    std::array<std::array<std::uint32_t, width>, 4> in{}, out{};
    for (std::uint32_t lane = 0; lane < width; ++lane) {
      for (std::uint32_t k = 0; k < 4; ++k) {
        in[k][lane] = (i + lane + 1) * (0x9E3779B9U + 2 * k);
      }
    }
    const std::uint64_t key = 0x0123456789abcdefU * (i + 1);
    const Block<W> block = philox<W>({{load<W>(in[0].data()), load<W>(in[1].data()),
                                       load<W>(in[2].data()), load<W>(in[3].data())}},
                                     key);
    for (std::size_t k = 0; k < 4; ++k) {
      store(out[k].data(), block.word[k]);
    }
    for (std::uint32_t lane = 0; lane < width; ++lane) {
      const auto right =
          philox_reference({in[0][lane], in[1][lane], in[2][lane], in[3][lane]}, key);
      differing += std::array{out[0][lane], out[1][lane], out[2][lane], out[3][lane]} != right;
    }
  }
  return differing;
}

} // namespace

TEST_CASE("Philox gives the published known answers", "[luck]") {
  const auto answers = known_answers();
  REQUIRE(answers.size() == 3);
  for (const KnownAnswer& answer : answers) {
    CHECK(philox_reference(answer.counter, answer.key) == answer.result);
    CHECK(lane_zero<std::uint32_t>(answer) == answer.result);
    CHECK(lane_zero<Word4>(answer) == answer.result);
    CHECK(lane_zero<Word8>(answer) == answer.result);
    CHECK(lane_zero<Word16>(answer) == answer.result);
  }
}

TEST_CASE("Philox on lanes equals Random123 lane by lane", "[luck]") {
  CHECK(differing_blocks<std::uint32_t>(4096) == 0);
  CHECK(differing_blocks<Word4>(4096) == 0);
  CHECK(differing_blocks<Word8>(4096) == 0);
  CHECK(differing_blocks<Word16>(4096) == 0);
}
