// SPDX-License-Identifier: Apache-2.0
#include "output/store/storage.hpp"

#include <algorithm>
#include <cerrno>
#include <new>

namespace sojourn::output {

bool MemoryStorage::read(std::size_t at, std::span<std::byte> bytes) {
  const std::size_t begin = std::min(at, bytes_.size());
  const std::size_t n = std::min(bytes.size(), bytes_.size() - begin);
  std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(begin), n, bytes.begin());
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(n), bytes.end(), std::byte{0});
  return true;
}

void MemoryStorage::write(std::size_t at, std::span<const std::byte> bytes) {
  if (bytes_.size() < at + bytes.size()) {
    resize(at + bytes.size());
  }
  if (error_ == 0) {
    std::copy(bytes.begin(), bytes.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

void MemoryStorage::resize(std::size_t size) {
  try {
    bytes_.resize(size);
  } catch (const std::bad_alloc&) {
    error_ = ENOMEM;
  }
}

bool FileStorage::read(std::size_t at, std::span<std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t n =
        system_->read(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (n < 0 && errno != EINTR) {
      return false;
    }
    if (n == 0) { // beyond the end
      std::fill(bytes.begin(), bytes.end(), std::byte{0});
      return true;
    }
    const std::size_t done = n < 0 ? 0 : static_cast<std::size_t>(n);
    bytes = bytes.subspan(done);
    at += done;
  }
  return true;
}

void FileStorage::write(std::size_t at, std::span<const std::byte> bytes) {
  size_ = std::max(size_, at + bytes.size());
  while (!bytes.empty() && error_ == 0) {
    const ssize_t n =
        system_->write(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (n < 0 && errno != EINTR) {
      error_ = errno;
    } else if (n == 0) {
      error_ = ENOSPC; // a write that makes no progress
    }
    const std::size_t done = n < 0 ? 0 : static_cast<std::size_t>(n);
    bytes = bytes.subspan(done);
    at += done;
  }
}

void FileStorage::resize(std::size_t size) {
  size_ = size;
  if (error_ == 0 && system_->truncate(descriptor_, static_cast<off_t>(size)) != 0) {
    error_ = errno;
  }
}

} // namespace sojourn::output
