// SPDX-License-Identifier: Apache-2.0
#include "sim/study/compare_parts.hpp"

#include "output/stats/break_even.hpp"
#include "output/text.hpp"
#include "sim/engine/arrivals.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

double people_per_week(const Scenario& scenario) { return people_per_week(scenario.arrivals); }

/// Money per week of one arm, replication by replication: what a journey has, times the people of a
/// week. A measure that nothing in any arm could move counts as 0.
std::vector<double> weekly(const Compared& compared, std::size_t arm, std::string_view id) {
  const auto measure = find_measure(compared.context.measures, id);
  std::vector<double> money(static_cast<std::size_t>(compared.replications), 0);
  if (measure) {
    money = compared.values(arm, *measure, 0);
  }
  const double people = people_per_week(compared.context.arms[arm].scenario);
  std::transform(money.begin(), money.end(), money.begin(),
                 [people](double each) { return each * people; });
  return money;
}

/// Without one-off costs.
std::vector<double> running_result(const Compared& compared, std::size_t arm) {
  return less(less(weekly(compared, arm, "value"), weekly(compared, arm, "cost")),
              weekly(compared, arm, "relationship"));
}

/// What has no interval because nothing differed says so.
output::Interval with_reason(const output::Difference& difference) {
  output::Interval interval = difference;
  interval.reason = difference.reason.empty() ? difference.note : difference.reason;
  return interval;
}

output::Finding& add_money(Findings& findings, const Compared& compared, std::size_t arm,
                           const char* quantity, const std::string& unit,
                           const output::Interval& interval) {
  output::Finding& row = findings.add_plain(quantity, compared.id(arm), unit, interval);
  row.arm = static_cast<int>(arm);
  return row;
}

output::Interval add_weekly(Findings& findings, const Compared& compared, std::size_t arm,
                            const char* quantity, const std::vector<double>& here,
                            const std::vector<double>& today) {
  const output::Difference difference =
      output::paired_difference(here, today, output::Interval{}.level, compared.plans(arm));
  const std::string unit = compared.context.arms.front().scenario.currency + "/week";
  output::Finding& row =
      add_money(findings, compared, arm, quantity, unit, with_reason(difference));
  row.p = difference.p;
  findings.values.back() = less(here, today);
  return with_reason(difference);
}

std::string weeks(double n) {
  return std::isfinite(n) ? output::text("{:.2g}", n) : std::string("never");
}

std::string when(const output::BreakEven& back, const std::string& id) {
  switch (back.pays_back) {
  case output::PaysBack::unknown:
    return {};
  case output::PaysBack::always:
    return output::text("{} pays back after {} weeks ({} to {})", id, weeks(back.time),
                        weeks(back.earliest), weeks(back.latest));
  case output::PaysBack::perhaps_never:
    return output::text("{} may never pay back ({} weeks at the earliest)", id,
                        weeks(back.earliest));
  case output::PaysBack::never:
    return id + " does not pay back";
  }
  return {};
}

/// Three digits say enough; a thin space stands between thousands.
std::string short_sum(double money) {
  std::string text = output::text("{:.0f}", std::stod(output::text("{:.2e}", money)));
  const std::size_t first = text.find_first_of("0123456789");
  for (std::size_t at = text.size(); text.size() - first > 4 && at > first + 3;) {
    at -= 3;
    text.insert(at, "\u202f");
  }
  return text;
}

/// The dearest one-off cost that the running gain would pay for within the period the arm declares.
std::string add_worth(Findings& findings, const Compared& compared, std::size_t arm,
                      const output::Interval& gain) {
  const ArmSpec& spec = compared.context.arms[arm];
  const double period = spec.scenario.one_off_spread_min * static_cast<double>(ticks_per_minute) /
                        static_cast<double>(ticks_per_week);
  if (!(period > 0) || !gain.known()) {
    return {};
  }
  const std::string& currency = compared.context.arms.front().scenario.currency;
  const output::Interval worth = output::highest_cost_worth(gain, period);
  add_money(findings, compared, arm, "highest one-off cost worth", currency, worth).note =
      output::text("paid back within {:.4g} weeks, as declared", period);
  if (!(worth.upper > 0)) {
    return {};
  }
  return output::text("; within {:.3g} weeks it is worth {} {} at most ({} to {})", period,
                      short_sum(worth.estimate), currency, short_sum(worth.lower),
                      short_sum(worth.upper));
}

std::string report_arm(Findings& findings, const Compared& compared, std::size_t arm) {
  const Scenario &here = compared.context.arms[arm].scenario,
                 &today = compared.context.arms.front().scenario;
  const output::Interval gain =
      add_weekly(findings, compared, arm, "gain per week", running_result(compared, arm),
                 running_result(compared, 0));
  add_weekly(findings, compared, arm, "staff cost per week", weekly(compared, arm, "cost"),
             weekly(compared, 0, "cost"));
  const double cost = here.one_off_cost - today.one_off_cost;
  if (!(cost > 0)) {
    return {};
  }
  output::Interval certain;
  certain.estimate = cost;
  certain.replications = compared.replications;
  add_money(findings, compared, arm, "one-off cost", today.currency, certain).note =
      "beyond that of the baseline, as declared";
  const output::BreakEven back = output::break_even(cost, gain);
  output::Interval time = gain;
  time.estimate = back.time;
  time.lower = back.earliest;
  time.upper = back.latest;
  output::Finding& row = add_money(findings, compared, arm, "pays back after", "week", time);
  row.note = back.note;
  const std::string said = when(back, compared.id(arm));
  const std::string worth = add_worth(findings, compared, arm, gain);
  return said.empty() ? said : said + worth + ".";
}

} // namespace

bool has_one_off_cost(const StudyContext& context) {
  return std::any_of(context.arms.begin(), context.arms.end(),
                     [](const ArmSpec& arm) { return arm.scenario.one_off_cost != 0; }) &&
         (find_measure(context.measures, "value") || find_measure(context.measures, "cost"));
}

std::string report_money(Findings& findings, const Compared& compared) {
  if (people_per_week(compared.context.arms.front().scenario) <= 0) {
    return "When one-off costs pay back cannot be told: arrivals.rate does not say how many "
           "people come.";
  }
  std::string reading;
  for (std::size_t arm = 1; arm < compared.context.arms.size(); ++arm) {
    const std::string said = report_arm(findings, compared, arm);
    reading += (reading.empty() || said.empty() ? "" : " ") + said;
  }
  return reading;
}

} // namespace sojourn
