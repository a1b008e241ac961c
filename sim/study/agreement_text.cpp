// SPDX-License-Identifier: Apache-2.0
#include "output/text.hpp"
#include "sim/study/measures.hpp"
#include "sim/study/wording.hpp"

#include <cmath>

// An agreement in words.
namespace sojourn {
namespace {

/// Days are of 24 hours only on the wall clock; office hours stay hours.
std::string time_text(const Scenario& scenario, double minutes) {
  constexpr double two_days = 2 * 24 * 60;
  return scenario.clock >= 0 && minutes >= two_days ? three_digits(minutes / 60) + " h"
                                                    : rounded_duration(minutes);
}

/// With a true minus.
std::string affect_text(double value) {
  const std::string size = output::text("{:.3g}", std::abs(value));
  return (value < 0 ? "\u2212" : "+") + size;
}

std::string limit_text(const Scenario& scenario, const AgreementSpec& agreement) {
  if (is_time(agreement.measure)) {
    return time_text(scenario, agreement.threshold);
  }
  const bool affect = agreement.measure == AgreementMeasure::remembered_experience ||
                      agreement.measure == AgreementMeasure::experienced;
  return affect ? affect_text(agreement.threshold) : output::text("{:.3g}", agreement.threshold);
}

std::string subject_text(const Scenario& scenario, const AgreementSpec& agreement) {
  const auto touchpoint = [&](int index) {
    return scenario.touchpoints[static_cast<std::size_t>(index)].id;
  };
  switch (agreement.measure) {
  case AgreementMeasure::time_from_to:
    return "time from " + touchpoint(agreement.from) + " to " + touchpoint(agreement.to);
  case AgreementMeasure::wait_at:
    return "wait at " + touchpoint(agreement.from);
  case AgreementMeasure::past_announced:
    return "wait beyond what was announced at " + touchpoint(agreement.from);
  case AgreementMeasure::remembered_experience:
    return agreement.after_min > 0
               ? "remembered experience " + rounded_duration(agreement.after_min) + " later"
               : "remembered experience";
  case AgreementMeasure::experienced:
    return "experience";
  case AgreementMeasure::effort:
    return "effort";
  case AgreementMeasure::trust:
    return "trust at the end";
  case AgreementMeasure::satisfaction:
    return "satisfaction";
  case AgreementMeasure::answer:
    return "answers";
  case AgreementMeasure::ease:
    return "answers on ease";
  }
  return {};
}

} // namespace

std::string agreement_text(const Scenario& scenario, const AgreementSpec& agreement) {
  return output::text("{} {} {} for at least {:.4g} %", subject_text(scenario, agreement),
                      agreement.at_most ? "at most" : "at least", limit_text(scenario, agreement),
                      100 * agreement.for_at_least);
}

} // namespace sojourn
