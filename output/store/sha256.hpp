// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sojourn::output {

/// SHA-256 (FIPS 180-4), fed piece by piece.
class Sha256 {
public:
  void add(std::span<const std::byte> bytes);
  void add(std::string_view text) { add(std::as_bytes(std::span(text.data(), text.size()))); }
  /// 64 lower-case hex digits of everything added so far; more may be added afterwards.
  [[nodiscard]] std::string hex() const;

private:
  void compress(const std::byte* block);

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, 64> block_ = {};
  std::uint64_t n_bytes_ = 0;
};

std::string sha256_hex(std::string_view text);

} // namespace sojourn::output
