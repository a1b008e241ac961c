// SPDX-License-Identifier: Apache-2.0
#pragma once

// Steady-state queues with a known answer: the right-hand sides of tests and of `verify`.
// Rates are per unit of time; waits come out in that unit. Load a = arrival rate / service rate.
// Where the queue has no steady state (load >= servers, nobody gives up) the wait is infinite.
namespace sojourn {

/// Share of arrivals blocked in M/G/c/c (Erlang B). servers >= 0, load >= 0.
[[nodiscard]] double erlang_b(int servers, double load);

/// Share of arrivals that wait in M/M/c (Erlang C); 1 if load >= servers.
[[nodiscard]] double erlang_c(int servers, double load);

struct Queue {
  double p_wait = 0;      // share of arrivals that wait at all
  double mean_wait = 0;   // before service, over all arrivals
  double mean_queue = 0;  // people waiting
  double mean_time = 0;   // wait and service
  double mean_number = 0; // people waiting or served
};

/// M/M/c, first come first served; c = 1 is M/M/1.
[[nodiscard]] Queue markov_queue(double arrival_rate, double service_rate, int servers);

/// P(wait <= t) in M/M/c.
[[nodiscard]] double wait_cdf(double arrival_rate, double service_rate, int servers, double t);

/// P(time in the system <= t) in M/M/1, and its inverse.
[[nodiscard]] double time_cdf(double arrival_rate, double service_rate, double t);
[[nodiscard]] double time_quantile(double arrival_rate, double service_rate, double p);

struct ImpatientQueue {
  double p_wait = 0;     // share of arrivals that find every server busy
  double p_abandon = 0;  // share of arrivals that give up; equals patience rate * mean_wait
  double mean_wait = 0;  // in the queue, over all arrivals, served or not
  double mean_queue = 0; // people waiting
};

/// Erlang A, M/M/c+M: patience exponential with rate > 0. Always has a steady state.
[[nodiscard]] ImpatientQueue erlang_a(double arrival_rate, double service_rate, int servers,
                                      double patience_rate);

/// Share of arrivals lost in M/M/1/K: at most `capacity` people, the one in service included.
[[nodiscard]] double lost_share(double load, int capacity);

/// Mean wait in M/G/1 (Pollaczek-Khinchine); `variation` is the squared coefficient of variation
/// of service.
[[nodiscard]] double mean_wait_general(double arrival_rate, double mean_service, double variation);

} // namespace sojourn
