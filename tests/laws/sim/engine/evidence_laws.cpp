// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/place_memory.hpp"
#include "sim/engine/ticks.hpp"
#include "sim/engine/trace.hpp"
#include "tests/unit/sim/engine/options.hpp"

#include <catch2/catch.hpp>

// Evidence presents a memory again: one t_j more in its base level, alike on both engines.
namespace {

using namespace sojourn;
using Catch::Matchers::WithinAbs;

class Gone final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

std::vector<JourneyRow> gone(const Scenario& scenario, std::int64_t people = 1'000) {
  Gone rows;
  (void)simulate_flow(build::plan_of(scenario, people), 3, 0, &rows);
  return rows.rows;
}

/// Events of +1, +2 and -3 that end 16, 4 and 4 minutes before a choice at the hub; between them
/// and the hub a photo, 1 minute before.
Scenario photo_of_the_first(double strength) {
  Scenario scenario;
  scenario.calendars = {build::always_open()};
  scenario.personas = {build::somebody()};
  scenario.exits = {build::way_out("done", Outcome::served)};
  const std::array<double, 5> minutes = {1, 12, 0, 3, 1}, feels = {1, 2, -3, 0, 0};
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    TouchpointSpec each =
        build::touchpoint("at_" + std::to_string(i), Distribution::constant(minutes[i]));
    if (feels[i] != 0) {
      each.feels.mean = feels[i];
    }
    each.rows = {build::to(static_cast<int>(i) + 1, 1)};
    scenario.touchpoints.push_back(each);
  }
  scenario.touchpoints[3].recalls = {{0, strength}};
  scenario.touchpoints[4].person_decides = true;
  scenario.touchpoints[4].rows = {build::to(1, .5), build::leave(0, .5)};
  build::act(scenario, Mechanism::availability);
  build::set_all(scenario, Parameter::availability_power, Distribution::constant(.5));
  build::set_all(scenario, Parameter::availability_salience, Distribution::constant(0));
  build::set_all(scenario, Parameter::availability_match, Distribution::constant(0));
  return scenario;
}

double tilt_at_hub(const Scenario& scenario) {
  const OptionTrace option =
      trace_journey(build::plan_of(scenario, 1), 0, 0).visits.at(4).options.at(0);
  return static_cast<double>(option.tilts.at(0).log_odds);
}

/// Choices and loops of two kinds of people, the one with summaries, the other with episodes; the
/// offer shows what came of the task, the task what was offered.
Scenario with_evidence(double strength) {
  Scenario scenario = build::choosy();
  const auto power = static_cast<std::size_t>(Parameter::availability_power);
  scenario.personas[1].parameters[power] = Distribution::constant(.5);
  scenario.touchpoints[2].feels.spread = 2;
  scenario.touchpoints[2].recalls = {{1, strength}};
  scenario.touchpoints[1].recalls = {{2, strength}, {0, strength / 2}};
  return scenario;
}

} // namespace

TEST_CASE("evidence adds one presentation to the base level, by hand") {
  // d / s = 1, one presentation each: 1/16, 1/4, 1/4. With a photo one minute ago the first is
  // (16^-.5 + w)^2.
  const auto expected = [](double first) {
    return .65 * (first + .25 * 2 - .25 * 3) / (first + .5);
  };
  CHECK_THAT(tilt_at_hub(photo_of_the_first(0)), WithinAbs(expected(1.0 / 16), 1e-5));
  CHECK_THAT(tilt_at_hub(photo_of_the_first(1)), WithinAbs(expected(1.5625), 1e-5));
  CHECK_THAT(tilt_at_hub(photo_of_the_first(.5)), WithinAbs(expected(.5625), 1e-5));
  Scenario album = photo_of_the_first(1);
  album.touchpoints[3].recalls.push_back({0, 1});
  CHECK_THAT(tilt_at_hub(album), WithinAbs(expected(2.25 * 2.25), 1e-5));
}

TEST_CASE("evidence recalls the latest event of a place, as far as it can still be recalled") {
  Scenario scenario = photo_of_the_first(1);
  scenario.touchpoints[3].recalls = {{2, 1}}; // -3, four minutes ago: (1/2 + 1)^2
  CHECK_THAT(tilt_at_hub(scenario),
             WithinAbs(.65 * (1.0 / 16 + .25 * 2 - 2.25 * 3) / (1.0 / 16 + .25 + 2.25), 1e-5));
  scenario.touchpoints[3].recalls = {{4, 1}}; // not yet been there
  CHECK(tilt_at_hub(scenario) == tilt_at_hub(photo_of_the_first(0)));
}

TEST_CASE("evidence of no strength, and where no memory is available, changes no bit") {
  const auto with = gone(with_evidence(1)), none = gone(with_evidence(0));
  Scenario absent = with_evidence(0), deaf = with_evidence(1), deaf_absent = with_evidence(0);
  for (TouchpointSpec& each : absent.touchpoints) {
    each.recalls.clear();
  }
  CHECK(none == gone(absent));
  CHECK(with != none);
  build::set_all(deaf, Parameter::availability_strength, Distribution::constant(0));
  build::set_all(deaf_absent, Parameter::availability_strength, Distribution::constant(0));
  CHECK(gone(deaf) == gone(deaf_absent));
}

TEST_CASE("evidence is the same on both engines and every kernel") {
  Scenario walked = with_evidence(.7);
  walked.touchpoints[1].price = 20; // the world is walked one by one
  Scenario summaries = with_evidence(1);
  summaries.personas[1].parameters = summaries.personas[0].parameters;
  build::act(summaries, Mechanism::fading);
  const std::string chosen(kernel_name());
  for (const Scenario& each : {with_evidence(1), walked, summaries}) {
    const Plan plan = build::plan_of(each, 500);
    std::vector<JourneyRow> alone;
    for (std::uint32_t agent = 0; agent < 500; ++agent) {
      alone.push_back(trace_journey(plan, 3, agent).row);
    }
    for (const char* name : {"baseline", "v3", "v4"}) {
      if (select_kernel(name)) {
        INFO(name);
        CHECK(gone(each, 500) == alone);
      }
    }
  }
  REQUIRE(select_kernel(chosen));
}

TEST_CASE(
    "the more a photo of a good moment is seen, the more people go on, and of a bad one fewer") {
  const auto going_on = [](std::size_t of, double strength) {
    Scenario scenario = photo_of_the_first(strength);
    scenario.touchpoints[3].recalls[0].touchpoint = static_cast<int>(of);
    std::int64_t visits = 0;
    for (const JourneyRow& row : gone(scenario, 4'000)) {
      visits += row.n_visits;
    }
    return visits;
  };
  CHECK(going_on(1, 0) < going_on(1, .2));
  CHECK(going_on(1, .2) < going_on(1, 1));
  CHECK(going_on(2, 0) > going_on(2, .2));
  CHECK(going_on(2, .2) > going_on(2, 1));
}

TEST_CASE("in a summary, evidence counts the latest event of the place once more, by hand") {
  Scenario scenario = photo_of_the_first(1); // a choice leads to at_1; at_3 shows it
  build::set_all(scenario, Parameter::availability_power, Distribution::constant(0));
  scenario.touchpoints[3].recalls = {{1, 1}};
  const Plan plan = build::plan_of(scenario, 1);
  PlaceMemory memory(plan, 1);
  memory.forget(0, 0);
  Fields<float> fields{};
  Traits<float> traits{};
  for (std::size_t p = 0; p < n_parameters; ++p) {
    traits[p] = plan.personas[0].traits[p];
  }
  PersonView<float> person(fields.data(), traits.data());
  const auto visit = [&](NodeIndex node, float affect, double days) {
    const double now = days * static_cast<double>(ticks_per_day);
    person.set(Field::event_quality, affect == 0 ? 0.0F : 1.0F);
    person.set(Field::affect, affect);
    memory.bring(person, 0, node, now);
    remember_available(person);
    memory.keep(person, 0, node, now);
  };
  const auto comes_to_mind = [&](double days) {
    float tilts[2];
    memory.lean(person, 0, plan.record(0, 4), days * static_cast<double>(ticks_per_day), tilts);
    return static_cast<double>(tilts[0]) / .65;
  };
  const auto half_life = static_cast<double>(
      person.trait(Parameter::availability_half_life)); // days; at_1 of +2, and -2 that much later
  visit(3, 0, 0);
  CHECK(comes_to_mind(0) == 0); // nothing was lived
  visit(1, 2, 0);
  visit(1, -2, half_life);
  CHECK_THAT(comes_to_mind(half_life), WithinAbs((.5 * 2 - 2) / 1.5, 1e-5));
  visit(3, 0, half_life);
  CHECK_THAT(comes_to_mind(half_life), WithinAbs((.5 * 2 - 2 * 2) / 2.5, 1e-5));
  visit(3, 0, 2 * half_life); // half of all that is left, and once more in full
  CHECK_THAT(comes_to_mind(2 * half_life), WithinAbs((.25 * 2 - 2 * 2) / 2.25, 1e-5));
}

TEST_CASE(
    "an episode that has given way to later ones is not recalled, nor does old evidence help") {
  Scenario scenario = photo_of_the_first(1);
  std::vector<TouchpointSpec> all = {scenario.touchpoints[0]};
  for (int i = 1; i <= 32; ++i) { // 32 events of 0.5 push the first one out
    TouchpointSpec event =
        build::touchpoint("later_" + std::to_string(i), Distribution::constant(1));
    event.feels.mean = .5;
    event.rows = {build::to(i + 1, 1)};
    all.push_back(event);
  }
  TouchpointSpec photo = scenario.touchpoints[3], hub = scenario.touchpoints[4];
  photo.rows = {build::to(34, 1)};
  all.push_back(photo);
  all.push_back(hub);
  scenario.touchpoints = all;
  const OptionTrace option =
      trace_journey(build::plan_of(scenario, 1), 0, 0).visits.at(34).options.at(0);
  CHECK_THAT(static_cast<double>(option.tilts.at(0).log_odds), WithinAbs(.65 * .5, 1e-5));
  all.erase(all.begin() + 33); // shown early, before it gave way
  all.insert(all.begin() + 1, photo);
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    all[i].rows = {build::to(static_cast<int>(i) + 1, 1)};
  }
  scenario.touchpoints = all;
  const OptionTrace early =
      trace_journey(build::plan_of(scenario, 1), 0, 0).visits.at(34).options.at(0);
  CHECK_THAT(static_cast<double>(early.tilts.at(0).log_odds), WithinAbs(.65 * .5, 1e-5));
}
