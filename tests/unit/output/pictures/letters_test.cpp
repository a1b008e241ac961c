// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/letters.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace sojourn::output {

using Catch::Matchers::WithinRel;

TEST_CASE("clean drops what steers and keeps what is read") {
  CHECK(clean("plain") == "plain");
  CHECK(clean("two\nlines\tand\rtabs") == "two lines and tabs");
  CHECK(clean("\x1b[31mred\x1b[0m") == "red");
  CHECK(clean("\x1b]8;;http://x\x07link\x1b]8;;\x07") == "link");
  CHECK(clean("\x1b]0;title\x1b\\text") == "text");
  CHECK(clean("\x1b[31") == "");
  CHECK(clean("\x1b") == "");
  CHECK(clean(std::string("a\0b\x7f\xc2\x9b"
                          "c",
                          7)) == "abc");
  CHECK(clean("a\u202eb\u2066c\u200ed\ufeff") == "abcd");
  CHECK(clean("שלום 👩‍💻 Ünïcode") == "שלום 👩‍💻 Ünïcode");
}

TEST_CASE("clean repairs broken bytes one by one") {
  CHECK(clean("a\xff"
              "b") == "a\ufffdb");
  CHECK(clean("\xc3") == "\ufffd");
  CHECK(clean("\xe2\x82"
              "x") == "\ufffd\ufffdx");
  CHECK(clean("\xc0\xaf") == "\ufffd\ufffd");         // overlong
  CHECK(clean("\xed\xa0\x80").starts_with("\ufffd")); // surrogate
  CHECK(clean("\xf4\x90\x80\x80").starts_with("\ufffd"));
}

TEST_CASE("escape leaves nothing that ends a text or an attribute") {
  CHECK(escape("<b> & \"x\" 'y'") == "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;");
}

TEST_CASE("widths add up and marks take none") {
  CHECK(text_width("", 10) == 0);
  CHECK_THAT(text_width("ab", 10), WithinRel(text_width("a", 10) + text_width("b", 10), 1e-12));
  CHECK_THAT(text_width("e\u0301", 10), WithinRel(text_width("e", 10), 1e-12));
  CHECK(text_width("W", 10, Weight::semibold) > text_width("W", 10));
  CHECK(terminal_width("日本") == 4);
  CHECK(terminal_width("é") == 1);
  CHECK(terminal_width("e\u0301") == 1);
}

TEST_CASE("wrapped lines fit and say everything") {
  const std::string text = "Notice that something is broken";
  const auto lines = wrap(text, 13, 75, 99, Weight::semibold);
  std::string joined;
  for (const std::string& line : lines) {
    CHECK(text_width(line, 13, Weight::semibold) <= 75);
    joined += (joined.empty() ? "" : " ") + line;
  }
  CHECK(joined == text);
  CHECK(wrap("", 13, 75).size() == 1);
  CHECK(wrap("one-two/three", 13, 40).size() > 1);
}

TEST_CASE("a word too wide is broken, a text too long ends in an ellipsis") {
  const std::string long_word(80, 'm');
  const auto broken = wrap(long_word, 13, 60);
  CHECK(broken.size() > 10);
  for (const std::string& line : broken) {
    CHECK(text_width(line, 13) <= 60);
  }
  const auto cut = wrap("one two three four five six", 13, 40, 2);
  REQUIRE(cut.size() == 2);
  CHECK(cut.back().ends_with("…"));
  CHECK(text_width(cut.back(), 13) <= 40);
  CHECK(shorten("short", 13, 100) == "short");
  CHECK(text_width(shorten(long_word, 13, 50), 13) <= 50);
  CHECK(wrap("narrow", 13, 1).size() == 6); // one letter to a line, never none
}

} // namespace sojourn::output
