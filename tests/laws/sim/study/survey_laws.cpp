// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <bit>

// The reported layer only listens: whatever is asked of whomever, no journey changes.
namespace {

using namespace sojourn;

const std::string a_survey = R"(survey:
  at: solve
  asks: [csat, nps, ces]
  asked: 80%
  response: { extremity: 0.4, tilt: 0.3 }
  noise: 1.2
)";

class KeepRows final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

std::vector<JourneyRow> rows_without_survey(const Scenario& scenario, std::uint32_t replication) {
  const Plan plan = compile(scenario, scenario, {2'000});
  KeepRows kept;
  (void)simulate(plan, replication, &kept);
  for (JourneyRow& row : kept.rows) {
    row.satisfaction = 0;
    row.survey = {};
  }
  return std::move(kept.rows);
}

SurveySpec everything_asked() {
  SurveySpec survey;
  survey.present = true;
  survey.asks_effort = true;
  survey.asked = 0.7;
  survey.everybody_answers = false;
  survey.base = -0.5;
  survey.extremity = 0.4;
  survey.tilt = 0.2;
  survey.memory_weight = 0.8;
  survey.disconfirmation_weight = 0.3;
  survey.trust_weight = 1;
  survey.tolerance = 0.5;
  survey.asymmetry = 2;
  survey.noise = 1;
  return survey;
}

Scenario incident() {
  const Loaded loaded = load_scenario(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml");
  REQUIRE(loaded.ok());
  return loaded.arms.front().scenario;
}

} // namespace

TEST_CASE("A survey changes no other number of a run, bit for bit") {
  const std::string plain = asked::small_with("compare");
  const auto without = asked::ask(plain);
  const auto with = asked::ask(plain + a_survey);
  std::size_t surveyed = 0;
  for (std::size_t m = 0; m < with->runnable.measures.size(); ++m) {
    const auto same = find_measure(without->runnable.measures, with->runnable.measures[m].info.id);
    surveyed += same ? 0U : 1U;
    for (std::size_t arm = 0; same && arm < 3; ++arm) {
      for (std::size_t group = 0; group < 3; ++group) {
        const auto a = with->record.values(arm, m, group);
        const auto b = without->record.values(arm, *same, group);
        REQUIRE(a.size() == b.size());
        for (std::size_t r = 0; r < a.size(); ++r) {
          CHECK(std::bit_cast<std::uint64_t>(a[r]) == std::bit_cast<std::uint64_t>(b[r]));
        }
      }
    }
  }
  CHECK(surveyed == 7);
  CHECK(with->result.map.affect_quantile == without->result.map.affect_quantile);
  CHECK(with->result.map.flow == without->result.map.flow);
}

TEST_CASE("Nor any row of the incident journey, where people queue") {
  Scenario scenario = incident();
  const std::vector<JourneyRow> plain = rows_without_survey(scenario, 3);
  scenario.survey = everything_asked();
  scenario.survey.at = -1;
  CHECK(rows_without_survey(scenario, 3) == plain);
  scenario.survey.at = 2;
  CHECK(rows_without_survey(scenario, 3) == plain);
  CHECK(plain.size() > 1'000);
}

TEST_CASE("Both engines hear the same answers") {
  Scenario scenario = incident();
  for (ResourceSpec& resource : scenario.resources) {
    resource.unlimited = true;
  }
  for (PersonaSpec& persona : scenario.personas) {
    persona.answering_style = Distribution::lognormal_median_p90(0.3, 0.9);
  }
  scenario.survey = everything_asked();
  const Plan plan = compile(scenario, scenario);
  REQUIRE_FALSE(plan.contended);
  KeepRows flow, service;
  (void)simulate_flow(plan, 1, 0, &flow);
  (void)simulate_service(plan, 1, &service);
  REQUIRE(flow.rows.size() == service.rows.size());
  std::size_t answered = 0;
  for (std::size_t i = 0; i < flow.rows.size(); ++i) {
    CHECK(flow.rows[i] == service.rows[i]);
    answered += flow.rows[i].survey.answered ? 1U : 0U;
  }
  CHECK(answered > 100);
}

TEST_CASE("With weights of 1 nothing is corrected, and silence is what correction undoes") {
  const std::string plain = asked::small_with("compare", 10, 2'000);
  const auto shy = asked::ask(plain + "survey: { at: end, satisfied_from: 6, noise: 1, "
                                      "response: { base: -1, tilt: 1 } }\n");
  const auto all = asked::ask(plain + "survey: { at: end, satisfied_from: 6, noise: 1 }\n");
  const auto mean = [](const asked::Asked& run, std::string_view id) {
    const auto column = run.record.values(0, find_measure(run.runnable.measures, id).value(), 0);
    double sum = 0;
    for (const double each : column) {
      sum += each / static_cast<double>(column.size());
    }
    return sum;
  };
  CHECK_FALSE(find_measure(all->runnable.measures, "csat_corrected"));
  CHECK(std::abs(mean(*all, "response_rate") - 1) < 1e-12);
  CHECK(mean(*shy, "csat") > mean(*all, "csat") + 0.05); // the content answer
  CHECK(std::abs(mean(*shy, "csat_corrected") - mean(*all, "csat")) < 0.03);
  CHECK(std::abs(mean(*shy, "nps_corrected") - mean(*all, "nps")) < 3);
  CHECK(mean(*shy, "nps") > mean(*all, "nps") + 6);
  CHECK(mean(*shy, "satisfaction") == mean(*all, "satisfaction"));
}
