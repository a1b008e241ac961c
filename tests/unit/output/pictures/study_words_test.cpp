// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/study_words.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::output;

namespace {

ResultData help_desk() {
  ResultData r;
  r.touchpoints.resize(2);
  r.touchpoints[0].id = "wait_fix";
  r.touchpoints[0].name = "Wait while specialists work";
  r.touchpoints[1].id = "contact";
  r.exits = {{"gave_up", "Gave up", "lost"}};
  r.resources = {{"second_line", "Specialists"}};
  r.personas = {{"anna", "Anna, nurse", "", 1}};
  return r;
}

std::string improvement(const std::string& subject, const std::string& note) {
  Finding row;
  row.subject = subject;
  row.note = note;
  const PlainWords words = improvement_words(help_desk(), row);
  return words.name + ": " + words.meaning;
}

} // namespace

TEST_CASE("an improvement is told by its touchpoint and what would change there") {
  const std::string at = "touchpoints.wait_fix.";
  const std::string named = "Wait while specialists work: ";
  CHECK(improvement("wait_fix.wait", at + "behind.takes = { times: 0.8 }") ==
        named + "20\u00a0% shorter");
  CHECK(improvement("wait_fix.affect", at + "feels = { add: 0.5 }") ==
        named + "feels 0.5 points better");
  CHECK(improvement("wait_fix.effort", at + "feels.effort = { add: -1 }") ==
        named + "1 point less effort");
  CHECK(improvement("wait_fix.promise", at + "promise.x_within = { times: 1.25 }") ==
        named + "25\u00a0% more time promised");
  CHECK(improvement("wait_fix.failure", at + "then.gave_up[anna].share = { times: 0.5 }") ==
        named + "50\u00a0% fewer give up here");
  CHECK(
      improvement("contact.failure", "touchpoints.contact.then.wait_fix.share = { times: 0.5 }") ==
      "Contact: 50\u00a0% fewer go back to “Wait while specialists work”");
}

TEST_CASE("an improvement nobody has words for is told as it is filed") {
  CHECK(improvement("nowhere.glow_up", "") == "Nowhere: glow up improved");
  CHECK(improvement("no_dot", "") == "no_dot: ");
}

TEST_CASE("paths are told in words") {
  const ResultData r = help_desk();
  CHECK(path_words(r, "resources.second_line.capacity") == "Specialists: how many");
  CHECK(path_words(r, "touchpoints.wait_fix.behind.takes") ==
        "Wait while specialists work: time the work takes");
  CHECK(path_words(r, "touchpoints.contact.promise.wait_fix_within") ==
        "Contact: time promised until “Wait while specialists work”");
  CHECK(path_words(r, "touchpoints.contact.then.gave_up[anna].share") ==
        "Contact: share that ends in “Gave up”, Anna, nurse");
  CHECK(path_words(r, "personas.anna.biases.loss_aversion.ratio") ==
        "Anna, nurse: loss aversion ratio");
  CHECK(path_words(r, "loss_aversion.ratio of anna") == "Loss aversion: ratio (Anna, nurse)");
  CHECK(path_words(r, "choice_sensitivity") == "Choice sensitivity");
}

TEST_CASE("a point is told by what is varied there, or else as it is filed") {
  ResultData r = help_desk();
  StudyPoint point;
  point.subject = "second_line.capacity = 5";
  point.path = "resources.second_line.capacity";
  point.written = "5";
  r.study_points = {point};
  CHECK(point_words(r, 0, point.subject) == "Specialists: how many 5");
  CHECK(point_words(r, 0, "elsewhere") == "elsewhere");
}

TEST_CASE("mechanisms and causes without words of their own keep their id") {
  CHECK(mechanism_words("loss_aversion").name == "Loss aversion");
  CHECK_FALSE(mechanism_words("loss_aversion").meaning.empty());
  CHECK(mechanism_words("new_rule").name == "New rule");
  CHECK(cause_words("sub_optimal_provision").name == "Sub-optimal provision");
}

TEST_CASE("a reading names what it speaks of, and leaves other words alone") {
  ResultData r = help_desk();
  StudyInfo info;
  info.headline = "gain";
  info.reading =
      "For Wait, fix wait_fix.wait first, not live_status (-0.5); wait_fix.waiting is re-done.";
  r.studies = {info};
  r.arms.resize(2);
  r.arms[1].id = "live_status";
  Finding row;
  row.subject = "wait_fix.wait";
  row.note = "touchpoints.wait_fix.behind.takes = { times: 0.8 }";
  r.findings = {row};
  CHECK(reading_words(r, 0) ==
        "For Wait, fix “Wait while specialists work: 20\u00a0% shorter” first, not "
        "“live status” (−0.5); wait_fix.waiting is re-done.");
}
