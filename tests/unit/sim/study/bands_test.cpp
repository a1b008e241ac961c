// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "sim/study/bands.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace sojourn;

namespace {

Scenario with_personas(const std::string& personas) {
  const Loaded loaded = load_scenario_text(
      "sojourn: 1\n" + personas +
          "touchpoints:\n  ask: { takes: 5 min, feels: { mean: 0 }, then: [ { to: done } ] }\n"
          "exits: { done: { outcome: served } }\n"
          "experiment: { horizon: 1 week }\n",
      "bands.yaml");
  for (const Problem& problem : loaded.problems)
    UNSCOPED_INFO(render(problem, false));
  REQUIRE(loaded.ok());
  return loaded.arms[0].scenario;
}

const PublishedBand* find_band(const PublishedBands& bands, const std::string& name) {
  const auto found = std::find_if(bands.bands.begin(), bands.bands.end(),
                                  [&](const PublishedBand& each) { return each.name == name; });
  return found == bands.bands.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("Only numbers of mechanisms that act have bands, strengths have none") {
  CHECK(published_bands(with_personas("")).bands.empty());
  const PublishedBands off = published_bands(
      with_personas("personas: { ann: { biases: { loss_aversion: { strength: 0 } } } }\n"));
  CHECK(off.bands.empty());
  const PublishedBands on = published_bands(
      with_personas("personas: { ann: { biases: { loss_aversion: {}, trust: off } } }\n"));
  REQUIRE(on.bands.size() == 1);
  const PublishedBand& band = on.bands.front();
  CHECK(band.name == "loss_aversion.ratio");
  CHECK(band.paths == std::vector<std::string>{"personas.ann.biases.loss_aversion.ratio"});
  CHECK(band.base == 1.955);
  CHECK(band.low == 1.31);
  CHECK(band.high == 2.25);
  CHECK(band.default_value == 1.955);
  CHECK_FALSE(band.varies);
  CHECK(band.provenance == Provenance::published);
}

TEST_CASE("Personas with equal numbers share a band, others have one of their own") {
  const PublishedBands bands = published_bands(
      with_personas("personas:\n"
                    "  everyone: { biases: { loss_aversion: {} } }\n"
                    "  ann: { share: 20% }\n"
                    "  ben: { share: 30%, biases: { loss_aversion: { ratio: 1.6 } } }\n"
                    "  cem: { share: 25% }\n"
                    "  dan: { share: 25%, biases: { loss_aversion: off } }\n"));
  REQUIRE(bands.bands.size() == 2);
  CHECK(bands.bands[0].name == "loss_aversion.ratio of ann and cem");
  CHECK(bands.bands[0].paths ==
        std::vector<std::string>{"personas.ann.biases.loss_aversion.ratio",
                                 "personas.cem.biases.loss_aversion.ratio"});
  CHECK(bands.bands[1].name == "loss_aversion.ratio of ben");
  CHECK(bands.bands[1].base == 1.6);
}

TEST_CASE("What everyone has where nobody is named is set for everyone") {
  const PublishedBands bands =
      published_bands(with_personas("personas: { everyone: { biases: { availability: {} } } }\n"));
  const PublishedBand* band = find_band(bands, "availability.half_life");
  REQUIRE(band != nullptr);
  CHECK(band->paths == std::vector<std::string>{"personas.everyone.biases.availability.half_life"});
  CHECK(band->unit == "days");
  CHECK(band->base == 30);
}

TEST_CASE("A number that varies from person to person is scaled, if it can be") {
  const PublishedBands bands = published_bands(
      with_personas("personas: { ann: { biases: { loss_aversion: { ratio: { uniform: [1, 3] } },\n"
                    "  patience: { outside: { uniform: [-1, 1] } } } } }\n"));
  REQUIRE(bands.bands.size() == 2); // the other is patience.overdue, the same for everybody
  CHECK(bands.bands[0].varies);
  CHECK(bands.bands[0].base == 2);
  CHECK_FALSE(bands.bands[1].varies);
  CHECK(bands.without ==
        std::vector<std::string>{
            "patience.outside: it varies from person to person around 0, and cannot be scaled "
            "into a band"});
}

TEST_CASE("The choice sensitivity counts where somebody chooses") {
  const Loaded incident =
      load_scenario(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml");
  REQUIRE(incident.ok());
  const PublishedBands bands = published_bands(incident.arms[0].scenario);
  const PublishedBand* band = find_band(bands, "choice_sensitivity");
  REQUIRE(band != nullptr);
  CHECK(band->base == Scenario{}.choice_sensitivity);
  CHECK(band->default_value == Scenario{}.choice_sensitivity);
  CHECK(band->low == 0.3);
  CHECK(band->high == 1.2);
  REQUIRE(bands.without.size() == 1); // summed affect is another scale, chosen by preset
  CHECK(bands.without.front() == "peak_end.integral: the table declares no band");
  CHECK(bands.bands.size() > 15);
  for (const PublishedBand& each : bands.bands) {
    CHECK(each.low < each.high);
    CHECK_FALSE(each.source.empty());
  }
}

TEST_CASE("Numbers of a relationship that matter have the bands of their rows") {
  const PublishedBands bands =
      published_bands(with_personas("relationship: basic\npersonas: { ann: { share: 50% }, ben: { "
                                    "share: 50%, relationship: { expectation_error: 2 } } }\n"));
  REQUIRE(bands.bands.size() == 2); // nothing is hidden, gained or waited for
  CHECK(bands.bands[0].name == "relationship.expectation_error");
  CHECK(bands.bands[0].paths == std::vector<std::string>{"relationship.expectation_error"});
  CHECK(bands.bands[0].base == 1.5);
  CHECK(bands.bands[0].low == .25);
  CHECK(bands.bands[0].high == 2);
  CHECK(bands.bands[1].name == "relationship.expectation_error of ben");
  CHECK(bands.bands[1].paths ==
        std::vector<std::string>{"personas.ben.relationship.expectation_error"});
  CHECK(bands.bands[1].base == 2);
}
