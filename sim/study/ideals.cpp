// SPDX-License-Identifier: Apache-2.0
#include "sim/study/ideals.hpp"

#include "output/stats/survival.hpp"
#include "output/text.hpp"
#include "sim/engine/arrivals.hpp"
#include "sim/engine/engine.hpp"
#include "sim/study/exact.hpp"
#include "sim/study/pilot.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

constexpr double most_cases = 0.8;

class PromiseTimes final : public RowSink {
public:
  void add(const JourneyRow& row) override {
    if (row.promise_taken >= 0) {
      spells.push_back({row.promise_taken, 0});
    } else if (row.promise_open >= 0) {
      spells.push_back({row.promise_open});
    }
  }
  std::vector<output::Spell> spells;
};

std::vector<std::string> parts_of_path(const std::string& path) {
  std::vector<std::string> parts(1);
  for (const char letter : path) {
    letter == '.' ? parts.emplace_back() : parts.back() += letter;
  }
  return parts;
}

template <class Things>
std::optional<std::size_t> named(const Things& things, const std::string& id) {
  const auto found =
      std::find_if(things.begin(), things.end(), [&](const auto& each) { return each.id == id; });
  return found == things.end() ? std::nullopt
                               : std::optional(static_cast<std::size_t>(found - things.begin()));
}

double most_people_per_hour(const ArrivalSpec& arrivals) {
  double most = 0;
  for (const ArrivalSpec::Slot& slot : arrivals.rate) {
    most = std::max(most, slot.per_hour);
  }
  return most;
}

} // namespace

int standard_capacity(const Scenario& scenario, std::size_t resource) {
  const ExactJourney journey = solve_journey(scenario);
  const std::vector<ResourceLoad> loads = resource_loads(scenario, journey);
  const double people = people_per_week(scenario.arrivals);
  if (loads.empty() || people <= 0) {
    return 0;
  }
  const double busiest =
      loads[resource].offered_hours / people * most_people_per_hour(scenario.arrivals);
  const double places = busiest + std::sqrt(busiest);
  const int wanted =
      static_cast<int>(std::ceil(places / scenario.resources[resource].at_once - 1e-9));
  return std::max({1, wanted, scenario.resources[resource].capacity});
}

std::optional<double> kept_in_most_cases(const Scenario& scenario, const Scenario& baseline) {
  const Plan plan = pilot_plan(scenario, baseline);
  PromiseTimes times;
  for (std::uint32_t i = 0; i < pilot_replications; ++i) {
    (void)simulate(plan, promise_pilots + i, &times);
  }
  const output::SurvivalCurve curve = output::kaplan_meier(times.spells);
  if (curve.time.empty()) {
    return std::nullopt;
  }
  const std::int64_t ticks = curve.quantile(most_cases);
  return std::ceil(static_cast<double>(ticks >= 0 ? ticks : curve.time.back()) /
                   static_cast<double>(ticks_per_minute));
}

Ideals::Ideals(const StudyContext& context, const ArmPool& pool, std::size_t on)
    : context_(&context), pool_(&pool), on_(on) {
  for (const Ideal& ideal : context.loaded.patcher->ideals()) {
    causes_.push_back(ideal.cause);
    read(ideal, causes_.size() - 1);
  }
  refuse_twice();
}

void Ideals::read(const Ideal& ideal, std::size_t cause) {
  const Scenario& scenario = context_->arms[on_].scenario;
  for (const ChangeLine& line : ideal.lines) {
    const std::vector<std::string> path = parts_of_path(line.path);
    const bool honest = line.value == "honest", standard = line.value == "standard";
    bool found = !honest && !standard;
    if (found) {
      add_line(cause, line.path, line.value);
    }
    for (std::size_t i = 0; honest && i < scenario.touchpoints.size(); ++i) {
      const TouchpointSpec& each = scenario.touchpoints[i];
      if (path[1] == each.id || (path[1] == "*" && each.promise)) {
        add_honest(cause, i);
        found = true;
      }
    }
    for (std::size_t i = 0; standard && i < scenario.resources.size(); ++i) {
      if (path[1] == scenario.resources[i].id || path[1] == "*") {
        add_standard(cause, i);
        found = true;
      }
    }
    if (!found) {
      refuse_study(*context_, line.path + " = " + line.value + " finds nothing to set");
    }
  }
}

void Ideals::add_line(std::size_t cause, const std::string& path, const std::string& value) {
  const Scenario& scenario = context_->arms[on_].scenario;
  const std::vector<std::string> parts = parts_of_path(path);
  std::string step = "everywhere";
  if (parts.size() > 1 && parts[0] == "touchpoints") {
    if (const auto at = named(scenario.touchpoints, parts[1])) {
      step = step_names[static_cast<std::size_t>(scenario.touchpoints[*at].step)];
    }
  }
  lines_.push_back({cause, step, {path, value}, false});
}

void Ideals::add_honest(std::size_t cause, std::size_t touchpoint) {
  const TouchpointSpec& spec = context_->arms[on_].scenario.touchpoints[touchpoint];
  const std::string path = "touchpoints." + spec.id + ".promise";
  if (!spec.promise) {
    refuse_study(*context_, path + " = honest, but nothing is promised there",
                 "nobody could tell what the promise would be about",
                 "write a promise like { restored_within: 4 h } at " + spec.id);
  }
  add_line(cause, path, "");
  lines_.back().honest = true;
}

void Ideals::add_standard(std::size_t cause, std::size_t resource) {
  const Scenario& scenario = context_->arms[on_].scenario;
  const ResourceSpec& spec = scenario.resources[resource];
  if (spec.unlimited) {
    return;
  }
  const std::string path = "resources." + spec.id + ".capacity";
  const int capacity = standard_capacity(scenario, resource);
  if (capacity == 0) {
    refuse_study(*context_, path + " = standard cannot be computed",
                 "the work that arrives in the busiest hour is not known",
                 "write a number of people, or say arrivals.rate");
  }
  add_line(cause, path, std::to_string(capacity));
  found_.push_back({"value.ideal." + causes_[cause] + "." + path, std::to_string(capacity), "1",
                    "derived", "standard: a + sqrt(a) for the busiest hour's work a", ""});
}

void Ideals::refuse_twice() const {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (lines_[i].change.path == lines_[j].change.path) {
        refuse_study(*context_,
                     lines_[i].change.path + " is set by the ideals of " +
                         causes_[lines_[j].cause] + " and " + causes_[lines_[i].cause],
                     "nobody could tell whose value it is", "keep it in one of them");
      }
    }
  }
}

CauseMask Ideals::active_causes(const std::vector<bool>& closed) const {
  CauseMask active = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    active |= closed[i] ? 0U : CauseMask{1} << lines_[i].cause;
  }
  return active;
}

Patch Ideals::patch(const std::vector<bool>& closed) {
  Patch patch;
  patch.on = on_;
  const CauseMask active = active_causes(closed);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!closed[i]) {
      continue;
    }
    patch.lines.push_back(lines_[i].change);
    if (lines_[i].honest) {
      const double minutes = honest_minutes(lines_[i], active & ~(CauseMask{1} << lines_[i].cause));
      const TouchpointSpec& spec = context_->arms[on_].scenario.touchpoints[*named(
          context_->arms[on_].scenario.touchpoints, parts_of_path(lines_[i].change.path)[1])];
      const std::string& about =
          context_->arms[on_]
              .scenario.touchpoints[static_cast<std::size_t>(spec.promise->touchpoint)]
              .id;
      patch.lines.back().value = output::text("{{ {}_within: {:.0f} min }}", about, minutes);
    }
  }
  return patch;
}

double Ideals::honest_minutes(const IdealLine& line, CauseMask others) {
  const auto key = std::make_pair(line.change.path, others);
  if (const auto known = pilots_.find(key); known != pilots_.end()) {
    return known->second;
  }
  Patch patch;
  patch.on = on_;
  std::string leaking;
  for (const IdealLine& each : lines_) {
    if (!each.honest && ((others >> each.cause) & 1U) == 0) {
      patch.lines.push_back(each.change);
    }
  }
  for (std::size_t c = 0; c < causes_.size(); ++c) {
    leaking += ((others >> c) & 1U) != 0 ? (leaking.empty() ? "" : ", ") + causes_[c] : "";
  }
  const Scenario scenario = pool_->scenario(patch, context_->spec);
  const auto kept = kept_in_most_cases(scenario, context_->arms.front().scenario);
  if (!kept) {
    refuse_study(*context_, line.change.path + " = honest: nobody gets what is promised",
                 "a pilot of " + std::to_string(pilot_replications) + " replications saw none");
  }
  if (*kept <= 0) {
    refuse_study(*context_, line.change.path + " = honest: it is there when it is promised",
                 "a promise is heard when the visit ends, so after the wait at that touchpoint",
                 "promise it at a touchpoint before the wait");
  }
  const double minutes = *kept;
  pilots_.emplace(key, minutes);
  found_.push_back({"value.ideal." + causes_[line.cause] + "." + line.change.path,
                    output::text("{:.0f}", minutes), "min", "derived",
                    output::text("honest: kept in 80 % of a pilot of {} replications of {}{}",
                                 pilot_replications, context_->arms[on_].id,
                                 leaking.empty() ? "" : " while " + leaking + " leak"),
                    ""});
  return minutes;
}

} // namespace sojourn
