// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace sojourn;
using Catch::Matchers::Contains;

namespace {

const std::string mood = "touchpoints.ask.feels.mean", at = "feels.mean = ";
const std::string shown = ", measures: [remembered_experience, served]";

std::string why_refused(const std::string& sweep) {
  try {
    (void)asked::design(asked::small_with("{ sweep: { " + sweep + " } }"));
  } catch (const StudyRefusal& refusal) {
    std::string all;
    for (const Problem& problem : refusal.problems)
      all += render(problem, false);
    return all;
  }
  return "was not refused";
}

} // namespace

TEST_CASE("a sweep at the baseline's value is the baseline, to the last bit") {
  const std::string text =
      asked::small_with("{ sweep: { over: { " + mood + ": [-1.5, -1, -0.5] }" + shown + " } }");
  for (const bool sharing : {true, false}) {
    const auto asked = asked::ask(text, sharing);
    const auto* here = asked->find("change", at + "-1", "remembered_experience");
    const auto* level = asked->find("level", at + "-1", "remembered_experience");
    const auto* warmer = asked->find("change", at + "-0.5", "remembered_experience");
    REQUIRE(here != nullptr);
    CHECK(here->estimate == 0);
    CHECK(level->estimate == output::mean_interval(asked->record.values(0, 0, 0)).estimate);
    CHECK(warmer->lower > 0);
  }
}

TEST_CASE("a sweep's point at a variant's value is that variant") {
  const auto asked = asked::ask(
      asked::small_with("compare, { sweep: { over: { " + mood + ": [-0.5] }" + shown + " } }"));
  const auto* point = asked->find("level", at + "-0.5", "remembered_experience");
  REQUIRE(point != nullptr);
  CHECK(point->estimate == output::mean_interval(asked->record.values(1, 0, 0)).estimate);
  CHECK(asked->answers->n_runs(10) == 0);
}

TEST_CASE("two paths make a grid with all its points listed for a heat map") {
  const auto asked =
      asked::ask(asked::small_with("{ sweep: { over: { " + mood +
                                   ": { from: -2, to: 0, steps: 3 }, touchpoints.ask.takes: "
                                   "[5 min, 10 min] }, measures: [time_in_system] } }"));
  REQUIRE(asked->result.study_points.size() == 12);
  const output::StudyPoint& last = asked->result.study_points.back();
  CHECK(last.subject == at + "0, ask.takes = 10 min");
  CHECK(last.path == "touchpoints.ask.takes");
  CHECK(last.value == 10);
  CHECK(last.written == "10 min");
  CHECK(asked->find("level", last.subject, "time_in_system") != nullptr);
}

TEST_CASE("a sampled sweep has as many points as asked, words among them") {
  for (const std::string design : {"latin_hypercube", "sobol"}) {
    const auto asked = asked::ask(asked::small_with(
        "{ sweep: { design: " + design + ", points: 8, over: { " + mood +
        ": { from: -2, to: 0 }, personas.*.patience: [endless, 20 min] }, measures: [served] } }"));
    std::set<std::string> points;
    int endless = 0;
    for (const output::StudyPoint& point : asked->result.study_points) {
      points.insert(point.subject);
      endless += point.written == "endless" ? 1 : 0;
    }
    CHECK(points.size() == 8);
    CHECK(endless == 4);
  }
}

TEST_CASE("a sweep shows a variant's difference at every point") {
  const auto asked = asked::ask(asked::small_with("{ sweep: { arms: [nothing], over: { " + mood +
                                                  ": [-2, -1] }" + shown + " } }"));
  const auto* row = asked->find("difference", at + "-2", "remembered_experience", 0, 2);
  REQUIRE(row != nullptr);
  CHECK(row->estimate == 0);
}

TEST_CASE("a sweep that cannot be run is refused before anything runs, with the reason") {
  CHECK_THAT(why_refused("design: grid"), Contains("it does not say what to vary"));
  CHECK_THAT(why_refused("over: { touchpoints.ask.taks: [1 min] }"),
             Contains("taks") && Contains("did you mean \"takes\"?"));
  CHECK_THAT(why_refused("over: { " + mood + ": [-1, -9] }"),
             Contains("out of range") && Contains("it is to try " + mood + " = -9"));
  CHECK_THAT(why_refused("over: { " + mood + ": [-1, -1] }"), Contains("lists -1 twice"));
  CHECK_THAT(why_refused("over: { touchpoints.ask.takes: { from: 5 min, to: 1 h } }"),
             Contains("ends with different units"));
  CHECK_THAT(why_refused("over: { " + mood + ": { from: 1, to: 0 } }"),
             Contains("does not rise: 1 to 0"));
  CHECK_THAT(why_refused("over: { " + mood + ": -1 }"), Contains("expected is a list of values"));
  CHECK_THAT(why_refused("over: { " + mood + ": { from: -1, to: 0, steps: 1 } }"),
             Contains("a whole number from 2 to 1000000"));
}

TEST_CASE("a sweep of 2^20 arms is refused with its count") {
  const std::string steps = ": { from: 0, to: 1, steps: 32 }";
  const std::string why = why_refused(
      "over: { touchpoints.ask.feels.mean" + steps + ", touchpoints.solve.feels.mean" + steps +
      ", touchpoints.ask.feels.spread" + steps + ", touchpoints.solve.feels.spread" + steps + " }");
  CHECK_THAT(why, Contains("its grid has 1048576 points") && Contains("at most 16384 can be") &&
                      Contains("take fewer values, or design: sobol with points: 256"));
  CHECK_THAT(why_refused("over: { " + mood +
                         ": { from: -1, to: 0, steps: 1000 }, "
                         "touchpoints.ask.feels.spread: [0, 0.5, 1, 1.5, 2] }"),
             Contains("make a table of") && Contains("name the measures"));
}

TEST_CASE("all problems of all studies are told at once") {
  std::vector<Problem> problems;
  try {
    (void)asked::design(asked::small_with(
        "compare, { sweep: { over: { touchpoints.ask.takes: 5 min, " + mood +
        ": { from: 1, to: 0 } } } }, { sensitivity: { bands: { touchpoints.asc.takes: { times: "
        "[0.5, 2] }, touchpoints.solve.then.done.share: [10%, 140%] } } }"));
  } catch (const StudyRefusal& refusal) {
    problems = refusal.problems;
  }
  REQUIRE(problems.size() == 4);
  CHECK_THAT(problems[0].message, Contains("study sweep: touchpoints.ask.takes"));
  CHECK_THAT(problems[1].message, Contains("does not rise: 1 to 0"));
  CHECK_THAT(problems[2].message, Contains("study sensitivity") && Contains("asc"));
  CHECK_THAT(problems[3].message, Contains("study sensitivity"));
  CHECK_THAT(problems[3].why, Contains("= 140%"));
}

TEST_CASE("a design too large with a path unknown is told both") {
  std::vector<Problem> problems;
  try {
    (void)asked::design(asked::small_with("{ sweep: { over: { touchpoints.ask.taks: [1 min], " +
                                          mood + ": { from: -1, to: 0, steps: 20000 } } } }"));
  } catch (const StudyRefusal& refusal) {
    problems = refusal.problems;
  }
  REQUIRE(problems.size() == 2);
  CHECK_THAT(problems[0].message, Contains("20000 points"));
  CHECK_THAT(problems[1].message, Contains("taks"));
}
