// SPDX-License-Identifier: Apache-2.0
#include "sim/study/watermelon.hpp"

#include "output/text.hpp"
#include "sim/study/reasons.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

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
    for (const std::size_t pair : worst_first(pool)) {
      for (std::size_t group = 0; group < pool.n_groups(); ++group) {
        findings.add_mean(pool, {"watermelon", subject_of(pair), 0, pair, group},
                          pool.values(as_it_is_, replications(), pair, group));
      }
      add_periods(findings, pool, pair);
      for (std::size_t i = 0; i < reasons_.size(); ++i) {
        output::Finding& row = findings.add_difference(
            pool, {"made by", reasons_[i].name, 0, pair, 0}, as_it_is_, arms_[i], replications());
        const bool never = share(pool, pair) == 0; // nothing to explain
        row.note = never              ? ""
                   : row.note.empty() ? changes_of(reasons_[i])
                                      : changes_of(reasons_[i]) + "; " + row.note;
      }
    }
    findings.adjust();
    findings.info.reading = reading(findings);
    return findings;
  }

private:
  /// Of everybody; missing where nobody kept the SLA.
  [[nodiscard]] double share(const ArmPool& pool, std::size_t pair) const {
    return output::mean_interval(pool.values(as_it_is_, replications(), pair, 0)).estimate;
  }
  /// The pairs, missing shares last.
  [[nodiscard]] std::vector<std::size_t> worst_first(const ArmPool& pool) const {
    std::vector<std::size_t> pairs = pairs_;
    const auto known = [&](std::size_t pair) {
      const double of_all = share(pool, pair);
      return std::isnan(of_all) ? -1 : of_all;
    };
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](std::size_t a, std::size_t b) { return known(a) > known(b); });
    return pairs;
  }

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

  /// The row of everybody that is largest; null where none is known.
  static const output::Finding* largest(const Findings& findings, const char* quantity,
                                        std::optional<int> pair = std::nullopt) {
    const output::Finding* top = nullptr;
    for (const output::Finding& row : findings.rows) {
      const bool wanted = row.quantity == quantity && row.group == 0 &&
                          row.measure == pair.value_or(row.measure) && !std::isnan(row.estimate);
      if (wanted && (top == nullptr || row.estimate > top->estimate)) {
        top = &row;
      }
    }
    return top;
  }

  /// Of the pair that is a watermelon most often.
  [[nodiscard]] std::string reading(const Findings& findings) const {
    const output::Finding* worst = largest(findings, "watermelon");
    if (worst == nullptr) {
      return "No journey kept an SLA and was judged by an XLA.";
    }
    if (worst->estimate == 0) {
      return "No journey that keeps an SLA misses an XLA.";
    }
    const Measure& measure = context().measures[static_cast<std::size_t>(worst->measure)];
    std::string text = output::text("Of the journeys that keep “{}”, {:.3g} % miss “{}”{}.",
                                    name_of(agreement(measure.agreement)), 100 * worst->estimate,
                                    name_of(agreement(measure.experience)),
                                    pairs_.size() > 1 ? ", the most of all pairs" : "");
    const output::Finding* reason = largest(findings, "made by", worst->measure);
    if (reason != nullptr && reason->lower > 0) {
      text += output::text(" The largest single reason, {:.3g} points, is {}.",
                           100 * reason->estimate, reason->subject);
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
