// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/check_text.hpp"

#include "output/text.hpp"
#include "sim/cli/layout.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::cli {
namespace {

constexpr double high_load = 0.9; // beyond it waits grow faster than anybody plans for

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string target_of(const Scenario& scenario, const RowSpec& row) {
  return row.to_exit ? scenario.exits[at(row.to)].id : scenario.touchpoints[at(row.to)].id;
}

std::string row_text(const Scenario& scenario, const RowSpec& row) {
  std::string text = target_of(scenario, row);
  if (row.out_of_patience) {
    text += " when out of patience";
  } else if (row.turned_away) {
    text += " when turned away";
  } else if (row.queue_longer_than) {
    text += output::text(" when the queue is longer than {}", *row.queue_longer_than);
  } else if (row.announced_longer_min) {
    text += " when told more than " + rounded_duration(*row.announced_longer_min);
  } else if (row.share) {
    text += output::text(" {:.4g} %", 100 * *row.share);
  } else {
    text += " rest";
  }
  std::vector<std::string> who;
  for (const int persona : row.personas) {
    who.push_back(scenario.personas[at(persona)].id);
  }
  return text + (who.empty() ? "" : " (" + join(who, ", ") + ")");
}

std::string rows_text(const Scenario& scenario, const TouchpointSpec& touchpoint) {
  std::vector<std::string> rows;
  for (const RowSpec& row : touchpoint.rows) {
    rows.push_back(row_text(scenario, row));
  }
  return join(rows, ", ");
}

std::string bar(double rho) {
  const auto filled = std::lround(std::clamp(rho, 0.0, 1.2) * 20);
  std::string text;
  for (long i = 0; i < 24; ++i) {
    text += i < filled ? "#" : i == 20 ? "|" : ".";
  }
  return text;
}

std::string verdict_of(const ResourceLoad& load) {
  return load.unlimited            ? "  unlimited"
         : load.rho() >= 1         ? "  OVERLOADED"
         : load.rho() >= high_load ? "  high"
                                   : "";
}

} // namespace

std::string graph_text(const Scenario& scenario, const ExactJourney& journey, bool colour) {
  const bool solved = journey.problems.empty();
  std::string text = dim("  visits  touchpoint            then", colour) + "\n";
  for (std::size_t i = 0; i < scenario.touchpoints.size(); ++i) {
    const TouchpointSpec& touchpoint = scenario.touchpoints[i];
    const std::string visits =
        solved ? output::text("{:.3f}", journey.everyone.visits[i]) : std::string("?");
    text += wrap("  " + pad_left(visits, 6) + "  " + pad(touchpoint.id, 21) +
                     (touchpoint.person_decides ? "? " : "> "),
                 rows_text(scenario, touchpoint));
  }
  for (std::size_t e = 0; e < scenario.exits.size(); ++e) {
    const std::string share =
        solved ? output::text("{:.3f}", journey.everyone.exit_share[e]) : std::string("?");
    text += "  " + pad_left(share, 6) + "  " + pad(scenario.exits[e].id, 21) + "= ends " +
            std::string(outcome_names[static_cast<std::size_t>(scenario.exits[e].outcome)]) + "\n";
  }
  return text + dim("  > happens to people   ? people decide", colour) + "\n";
}

std::string loads_text(const std::vector<ResourceLoad>& loads, bool colour) {
  std::string text =
      dim("  load    resource              work and open hours per week", colour) + "\n";
  for (const ResourceLoad& load : loads) {
    const std::string rho = load.unlimited ? "-" : output::text("{:.3f}", load.rho());
    const std::string hours =
        load.unlimited ? output::text("{:.1f} h of work", load.offered_hours)
                       : output::text("{:.1f} of {:.1f} h", load.offered_hours, load.open_hours);
    text += "  " + pad_left(rho, 6) + "  " + pad(load.id, 21) + " " +
            pad(load.unlimited ? "" : bar(load.rho()), 25) + hours + verdict_of(load) + "\n";
  }
  return text;
}

std::vector<Problem> load_warnings(const Loaded& loaded) {
  std::vector<Problem> warnings;
  for (std::size_t arm = 0; arm < loaded.arms.size(); ++arm) {
    const Scenario& scenario = loaded.arms[arm].scenario;
    for (const ResourceLoad& load : resource_loads(scenario, solve_journey(scenario))) {
      if (load.unlimited || load.rho() < 1) {
        continue;
      }
      Problem warning;
      warning.file = loaded.path;
      warning.severity = Severity::warning;
      warning.message =
          output::text("{}{} gets {:.1f} h of work per week and has {:.1f} h: load rho = {:.3g}",
                       arm == 0 ? "" : "variant " + loaded.arms[arm].id + ": ", load.id,
                       load.offered_hours, load.open_hours, load.rho());
      warning.why = "its queue grows until people give up or do not join, or for as long as the run is";
      warning.hint = "raise its capacity or hours, shorten the work, or let fewer people come";
      warnings.push_back(warning);
    }
  }
  return warnings;
}

} // namespace sojourn::cli
