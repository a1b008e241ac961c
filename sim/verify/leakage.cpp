// SPDX-License-Identifier: Apache-2.0
#include "output/stats/shapley.hpp"
#include "output/text.hpp"
#include "sim/study/exact.hpp"
#include "sim/verify/scene.hpp"
#include "sim/verify/target.hpp"

#include <array>
#include <stdexcept>

// Leakage of a journey whose value is a closed form, through the scenario's ideals and the exact
// chain. Expected values: the closed form with 30 digits.
namespace sojourn::verify {
namespace {

constexpr std::array<double, 16> worth_when = {73.6416403785489,
                                               60.5347003154574,
                                               55.6605678233438,
                                               45.5504731861199,
                                               67.172602739726,
                                               55.1438356164384,
                                               49.9123287671233,
                                               40.7602739726027,
                                               48.4700315457413,
                                               39.5583596214511,
                                               35.8832807570978,
                                               29.0694006309148,
                                               43.0821917808219,
                                               35.0684931506849,
                                               31,
                                               25};

/// Expected net benefit with the causes in `active` leaking, the others at their ideal.
double solved_worth(const Loaded& loaded, std::size_t active) {
  std::vector<ChangeLine> lines;
  for (std::size_t cause = 0; cause < loaded.patcher->ideals().size(); ++cause) {
    if ((active >> cause & 1U) == 0) {
      const std::vector<ChangeLine>& ideal = loaded.patcher->ideals()[cause].lines;
      lines.insert(lines.end(), ideal.begin(), ideal.end());
    }
  }
  const Patched patched = loaded.patcher->patched(0, lines);
  const auto* scenario = std::get_if<Scenario>(&patched);
  if (scenario == nullptr) {
    throw std::logic_error(std::get<1>(patched).front().message);
  }
  return exact_value(*scenario, solve_journey(*scenario)).everyone.net();
}

void add_all(Figures& figures, const std::string& what, const std::vector<double>& expected,
             const std::vector<double>& found) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    figures.exact(what + output::text(" of cause {}", i + 1), expected[i], found[i]);
  }
}

std::vector<Figure> leakage(const Trial&) {
  const Loaded loaded = load_scene("leakage");
  std::vector<double> worths;
  Figures figures;
  for (std::size_t active = 0; active < worth_when.size(); ++active) {
    worths.push_back(solved_worth(loaded, active));
    figures.exact(output::text("net benefit, causes {:04b} leak", active), worth_when[active],
                  worths.back());
  }
  const std::vector<double> game = output::loss_game(worths);
  add_all(figures, "Shapley value",
          {9.36258228540973, 13.827888451954, 5.1921337308961, 20.2590359102891},
          output::shapley_values(game));
  add_all(figures, "first in",
          {13.1069400630915, 17.981072555205, 6.46903763882287, 25.1716088328076},
          output::first_in(game));
  add_all(figures, "last out", {6, 10.0684931506849, 4.06940063091483, 15.7602739726027},
          output::last_out(game));
  const std::vector<double> pairs = output::shapley_interactions(game);
  constexpr std::array<double, 6> interactions = {-2.49926537314723, -.940019878138369,
                                                  -3.66765481180589, -.564625556371808,
                                                  -4.84868847500108, -.894991573397865};
  std::size_t pair = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = i + 1; j < 4; ++j) {
      figures.exact(output::text("interaction of causes {} and {}", i + 1, j + 1),
                    interactions[pair++], pairs[i * 4 + j]);
    }
  }
  return figures.done();
}

} // namespace

std::vector<Target> leakage_targets() {
  return {{"T38", "Leakage: 16 coalitions, Shapley values", TargetKind::exact, "", leakage}};
}

} // namespace sojourn::verify
