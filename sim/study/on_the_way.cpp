// SPDX-License-Identifier: Apache-2.0
#include "sim/study/on_the_way.hpp"

#include "output/text.hpp"
#include "sim/engine/ticks.hpp"
#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <array>

namespace sojourn {
namespace {

bool changes(const ArmSpec& arm) { return !arm.scenario.stages.designs.empty(); }

struct WeeklyMeasure {
  std::string_view id;
  StageWatch watched;
  double (*read)(const WeekTally& week); // sum over the journeys that ended
};
constexpr std::array<WeeklyMeasure, 3> weekly_measures = {
    {{"gave_up", StageWatch::gave_up,
      [](const WeekTally& week) { return static_cast<double>(week.gave_up); }},
     {"served", StageWatch::served,
      [](const WeekTally& week) { return static_cast<double>(week.served); }},
     {"remembered_experience", StageWatch::remembered_experience,
      [](const WeekTally& week) { return from_fixed(week.remembered); }}}};

std::string week_name(std::size_t week) { return "week " + std::to_string(week + 1); }

class OnTheWay {
public:
  OnTheWay(const std::vector<ArmSpec>& arms, const Runnable& runnable, const RunRecord& record)
      : arms_(arms), runnable_(runnable), record_(record),
        findings_({"on_the_way", "What was changed on the way?", 0, record.replications, "",
                   "by_week"}) {}

  Findings report() {
    for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
      if (changes(arms_[arm])) {
        add_steps(arm);
      }
    }
    for (const WeeklyMeasure* measure : measures_in_order()) {
      if (const auto index = find_measure(runnable_.measures, std::string(measure->id))) {
        add_weeks(*measure, *index);
      }
    }
    add_ended();
    add_points();
    return std::move(findings_);
  }

private:
  /// What was looked at first; the others follow.
  [[nodiscard]] std::vector<const WeeklyMeasure*> measures_in_order() const {
    std::vector<const WeeklyMeasure*> order;
    for (const WeeklyMeasure& each : weekly_measures) {
      order.push_back(&each);
    }
    std::stable_partition(order.begin(), order.end(), [this](const WeeklyMeasure* each) {
      return std::any_of(arms_.begin(), arms_.end(), [each](const ArmSpec& arm) {
        return changes(arm) && arm.scenario.stages.watch == each->watched;
      });
    });
    return order;
  }

  /// Each step is a variant: those whose changes, in their order, are those of the arm.
  [[nodiscard]] std::vector<std::string> step_names(const ArmSpec& arm) const {
    const std::size_t n = arm.scenario.stages.designs.size();
    std::vector<std::string> names;
    auto at = arm.changes.begin();
    for (std::size_t step = 0; step < n; ++step) {
      const auto begins = [&](const ArmSpec& other) {
        const auto& own = other.changes;
        return n > 1 && !changes(other) && !own.empty() &&
               static_cast<std::size_t>(arm.changes.end() - at) > own.size() &&
               std::equal(own.begin(), own.end(), at);
      };
      const auto found = std::find_if(arms_.begin(), arms_.end(), begins);
      if (found != arms_.end()) {
        at += static_cast<std::ptrdiff_t>(found->changes.size());
      }
      names.push_back(found != arms_.end() ? found->id
                      : n > 1              ? "step " + std::to_string(step + 1)
                                           : arm.id);
    }
    return names;
  }

  void add_steps(std::size_t arm) {
    ++findings_.info.arms;
    const Tally& tally = record_.arms[arm].pooled;
    const std::size_t n_weeks = tally.shape.n_weeks;
    const std::vector<std::string> names = step_names(arms_[arm]);
    std::vector<std::string> told;
    for (std::size_t step = 0; step < tally.shape.n_steps; ++step) {
      const std::int64_t* weeks = &tally.steps[step * n_weeks];
      std::int64_t taken = 0;
      double sum = 0;
      for (std::size_t week = 0; week < n_weeks; ++week) {
        taken += weeks[week];
        sum += static_cast<double>(weeks[week]) * static_cast<double>(week + 1);
      }
      add_share("taken", names[step], arm, taken);
      for (std::size_t week = 0; week < n_weeks; ++week) {
        if (weeks[week] > 0) {
          add_share("taken_in", names[step] + ", " + week_name(week), arm, weeks[week]);
        }
      }
      told.push_back(step_words(names[step], taken, sum));
    }
    findings_.info.reading +=
        (findings_.info.reading.empty() ? "" : " ") + arms_[arm].id + ": " + list_words(told) + ".";
  }

  /// "better_promise in all 20 replications (in week 5)".
  [[nodiscard]] std::string step_words(const std::string& name, std::int64_t taken,
                                       double sum) const {
    if (taken == 0) {
      return name + " never";
    }
    return output::text("{} in {} replications (week {:.3g}{})", name,
                        taken == record_.replications
                            ? "all " + std::to_string(taken)
                            : output::text("{} of {}", taken, record_.replications),
                        sum / static_cast<double>(taken), taken > 1 ? " on average" : "");
  }

  void add_share(const char* quantity, const std::string& subject, std::size_t arm,
                 std::int64_t taken) {
    findings_
        .add_plain(quantity, subject, "1",
                   output::wilson(static_cast<double>(taken), record_.replications))
        .arm = static_cast<int>(arm);
    findings_.rows.back().replications = record_.replications;
  }

  void add_weeks(const WeeklyMeasure& measure, std::size_t index) {
    for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
      const std::vector<WeekTally>& weeks = record_.arms[arm].pooled.weeks;
      for (std::size_t week = 0; week < weeks.size(); ++week) {
        if ((arm > 0 && !changes(arms_[arm])) || weeks[week].finished == 0) {
          continue;
        }
        output::Interval level;
        level.estimate = measure.read(weeks[week]) / static_cast<double>(weeks[week].finished);
        level.replications = record_.replications;
        output::Finding& row = findings_.add_plain("by_week", week_name(week),
                                                   runnable_.measures[index].info.unit, level);
        row.arm = static_cast<int>(arm);
        row.measure = static_cast<int>(index);
      }
    }
  }

  /// Of how many journeys that is, in all replications.
  void add_ended() {
    for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
      const std::vector<WeekTally>& weeks = record_.arms[arm].pooled.weeks;
      for (std::size_t week = 0; week < weeks.size(); ++week) {
        if ((arm == 0 || changes(arms_[arm])) && weeks[week].finished > 0) {
          output::Interval n;
          n.estimate = static_cast<double>(weeks[week].finished);
          n.replications = record_.replications;
          findings_.add_plain("ended", week_name(week), "1", n).arm = static_cast<int>(arm);
        }
      }
    }
  }

  void add_points() {
    const std::vector<WeekTally>& weeks = record_.arms.front().pooled.weeks;
    for (std::size_t week = 0; week < weeks.size(); ++week) {
      if (weeks[week].finished > 0) {
        findings_.points.push_back({0, week_name(week), "week", static_cast<double>(week + 1), "1",
                                    std::to_string(week + 1)});
      }
    }
  }

  const std::vector<ArmSpec>& arms_;
  const Runnable& runnable_;
  const RunRecord& record_;
  Findings findings_;
};

} // namespace

std::optional<Findings> on_the_way(const std::vector<ArmSpec>& arms, const Runnable& runnable,
                                   const RunRecord& record) {
  if (std::none_of(arms.begin(), arms.end(), changes) || record.arms.front().pooled.weeks.empty()) {
    return std::nullopt;
  }
  return OnTheWay(arms, runnable, record).report();
}

} // namespace sojourn
