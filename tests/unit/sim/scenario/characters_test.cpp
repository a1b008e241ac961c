// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/characters.hpp"
#include "sim/scenario/problem.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;

TEST_CASE("only clean UTF-8 passes", "[scenario]") {
  CHECK_FALSE(first_bad_character("plain, ä, 漢, 🙂\r\n\t").has_value());
  CHECK(first_bad_character("ab\xE4z")->byte == 2);           // Latin-1
  CHECK(first_bad_character("\xC0\xAF").has_value());         // overlong slash
  CHECK(first_bad_character("\xE0\x80\xAF").has_value());     // overlong, three bytes
  CHECK(first_bad_character("\xED\xA0\x80").has_value());     // a surrogate
  CHECK(first_bad_character("\xF4\x90\x80\x80").has_value()); // beyond U+10FFFF
  CHECK(first_bad_character("a\xE2\x82").has_value());        // cut off
  CHECK(first_bad_character(std::string("a\0b", 3))->what == "a NUL character");
  CHECK(first_bad_character("\x1b[31m")->what == "a control character");
  CHECK(first_bad_character("\xC2\x9B"
                            "31m")
            .has_value()); // the same, in one character
  CHECK_FALSE(first_bad_character("\xC2\xA0").has_value());
  CHECK(printable("a\xE4\x1b[0m\xC2\x9B") == "a??[0m?");
}

TEST_CASE("positions count characters", "[scenario]") {
  CHECK(count_characters("aä漢🙂") == 4);
  CHECK(slice_characters("aä漢🙂z", 1, 3) == "ä漢🙂");
}

TEST_CASE("near words are suggested, far ones are not", "[scenario]") {
  const std::vector<std::string> words = {"share", "name", "patience", "prefers"};
  CHECK(did_you_mean("shere", words) == "share");
  CHECK(did_you_mean("patiense", words) == "patience");
  CHECK(did_you_mean("Name", words) == "name");
  CHECK(did_you_mean("nmae", words) == "name");
  CHECK_FALSE(did_you_mean("colour", words).has_value());
  CHECK_FALSE(did_you_mean("", words).has_value());
}

TEST_CASE("a problem is rendered with its line and a caret", "[scenario]") {
  Problem problem;
  problem.file = "a.yaml";
  problem.line = 3;
  problem.column = 4;
  problem.length = 5;
  problem.message = "odd \x1b[31m";
  problem.source_line = "ä: hello\x07";
  problem.hint = "mend it";
  CHECK(render(problem, false) == "a.yaml:3:4: error: odd ?[31m\n"
                                  "    3 | ä: hello?\n"
                                  "      |    ^~~~~\n"
                                  "  hint: mend it\n");
  CHECK(render(problem, true).find("\x1b[1;31m") != std::string::npos);
}

TEST_CASE("a very long line is cut around the caret", "[scenario]") {
  Problem problem;
  problem.line = 1;
  problem.column = 5000;
  problem.source_line = std::string(4999, 'a') + "X" + std::string(5000, 'b');
  const std::string text = render(problem, false);
  CHECK(text.size() < 500);
  CHECK(text.find("X") != std::string::npos);
}
