// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "output/store/system.hpp"

namespace sojourn::output {

/// Where the bytes of a file lie while HDF5 works on them.
///
/// A failed write is remembered in error() and everything after it is dropped without a word: told
/// of it, libhdf5 1.10 reports success at the end all the same, leaves zeros, or crashes at exit.
/// Whoever owns the storage asks error() when HDF5 has closed.
class Storage {
public:
  virtual ~Storage() = default;
  [[nodiscard]] virtual std::size_t size() const = 0;
  /// Fills `bytes` from position `at`; zeros beyond the end. False: it cannot be read.
  virtual bool read(std::size_t at, std::span<std::byte> bytes) = 0;
  virtual void write(std::size_t at, std::span<const std::byte> bytes) = 0;
  /// Grows with zeros or cuts off.
  virtual void resize(std::size_t size) = 0;
  /// errno of the first write that failed, 0 if none did.
  [[nodiscard]] virtual int error() const { return 0; }
};

class MemoryStorage : public Storage {
public:
  MemoryStorage() = default;
  explicit MemoryStorage(std::vector<std::byte> bytes) : bytes_(std::move(bytes)) {}
  [[nodiscard]] std::size_t size() const override { return bytes_.size(); }
  bool read(std::size_t at, std::span<std::byte> bytes) override;
  void write(std::size_t at, std::span<const std::byte> bytes) override;
  void resize(std::size_t size) override;
  [[nodiscard]] int error() const override { return error_; }
  [[nodiscard]] std::vector<std::byte>& bytes() { return bytes_; }

private:
  std::vector<std::byte> bytes_;
  int error_ = 0; // ENOMEM: an exception must not fly through the frames of libhdf5
};

/// An open file that somebody else owns.
class FileStorage : public Storage {
public:
  FileStorage(int descriptor, std::size_t size, System& system)
      : descriptor_(descriptor), size_(size), system_(&system) {}
  [[nodiscard]] std::size_t size() const override { return size_; }
  bool read(std::size_t at, std::span<std::byte> bytes) override;
  void write(std::size_t at, std::span<const std::byte> bytes) override;
  void resize(std::size_t size) override;
  [[nodiscard]] int error() const override { return error_; }

private:
  int descriptor_;
  std::size_t size_;
  System* system_;
  int error_ = 0;
};

} // namespace sojourn::output
