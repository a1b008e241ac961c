// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queue_variants.hpp"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace sojourn {
namespace {
constexpr double never = std::numeric_limits<double>::infinity();
}

std::vector<double> priority_waits(std::span<const double> arrival_rates, double service_rate,
                                   int servers) {
  double all = 0;
  for (const double rate : arrival_rates) {
    all += rate;
  }
  const double capacity = servers * service_rate;
  const double first = erlang_c(servers, all / service_rate) / capacity;
  std::vector<double> waits;
  double above = 0;
  for (const double rate : arrival_rates) {
    const double here = above + rate / capacity;
    waits.push_back(here < 1 ? first / ((1 - above) * (1 - here)) : never);
    above = here;
  }
  return waits;
}

std::vector<double> preemptive_times(std::span<const double> arrival_rates, double service_rate,
                                     int servers) {
  std::vector<double> times;
  double above = 0, number_above = 0;
  for (const double rate : arrival_rates) {
    const double number = markov_queue(above + rate, service_rate, servers).mean_number;
    times.push_back(std::isinf(number) ? never : (number - number_above) / rate);
    above += rate;
    number_above = number;
  }
  return times;
}

// p_{c+k} = p_c r^k with r = lambda / (c mu), k = 0 .. K - c; sum_{n <= c} p_n = p_c / B.
FiniteQueue finite_queue(double arrival_rate, double service_rate, int servers, int places) {
  assert(places >= servers);
  const double load = arrival_rate / service_rate, ratio = load / servers;
  double term = 1, busy = 0, waiting = 0;
  for (int k = 0; k < places - servers; ++k) {
    busy += term; // found with room to wait
    term *= ratio;
    waiting += (k + 1) * term;
  }
  const double total = 1 / erlang_b(servers, load) - 1 + busy + term;
  FiniteQueue queue;
  queue.p_lost = term / total;
  queue.p_wait = busy / (total - term);
  queue.mean_queue = waiting / total;
  queue.mean_wait = queue.mean_queue / (arrival_rate * (1 - queue.p_lost));
  return queue;
}

// W(M/D/c) = W(M/M/c) / 2 [1 + (1 - rho) (c - 1) (sqrt(4 + 5 c) - 2) / (16 rho c)]
double mean_wait_constant(double arrival_rate, double mean_service, int servers) {
  const double rho = arrival_rate * mean_service / servers;
  const double wait = markov_queue(arrival_rate, 1 / mean_service, servers).mean_wait;
  const double more =
      (1 - rho) * (servers - 1) * (std::sqrt(4 + 5.0 * servers) - 2) / (16 * rho * servers);
  return rho < 1 ? wait / 2 * (1 + more) : never;
}

double mean_wait_between(double arrival_rate, double mean_service, double variation, int servers) {
  const double markov = markov_queue(arrival_rate, 1 / mean_service, servers).mean_wait;
  const double constant = mean_wait_constant(arrival_rate, mean_service, servers);
  return std::isinf(markov) ? never : variation * markov + (1 - variation) * constant;
}

double shared_time(double size, double load) { return load < 1 ? size / (1 - load) : never; }

namespace {

using Chances = std::vector<double>;

/// dp/dt of a birth-and-death process.
Chances flow_of(const Chances& p, double arrival_rate, double service_rate, int servers) {
  Chances flow(p.size());
  for (std::size_t n = 0; n + 1 < p.size(); ++n) {
    const double busy = std::fmin(static_cast<double>(n + 1), servers);
    const double up = arrival_rate * p[n] - busy * service_rate * p[n + 1];
    flow[n] -= up;
    flow[n + 1] += up;
  }
  return flow;
}

Chances moved(const Chances& p, const Chances& flow, double dt) {
  Chances next = p;
  for (std::size_t n = 0; n < p.size(); ++n) {
    next[n] += dt * flow[n];
  }
  return next;
}

struct ChangingQueue {
  const std::function<double(double)>& arrival_rate;
  double service_rate;
  int servers;

  [[nodiscard]] Chances flow(const Chances& at, double t) const {
    return flow_of(at, arrival_rate(t), service_rate, servers);
  }
  /// One step of Runge-Kutta of fourth order.
  void step(Chances& p, double t, double dt) const {
    const Chances a = flow(p, t), b = flow(moved(p, a, dt / 2), t + dt / 2);
    const Chances c = flow(moved(p, b, dt / 2), t + dt / 2), d = flow(moved(p, c, dt), t + dt);
    for (std::size_t n = 0; n < p.size(); ++n) {
      p[n] += dt / 6 * (a[n] + 2 * b[n] + 2 * c[n] + d[n]);
    }
  }
};

Chances empty_queue(int places) {
  Chances p(static_cast<std::size_t>(places) + 1);
  p[0] = 1;
  return p;
}

double people_waiting(const Chances& p, int servers) {
  double waiting = 0;
  for (std::size_t n = static_cast<std::size_t>(servers); n < p.size(); ++n) {
    waiting += p[n] * static_cast<double>(n - static_cast<std::size_t>(servers));
  }
  return waiting;
}

} // namespace

std::vector<double> queue_at(const std::function<double(double)>& arrival_rate, double service_rate,
                             int servers, int places, double until, double step) {
  const ChangingQueue queue{arrival_rate, service_rate, servers};
  Chances p = empty_queue(places);
  const int steps = static_cast<int>(std::ceil(until / step));
  const double dt = until / steps;
  for (int i = 0; i < steps; ++i) {
    queue.step(p, i * dt, dt);
  }
  return p;
}

double mean_line(const std::function<double(double)>& arrival_rate, double service_rate,
                 int servers, int places, double from, double until, double step) {
  const ChangingQueue queue{arrival_rate, service_rate, servers};
  Chances p = empty_queue(places);
  const int steps = static_cast<int>(std::ceil(until / step));
  const double dt = until / steps;
  double area = 0, time = 0;
  for (int i = 0; i < steps; ++i) {
    const double before = people_waiting(p, servers);
    queue.step(p, i * dt, dt);
    if (i * dt >= from - dt / 2) {
      area += dt * (before + people_waiting(p, servers)) / 2;
      time += dt;
    }
  }
  return area / time;
}

} // namespace sojourn
