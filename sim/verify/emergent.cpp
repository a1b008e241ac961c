// SPDX-License-Identifier: Apache-2.0
#include "output/text.hpp"
#include "sim/verify/scene.hpp"
#include "sim/verify/travel.hpp"

#include <array>
#include <cmath>

// Effects that must come out although nothing codes them: paired comparisons of two designs, same
// people and same luck. Each bound lies outside 4.5 standard errors.
namespace sojourn::verify {
namespace {

/// Replication by replication: readings of the second design less those of the first.
std::vector<Estimate> change(const Trial& trial, const Scenario& from, const Scenario& to,
                             const std::vector<Reading>& readings) {
  const int batches = 50;
  const int journeys = trial.effort.journeys / 2 / batches;
  const Plan before = compile(from, from, {journeys}), after = compile(to, from, {journeys});
  return over_batches(trial.executor, batches, [&](std::uint32_t replication) {
    const Tally a = simulate(before, replication), b = simulate(after, replication);
    std::vector<double> differences;
    differences.reserve(readings.size());
    for (const Reading& read : readings) {
      differences.push_back(read(b) - read(a));
    }
    return differences;
  });
}

const Reading lost_read = [](const Tally& tally) { return share_of(tally, Outcome::lost); };
const Reading content_read = [](const Tally& tally) { return share_kept(tally, 0); };

std::vector<Figure> recovery(const Trial& trial) {
  const std::string fail = "touchpoints.order.then.failure.share=100%";
  const std::string even =
      "personas.customer.biases.trust={ gain: 0.05, loss: 0.05, exit_weight: 6 }";
  const auto with = [&](const std::vector<std::string>& set) { return scene("recovery", set); };
  const auto failed =
      change(trial, with({}), with({fail}), {mean_remembered, mean_trust, lost_read});
  const auto symmetric = change(trial, with({even}), with({even, fail}), {lost_read});
  Figures figures;
  figures.bound("memory after a recovery, less no failure", Relation::above, 0, failed[0]);
  figures.bound("trust", Relation::below, 0, failed[1]);
  figures.bound("who does not come back", Relation::above, 0, failed[2]);
  figures.bound("the same if trust were symmetric", Relation::below, 0, symmetric[0]);
  return figures.done();
}

std::vector<Figure> good_end(const Trial& trial) {
  const std::string better = "touchpoints.delivery.feels.mean=3";
  const std::string worse_start = "touchpoints.order.feels.mean=-1";
  const std::string preset = "personas.customer.biases.peak_end={ preset: pure_peak_end }";
  const auto lifted = change(trial, scene("recovery", {preset}),
                             scene("recovery", {preset, better}), {mean_remembered, lost_read});
  const auto swapped = change(trial, scene("recovery", {preset, better}),
                              scene("recovery", {preset, better, worse_start}), {mean_remembered});
  Figures figures;
  figures.bound("memory with a better end", Relation::above, 0, lifted[0]);
  figures.bound("who does not come back", Relation::below, 0, lifted[1]);
  figures.bound("more than two points of a worse start take", Relation::above,
                -swapped[0].value + swapped[0].half_width, lifted[0]);
  return figures.done();
}

/// Of everybody: who gives up within two hours, and who is restored later than was announced.
struct Announced {
  double gone_early = 0, let_down = 0;
};

Announced announced(const Plan& plan, std::uint32_t replication) {
  Announced shares;
  const std::vector<JourneyRow> rows = rows_of(plan, replication);
  const Ticks promised = plan.nodes[1].promise.within;
  for (const JourneyRow& row : rows) {
    const bool early = row.exit == 1 && row.duration < 2 * ticks_per_hour;
    shares.gone_early += early ? 1 : 0;
    shares.let_down += row.promise_taken > promised ? 1 : 0;
  }
  const auto n = static_cast<double>(rows.size());
  return {shares.gone_early / n, shares.let_down / n};
}

std::vector<Figure> announcing_longer(const Trial& trial) {
  const auto plan = [&](const std::vector<std::string>& set) {
    return plan_of(scene("announced", set), trial.effort.journeys / 100);
  };
  const std::string longer = "touchpoints.estimate.promise.restored_within=6 h";
  const std::string calm = "touchpoints.estimate.feels.against_expected={ remove: true }";
  const Plan soon = plan({}), late = plan({longer}), unmoved = plan({longer, calm});
  const auto found = over_batches(trial.executor, 50, [&](std::uint32_t replication) {
    const Announced a = announced(soon, replication), b = announced(late, replication);
    return std::vector{b.gone_early - a.gone_early, b.let_down - a.let_down,
                       b.gone_early - announced(unmoved, replication).gone_early};
  });
  Figures figures;
  figures.bound("gone within 2 h, 6 h announced less 2 h", Relation::above, 0, found[0]);
  figures.bound("restored later than announced", Relation::below, 0, found[1]);
  figures.bound("gone early, less who expect nothing", Relation::above, 0, found[2]);
  return figures.done();
}

/// The moments scene remembered in a given way, with or without the waits. Below 0 is a loss.
double content(const Trial& trial, const std::string& biases, bool waits) {
  std::vector<std::string> set = {"personas.somebody.biases=" + biases,
                                  "personas.somebody.reference=status_quo"};
  if (!waits) {
    set.insert(set.end(), {"touchpoints.wait_one.feels={ mean: 0.5, spread: 0.39 }",
                           "touchpoints.wait_two.feels={ mean: 0.5, spread: 0.39 }",
                           "touchpoints.wait_two.then.more.share=100%"});
  }
  return travel(trial, scene("moments", set), {content_read})[0].value;
}

// Expected: normal integrals; for peak and end an independent simulation of 1,000,000 people.
std::vector<Figure> paradox(const Trial& trial) {
  const std::string mean = "{ peak_end: { preset: mean } }";
  const std::string losses = ", loss_aversion: { ratio: 2 } }";
  const std::string heavy_mean = "{ peak_end: { preset: mean }" + losses;
  const std::string heavy_peak = "{ peak_end: { preset: pure_peak_end }" + losses;
  Figures figures;
  figures.published("eight good moments, mean", .9999, content(trial, mean, false), .0005);
  figures.published("the same, losses twice, peak and end", .951, content(trial, heavy_peak, false),
                    .005);
  figures.published("five and two waits, mean", .894, content(trial, mean, true), .01);
  figures.published("the same, losses twice, mean", .504, content(trial, heavy_mean, true), .01);
  figures.published("the same, losses twice, peak and end", .158, content(trial, heavy_peak, true),
                    .005);
  return figures.done();
}

/// Share whose experience is red among those whose operations are green: agreements 0 and 1.
double red_among_green(const Plan& plan, std::uint32_t replication) {
  double green = 0, red = 0;
  for (const JourneyRow& row : rows_of(plan, replication)) {
    const bool in_time = (row.agreement_met & 1U) != 0, well = (row.agreement_met & 2U) != 0;
    green += in_time ? 1 : 0;
    red += in_time && !well ? 1 : 0;
  }
  return red / green;
}

std::vector<Figure> watermelon(const Trial& trial) {
  const auto plan = [&](const std::vector<std::string>& set) {
    return plan_of(scene("silent_wait", set), trial.effort.journeys / 200);
  };
  const Plan silent = plan({}), told = plan({"touchpoints.wait.updates=every 30 min"});
  const Plan seen = plan({"touchpoints.wait.feels.silence=0 per h"});
  const auto found = over_batches(trial.executor, 50, [&](std::uint32_t replication) {
    const double red = red_among_green(silent, replication);
    return std::vector{
        red, red - red_among_green(told, replication), red - red_among_green(seen, replication),
        share_kept(simulate(silent, replication), 0) - share_kept(simulate(told, replication), 0)};
  });
  Figures figures;
  figures.bound("red when green, waiting in silence", Relation::above, 0, found[0]);
  figures.bound("less with updates every 30 min", Relation::above, 0, found[1]);
  figures.bound("less where the wait is no silence", Relation::above, 0, found[2]);
  figures.exact("green operations, silence less updates", 0, found[3].value, 0);
  return figures.done();
}

std::vector<Figure> leavers(const Trial& trial) {
  const auto found = change(trial, scene("incident_chain"),
                            scene("incident_chain", {"touchpoints.contact.then.abandon.share=17%",
                                                     "touchpoints.wait.then.abandon.share=8%"}),
                            {lost_read, mean_minutes});
  Figures figures;
  figures.bound("who abandons, easier less harder to leave", Relation::above, 0, found[0]);
  figures.bound("mean minutes of all journeys", Relation::below, 0, found[1]);
  return figures.done();
}

std::vector<Figure> closing_one_gap(const Trial& trial) {
  const auto desk = [&](const std::string& patience) {
    Scenario scenario =
        scene("desk", {"personas.caller.patience=" + patience, "resources.desk.capacity=11"});
    scenario.experiment.horizon = 3 * ticks_per_week;
    return scenario;
  };
  const auto found = change(trial, desk("{ exponential: 5 min }"), desk("endless"),
                            {lost_read, [](const Tally& tally) { return mean_wait(tally); },
                             [](const Tally& tally) { return share_kept(tally, 1); }});
  Figures figures;
  figures.bound("who gives up, once nobody does, less today", Relation::below, 0, found[0]);
  figures.bound("minutes of wait", Relation::above, 0, found[1]);
  figures.bound("answered within 20 s", Relation::below, 0, found[2]);
  return figures.done();
}

std::vector<Figure> losses_loom(const Trial& trial) {
  const auto people = [](const std::string& ratio, bool surprises) {
    std::vector<std::string> set = {
        "personas.somebody.biases={ peak_end: {}, reference_dependence: "
        "{}, loss_aversion: { ratio: " +
        ratio + " } }"};
    if (!surprises) {
      set.emplace_back("touchpoints.*.feels.spread=0");
    }
    return scene("moments", set);
  };
  const auto mixed = change(trial, people("1.31", true), people("2.25", true), {mean_remembered});
  const auto never = change(trial, people("1.31", false), people("2.25", false), {mean_remembered});
  Figures figures;
  figures.bound("memory of mixed moments, lambda 1.31 to 2.25", Relation::below, 0, mixed[0]);
  figures.exact("of moments never below the reference", 0, never[0].value, 0);
  return figures.done();
}

std::vector<Figure> reassigned(const Trial& trial) {
  constexpr std::array<std::string_view, 3> hands = {"contact.then.one", "one.then.two",
                                                     "two.then.three"};
  std::vector<std::string> set;
  Figures figures;
  for (std::size_t i = 0; i < hands.size(); ++i) {
    const Scenario before = scene("reassigned", set);
    set.push_back("touchpoints." + std::string(hands[i]) + ".share=100%");
    const auto found =
        change(trial, before, scene("reassigned", set), {mean_remembered, mean_minutes});
    figures.bound(output::text("memory, {} hand-overs less {}", i + 1, i), Relation::below, 0,
                  found[0]);
    figures.bound("minutes", Relation::above, 0, found[1]);
  }
  return figures.done();
}

} // namespace

std::vector<Target> emergent_targets() {
  using enum TargetKind;
  return {{"Q1", "A recovery is remembered, not trusted", qualitative, "", recovery},
          {"Q2", "A good end lifts memory and return", qualitative, "", good_end},
          {"Q3", "A longer time announced", qualitative, "", announcing_longer},
          {"Q4", "Every moment good, the journey poor", qualitative, "", paradox},
          {"Q5", "Red when green grows with silence", qualitative, "", watermelon},
          {"Q6", "Who leaves early shortens the mean", qualitative, "", leavers},
          {"Q7", "Closing one gap can widen another", qualitative, "", closing_one_gap},
          {"Q8", "Losses loom only where there are losses", qualitative, "", losses_loom},
          {"Q9", "Each hand-over costs memory", qualitative, "", reassigned}};
}

} // namespace sojourn::verify
