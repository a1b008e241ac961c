// SPDX-License-Identifier: Apache-2.0
#include "sim/study/plan_size.hpp"

#include "output/stats/sample_size.hpp"
#include "output/text.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace sojourn {
namespace {

/// Standard deviation of what is known of a column.
output::Pilot pilot_of(const std::vector<double>& column) {
  double sum = 0;
  int n = 0;
  for (const double value : column) {
    sum += std::isnan(value) ? 0 : value;
    n += std::isnan(value) ? 0 : 1;
  }
  double squares = 0;
  for (const double value : column) {
    squares += std::isnan(value) ? 0 : (value - sum / n) * (value - sum / n);
  }
  return {n > 1 ? std::sqrt(squares / (n - 1)) : output::missing, std::max(n, 2)};
}

class PlanSize : public FixedStudy {
public:
  explicit PlanSize(const StudyContext& context) : FixedStudy(context) {
    const Group options{&context.spec.options, nullptr};
    power_ = options.number("power", 0.8);
    half_widths_ = amounts_of(context, options.node("half_width"));
    differences_ = amounts_of(context, options.node("detect"));
  }

  void design(ArmPool& pool) override {
    for (std::size_t arm = 0; arm < pool.n_compared(); ++arm) {
      (void)add(pool, {arm, {}});
    }
    if (!differences_.empty() && pool.n_compared() < 2) {
      refuse_study(context(), "detect asks for a difference, but there is no variant", {},
                   "declare one under `variants`, or ask for half_width only");
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("How many replications will the answer take?",
                           half_widths_.empty() && differences_.empty() ? "detectable difference"
                                                                        : "replications needed"));
    for (const std::size_t measure : measures()) {
      for (std::size_t arm = 0; arm < pool.n_compared(); ++arm) {
        report_arm(findings, pool, measure, arm);
      }
    }
    findings.info.reading = reading(findings) + one_period(pool);
    return findings;
  }

private:
  /// What a single replication tells of the first variant's difference, in the first measure.
  [[nodiscard]] std::string one_period(const ArmPool& pool) const {
    if (pool.n_compared() < 2) {
      return {};
    }
    constexpr double both_sides = 1.96; // 95 % of a normal distribution
    const std::size_t measure = measures().front();
    const output::Pilot difference = pilot_of(differences(pool, 1, measure));
    if (!(difference.deviation > 0)) {
      return {};
    }
    const auto& info = pool.measures()[measure].info;
    const double half = both_sides * difference.deviation * (info.share ? 100 : 1);
    return output::text(" A single real period as long as a replication would know the difference "
                        "that {} makes to {} to within ±{}{} only, even if both designs met the "
                        "same people.",
                        context().arms[1].id, info.id, three_digits(half),
                        info.share              ? " points"
                        : info.unit == "affect" ? ""
                                                : " " + info.unit);
  }

  /// Of an arm from the baseline, one of each replication.
  [[nodiscard]] std::vector<double> differences(const ArmPool& pool, std::size_t arm,
                                                std::size_t measure) const {
    std::vector<double> change = pool.values(arm, replications(), measure, 0);
    const std::vector<double> today = pool.values(0, replications(), measure, 0);
    std::transform(change.begin(), change.end(), today.begin(), change.begin(), std::minus<>());
    return change;
  }
  void report_arm(Findings& findings, const ArmPool& pool, std::size_t measure,
                  std::size_t arm) const {
    const std::string& id = context().arms[arm].id;
    const output::Pilot level = pilot_of(pool.values(arm, replications(), measure, 0));
    if (const auto wanted = half_widths_.find(measure);
        wanted != half_widths_.end() && level.deviation >= 0) {
      put_size(findings, pool, {"replications needed", id, arm, measure, 0},
               output::size_for_half_width(level, wanted->second),
               output::text("for a half-width of {:.4g}", wanted->second));
    }
    if (arm == 0) {
      return;
    }
    const output::Pilot difference = pilot_of(differences(pool, arm, measure));
    if (!(difference.deviation > 0)) {
      return;
    }
    if (const auto wanted = differences_.find(measure); wanted != differences_.end()) {
      put_size(findings, pool, {"replications needed", id + " - baseline", arm, measure, 0},
               output::size_to_detect(difference, wanted->second, power_),
               output::text("to detect a difference of {:.4g} with power {:.2g}", wanted->second,
                            power_));
    }
    output::Interval smallest;
    smallest.estimate = output::detectable_difference(difference, replications(), power_);
    smallest.replications = replications();
    findings.add(pool, {"detectable difference", id + " - baseline", arm, measure, 0}, smallest)
        .note = output::text("with {} replications and power {:.2g}", replications(), power_);
  }

  void put_size(Findings& findings, const ArmPool& pool, const About& about,
                const output::SampleSize& size, const std::string& what) const {
    output::Interval interval;
    interval.replications = replications();
    if (size.known()) {
      interval.estimate = static_cast<double>(size.replications);
    }
    output::Finding& row = findings.add(pool, about, interval);
    row.unit = std::string("1"); // g++ 12 warns of the plain literal
    row.note = what;
    if (!size.known()) {
      row.note += ": " + size.reason;
    } else if (size.cautious > 0) {
      row.upper = static_cast<double>(size.cautious);
      row.lower = row.estimate;
      row.level = 0.8; // the upper end: the pilot may have seen too little spread
    }
  }

  [[nodiscard]] std::string reading(const Findings& findings) const {
    double most = 0;
    for (const output::Finding& row : findings.rows) {
      if (row.quantity == "replications needed") {
        most = std::max(most, std::isnan(row.upper) ? row.estimate : row.upper);
      }
    }
    if (!(most > 0)) {
      return output::text("With {} replications, differences as small as those listed would be "
                          "found with power {:.2g}.",
                          replications(), power_);
    }
    return output::text("{:.0f} replications will do for everything asked, {} as many as the {} of "
                        "this pilot.",
                        most, output::text("{:.2g} times", most / replications()), replications());
  }

  double power_ = 0.8;
  std::map<std::size_t, double> half_widths_, differences_; // by measure
};

} // namespace

std::unique_ptr<Study> make_plan(const StudyContext& context) {
  return std::make_unique<PlanSize>(context);
}

} // namespace sojourn
