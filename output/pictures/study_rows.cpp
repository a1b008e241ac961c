// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/study_rows.hpp"

#include "output/pictures/number.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sojourn::output {
namespace {

std::vector<const Finding*> headline_findings(const ResultData& result, int study) {
  const std::string& headline = result.studies[static_cast<std::size_t>(study)].headline;
  std::vector<const Finding*> found;
  for (const Finding& row : result.findings) {
    if (row.study == study && row.quantity == headline && row.group == 0) {
      found.push_back(&row);
    }
  }
  return found;
}

/// Numbers that are no amount of a measure: shares, ranks, replications.
MeasureFormat plain_format(const Finding& row) {
  MeasureFormat format;
  const auto is_whole = [](double value) {
    return std::isnan(value) || value == std::round(value);
  };
  const bool whole = is_whole(row.estimate) && is_whole(row.lower) && is_whole(row.upper);
  format.level_decimals = format.change_decimals = whole || std::abs(row.estimate) >= 100 ? 0 : 2;
  format.after = row.unit.empty() || row.unit == "1" ? "" : no_break_space + row.unit;
  format.after += row.unit == "week" && row.estimate != 1 ? "s" : "";
  return format;
}

std::string rank_text(const Finding& finding) {
  if (finding.rank_low < 1) {
    return {};
  }
  const std::string best = std::to_string(finding.rank_low);
  return finding.rank_low == finding.rank_high ? best
                                               : best + " to " + std::to_string(finding.rank_high);
}

/// Everything else is how far something moves.
bool is_level(const Finding& row) {
  constexpr std::array<std::string_view, 12> levels = {
      "level",      "mean",          "truth",          "potential",     "realised",
      "step_added", "step_deducted", "tail_potential", "tail_realised", "restricted mean",
      "bounds",     "by_week"};
  const bool told = row.quantity != "level" && row.quantity != "mean" && row.quantity != "truth";
  return (told || row.arm == 0) &&
         std::find(levels.begin(), levels.end(), row.quantity) != levels.end();
}

StudyRow row_of(const ResultData& result, const StudyView& view, const Finding& finding) {
  const bool measured =
      finding.measure >= 0 &&
      finding.unit == result.measures[static_cast<std::size_t>(finding.measure)].unit;
  const MeasureFormat format =
      measured ? view.format(finding.quantity, finding.measure) : plain_format(finding);
  const bool moves = measured && !is_level(finding);
  StudyRow row;
  row.finding = &finding;
  row.quantity = as_words(finding.quantity);
  row.name = subject_words(result, finding);
  row.value = std::isnan(finding.estimate) ? "–"
              : moves                      ? format.change(finding.estimate)
                                           : format.level(finding.estimate);
  if (!std::isnan(finding.lower) && !std::isnan(finding.upper)) {
    row.range = moves ? format.change_range(finding.lower, finding.upper)
                      : format.level_range(finding.lower, finding.upper);
  }
  row.rank = rank_text(finding);
  row.note = note_words(result, finding);
  return row;
}

/// Points of a sweep stay in their order: sorted by size, a curve could not be read.
bool follows_points(const ResultData& result, const std::vector<const Finding*>& findings) {
  return !findings.empty() && std::any_of(result.study_points.begin(), result.study_points.end(),
                                          [&](const StudyPoint& point) {
                                            return point.study == findings.front()->study &&
                                                   point.subject == findings.front()->subject;
                                          });
}

StudyTable table_of(const ResultData& result, const StudyView& view,
                    const std::vector<const Finding*>& findings, std::size_t most) {
  StudyTable table;
  if (!findings.empty() && findings.front()->measure >= 0) {
    table.measure = result.measures[static_cast<std::size_t>(findings.front()->measure)].label;
  }
  for (const Finding* row : findings) {
    if (table.rows.size() < most) {
      table.rows.push_back(row_of(result, view, *row));
    } else {
      ++table.n_left_out;
    }
  }
  return table;
}

} // namespace

StudyTable short_table(const ResultData& result, int study, std::size_t most) {
  std::vector<const Finding*> findings = headline_findings(result, study);
  const int measure = findings.empty() ? -1 : findings.front()->measure;
  std::erase_if(findings, [measure](const Finding* row) { return row->measure != measure; });
  const bool curve = follows_points(result, findings);
  std::stable_sort(findings.begin(), findings.end(), [curve](const Finding* a, const Finding* b) {
    if (a->arm != b->arm || curve) {
      return a->arm < b->arm;
    }
    if (a->rank_low != b->rank_low && a->rank_low > 0 && b->rank_low > 0) {
      return a->rank_low < b->rank_low;
    }
    return std::abs(a->estimate) > std::abs(b->estimate);
  });
  const StudyView view(result, study);
  return table_of(result, view, findings, most);
}

StudyTable full_table(const ResultData& result, int study, std::size_t most) {
  const StudyView view(result, study);
  std::vector<const Finding*> findings;
  for (const Finding& row : result.findings) {
    if (row.study == study && row.group == 0 && row.measure == view.measure()) {
      findings.push_back(&row);
    }
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding* a, const Finding* b) { return a->arm < b->arm; });
  return table_of(result, view, findings, most);
}

} // namespace sojourn::output
