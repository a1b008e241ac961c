// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace sojourn {

/// Runs independent units of work. Every unit writes its own slot; no unit may depend on the order
/// in which others run. An exception of a unit is rethrown once all running units have ended.
class Executor {
public:
  Executor() = default;
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;
  virtual ~Executor() = default;
  virtual void for_each(std::size_t n, const std::function<void(std::size_t)>& unit) = 0;
  [[nodiscard]] virtual std::string name() const = 0;
  [[nodiscard]] virtual int threads() const = 0;
};

enum class ExecutorKind { tbb, threads, serial };

/// threads = 0: as many as the machine has. `shuffle_seed` != 0 hands units out in a shuffled
/// order (tests: results must not depend on it).
[[nodiscard]] std::unique_ptr<Executor> make_executor(ExecutorKind kind, int threads,
                                                      unsigned shuffle_seed = 0);

} // namespace sojourn
