// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_social.hpp"

#include "models/luck/math.hpp"
#include "models/luck/stream.hpp"
#include "models/mechanisms/ratings.hpp"
#include "models/mechanisms/word_of_mouth.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {

PlanRelationship compile_relationship(const PersonaSpec& spec) {
  PlanRelationship out;
  if (!spec.relationship) {
    return out;
  }
  const auto number = [&spec](RelationshipNumber which) {
    return spec.relationship->number(which);
  };
  out.present = true;
  out.visible = threshold(number(RelationshipNumber::visibility));
  out.matched = threshold(spec.relationship->match());
  out.overestimate_seen = static_cast<float>(
      1 / (number(RelationshipNumber::unexplained) * number(RelationshipNumber::uncertain)));
  out.overestimate_told = static_cast<float>(1 / number(RelationshipNumber::uncertain));
  if (!spec.relationship->on_arrival) {
    out.agreed_error = static_cast<float>(number(RelationshipNumber::expectation_error));
  }
  return out;
}

namespace {

/// What a relationship does at a touchpoint without work behind the scenes, prices or waits.
bool touches(const PlanRelationship& relationship, const PlanNode& node) {
  return relationship.present && (node.hidden || (node.is_agreed && relationship.agreed_error > 0));
}

PlanWord compile_word(const WordOfMouthSpec& spec) {
  PlanWord word;
  word.present = spec.present;
  const auto per_tick = [](double per_hour) {
    return per_hour / static_cast<double>(ticks_per_hour);
  };
  word.talks = per_tick(spec.talks);
  word.good = per_tick(spec.good);
  word.bad = per_tick(spec.bad);
  word.lasts = ticks_of(spec.lasts_min);
  word.comes = spec.comes;
  word.weight = static_cast<float>(spec.weight);
  word.trust = static_cast<float>(spec.trust);
  word.expectation = static_cast<float>(spec.expectation);
  word.population = static_cast<std::int64_t>(spec.population.value_or(0));
  return word;
}

/// A teller's row; where none is written, people are told in the shares in which they come.
std::vector<double> told_by(const Scenario& scenario, std::size_t teller) {
  const auto& groups = scenario.word_of_mouth.network.groups;
  std::vector<double> shares = groups[teller];
  for (std::size_t i = 0; groups[teller].empty() && i < scenario.personas.size(); ++i) {
    shares.push_back(scenario.personas[i].share);
  }
  return shares;
}

PlanNetwork compile_network(const Scenario& scenario) {
  const NetworkSpec& spec = scenario.word_of_mouth.network;
  PlanNetwork network;
  network.contacts = static_cast<std::uint32_t>(spec.contacts.value_or(0));
  network.near = static_cast<std::uint32_t>(spec.near.value_or(0));
  network.rewired = threshold(spec.rewired);
  for (std::size_t teller = 0; teller < spec.groups.size(); ++teller) {
    const std::vector<double> shares = told_by(scenario, teller);
    double sum = 0, cumulative = 0;
    for (const double share : shares) {
      sum += share;
    }
    for (const double share : shares) {
      cumulative += share / sum;
      network.shares.push_back(share / sum);
      network.thresholds.push_back(threshold(cumulative));
    }
  }
  return network;
}

PlanRatings compile_ratings(const RatingsSpec& spec, QuantileTables& tables) {
  PlanRatings ratings;
  ratings.present = spec.present;
  ratings.everybody_leaves = spec.leaves >= 1;
  ratings.nobody_leaves = spec.leaves <= 0;
  if (!ratings.everybody_leaves && !ratings.nobody_leaves) {
    ratings.base = log(spec.leaves / (1 - spec.leaves));
  }
  ratings.extremity = spec.extremity;
  ratings.tilt = spec.tilt;
  ratings.read = threshold(spec.read_by);
  ratings.last = static_cast<std::size_t>(spec.last.value_or(0));
  ratings.keeps_away = spec.comes_from.has_value();
  ratings.comes_from = spec.comes_from ? tables.add(*spec.comes_from) : QuantileForm{};
  ratings.expectation = static_cast<float>(spec.expectation);
  ratings.weight = static_cast<float>(spec.weight);
  ratings.trust = static_cast<float>(spec.trust);
  return ratings;
}

std::vector<PlanHelpers> compile_helpers(const Scenario& scenario) {
  std::vector<PlanHelpers> all;
  for (std::size_t i = 0; i < scenario.resources.size(); ++i) {
    if (const auto& spec = scenario.resources[i].helpers) {
      PlanHelpers& helpers = all.emplace_back();
      helpers.resource = static_cast<std::int32_t>(i);
      helpers.name = name_hash(scenario.resources[i].id);
      helpers.willing = threshold(spec->share);
      helpers.after = spec->after;
      helpers.lasts = ticks_of(spec->lasts_min);
      helpers.online = std::llround(spec->online * 1e6);
      helpers.at_once = scenario.resources[i].at_once;
    }
  }
  return all;
}

} // namespace

float talk_tilt(const Plan& plan, const Traveller& traveller) {
  const PlanWord& word = plan.word_of_mouth;
  return word_tilt(word.weight, traveller.heard, word.trust);
}

float rating_tilt(const Plan& plan, const Traveller& traveller) {
  const PlanRatings& ratings = plan.ratings;
  return traveller.ratings > 0
             ? word_tilt(ratings.weight, valence_of_stars(traveller.stars), ratings.trust)
             : 0;
}

void compile_social(const Scenario& scenario, Plan& plan) {
  plan.culture = scenario.culture.effects;
  plan.word_of_mouth = compile_word(scenario.word_of_mouth);
  plan.word_of_mouth.network = compile_network(scenario);
  plan.ratings = compile_ratings(scenario.ratings, plan.tables);
  plan.helpers = compile_helpers(scenario);
  plan.culture_spread = static_cast<float>(scenario.culture.spread);
  for (const PlanPersona& persona : plan.personas) {
    plan.any_special = plan.any_special ||
                       std::any_of(plan.nodes.begin(), plan.nodes.end(), [&](const PlanNode& node) {
                         return touches(persona.relationship, node);
                       });
  }
}

} // namespace sojourn
