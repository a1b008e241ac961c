// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_steps.hpp"

#include <array>
#include <charconv>

namespace sojourn {
namespace {

using Problems = std::vector<std::string>;

constexpr double sum_tolerance = 1e-9;

std::string number(double value) {
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.begin(), digits.end(), value, std::chars_format::general, 6);
  return {digits.begin(), end.ptr};
}

std::string name(const Chain& chain, int state) {
  return chain.names.size() == at(chain.n_states) ? "'" + chain.names[at(state)] + "'"
                                                  : "state " + std::to_string(state);
}

bool is_share(double p) { return p >= 0 && p <= 1 + sum_tolerance; }
bool is_measure(double value) { return value >= 0 && std::isfinite(value); }
bool is_one(double sum) { return std::abs(sum - 1) <= sum_tolerance; }

void check_shape(const Chain& chain, Problems& problems) {
  const auto n = at(chain.n_states);
  if (chain.n_states < 1 || chain.n_exits < 1) {
    problems.emplace_back("a journey needs a touchpoint and an exit");
    return;
  }
  if (chain.start.size() != n || chain.dwell_mean.size() != n || chain.dwell_variance.size() != n)
    problems.emplace_back("start and dwell times must have one entry per state");
  for (const auto& edge : chain.edges)
    if (edge.from < 0 || edge.from >= chain.n_states || edge.to < 0 ||
        edge.to >= chain.n_states + chain.n_exits)
      problems.push_back("an edge joins " + std::to_string(edge.from) + " and " +
                         std::to_string(edge.to) + ", which do not exist");
}

void check_start(const Chain& chain, Problems& problems) {
  double sum = 0;
  for (int state = 0; state < chain.n_states; ++state) {
    sum += chain.start[at(state)];
    if (!is_share(chain.start[at(state)]))
      problems.push_back(name(chain, state) + ": " + number(chain.start[at(state)]) +
                         " is no share of starts");
  }
  if (!is_one(sum))
    problems.push_back("the shares of starts add up to " + number(sum) + ", not 1");
}

void check_dwell(const Chain& chain, Problems& problems) {
  for (int state = 0; state < chain.n_states; ++state)
    if (!is_measure(chain.dwell_mean[at(state)]) || !is_measure(chain.dwell_variance[at(state)]))
      problems.push_back(name(chain, state) + ": a dwell time needs a finite mean and variance");
  for (const auto& edge : chain.edges)
    if ((!std::isnan(edge.dwell_mean) && !is_measure(edge.dwell_mean)) ||
        (!std::isnan(edge.dwell_variance) && !is_measure(edge.dwell_variance)))
      problems.push_back(name(chain, edge.from) +
                         ": a dwell time of an edge needs a finite mean and variance");
}

void check_rows(const Chain& chain, Problems& problems) {
  for (const auto& edge : chain.edges)
    if (!is_share(edge.p))
      problems.push_back(name(chain, edge.from) + ": " + number(edge.p) + " is no share");
  const auto sums = over_edges(chain, [](const ChainEdge&) { return 1.0; });
  for (int state = 0; state < chain.n_states; ++state)
    if (!is_one(sums[at(state)]))
      problems.push_back(name(chain, state) + ": the shares of what follows add up to " +
                         number(sums[at(state)]) + ", not 1");
}

// Walks the edges backwards from the exits.
std::vector<bool> can_leave(const Chain& chain) {
  std::vector<std::vector<int>> before(at(chain.n_states + chain.n_exits));
  for (const auto& edge : chain.edges)
    if (edge.p > 0)
      before[at(edge.to)].push_back(edge.from);
  std::vector<int> open;
  open.reserve(before.size());
  for (int exit = 0; exit < chain.n_exits; ++exit)
    open.push_back(chain.n_states + exit);
  std::vector<bool> leaves(at(chain.n_states + chain.n_exits));
  while (!open.empty()) {
    const int place = open.back();
    open.pop_back();
    if (leaves[at(place)])
      continue;
    leaves[at(place)] = true;
    open.insert(open.end(), before[at(place)].begin(), before[at(place)].end());
  }
  return leaves;
}

void check_exits(const Chain& chain, Problems& problems) {
  const auto reached = reached_states(chain);
  const auto leaves = can_leave(chain);
  for (int state = 0; state < chain.n_states; ++state)
    if (reached[at(state)] && !leaves[at(state)])
      problems.push_back(name(chain, state) + ": no exit can be reached from here");
}

} // namespace

std::vector<std::string> problems_of(const Chain& chain) {
  Problems problems;
  check_shape(chain, problems);
  if (!problems.empty())
    return problems; // the other checks would read beyond the arrays
  check_start(chain, problems);
  check_dwell(chain, problems);
  check_rows(chain, problems);
  check_exits(chain, problems);
  return problems;
}

} // namespace sojourn
