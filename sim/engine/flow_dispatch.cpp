// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow_dispatch.hpp"

#include "sim/engine/flow.hpp"

#include <array>
#include <atomic>

SOJOURN_DECLARE_KERNEL(baseline)
#if defined(__x86_64__)
SOJOURN_DECLARE_KERNEL(v3)
SOJOURN_DECLARE_KERNEL(v4)
#endif

namespace sojourn {
namespace {

struct Build {
  std::string_view name;
  FlowKernel kernel;
  bool (*runs_here)();
};

// Widest first. The features are those that -march=x86-64-v4 and -v3 let the compiler use.
#if defined(__x86_64__)
bool has_v4() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
}
bool has_v3() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
}
#endif
bool always() { return true; }

constexpr auto builds = std::to_array<Build>({
#if defined(__x86_64__)
  {"v4", {v4::happen, v4::feel, v4::choose, v4::move}, has_v4},
      {"v3", {v3::happen, v3::feel, v3::choose, v3::move}, has_v3},
#endif
      {"baseline", {baseline::happen, baseline::feel, baseline::choose, baseline::move}, always},
});

const Build* widest() {
  const Build* build = builds.data();
  while (!build->runs_here()) {
    ++build;
  }
  return build;
}

/// All builds give the same bits, so a change while others run could do no harm.
std::atomic<const Build*>& selected() {
  static std::atomic<const Build*> build{widest()};
  return build;
}

} // namespace

FlowKernel flow_kernel() { return selected().load()->kernel; }
std::string_view kernel_name() { return selected().load()->name; }

bool select_kernel(std::string_view name) {
  for (const Build& build : builds) {
    if (build.name == name && build.runs_here()) {
      selected() = &build;
      return true;
    }
  }
  return false;
}

} // namespace sojourn
