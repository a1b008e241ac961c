// SPDX-License-Identifier: Apache-2.0
#include "sim/study/watermelon.hpp"

#include "output/text.hpp"
#include "sim/study/reasons.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

class Watermelon : public FixedStudy {
public:
  explicit Watermelon(const StudyContext& context)
      : FixedStudy(context), scenario_(context.arms.front().scenario) {
    for (std::size_t i = 0; i < context.measures.size(); ++i) {
      if (context.measures[i].kind == MeasureKind::watermelon) {
        pairs_.push_back(i);
      }
    }
  }

  void design(ArmPool& pool) override {
    if (pairs_.empty()) {
      refuse_study(context(), "there is no pair of an SLA and an XLA",
                   "a watermelon is an XLA that is missed where an SLA is kept",
                   "declare one of each under `agreements`");
    }
    as_it_is_ = add(pool, {});
    for (const Reason& reason : reasons_of(scenario_, *context().loaded.patcher)) {
      if (reason.kind != ReasonKind::unasked_moments) { // no agreement asks moment by moment
        reasons_.push_back(reason);
        arms_.push_back(add(pool, {0, reason.lines}));
      }
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("Is it green outside and red inside, and why?", "made by"));
    for (const std::size_t pair : pairs_) {
      for (std::size_t group = 0; group < pool.n_groups(); ++group) {
        findings.add_mean(pool, {"watermelon", subject_of(pair), 0, pair, group},
                          pool.values(as_it_is_, replications(), pair, group));
      }
      add_periods(findings, pool, pair);
      for (std::size_t i = 0; i < reasons_.size(); ++i) {
        output::Finding& row = findings.add_difference(
            pool, {"made by", reasons_[i].name, 0, pair, 0}, as_it_is_, arms_[i], replications());
        row.note = changes_of(reasons_[i]) + (row.note.empty() ? "" : "; " + row.note);
      }
    }
    findings.adjust();
    findings.info.reading = reading(findings);
    return findings;
  }

private:
  [[nodiscard]] const AgreementSpec& agreement(int index) const {
    return scenario_.agreements[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::string subject_of(std::size_t pair) const {
    const Measure& measure = context().measures[pair];
    return agreement(measure.agreement).id + ", " + agreement(measure.experience).id;
  }
  static std::string changes_of(const Reason& reason) {
    constexpr std::size_t most = 3;
    std::string text = "without: ";
    for (std::size_t i = 0; i < std::min(most, reason.lines.size()); ++i) {
      text += (i > 0 ? ", " : "") + reason.lines[i].path;
    }
    const std::size_t n = reason.lines.size();
    return n > most ? text + output::text(" and {} more", n - most) : text;
  }

  /// Whether the share that keeps it reaches its target in this replication.
  [[nodiscard]] bool is_green(const ArmPool& pool, int replication, int index) const {
    const auto measure = find_measure(pool.measures(), agreement(index).id);
    return pool.ratio(as_it_is_, replication, *measure, 0).value() >= agreement(index).for_at_least;
  }

  /// A replication is a period for which both agreements are reported.
  void add_periods(Findings& findings, const ArmPool& pool, std::size_t pair) const {
    const Measure& measure = context().measures[pair];
    double green = 0, red = 0;
    for (int r = 0; r < replications(); ++r) {
      const bool outside = is_green(pool, r, measure.agreement);
      green += outside ? 1 : 0;
      red += outside && !is_green(pool, r, measure.experience) ? 1 : 0;
    }
    output::Interval interval = output::wilson(red, green);
    interval.replications = static_cast<int>(green);
    output::Finding& row = findings.add_plain("red periods", subject_of(pair), "1", interval);
    row.note = output::text("{} of {} replications are green outside", green, replications());
  }

  [[nodiscard]] std::string reading(const Findings& findings) const {
    const auto pair = static_cast<int>(pairs_.front());
    const output::Finding* largest = nullptr;
    double share = 0;
    for (const output::Finding& row : findings.rows) {
      if (row.measure != pair || row.group != 0) {
        continue;
      }
      if (row.quantity == "watermelon") {
        share = row.estimate;
      } else if (largest == nullptr || row.estimate > largest->estimate) {
        largest = &row;
      }
    }
    const Measure& measure = context().measures[pairs_.front()];
    std::string text = output::text("Of the journeys that keep {}, {:.3g} % miss {}.",
                                    agreement(measure.agreement).id, 100 * share,
                                    agreement(measure.experience).id);
    if (largest != nullptr && largest->lower > 0) {
      text += output::text(" The largest single reason, {:.3g} points, is {}.",
                           100 * largest->estimate, largest->subject);
    }
    return text;
  }

  const Scenario& scenario_;
  std::vector<std::size_t> pairs_; // measures
  std::vector<Reason> reasons_;
  std::size_t as_it_is_ = 0;
  std::vector<std::size_t> arms_; // [source]
};

} // namespace

std::unique_ptr<Study> make_watermelon(const StudyContext& context) {
  return std::make_unique<Watermelon>(context);
}

} // namespace sojourn
