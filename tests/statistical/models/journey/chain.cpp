// SPDX-License-Identifier: Apache-2.0
// The exact chain against journeys walked one by one. Fixed seed, 4.5 standard errors (alpha 7e-6
// per check); the same checks reject a chain with slightly other shares.
#include "models/journey/chain.hpp"
#include "models/journey/chain_memory.hpp"
#include "tests/unit/models/journey/incident_chain.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace sojourn;

namespace {

constexpr int n_journeys = 200000;

struct Walked {
  double steps = 0, time = 0, memory = 0, trust = 0.5, peak = 0, last = 0;
  int exit = 0, waits = 0;
};

struct Mean {
  double sum = 0, squares = 0;
  void add(double value) {
    sum += value;
    squares += value * value;
  }
  [[nodiscard]] double mean() const { return sum / n_journeys; }
  [[nodiscard]] double error() const {
    return std::sqrt((squares / n_journeys - mean() * mean()) / n_journeys);
  }
  [[nodiscard]] bool agrees(double truth) const {
    return std::abs(mean() - truth) <= 4.5 * error() + 1e-12;
  }
};

double uniform(std::mt19937_64& bits) { return static_cast<double>(bits() >> 11) * 0x1p-53; }

void visit(Walked& walked, int state, double dwell) {
  const double affect = incident_affect[static_cast<std::size_t>(state)];
  walked.steps += 1;
  walked.time += dwell;
  walked.waits += state == wait_fix ? 1 : 0;
  walked.memory += 0.3 * (affect - walked.memory);
  walked.trust += affect >= 0 ? 0.05 * (1 - walked.trust) : -0.25 * walked.trust;
  walked.peak = std::abs(affect) >= std::abs(walked.peak) ? affect : walked.peak;
  walked.last = affect;
}

int next_place(const Chain& chain, int state, double u) {
  int to = -1;
  for (const auto& edge : chain.edges) {
    if (edge.from != state || u < 0)
      continue;
    to = edge.to;
    u -= edge.p;
  }
  return to;
}

Walked walk(const Chain& chain, std::mt19937_64& bits) { // all dwells exponential
  Walked walked;
  int place = 0;
  while (place < chain.n_states) {
    const double mean = chain.dwell_mean[static_cast<std::size_t>(place)];
    visit(walked, place, -mean * std::log1p(-uniform(bits)));
    place = next_place(chain, place, uniform(bits));
  }
  walked.exit = place - chain.n_states;
  return walked;
}

struct Walks {
  Mean steps, time, squared_time, done, waits, within_two_hours, memory, trust, peak_end;

  explicit Walks(const Chain& chain) {
    std::mt19937_64 bits(20260701);
    for (int i = 0; i < n_journeys; ++i) {
      const auto walked = walk(chain, bits);
      steps.add(walked.steps);
      time.add(walked.time);
      squared_time.add(walked.time * walked.time);
      done.add(walked.exit == 0 ? 1 : 0);
      waits.add(walked.waits);
      within_two_hours.add(walked.time <= 120 ? 1 : 0);
      memory.add(walked.memory);
      trust.add(walked.trust);
      peak_end.add((walked.peak + walked.last) / 2);
    }
  }
};

Chain exponential_incident(double abandon_at_contact = 0.07) {
  auto chain = incident_chain(abandon_at_contact);
  for (std::size_t i = 0; i < 8; ++i)
    chain.dwell_variance[i] = chain.dwell_mean[i] * chain.dwell_mean[i];
  return chain;
}

} // namespace

TEST_CASE("Walked journeys agree with the exact chain, and not with a slightly wrong one") {
  const Walks walks(exponential_incident());
  const auto chain = exponential_incident();
  const auto exact = solve(chain);
  CHECK(walks.steps.agrees(exact.steps_mean));
  CHECK(walks.time.agrees(exact.time_mean));
  CHECK(walks.squared_time.agrees(exact.time_variance + exact.time_mean * exact.time_mean));
  CHECK(walks.done.agrees(exact.exit_share[0]));
  CHECK(walks.waits.agrees(exact.visits[wait_fix]));
  CHECK(walks.within_two_hours.agrees(phase_type_cdf(chain, std::vector{120.0})[0]));
  const FeltChain felt = felt_by_state(chain, incident_affect);
  CHECK(walks.memory.agrees(expected_at_exit(chain, exponential_memory(felt, 0.3), 0)));
  CHECK(walks.trust.agrees(expected_at_exit(chain, asymmetric_trust(felt, 0.05, 0.25), 0.5)));
  const double peak = expected_outstanding(felt, StandsOut::extreme).affect;
  CHECK(walks.peak_end.agrees((peak + expected_end(felt)) / 2));

  const auto wrong_chain = exponential_incident(0.08);
  const auto wrong = solve(wrong_chain);
  CHECK_FALSE(walks.steps.agrees(wrong.steps_mean));
  CHECK_FALSE(walks.done.agrees(wrong.exit_share[0]));
  const FeltChain wrongly_felt = felt_by_state(wrong_chain, incident_affect);
  CHECK_FALSE(walks.trust.agrees(
      expected_at_exit(wrong_chain, asymmetric_trust(wrongly_felt, 0.05, 0.25), 0.5)));
}
