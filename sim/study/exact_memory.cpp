// SPDX-License-Identifier: Apache-2.0
#include "sim/study/exact_memory.hpp"

#include "models/journey/chain_memory.hpp"
#include "models/mechanisms/table.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/person_traits.hpp"
#include "sim/study/ways_on.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// What a level on one dimension is held against: a number, the promise alone (no gap), or, on
/// quality, what is written and the mood.
struct Reference {
  std::optional<double> level;
  bool promise = false;
};

Reference reference_on(const PersonaSpec& persona, Dimension dimension) {
  const ReferenceSpec& spec = persona.references[static_cast<std::size_t>(dimension)];
  switch (spec.point) {
  case ReferencePoint::norm:
  case ReferencePoint::competitor:
    return {spec.standard, false};
  case ReferencePoint::status_quo:
    return {0, false};
  case ReferencePoint::promise:
    return {std::nullopt, true};
  case ReferencePoint::expectation:
  case ReferencePoint::distribution:
    break;
  }
  return {};
}

/// How references bend a level: strengths times sizes.
struct Bend {
  double gain = 0, loss = 0;

  explicit Bend(const PersonaSpec& persona)
      : gain(mean_trait(persona, Parameter::reference_dependence_strength) *
             mean_trait(persona, Parameter::reference_dependence_gain)),
        loss(mean_trait(persona, Parameter::loss_aversion_strength) *
             (mean_trait(persona, Parameter::loss_aversion_ratio) - 1)) {}

  /// Affect of a level on a dimension of which nothing was expected.
  [[nodiscard]] double of(double level, const Reference& reference) const {
    const double z = reference.promise ? 0 : level - reference.level.value_or(0);
    return level + gain * z + loss * std::min(z, 0.0);
  }
};

/// The visit is an event although no time passes: people could have waited here.
bool could_wait(const TouchpointSpec& touchpoint) {
  return (touchpoint.needs || touchpoint.behind) &&
         (touchpoint.feels.waiting_per_min != 0 || touchpoint.feels.silence_per_hour != 0);
}

bool feels_quality(const TouchpointSpec& touchpoint, const RowSpec& row) {
  const bool happens = !touchpoint.person_decides && row.feels.has_value();
  return happens || touchpoint.feels.mean.has_value() || touchpoint.feels.spread > 0;
}

/// What a visit that ends on this row feels like on quality.
void add_quality(const TouchpointSpec& touchpoint, const RowSpec& row, const PersonaSpec& persona,
                 const Bend& bend, AffectLaw& law) {
  const bool happens = !touchpoint.person_decides && row.feels.has_value();
  const double written = touchpoint.feels.mean.value_or(0); // is what is expected here
  const double mood = std::clamp(persona.mood_on_arrival.mean(), -5.0, 5.0);
  const Reference reference = reference_on(persona, Dimension::quality);
  law.level = happens ? *row.feels : written;
  law.spread = happens ? 0 : touchpoint.feels.spread;
  law.reference = reference.level.value_or(written + mood);
  law.gain = reference.promise ? 0 : bend.gain;
  law.loss = reference.promise ? 0 : bend.loss;
}

/// What a visit that ends on this row feels like; nullopt where nothing is felt.
std::optional<AffectLaw> law_of(const TouchpointSpec& touchpoint, const RowSpec& row,
                                const PersonaSpec& persona) {
  AffectLaw law;
  if (touchpoint.felt_exactly) {
    law.level = *touchpoint.felt_exactly;
    return law;
  }
  const Bend bend(persona);
  bool felt = could_wait(touchpoint);
  if (feels_quality(touchpoint, row)) {
    add_quality(touchpoint, row, persona, bend, law);
    felt = true;
  }
  const auto add = [&](Dimension dimension, const std::optional<double>& level) {
    law.rest += level ? bend.of(*level, reference_on(persona, dimension)) : 0;
    felt = felt || level.has_value();
  };
  add(Dimension::effort, touchpoint.effort ? std::optional(-*touchpoint.effort) : std::nullopt);
  add(Dimension::price, touchpoint.price_feels);
  add(Dimension::control, touchpoint.control);
  return felt ? std::optional(law) : std::nullopt;
}

FeltChain felt_by(const Scenario& scenario, std::size_t persona) {
  FeltChain felt{chain_of(scenario, persona), {}};
  for (const TouchpointSpec& touchpoint : scenario.touchpoints) {
    for (const WayOn& way : ways_on(scenario, touchpoint, persona)) {
      felt.affect.push_back(law_of(touchpoint, *way.row, scenario.personas[persona]));
    }
  }
  return felt;
}

double remembered_by(const PersonaSpec& persona, const FeltChain& felt,
                     const ExactMemory::Parts& parts) {
  const auto weight = [&](Parameter parameter) { return mean_trait(persona, parameter); };
  const double strength = weight(Parameter::peak_end_strength);
  const double felt_share = 1 - nothing_felt(felt);
  const double integral = weight(Parameter::peak_end_integral) != 0 ? expected_integral(felt) : 0;
  const double weighed =
      weight(Parameter::peak_end_mean) * parts.mean +
      weight(Parameter::peak_end_peak) * parts.highest +
      weight(Parameter::peak_end_trough) * parts.lowest +
      weight(Parameter::peak_end_end) * parts.end +
      weight(Parameter::peak_end_extreme) * parts.most_extreme +
      weight(Parameter::peak_end_integral) * integral / 60 +
      weight(Parameter::peak_end_begin) * persona.mood_on_arrival.mean() * felt_share;
  return (1 - strength) * parts.mean + strength * weighed;
}

ExactMemory::Parts parts_of(const PersonaSpec& persona, const FeltChain& felt) {
  const auto trait = [&](Parameter parameter) { return mean_trait(persona, parameter); };
  const double bad_weight =
      1 + trait(Parameter::negativity_strength) * (trait(Parameter::negativity_weight) - 1);
  ExactMemory::Parts parts;
  parts.mean = expected_mean(felt, bad_weight);
  parts.highest = expected_outstanding(felt, StandsOut::highest).affect;
  parts.lowest = expected_outstanding(felt, StandsOut::lowest).affect;
  parts.most_extreme = expected_outstanding(felt, StandsOut::extreme, bad_weight).affect;
  parts.end = expected_end(felt);
  parts.remembered = remembered_by(persona, felt, parts);
  const double trusting = trait(Parameter::trust_strength);
  const AffineUpdate update = asymmetric_trust(felt, trusting * trait(Parameter::trust_gain),
                                               trusting * trait(Parameter::trust_loss));
  parts.trust = expected_at_exit(felt.chain, update, trait(Parameter::trust_start));
  return parts;
}

void add_share(ExactMemory::Parts& sum, const ExactMemory::Parts& part, double share) {
  sum.remembered += share * part.remembered;
  sum.mean += share * part.mean;
  sum.highest += share * part.highest;
  sum.lowest += share * part.lowest;
  sum.end += share * part.end;
  sum.most_extreme += share * part.most_extreme;
  sum.trust += share * part.trust;
}

template <class Items, class Test>
void add(std::vector<std::string>& sentences, const Items& items, const Test& test,
         const std::string& what) {
  std::vector<std::string> ids;
  for (const auto& item : items) {
    if (test(item)) {
      ids.push_back(item.id);
    }
  }
  if (!ids.empty()) {
    sentences.push_back(list_words(ids) + ": " + what);
  }
}

void add_people(const Scenario& scenario, std::vector<std::string>& sentences) {
  using enum Mechanism;
  const auto acting = [](Mechanism mechanism) {
    return [mechanism](const PersonaSpec& persona) { return acts_on(persona, mechanism); };
  };
  add(sentences, scenario.personas, acting(expectation),
      "expectations follow experience; solved as if they stayed as on arrival");
  add(sentences, scenario.personas, acting(adaptation),
      "people get used to levels; solved as if they never did");
  add(
      sentences, scenario.personas,
      [](const PersonaSpec& persona) {
        return acts_on(persona, trust) && mean_trait(persona, Parameter::trust_record) > 0;
      },
      "trust with a record hardens; solved with the gain and the loss as they are");
  add(
      sentences, scenario.personas,
      [](const PersonaSpec& persona) {
        return std::any_of(
            persona.references.begin(), persona.references.end(),
            [](const ReferenceSpec& each) { return each.point == ReferencePoint::distribution; });
      },
      "levels are held against all that might have come; solved against the expectation");
  add(
      sentences, scenario.personas,
      [](const PersonaSpec& persona) { return persona.relationship.has_value(); },
      "a relationship misleads and shows what is hidden, by luck; solved without");
  if (!scenario.culture.effects.empty()) {
    sentences.emplace_back("people of one culture differ; solved without what it bends");
  }
  add(
      sentences, scenario.personas,
      [](const PersonaSpec& persona) {
        return persona.expectation_error > 0 ||
               persona.mood_on_arrival.kind != DistributionKind::constant;
      },
      "people arrive in different moods; solved with the mean mood");
  add(
      sentences, scenario.personas,
      [](const PersonaSpec& persona) {
        return mean_trait(persona, Parameter::peak_end_trend) != 0;
      },
      "the trend has no closed form; it is left out of what is remembered");
  for (const Mechanism mechanism :
       {peak_end, reference_dependence, loss_aversion, negativity, trust}) {
    for (const ParameterRow& row : parameter_rows) {
      const Parameter parameter = row.parameter;
      if (row.mechanism == mechanism && parameter != Parameter::trust_start) {
        add(
            sentences, scenario.personas,
            [&](const PersonaSpec& persona) {
              return acts_on(persona, row.mechanism) && varies(persona, parameter);
            },
            "people differ in " + std::string(row_of(row.mechanism).id) + "." +
                std::string(row.id) + "; solved with its mean");
      }
    }
  }
}

void add_moments(const Scenario& scenario, std::vector<std::string>& sentences) {
  add(sentences, scenario.touchpoints, could_wait,
      "how a wait feels depends on how long it lasts; solved as if nobody waited");
  add(
      sentences, scenario.touchpoints,
      [](const TouchpointSpec& touchpoint) {
        return touchpoint.feels.early_per_hour || touchpoint.feels.late_per_hour;
      },
      "a promise is judged by the time it took; solved without");
  add(
      sentences, scenario.touchpoints,
      [](const TouchpointSpec& touchpoint) {
        return touchpoint.feels.sooner_per_hour || touchpoint.feels.later_per_hour;
      },
      "a promise is felt against what was expected; solved without");
  add(
      sentences, scenario.touchpoints,
      [](const TouchpointSpec& touchpoint) {
        return touchpoint.updates_every_min && touchpoint.feels.news != 0;
      },
      "how much news is heard depends on the wait; solved without");
}

} // namespace

ExactMemory exact_memory(const Scenario& scenario) {
  ExactMemory memory;
  add_people(scenario, memory.leaves);
  add_moments(scenario, memory.leaves);
  for (std::size_t p = 0; p < scenario.personas.size(); ++p) {
    memory.personas.push_back(parts_of(scenario.personas[p], felt_by(scenario, p)));
    add_share(memory.everyone, memory.personas.back(), scenario.personas[p].share);
  }
  return memory;
}

} // namespace sojourn
