// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"
#include "models/people/parameters.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// Culture as a modifier of other numbers: number <- number * exp(sum_d Gamma_d c_d), where c is a
// person's place on the eight scales of Meyer (2014, The Culture Map), -1 .. +1 from the first word
// of a scale to the second, and Gamma says how much a scale does to a number.
// Evidence supports signs at best, so every Gamma is 0 unless somebody sets it; the two examples
// are labelled as such. Scores of groups are not scores of people (the ecological fallacy): a
// person's c is the group's plus N(0, spread).
namespace sojourn {

enum class CultureScale : std::uint8_t {
  communicating, // low context .. high context
  evaluating,    // direct negative feedback .. indirect
  persuading,    // principles first .. applications first
  leading,       // egalitarian .. hierarchical
  deciding,      // consensual .. top-down
  trusting,      // task-based .. relationship-based
  disagreeing,   // confrontational .. avoids confrontation
  scheduling,    // linear time .. flexible time
};
inline constexpr std::size_t n_culture_scales = 8;

struct CultureScaleRow {
  std::string_view id, from, to; // what -1 and +1 mean
};
inline constexpr std::array<CultureScaleRow, n_culture_scales> culture_scales = {{
    {"communicating", "low context", "high context"},
    {"evaluating", "direct negative feedback", "indirect negative feedback"},
    {"persuading", "principles first", "applications first"},
    {"leading", "egalitarian", "hierarchical"},
    {"deciding", "consensual", "top-down"},
    {"trusting", "task-based", "relationship-based"},
    {"disagreeing", "confrontational", "avoids confrontation"},
    {"scheduling", "linear time", "flexible time"},
}};

/// The numbers that culture may bend.
enum class CultureTarget : std::uint8_t {
  trust_gain,
  trust_loss,
  loss_aversion,
  negativity,
  waiting,
  patience,
  lateness,
  silent,
  tolerance,
  answer_extremity,
};
inline constexpr std::size_t n_culture_targets = 10;

struct CultureTargetRow {
  CultureTarget target;
  std::string_view id;
  std::optional<Parameter> parameter; // of a mechanism, where it is one
  std::string_view about;
};
inline constexpr std::array<CultureTargetRow, n_culture_targets> culture_targets = {{
    {CultureTarget::trust_gain, "trust_gain", Parameter::trust_gain, "gain of `trust`"},
    {CultureTarget::trust_loss, "trust_loss", Parameter::trust_loss, "loss of `trust`"},
    {CultureTarget::loss_aversion, "loss_aversion", Parameter::loss_aversion_ratio,
     "ratio of `loss_aversion`"},
    {CultureTarget::negativity, "negativity", Parameter::negativity_weight,
     "weight of `negativity`"},
    {CultureTarget::waiting, "waiting", Parameter::waiting_overestimate,
     "overestimate of `waiting`"},
    {CultureTarget::patience, "patience", std::nullopt, "how long a wait is borne"},
    {CultureTarget::lateness, "lateness", std::nullopt, "how much late against a promise hurts"},
    {CultureTarget::silent, "silent", std::nullopt, "the share that leaves without a word"},
    {CultureTarget::tolerance, "tolerance", std::nullopt,
     "the survey's zone of tolerance (what is told only)"},
    {CultureTarget::answer_extremity, "answer_extremity", std::nullopt,
     "how far an answer lies from the middle (what is told only)"},
}};

struct CultureEffect {
  CultureScale scale = CultureScale::communicating;
  CultureTarget target = CultureTarget::trust_gain;
  double gamma = 0;
  friend bool operator==(const CultureEffect&, const CultureEffect&) = default;
};

/// Effects to start a discussion with, by name. Signs have a source, sizes have none.
struct CultureExample {
  std::string_view id;
  std::array<CultureEffect, 3> effects;
  std::string_view source;
};
inline constexpr std::array<CultureExample, 2> culture_examples = {{
    {"linear_time",
     {{{CultureScale::scheduling, CultureTarget::lateness, -.3},
       {CultureScale::scheduling, CultureTarget::patience, .3},
       {}}},
     "signs: scheduling scale of Meyer 2014, where linear time minds the delay; sizes ours"},
    {"harmony",
     {{{CultureScale::disagreeing, CultureTarget::silent, .5},
       {CultureScale::trusting, CultureTarget::trust_gain, -.3},
       {CultureScale::evaluating, CultureTarget::answer_extremity, -.3}}},
     "signs: voice or exit, Schoefer et al. 2019 JRCS; trust by reliability or by contact, Meyer "
     "2014; sizes ours"},
}};

constexpr const CultureExample* find_culture_example(std::string_view id) {
  for (const CultureExample& example : culture_examples) {
    if (example.id == id) {
      return &example;
    }
  }
  return nullptr;
}

inline constexpr double culture_spread = .5; // of people around their group, standard deviation

inline namespace SOJOURN_TARGET {

/// exp(sum Gamma c) of one number, 1 where no effect bends it. `person` is c by scale.
SOJOURN_INLINE float culture_factor(std::span<const CultureEffect> effects, CultureTarget target,
                                    const std::array<float, n_culture_scales>& person) {
  float sum = 0;
  for (const CultureEffect& effect : effects) {
    if (effect.target == target) {
      sum += static_cast<float>(effect.gamma) * person[static_cast<std::size_t>(effect.scale)];
    }
  }
  return sum == 0 ? 1.0F : exp(sum);
}

} // namespace SOJOURN_TARGET

} // namespace sojourn
