// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/executor.hpp"

namespace sojourn {

[[nodiscard]] std::unique_ptr<Executor> make_tbb_executor(int threads);

} // namespace sojourn
