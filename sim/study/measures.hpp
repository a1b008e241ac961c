// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"
#include "sim/engine/tally.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/study/indicators.hpp"
#include "sim/study/renewal.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

// What a run measures. One table says what each measure is called, what it means and whether more
// of it is better; one function reads it from what a replication counted. A measure is always a
// ratio of two totals of one replication, which are integers scaled, so that it never depends on
// the order in which journeys were added up.
namespace sojourn {

enum class MeasureKind : std::uint8_t {
  remembered_experience,
  experienced,
  agreement, // one measure per agreement: the share that keeps it
  satisfaction,
  csat,
  csat_corrected,
  nps,
  nps_corrected,
  ces,
  response_rate,
  renewal,
  indicator, // one measure per indicator: so much a week
  served,
  gave_up,
  left_silently,
  competitor,
  off_boarded,
  told,
  rating,
  stayed_away,
  time_in_system,
  waiting_front,
  waiting_back,
  occupied,
  value,
  value_realised,
  paid,
  risk,
  risk_taken,
  net_benefit,
  cost,
  one_off,
  relationship,
  net_value,
  trust,
  effort,
  visits,
  watermelon, // one measure per SLA and XLA: red inside where green outside
  censored,
};

struct MeasureDefinition {
  MeasureKind kind;
  std::string_view id, label, unit; // unit "money": the scenario's currency
  std::string_view about;
  int better; // +1 more is better, -1 less is better, 0 neither
  bool share, per_person;
};

inline constexpr std::size_t n_measure_kinds = 39;
extern const std::array<MeasureDefinition, n_measure_kinds> measure_definitions;

struct Measure {
  MeasureKind kind = MeasureKind::remembered_experience;
  /// Index, for MeasureKind::agreement and indicator; of the SLA, for MeasureKind::watermelon.
  int agreement = -1;
  output::MeasureInfo info;
  int experience = -1; // index of the XLA, for MeasureKind::watermelon
};

/// As it is called, else its id in words.
[[nodiscard]] std::string name_of(const AgreementSpec& agreement);

/// A share of counted journeys, so that Wilson's interval holds for it.
[[nodiscard]] bool is_counted_share(const Measure& measure);

/// The measures of a study, in the order of the table; those that nothing in any arm could move
/// (money where nothing has a price, trust where it is frozen) are left out. `arms` is not empty.
/// More or less time is no better where not all are served: who gives up is gone sooner.
[[nodiscard]] std::vector<Measure> measures_of(const std::vector<ArmSpec>& arms);

/// Whether anything in this design could move a measure.
[[nodiscard]] bool matters(MeasureKind kind, const Scenario& scenario);
/// Whether some event may take money, from people or from the provider.
[[nodiscard]] bool risks(const Scenario& scenario, bool by_provider);

/// Index of the measure called `id`; nullopt where there is none.
[[nodiscard]] std::optional<std::size_t> find_measure(const std::vector<Measure>& measures,
                                                      std::string_view id);

/// The money of one arm that does not happen to anybody in particular.
struct Books {
  std::vector<double> cost_per_hour; // [resource]
  std::vector<bool> by_busy_hour;    // [resource]: unlimited ones cost what they work
  /// One-off cost of one journey: the sum spread evenly over its period and the people who are
  /// expected to come within it. NaN where nobody says how many come.
  double one_off_per_journey = 0;
  double relationship_per_journey = 0; // NaN as above
  RenewalBooks renewal;
  IndicatorBooks indicators;
};
[[nodiscard]] Books books_of(const Scenario& arm);

/// What keeping all relationships costs; one said for all counts once.
[[nodiscard]] double relationship_per_week(const Scenario& arm);

/// numerator / denominator; a denominator of 0 means that there is no such value.
struct Ratio {
  double numerator = 0, denominator = 0;
  [[nodiscard]] double value() const;
};

/// Group 0 is everyone, group g >= 1 persona g - 1.
[[nodiscard]] std::vector<PersonaTally> groups_of(const Tally& tally);

/// What `measure` says about a group of one replication; missing (0 / 0) for a persona where the
/// measure is not defined for persons.
[[nodiscard]] Ratio read(const Measure& measure, const Tally& tally, const PersonaTally& people,
                         bool everyone, const Books& books);

/// "restored within 4 h of contact for at least 90 %".
[[nodiscard]] std::string agreement_text(const Scenario& scenario, const AgreementSpec& agreement);

} // namespace sojourn
