// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>

namespace sojourn::output::sample {

inline constexpr int n_replications = 30;

/// Writes the findings of one study.
class SampleFindings {
public:
  SampleFindings(ResultData& r, const std::string& id, const std::string& question,
                 const std::string& headline, const std::string& reading)
      : r_(r), study_(static_cast<int>(r.studies.size())) {
    StudyInfo info;
    info.id = id;
    info.question = question;
    info.headline = headline;
    info.reading = reading;
    info.arms = 9;
    info.replications = n_replications;
    r.studies.push_back(info);
  }

  /// In the arm, for the group, on the measure.
  SampleFindings& about(int arm, int measure, int group = 0) {
    arm_ = arm;
    measure_ = measure;
    group_ = group;
    return *this;
  }

  Finding& add(const std::string& quantity, const std::string& subject, double value, double half) {
    Finding row;
    row.study = study_;
    row.quantity = quantity;
    row.subject = subject;
    row.arm = arm_;
    row.measure = measure_;
    row.group = group_;
    row.unit = r_.measures[static_cast<std::size_t>(measure_)].unit;
    row.estimate = value;
    row.lower = value - half;
    row.upper = value + half;
    row.replications = n_replications;
    r_.findings.push_back(row);
    for (int k = 0; k < n_replications; ++k) { // of mean `value`
      r_.finding_values.push_back(value + half * (k % 7 == 6 ? 0 : k % 7 - 2.5) * (k < 28 ? 1 : 0));
    }
    return r_.findings.back();
  }

private:
  ResultData& r_;
  int study_, arm_ = 0, measure_ = 0, group_ = 0;
};

/// Studies that vary numbers: sweep, screen, sensitivity.
void add_band_studies(ResultData& result);

/// A few hundred journeys in every arm.
void add_journeys(ResultData& result);

} // namespace sojourn::output::sample
