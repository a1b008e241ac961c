// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>

#include <hdf5.h>

#include <H5DSpublic.h> // needs the former

#include "output/store/errors.hpp"

// The only includer of HDF5. Handles close themselves; every return code passes through check().
// Only h5_*.cpp include this file; the others see h5_file.hpp, which knows no HDF5 name.
namespace sojourn::output::h5 {

/// Throws StoreError with what was tried and the library's own innermost reason.
[[noreturn]] void fail(const std::string& what);

/// Passes a good return code (>= 0) through.
template <class Code> Code check(Code code, const char* what) {
  if (code < 0) {
    fail(what);
  }
  return code;
}

/// Owns one HDF5 identifier.
class Id {
public:
  using Close = herr_t (*)(hid_t);
  Id() = default;
  Id(hid_t id, Close closer, const char* what) : id_(check(id, what)), close_(closer) {}
  Id(Id&& other) noexcept
      : id_(std::exchange(other.id_, -1)), close_(std::exchange(other.close_, nullptr)) {}
  Id& operator=(Id&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  Id(const Id&) = delete;
  Id& operator=(const Id&) = delete;
  ~Id() {
    if (close_ != nullptr) {
      close_(id_); // nothing can be done here; writers close by name and check
    }
  }
  [[nodiscard]] hid_t get() const { return id_; }
  void close(const char* what) {
    const Close closer = std::exchange(close_, nullptr);
    check(closer(id_), what);
  }

private:
  hid_t id_ = -1;
  Close close_ = nullptr;
};

} // namespace sojourn::output::h5
