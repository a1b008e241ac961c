// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/question.hpp"

#include <catch2/catch.hpp>

namespace sojourn::output {
namespace {

ResultData asked(const char* question) {
  ResultData r;
  r.question = question;
  r.arms = {{"baseline", "", "", {}, 0, 0},
            {"reminders", "Text message the day before", "", {"a = 1"}, 0, 0},
            {"third_doctor", "One more doctor", "", {"b = 1"}, 0, 0},
            {"both", "Both", "", {"a = 1", "b = 1"}, 0, 0}};
  return r;
}

} // namespace

TEST_CASE("yes and no answer only questions that ask whether something helps") {
  CHECK(is_yes_no_question("People are unhappy. Does telling them help?"));
  CHECK(is_yes_no_question("Would a second desk improve the memory?"));
  CHECK(is_yes_no_question("Do cars help more than a slot, or than a better promise?"));
  CHECK_FALSE(is_yes_no_question("What happens if we close the portal?"));
  CHECK_FALSE(is_yes_no_question("Does it hurt to close the portal?"));
  CHECK_FALSE(is_yes_no_question("Does telling help or does hiring help?"));
  CHECK_FALSE(is_yes_no_question("Does telling help less than hiring?"));
  CHECK_FALSE(is_yes_no_question("Is telling no better than hiring?"));
  CHECK_FALSE(is_yes_no_question("Doesn't telling help?"));
  CHECK_FALSE(is_yes_no_question("Telling helps."));
  CHECK_FALSE(is_yes_no_question(""));
  CHECK_FALSE(is_yes_no_question("?"));
}

TEST_CASE("the change a question is about is the one whose words stand before than") {
  const auto about = [](const char* question) { return question_of(asked(question)).subject; };
  CHECK(about("Is a third doctor better than reminders?") == 2);
  CHECK(about("Do reminders help more than a third doctor?") == 1);
  CHECK(about("Do text messages help?") == 1);
  CHECK(about("Does it help more than before?") == -1);
  CHECK(about("Does a message from the doctor help?") == -1); // one word of each
  ResultData r = asked("Does it help?");
  r.asks_about = "third_doctor";
  CHECK(question_of(r).subject == 2);
}

TEST_CASE("it is compared with what stands behind than, or with every other single change") {
  CHECK(question_of(asked("Do reminders help more than a third doctor?")).objects ==
        std::vector<int>{2});
  CHECK(question_of(asked("Do reminders help more than anything?")).objects == std::vector<int>{2});
  CHECK_FALSE(question_of(asked("Do reminders help?")).compares);
}

TEST_CASE("how many moments a question asks for") {
  CHECK(moments_asked("Customers leave. Which two moments cause that?") == 2);
  CHECK(moments_asked("Which moments cause that?") == 3);
  CHECK(moments_asked("Which promise brings her back?") == 0);
}

} // namespace sojourn::output
