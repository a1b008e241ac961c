// SPDX-License-Identifier: Apache-2.0
#include "models/journey/goal.hpp"

#include <cstddef>

// With h the probability of ending in the goal and m = E[visits, counted only if they end there]:
//   (I - Q) h = r,   (I - Q) m = h,   distance d = m / h
// I - Q is an M-matrix with weakly dominant rows: elimination without exchanging rows is stable.
namespace sojourn {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// I - Q row by row, eliminated in place; solves for any right-hand side.
class Elimination {
public:
  explicit Elimination(const Chain& chain) : n_(at(chain.n_states)), a_(n_ * n_), factor_(n_ * n_) {
    for (std::size_t i = 0; i < n_; ++i) {
      a_[i * n_ + i] = 1;
    }
    for (const ChainEdge& edge : chain.edges) {
      if (edge.to < chain.n_states) {
        a_[at(edge.from) * n_ + at(edge.to)] -= edge.p;
      }
    }
    for (std::size_t k = 0; k < n_; ++k) {
      for (std::size_t i = k + 1; i < n_; ++i) {
        eliminate(k, i);
      }
    }
  }

  [[nodiscard]] std::vector<double> solve(std::vector<double> x) const {
    for (std::size_t k = 0; k < n_; ++k) {
      for (std::size_t i = k + 1; i < n_; ++i) {
        x[i] -= factor_[i * n_ + k] * x[k];
      }
    }
    for (std::size_t i = n_; i-- > 0;) {
      for (std::size_t j = i + 1; j < n_; ++j) {
        x[i] -= a_[i * n_ + j] * x[j];
      }
      const double pivot = a_[i * n_ + i];
      x[i] = pivot > smallest_pivot ? x[i] / pivot : 0;
    }
    return x;
  }

private:
  static constexpr double smallest_pivot = 1e-12; // below: nobody ever leaves from here

  void eliminate(std::size_t k, std::size_t i) {
    const double pivot = a_[k * n_ + k];
    if (a_[i * n_ + k] == 0 || pivot <= smallest_pivot) {
      return;
    }
    const double factor = a_[i * n_ + k] / pivot;
    factor_[i * n_ + k] = factor;
    for (std::size_t j = k; j < n_; ++j) {
      a_[i * n_ + j] -= factor * a_[k * n_ + j];
    }
  }

  std::size_t n_;
  std::vector<double> a_, factor_;
};

} // namespace

std::vector<double> visits_to_goal(const Chain& chain, const std::vector<bool>& goal) {
  const Elimination elimination(chain);
  std::vector<double> into_goal(at(chain.n_states));
  for (const ChainEdge& edge : chain.edges) {
    if (edge.to >= chain.n_states && goal[at(edge.to - chain.n_states)]) {
      into_goal[at(edge.from)] += edge.p;
    }
  }
  const std::vector<double> reached = elimination.solve(into_goal);
  std::vector<double> distance = elimination.solve(reached);
  for (std::size_t i = 0; i < distance.size(); ++i) {
    constexpr double hardly = 1e-12; // smaller probabilities are rounding
    distance[i] = reached[i] > hardly ? distance[i] / reached[i] : 0;
  }
  return distance;
}

} // namespace sojourn
