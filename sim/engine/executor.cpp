// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/executor.hpp"

#include "sim/engine/executor_tbb.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

namespace sojourn {
namespace {

class SerialExecutor final : public Executor {
public:
  void for_each(std::size_t n, const std::function<void(std::size_t)>& unit) override {
    for (std::size_t i = 0; i < n; ++i) {
      unit(i);
    }
  }
  [[nodiscard]] std::string name() const override { return "serial"; }
  [[nodiscard]] int threads() const override { return 1; }
};

/// Plain threads that take the next unit from a counter: what the thread sanitizer understands.
class ThreadExecutor final : public Executor {
public:
  explicit ThreadExecutor(int threads) : threads_(threads) {}

  void for_each(std::size_t n, const std::function<void(std::size_t)>& unit) override {
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failure_mutex;
    const auto work = [&] {
      for (std::size_t i = next.fetch_add(1, std::memory_order_relaxed); i < n;
           i = next.fetch_add(1, std::memory_order_relaxed)) {
        try {
          unit(i);
        } catch (...) {
          const std::scoped_lock lock(failure_mutex);
          failure = failure ? failure : std::current_exception();
          next.store(n, std::memory_order_relaxed);
        }
      }
    };
    {
      std::vector<std::jthread> others;
      for (int t = 1; t < std::min<int>(threads_, static_cast<int>(n)); ++t) {
        others.emplace_back(work);
      }
      work();
    }
    if (failure) {
      std::rethrow_exception(failure);
    }
  }
  [[nodiscard]] std::string name() const override { return "threads"; }
  [[nodiscard]] int threads() const override { return threads_; }

private:
  int threads_;
};

class ShuffledExecutor final : public Executor {
public:
  ShuffledExecutor(std::unique_ptr<Executor> inner, unsigned seed)
      : inner_(std::move(inner)), seed_(seed) {}

  void for_each(std::size_t n, const std::function<void(std::size_t)>& unit) override {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937(seed_));
    inner_->for_each(n, [&](std::size_t i) { unit(order[i]); });
  }
  [[nodiscard]] std::string name() const override { return inner_->name(); }
  [[nodiscard]] int threads() const override { return inner_->threads(); }

private:
  std::unique_ptr<Executor> inner_;
  unsigned seed_;
};

std::unique_ptr<Executor> plain_executor(ExecutorKind kind, int threads) {
  const int n =
      threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  switch (kind) {
  case ExecutorKind::tbb:
    return make_tbb_executor(n);
  case ExecutorKind::threads:
    return std::make_unique<ThreadExecutor>(n);
  case ExecutorKind::serial:
    break;
  }
  return std::make_unique<SerialExecutor>();
}

} // namespace

std::unique_ptr<Executor> make_executor(ExecutorKind kind, int threads, unsigned shuffle_seed) {
  std::unique_ptr<Executor> executor = plain_executor(kind, threads);
  if (shuffle_seed == 0) {
    return executor;
  }
  return std::make_unique<ShuffledExecutor>(std::move(executor), shuffle_seed);
}

} // namespace sojourn
