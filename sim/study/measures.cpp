// SPDX-License-Identifier: Apache-2.0
#include "sim/study/measures.hpp"

#include "output/stats/missing.hpp"
#include "output/text.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>

namespace sojourn {

using Kind = MeasureKind;

const std::array<MeasureDefinition, n_measure_kinds> measure_definitions = {{
    {Kind::remembered_experience, "remembered_experience", "Remembered experience", "affect",
     "what people would tell their colleagues at the end, −5 to +5", +1, false, true},
    {Kind::experienced, "experienced", "Experienced on average", "affect",
     "mean affect over the visits of a journey, −5 to +5", +1, false, true},
    {Kind::agreement, "", "", "1", "", +1, true, true},
    {Kind::satisfaction, "satisfaction", "Satisfaction", "points",
     "0 to 10, of everybody who finished, whether asked or not", +1, false, true},
    {Kind::csat, "csat", "CSAT as answered", "1", "share of the answers that are satisfied", +1,
     true, true},
    {Kind::csat_corrected, "csat_corrected", "CSAT, corrected for silence", "1",
     "each answer weighted by 1 / its chance, which a provider would have to estimate", +1, true,
     true},
    {Kind::nps, "nps", "NPS as answered", "points",
     "promoters less detractors among the answers, −100 to +100", +1, false, true},
    {Kind::nps_corrected, "nps_corrected", "NPS, corrected for silence", "points",
     "each answer weighted by 1 / its chance, which a provider would have to estimate", +1, false,
     true},
    {Kind::ces, "ces", "Customer effort score", "points",
     "mean answer to \"they made it easy\", 1 to 7", +1, false, true},
    {Kind::response_rate, "response_rate", "Surveys answered", "1",
     "share of the surveys that are answered", 0, true, true},
    {Kind::renewal, "renewal", "Renewed by those who decide", "1",
     "chance that customer and sponsor go on after this period, by what reaches them", +1, true,
     false},
    {Kind::indicator, "", "", "1", "", +1, false, false},
    {Kind::served, "served", "Served", "1", "share of finished journeys that ended served", +1,
     true, true},
    {Kind::gave_up, "gave_up", "Gave up", "1", "share of finished journeys that ended lost", -1,
     true, true},
    {Kind::left_silently, "left_silently", "Left without a word", "1",
     "share of finished journeys that lost patience and left without the provider noticing", -1,
     true, true},
    {Kind::competitor, "competitor", "Went to a competitor", "1",
     "share of finished journeys that ended at a competitor", -1, true, true},
    {Kind::off_boarded, "off_boarded", "Off-boarded", "1",
     "share of finished journeys that ended off-boarded", 0, true, true},
    {Kind::told, "told", "Came by word of mouth", "1",
     "share of journeys that began because somebody told of theirs", 0, true, true},
    {Kind::rating, "rating", "Stars read", "1",
     "mean of the ratings that newcomers read before they came or stayed away, 1 to 5", +1, false,
     true},
    {Kind::stayed_away, "stayed_away", "Stayed away", "1",
     "share of those who wanted to come, read ratings and stayed at home", -1, true, true},
    {Kind::time_in_system, "time_in_system", "Time from start to end", "min",
     "wall-clock time of finished journeys", -1, false, true},
    {Kind::waiting_front, "waiting_front", "Waiting in line", "min",
     "wall-clock time of finished journeys spent waiting to be served", -1, false, true},
    {Kind::waiting_back, "waiting_back", "Waiting for work behind the scenes", "min",
     "wall-clock time of finished journeys spent waiting for work that goes on elsewhere", -1,
     false, true},
    {Kind::occupied, "occupied", "Being served or busy", "min",
     "wall-clock time of finished journeys that is no waiting", 0, false, true},
    {Kind::value, "value", "Value recognised", "money",
     "money per finished journey that was won back or gained, and booked", +1, false, true},
    {Kind::value_realised, "value_realised", "Value realised", "money",
     "money per finished journey that was won back or gained, booked or not", +1, false, true},
    {Kind::paid, "paid", "Prices paid", "money", "money per finished journey that people paid", 0,
     false, true},
    {Kind::risk, "risk", "Lost to risk", "money",
     "money per finished journey that events took from people", -1, false, true},
    {Kind::risk_taken, "risk_taken", "Risk taken over", "money",
     "money per finished journey that events took from the provider instead", -1, false, false},
    {Kind::net_benefit, "net_benefit", "Net benefit", "money",
     "value recognised less prices paid, per finished journey", +1, false, true},
    {Kind::cost, "cost", "Cost of resources", "money",
     "open hours x capacity x rate per journey; busy hours where capacity is unlimited", -1, false,
     false},
    {Kind::one_off, "one_off", "One-off cost", "money",
     "spread over its declared period and the people who come within it, per journey", -1, false,
     false},
    {Kind::relationship, "relationship", "Cost of the relationship", "money",
     "of keeping it, spread over the people who are expected to come, per journey", -1, false,
     false},
    {Kind::net_value, "net_value", "Net value", "money",
     "value recognised less cost of resources, of the relationship and one-off, per journey", +1, false,
     false},
    {Kind::trust, "trust", "Trust at the end", "1", "0 to 1, of finished journeys", +1, false,
     true},
    {Kind::effort, "effort", "Effort felt", "affect", "sum over a journey, affect points", -1,
     false, true},
    {Kind::visits, "visits", "Touchpoints visited", "1",
     "visits per journey, those of unfinished ones so far", 0, false, true},
    {Kind::watermelon, "", "", "1", "", -1, true, true},
    {Kind::censored, "censored", "Unfinished", "1",
     "share of journeys still under way at the end of the simulation", -1, true, true},
}};

namespace {

template <class Test> bool any_arm(const std::vector<ArmSpec>& arms, const Test& test) {
  return std::any_of(arms.begin(), arms.end(),
                     [&](const ArmSpec& arm) { return test(arm.scenario); });
}

Measure plain_measure(const MeasureDefinition& row, const std::string& currency) {
  const std::string unit = row.unit == "money" ? currency : std::string(row.unit);
  return {row.kind,
          -1,
          {std::string(row.id), std::string(row.label), unit, std::string(row.about), row.better,
           row.share, row.per_person},
          -1};
}

/// Journeys that kept an SLA and missed an XLA all the same.
void add_watermelons(std::vector<Measure>& measures, const MeasureDefinition& row,
                     const Scenario& scenario) {
  const auto& all = scenario.agreements;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; !all[i].experience && j < all.size(); ++j) {
      if (all[j].experience) {
        Measure measure = plain_measure(row, scenario.currency);
        measure.agreement = static_cast<int>(i);
        measure.experience = static_cast<int>(j);
        measure.info.id = "watermelon_" + all[i].id + "_" + all[j].id;
        measure.info.label = name_of(all[i]) + ", but not " + name_of(all[j]);
        measure.info.about = "watermelon: of the journeys that kept " + all[i].id +
                             ", the share that missed " + all[j].id;
        measures.push_back(measure);
      }
    }
  }
}

Measure agreement_measure(const MeasureDefinition& row, const Scenario& scenario,
                          std::size_t index) {
  const AgreementSpec& agreement = scenario.agreements[index];
  Measure measure = plain_measure(row, scenario.currency);
  measure.agreement = static_cast<int>(index);
  measure.info.id = agreement.id;
  measure.info.label = name_of(agreement);
  measure.info.about = "share of journeys with " + agreement_text(scenario, agreement);
  return measure;
}

Measure indicator_measure(const MeasureDefinition& row, const Scenario& scenario,
                          std::size_t index) {
  const IndicatorSpec& indicator = scenario.indicators[index];
  Measure measure = plain_measure(row, scenario.currency);
  measure.agreement = static_cast<int>(index);
  measure.info.id = indicator.id;
  measure.info.label = indicator.name.empty() ? label_of(indicator.id) : indicator.name;
  measure.info.unit = indicator.unit.empty() ? "a week" : indicator.unit + " a week";
  measure.info.about = "what the people who are counted bring in a week";
  return measure;
}

/// What a number of money leaves out where there is something at risk.
void tell_of_risk(Measure& measure, const std::vector<ArmSpec>& arms) {
  const bool by_people = any_arm(arms, [](const Scenario& arm) { return risks(arm, false); });
  const bool by_provider = any_arm(arms, [](const Scenario& arm) { return risks(arm, true); });
  if (measure.kind == Kind::net_benefit && by_people) {
    measure.info.about = "value recognised less prices paid and lost to risk, per finished journey";
  }
  if (measure.kind == Kind::net_value && (by_people || by_provider)) {
    measure.info.about = "value recognised less risk, whoever bears it, cost of staff, of the "
                         "relationship and one-off, per journey";
  }
}

/// Who gives up is gone sooner: where some do, a design that keeps them makes journeys longer.
void judge_time(Measure& measure, const std::vector<ArmSpec>& arms) {
  const auto leaves = [](const ExitSpec& exit) { return exit.outcome != Outcome::served; };
  if (measure.kind == Kind::time_in_system && any_arm(arms, [&](const Scenario& arm) {
        return std::any_of(arm.exits.begin(), arm.exits.end(), leaves);
      })) {
    measure.info.better = 0;
  }
}

} // namespace

std::string name_of(const AgreementSpec& agreement) {
  return agreement.name.empty() ? label_of(agreement.id) : agreement.name;
}

std::vector<Measure> measures_of(const std::vector<ArmSpec>& arms) {
  const Scenario& baseline = arms.front().scenario;
  std::vector<Measure> measures;
  for (const MeasureDefinition& row : measure_definitions) {
    if (row.kind == Kind::agreement) {
      for (std::size_t i = 0; i < baseline.agreements.size(); ++i) {
        measures.push_back(agreement_measure(row, baseline, i));
      }
    } else if (row.kind == Kind::indicator) {
      for (std::size_t i = 0; i < baseline.indicators.size(); ++i) {
        measures.push_back(indicator_measure(row, baseline, i));
      }
    } else if (row.kind == Kind::watermelon) {
      add_watermelons(measures, row, baseline);
    } else if (any_arm(arms, [&](const Scenario& arm) { return matters(row.kind, arm); })) {
      measures.push_back(plain_measure(row, baseline.currency));
      tell_of_risk(measures.back(), arms);
      judge_time(measures.back(), arms);
    }
  }
  return measures;
}

bool is_counted_share(const Measure& measure) {
  return measure.info.share && measure.kind != Kind::csat_corrected &&
         measure.kind != Kind::renewal;
}

std::optional<std::size_t> find_measure(const std::vector<Measure>& measures, std::string_view id) {
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (measures[i].info.id == id) {
      return i;
    }
  }
  return std::nullopt;
}

} // namespace sojourn
