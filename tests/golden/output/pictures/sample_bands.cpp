// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/output/pictures/sample_findings.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output::sample {
namespace {

void add_point(ResultData& r, const std::string& subject, const std::string& path, double value,
               const std::string& written) {
  StudyPoint point;
  point.study = static_cast<int>(r.studies.size()) - 1;
  point.subject = subject;
  point.path = path;
  point.value = value;
  point.written = written;
  r.study_points.push_back(point);
}

void add_sweep(ResultData& r) {
  const std::string path = "resources.second_line.capacity";
  SampleFindings f(r, "sweep", "What if these numbers were others?", "change",
                   "From -0.03 with 4 specialists to 0.42 with 8.");
  const int measures = std::min(static_cast<int>(r.measures.size()), 4);
  for (int n = 4; n <= 8; ++n) {
    const std::string subject = "second_line.capacity = " + std::to_string(n);
    add_point(r, subject, path, n, std::to_string(n));
    for (int m = 0; m < measures; ++m) {
      const double level = 0.45 - 0.5 * std::exp2(4 - n);
      f.about(0, m).add("level", subject, level, 0.1 / (n - 2));
      f.about(0, m).add("change", subject, level - 0.325, 0.01);
      if (r.arms.size() > 1) {
        f.about(1, m).add("difference", subject, 0.3 - 0.03 * (n - 4), 0.02);
      }
    }
  }
}

/// Twelve weeks of today and of a design that takes two steps.
void add_weeks(ResultData& r) {
  SampleFindings f(r, "on_the_way", "What was changed on the way?", "by_week",
                   "The first step in all 30 replications (week 3), the second in 15 of 30 (week 7 "
                   "on average).");
  const int arms = std::min(static_cast<int>(r.arms.size()), 2);
  const auto step = [&](const char* quantity, const std::string& subject, double share) {
    Finding& row = f.about(arms - 1, 0).add(quantity, subject, share, .05);
    row.measure = -1;
    row.unit = std::string("1");
  };
  step("taken", "first", 1);
  step("taken_in", "first, week 3", 1);
  step("taken", "second", .5);
  step("taken_in", "second, week 6", .25);
  step("taken_in", "second, week 8", .25);
  const int measures = std::min(static_cast<int>(r.measures.size()), 2);
  for (int week = 1; week <= 12; ++week) {
    const std::string subject = "week " + std::to_string(week);
    add_point(r, subject, "week", week, std::to_string(week));
    for (int m = 0; m < measures; ++m) {
      for (int arm = 0; arm < arms; ++arm) {
        const double gained = arm > 0 && week > 3 ? .25 - std::exp2(1 - week) : 0;
        f.about(arm, m).add("by_week", subject, .1 + .03 * std::sin(2.0 * week) + gained,
                            std::nan(""));
      }
    }
  }
}

struct Band {
  const char *path, *low, *high;
  double at_low, at_high, total; // effects, share of the doubt
};
constexpr Band bands[] = {{"loss_aversion.ratio of anna", "1.31", "2.25", .12, -.05, .38},
                          {"choice_sensitivity", "0.3", "1.2", -.02, .06, .2},
                          {"waiting.exponent", "0.8", "1", .03, .01, .1},
                          {"resources.second_line.capacity", "5", "9", -.2, .11, .44},
                          {"peak_end.trend", "0", "0.25", 0, 0, 0}};

void add_sensitivity(ResultData& r) {
  SampleFindings f(r, "sensitivity", "How much of the doubt comes from which assumption?",
                   "total_order", "The number of specialists is behind 44 % of the doubt.");
  f.about(0, 0);
  for (const Band& band : bands) {
    add_point(r, "low", band.path, 0, band.low);
    add_point(r, "high", band.path, 1, band.high);
    f.add("first_order", band.path, band.total * .8, .05).unit = std::string("1");
    f.add("total_order", band.path, band.total, .06).unit = std::string("1");
    f.add("at_low", band.path, band.at_low, .015);
    f.add("at_high", band.path, band.at_high, .015);
  }
}

void add_screen(ResultData& r) {
  SampleFindings f(r, "screen", "Which assumptions matter at all?", "mu_star",
                   "Of 5 assumptions, the number of specialists matters most.");
  f.about(0, 0);
  for (const Band& band : bands) {
    const double size = std::max(std::abs(band.at_low), std::abs(band.at_high));
    add_point(r, "low", band.path, 0, band.low);
    add_point(r, "high", band.path, 1, band.high);
    f.add("mu_star", band.path, size, size / 8);
    f.add("mu", band.path, band.at_high - band.at_low, size / 8);
    f.add("sigma", band.path, size * band.total, size / 9);
  }
}

/// A number in [0, 1) that looks like chance.
double wobble(int i) {
  const double x = 0.618033988749895 * i;
  return x - std::floor(x);
}

} // namespace

void add_band_studies(ResultData& r) {
  add_sweep(r);
  add_weeks(r);
  add_screen(r);
  add_sensitivity(r);
}

void add_journeys(ResultData& r) {
  constexpr int people = 300;
  JourneyRows& rows = r.journeys;
  for (int a = 0; a < static_cast<int>(r.arms.size()); ++a) {
    for (int i = 0; i < people; ++i) {
      const bool lost = r.exits.size() > 1 && wobble(i * 3 + 1) < 0.1;
      rows.arm.push_back(a);
      rows.replication.push_back(i % 30);
      rows.persona.push_back(0);
      rows.start.push_back(0);
      rows.exit.push_back(r.exits.empty() ? -1 : lost ? static_cast<int>(r.exits.size()) - 1 : 0);
      rows.agent.push_back(i);
      rows.n_visits.push_back(7);
      rows.arrival_min.push_back(i);
      rows.duration_min.push_back(10 * std::exp2(8 * wobble(i)));
      const double remembered = 3 * wobble(i * 7 + 2) - 1.5 + 0.2 * a - (lost ? 1.5 : 0);
      for (auto* column : {&rows.remembered, &rows.experienced, &rows.peak, &rows.trough,
                           &rows.last, &rows.trust, &rows.effort}) {
        column->push_back(static_cast<float>(remembered));
      }
      rows.value.push_back(100);
    }
  }
}

} // namespace sojourn::output::sample
