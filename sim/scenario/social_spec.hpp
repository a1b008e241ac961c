// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/distribution.hpp"
#include "models/mechanisms/culture.hpp"
#include "models/mechanisms/relationship.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Who people are to the provider, where they come from, and what they tell others.
namespace sojourn {

/// As one persona has it, every number settled.
struct RelationshipSpec {
  Relationship type = Relationship::basic;
  bool of_persona = false; // written there rather than for all
  bool on_arrival = false; // what is agreed was agreed before the journey
  RelationshipNumbers numbers{};
  std::optional<Relationship> needed; // the type these people need
  double cost_per_week = 0;           // of keeping it
  [[nodiscard]] double number(RelationshipNumber which) const {
    return numbers[static_cast<std::size_t>(which)];
  }
  /// Chance that what is offered is what the person needs.
  [[nodiscard]] double match() const {
    double match = number(RelationshipNumber::match);
    for (int i = 0; needed && i < steps_between(type, *needed); ++i)
      match *= 1 - number(RelationshipNumber::misfit);
    return match;
  }
  friend bool operator==(const RelationshipSpec&, const RelationshipSpec&) = default;
};

/// What scales do to numbers, for everybody; none: culture has no effect.
struct CultureSpec {
  std::vector<CultureEffect> effects;
  double spread = culture_spread;
  friend bool operator==(const CultureSpec&, const CultureSpec&) = default;
};

enum class Role : std::uint8_t { user, customer, sponsor };
inline constexpr std::array<std::string_view, 3> role_names = {"user", "customer", "sponsor"};

struct RolesSpec {
  std::array<bool, role_names.size()> has{}; // by Role
  [[nodiscard]] bool is(Role role) const { return has[static_cast<std::size_t>(role)]; }
  /// Has a say in going on with the service.
  [[nodiscard]] bool decides() const { return is(Role::customer) || is(Role::sponsor); }
  friend bool operator==(const RolesSpec&, const RolesSpec&) = default;
};

struct StakeholderSpec {
  double influence = 1, interest = 1; // 0 .. 1
  [[nodiscard]] double weight() const { return influence * interest; }
  friend bool operator==(const StakeholderSpec&, const StakeholderSpec&) = default;
};

/// Whether the service is renewed after the period, log-odds.
struct RenewalSpec {
  bool present = false;
  double base = 0, experience = 0, outcome = 0, risk = 0;
  friend bool operator==(const RenewalSpec&, const RenewalSpec&) = default;
};

/// Something that visits and endings bring to somebody besides those who travel: emissions saved.
struct IndicatorSpec {
  std::string id, name, unit;
  std::vector<std::pair<int, double>> counts; // touchpoints, then exits; for each visit, ending
  std::optional<double> goal;                 // in a week, of who decides about the renewal
  double weight = 1;                          // log-odds of reaching it
  friend bool operator==(const IndicatorSpec&, const IndicatorSpec&) = default;
};

/// Who talks to whom; nothing said: anybody to anybody.
struct NetworkSpec {
  /// [teller's persona]: the shares of those who are told, by persona; empty: as people come.
  std::vector<std::vector<double>> groups;
  std::optional<int> contacts; // acquaintances of a teller; nullopt: no end
  std::optional<int> near;     // of a member, among members; nullopt: members tell anybody
  double rewired = 0;          // of these the share that is not near
  friend bool operator==(const NetworkSpec&, const NetworkSpec&) = default;
};

struct WordOfMouthSpec {
  bool present = false;
  double talks = 0, good = 0, bad = 0; // per hour; good and bad for each affect point
  double lasts_min = 0;                // how long somebody goes on telling
  double comes = 0, weight = 0, trust = 0, expectation = 0;
  std::optional<double> population; // who could ever come; nullopt: no end
  NetworkSpec network;
  friend bool operator==(const WordOfMouthSpec&, const WordOfMouthSpec&) = default;
};

/// Stars that people leave, and who reads them.
struct RatingsSpec {
  bool present = false;
  double leaves = 0;                      // share of those of a neutral memory
  double extremity = 0, tilt = 0;         // log-odds per affect point
  double read_by = 0;                     // share of newcomers
  std::optional<int> last;                // ratings that count; nullopt: all
  std::optional<Distribution> comes_from; // stars; nullopt: readers come whatever they read
  double expectation = 0, weight = 0, trust = 0;
  friend bool operator==(const RatingsSpec&, const RatingsSpec&) = default;
};

/// Servers who are people that were served before.
struct HelpersSpec {
  double share = 0; // of those who end served
  int after = 1;    // journeys of theirs that ended served
  double lasts_min = 0;
  double online = 1; // share of their time
  friend bool operator==(const HelpersSpec&, const HelpersSpec&) = default;
};

} // namespace sojourn
