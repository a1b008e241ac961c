// SPDX-License-Identifier: Apache-2.0
#include "sim/study/bands.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/effect.hpp"

#include <algorithm>

namespace sojourn {
namespace {

const std::optional<Distribution>& number_of(const PersonaSpec& persona, Parameter parameter) {
  return persona.parameters[static_cast<std::size_t>(parameter)];
}

/// Listed, and not with a strength of 0 for everybody.
bool acts(const PersonaSpec& persona, Mechanism mechanism) {
  const auto& strength = number_of(persona, strength_of(mechanism));
  return strength && !(*strength == Distribution::constant(0));
}

/// Weights of levels, whose sum says how much of what was felt is remembered at all. Affect x hours
/// and the trend are no levels: a journey that feels the same throughout has no trend.
bool is_memory_weight(Parameter parameter) {
  return parameter >= Parameter::peak_end_mean && parameter <= Parameter::peak_end_extreme &&
         parameter != Parameter::peak_end_integral && parameter != Parameter::peak_end_trend;
}

bool is_strength(const ParameterRow& row) { return strength_of(row.mechanism) == row.parameter; }

std::string path_of(const Scenario& scenario, const PersonaSpec& persona, const ParameterRow& row) {
  // Where nobody is named, one persona called anybody has what everyone has.
  const bool unnamed = scenario.personas.size() == 1 && persona.id == "anybody";
  return "personas." + (unnamed ? "everyone" : persona.id) + ".biases." +
         std::string(row_of(row.mechanism).id) + "." + std::string(row.id);
}

/// Personas in whom the number acts, those with equal values together.
using People = std::vector<const PersonaSpec*>;
std::vector<People> people_of(const Scenario& scenario, const ParameterRow& row) {
  std::vector<People> groups;
  for (const PersonaSpec& persona : scenario.personas) {
    if (!acts(persona, row.mechanism) || !has_effect(scenario, persona, row.parameter)) {
      continue;
    }
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const People& group) {
      return number_of(*group.front(), row.parameter) == number_of(persona, row.parameter);
    });
    if (same == groups.end()) {
      groups.push_back({&persona});
    } else {
      same->push_back(&persona);
    }
  }
  return groups;
}

PublishedBand band_of(const Scenario& scenario, const ParameterRow& row, const People& people,
                      bool alone) {
  const Distribution& value = *number_of(*people.front(), row.parameter);
  PublishedBand band;
  std::vector<std::string> ids;
  for (const PersonaSpec* persona : people) {
    band.paths.push_back(path_of(scenario, *persona, row));
    ids.push_back(persona->id);
  }
  band.name = std::string(row_of(row.mechanism).id) + "." + std::string(row.id) +
              (alone ? "" : " of " + list_words(ids));
  band.base = value.mean();
  band.low = row.band_low;
  band.high = row.band_high;
  band.default_value = row.default_value;
  band.unit = row.unit;
  band.varies = value.kind != DistributionKind::constant;
  band.provenance = row.provenance;
  band.source = row.source;
  if (is_memory_weight(row.parameter)) {
    band.most_of_sum = row.high;
  }
  return band;
}

void add_bands(PublishedBands& out, const Scenario& scenario, const ParameterRow& row) {
  const auto groups = people_of(scenario, row);
  for (const People& people : groups) {
    PublishedBand band = band_of(scenario, row, people, groups.size() == 1);
    if (!(row.band_low < row.band_high)) {
      out.without.push_back(band.name + ": the table declares no band");
    } else if (band.varies && !(band.base > 0)) {
      out.without.push_back(band.name + ": it varies from person to person around " +
                            "0, and cannot be scaled into a band");
    } else {
      out.bands.push_back(std::move(band));
    }
  }
}

/// Trust has its numbers in the mechanism's rows, whoever sets them.
bool is_of_trust(const RelationshipRow& row) {
  return row.number == RelationshipNumber::trust_gain ||
         row.number == RelationshipNumber::trust_loss;
}

void add_bands(PublishedBands& out, const Scenario& scenario, const RelationshipRow& row) {
  for (const PersonaSpec& persona : scenario.personas) {
    if (is_of_trust(row) || !has_effect(scenario, persona, row.number)) {
      continue;
    }
    const bool own = persona.relationship->of_persona;
    PublishedBand band;
    band.name = "relationship." + std::string(row.id) + (own ? " of " + persona.id : "");
    band.paths.push_back((own ? "personas." + persona.id + "." : "") + "relationship." +
                         std::string(row.id));
    band.base = persona.relationship->number(row.number);
    band.low = row.band_low;
    band.high = row.band_high;
    band.default_value = row.values[static_cast<std::size_t>(persona.relationship->type)];
    band.unit = row.unit;
    band.source = row.about;
    const bool known =
        std::any_of(out.bands.begin(), out.bands.end(),
                    [&](const PublishedBand& other) { return other.name == band.name; });
    if (!known) {
      out.bands.push_back(std::move(band));
    }
  }
}

/// Choices are tilted where a person decides, and where somebody may run out of patience.
bool chooses(const Scenario& scenario) {
  return std::any_of(scenario.touchpoints.begin(), scenario.touchpoints.end(),
                     [](const auto& each) {
                       return each.person_decides ||
                              std::any_of(each.rows.begin(), each.rows.end(),
                                          [](const RowSpec& row) { return row.out_of_patience; });
                     });
}

PublishedBand choice_band(const Scenario& scenario) {
  constexpr const ChoiceSensitivityRow& row = choice_sensitivity_row;
  return {std::string(row.id), {std::string(row.id)},  scenario.choice_sensitivity, row.band_low,
          row.band_high,       row.default_value,      std::string(row.unit),       false,
          row.provenance,      std::string(row.source)};
}

} // namespace

PublishedBands published_bands(const Scenario& scenario) {
  PublishedBands out;
  for (const ParameterRow& row : parameter_rows) {
    if (!is_strength(row)) {
      add_bands(out, scenario, row);
    }
  }
  for (const RelationshipRow& row : relationship_rows) {
    add_bands(out, scenario, row);
  }
  if (chooses(scenario)) {
    out.bands.push_back(choice_band(scenario));
  }
  return out;
}

} // namespace sojourn
