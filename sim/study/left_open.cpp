// SPDX-License-Identifier: Apache-2.0
#include "sim/study/left_open.hpp"

#include "output/text.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>

namespace sojourn {
namespace {

using Column = std::vector<double>;

/// What an unfinished journey may still add to the numerator of a measure, in its unit; the least
/// is 0. Nothing where there is no such limit.
std::optional<double> most_of(const Measure& measure, const Plan& plan, std::size_t persona) {
  switch (measure.kind) {
  case MeasureKind::served:
  case MeasureKind::gave_up:
  case MeasureKind::left_silently:
  case MeasureKind::competitor:
  case MeasureKind::off_boarded:
  case MeasureKind::agreement:
    return 1;
  case MeasureKind::value:
  case MeasureKind::value_realised: { // outcomes may be gained again and again
    const bool outcomes = std::any_of(plan.nodes.begin(), plan.nodes.end(),
                                      [](const PlanNode& node) { return node.outcome != 0; });
    return outcomes ? std::nullopt
                    : std::optional<double>(from_fixed(plan.personas[persona].potential));
  }
  case MeasureKind::remembered_experience:
  case MeasureKind::experienced:
  case MeasureKind::time_in_system:
  case MeasureKind::waiting_front:
  case MeasureKind::waiting_back:
  case MeasureKind::occupied:
  case MeasureKind::paid:
  case MeasureKind::risk:
  case MeasureKind::risk_taken:
  case MeasureKind::net_benefit:
  case MeasureKind::cost:
  case MeasureKind::one_off:
  case MeasureKind::relationship:
  case MeasureKind::net_value:
  case MeasureKind::trust:
  case MeasureKind::effort:
  case MeasureKind::visits:
  case MeasureKind::satisfaction:
  case MeasureKind::csat:
  case MeasureKind::csat_corrected:
  case MeasureKind::nps:
  case MeasureKind::nps_corrected:
  case MeasureKind::ces:
  case MeasureKind::response_rate:
  case MeasureKind::renewal:
  case MeasureKind::indicator:
  case MeasureKind::told:
  case MeasureKind::rating:
  case MeasureKind::stayed_away:
  case MeasureKind::watermelon:
  case MeasureKind::censored:
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Outcome> outcome_of(MeasureKind kind) {
  constexpr std::array<std::pair<MeasureKind, Outcome>, 4> pairs = {
      {{MeasureKind::served, Outcome::served},
       {MeasureKind::gave_up, Outcome::lost},
       {MeasureKind::competitor, Outcome::competitor},
       {MeasureKind::off_boarded, Outcome::off_boarded}}};
  const auto* found = std::find_if(pairs.begin(), pairs.end(),
                                   [kind](const auto& pair) { return pair.first == kind; });
  return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

class LeftOpen {
public:
  LeftOpen(const Runnable& runnable, const RunRecord& record)
      : runnable_(runnable), record_(record), open_(*find_measure(runnable.measures, "censored")),
        findings_({"unfinished",
                   "What do journeys that were not seen to end leave open?",
                   static_cast<int>(record.arms.size()),
                   record.replications,
                   {},
                   watched() ? "restricted mean" : "bounds"}) {}

  Findings report() {
    for (std::size_t arm = 0; arm < record_.arms.size(); ++arm) {
      for (std::size_t measure = 0; measure < record_.n_measures; ++measure) {
        for (std::size_t group = 0; group < record_.n_groups; ++group) {
          add(arm, measure, group);
        }
      }
    }
    findings_.adjust();
    findings_.info.reading = reading();
    return std::move(findings_);
  }

private:
  [[nodiscard]] bool watched() const { return watched_limit(runnable_.plans.front()) > 0; }

  void add(std::size_t arm, std::size_t measure, std::size_t group) {
    const MeasureKind kind = runnable_.measures[measure].kind;
    if (watched() && kind == MeasureKind::time_in_system) {
      add_time(arm, measure, group);
    }
    if (const auto outcome = outcome_of(kind); watched() && outcome) {
      add_row("incidence", arm, measure, group,
              known(arm, group,
                    [&](const Watched& each) {
                      return each.incidence[static_cast<std::size_t>(*outcome)];
                    }))
          .note = "ended so within " + limit(arm) + " of arriving";
    }
    add_bounds(arm, measure, group);
  }

  void add_time(std::size_t arm, std::size_t measure, std::size_t group) {
    const auto mean = [](const Watched& each) { return each.restricted_mean; };
    const Column here = known(arm, group, mean);
    const std::string note = "of the first " + limit(arm) + " of each journey";
    add_row("restricted mean", arm, measure, group, here).note = note;
    if (arm == 0 || watched_limit(runnable_.plans[arm]) != watched_limit(runnable_.plans[0])) {
      return;
    }
    const output::Difference difference = output::paired_difference(
        here, known(0, group, mean), output::Interval{}.level,
        runnable_.twin[arm] == 0 ? output::Plans::equal : output::Plans::differ);
    output::Finding& row = place(difference, "restricted mean difference", arm, measure, group);
    row.p = difference.p;
    row.note = difference.note.empty() ? note : difference.note;
  }

  /// The ends: of the mean over replications with every unfinished journey counted the worse way,
  /// and the better way, the lower and upper ends of their intervals.
  void add_bounds(std::size_t arm, std::size_t measure, std::size_t group) {
    Column low, high;
    for (int r = 0; r < record_.replications; ++r) {
      const auto at = static_cast<std::size_t>(r);
      const Ratio& seen = record_.ratio(arm, at, measure, group);
      const std::optional<double> most = most_open(arm, at, measure, group);
      if (!most) {
        return;
      }
      const double all = seen.denominator + record_.ratio(arm, at, open_, group).numerator;
      low.push_back(all > 0 ? seen.numerator / all : output::missing);
      high.push_back(all > 0 ? (seen.numerator + *most) / all : output::missing);
    }
    output::Interval bounds = output::mean_interval(record_.values(arm, measure, group));
    bounds.lower = output::mean_interval(low).lower;
    bounds.upper = output::mean_interval(high).upper;
    if (runnable_.measures[measure].info.share) {
      bounds.lower = std::max(bounds.lower, 0.0);
      bounds.upper = std::min(bounds.upper, 1.0);
    }
    place(bounds, "bounds", arm, measure, group).note =
        "of those that ended; the unfinished counted either way";
  }

  /// All that the unfinished of a group may still add to a numerator.
  [[nodiscard]] std::optional<double> most_open(std::size_t arm, std::size_t replication,
                                                std::size_t measure, std::size_t group) const {
    double sum = 0;
    const std::size_t first = group == 0 ? 1 : group;
    const std::size_t last = group == 0 ? record_.n_groups - 1 : group;
    for (std::size_t one = first; one <= last; ++one) {
      const auto most = most_of(runnable_.measures[measure], runnable_.plans[arm], one - 1);
      if (!most) {
        return std::nullopt;
      }
      sum += *most * record_.ratio(arm, replication, open_, one).numerator;
    }
    return sum;
  }

  template <class Read>
  [[nodiscard]] Column known(std::size_t arm, std::size_t group, const Read& read) const {
    Column column;
    const std::vector<Watched>& all = record_.arms[arm].watched;
    for (std::size_t at = group; at < all.size(); at += record_.n_groups) {
      column.push_back(read(all[at]));
    }
    return column;
  }

  output::Finding& add_row(const char* quantity, std::size_t arm, std::size_t measure,
                           std::size_t group, const Column& column) {
    output::Finding& row = place(output::mean_interval(column), quantity, arm, measure, group);
    findings_.values.back() = column;
    return row;
  }

  output::Finding& place(const output::Interval& interval, const char* quantity, std::size_t arm,
                         std::size_t measure, std::size_t group) {
    output::Finding& row = findings_.add_plain(quantity, runnable_.arm_ids[arm],
                                               runnable_.measures[measure].info.unit, interval);
    row.arm = static_cast<int>(arm);
    row.measure = static_cast<int>(measure);
    row.group = static_cast<int>(group);
    return row;
  }

  [[nodiscard]] std::string limit(std::size_t arm) const {
    return rounded_duration(static_cast<double>(watched_limit(runnable_.plans[arm])) /
                            static_cast<double>(ticks_per_minute));
  }

  [[nodiscard]] std::string reading() const {
    double most = 0;
    for (const ArmRecord& arm : record_.arms) {
      const PersonaTally people = groups_of(arm.pooled).front();
      most = std::max(most, 100 * static_cast<double>(people.censored) /
                                static_cast<double>(std::max<std::int64_t>(people.journeys, 1)));
    }
    const std::string bounds = "Bounds count the unfinished either way.";
    return output::text("Up to {:.2g} % of the journeys were not seen to end. ", most) +
           (watched() ? "The time in the system is the mean of the first " + limit(0) +
                            " of each journey (Kaplan-Meier), shares are of those who left so "
                            "within it (Aalen-Johansen). " +
                            bounds
                      : bounds);
  }

  const Runnable& runnable_;
  const RunRecord& record_;
  std::size_t open_; // the measure of unfinished journeys
  Findings findings_;
};

} // namespace

std::optional<Findings> left_open(const Runnable& runnable, const RunRecord& record) {
  const bool any = std::any_of(record.arms.begin(), record.arms.end(), [](const ArmRecord& arm) {
    return groups_of(arm.pooled).front().censored > 0;
  });
  if (!any || !find_measure(runnable.measures, "censored")) {
    return std::nullopt;
  }
  return LeftOpen(runnable, record).report();
}

} // namespace sojourn
