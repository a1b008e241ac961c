// SPDX-License-Identifier: Apache-2.0
#include "sim/study/uncertainty.hpp"

#include "output/stats/variance_parts.hpp"
#include "output/text.hpp"
#include "sim/study/band_study.hpp"
#include "sim/study/resampling.hpp"

#include <cmath>

namespace sojourn {
namespace {

class Uncertainty : public BandStudy {
public:
  explicit Uncertainty(const StudyContext& context)
      : BandStudy(context), samples_(samples_of(context)) {}

  void design(ArmPool& pool) override {
    if (samples_.empty()) {
      require_bands();
    }
    n_draws_ = option("draws", 50);
    check_design(n_draws_ + 1, "its design", "take fewer draws", axes());
    const Points points = latin_hypercube(n_draws_, axes().size(), seed());
    for (std::size_t draw = 0; draw < n_draws_; ++draw) {
      std::vector<ChangeLine> lines =
          axes().empty() ? std::vector<ChangeLine>{} : lines_at(axes(), points.row(draw));
      for (std::size_t sample = 0; sample < samples_.size(); ++sample) {
        lines.push_back(resampled(samples_[sample], seed(), static_cast<std::uint32_t>(sample) + 1,
                                  static_cast<std::uint32_t>(draw)));
      }
      add_point(pool, lines);
    }
    as_written_ = add_point(pool, {});
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData& result) const override {
    Findings findings(info("How sure, if the assumptions are in doubt too?", "truth"));
    list_bands(findings);
    for (std::size_t i = 0; i < looked_at().size(); ++i) {
      for (const std::size_t measure : measures()) {
        const output::VarianceParts parts = parts_of_doubt(pool, i, measure);
        report_parts(findings, pool, i, measure, parts);
        report_written(findings, pool, {i, measure}, parts.truth, result);
        if (findings.info.reading.empty()) {
          findings.info.reading = reading(pool, i, measure, parts);
        }
      }
    }
    return findings;
  }

private:
  /// All draws meet the same people and the same luck.
  [[nodiscard]] output::VarianceParts parts_of_doubt(const ArmPool& pool, std::size_t i,
                                                     std::size_t measure) const {
    std::vector<std::vector<double>> values;
    for (std::size_t draw = 0; draw < n_draws_; ++draw) {
      values.push_back(outcome(pool, draw, i, measure));
    }
    return output::crossed_parts(values);
  }

  static output::Interval spread_of(const output::VariancePart& part,
                                    const output::Interval& like) {
    output::Interval interval = like;
    interval.estimate = std::sqrt(part.variance);
    interval.lower = std::sqrt(part.lower);
    interval.upper = std::sqrt(part.upper);
    return interval;
  }

  struct Shown {
    std::size_t i, measure;
  };

  /// The design as it is written, and a warning where the draws leave it out.
  void report_written(Findings& findings, const ArmPool& pool, const Shown& shown,
                      const output::Interval& truth, output::ResultData& result) const {
    const output::Interval written =
        output::mean_interval(outcome(pool, as_written_, shown.i, shown.measure));
    findings.add(pool,
                 {"as written", shown.i == 0 ? "level" : "difference", looked_at()[shown.i],
                  shown.measure, 0},
                 written);
    if (written.estimate < truth.lower || written.estimate > truth.upper) {
      result.warnings.push_back(output::text(
          "uncertainty: {} is {:.3g} as written, which the draws from the bands leave out ({:.3g} "
          "to {:.3g}): the bands are not around what is written",
          label(pool, shown.i, shown.measure), written.estimate, truth.lower, truth.upper));
    }
  }

  void report_parts(Findings& findings, const ArmPool& pool, std::size_t i, std::size_t measure,
                    const output::VarianceParts& parts) const {
    const auto about = [&](const char* quantity) {
      const std::size_t arm = looked_at()[i];
      return About{quantity, i == 0 ? "level" : context().arms[arm].id, arm, measure, 0};
    };
    findings.add(pool, about("mean"), parts.mean);
    if (!parts.known()) {
      findings.rows.back().note = parts.reason;
      return;
    }
    findings.add(pool, about("truth"), parts.truth);
    findings.add(pool, about("spread from parameters"), spread_of(parts.parameters, parts.mean));
    findings.add(pool, about("spread from luck"), spread_of(parts.luck, parts.mean));
    findings.add(pool, about("spread from both together"),
                 spread_of(parts.interaction, parts.mean));
    output::Interval share;
    share.replications = parts.truth.replications;
    share.estimate = parts.truth_from_parameters;
    findings.add(pool, about("share from parameters"), share).unit = std::string("1");
  }

  [[nodiscard]] std::string reading(const ArmPool& pool, std::size_t i, std::size_t measure,
                                    const output::VarianceParts& parts) const {
    if (!parts.known()) {
      return label(pool, i, measure) + ": " + parts.reason + ".";
    }
    return output::text(
        "{}: {:.3g}, and between {:.3g} and {:.3g} where the assumptions are in doubt "
        "too; {:.0f} % of that doubt comes from the assumptions, the rest from luck.",
        label(pool, i, measure), parts.truth.estimate, parts.truth.lower, parts.truth.upper,
        100 * parts.truth_from_parameters);
  }

  std::vector<ObservedSample> samples_;
  std::size_t n_draws_ = 0, as_written_ = 0; // points
};

} // namespace

std::unique_ptr<Study> make_uncertainty(const StudyContext& context) {
  return std::make_unique<Uncertainty>(context);
}

} // namespace sojourn
