// SPDX-License-Identifier: Apache-2.0
#include "sim/study/fix_first.hpp"

#include "output/stats/ranking.hpp"
#include "output/text.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

std::string name_of(const Improvement& each) { return each.touchpoint + "." + each.kind; }

std::string changes_of(const Improvement& each) {
  std::string text;
  for (const ChangeLine& line : each.lines) {
    text += (text.empty() ? "" : "; ") + line.text();
  }
  return text;
}

class FixFirst : public FixedStudy {
public:
  explicit FixFirst(const StudyContext& context) : FixedStudy(context) {
    const Group options{&context.spec.options, nullptr};
    const Group improve = options.group("improve");
    steps_ = {improve.number("affect", steps_.affect), improve.number("wait", steps_.wait),
              improve.number("failure", steps_.failure), improve.number("effort", steps_.effort),
              improve.number("promise", steps_.promise)};
    improvements_ = improvements_of(context.arms.front().scenario, *context.loaded.patcher, steps_);
    read_costs(options.node("cost"));
  }

  void design(ArmPool& pool) override {
    if (improvements_.empty()) {
      refuse_study(context(), "no touchpoint has anything that the declared steps improve",
                   "nobody feels, waits, fails, makes an effort or hears a promise anywhere");
    }
    as_it_is_ = add(pool, {});
    for (const Improvement& improvement : improvements_) {
      arms_.push_back(add(pool, {0, improvement.lines}));
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("What should be fixed first?", "gain"));
    for (const std::size_t measure : measures()) {
      if (pool.measures()[measure].info.better != 0) {
        report_measure(findings, pool, measure);
      }
    }
    findings.adjust();
    findings.info.reading = reading(findings, pool);
    return findings;
  }

private:
  void read_costs(const Node* costs) {
    costs_.resize(improvements_.size(), 0);
    for (std::size_t i = 0; costs != nullptr && i < costs->keys.size(); ++i) {
      const std::string& key = costs->keys[i].text;
      const auto found =
          std::find_if(improvements_.begin(), improvements_.end(),
                       [&](const Improvement& each) { return name_of(each) == key; });
      if (found == improvements_.end()) {
        std::vector<std::string> names;
        for (const Improvement& each : improvements_) {
          names.push_back(name_of(each));
        }
        const auto meant = did_you_mean(key, names);
        refuse_study(context(), "cost names \"" + key + "\", which is no improvement here",
                     "there are " + list_words(names, 40),
                     meant ? "did you mean \"" + *meant + "\"?" : "");
      }
      costs_[static_cast<std::size_t>(found - improvements_.begin())] =
          costs->items[i].value->number;
    }
  }

  void report_measure(Findings& findings, const ArmPool& pool, std::size_t measure) const {
    const int better = pool.measures()[measure].info.better;
    std::vector<std::vector<double>> gains;
    const std::size_t first = findings.rows.size();
    for (std::size_t i = 0; i < improvements_.size(); ++i) {
      output::Finding& row =
          findings.add_difference(pool, {"gain", name_of(improvements_[i]), 0, measure, 0},
                                  arms_[i], as_it_is_, replications());
      row.note = changes_of(improvements_[i]) + (row.note.empty() ? "" : "; " + row.note);
      gains.push_back(findings.values.back());
      for (double& gain : gains.back()) {
        gain *= better;
      }
    }
    const output::Ranking ranking = output::honest_ranks(gains);
    for (std::size_t i = 0; i < improvements_.size(); ++i) {
      findings.rows[first + i].rank_low = ranking.items[i].best;
      findings.rows[first + i].rank_high = ranking.items[i].worst;
    }
    for (std::size_t i = 0; i < improvements_.size(); ++i) {
      add_per_cost(findings, pool, first + i, costs_[i]);
    }
  }

  /// Gain for each 1000 units of money that the improvement costs.
  static void add_per_cost(Findings& findings, const ArmPool& pool, std::size_t gain, double cost) {
    if (cost <= 0) {
      return;
    }
    const output::Finding from = findings.rows[gain];
    std::vector<double> values = findings.values[gain];
    for (double& value : values) {
      value *= 1000 / cost;
    }
    output::Finding& row = findings.add_mean(
        pool, {"gain per 1000", from.subject, 0, static_cast<std::size_t>(from.measure), 0},
        std::move(values));
    row.note = output::text("costs {:.6g}", cost);
  }

  [[nodiscard]] std::string reading(const Findings& findings, const ArmPool& pool) const {
    const std::size_t measure = measures().front();
    std::string first, tied;
    int n_tied = 0;
    for (const output::Finding& row : findings.rows) {
      if (row.quantity != "gain" || row.measure != static_cast<int>(measure) || row.rank_low > 1) {
        continue;
      }
      (row.rank_high == 1 ? first : tied) += (tied.empty() ? "" : ", ") + row.subject;
      n_tied += row.rank_high > 1 ? 1 : 0;
    }
    const std::string label = pool.measures()[measure].info.label;
    if (!first.empty()) {
      return "For " + label + ", fix " + first + " first.";
    }
    return output::text("For {}, {} improvements share the first place: {}.", label, n_tied, tied);
  }

  ImprovementSteps steps_;
  std::vector<Improvement> improvements_;
  std::vector<double> costs_; // [improvement], 0: not said
  std::size_t as_it_is_ = 0;
  std::vector<std::size_t> arms_; // [improvement]
};

} // namespace

std::unique_ptr<Study> make_fix_first(const StudyContext& context) {
  return std::make_unique<FixFirst>(context);
}

} // namespace sojourn
