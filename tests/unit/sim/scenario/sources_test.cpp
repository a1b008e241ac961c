// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/evidence.hpp"
#include "sim/scenario/load.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// Where a number comes from, by the comments of its scenario.
namespace {

using namespace sojourn;

constexpr const char* commented = R"(# A desk.
#   (desk 2020)  300 people,
#                in one town
sojourn: 1
personas: { ann: { patience: 30 min } }   # how long they wait (Miller 2019)
arrivals: { rate: 4 per hour }            # (guess) by the look of it
touchpoints:
  ask:
    takes: 5 min            # as it was
                            # counted (desk 2020)
    feels: { mean: -1 }     # no mark (so it seems), # in "quotes"
    then: [ { to: done } ]
  # (assumption) in a line of its own says nothing of what stands below
exits: { done: { outcome: served } }
experiment:                 # (assumption)
  replications: 20          # (fitted)
  horizon: 8 weeks
)";

ParameterUse use_of(const std::string& text, const std::string& path,
                    const LoadOptions& options = {}) {
  const Loaded loaded = load_scenario_text(text, "s.yaml", options);
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  const auto found = std::find_if(loaded.parameters.begin(), loaded.parameters.end(),
                                  [&](const ParameterUse& use) { return use.path == path; });
  INFO(path);
  REQUIRE(found != loaded.parameters.end());
  return *found;
}

} // namespace

TEST_CASE("a comment with a mark says where the numbers of its line come from") {
  const ParameterUse published = use_of(commented, "personas.ann.patience");
  CHECK(published.provenance == "published");
  CHECK(published.source == "this scenario: how long they wait (Miller 2019)");
  const ParameterUse guessed = use_of(commented, "arrivals.rate");
  CHECK(guessed.provenance == "assumption");
  CHECK(guessed.source == "this scenario: (guess) by the look of it");
  const ParameterUse own = use_of(commented, "touchpoints.ask.feels.mean");
  CHECK(own.provenance == "written");
  CHECK(own.source == "this scenario, no source named");
}

TEST_CASE("a comment goes on below itself, and its source is looked up at the head of the file") {
  const ParameterUse listed = use_of(commented, "touchpoints.ask.takes");
  CHECK(listed.provenance == "published");
  CHECK(listed.source == "this scenario: as it was counted (desk 2020) (desk 2020: 300 people, in "
                         "one town)");
}

TEST_CASE("what opens a block counts where a line has no mark of its own") {
  const Comments comments(commented);
  const Place block{15, 1, 1, 0}, fitted{16, 3, 1, 0}, horizon{17, 3, 1, 0};
  CHECK(comments.of(fitted, {block}).provenance == "calibrated");
  CHECK(comments.of(horizon, {block}).provenance == "assumption");
  CHECK(comments.of(horizon, {}).provenance == "written");
}

TEST_CASE("the head of a file may call all else an assumption") {
  const std::string text = std::string("# Sources: none. All\n# else: (assumption).\n") + commented;
  CHECK(use_of(text, "touchpoints.ask.feels.mean").provenance == "assumption");
  CHECK(use_of(text, "personas.ann.patience").provenance == "published");
}

TEST_CASE("what the command sets is not what the file's comment is about") {
  LoadOptions options;
  options.set = {"personas.ann.patience=20 min"};
  const ParameterUse set = use_of(commented, "personas.ann.patience", options);
  CHECK(set.provenance == "written");
  CHECK(set.source == "the command");
}

TEST_CASE("what nobody wrote is told apart from what the scenario assumes") {
  const Loaded loaded = load_scenario_text(commented, "s.yaml");
  REQUIRE(loaded.ok());
  CHECK(std::any_of(loaded.parameters.begin(), loaded.parameters.end(),
                    [](const ParameterUse& use) { return use.provenance == "default"; }));
}
