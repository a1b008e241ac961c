// SPDX-License-Identifier: Apache-2.0
#include "sim/study/warnings.hpp"

#include "output/text.hpp"
#include "sim/engine/ticks.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/pairs.hpp"
#include "sim/study/warm_up.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

/// Below this, t intervals of skewed measures cover too little (0.900 at 10, 0.927 at 30 for
/// exponential data at a nominal 0.95).
constexpr int enough_replications = 30;

/// What is said of designs: the same words are said once, of all of them.
class Warnings {
public:
  explicit Warnings(const std::vector<ArmSpec>& arms) : arms_(&arms) {}

  /// "{before} today{after}", "{before} with “More staff”{after}".
  void add(const std::string& before, std::size_t arm, const std::string& after) {
    const auto same = std::find_if(said_.begin(), said_.end(), [&](const Said& each) {
      return each.before == before && each.after == after && !each.arms.empty();
    });
    (same == said_.end() ? said_.emplace_back(Said{before, after, {}}) : *same).arms.push_back(arm);
  }
  /// Of no design in particular.
  void add(const std::string& text) { said_.push_back({text, "", {}}); }

  [[nodiscard]] std::string in_arm(std::size_t arm) const {
    const ArmSpec& spec = (*arms_)[arm];
    return arm == 0             ? "today"
           : spec.title.empty() ? "with " + spec.id
                                : "with “" + spec.title + "”";
  }

  [[nodiscard]] std::string in_arms(const std::vector<std::size_t>& arms) const {
    std::vector<std::string> names;
    for (const std::size_t arm : arms) {
      names.push_back(in_arm(arm));
    }
    return list_words(names);
  }

  [[nodiscard]] std::vector<std::string> all() const {
    std::vector<std::string> texts;
    for (const Said& each : said_) {
      texts.push_back(each.arms.empty() ? each.before
                                        : each.before + " " + in_arms(each.arms) + each.after);
    }
    return texts;
  }

private:
  struct Said {
    std::string before, after;
    std::vector<std::size_t> arms;
  };
  const std::vector<ArmSpec>* arms_;
  std::vector<Said> said_;
};

std::string name_of(const ResourceSpec& resource) {
  return resource.name.empty() ? resource.id : resource.name;
}

/// A resource whose queue only grows, in some designs.
struct Overloaded {
  std::string name;
  std::vector<std::size_t> arms;
  double least = 0, most = 0; // load
};

void note_overload(std::vector<Overloaded>& all, const ArmSpec& spec, std::size_t arm,
                   const Tally& pooled) {
  const std::vector<ResourceSpec>& specs = spec.scenario.resources;
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const ResourceTally& tally = pooled.resources[i];
    const bool ends = specs[i].unlimited || specs[i].room.has_value();
    if (ends || tally.open <= 0 || tally.offered < tally.open) {
      continue;
    }
    const double load = static_cast<double>(tally.offered) / static_cast<double>(tally.open);
    const std::string name = name_of(specs[i]);
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&](const Overloaded& each) { return each.name == name; });
    Overloaded& resource =
        known == all.end() ? all.emplace_back(Overloaded{name, {}, load, load}) : *known;
    resource.arms.push_back(arm);
    resource.least = std::min(resource.least, load);
    resource.most = std::max(resource.most, load);
  }
}

/// One warning for each resource, whatever the number of designs in which its queue grows.
void warn_overload(Warnings& warnings, const std::vector<ArmSpec>& arms, const RunRecord& record) {
  std::vector<Overloaded> all;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    note_overload(all, arms[arm], arm, record.arms[arm].pooled);
  }
  for (const Overloaded& each : all) {
    const std::string least = output::text("{:.3g}", each.least);
    const std::string most = output::text("{:.3g}", each.most);
    warnings.add(output::text("{} gets {} {} (load rho = {}): its queue grows until people give "
                              "up or do not join",
                              each.name,
                              most == "1" ? "as much work as it can do, with nothing to spare,"
                                          : "more work than it can do",
                              warnings.in_arms(each.arms),
                              least == most ? most : least + " to " + most));
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
    warnings.add("nobody came", arm, " between warm-up and horizon: look at arrivals and at both");
  } else if (could && people.outcomes[static_cast<std::size_t>(Outcome::served)] == 0) {
    warnings.add("nobody was ever served", arm,
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
      warnings.add("the mean wait for " + name_of(specs[i]), arm,
                   " is longer than the simulated time");
    } else if (!specs[i].unlimited && line.joined > 0 && line.open == 0) {
      warnings.add(name_of(specs[i]), arm, " never opens while people are counted");
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
      warnings.add("the line for " + name_of(specs[i]), arm,
                   output::text(" breaks Little's law in {}: arrivals, length and waits disagree, "
                                "so do not trust them; this is a fault of the program, please "
                                "report it",
                                counted(broken, "replication")));
    }
  }
}

void warn_unfinished(Warnings& warnings, std::size_t arm, const Tally& pooled) {
  const PersonaTally people = groups_of(pooled).front();
  if (people.censored == 0) {
    return;
  }
  const double all = static_cast<double>(people.journeys);
  const double open = static_cast<double>(people.censored);
  const double served =
      static_cast<double>(people.outcomes[static_cast<std::size_t>(Outcome::served)]);
  warnings.add(output::text("{:.2g} % of the journeys", 100 * open / all), arm,
               output::text(" were still under way at the end; counting them either way, served "
                            "lies between {:.1f} % and {:.1f} %; means and times are of finished "
                            "journeys only",
                            100 * served / all, 100 * (served + open) / all));
}

/// At least so many hours, as one would write them: "20 h", "5 days", "12 weeks".
std::string whole_time(double hours) {
  constexpr double day = 24, week = 168;
  return hours <= 2 * day    ? output::text("{:.0f} h", std::ceil(hours))
         : hours <= 4 * week ? output::text("{:.0f} days", std::ceil(hours / day))
                             : output::text("{:.0f} weeks", std::ceil(hours / week));
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
    warnings.add(
        output::text("the first {} {} are still settling (MSER-5 on the people present{}), "
                     "but warm_up is {}: set `warm_up: {}` or more",
                     whole_time(longest), warnings.in_arm(slowest), others,
                     declared > 0 ? rounded_duration(60 * declared) : "0", whole_time(longest)));
  }
}

void warn_twin(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm, int twin) {
  if (twin != static_cast<int>(arm)) {
    warnings.add(arms[arm].id + " changes nothing that is simulated: it equals " +
                 (twin == 0 ? "the baseline" : arms[static_cast<std::size_t>(twin)].id));
  }
}

void warn_one_off(Warnings& warnings, const std::vector<ArmSpec>& arms, std::size_t arm,
                  const Books& books) {
  if (books.one_off_per_journey != books.one_off_per_journey) {
    warnings.add(arms[arm].id + ": the one-off cost cannot be spread over journeys, because "
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
      warnings.add(words.message, arm, ": " + words.why);
    }
  }
}

void warn_culture(Warnings& warnings, const std::vector<ArmSpec>& arms) {
  if (std::any_of(arms.begin(), arms.end(),
                  [](const ArmSpec& arm) { return !arm.scenario.culture.effects.empty(); })) {
    warnings.add("culture bends numbers here: scores of groups are not scores of people "
                 "(ecological fallacy), and the sizes of its effects are assumptions");
  }
}

void warn_replications(Warnings& warnings, const RunRecord& record) {
  if (record.cause != StopCause::finished) {
    warnings.add("incomplete: " + record.stop_reason);
  }
  if (record.replications < enough_replications) {
    warnings.add(
        output::text("{}: below {}, intervals of skewed measures are narrower than they should be",
                     counted(record.replications, "replication"), enough_replications));
  }
}

} // namespace

std::vector<std::string> warnings_of(const std::vector<ArmSpec>& arms, const Runnable& runnable,
                                     const RunRecord& record) {
  Warnings warnings(arms);
  warn_overload(warnings, arms, record);
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    warn_nobody(warnings, arms, arm, record.arms[arm].pooled);
    warn_waits(warnings, arms, arm, record.arms[arm].pooled);
    warn_lines(warnings, arms, arm, record.arms[arm]);
    warn_unfinished(warnings, arm, record.arms[arm].pooled);
    warn_twin(warnings, arms, arm, runnable.twin[arm]);
    warn_one_off(warnings, arms, arm, runnable.books[arm]);
    warn_pairs(warnings, arms, arm);
  }
  warn_warm_up(warnings, arms, record);
  warn_culture(warnings, arms);
  warn_replications(warnings, record);
  return warnings.all();
}

} // namespace sojourn
