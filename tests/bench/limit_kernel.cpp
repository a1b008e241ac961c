// SPDX-License-Identifier: Apache-2.0
#include "models/luck/normal.hpp"
#include "models/luck/quantile.hpp"
#include "models/luck/stream.hpp"
#include "tests/bench/limit.hpp"

// The limit of the flow kernel: Philox and the transcendentals of the visits over the same lanes,
// in staged loops over columns of 256, without any journey.
namespace sojourn::inline SOJOURN_TARGET {
namespace {

using V = KernelLanes;
using Word = Lanes<V>::Word;
constexpr std::size_t width = Lanes<V>::width;
constexpr std::size_t n = 256;

struct Block256 {
  alignas(64) std::uint32_t words[4][n];
  alignas(64) float values[n];
};

void draw(Block256& block, std::uint32_t first) {
  for (std::size_t i = 0; i < n; i += width) {
    Word agent = broadcast<Word>(first + static_cast<std::uint32_t>(i));
    const auto luck = words<V>(7, 0, agent, agent, broadcast<Word>(1), Purpose::visit);
    for (std::size_t w = 0; w < 4; ++w) {
      store(block.words[w] + i, luck.word[w]);
    }
  }
}

template <class Operation> void over(Block256& block, int times, const Operation& operation) {
  for (int t = 0; t < times; ++t) {
    for (std::size_t i = 0; i < n; i += width) {
      const V value = load<V>(block.values + i);
      store(block.values + i, operation(load<Word>(block.words[t % 4] + i), value));
    }
  }
}

} // namespace

float limit(std::size_t visits, const bench::VisitNeeds& needs) {
  static thread_local Block256 block;
  for (std::size_t done = 0; done < visits; done += n) {
    for (int drawn = 0; drawn < needs.words; drawn += 4) {
      draw(block, static_cast<std::uint32_t>(done + static_cast<std::size_t>(drawn)));
    }
    over(block, needs.normals, [](Word word, V) { return normal_from_word<V>(word); });
    over(block, needs.exps, [](Word, V value) { return exp(value * 0.125F); });
    over(block, needs.logs, [](Word, V value) { return log(abs(value) + 1.0F); });
    over(block, needs.exponentials, [](Word word, V) { return exponential_from_word<V>(word); });
  }
  return block.values[0];
}

} // namespace sojourn::inline SOJOURN_TARGET
