// SPDX-License-Identifier: Apache-2.0
#include "sim/study/warnings.hpp"

#include "output/text.hpp"
#include "sim/engine/ticks.hpp"
#include "sim/scenario/pairs.hpp"
#include "sim/study/warm_up.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>

namespace sojourn {
namespace {

using Warnings = std::vector<std::string>;

/// Below this, t intervals of skewed measures cover too little (0.900 at 10, 0.927 at 30 for
/// exponential data at a nominal 0.95).
constexpr int enough_replications = 30;

std::string in_arm(const std::vector<ArmSpec>& arms, std::size_t arm) {
  return arm == 0 ? "today" : "with " + arms[arm].id;
}

void warn_overload(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm,
                   const Tally& pooled) {
  const std::vector<ResourceSpec>& specs = arms[arm].scenario.resources;
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const ResourceTally& tally = pooled.resources[i];
    const bool ends = specs[i].unlimited || specs[i].room.has_value();
    if (ends || tally.open <= 0 || tally.offered < tally.open) {
      continue;
    }
    const double load = static_cast<double>(tally.offered) / static_cast<double>(tally.open);
    warnings.push_back(output::text(
        "{} gets more work than it can do {} (load rho = {:.3g}): its queue only grows",
        specs[i].name.empty() ? specs[i].id : specs[i].name, in_arm(arms, arm), load));
  }
}

/// What cannot be meant.
void warn_nobody(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm,
                 const Tally& pooled) {
  const PersonaTally people = groups_of(pooled).front();
  const std::vector<ExitSpec>& exits = arms[arm].scenario.exits;
  const bool could = std::any_of(exits.begin(), exits.end(), [](const ExitSpec& exit) {
    return exit.outcome == Outcome::served;
  });
  if (people.journeys == 0) {
    warnings.push_back("nobody came " + in_arm(arms, arm) +
                       " between warm-up and horizon: look at arrivals and at both");
  } else if (could && people.outcomes[static_cast<std::size_t>(Outcome::served)] == 0) {
    warnings.push_back("nobody was ever served " + in_arm(arms, arm) +
                       ": every journey ended in another way, or not at all");
  }
}

void warn_waits(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm,
                const Tally& pooled) {
  const std::vector<ResourceSpec>& specs = arms[arm].scenario.resources;
  const ExperimentSpec& experiment = arms[arm].scenario.experiment;
  const Ticks watched = experiment.horizon - experiment.warm_up;
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const ResourceTally& line = pooled.resources[i];
    if (line.started > 0 && line.wait / line.started > watched) {
      warnings.push_back(output::text("the mean wait for {} {} is longer than the simulated time",
                                      specs[i].name.empty() ? specs[i].id : specs[i].name,
                                      in_arm(arms, arm)));
    } else if (!specs[i].unlimited && line.joined > 0 && line.open == 0) {
      warnings.push_back(output::text("{} {} never opens while people are counted",
                                      specs[i].name.empty() ? specs[i].id : specs[i].name,
                                      in_arm(arms, arm)));
    }
  }
}

/// Little's law on the line itself: who joined has left or stands there, and the area under its
/// length is the sum of the waits. What breaks it is a fault of this program.
bool little_holds(const ResourceTally& line) {
  return line.joined == line.parted && line.line_area == line.line_waits;
}

void warn_lines(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm,
                const ArmRecord& record) {
  const std::vector<ResourceSpec>& specs = arms[arm].scenario.resources;
  for (std::size_t i = 0; i < specs.size(); ++i) {
    std::int64_t broken = 0;
    for (std::size_t at = i; at < record.resources.size(); at += specs.size()) {
      broken += little_holds(record.resources[at]) ? 0 : 1;
    }
    if (broken > 0) {
      warnings.push_back(output::text(
          "the line for {} {} breaks Little's law in {}: arrivals, length and waits disagree, so "
          "do not trust them; this is a fault of the program, please report it",
          specs[i].name.empty() ? specs[i].id : specs[i].name, in_arm(arms, arm),
          counted(broken, "replication")));
    }
  }
}

void warn_unfinished(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm,
                     const Tally& pooled) {
  const PersonaTally people = groups_of(pooled).front();
  if (people.censored == 0) {
    return;
  }
  const double all = static_cast<double>(people.journeys);
  const double open = static_cast<double>(people.censored);
  const double served =
      static_cast<double>(people.outcomes[static_cast<std::size_t>(Outcome::served)]);
  warnings.push_back(output::text(
      "{:.2g} % of the journeys {} were still under way at the end; counting them either way, "
      "served lies between {:.1f} % and {:.1f} %; means and times are of finished journeys only",
      100 * open / all, in_arm(arms, arm), 100 * served / all, 100 * (served + open) / all));
}

/// People who came before the world had settled are counted like all others. One warning for all
/// designs: they have one warm-up.
void warn_warm_up(Warnings& warnings, const std::vector<ArmSpec>& arms, const RunRecord& record) {
  const double declared = static_cast<double>(arms.front().scenario.experiment.warm_up) /
                          static_cast<double>(ticks_per_hour);
  double longest = declared;
  std::size_t slowest = 0;
  int n = 0;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    const double hours =
        suggested_warm_up_hours(arms[arm].scenario, record.arms[arm].pooled, record.replications);
    n += hours > declared ? 1 : 0;
    if (hours > longest) {
      longest = hours;
      slowest = arm;
    }
  }
  if (n > 0) {
    const std::string others =
        n == 1 ? "" : output::text("; {} too", counted(n - 1, "other design"));
    warnings.push_back(output::text(
        "the first {:.0f} h {} are still settling (MSER-5 on the people present{}), but warm_up is "
        "{:.4g} h: set `warm_up: {:.0f} h` or more",
        longest, in_arm(arms, slowest), others, declared, longest));
  }
}

void warn_twin(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm, int twin) {
  if (twin != static_cast<int>(arm)) {
    warnings.push_back(arms[arm].id + " changes nothing that is simulated: it equals " +
                       (twin == 0 ? "the baseline" : arms[static_cast<std::size_t>(twin)].id));
  }
}

void warn_one_off(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm,
                  const Books& books) {
  if (books.one_off_per_journey != books.one_off_per_journey) {
    warnings.push_back(arms[arm].id + ": the one-off cost cannot be spread over journeys, because "
                                      "arrivals.rate does not say how many people come");
  }
}

/// What is said of the baseline is not said again of an arm.
void warn_pairs(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm) {
  const std::vector<PairInUse> today = pairs_in_use(arms.front().scenario);
  for (const PairInUse& pair : pairs_in_use(arms[arm].scenario)) {
    const bool known =
        arm > 0 && std::any_of(today.begin(), today.end(),
                               [&](const PairInUse& other) { return other.row == pair.row; });
    if (!known) {
      const PairWords words = words_of(pair);
      warnings.push_back(words.message + " " + in_arm(arms, arm) + ": " + words.why);
    }
  }
}

void warn_culture(Warnings& warnings, const std::vector<ArmSpec>& arms) {
  if (std::any_of(arms.begin(), arms.end(),
                  [](const ArmSpec& arm) { return !arm.scenario.culture.effects.empty(); })) {
    warnings.emplace_back("culture bends numbers here: scores of groups are not scores of people "
                          "(ecological fallacy), and the sizes of its effects are assumptions");
  }
}

void warn_replications(Warnings& warnings, const RunRecord& record) {
  if (record.cause != StopCause::finished) {
    warnings.push_back("incomplete: " + record.stop_reason);
  }
  if (record.replications < enough_replications) {
    warnings.push_back(
        output::text("{}: below {}, intervals of skewed measures are narrower than they should be",
                     counted(record.replications, "replication"), enough_replications));
  }
}

} // namespace

std::vector<std::string> warnings_of(const std::vector<ArmSpec>& arms, const Runnable& runnable,
                                     const RunRecord& record) {
  Warnings warnings;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    warn_overload(warnings, arms, arm, record.arms[arm].pooled);
    warn_nobody(warnings, arms, arm, record.arms[arm].pooled);
    warn_waits(warnings, arms, arm, record.arms[arm].pooled);
    warn_lines(warnings, arms, arm, record.arms[arm]);
    warn_unfinished(warnings, arms, arm, record.arms[arm].pooled);
    warn_twin(warnings, arms, arm, runnable.twin[arm]);
    warn_one_off(warnings, arms, arm, runnable.books[arm]);
    warn_pairs(warnings, arms, arm);
  }
  warn_warm_up(warnings, arms, record);
  warn_culture(warnings, arms);
  warn_replications(warnings, record);
  return warnings;
}

} // namespace sojourn
