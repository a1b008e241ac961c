// SPDX-License-Identifier: Apache-2.0
#include "sim/study/control_twins.hpp"

#include "output/text.hpp"
#include "sim/study/ablate.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

/// Journeys that the simulation would cut off, as a share: below it no mean can notice.
constexpr double beyond_notice = 1e-9;

/// Expectations come from linear algebra, whose last digits depend on the machine; results must
/// not. The error of 1e-11 is far below that of any simulation.
double portable(double number) { return std::stod(output::text("{:.10e}", number)); }

std::string what_is_in_the_way(const ExactJourney& exact) {
  if (!exact.problems.empty()) {
    return exact.problems.front();
  }
  if (!exact.leaves.empty()) {
    return exact.leaves.front();
  }
  return exact.everyone.beyond_limit > beyond_notice
             ? "journeys are cut off at the limit of visits too often"
             : "";
}

double exit_share(const Scenario& scenario, const ChainSolution& solution, Outcome outcome) {
  double share = 0;
  for (std::size_t exit = 0; exit < scenario.exits.size(); ++exit) {
    share += scenario.exits[exit].outcome == outcome ? solution.exit_share[exit] : 0;
  }
  return share;
}

} // namespace

Twin add_twin(const StudyContext& context, ArmPool& pool, std::size_t arm) {
  const Scenario& scenario = context.arms[arm].scenario;
  if (context.arms.front().scenario.base != BaseShares::raw) {
    refuse_study(context, "control_variates need base: raw",
                 "re-fitted shares are found by simulation, so nothing exact is known of them",
                 "take control_variates out");
  }
  Patch patch{arm, {}};
  for (const std::string& mechanism : mechanisms_in_use(scenario)) {
    patch.lines.push_back(switched_off(scenario, mechanism));
  }
  Twin twin{pool.add(patch, context.spec), {}, {}};
  twin.scenario = pool.scenario(twin.arm);
  twin.exact = solve_journey(twin.scenario);
  if (const std::string reason = what_is_in_the_way(twin.exact); !reason.empty()) {
    refuse_study(context, "control_variates need a journey that can be solved exactly",
                 (arm == 0 ? "" : "variant " + context.arms[arm].id + ": ") + reason,
                 "take control_variates out");
  }
  return twin;
}

namespace {

/// One column of a twin for every kind of control, whether it varies or not.
class TwinColumns {
public:
  TwinColumns(const ArmPool& pool, const Twin& twin, int replications, std::size_t group)
      : pool_(pool), twin_(twin), replications_(replications), group_(group),
        solution_(group == 0 ? twin.exact.everyone : twin.exact.personas[group - 1]) {}

  [[nodiscard]] bool cut_off() const {
    const std::vector<double> open = values("censored");
    return std::any_of(open.begin(), open.end(), [](double share) { return share > 0; });
  }
  [[nodiscard]] LuckControl time() const {
    return {"time_in_system", values("time_in_system"), portable(solution_.time_mean),
            solution_.time_variance > 0};
  }
  [[nodiscard]] LuckControl visits() const {
    return {"visits", values("visits"), portable(solution_.steps_mean),
            solution_.steps_variance > beyond_notice};
  }
  [[nodiscard]] LuckControl share(const char* measure, Outcome outcome) const {
    const double share = exit_share(twin_.scenario, solution_, outcome);
    return {measure, values(measure), portable(share),
            share > beyond_notice && share < 1 - beyond_notice};
  }

private:
  [[nodiscard]] std::vector<double> values(const char* measure) const {
    return pool_.values(twin_.arm, replications_, find_measure(pool_.measures(), measure).value(),
                        group_);
  }

  const ArmPool& pool_;
  const Twin& twin_;
  int replications_;
  std::size_t group_;
  const ChainSolution& solution_;
};

/// Picks what varies; served says the same as gave_up where there is no third way out.
template <class Column> std::vector<LuckControl> varying(const Column& column) {
  std::vector<LuckControl> controls;
  const auto keep = [&](LuckControl control) {
    const bool kept = control.varies;
    if (kept) {
      controls.push_back(std::move(control));
    }
    return kept;
  };
  keep(column([](const TwinColumns& twin) { return twin.time(); }));
  if (!keep(column([](const TwinColumns& twin) { return twin.share("gave_up", Outcome::lost); }))) {
    keep(column([](const TwinColumns& twin) { return twin.share("served", Outcome::served); }));
  }
  keep(column([](const TwinColumns& twin) { return twin.visits(); }));
  return controls;
}

LuckControl difference(LuckControl here, LuckControl there) {
  const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
  if (std::equal(here.values.begin(), here.values.end(), there.values.begin(), same)) {
    return there;
  }
  std::transform(here.values.begin(), here.values.end(), there.values.begin(), here.values.begin(),
                 std::minus<>());
  here.expectation -= there.expectation;
  here.varies = true;
  return here;
}

} // namespace

std::vector<LuckControl> luck_controls(const ArmPool& pool, const Twin& twin, int replications,
                                       std::size_t group) {
  const TwinColumns columns(pool, twin, replications, group);
  if (columns.cut_off()) {
    return {};
  }
  return varying([&](const auto& pick) { return pick(columns); });
}

std::vector<LuckControl> luck_controls(const ArmPool& pool, const Twin& twin, const Twin& baseline,
                                       int replications, std::size_t group) {
  const TwinColumns here(pool, twin, replications, group);
  const TwinColumns there(pool, baseline, replications, group);
  if (here.cut_off() || there.cut_off()) {
    return {};
  }
  return varying([&](const auto& pick) { return difference(pick(here), pick(there)); });
}

AdjustedMean adjusted_mean(const std::vector<double>& values,
                           const std::vector<LuckControl>& controls) {
  AdjustedMean mean;
  mean.refused = "nothing that is known exactly varies, or journeys were cut off at the end";
  mean.plain = output::mean_interval(values);
  std::vector<output::Control> columns;
  columns.reserve(controls.size());
  for (const LuckControl& control : controls) {
    columns.push_back({control.values, control.expectation});
  }
  for (; !columns.empty() && !mean.known(); columns.pop_back()) {
    static_cast<output::ControlledMean&>(mean) = output::controlled_mean(values, columns);
    mean.used = columns.size();
  }
  return mean;
}

} // namespace sojourn
