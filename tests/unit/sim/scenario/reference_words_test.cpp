// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>

// What people hold levels against, as it is written.
namespace {

using namespace sojourn;

Loaded load(const std::string& persona) {
  return load_scenario_text(
      "sojourn: 1\npersonas: { everyone: { biases: { loss_aversion: {} } }, ann: { " + persona +
          " } }\ntouchpoints:\n  only: { feels: 1, then: [ { to: done } ] }\n"
          "exits: { done: { outcome: served } }\n",
      "reference.yaml", {});
}

std::string problems_of(const std::string& persona) {
  std::string text;
  for (const Problem& problem : load(persona).problems) {
    text += problem.message + "; " + problem.why + "; " + problem.hint + "\n";
  }
  return text;
}

ReferenceSpec on(const std::string& persona, Dimension dimension) {
  const Loaded loaded = load(persona);
  INFO(problems_of(persona));
  REQUIRE(loaded.ok());
  return loaded.arms[0].scenario.personas[0].references[static_cast<std::size_t>(dimension)];
}

} // namespace

TEST_CASE("references are said by dimension, or once for all they fit", "[scenario]") {
  CHECK(on("", Dimension::quality) == ReferenceSpec{});
  const std::string mixed =
      "reference: { quality: norm, time: promise, control: status_quo }, norm: { quality: +1.5 }";
  CHECK(on(mixed, Dimension::quality) == ReferenceSpec{ReferencePoint::norm, 1.5});
  CHECK(on(mixed, Dimension::time) == ReferenceSpec{ReferencePoint::promise, 0});
  CHECK(on(mixed, Dimension::control) == ReferenceSpec{ReferencePoint::status_quo, 0});
  CHECK(on(mixed, Dimension::price) == ReferenceSpec{});
  const std::string one = "reference: competitor, competitor: { price: -1 }";
  CHECK(on(one, Dimension::price) == ReferenceSpec{ReferencePoint::competitor, -1});
  CHECK(on(one, Dimension::quality) == ReferenceSpec{});
  CHECK(on("reference: distribution", Dimension::effort).point == ReferencePoint::distribution);
  CHECK(on("reference: promise", Dimension::quality) == ReferenceSpec{});
}

TEST_CASE("a reference without a level is refused, and one that acts on nothing warned of",
          "[scenario]") {
  CHECK(problems_of("reference: norm") ==
        "personas.ann.reference: the norm has no level there; a level can only be held against "
        "another one; write it, as in `norm: { quality: +1 }`\n");
  CHECK(problems_of("reference: { quality: norm }, norm: { time: 1 }") ==
        "personas.ann.reference.quality: the norm has no level there; a level can only be held "
        "against another one; write it, as in `norm: { quality: +1 }`\n");
  CHECK(problems_of("reference: { price: promise }") ==
        "personas.ann.reference.price: nothing is promised there; promises are about time; say it "
        "of time alone, or name another reference\n");
  CHECK(problems_of("reference: status_quo, biases: { loss_aversion: off }") ==
        "personas.ann.reference moves nobody; it acts through reference_dependence and "
        "loss_aversion, which they do not have; list one of them, or take it out\n");
}
