// SPDX-License-Identifier: Apache-2.0
#include "models/luck/philox.hpp"

// The only place that includes Random123, which brings iostreams along: not for kernels.
#include <Random123/philox.h>

namespace sojourn {

std::array<std::uint32_t, 4> philox_reference(const std::array<std::uint32_t, 4>& counter,
                                              std::uint64_t key) {
  const r123::Philox4x32::ctr_type in = {{counter[0], counter[1], counter[2], counter[3]}};
  const r123::Philox4x32::key_type seed = {
      {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)}};
  const r123::Philox4x32::ctr_type out = r123::Philox4x32()(in, seed);
  return {out[0], out[1], out[2], out[3]};
}

} // namespace sojourn
