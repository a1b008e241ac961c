// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/memory/scarce.hpp"

#include <sys/mman.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

struct State {
  std::atomic<long> calls{0}, fails_at{0};
  std::atomic<bool> for_good{false}, failed{false};
};

std::atomic<bool> counts{false}; // of this process alone

State* shared() {
  static State* const state = [] {
    void* place =
        mmap(nullptr, sizeof(State), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return place == MAP_FAILED ? nullptr : ::new (place) State;
  }();
  return state;
}

bool refused() {
  if (!counts.load(std::memory_order_relaxed)) {
    return false;
  }
  State& state = *shared();
  const long at = state.fails_at.load(std::memory_order_relaxed);
  const long call = state.calls.fetch_add(1, std::memory_order_relaxed) + 1;
  const bool refuse = at > 0 && (call == at || (call > at && state.for_good));
  if (refuse) {
    state.failed = true;
  }
  return refuse;
}

void* get(std::size_t size) {
  void* place = refused() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (place == nullptr) {
    throw std::bad_alloc();
  }
  return place;
}

} // namespace

namespace sojourn::scarce {

void begin(long n, bool for_good) {
  State& state = *shared();
  state.calls = 0;
  state.failed = false;
  state.for_good = for_good;
  state.fails_at = n;
  counts = true;
}

void end() { counts = false; }

long calls() { return shared()->calls; }
bool failed() { return shared()->failed; }

} // namespace sojourn::scarce

void* operator new(std::size_t size) { return get(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return refused() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto to = static_cast<std::size_t>(alignment);
  void* place = refused() ? nullptr : std::aligned_alloc(to, (size + to - 1) / to * to);
  if (place == nullptr) {
    throw std::bad_alloc();
  }
  return place;
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
void operator delete(void* place, std::align_val_t) noexcept { std::free(place); }
void operator delete(void* place, std::size_t, std::align_val_t) noexcept { std::free(place); }
