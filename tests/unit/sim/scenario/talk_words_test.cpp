// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

// Who talks to whom, ratings, and people who help: words and what they may not say.
namespace {

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

Loaded loaded(const std::string& more) {
  return load_scenario_text(asked::small_journey + more, "s.yaml");
}

std::string problems_in(const std::string& more) {
  std::string text;
  for (const Problem& problem : loaded(more).problems) {
    text += problem.message + "; " + problem.why + "; " + problem.hint + "\n";
  }
  return text;
}

Scenario scenario_of(const std::string& more) {
  const Loaded read = loaded(more);
  INFO((read.problems.empty() ? "" : read.problems.front().message));
  REQUIRE(read.ok());
  return read.arms.front().scenario;
}

std::string network(const std::string& words) {
  return "word_of_mouth: { network: { " + words + " } }\n";
}

} // namespace

TEST_CASE("A network says who talks to whom; the persona without a line tells as people come") {
  const NetworkSpec none = scenario_of("word_of_mouth: {}\n").word_of_mouth.network;
  CHECK(none == NetworkSpec{});
  const NetworkSpec said =
      scenario_of(network("contacts: 12, groups: { ben: { ann: 80%, ben: rest } }"))
          .word_of_mouth.network;
  CHECK(said.contacts == 12);
  CHECK_FALSE(said.near);
  REQUIRE(said.groups.size() == 2);
  CHECK(said.groups[0].empty());
  CHECK_THAT(said.groups[1][0], WithinAbs(0.8, 1e-12));
  CHECK_THAT(said.groups[1][1], WithinAbs(0.2, 1e-12));
}

TEST_CASE("Networks that cannot be") {
  CHECK_THAT(problems_in(network("groups: { ben: { ann: 80% } }")),
             Contains("whom ben tells add up to 80% instead of 100%"));
  CHECK_THAT(problems_in(network("groups: { ben: { ann: 80%, ben: 40% } }")),
             Contains("more than 100%"));
  CHECK_THAT(problems_in(network("groups: { bern: { ann: 100% } }")),
             Contains("\"bern\" is no persona"));
  CHECK_THAT(problems_in(network("contacts: 0")), Contains("contacts"));
  CHECK_THAT(problems_in(network("members: { near: 4 }")), Contains("there are no members"));
  CHECK_THAT(problems_in(network("members: { rewired: 4% }")), Contains("lacks `near`"));
}

TEST_CASE("Ratings have words of their own; a threshold may differ from person to person") {
  CHECK_FALSE(scenario_of("").ratings.present);
  const RatingsSpec usual = scenario_of("ratings: {}\n").ratings;
  CHECK(usual.present);
  CHECK(usual.leaves == 0.1);
  CHECK(usual.read_by == 0.5);
  CHECK_FALSE(usual.last);
  CHECK_FALSE(usual.comes_from);
  CHECK(usual.extremity == 0.25);
  const RatingsSpec said = scenario_of("ratings: { leaves: 4%, read_by: 90%, last: 50, weight: 0, "
                                       "comes_from: { normal: { mean: 3.5, sd: 0.5 } } }\n")
                               .ratings;
  CHECK(said.last == 50);
  CHECK(said.weight == 0);
  REQUIRE(said.comes_from);
  CHECK_THAT(said.comes_from->mean(), WithinAbs(3.5, 0.05)); // cut at five stars
  CHECK_THAT(problems_in("ratings: { comes_from: 6 }\n"), Contains("ratings.comes_from"));
  CHECK_THAT(problems_in("ratings: { leaves: 120% }\n"), Contains("ratings.leaves"));
}

TEST_CASE("A capacity may be made of people") {
  const auto resource = [](const std::string& words) {
    return "resources: { forum: { capacity: { " + words + " } } }\n";
  };
  const std::string text = asked::small_journey;
  REQUIRE(text.find("resources:") == std::string::npos);
  const Scenario said = scenario_of(resource("helpers: 5%, lasts: 2 weeks, online: 20%"));
  REQUIRE(said.resources[0].helpers);
  CHECK(said.resources[0].helpers->share == 0.05);
  CHECK(said.resources[0].helpers->after == 1);
  CHECK(said.resources[0].helpers->lasts_min == 20160);
  CHECK(said.resources[0].helpers->online == 0.2);
  CHECK_THAT(problems_in(resource("after: 2")), Contains("lacks `helpers`"));
  CHECK_THAT(problems_in(resource("helpers: 5%, after: 2")), Contains("nobody comes twice"));
}

TEST_CASE("Whom nobody but helpers could serve waits for ever, unless patience ends") {
  const auto warnings = [](const std::string& then) {
    const Loaded read = load_scenario_text(
        "sojourn: 1\narrivals: { rate: 1 per hour }\nresources: { forum: { capacity: { helpers: 5% "
        "} "
        "}, desk: { capacity: 1 } }\npersonas: { one: { patience: 1 h } }\ntouchpoints: { ask: { " +
            then + " } }\nexits: { done: { outcome: served }, left: { outcome: lost } }\n",
        "s.yaml");
    std::string text;
    for (const Problem& problem : read.problems) {
      text += problem.message + "\n";
    }
    return text;
  };
  const std::string done = "{ to: done, share: rest }",
                    left = ", { to: left, when: out_of_patience }";
  CHECK_THAT(warnings("needs: { forum: 1 }, then: [ { to: done } ]"),
             Contains("touchpoints.ask.needs: at the begin nobody helps"));
  CHECK_THAT(warnings("needs: { forum: 1, desk: 1 }, then: [ { to: done } ]"),
             Contains("at the begin nobody helps"));
  CHECK_THAT(warnings("needs: { any_of: [ forum, desk ] }, then: [ " + done + left + " ]"),
             !Contains("nobody helps"));
  CHECK_THAT(warnings("needs: { forum: 1 }, then: [ " + done + left + " ]"),
             !Contains("nobody helps"));
}
