// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/tally.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sojourn {

/// What was lived at one touchpoint in one replication, everybody together.
struct LivedTouchpoint {
  std::int64_t visits = 0;
  std::int64_t content = 0;       // visits that felt at least neutral
  std::int64_t pain = 0, joy = 0; // sums of min(a, 0) and max(a, 0), in lived_unit
};
/// Affect is read off the bins of the tally, each at its middle: half a bin, affect points.
inline constexpr double lived_unit = 0.025;

/// The moments of one replication of one arm, without the rest of its tally.
struct LivedRecord {
  std::int64_t journeys = 0, finished = 0;
  std::int64_t content = 0; // finished journeys remembered as at least neutral
  std::vector<LivedTouchpoint> touchpoints;
};

/// For checkpoints.
template <class Archive, class Record> void lay_out_lived(Archive& a, Record& record) {
  a(record.journeys);
  a(record.finished);
  a(record.content);
  a(record.touchpoints);
}

[[nodiscard]] LivedRecord lived_of(const Tally& tally);

} // namespace sojourn
