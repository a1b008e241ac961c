// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

namespace sojourn::output {

/// A table of accumulators over axes (group, touchpoint, ...), row-major: the last axis runs
/// fastest. `Cell` is anything with += (Moments, FixedSum, Histogram, Sketch, std::int64_t).
template <class Cell, std::size_t n_axes> class Tally {
public:
  using Index = std::array<std::size_t, n_axes>;

  Tally() = default;
  explicit Tally(const Index& sizes, const Cell& empty = Cell{}) : sizes_(sizes) {
    std::size_t n = 1;
    for (const auto size : sizes)
      n *= size;
    cells_.assign(n, empty);
  }

  [[nodiscard]] Cell& operator[](const Index& at) { return cells_[offset(at)]; }
  [[nodiscard]] const Cell& operator[](const Index& at) const { return cells_[offset(at)]; }
  [[nodiscard]] const Index& sizes() const { return sizes_; }
  [[nodiscard]] std::span<const Cell> cells() const { return cells_; }

  /// Cell by cell; both must have the same axes (asserted). An empty tally takes the other's axes.
  Tally& operator+=(const Tally& other) {
    if (cells_.empty())
      return *this = other;
    assert(other.cells_.empty() || sizes_ == other.sizes_);
    for (std::size_t i = 0; i < other.cells_.size(); ++i)
      cells_[i] += other.cells_[i];
    return *this;
  }

  friend bool operator==(const Tally&, const Tally&) = default;

private:
  [[nodiscard]] std::size_t offset(const Index& at) const {
    std::size_t flat = 0;
    for (std::size_t axis = 0; axis < n_axes; ++axis) {
      assert(at[axis] < sizes_[axis]);
      flat = flat * sizes_[axis] + at[axis];
    }
    return flat;
  }

  Index sizes_{};
  std::vector<Cell> cells_;
};

} // namespace sojourn::output
