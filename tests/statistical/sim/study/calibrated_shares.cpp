// SPDX-License-Identifier: Apache-2.0
// `base: calibrated`: the baseline's people choose as written although psychology tilts them; raw
// shares are seen to miss. Fixed seeds; a share may be off by 4.5 standard errors of the run and of
// the pilot together.
#include "sim/engine/engine.hpp"
#include "sim/engine/fitted_shares.hpp"
#include "sim/study/calibrate.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;

namespace {

Loaded small(const std::string& base, const std::string& more = "") {
  std::string text = asked::small_journey;
  text.insert(text.find("personas:"), "base: " + base + "\n");
  Loaded loaded = load_scenario_text(
      text + "experiment: { replications: 10, journeys: 20000, seed: 5 }\n" + more, "test.yaml");
  REQUIRE(loaded.ok());
  calibrate_shares(loaded);
  return loaded;
}

/// Of the choices at the first touchpoint, the share that leaves.
struct Leaving {
  double share = 0, n = 0;
  [[nodiscard]] double error() const { return std::sqrt(share * (1 - share) / n); }
};

Leaving leaving(const Loaded& loaded, std::size_t arm, int persona) {
  const Plan plan = compile(loaded.arms[arm].scenario, loaded.arms[0].scenario);
  Tally tally(plan.shape());
  for (std::uint32_t replication = 0; replication < 4; ++replication) {
    tally += simulate(plan, replication);
  }
  const auto stays = static_cast<double>(tally.move(persona, 0, 1));
  const auto leaves = static_cast<double>(tally.move(persona, 0, 3));
  return {leaves / (stays + leaves), stays + leaves};
}

constexpr double pilot_choices = 8 * 2000; // at the least, of each persona

bool as_written(const Leaving& found) {
  const double error =
      std::sqrt(found.share * (1 - found.share) * (1 / found.n + 1 / pilot_choices));
  return std::abs(found.share - .3) < 4.5 * error;
}

} // namespace

TEST_CASE("calibrated: the baseline's people choose as written", "[statistical]") {
  const Loaded loaded = small("calibrated");
  CHECK(as_written(leaving(loaded, 0, 0)));
  CHECK(as_written(leaving(loaded, 0, 1)));
  CHECK_FALSE(loaded.arms[0].scenario.fitted.empty());
  CHECK(loaded.parameters.back().provenance == "calibrated");
}

TEST_CASE("raw: psychology comes on top of what is written", "[statistical]") {
  const Loaded loaded = small("raw");
  CHECK_FALSE(as_written(leaving(loaded, 0, 0)));
  CHECK_FALSE(as_written(leaving(loaded, 0, 1)));
  CHECK(loaded.arms[0].scenario.fitted.empty());
}

TEST_CASE("centred: closer than raw, not as close as calibrated", "[statistical]") {
  const double raw = std::abs(leaving(small("raw"), 0, 0).share - .3);
  const double centred = std::abs(leaving(small("centred"), 0, 0).share - .3);
  const double calibrated = std::abs(leaving(small("calibrated"), 0, 0).share - .3);
  CHECK(centred < raw / 2);
  CHECK(calibrated < centred);
}

TEST_CASE("calibrated shares are the baseline's: a variant moves away from them") {
  const Loaded loaded = small("calibrated");
  const Leaving warmer = leaving(loaded, 1, 0);
  CHECK(warmer.share < .3 - 4.5 * warmer.error());
}

TEST_CASE("ways taken when patience ends or a line is not joined are no options of a choice") {
  TouchpointSpec spec;
  spec.rows.resize(4);
  spec.rows[0].share = .25;
  spec.rows[2].out_of_patience = true;
  spec.rows[3].turned_away = true;
  CHECK(shares_of(spec, 0) == std::vector<double>{.25, .75, 0, 0});
}

TEST_CASE("without psychology nothing is re-fitted, bit for bit") {
  std::string text = asked::small_journey;
  for (std::size_t at = text.find("biases:"); at != std::string::npos; at = text.find("biases:")) {
    text.erase(at, text.find('\n', at) - at);
  }
  text.insert(text.find("personas:"), "base: calibrated\n");
  const Loaded loaded = load_scenario_text(text, "test.yaml");
  REQUIRE(loaded.ok());
  CHECK(fitted_shares(loaded.arms[0].scenario).empty());
}
