// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>
#include <span>
#include <string>
#include <vector>

// The journey solved exactly: an absorbing semi-Markov chain (Kemeny & Snell 1960, ch. 3). States
// are touchpoints, exits absorb. With Q the steps among states and N = (I - Q)^-1, row i of N holds
// the expected visits to every state from state i. Assumes that where people go next depends on the
// state alone. Units of time are the caller's.
namespace sojourn {

/// "As written for the state": the default of an edge's dwell.
inline constexpr double as_state = std::numeric_limits<double>::quiet_NaN();

/// With probability p, `from` is followed by `to`: a state 0..n_states-1, or exit e as
/// n_states + e. Where the time spent depends on what ends it (patience racing service), the edge
/// carries the mean and variance of the dwell given that this edge was taken.
struct ChainEdge {
  int from = 0, to = 0;
  double p = 0;
  double dwell_mean = as_state, dwell_variance = as_state;
};

struct Chain {
  int n_states = 0, n_exits = 0;
  std::vector<double> start;                      // [n_states], sums to 1
  std::vector<ChainEdge> edges;                   // per state the p sum to 1; parallel edges add up
  std::vector<double> dwell_mean, dwell_variance; // [n_states], >= 0
  std::vector<std::string> names;                 // [n_states], for messages; may be empty
  int visit_limit = 0; // of the simulation; not applied here but named, 0: none
};

struct ChainSolution {
  std::vector<std::string> problems; // not empty: nothing else is filled in
  std::vector<std::string> notes;    // what the numbers leave out, or how far to trust them
  // [n_states]
  std::vector<double> visits, visit_variance;
  std::vector<double> ever; // P(visited at least once)
  // [n_exits]; times are NaN for an exit nobody takes
  std::vector<double> exit_share, time_mean_given_exit;
  double steps_mean = 0, steps_variance = 0; // visits to states, the first included
  double time_mean = 0, time_variance = 0;
  double condition = 1;    // estimate of the condition number of I - Q; 1e12 leaves about 4 digits
  double beyond_limit = 0; // P(more than visit_limit steps); 0 without a limit

  [[nodiscard]] bool solved() const { return problems.empty(); }
};

/// Never throws: wrong input (sums, ranges, a state from which no exit can be reached) is returned
/// as problems, all of them. Dense LU of the states that can be reached: about 2000 at most.
[[nodiscard]] ChainSolution solve(const Chain& chain);

/// All the mistakes of a chain, empty if it can be solved.
[[nodiscard]] std::vector<std::string> problems_of(const Chain& chain);

/// P(time in the system <= t) for each t when every dwell is exponential with the state's mean > 0
/// (phase-type distribution, by uniformization). Needs a chain without problems.
[[nodiscard]] std::vector<double> phase_type_cdf(const Chain& chain, std::span<const double> times);

/// E[exp(-rate * time) reward(exit)]: what an outcome is worth today. `transform[i]` is
/// E[exp(-rate * dwell)] of state i, `exit_reward` has n_exits entries. Needs a chain without
/// problems.
[[nodiscard]] double discounted_reward(const Chain& chain, std::span<const double> transform,
                                       std::span<const double> exit_reward);

/// E[exp(-rate X)] of an exponential X with this mean: the transform for discounted_reward.
[[nodiscard]] inline double exponential_transform(double mean, double rate) {
  return 1 / (1 + rate * mean);
}

} // namespace sojourn
