// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/affect_law.hpp"
#include "models/journey/chain.hpp"

#include <cstdint>
#include <optional>

// What people remember on average, exactly, where the affect of a visit depends on the state and on
// where it leads, and on nothing else (references stand still, choices are not tilted by memory).
// All functions need a chain without problems.
namespace sojourn {

struct FeltChain {
  Chain chain;
  /// [n_edges] of the visit that ends on this edge; nullopt: nothing is felt, so nothing
  /// remembered.
  std::vector<std::optional<AffectLaw>> affect;
};

/// Every visit to state i feels exactly like affect[i].
[[nodiscard]] FeltChain felt_by_state(const Chain& chain, std::span<const double> affect);

/// A quantity that a visit ending on edge e moves to keep[e] * quantity + gain[e], on average and
/// whatever the quantity: exponential memory (keep 1 - alpha, gain alpha a), trust, sums (keep 1).
struct AffineUpdate {
  std::vector<double> keep, gain; // [n_edges], keep in [0, 1]
};

/// Its expected value at the exit, from `initial` at the start.
[[nodiscard]] double expected_at_exit(const Chain& chain, const AffineUpdate& update,
                                      double initial);

/// Memory that gives the newest visit weight `alpha`.
[[nodiscard]] AffineUpdate exponential_memory(const FeltChain& felt, double alpha);

/// Trust rises by `rise` of what is missing after a visit of affect >= 0 and falls by `fall` of
/// itself after one below 0.
[[nodiscard]] AffineUpdate asymmetric_trust(const FeltChain& felt, double rise, double fall);

/// P(nothing is remembered): no visit is felt. Whatever is expected below counts 0 then.
[[nodiscard]] double nothing_felt(const FeltChain& felt);

/// E[sum w a / sum w] over the visits of a journey, w = `bad_weight` > 0 where a < 0, else 1. With
/// f(z) = E[sum w a z^(sum w - 1)] it is the integral of f from 0 to 1: two systems per node.
[[nodiscard]] double expected_mean(const FeltChain& felt, double bad_weight = 1);

/// The mean affect of the last visit that is felt.
[[nodiscard]] double expected_end(const FeltChain& felt);

/// E[sum a x time]: affect points times the unit of the chain's dwells.
[[nodiscard]] double expected_integral(const FeltChain& felt);

/// Which visit stands out: the highest affect, the lowest, or the most extreme, which is the one
/// with the largest w |a| (of equal ones the later).
enum class StandsOut : std::uint8_t { highest, lowest, extreme };

struct OutstandingVisit {
  double affect = 0;      // its mean
  std::vector<double> at; // [n_states]: P(it was one to this state)
};

/// Solves two systems per distinct affect and, where affect varies from visit to visit, per node of
/// an integral over it: relative error about 1e-9.
[[nodiscard]] OutstandingVisit expected_outstanding(const FeltChain& felt, StandsOut which,
                                                    double bad_weight = 1);

} // namespace sojourn
