// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/queues.hpp"

#include <functional>
#include <span>
#include <vector>

// Queues beyond one first-come-first-served line: priorities, finite rooms, other services,
// networks, retrials, and rates that change in time. Units as in queues.hpp; the same conventions
// for lines without an end.
namespace sojourn {

/// Mean wait of every class in M/M/c with priorities, highest first, the same service for all,
/// service never interrupted (Cobham 1954 Operations Research 2:70):
/// W_k = C / (c mu (1 - s_{k-1}) (1 - s_k)), s_k the load of classes 1 .. k per server.
[[nodiscard]] std::vector<double> priority_waits(std::span<const double> arrival_rates,
                                                 double service_rate, int servers);

/// Mean time in the system of every class where a higher class interrupts and the interrupted is
/// resumed later: classes 1 .. k together are an M/M/c of their own.
[[nodiscard]] std::vector<double> preemptive_times(std::span<const double> arrival_rates,
                                                   double service_rate, int servers);

struct FiniteQueue {
  double p_lost = 0;     // share of arrivals that find the room full
  double p_wait = 0;     // of those admitted, share that waits
  double mean_wait = 0;  // of those admitted
  double mean_queue = 0; // people waiting
};

/// M/M/c/K: at most `places` >= servers people, those in service included.
[[nodiscard]] FiniteQueue finite_queue(double arrival_rate, double service_rate, int servers,
                                       int places);

/// Mean wait in M/D/c by the approximation of Cosmetatos 1975 (Operational Research Quarterly
/// 26:615), from that of M/M/c; exact for one server.
[[nodiscard]] double mean_wait_constant(double arrival_rate, double mean_service, int servers);

/// Mean wait in M/G/c between M/D/c and M/M/c (Bjoerklund & Elldin 1964; Tijms 1994): exact for one
/// server, meant for a squared coefficient of variation up to about 2.
[[nodiscard]] double mean_wait_between(double arrival_rate, double mean_service, double variation,
                                       int servers);

/// Mean time of a job of this size where everybody present is served at once, each by their share
/// (M/G/1 processor sharing): size / (1 - load), whatever the law of service.
[[nodiscard]] double shared_time(double size, double load);

/// Arrivals per station of an open network (Jackson 1957): from outside, and from other stations
/// with `routing` [from * n + to], rows summing to at most 1. Where service is exponential and
/// outside arrivals are Poisson, each station is then an M/M/c of its own.
[[nodiscard]] std::vector<double> network_rates(std::span<const double> from_outside,
                                                std::span<const double> routing);

struct RetrialQueue {
  double p_blocked = 0;  // share of first attempts that find every server busy
  double mean_orbit = 0; // people who will try again
};

/// M/M/c with retrials: who is blocked tries again after an exponential time of this rate, until
/// served. At most `orbit` people wait to retry; choose it so large that it hardly ever fills.
[[nodiscard]] RetrialQueue retrial_queue(double arrival_rate, double service_rate, int servers,
                                         double retrial_rate, int orbit);

/// Chances of 0 .. places people at time `until` in M(t)/M/c/places that starts empty: the
/// Kolmogorov equations by Runge-Kutta of fourth order with steps of at most `step`.
[[nodiscard]] std::vector<double> queue_at(const std::function<double(double)>& arrival_rate,
                                           double service_rate, int servers, int places,
                                           double until, double step);

/// Mean number of people waiting between two moments of the same queue.
[[nodiscard]] double mean_line(const std::function<double(double)>& arrival_rate,
                               double service_rate, int servers, int places, double from,
                               double until, double step);

} // namespace sojourn
