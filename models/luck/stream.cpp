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
    block_ = philox_reference({address_.agent, address_.replication, address_.touchpoint,
                               address_word(address_.occurrence, purpose_, draws_ / 4)},
                              address_.seed);
  }
  ++draws_;
  return block_[within];
}

} // namespace sojourn
