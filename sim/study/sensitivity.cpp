// SPDX-License-Identifier: Apache-2.0
#include "sim/study/sensitivity.hpp"

#include "output/stats/ranking.hpp"
#include "output/stats/sensitivity.hpp"
#include "output/text.hpp"
#include "sim/study/band_study.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

/// Wider than this, an interval of a share says little.
constexpr double vague = 0.5;

/// Estimates of shares scatter around 0 and 1; the shares themselves do not leave them.
output::Interval as_share(output::Interval interval) {
  interval.estimate = std::clamp(interval.estimate, 0.0, 1.0); // missing stays missing
  interval.lower = std::clamp(interval.lower, 0.0, 1.0);
  interval.upper = std::clamp(interval.upper, 0.0, 1.0);
  return interval;
}

bool is_vague(const output::Interval& share) { return share.upper - share.lower > vague; }

class Sensitivity : public BandStudy {
public:
  explicit Sensitivity(const StudyContext& context) : BandStudy(context) {}

  void design(ArmPool& pool) override {
    require_bands();
    const std::size_t n = option("points", 64), k = axes().size();
    check_design(n * (k + 2) + 2 * k + 1, output::text("its design of {} rows for {} bands", n, k),
                 "take fewer points or bands; screen finds the bands that matter", axes());
    design_ = saltelli_design(n, k, seed());
    add_points(pool, design_.points);
    base_ = add_point(pool, {});
    for (std::size_t axis = 0; axis < k; ++axis) {
      ends_.push_back(add_point(pool, lines_alone(axes(), axis, 0)));
      ends_.push_back(add_point(pool, lines_alone(axes(), axis, 1)));
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("How much of the doubt comes from which assumption?", "total_order"));
    list_bands(findings);
    for (std::size_t i = 0; i < looked_at().size(); ++i) {
      for (const std::size_t measure : measures()) {
        const std::vector<double> y = means(pool, design_.points.size(), i, measure);
        const auto indices = indices_of(y);
        report_indices(findings, pool, {i, measure}, indices, ranks_of(y));
        report_tornado(findings, pool, i, measure);
        if (i == 0 && measure == measures().front()) {
          findings.info.reading = reading(pool, indices);
        }
      }
    }
    return findings;
  }

private:
  struct Shown {
    std::size_t i, measure;
  };

  [[nodiscard]] std::vector<output::SobolIndex> indices_of(const std::vector<double>& y) const {
    const std::span<const double> all = y;
    const std::uint64_t luck = seed();
    const output::Bootstrap bootstrap{static_cast<int>(option("resamples", 200)),
                                      [luck](std::uint32_t resample, std::uint32_t draw) {
                                        return resample_word(luck, 0, resample, draw);
                                      }};
    std::vector<output::SobolIndex> indices = output::sobol_indices(
        {all.first(design_.n), all.subspan(design_.n, design_.n), all.subspan(2 * design_.n)},
        bootstrap);
    for (output::SobolIndex& index : indices) {
      index.first = as_share(index.first);
      index.total = as_share(index.total);
      // What it does alone is part of all that it does.
      index.first.estimate = std::min(index.first.estimate, index.total.estimate);
    }
    return indices;
  }

  /// By what each row adds to the total order.
  [[nodiscard]] output::Ranking ranks_of(const std::vector<double>& y) const {
    std::vector<std::vector<double>> squares(axes().size());
    for (std::size_t axis = 0; axis < axes().size(); ++axis) {
      for (std::size_t row = 0; row < design_.n; ++row) {
        const double step = y[design_.a(row)] - y[design_.ab(axis, row)];
        squares[axis].push_back(step * step);
      }
    }
    return output::honest_ranks(squares);
  }

  void report_indices(Findings& findings, const ArmPool& pool, const Shown& shown,
                      const std::vector<output::SobolIndex>& indices,
                      const output::Ranking& ranks) const {
    for (std::size_t axis = 0; axis < axes().size(); ++axis) {
      const auto add = [&](const char* quantity, const output::Interval& interval) -> auto& {
        output::Finding& row = findings.add(
            pool, {quantity, axes()[axis].name(), looked_at()[shown.i], shown.measure, 0},
            interval);
        row.unit = std::string("1");
        return row;
      };
      add("first_order", indices[axis].first);
      output::Finding& total = add("total_order", indices[axis].total);
      if (!std::isnan(indices[axis].total.estimate)) {
        total.rank_low = ranks.items[axis].best;
        total.rank_high = ranks.items[axis].worst;
        total.note = output::text("{:.2f} alone", indices[axis].first.estimate);
        if (is_vague(indices[axis].total)) {
          total.note += output::text("; {} points tell little", design_.n);
        }
      }
    }
  }

  /// One band at a time to its ends, everything else as written: paired differences.
  void report_tornado(Findings& findings, const ArmPool& pool, std::size_t i,
                      std::size_t measure) const {
    const std::vector<double> base = outcome(pool, base_, i, measure);
    for (std::size_t end = 0; end < ends_.size(); ++end) {
      const Axis& axis = axes()[end / 2];
      const About about{end % 2 == 0 ? "at_low" : "at_high", axis.name(), looked_at()[i], measure,
                        0};
      if (i == 0) {
        findings.add_difference(pool, about, arm_at(ends_[end], 0), arm_at(base_, 0),
                                replications());
      } else {
        std::vector<double> moved = outcome(pool, ends_[end], i, measure);
        std::transform(moved.begin(), moved.end(), base.begin(), moved.begin(), std::minus<>());
        findings.add_mean(pool, about, std::move(moved));
      }
      findings.rows.back().note += (findings.rows.back().note.empty() ? "at " : "; at ") +
                                   axis.text(static_cast<double>(end % 2));
    }
  }

  [[nodiscard]] std::string reading(const ArmPool& pool,
                                    const std::vector<output::SobolIndex>& indices) const {
    std::vector<double> totals;
    totals.reserve(indices.size());
    for (const output::SobolIndex& index : indices) {
      totals.push_back(index.total.estimate);
    }
    const std::size_t top = largest(totals);
    const std::string what = label(pool, 0, measures().front());
    if (std::isnan(totals[top])) {
      return what + ": " + indices[top].total.reason + ".";
    }
    const output::Interval& total = indices[top].total;
    if (is_vague(total)) {
      return output::text("{}: {} points cannot tell how much of its variance over the bands comes "
                          "from which assumption; most may come from {} ({:.0f} to {:.0f} %).",
                          what, design_.n, axes()[top].name(), 100 * total.lower,
                          100 * total.upper);
    }
    return output::text("{}: {} is behind {:.0f} % of its variance over the bands ({:.0f} to "
                        "{:.0f} %), {:.0f} % alone.",
                        what, axes()[top].name(), 100 * total.estimate, 100 * total.lower,
                        100 * total.upper, 100 * indices[top].first.estimate);
  }

  SaltelliDesign design_;
  std::size_t base_ = 0;
  std::vector<std::size_t> ends_; // [axis][low, high]
};

} // namespace

std::unique_ptr<Study> make_sensitivity(const StudyContext& context) {
  return std::make_unique<Sensitivity>(context);
}

} // namespace sojourn
