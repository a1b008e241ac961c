// SPDX-License-Identifier: Apache-2.0
#include "output/store/h5.hpp"

namespace sojourn::output::h5 {
namespace {

// Called from the innermost error outwards; the first description is the reason.
herr_t keep_first(unsigned, const H5E_error2_t* error, void* user_data) {
  auto& reason = *static_cast<std::string*>(user_data);
  if (reason.empty() && error->desc != nullptr) {
    reason = error->desc;
  }
  return 0;
}

} // namespace

void fail(const std::string& what) {
  std::string reason;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason);
  H5Eclear2(H5E_DEFAULT);
  throw StoreError(reason.empty() ? what : what + ": " + reason);
}

} // namespace sojourn::output::h5
