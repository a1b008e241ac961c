// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sys/types.h>

#include <cstddef>

namespace sojourn::output {

/// The calls through which a result reaches the disk, as one seam: a test makes any of them fail.
/// Each returns what the call of the operating system returns and sets errno.
class System {
public:
  virtual ~System() = default;
  virtual int open(const char* path, int flags, mode_t mode);
  virtual ssize_t write(int descriptor, const void* bytes, std::size_t n, off_t at);
  virtual ssize_t read(int descriptor, void* bytes, std::size_t n, off_t at);
  virtual int truncate(int descriptor, off_t size);
  virtual int sync(int descriptor);
  /// renameat2: flags RENAME_EXCHANGE or RENAME_NOREPLACE, or 0.
  virtual int move(const char* from, const char* to, unsigned flags);
  virtual int remove(const char* path);

  /// The real one.
  static System& real();
};

/// Opens, waits for nothing, closes itself.
class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool valid() const { return number_ >= 0; }

private:
  int number_ = -1;
};

} // namespace sojourn::output
