// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// What was agreed, who is asked, and how sure an answer must be.
namespace sojourn {

enum class AgreementMeasure : std::uint8_t {
  time_from_to,
  wait_at,
  past_announced, // of the wait at a touchpoint, what lies beyond the time announced there
  remembered_experience,
  experienced,  // affect points, mean of the visits
  effort,       // affect points, sum
  trust,        // 0 .. 1, at the end
  satisfaction, // 0 .. 10, everybody's
  answer,       // 0 .. 10, of those who answer the survey
  ease,         // 1 .. 7, of those who answer the survey
};
/// Of journeys whose end a survey reached.
[[nodiscard]] constexpr bool is_answered(AgreementMeasure measure) {
  return measure == AgreementMeasure::answer || measure == AgreementMeasure::ease;
}
/// In minutes rather than points.
[[nodiscard]] constexpr bool is_time(AgreementMeasure measure) {
  return measure == AgreementMeasure::time_from_to || measure == AgreementMeasure::wait_at ||
         measure == AgreementMeasure::past_announced;
}
struct AgreementSpec {
  std::string id, name;
  bool experience = false; // XLA rather than SLA
  AgreementMeasure measure = AgreementMeasure::remembered_experience;
  int from = -1, to = -1;  // touchpoints; one where people wait is `from`
  bool at_most = true;     // otherwise at least
  double threshold = 0;    // minutes, affect points, or points of 0 .. 10
  double for_at_least = 1; // share
  double after_min = 0;    // what is remembered so long after the journey; minutes
  friend bool operator==(const AgreementSpec&, const AgreementSpec&) = default;
};

/// The survey: whom it asks, who answers, what is told. Reporting only.
struct SurveySpec {
  bool present = false;
  int at = -1; // touchpoint at which people are asked first; -1: when their journey ends
  bool asks_satisfaction = true, asks_recommendation = true, asks_effort = false;
  double asked = 1; // share of those who could be asked
  bool everybody_answers = true;
  double base = 0, extremity = 0, tilt = 0; // log-odds of an answer
  double memory_weight = 0, disconfirmation_weight = 0, trust_weight = 0;
  double tolerance = 0, asymmetry = 1, effort_scale = 1, expectation_weight = 0;
  double asked_after_min = 0; // between the end of the journey and the question; minutes
  double noise = 0;           // standard deviation of an answer, points
  int satisfied_from = 8, promoters_from = 9, detractors_to = 6;
  friend bool operator==(const SurveySpec&, const SurveySpec&) = default;
};

/// What a provider looks at before the next step.
enum class StageWatch : std::uint8_t { nothing, remembered_experience, served, gave_up };

struct Scenario;

/// A design that changes while people are under way: each of `designs` holds until the next one
/// does, the first from the begin. None: the design holds from the begin to the end.
struct StagesSpec {
  std::vector<std::shared_ptr<const Scenario>> designs;
  Ticks first = 0, every = 0; // of the looks at it; the next design comes at a look, or at none
  StageWatch watch = StageWatch::nothing;
  double limit = 0; // the next one comes where the measure is worse
  friend bool operator==(const StagesSpec&, const StagesSpec&) = default;
};

struct UntilSpec { // sequential stopping: half-width of the level in every arm
  std::string measure;
  double half_width = 0; // in the measure's own unit (points of share as fractions)
  friend bool operator==(const UntilSpec&, const UntilSpec&) = default;
};

} // namespace sojourn
