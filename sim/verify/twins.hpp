// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"
#include "sim/verify/target.hpp"

#include <string>
#include <vector>

// The analytic twins of any scenario: what is known exactly about it, or about a plainer version of
// it, against a simulation of the same.
namespace sojourn::verify {

struct Twin {
  std::string title;              // what is compared with what
  std::vector<std::string> notes; // what was left out so that an answer is known
  std::vector<Figure> figures;
};

/// Everybody alone (no lines, opening hours, patience or mechanisms): the absorbing chain against
/// the flow engine. Throws std::invalid_argument with the chain's first problem.
[[nodiscard]] Twin chain_twin(const Scenario& scenario, const Trial& trial);

/// Lines with a known answer, mechanisms off: M/M/c and open networks of them, Erlang A, M/G/1.
/// Without one the figures are empty and a note says why.
[[nodiscard]] Twin station_twin(const Scenario& scenario, const Trial& trial);

/// The scenario without mechanisms and without tilted choices.
[[nodiscard]] Scenario without_mechanisms(Scenario scenario);

} // namespace sojourn::verify
