// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/html.hpp"
#include "output/pictures/terminal.hpp"
#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <stdexcept>

namespace sojourn::output {
namespace {

const std::array<const char*, 10> hostile = {{
    "<script>alert(1)</script>",
    "\"onload=\"alert(1)",
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "]]><!-- -->",
    "\x1b[31m\x1b]0;owned\x07",
    "👩‍💻🇩🇪 \u202eשלום مرحبا",
    "\xff\xfe\xc3(",
}};

/// Names of all elements and attributes; throws where the text is not well-formed.
struct Markup {
  std::set<std::string> elements, attributes;
};

void read_tag(Markup& markup, const std::string& tag) {
  std::size_t at = tag.find_first_of(" \n/", 1);
  markup.elements.insert(tag.substr(0, at));
  while (at != std::string::npos &&
         (at = tag.find_first_not_of(" \n/?", at)) != std::string::npos) {
    const std::size_t equals = tag.find_first_of("= ", at);
    markup.attributes.insert(tag.substr(at, equals - at));
    at = equals;
    if (equals != std::string::npos && tag[equals] == '=') {
      const char quote = tag[equals + 1];
      if (quote != '"' && quote != '\'') {
        throw std::runtime_error("attribute without quotes: " + tag);
      }
      at = tag.find(quote, equals + 2) + 1;
    }
  }
}

Markup read_markup(const std::string& text) {
  Markup markup;
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos;) {
    const bool raw = text.compare(at, 7, "<style>") == 0 || text.compare(at, 7, "<style ") == 0 ||
                     text.compare(at, 8, "<script>") == 0;
    std::size_t end = at + 1;
    for (char quote = 0; end < text.size() && (quote != 0 || text[end] != '>'); ++end) {
      if (quote == text[end]) {
        quote = 0;
      } else if (quote == 0 && (text[end] == '"' || text[end] == '\'')) {
        quote = text[end];
      }
      if (text[end] == '<') {
        throw std::runtime_error("< inside a tag");
      }
    }
    read_tag(markup, text.substr(at + 1, end - at - 1));
    at = raw ? text.find("</s", end) : end;
  }
  return markup;
}

std::string with_name(const char* name) {
  return html_report(sample::of_size({3, 2, 4, 1, 1}, name));
}

} // namespace

TEST_CASE("hostile names add no element and no attribute to the report") {
  const Markup plain = read_markup(with_name("plain"));
  CHECK(std::none_of(plain.attributes.begin(), plain.attributes.end(),
                     [](const std::string& a) { return a.starts_with("on") || a == "style"; }));
  for (const char* name : hostile) {
    INFO(name);
    const std::string page = with_name(name);
    const Markup markup = read_markup(page);
    CHECK(markup.elements == plain.elements);
    CHECK(markup.attributes == plain.attributes);
    CHECK(page.find('\x1b') == std::string::npos);
    CHECK(page.find("\u202e") == std::string::npos);
    CHECK(page.find("owned") == std::string::npos);
  }
}

TEST_CASE("a page that does not escape would be seen") {
  std::string page = with_name("plain");
  page.insert(page.find("<h1"), "<img src=\"x\" onerror=\"alert(1)\">");
  CHECK(read_markup(page).attributes.count("onerror") == 1);
}

TEST_CASE("hostile names stay names in standalone figures and on the terminal") {
  for (const char* name : hostile) {
    const ResultData r = sample::of_size({3, 2, 4, 1, 1}, name);
    for (const char* figure_name : {"tiles", "differences", "journey_map"}) {
      const Markup markup = read_markup(figure(r, figure_name));
      CHECK(markup.elements.count("script") + markup.elements.count("img") == 0);
    }
    CHECK(terminal_summary(r, 80, false).find('\x1b') == std::string::npos);
  }
}

TEST_CASE("nothing in a report points outside") {
  const std::string page = html_report(sample::incident());
  for (const char* link : {"href=", "src=", "url(http", "@import", "<link", "<iframe"}) {
    const bool only_in_data = page.find(link) == std::string::npos;
    INFO(link);
    CHECK(only_in_data);
  }
  CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("every size of journey is drawn without breaking") {
  for (const auto& size :
       {sample::Size{1, 1, 1, 0, 0}, sample::Size{1, 0, 0, 0, 0}, sample::Size{12, 8, 60, 3, 4},
        sample::Size{2, 1, 2, 0, 1}, sample::Size{5, 3, 11, 2, 0}}) {
    const ResultData r = sample::of_size(size, std::string(80, 'W'));
    const std::string page = html_report(r);
    CHECK_NOTHROW(read_markup(page));
    CHECK(page.size() < 2'000'000);
    CHECK(page.find("\"nan") == std::string::npos);
  }
  CHECK_NOTHROW(html_report(ResultData{}));
}

TEST_CASE("a figure that does not exist is an error that names what does") {
  const ResultData r = sample::incident();
  CHECK_THROWS_WITH(figure(r, "pie"), Catch::Contains("tiles, differences, journey_map"));
  CHECK_THROWS_WITH(figure(r, "journey_map:best"),
                    Catch::Contains("baseline, live_status, one_more_specialist, both"));
  CHECK_THROWS_WITH(figure(r, "journey_map:both:dora"), Catch::Contains("anna, bilal, chen"));
  for (const std::string& name : figure_names(r)) {
    CHECK(figure(r, name).starts_with("<?xml"));
  }
}

} // namespace sojourn::output
