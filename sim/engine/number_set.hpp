// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sojourn {

/// A set of numbers below 2^n_bits that only grows: one bit each, in pages that exist once a number
/// of theirs does. However many there are, it takes 2^n_bits bits and a pointer per page.
template <int n_bits> class NumberSet {
public:
  /// Whether it was not there before.
  bool insert(std::uint32_t number) {
    pages_.resize(n_pages);
    std::unique_ptr<Page>& page = pages_[number >> page_bits];
    if (page == nullptr) {
      page = std::make_unique<Page>();
    }
    std::uint64_t& word = (*page)[(number & page_mask) / 64];
    const std::uint64_t bit = std::uint64_t{1} << (number % 64);
    const bool fresh = (word & bit) == 0;
    word |= bit;
    return fresh;
  }

private:
  static constexpr int page_bits = 15; // 4 KiB
  static constexpr std::uint32_t page_mask = (1U << page_bits) - 1;
  static constexpr std::size_t n_pages = std::size_t{1} << (n_bits - page_bits);
  using Page = std::array<std::uint64_t, (1U << page_bits) / 64>;

  std::vector<std::unique_ptr<Page>> pages_; // none before the first number
};

} // namespace sojourn
