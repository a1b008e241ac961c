// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"

#include <stdexcept>

namespace sojourn {

Stream::result_type Stream::operator()() {
  if (draws_ == capacity) {
    throw std::length_error("a stream of luck holds 1024 words; this decision asked for more");
  }
  const std::uint32_t within = draws_ % 4;
  if (within == 0) {
    block_ = words(address_, purpose_, static_cast<std::uint8_t>(draws_ / 4));
  }
  ++draws_;
  return block_[within];
}

} // namespace sojourn
