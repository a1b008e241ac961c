// SPDX-License-Identifier: Apache-2.0
#include "sim/study/paradox.hpp"

#include "output/text.hpp"
#include "sim/study/johari.hpp"
#include "sim/study/reasons.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace sojourn {
namespace {

double quotient(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : output::missing;
}

bool explains(ReasonKind kind) {
  return kind != ReasonKind::clock_stops && kind != ReasonKind::non_response;
}

class Paradox : public FixedStudy {
public:
  explicit Paradox(const StudyContext& context)
      : FixedStudy(context), scenario_(context.arms.front().scenario),
        asked_(asked_about(scenario_)) {}

  void design(ArmPool& pool) override {
    if (std::none_of(asked_.begin(), asked_.end(), [](bool asked) { return asked; })) {
      refuse_study(context(), "nobody is asked about any touchpoint",
                   "the provider sees none, by `seen_by`");
    }
    as_it_is_ = add(pool, {});
    pool.keep_lived(as_it_is_);
    if (scenario_.value.present) {
      pool.keep_money(as_it_is_);
    }
    for (const Reason& reason : reasons_of(scenario_, *context().loaded.patcher)) {
      if (explains(reason.kind)) {
        reasons_.push_back(reason);
        arms_.push_back(add(pool, {0, reason.lines}));
        pool.keep_lived(arms_.back());
      }
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("Are the touchpoints liked and the journey not, and why?", "made by"));
    const auto moments = [this](const LivedRecord& lived) { return content_moments(lived); };
    const auto journeys = [](const LivedRecord& lived) {
      return quotient(lived.content, lived.finished);
    };
    add_share(findings, "content", "moments that people are asked about",
              column(pool, as_it_is_, moments));
    add_share(findings, "content", "journeys as remembered", column(pool, as_it_is_, journeys));
    const std::vector<double> gap = gaps(pool, as_it_is_);
    add_share(findings, "paradox", "moments less journeys", gap);
    add_share(
        findings, "conjunction", "were every moment to be liked, independently",
        column(pool, as_it_is_, [this](const LivedRecord& lived) { return conjunction(lived); }));
    for (std::size_t i = 0; i < reasons_.size(); ++i) {
      std::vector<double> made = gaps(pool, arms_[i]);
      std::transform(gap.begin(), gap.end(), made.begin(), made.begin(), std::minus<>());
      add_share(findings, "made by", reasons_[i].name, made);
    }
    add_johari(findings, scenario_, pool, as_it_is_, replications());
    findings.info.reading = reading(findings);
    return findings;
  }

private:
  template <class Value>
  [[nodiscard]] std::vector<double> column(const ArmPool& pool, std::size_t arm,
                                           const Value& value) const {
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(replications()));
    for (int r = 0; r < replications(); ++r) {
      values.push_back(value(pool.lived(arm, r)));
    }
    return values;
  }

  [[nodiscard]] LivedTouchpoint asked_visits(const LivedRecord& lived) const {
    LivedTouchpoint sum;
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      sum.visits += asked_[i] ? lived.touchpoints[i].visits : 0;
      sum.content += asked_[i] ? lived.touchpoints[i].content : 0;
    }
    return sum;
  }
  [[nodiscard]] double content_moments(const LivedRecord& lived) const {
    const LivedTouchpoint sum = asked_visits(lived);
    return quotient(sum.content, sum.visits);
  }
  [[nodiscard]] std::vector<double> gaps(const ArmPool& pool, std::size_t arm) const {
    return column(pool, arm, [this](const LivedRecord& lived) {
      return content_moments(lived) - quotient(lived.content, lived.finished);
    });
  }
  /// p - p^n: what would be lost if a journey were liked only where each of its n moments is, and
  /// these were independent.
  [[nodiscard]] double conjunction(const LivedRecord& lived) const {
    const double p = content_moments(lived);
    const double n = quotient(asked_visits(lived).visits, lived.journeys);
    return p - std::pow(p, n);
  }

  static void add_share(Findings& findings, const char* quantity, const std::string& subject,
                        const std::vector<double>& values) {
    std::vector<double> percent(values.size());
    std::transform(values.begin(), values.end(), percent.begin(),
                   [](double share) { return 100 * share; });
    findings.add_plain(quantity, subject, "%", output::mean_interval(percent));
    findings.values.back() = percent;
  }

  [[nodiscard]] static std::string reading(const Findings& findings) {
    const output::Finding* largest = nullptr;
    double moments = output::missing, journeys = output::missing;
    for (const output::Finding& row : findings.rows) {
      if (row.quantity == "content") {
        (std::isnan(moments) ? moments : journeys) = row.estimate;
      } else if (row.quantity == "made by" &&
                 (largest == nullptr || row.estimate > largest->estimate)) {
        largest = &row;
      }
    }
    std::string text = output::text(
        "{:.3g} % of the moments that people are asked about are liked, {:.3g} % of the journeys.",
        moments, journeys);
    if (largest != nullptr && largest->lower > 0) {
      text += output::text(" The largest single reason, {:.3g} points, is {}.", largest->estimate,
                           largest->subject);
    }
    return text;
  }

  const Scenario& scenario_;
  std::vector<bool> asked_; // [touchpoint]
  std::vector<Reason> reasons_;
  std::size_t as_it_is_ = 0;
  std::vector<std::size_t> arms_; // [source]
};

} // namespace

std::unique_ptr<Study> make_paradox(const StudyContext& context) {
  return std::make_unique<Paradox>(context);
}

} // namespace sojourn
