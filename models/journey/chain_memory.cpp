// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_memory.hpp"

#include "models/journey/chain_steps.hpp"

#include <cmath>
#include <functional>
#include <map>

namespace sojourn {
namespace {

std::vector<double> all_ones(const Chain& chain) {
  std::vector<double> ones(at(chain.n_states), 1.0);
  return ones;
}

std::vector<double> exit_probability(const Chain& chain) {
  return over_edges(chain,
                    [&](const ChainEdge& edge) { return edge.to < chain.n_states ? 0.0 : 1.0; });
}

/// The chain in which a journey is over, uncounted, as soon as it enters a state not `allowed`.
Chain restricted(const Chain& chain, const std::vector<bool>& allowed) {
  Chain inside = chain;
  std::erase_if(inside.edges, [&](const ChainEdge& edge) {
    return !allowed[at(edge.from)] || (edge.to < chain.n_states && !allowed[at(edge.to)]);
  });
  for (std::size_t i = 0; i < allowed.size(); ++i)
    inside.start[i] = allowed[i] ? chain.start[i] : 0.0;
  return inside;
}

std::vector<bool> with_extremity(std::span<const double> affect,
                                 const std::function<bool(double)>& accepted) {
  std::vector<bool> states;
  for (const double value : affect)
    states.push_back(accepted(std::abs(value)));
  return states;
}

/// P(the journey ends without entering a state outside `allowed`) after a visit to each state.
std::vector<double> ends_within(const Chain& chain, const std::vector<bool>& allowed) {
  // Every allowed state counts as reached: what is asked is where a visit elsewhere leads to.
  auto inside = restricted(chain, allowed);
  inside.start = all_ones(chain);
  auto ends = step_system(inside, all_ones(chain)).solve(exit_probability(inside));
  ends.resize(at(chain.n_states + chain.n_exits), 1.0);
  return over_edges(chain, [&](const ChainEdge& edge) {
    return edge.to < chain.n_states && !allowed[at(edge.to)] ? 0.0 : ends[at(edge.to)];
  });
}

} // namespace

// h_i = E[product of keep over the visits after one to i] = sum p keep h + P(exit); a gain at i
// survives with that factor.
double expected_at_exit(const Chain& chain, const AffineUpdate& update, double initial) {
  // I - Q diag(keep) has the solution h; with u = diag(keep) h, (I - diag(keep) Q) u = keep exit.
  auto kept = exit_probability(chain);
  for (std::size_t i = 0; i < kept.size(); ++i)
    kept[i] *= update.keep[i];
  const auto from_entry = step_system(chain, update.keep).solve(kept);
  const auto exits = exit_probability(chain);
  const auto later = over_edges(chain, [&](const ChainEdge& edge) {
    return edge.to < chain.n_states ? from_entry[at(edge.to)] : 0.0;
  });
  const auto visits = step_system(chain, all_ones(chain)).solve_row(chain.start);
  double expected = initial * dot(chain.start, from_entry);
  for (std::size_t i = 0; i < visits.size(); ++i)
    expected += visits[i] * update.gain[i] * (later[i] + exits[i]);
  return expected;
}

AffineUpdate exponential_memory(std::span<const double> affect, double alpha) {
  AffineUpdate update;
  for (const double value : affect) {
    update.keep.push_back(1 - alpha);
    update.gain.push_back(alpha * value);
  }
  return update;
}

AffineUpdate asymmetric_trust(std::span<const double> affect, double rise, double fall) {
  AffineUpdate update;
  for (const double value : affect) {
    update.keep.push_back(1 - (value >= 0 ? rise : fall));
    update.gain.push_back(value >= 0 ? rise : 0.0);
  }
  return update;
}

// The peak is a visit to i if no visit before is more extreme and none after is as extreme:
// visits among states up to |a_i|, times P(afterwards only states below |a_i|).
PeakEnd expected_peak_end(const Chain& chain, std::span<const double> affect) {
  PeakEnd result;
  result.peak_at.resize(affect.size());
  std::map<double, std::vector<std::size_t>> levels;
  for (std::size_t i = 0; i < affect.size(); ++i)
    levels[std::abs(affect[i])].push_back(i);
  for (const auto& [extremity, states] : levels) {
    const double level = extremity; // a lambda may not capture a structured binding in clang 14
    const auto up_to =
        restricted(chain, with_extremity(affect, [=](double a) { return a <= level; }));
    const auto visits = step_system(up_to, all_ones(chain)).solve_row(up_to.start);
    const auto last =
        ends_within(chain, with_extremity(affect, [=](double a) { return a < level; }));
    for (const auto i : states) {
      result.peak_at[i] = visits[i] * last[i];
      result.peak += affect[i] * result.peak_at[i];
    }
  }
  const auto visits = step_system(chain, all_ones(chain)).solve_row(chain.start);
  const auto exits = exit_probability(chain);
  for (std::size_t i = 0; i < affect.size(); ++i)
    result.end += affect[i] * visits[i] * exits[i];
  return result;
}

} // namespace sojourn
