// SPDX-License-Identifier: Apache-2.0
#include "sim/study/renewal.hpp"

#include <algorithm>

namespace sojourn {

RenewalBooks renewal_books(const Scenario& arm) {
  RenewalBooks books;
  books.weights = {arm.renewal.base, arm.renewal.experience, arm.renewal.outcome, arm.renewal.risk};
  for (const PersonaSpec& persona : arm.personas) {
    books.decides.push_back(persona.roles.decides());
  }
  for (const auto& stakeholder : arm.stakeholders) {
    books.voice.push_back(stakeholder ? stakeholder->weight() : 0);
  }
  return books;
}

namespace {

struct Heard {
  double mean = 0, people = 0;
};

/// Those who decide know what they think; of all others they know what was answered.
Heard heard_of(const PersonaTally& people, bool decides) {
  const std::int64_t n = decides ? people.finished : people.survey.answered;
  const double sum =
      decides ? from_fixed(people.survey.satisfaction) : static_cast<double>(people.survey.points);
  return {n > 0 ? sum / static_cast<double>(n) : 0, static_cast<double>(n)};
}

/// 5, neither good nor bad, where nobody was heard.
double satisfaction_heard(const Tally& tally, const RenewalBooks& books) {
  double sum = 0, weight = 0;
  for (std::size_t i = 0; i < tally.personas.size(); ++i) {
    const Heard heard = heard_of(tally.personas[i], books.decides[i]);
    const double voice = books.voice.empty() ? heard.people : heard.people > 0 ? books.voice[i] : 0;
    sum += voice * heard.mean;
    weight += voice;
  }
  return weight > 0 ? sum / weight : 5;
}

} // namespace

RenewalInputs renewal_inputs(const Tally& tally, const PersonaTally& everyone,
                             const RenewalBooks& books) {
  RenewalInputs known;
  known.satisfaction = satisfaction_heard(tally, books);
  const std::int64_t at_stake = std::max(everyone.potential, everyone.value);
  if (at_stake > 0) {
    known.outcome =
        from_fixed(everyone.booked - everyone.paid - everyone.risk) / from_fixed(at_stake);
  }
  const auto ended = [&](Outcome outcome) {
    return everyone.outcomes[static_cast<std::size_t>(outcome)];
  };
  if (everyone.finished > 0) {
    known.risk = static_cast<double>(ended(Outcome::lost) + ended(Outcome::competitor)) /
                 static_cast<double>(everyone.finished);
  }
  return known;
}

} // namespace sojourn
