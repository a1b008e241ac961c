// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queues.hpp"

#include <cassert>
#include <cmath>
#include <limits>

namespace sojourn {
namespace {
constexpr double never = std::numeric_limits<double>::infinity();
}

// B(0) = 1, B(c) = a B(c-1) / (c + a B(c-1)): stable for any load, unlike the sum of factorials.
double erlang_b(int servers, double load) {
  double blocked = 1;
  for (int c = 1; c <= servers; ++c)
    blocked = load * blocked / (c + load * blocked);
  return blocked;
}

// C = B / (1 - rho (1 - B))
double erlang_c(int servers, double load) {
  if (load >= servers)
    return 1;
  const double blocked = erlang_b(servers, load);
  return blocked / (1 - load / servers * (1 - blocked));
}

Queue markov_queue(double arrival_rate, double service_rate, int servers) {
  const double load = arrival_rate / service_rate;
  Queue queue;
  queue.p_wait = erlang_c(servers, load);
  const double spare = servers * service_rate - arrival_rate;
  queue.mean_wait = spare > 0 ? queue.p_wait / spare : never;
  queue.mean_queue = spare > 0 ? arrival_rate * queue.mean_wait : never; // Little
  queue.mean_time = queue.mean_wait + 1 / service_rate;
  queue.mean_number = queue.mean_queue + load;
  return queue;
}

double wait_cdf(double arrival_rate, double service_rate, int servers, double t) {
  const double spare = servers * service_rate - arrival_rate;
  if (spare <= 0 || t < 0)
    return 0;
  return 1 - erlang_c(servers, arrival_rate / service_rate) * std::exp(-spare * t);
}

double time_cdf(double arrival_rate, double service_rate, double t) {
  const double spare = service_rate - arrival_rate;
  return spare <= 0 || t < 0 ? 0 : -std::expm1(-spare * t);
}

double time_quantile(double arrival_rate, double service_rate, double p) {
  const double spare = service_rate - arrival_rate;
  return spare <= 0 ? never : -std::log1p(-p) / spare;
}

// Birth and death: with p_c the chance of exactly c in the system, the chance of c + k is
// p_c prod_{i=1..k} lambda / (c mu + i theta). Everything below c follows from Erlang B:
// sum_{n<=c} p_n = p_c / B. All sums are kept relative to the current largest term.
ImpatientQueue erlang_a(double arrival_rate, double service_rate, int servers,
                        double patience_rate) {
  assert(patience_rate > 0);
  double term = 1, busy = 1, waiting = 0; // p_{c+k}, sum of them, sum of k p_{c+k}; p_c = 1
  double not_waiting = 1 / erlang_b(servers, arrival_rate / service_rate) - 1;
  for (double k = 1; term > 0; ++k) {
    const double growth = arrival_rate / (servers * service_rate + k * patience_rate);
    term *= growth;
    busy += term;
    waiting += k * term;
    if (growth < 1 && k * term / (1 - growth) < 1e-17 * waiting)
      break;
    if (term > 1e200) {
      term *= 1e-200;
      busy *= 1e-200;
      waiting *= 1e-200;
      not_waiting *= 1e-200;
    }
  }
  ImpatientQueue queue;
  queue.p_wait = busy / (busy + not_waiting);
  queue.mean_queue = waiting / (busy + not_waiting);
  queue.mean_wait = queue.mean_queue / arrival_rate;
  queue.p_abandon = patience_rate * queue.mean_wait;
  return queue;
}

// p_n proportional to rho^n, n = 0..K
double lost_share(double load, int capacity) {
  double sum = 0, term = 1;
  const bool light = load <= 1; // sum from the larger end, as powers of min(rho, 1/rho)
  const double ratio = light ? load : 1 / load;
  for (int n = 0; n < capacity; ++n, term *= ratio)
    sum += term;
  sum += term;
  return (light ? term : 1) / sum;
}

double mean_wait_general(double arrival_rate, double mean_service, double variation) {
  const double load = arrival_rate * mean_service;
  return load >= 1 ? never : load * mean_service * (1 + variation) / (2 * (1 - load));
}

} // namespace sojourn
