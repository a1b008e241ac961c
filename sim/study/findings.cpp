// SPDX-License-Identifier: Apache-2.0
#include "sim/study/findings.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sojourn {
namespace {

void take(output::Finding& to, const output::Interval& from) {
  to.estimate = from.estimate;
  to.lower = from.lower;
  to.upper = from.upper;
  to.level = from.level;
  to.replications = from.replications;
  to.note = from.reason;
}

} // namespace

output::Finding& Findings::add_plain(std::string quantity, std::string subject, std::string unit,
                                     const output::Interval& interval) {
  output::Finding row;
  row.quantity = std::move(quantity);
  row.subject = std::move(subject);
  row.unit = std::move(unit);
  take(row, interval);
  rows.push_back(std::move(row));
  values.emplace_back();
  return rows.back();
}

output::Finding& Findings::add(const ArmPool& pool, const About& about,
                               const output::Interval& interval) {
  output::Finding& row =
      add_plain(about.quantity, about.subject, pool.measures()[about.measure].info.unit, interval);
  row.arm = static_cast<int>(about.arm);
  row.measure = static_cast<int>(about.measure);
  row.group = static_cast<int>(about.group);
  return row;
}

output::Finding& Findings::add_mean(const ArmPool& pool, const About& about,
                                    std::vector<double> column) {
  output::Finding& row = add(pool, about, output::mean_interval(column));
  values.back() = std::move(column);
  return row;
}

output::Finding& Findings::add_difference(const ArmPool& pool, const About& about, std::size_t a,
                                          std::size_t b, int replications) {
  const std::vector<double> left = pool.values(a, replications, about.measure, about.group);
  const std::vector<double> right = pool.values(b, replications, about.measure, about.group);
  const output::Difference difference = output::paired_difference(
      left, right, output::Interval{}.level, a == b ? output::Plans::equal : output::Plans::differ);
  output::Finding& row = add(pool, about, difference);
  row.p = difference.p;
  row.note = difference.note.empty() ? difference.reason : difference.note;
  values.back().resize(left.size());
  std::transform(left.begin(), left.end(), right.begin(), values.back().begin(), std::minus<>());
  return row;
}

void Findings::adjust() {
  std::map<std::tuple<std::string, int, int, bool>, std::vector<std::size_t>> families;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    families[{rows[i].quantity, rows[i].arm, rows[i].measure, rows[i].group == 0}].push_back(i);
  }
  for (const auto& [key, members] : families) {
    std::vector<double> p;
    for (const std::size_t i : members) {
      p.push_back(rows[i].p);
    }
    const std::vector<double> adjusted = output::holm(p);
    for (std::size_t i = 0; i < members.size(); ++i) {
      rows[members[i]].p_holm = adjusted[i];
      rows[members[i]].family = output::family_size(p);
    }
  }
}

const output::Finding* Findings::find(const std::string& quantity, const std::string& subject,
                                      std::size_t measure, std::size_t group,
                                      std::size_t arm) const {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const output::Finding& row) {
    return row.quantity == quantity && row.subject == subject &&
           row.measure == static_cast<int>(measure) && row.group == static_cast<int>(group) &&
           row.arm == static_cast<int>(arm);
  });
  return found == rows.end() ? nullptr : &*found;
}

void put_findings(std::vector<Findings> studies, output::ResultData& result) {
  std::size_t longest = 0;
  for (const Findings& study : studies) {
    for (const std::vector<double>& column : study.values) {
      longest = std::max(longest, column.size());
    }
  }
  result.n_study_replications = static_cast<int>(longest);
  for (Findings& study : studies) {
    for (std::size_t i = 0; i < study.rows.size(); ++i) {
      study.rows[i].study = static_cast<int>(result.studies.size());
      result.findings.push_back(std::move(study.rows[i]));
      std::vector<double> column = std::move(study.values[i]);
      column.resize(longest, output::missing);
      result.finding_values.insert(result.finding_values.end(), column.begin(), column.end());
    }
    for (output::StudyPoint& point : study.points) {
      point.study = static_cast<int>(result.studies.size());
      result.study_points.push_back(std::move(point));
    }
    result.studies.push_back(std::move(study.info));
  }
}

} // namespace sojourn
