// SPDX-License-Identifier: Apache-2.0
#include "output/store/system.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace sojourn::output {

int System::open(const char* path, int flags, mode_t mode) { return ::open(path, flags, mode); }

ssize_t System::write(int descriptor, const void* bytes, std::size_t n, off_t at) {
  return ::pwrite(descriptor, bytes, n, at);
}

ssize_t System::read(int descriptor, void* bytes, std::size_t n, off_t at) {
  return ::pread(descriptor, bytes, n, at);
}

int System::truncate(int descriptor, off_t size) { return ::ftruncate(descriptor, size); }

int System::sync(int descriptor) { return ::fsync(descriptor); }

int System::move(const char* from, const char* to, unsigned flags) {
  return flags == 0 ? std::rename(from, to) : ::renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
}

int System::remove(const char* path) { return ::unlink(path); }

System& System::real() {
  static System system;
  return system;
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) {
    ::close(number_);
  }
}

} // namespace sojourn::output
