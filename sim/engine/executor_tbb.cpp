// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/executor_tbb.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace sojourn {
namespace {

class TbbExecutor final : public Executor {
public:
  explicit TbbExecutor(int threads)
      : threads_(threads),
        limit_(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads)),
        arena_(threads) {}

  void for_each(std::size_t n, const std::function<void(std::size_t)>& unit) override {
    arena_.execute([&] {
      // One unit per task: units are replications or chunks, milliseconds each.
      tbb::parallel_for(
          tbb::blocked_range<std::size_t>(0, n, 1),
          [&](const tbb::blocked_range<std::size_t>& range) {
            for (std::size_t i = range.begin(); i != range.end(); ++i) {
              unit(i);
            }
          },
          tbb::simple_partitioner());
    });
  }
  [[nodiscard]] std::string name() const override { return "tbb"; }
  [[nodiscard]] int threads() const override { return threads_; }

private:
  int threads_;
  tbb::global_control limit_; // more threads than processors are a user's right, not a warning
  tbb::task_arena arena_;
};

} // namespace

std::unique_ptr<Executor> make_tbb_executor(int threads) {
  return std::make_unique<TbbExecutor>(threads);
}

} // namespace sojourn
