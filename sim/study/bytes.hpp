// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

// Plain data to bytes and back, on one machine: what a checkpoint is made of. Both classes are
// called in the same way, so that one function lays out a type for writing and for reading.
namespace sojourn {

class ByteWriter {
public:
  static constexpr bool reading = false;

  template <class T> void operator()(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    put(&value, sizeof value);
  }
  template <class T> void operator()(const std::vector<T>& values) {
    (*this)(values.size());
    put(values.data(), values.size() * sizeof(T));
  }
  void operator()(const std::string& text) {
    (*this)(text.size());
    put(text.data(), text.size());
  }
  /// The length of a list whose elements follow one by one.
  template <class List> void length(const List& list) { (*this)(list.size()); }

  [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

private:
  void put(const void* from, std::size_t n) {
    const auto* begin = static_cast<const std::byte*>(from);
    bytes_.insert(bytes_.end(), begin, begin + n);
  }
  std::vector<std::byte> bytes_;
};

/// Throws std::invalid_argument where the bytes end too soon.
class ByteReader {
public:
  static constexpr bool reading = true;
  explicit ByteReader(const std::vector<std::byte>& bytes) : bytes_(&bytes) {}

  template <class T> void operator()(T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    get(&value, sizeof value);
  }
  template <class T> void operator()(std::vector<T>& values) {
    values.resize(checked_length(sizeof(T)));
    get(values.data(), values.size() * sizeof(T));
  }
  void operator()(std::string& text) {
    text.resize(checked_length(1));
    get(text.data(), text.size());
  }
  template <class List> void length(List& list) { list.resize(checked_length(1)); }

private:
  std::size_t checked_length(std::size_t of_each) {
    std::size_t n = 0;
    (*this)(n);
    if (n > (bytes_->size() - at_) / of_each) {
      throw std::invalid_argument("a checkpoint ends too soon");
    }
    return n;
  }
  void get(void* to, std::size_t n) {
    if (n > bytes_->size() - at_) {
      throw std::invalid_argument("a checkpoint ends too soon");
    }
    if (n > 0) {
      std::memcpy(to, bytes_->data() + at_, n);
    }
    at_ += n;
  }
  const std::vector<std::byte>* bytes_;
  std::size_t at_ = 0;
};

} // namespace sojourn
