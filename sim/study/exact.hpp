// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/chain.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <string>
#include <vector>

// The journey solved exactly, persona by persona, with the written shares; then mixed. What leaves
// the class of exactly solvable journeys is named, with what was done instead.
namespace sojourn {

/// The absorbing chain of one persona: touchpoints are states, exits absorb, times in minutes.
[[nodiscard]] Chain chain_of(const Scenario& scenario, std::size_t persona);

struct ExactJourney {
  std::vector<std::string> problems; // not empty: nothing below is filled in
  std::vector<std::string> leaves;   // features outside the exact class
  std::vector<std::string> notes;    // numerical remarks of the solver
  std::vector<ChainSolution> personas;
  ChainSolution everyone; // the mixture by the shares of arrivals; condition: the worst

  [[nodiscard]] bool exact() const { return problems.empty() && leaves.empty(); }
};

[[nodiscard]] ExactJourney solve_journey(const Scenario& scenario);

/// Features that `solve` leaves aside, one sentence each.
[[nodiscard]] std::vector<std::string> outside_exact_class(const Scenario& scenario);

/// Expected money of one journey, of everyone and of every persona: expected visits x money.
struct ExactValue {
  struct Money {
    double gained = 0, booked = 0, paid = 0;
    double risk = 0; // what events take from people
    [[nodiscard]] double net() const { return booked - paid - risk; }
  };
  std::vector<std::string> leaves; // what is not in these numbers, or not exact in them
  Money everyone;
  std::vector<Money> personas;
};

/// Needs a journey without problems.
[[nodiscard]] ExactValue exact_value(const Scenario& scenario, const ExactJourney& journey);

/// Work that arrives at a resource against what it can do, from the exact expected visits.
struct ResourceLoad {
  std::string id, name;
  bool unlimited = false;
  double offered_hours = 0; // of work per week
  double open_hours = 0;    // capacity x open hours per week
  [[nodiscard]] double rho() const { return open_hours > 0 ? offered_hours / open_hours : 0; }
};

/// Empty where the journey cannot be solved or nobody says how many people come.
[[nodiscard]] std::vector<ResourceLoad> resource_loads(const Scenario& scenario,
                                                       const ExactJourney& journey);

} // namespace sojourn
