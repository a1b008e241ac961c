// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/study_view.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {

std::optional<int> study_answering(const ResultData& result, std::string_view headline) {
  const auto found = std::find_if(result.studies.begin(), result.studies.end(),
                                  [&](const StudyInfo& info) { return info.headline == headline; });
  return found == result.studies.end()
             ? std::nullopt
             : std::optional(static_cast<int>(found - result.studies.begin()));
}

StudyView::StudyView(const ResultData& result, int study) : result_(result), study_(study) {
  const auto is_mine = [study](const Finding& row) { return row.study == study; };
  const auto& rows = result.findings;
  const auto first = std::find_if(rows.begin(), rows.end(), is_mine);
  begin_ = static_cast<std::size_t>(first - rows.begin());
  const auto last = std::find_if(rows.rbegin(), rows.rend(), is_mine);
  end_ = std::max(begin_, static_cast<std::size_t>(rows.rend() - last));
  const auto answers = [&](const Finding& row) {
    return is_mine(row) && row.quantity == info().headline && row.group == 0;
  };
  const auto headline = std::find_if(rows.begin(), rows.end(), answers);
  measure_ = headline == rows.end() ? -1 : headline->measure;
}

const StudyInfo& StudyView::info() const {
  return result_.studies[static_cast<std::size_t>(study_)];
}

std::vector<int> StudyView::measures(std::string_view quantity) const {
  std::vector<int> seen;
  for (std::size_t i = begin_; i < end_; ++i) {
    const Finding& row = result_.findings[i];
    if (row.study == study_ && row.quantity == quantity &&
        std::find(seen.begin(), seen.end(), row.measure) == seen.end()) {
      seen.push_back(row.measure);
    }
  }
  return seen;
}

std::vector<int> StudyView::arms(std::string_view quantity) const {
  std::vector<int> seen;
  for (std::size_t i = begin_; i < end_; ++i) {
    const Finding& row = result_.findings[i];
    if (row.study == study_ && row.quantity == quantity &&
        std::find(seen.begin(), seen.end(), row.arm) == seen.end()) {
      seen.push_back(row.arm);
    }
  }
  return seen;
}

std::vector<const Finding*> StudyView::all(std::string_view quantity, int measure, int group,
                                           int arm) const {
  std::vector<const Finding*> found;
  for (std::size_t i = begin_; i < end_; ++i) {
    const Finding& row = result_.findings[i];
    if (row.study == study_ && row.measure == measure && row.group == group && row.arm == arm &&
        row.quantity == quantity) {
      found.push_back(&row);
    }
  }
  return found;
}

const Finding* StudyView::find(std::string_view quantity, std::string_view subject, int measure,
                               int group, int arm) const {
  for (const Finding* row : all(quantity, measure, group, arm)) {
    if (row->subject == subject) {
      return row;
    }
  }
  return nullptr;
}

std::span<const double> StudyView::values(const Finding& row) const {
  const auto n = static_cast<std::size_t>(result_.n_study_replications);
  const auto at = static_cast<std::size_t>(&row - result_.findings.data());
  return (at + 1) * n <= result_.finding_values.size()
             ? std::span(result_.finding_values).subspan(at * n, n)
             : std::span<const double>();
}

MeasureFormat StudyView::format(std::string_view quantity, int measure) const {
  std::vector<double> half_widths;
  for (std::size_t i = begin_; i < end_; ++i) {
    const Finding& row = result_.findings[i];
    if (row.study == study_ && row.measure == measure && row.group == 0 &&
        row.quantity == quantity) {
      half_widths.push_back((row.upper - row.lower) / 2);
    }
  }
  return format_of(result_, measure, half_widths);
}

bool has_value(const Finding* row) { return row != nullptr && std::isfinite(row->estimate); }

bool has_interval(const Finding* row) {
  return has_value(row) && std::isfinite(row->lower) && std::isfinite(row->upper);
}

bool is_told(const Finding* row) { return has_interval(row) && (row->lower > 0 || row->upper < 0); }

} // namespace sojourn::output
