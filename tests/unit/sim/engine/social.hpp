// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/engine/kept_rows.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

// Rows of simulated journeys and means over them, for tests of what people are to each other.
namespace sojourn::social {

inline std::vector<JourneyRow> rows_of(const std::string& text, std::uint32_t replication = 0) {
  const Loaded loaded = load_scenario_text(text, "s.yaml");
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  const Plan plan = compile(scenario, scenario);
  KeptRows kept;
  (void)simulate(plan, replication, &kept);
  return std::move(kept.rows);
}

/// The scenario without `journeys: 4000, `, so that arrivals say who comes.
inline std::string without_cohort(std::string text) {
  const std::string cohort = "journeys: 4000, ";
  return text.erase(text.find(cohort), cohort.size());
}

template <class Test> double count_if(const std::vector<JourneyRow>& rows, const Test& test) {
  double n = 0;
  for (const JourneyRow& row : rows) {
    n += test(row) ? 1 : 0;
  }
  return n;
}

template <class Test, class Number>
double mean_if(const std::vector<JourneyRow>& rows, const Test& test, const Number& number) {
  double sum = 0;
  for (const JourneyRow& row : rows) {
    sum += test(row) ? static_cast<double>(number(row)) : 0;
  }
  return sum / count_if(rows, test);
}

template <class Number> double mean(const std::vector<JourneyRow>& rows, const Number& number) {
  return mean_if(
      rows, [](const JourneyRow&) { return true; }, number);
}

} // namespace sojourn::social
