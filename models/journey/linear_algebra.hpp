// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <Eigen/LU>

#include <span>
#include <utility>
#include <vector>

namespace sojourn {

/// A dense square system A x = b, factorised once (LU with partial pivoting). The only includer of
/// Eigen. Memory 8 n^2 bytes, time of the order of n^3.
class LinearSystem {
public:
  /// `a` is row-major, n x n.
  LinearSystem(int n, const std::vector<double>& a)
      : n_(n), lu_(Eigen::Map<const Dense>(a.data(), n, n)) {}

  /// x with A x = b.
  [[nodiscard]] std::vector<double> solve(std::span<const double> b) const {
    return plain(lu_.solve(column(b)));
  }
  /// x with x A = b.
  [[nodiscard]] std::vector<double> solve_row(std::span<const double> b) const {
    return plain(lu_.transpose().solve(column(b)));
  }
  /// The diagonal of the inverse of A.
  [[nodiscard]] std::vector<double> inverse_diagonal() const {
    return plain(lu_.inverse().diagonal());
  }
  /// Estimate of the condition number in the 1-norm; infinity if A is singular.
  [[nodiscard]] double condition() const { return 1 / lu_.rcond(); }

private:
  using Dense = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

  [[nodiscard]] Eigen::Map<const Eigen::VectorXd> column(std::span<const double> b) const {
    return {b.data(), n_};
  }
  static std::vector<double> plain(const Eigen::VectorXd& x) {
    return {x.data(), x.data() + x.size()};
  }

  int n_;
  Eigen::PartialPivLU<Dense> lu_;
};

} // namespace sojourn
