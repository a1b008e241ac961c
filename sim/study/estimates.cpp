// SPDX-License-Identifier: Apache-2.0
#include "sim/study/estimates.hpp"

#include "output/stats/estimate.hpp"
#include "output/stats/survey.hpp"
#include "output/text.hpp"

namespace sojourn {
namespace {

struct Cell {
  std::size_t arm, measure, group;
};

output::Estimate blank(const Cell& cell, int versus) {
  output::Estimate estimate;
  estimate.arm = static_cast<int>(cell.arm);
  estimate.versus = versus;
  estimate.measure = static_cast<int>(cell.measure);
  estimate.group = static_cast<int>(cell.group);
  return estimate;
}

void take(output::Estimate& to, const output::Interval& from) {
  to.estimate = from.estimate;
  to.lower = from.lower;
  to.upper = from.upper;
  to.level = from.level;
  to.replications = from.replications;
  to.note = from.reason;
}

/// Journeys of one replication depend on one another where they queue: they count as n divided by
/// the design effect, which the replications tell.
output::Interval share_interval(const RunRecord& record, const Cell& cell) {
  std::vector<double> kept, of;
  double all_kept = 0, all = 0;
  for (int r = 0; r < record.replications; ++r) {
    const Ratio& ratio =
        record.ratio(cell.arm, static_cast<std::size_t>(r), cell.measure, cell.group);
    if (ratio.denominator > 0) {
      kept.push_back(ratio.numerator);
      of.push_back(ratio.denominator);
      all_kept += ratio.numerator;
      all += ratio.denominator;
    }
  }
  const double level = output::Interval{}.level;
  output::Interval interval = output::wilson(all_kept, all, level, output::design_effect(kept, of));
  interval.replications = static_cast<int>(kept.size());
  if (interval.replications < 2) {
    interval.lower = interval.upper = output::missing;
    interval.reason = output::mean_interval(std::vector<double>(kept.size())).reason;
  }
  return interval;
}

/// A score of two shares of the same answers has a standard error of its own.
std::string score_note(const RunRecord& record, const Cell& cell) {
  const SurveyTally survey = groups_of(record.arms[cell.arm].pooled)[cell.group].survey;
  if (survey.answered == 0) {
    return {};
  }
  const auto n = static_cast<double>(survey.answered);
  const output::PromoterScore score = output::promoter_score(
      static_cast<double>(survey.promoters) / n, static_cast<double>(survey.detractors) / n, n);
  return output::text("standard error of {} answers alone: {:.2g} points", survey.answered,
                      score.standard_error);
}

output::Estimate level_in(const Runnable& runnable, const RunRecord& record, const Cell& cell) {
  output::Estimate estimate = blank(cell, -1);
  take(estimate, is_counted_share(runnable.measures[cell.measure])
                     ? share_interval(record, cell)
                     : output::mean_interval(record.values(cell.arm, cell.measure, cell.group)));
  if (runnable.measures[cell.measure].kind == MeasureKind::nps && estimate.note.empty()) {
    estimate.note = score_note(record, cell);
  }
  return estimate;
}

output::Estimate difference_of(const Runnable& runnable, const RunRecord& record,
                               const Cell& cell) {
  const output::Plans plans =
      runnable.twin[cell.arm] == 0 ? output::Plans::equal : output::Plans::differ;
  const output::Difference difference = output::paired_difference(
      record.values(cell.arm, cell.measure, cell.group), record.values(0, cell.measure, cell.group),
      output::Interval{}.level, plans);
  output::Estimate estimate = blank(cell, 0);
  take(estimate, difference);
  estimate.p = difference.p;
  estimate.note = difference.note.empty() ? difference.reason : difference.note;
  return estimate;
}

void adjust(std::vector<output::Estimate*>& family) {
  std::vector<double> p;
  p.reserve(family.size());
  for (const output::Estimate* estimate : family) {
    p.push_back(estimate->p);
  }
  const std::vector<double> adjusted = output::holm(p);
  for (std::size_t i = 0; i < family.size(); ++i) {
    family[i]->p_holm = adjusted[i];
    family[i]->family = output::family_size(p);
  }
}

void adjust_all(std::vector<output::Estimate>& differences, std::size_t n_measures) {
  for (std::size_t measure = 0; measure < n_measures; ++measure) {
    std::vector<output::Estimate*> everyone, personas;
    for (output::Estimate& estimate : differences) {
      if (estimate.measure == static_cast<int>(measure)) {
        (estimate.group == 0 ? everyone : personas).push_back(&estimate);
      }
    }
    adjust(everyone);
    adjust(personas);
  }
}

template <class Make>
std::vector<output::Estimate> for_each_cell(const Runnable& runnable, const RunRecord& record,
                                            std::size_t first_arm, const Make& make) {
  std::vector<output::Estimate> all;
  for (std::size_t arm = first_arm; arm < record.arms.size(); ++arm) {
    for (std::size_t measure = 0; measure < record.n_measures; ++measure) {
      const bool per_person = runnable.measures[measure].info.per_person;
      for (std::size_t group = 0; group < (per_person ? record.n_groups : 1); ++group) {
        all.push_back(make(runnable, record, Cell{arm, measure, group}));
      }
    }
  }
  return all;
}

} // namespace

std::vector<output::Estimate> estimates_of(const Runnable& runnable, const RunRecord& record) {
  std::vector<output::Estimate> all = for_each_cell(runnable, record, 0, level_in);
  std::vector<output::Estimate> differences = for_each_cell(runnable, record, 1, difference_of);
  adjust_all(differences, record.n_measures);
  all.insert(all.end(), differences.begin(), differences.end());
  return all;
}

} // namespace sojourn
