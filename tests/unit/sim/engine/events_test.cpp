// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "sim/engine/events.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <utility>

// Whatever the number of pending events and however their moments are spread, they come in the
// order (time, rank, sequence).
namespace {

using namespace sojourn;

/// How far ahead an event is scheduled, from a word of luck.
Ticks soon(std::uint32_t word) { return word % 7; }
Ticks evenly(std::uint32_t word) { return word % 1'000'000; }
Ticks long_tailed(std::uint32_t word) {
  return static_cast<Ticks>(std::exp(25 * uniform_open(word)));
}

/// Fills the queue up to `n`, keeps it there for a while and empties it again; the reference is a
/// sorted set.
bool keeps_order(std::uint32_t n, Ticks (*ahead)(std::uint32_t)) {
  EventQueue queue;
  std::set<std::pair<Ticks, std::uint64_t>> expected;
  std::uint32_t made = 0;
  bool right = true;
  const auto push = [&](Ticks now) {
    const auto luck = words(Address{1, 0, made, 0, 0}, Purpose::design);
    const auto rank = static_cast<Rank>(luck[1] % 7);
    const Ticks time = now + ahead(luck[0]);
    queue.push(rank, {time, 0, made, 0, 0});
    expected.insert({time, (static_cast<std::uint64_t>(rank) << 56) | made++});
  };
  const auto pop = [&] {
    const Event event = queue.pop();
    right =
        right && event.time == expected.begin()->first && event.order == expected.begin()->second;
    expected.erase(expected.begin());
    return event.time;
  };
  while (expected.size() < n) {
    push(0);
  }
  for (std::uint32_t i = 0; i < 2 * n; ++i) {
    push(pop());
  }
  while (!expected.empty()) {
    right = right && !queue.empty();
    pop();
  }
  return right && queue.empty();
}

} // namespace

TEST_CASE("Events come in their order, few or many, near or far") {
  for (const std::uint32_t n : {1U, 100U, 3000U, 30'000U}) {
    CHECK(keeps_order(n, soon));
    CHECK(keeps_order(n, evenly));
    CHECK(keeps_order(n, long_tailed));
  }
}
