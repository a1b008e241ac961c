// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain.hpp"

#include "models/journey/chain_steps.hpp"

namespace sojourn {
namespace {

constexpr double poor_condition = 1e10; // about six digits are left

/// The chain with its factorised I - Q.
struct Solver {
  const Chain& chain;
  LinearSystem system;
  std::vector<double> visits; // start N

  explicit Solver(const Chain& of)
      : chain(of), system(step_system(of, std::vector<double>(at(of.n_states), 1.0))),
        visits(system.solve_row(of.start)) {}

  /// E[sum of a value over the edges taken], from each state.
  [[nodiscard]] std::vector<double> accumulated(const std::vector<double>& per_visit) const {
    return system.solve(per_visit);
  }
};

// Given that j is visited, the number of visits is geometric with mean N_jj:
// E[V] = ever N_jj, E[V^2] = E[V] (2 N_jj - 1).
void fill_visits(const Solver& solver, ChainSolution& solution) {
  const auto returns = solver.system.inverse_diagonal();
  solution.visits = solver.visits;
  for (std::size_t j = 0; j < solver.visits.size(); ++j) {
    const double mean = solver.visits[j];
    solution.ever.push_back(mean / returns[j]);
    solution.visit_variance.push_back(mean * (2 * returns[j] - 1) - mean * mean);
  }
}

// S = 1 + S' at every step, so E[S^2] = N (2 E[S] - 1).
void fill_steps(const Solver& solver, ChainSolution& solution) {
  auto steps = solver.accumulated(std::vector<double>(solver.visits.size(), 1.0));
  solution.steps_mean = dot(solver.chain.start, steps);
  for (auto& mean : steps)
    mean = 2 * mean - 1;
  solution.steps_variance = dot(solver.visits, steps) - solution.steps_mean * solution.steps_mean;
}

// T = D + T' with D independent of T' once the edge is known:
// E[T^2] = N (E[D^2] + 2 E[D T']).
void fill_time(const Solver& solver, ChainSolution& solution) {
  const auto& chain = solver.chain;
  auto rest = solver.accumulated(
      over_edges(chain, [&](const ChainEdge& edge) { return dwell_mean(chain, edge); }));
  solution.time_mean = dot(chain.start, rest);
  rest.resize(at(chain.n_states + chain.n_exits)); // nothing is left after an exit
  const auto squares = over_edges(chain, [&](const ChainEdge& edge) {
    const double mean = dwell_mean(chain, edge);
    return dwell_variance(chain, edge) + mean * mean + 2 * mean * rest[at(edge.to)];
  });
  solution.time_variance = dot(solver.visits, squares) - solution.time_mean * solution.time_mean;
}

/// P(leaving through `exit`) from every state and, as a target vector, from the exits themselves.
std::vector<double> absorption(const Solver& solver, int exit) {
  const auto& chain = solver.chain;
  const int target = chain.n_states + exit;
  auto share = solver.accumulated(
      over_edges(chain, [&](const ChainEdge& edge) { return edge.to == target ? 1.0 : 0.0; }));
  share.resize(at(chain.n_states + chain.n_exits));
  share[at(target)] = 1;
  return share;
}

// E[T; exit] = N (E[D; exit]): every dwell counts for those who will leave that way.
void fill_exits(const Solver& solver, ChainSolution& solution) {
  const auto& chain = solver.chain;
  for (int exit = 0; exit < chain.n_exits; ++exit) {
    const auto share = absorption(solver, exit);
    const auto time = over_edges(
        chain, [&](const ChainEdge& edge) { return dwell_mean(chain, edge) * share[at(edge.to)]; });
    solution.exit_share.push_back(dot(chain.start, std::span(share).first(time.size())));
    solution.time_mean_given_exit.push_back(dot(solver.visits, time) / solution.exit_share.back());
  }
}

double beyond_limit(const Chain& chain) {
  std::vector<double> row = chain.start;
  for (int taken = 0; taken < chain.visit_limit; ++taken)
    row = step(chain, row);
  return dot(row, std::vector<double>(row.size(), 1.0));
}

void fill_notes(const Solver& solver, ChainSolution& solution) {
  const auto& chain = solver.chain;
  solution.condition = solver.system.condition();
  if (solution.condition > poor_condition)
    solution.notes.emplace_back(
        "leaving is so rare that the equations are nearly singular: only the "
        "leading digits are right");
  if (chain.visit_limit <= 0)
    return;
  solution.beyond_limit = beyond_limit(chain);
  solution.notes.push_back(
      "a journey may be of any length here; the simulation stops counting at " +
      std::to_string(chain.visit_limit) + " visits");
}

} // namespace

ChainSolution solve(const Chain& chain) {
  ChainSolution solution;
  solution.problems = problems_of(chain);
  if (!solution.problems.empty())
    return solution;
  const Solver solver(chain);
  fill_visits(solver, solution);
  fill_steps(solver, solution);
  fill_time(solver, solution);
  fill_exits(solver, solution);
  fill_notes(solver, solution);
  return solution;
}

} // namespace sojourn
