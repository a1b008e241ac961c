// SPDX-License-Identifier: Apache-2.0
#include "models/journey/linear_algebra.hpp"
#include "models/journey/queue_variants.hpp"

#include <cstddef>

namespace sojourn {

// a = outside + a R, so a (I - R) = outside.
std::vector<double> network_rates(std::span<const double> from_outside,
                                  std::span<const double> routing) {
  const std::size_t n = from_outside.size();
  std::vector<double> matrix(n * n);
  for (std::size_t i = 0; i < n * n; ++i) {
    matrix[i] = (i % (n + 1) == 0 ? 1 : 0) - routing[i];
  }
  return LinearSystem(static_cast<int>(n), matrix).solve_row(from_outside);
}

namespace {

/// The balance equations p Q = 0 of (busy servers, people in orbit), one of them replaced by the
/// sum of all chances.
class RetrialChain {
public:
  RetrialChain(int servers, int orbit)
      : servers_(static_cast<std::size_t>(servers)), orbit_(static_cast<std::size_t>(orbit)),
        rates_(states() * states()) {}

  void move(std::size_t busy, std::size_t orbit, std::size_t to_busy, std::size_t to_orbit,
            double rate) {
    const std::size_t from = at(busy, orbit);
    rates_[from * states() + at(to_busy, to_orbit)] += rate;
    rates_[from * states() + from] -= rate;
  }

  /// Chances of all states; index busy + orbit * (servers + 1).
  [[nodiscard]] std::vector<double> steady() {
    for (std::size_t from = 0; from < states(); ++from) {
      rates_[from * states()] = 1;
    }
    std::vector<double> right(states());
    right[0] = 1;
    return LinearSystem(static_cast<int>(states()), rates_).solve_row(right);
  }

  [[nodiscard]] std::size_t at(std::size_t busy, std::size_t orbit) const {
    return busy + orbit * (servers_ + 1);
  }

private:
  [[nodiscard]] std::size_t states() const { return (servers_ + 1) * (orbit_ + 1); }

  std::size_t servers_, orbit_;
  std::vector<double> rates_;
};

} // namespace

RetrialQueue retrial_queue(double arrival_rate, double service_rate, int servers,
                           double retrial_rate, int orbit) {
  RetrialChain chain(servers, orbit);
  const auto c = static_cast<std::size_t>(servers), most = static_cast<std::size_t>(orbit);
  for (std::size_t n = 0; n <= most; ++n) {
    for (std::size_t busy = 0; busy < c; ++busy) {
      chain.move(busy, n, busy + 1, n, arrival_rate);
      chain.move(busy + 1, n, busy, n, static_cast<double>(busy + 1) * service_rate);
      if (n > 0) {
        chain.move(busy, n, busy + 1, n - 1, static_cast<double>(n) * retrial_rate);
      }
    }
    if (n < most) {
      chain.move(c, n, c, n + 1, arrival_rate);
    }
  }
  const std::vector<double> p = chain.steady();
  RetrialQueue queue;
  for (std::size_t n = 0; n <= most; ++n) {
    queue.p_blocked += p[chain.at(c, n)];
    for (std::size_t busy = 0; busy <= c; ++busy) {
      queue.mean_orbit += static_cast<double>(n) * p[chain.at(busy, n)];
    }
  }
  return queue;
}

} // namespace sojourn
