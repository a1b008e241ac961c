// SPDX-License-Identifier: Apache-2.0
#include "sim/study/reasons.hpp"

#include "models/mechanisms/table.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// Whether some SLA's time runs at a touchpoint: the queue it names, or all from where it starts to
/// where it ends in the order written.
bool is_measured(const Scenario& scenario, std::size_t touchpoint) {
  const auto at = static_cast<int>(touchpoint);
  return std::any_of(scenario.agreements.begin(), scenario.agreements.end(),
                     [at](const AgreementSpec& each) {
                       const bool queue = (each.measure == AgreementMeasure::wait_at ||
                                           each.measure == AgreementMeasure::past_announced) &&
                                          each.from == at;
                       const bool span = each.measure == AgreementMeasure::time_from_to &&
                                         each.from <= at && at < each.to;
                       return !each.experience && (queue || span);
                     });
}

bool has_strength(const PersonaSpec& persona, Mechanism mechanism) {
  return persona.parameters[static_cast<std::size_t>(strength_of(mechanism))].has_value();
}

class ReasonFinder {
public:
  ReasonFinder(const Scenario& scenario, const Patcher& patcher)
      : scenario_(scenario), patcher_(patcher) {
    // Where nobody is named, one persona called anybody has what everyone has.
    const auto& personas = scenario.personas;
    everybody_ = personas.size() == 1 && personas.front().id == "anybody" ? "personas.everyone."
                                                                          : "personas.*.";
  }

  std::vector<Reason> all() {
    waits();
    unasked();
    repeated_work();
    giving_up();
    expectation_gap();
    effort();
    weighted_memory();
    if (scenario_.clock >= 0) {
      add("clock", "wall");
      keep(ReasonKind::clock_stops, "clock stops");
    }
    if (scenario_.survey.present && !scenario_.survey.everybody_answers) {
      add("survey.response", "everybody");
      keep(ReasonKind::non_response, "non-response");
    }
    return std::move(found_);
  }

private:
  [[nodiscard]] bool written(const std::string& path) const {
    return patcher_.node_at(0, path) != nullptr;
  }
  void add(const std::string& path, const std::string& value) { lines_.push_back({path, value}); }
  void remove(const std::string& path) {
    if (written(path)) {
      add(path, "{ remove: true }");
    }
  }
  void keep(ReasonKind kind, const char* name) {
    if (!lines_.empty()) {
      found_.push_back({kind, name, std::move(lines_)});
    }
    lines_.clear();
  }
  template <class Each> void each_touchpoint(const Each& each) {
    for (std::size_t i = 0; i < scenario_.touchpoints.size(); ++i) {
      each(scenario_.touchpoints[i], i, "touchpoints." + scenario_.touchpoints[i].id + ".");
    }
  }
  template <class Some> [[nodiscard]] bool anybody(const Some& some) const {
    return std::any_of(scenario_.personas.begin(), scenario_.personas.end(), some);
  }

  void waits() {
    for (const bool measured : {false, true}) {
      each_touchpoint([&](const TouchpointSpec&, std::size_t i, const std::string& at) {
        if (is_measured(scenario_, i) == measured) {
          remove(at + "feels.waiting");
          remove(at + "feels.silence");
        }
      });
      keep(measured ? ReasonKind::measured_waits : ReasonKind::unmeasured_waits,
           measured ? "waits that an SLA measures" : "waits that no SLA measures");
    }
  }

  void unasked() {
    const std::vector<bool> asked = asked_about(scenario_);
    each_touchpoint([&](const TouchpointSpec& touchpoint, std::size_t i, const std::string& at) {
      if (asked[i]) {
        return;
      }
      remove(at + "feels");
      for (const RowSpec& row : touchpoint.rows) {
        if (row.feels) {
          remove(at + "then." + address_of(row) + ".feels");
        }
      }
    });
    keep(ReasonKind::unasked_moments, "moments nobody asks about");
  }

  [[nodiscard]] std::string address_of(const RowSpec& row) const {
    const auto to = static_cast<std::size_t>(row.to);
    const std::string target = row.to_exit ? scenario_.exits[to].id : scenario_.touchpoints[to].id;
    return row.personas.empty()
               ? target
               : target + "[" +
                     scenario_.personas[static_cast<std::size_t>(row.personas.front())].id + "]";
  }

  void repeated_work() {
    each_touchpoint([&](const TouchpointSpec& touchpoint, std::size_t i, const std::string& at) {
      const auto leads_back = [i](const RowSpec& row) {
        return !row.to_exit && !row.out_of_patience && row.to <= static_cast<int>(i);
      };
      const auto leads_on = [&](const RowSpec& row) {
        return !row.out_of_patience && !leads_back(row);
      };
      const auto& rows = touchpoint.rows;
      if (touchpoint.person_decides || std::none_of(rows.begin(), rows.end(), leads_on)) {
        return;
      }
      for (const RowSpec& row : rows) {
        const ChangeLine line{at + "then." + address_of(row) + ".share", "0%"};
        const bool known = std::find(lines_.begin(), lines_.end(), line) != lines_.end();
        if (leads_back(row) && row.share && *row.share > 0 && written(line.path) && !known) {
          lines_.push_back(line);
        }
      }
    });
    keep(ReasonKind::repeated_work, "repeated work");
  }

  void giving_up() {
    const auto impatient = [](const TouchpointSpec& each) {
      return std::any_of(each.rows.begin(), each.rows.end(),
                         [](const RowSpec& row) { return row.out_of_patience; });
    };
    const auto& all = scenario_.touchpoints;
    if (std::none_of(all.begin(), all.end(), impatient)) {
      return;
    }
    if (anybody([](const PersonaSpec& each) { return each.patience.has_value(); })) {
      add(everybody_ + "patience", "endless");
    }
    each_touchpoint([&](const TouchpointSpec& touchpoint, std::size_t, const std::string& at) {
      if (touchpoint.patience) {
        add(at + "patience", "endless");
      }
    });
    keep(ReasonKind::giving_up, "giving up");
  }

  void expectation_gap() {
    if (anybody([](const PersonaSpec& each) { return each.expectation_error > 0; })) {
      add(everybody_ + "expectation_error", "none");
    }
    if (anybody([](const PersonaSpec& each) {
          return !(each.mood_on_arrival == Distribution::constant(0));
        })) {
      add(everybody_ + "mood_on_arrival", "0");
    }
    each_touchpoint([&](const TouchpointSpec&, std::size_t, const std::string& at) {
      remove(at + "feels.against_promise");
      remove(at + "feels.against_expected");
      remove(at + "feels.against_announced");
    });
    keep(ReasonKind::expectation_gap, "expectation gap");
  }

  void effort() {
    each_touchpoint([&](const TouchpointSpec&, std::size_t, const std::string& at) {
      remove(at + "feels.effort");
    });
    keep(ReasonKind::effort, "effort");
  }

  void weighted_memory() {
    for (const Mechanism mechanism :
         {Mechanism::loss_aversion, Mechanism::negativity, Mechanism::peak_end}) {
      if (anybody([&](const PersonaSpec& each) { return has_strength(each, mechanism); })) {
        add(everybody_ + "biases." + std::string(row_of(mechanism).id), "off");
      }
    }
    keep(ReasonKind::weighted_memory, "losses and peaks that weigh more");
  }

  const Scenario& scenario_;
  const Patcher& patcher_;
  std::string everybody_;
  std::vector<ChangeLine> lines_;
  std::vector<Reason> found_;
};

} // namespace

std::vector<Reason> reasons_of(const Scenario& scenario, const Patcher& patcher) {
  return ReasonFinder(scenario, patcher).all();
}

std::vector<bool> asked_about(const Scenario& scenario) {
  const auto& all = scenario.touchpoints;
  const bool channels = std::any_of(
      all.begin(), all.end(), [](const TouchpointSpec& each) { return !each.channels.empty(); });
  std::vector<bool> asked;
  for (const TouchpointSpec& each : all) {
    const bool seen = each.seen_by == SeenBy::both || each.seen_by == SeenBy::provider;
    asked.push_back(seen && (!channels || !each.channels.empty()));
  }
  return asked;
}

} // namespace sojourn
