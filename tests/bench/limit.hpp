// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

namespace sojourn::bench {

/// How many words and transcendentals one visit needs: what no engine can do without.
struct VisitNeeds {
  int words = 4; // in blocks of four
  int normals = 0, exps = 0, logs = 0, exponentials = 0;
  [[nodiscard]] int transcendentals() const { return normals + exps + logs + exponentials; }
};

} // namespace sojourn::bench

// Draws and transforms what `visits` visits need, and nothing else; returns a checksum.
#define SOJOURN_DECLARE_LIMIT(target)                                                              \
  namespace sojourn::target {                                                                      \
  float limit(std::size_t visits, const bench::VisitNeeds& needs);                                 \
  }
