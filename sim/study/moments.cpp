// SPDX-License-Identifier: Apache-2.0
#include "sim/study/moments.hpp"

#include "output/stats/histogram.hpp"
#include "output/stats/ranking.hpp"
#include "output/text.hpp"
#include "sim/engine/engine.hpp"
#include "sim/study/pilot.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

constexpr double low_level = 0.1, high_level = 0.9;
constexpr std::uint32_t n_pilots = 4;

/// A touchpoint that is felt, and its arms.
struct MomentArms {
  std::size_t touchpoint = 0;
  double low = 0, high = 0; // quantiles of its affect
  std::size_t low_arm = 0, high_arm = 0, neutral_arm = 0;
};

/// [touchpoint]: bins of affect, all personas, in the pilot.
std::vector<output::Histogram> pilot_affects(const Scenario& scenario) {
  const Plan plan = pilot_plan(scenario, scenario);
  const output::Histogram empty(affect_low, affect_high, n_affect_bins);
  std::vector<output::Histogram> affects(plan.n_touchpoints, empty);
  for (std::uint32_t r = 0; r < n_pilots; ++r) {
    const Tally tally = simulate(plan, moment_pilots + r, nullptr);
    for (std::size_t at = 0; at < tally.visits.size(); ++at) {
      for (int bin = 0; bin < n_affect_bins; ++bin) {
        affects[at % plan.n_touchpoints].add(
            affect_low + (bin + 0.5) * empty.width(),
            tally.affect_bins[at * n_affect_bins + static_cast<std::size_t>(bin)]);
      }
    }
  }
  return affects;
}

bool is_felt(const TouchpointSpec& each) {
  return each.feels.mean || each.feels.spread > 0 || each.feels.waiting_per_min != 0 ||
         each.feels.silence_per_hour != 0 || each.feels.early_per_hour ||
         each.feels.late_per_hour || each.feels.sooner_per_hour || each.feels.later_per_hour ||
         each.effort || each.price_feels || each.control ||
         std::any_of(each.rows.begin(), each.rows.end(),
                     [](const RowSpec& row) { return row.feels.has_value(); });
}

// No -0, which would be another arm than 0.
double rounded(double affect) { return std::round(affect * 100) / 100 + 0.0; }

class Moments : public FixedStudy {
public:
  explicit Moments(const StudyContext& context)
      : FixedStudy(context), scenario_(context.arms.front().scenario) {}

  void design(ArmPool& pool) override {
    as_it_is_ = add(pool, {});
    pool.keep_lived(as_it_is_);
    const std::vector<output::Histogram> affects = pilot_affects(scenario_);
    for (std::size_t i = 0; i < affects.size(); ++i) {
      if (affects[i].count() == 0 || !is_felt(scenario_.touchpoints[i])) {
        continue;
      }
      MomentArms moment;
      moment.touchpoint = i;
      const double low = affects[i].quantile(low_level);
      const double high = affects[i].quantile(high_level);
      const bool same = high - low < affects[i].width(); // always, within a bin
      moment.low = rounded(same ? (low + high) / 2 : low);
      moment.high = rounded(same ? (low + high) / 2 : high);
      moment.low_arm = add(pool, feeling(i, moment.low));
      moment.high_arm = add(pool, feeling(i, moment.high));
      moment.neutral_arm = add(pool, feeling(i, 0));
      moments_.push_back(moment);
    }
    if (moments_.empty()) {
      refuse_study(context(), "nothing is felt at any touchpoint",
                   "a moment without a feeling decides nothing");
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("Which moments decide, and which hurt?", "moment of truth"));
    for (const std::size_t measure : measures()) {
      if (pool.measures()[measure].info.better != 0) {
        report_truth(findings, pool, measure);
        report_neutral(findings, pool, measure);
      }
    }
    report_pain(findings, pool);
    findings.adjust();
    findings.info.reading = reading(findings, pool);
    return findings;
  }

private:
  [[nodiscard]] const std::string& id_of(const MomentArms& moment) const {
    return scenario_.touchpoints[moment.touchpoint].id;
  }
  [[nodiscard]] Patch feeling(std::size_t touchpoint, double affect) const {
    return {0,
            {{"touchpoints." + scenario_.touchpoints[touchpoint].id + ".felt_exactly",
              output::text("{:.6g}", affect)}}};
  }
  /// Of the baseline in one replication; 0 where nobody came.
  [[nodiscard]] double per_journey(const ArmPool& pool, std::size_t replication, double n) const {
    const LivedRecord& lived = pool.lived(as_it_is_, static_cast<int>(replication));
    return lived.journeys > 0 ? n / static_cast<double>(lived.journeys) : 0;
  }
  [[nodiscard]] const LivedTouchpoint& lived_at(const ArmPool& pool, std::size_t replication,
                                                const MomentArms& moment) const {
    return pool.lived(as_it_is_, static_cast<int>(replication)).touchpoints[moment.touchpoint];
  }

  /// The difference in all journeys is weighted by who comes there; divided by the visits of a
  /// journey, it is that of one visit.
  void report_truth(Findings& findings, const ArmPool& pool, std::size_t measure) const {
    std::vector<std::vector<double>> sizes;
    const std::size_t first = findings.rows.size();
    for (const MomentArms& moment : moments_) {
      output::Finding& row =
          findings.add_difference(pool, {"moment of truth", id_of(moment), 0, measure, 0},
                                  moment.high_arm, moment.low_arm, replications());
      row.note = output::text("felt {:+.2f} against {:+.2f}", moment.high, moment.low) +
                 (row.note.empty() ? "" : "; " + row.note);
      sizes.push_back(findings.values.back());
      for (double& size : sizes.back()) {
        size *= pool.measures()[measure].info.better;
      }
    }
    rank(findings, first, sizes);
    for (std::size_t i = 0; i < moments_.size(); ++i) {
      std::vector<double> column = findings.values[first + i];
      for (std::size_t r = 0; r < column.size(); ++r) {
        const auto visits = static_cast<double>(lived_at(pool, r, moments_[i]).visits);
        column[r] = visits > 0 ? column[r] / per_journey(pool, r, visits) : output::missing;
      }
      findings.add_mean(pool, {"moment of truth, per visit", id_of(moments_[i]), 0, measure, 0},
                        std::move(column));
    }
  }

  /// What is there today less what would be if the touchpoint felt neutral: its own doing.
  void report_neutral(Findings& findings, const ArmPool& pool, std::size_t measure) const {
    std::vector<std::vector<double>> harms;
    const std::size_t first = findings.rows.size();
    for (const MomentArms& moment : moments_) {
      findings.add_difference(pool, {"attributable", id_of(moment), 0, measure, 0}, as_it_is_,
                              moment.neutral_arm, replications());
      harms.push_back(findings.values.back());
      for (double& harm : harms.back()) {
        harm *= -pool.measures()[measure].info.better;
      }
    }
    rank(findings, first, harms);
  }

  /// Visits x E[min(affect, 0)] of a journey. Whoever is loss averse feels losses more already, so
  /// no further lambda is applied.
  void report_pain(Findings& findings, const ArmPool& pool) const {
    std::vector<std::vector<double>> pains;
    const std::size_t first = findings.rows.size();
    for (const MomentArms& moment : moments_) {
      std::vector<double> column(static_cast<std::size_t>(replications()));
      for (std::size_t r = 0; r < column.size(); ++r) {
        column[r] =
            per_journey(pool, r, lived_unit * static_cast<double>(lived_at(pool, r, moment).pain));
      }
      findings.add_plain("pain", id_of(moment), "affect", output::mean_interval(column));
      findings.values.back() = column;
      for (double& pain : column) {
        pain = -pain;
      }
      pains.push_back(std::move(column));
    }
    rank(findings, first, pains);
  }

  /// Best is largest.
  static void rank(Findings& findings, std::size_t first,
                   const std::vector<std::vector<double>>& sizes) {
    const output::Ranking ranking = output::honest_ranks(sizes);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      findings.rows[first + i].rank_low = ranking.items[i].best;
      findings.rows[first + i].rank_high = ranking.items[i].worst;
    }
  }

  /// The touchpoint as people know it, in a sentence's middle.
  [[nodiscard]] std::string called(const std::string& id) const {
    const auto& all = scenario_.touchpoints;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
    const bool named = found != all.end() && !found->name.empty() && found->name != id;
    return named ? "“" + found->name + "”" : id;
  }

  /// Whoever may be first, in a sentence's middle.
  [[nodiscard]] std::string leaders(const Findings& findings, const std::string& quantity,
                                    int measure) const {
    std::string names;
    for (const output::Finding& row : findings.rows) {
      if (row.quantity == quantity && row.measure == measure && row.rank_low == 1) {
        names += (names.empty() ? "" : " or ") + called(row.subject);
      }
    }
    return names;
  }

  [[nodiscard]] std::string reading(const Findings& findings, const ArmPool& pool) const {
    const auto measure = static_cast<int>(measures().front());
    return output::text("For {}, {} decides most; most pain is felt at {}.",
                        pool.measures()[measures().front()].info.label,
                        leaders(findings, "moment of truth", measure),
                        leaders(findings, "pain", -1)) +
           exits_reading(findings, pool);
  }

  /// Pain that drives people away: who would stay if it felt neutral.
  [[nodiscard]] std::string exits_reading(const Findings& findings, const ArmPool& pool) const {
    for (const std::size_t measure : measures()) {
      if (pool.measures()[measure].kind == MeasureKind::gave_up) {
        const auto drives = [&](const output::Finding& row) {
          return row.quantity == "attributable" && row.measure == static_cast<int>(measure) &&
                 row.lower > 0;
        };
        const bool some = std::any_of(findings.rows.begin(), findings.rows.end(), drives);
        const std::string who = leaders(findings, "attributable", static_cast<int>(measure));
        return some ? " Most give up because of how " + who + " feels." : std::string();
      }
    }
    return {};
  }

  const Scenario& scenario_;
  std::vector<MomentArms> moments_;
  std::size_t as_it_is_ = 0;
};

} // namespace

std::unique_ptr<Study> make_moments(const StudyContext& context) {
  return std::make_unique<Moments>(context);
}

} // namespace sojourn
