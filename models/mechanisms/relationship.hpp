// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// What kind of relationship provider and consumer have (ITIL 4 Drive Stakeholder Value, table 1.2
// and section 1.2.5): basic, cooperative, or a partnership. Directions are theirs; every size is an
// assumption.
//   - Work behind the line of visibility, and what only the provider sees, becomes visible with
//     probability b, visit by visit. Work that is seen going on takes the unexplained and the
//     uncertain part out of a felt wait (Maister 1985): k becomes k / (f_unexplained f_uncertain).
//     What is seen is felt, good or bad: failures are exposed too.
//   - What is agreed is misunderstood by N(0, sd) affect points on the expected quality.
//   - Trust grows by a+ and falls by a- (mechanism `trust`, where it acts).
//   - What is offered matches the need with a probability; where it does not, nothing is gained.
//   For
//     each step between the type people have and the one they need it fits less: m (1 - f)^steps.
// Neglected: how one relationship grows into another.
namespace sojourn {

enum class Relationship : std::uint8_t { basic, cooperative, partnership };
inline constexpr std::array<std::string_view, 3> relationship_names = {"basic", "cooperative",
                                                                       "partnership"};

constexpr std::optional<Relationship> find_relationship(std::string_view name) {
  for (std::size_t i = 0; i < relationship_names.size(); ++i) {
    if (relationship_names[i] == name) {
      return static_cast<Relationship>(i);
    }
  }
  return std::nullopt;
}

enum class RelationshipNumber : std::uint8_t {
  visibility,
  expectation_error,
  trust_gain,
  trust_loss,
  match,
  unexplained,
  uncertain,
  misfit,
};
inline constexpr std::size_t n_relationship_numbers = 8;

struct RelationshipRow {
  RelationshipNumber number;
  std::string_view id, symbol, unit;
  std::array<double, relationship_names.size()> values; // by Relationship
  double low, high;                                     // legal
  double band_low, band_high;                           // plausible
  bool share;
  std::string_view about;
};

inline constexpr std::array<RelationshipRow, n_relationship_numbers> relationship_rows = {{
    {RelationshipNumber::visibility,
     "visibility",
     "b",
     "1",
     {.2, .5, .8},
     0,
     1,
     .1,
     .9,
     true,
     "chance that what happens behind the line of visibility is seen"},
    {RelationshipNumber::expectation_error,
     "expectation_error",
     "sd",
     "affect points",
     {1.5, 1, .5},
     0,
     5,
     .25,
     2,
     false,
     "how far what is agreed is misunderstood, standard deviation"},
    {RelationshipNumber::trust_gain,
     "trust_gain",
     "a+",
     "1",
     {.03, .05, .07},
     0,
     1,
     .02,
     .1,
     false,
     "gain of trust by a good event"},
    {RelationshipNumber::trust_loss,
     "trust_loss",
     "a-",
     "1",
     {.25, .25, .2},
     0,
     1,
     .1,
     .5,
     false,
     "loss of trust by a bad event"},
    {RelationshipNumber::match,
     "match",
     "m",
     "1",
     {.7, .85, .95},
     0,
     1,
     .6,
     1,
     true,
     "chance that what is offered is what the person needs"},
    {RelationshipNumber::unexplained,
     "unexplained",
     "f_1",
     "1",
     {1.2, 1.2, 1.2},
     1,
     3,
     1,
     1.5,
     false,
     "how much longer an unexplained wait feels; gone where the work is seen"},
    {RelationshipNumber::uncertain,
     "uncertain",
     "f_2",
     "1",
     {1.3, 1.3, 1.3},
     1,
     3,
     1,
     1.6,
     false,
     "how much longer an uncertain wait feels; gone where the work is seen"},
    {RelationshipNumber::misfit,
     "misfit",
     "f",
     "1",
     {.1, .1, .1},
     0,
     1,
     0,
     .3,
     true,
     "how much less is offered that fits, for each step to the relationship that is needed"},
}};

constexpr const RelationshipRow& row_of(RelationshipNumber number) {
  return relationship_rows[static_cast<std::size_t>(number)];
}

/// Steps between two types: none, one or two.
constexpr int steps_between(Relationship one, Relationship other) {
  const int steps = static_cast<int>(one) - static_cast<int>(other);
  return steps < 0 ? -steps : steps;
}

using RelationshipNumbers = std::array<double, n_relationship_numbers>;

constexpr RelationshipNumbers numbers_of(Relationship relationship) {
  RelationshipNumbers numbers{};
  for (const RelationshipRow& row : relationship_rows) {
    numbers[static_cast<std::size_t>(row.number)] =
        row.values[static_cast<std::size_t>(relationship)];
  }
  return numbers;
}

} // namespace sojourn
