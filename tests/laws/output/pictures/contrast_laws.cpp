// SPDX-License-Identifier: Apache-2.0
// Every text of the report and of `sojourn watch` can be read: the style sheets are read as they
// are written, and each text colour in them is judged on each ground it may stand on, on screen and
// on paper. There is no dark style. A rule with a colour that is in no pair is refused, so that a
// new one cannot go unjudged.
#include "output/pictures/page.hpp"
#include "output/pictures/palette.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace sojourn::output {
namespace {

constexpr double readable = 4.5; // WCAG 2.2, 1.4.3

struct StyleRule {
  std::string selector; // with "print " and the like before it
  std::map<std::string, std::string> set;
};

std::string stripped(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \n"), last = text.find_last_not_of(" \n");
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

std::map<std::string, std::string> declarations(const std::string& body) {
  std::map<std::string, std::string> found;
  std::istringstream parts(body);
  for (std::string part; std::getline(parts, part, ';');) {
    const std::size_t colon = part.find(':');
    if (colon != std::string::npos) {
      found[stripped(part.substr(0, colon))] = stripped(part.substr(colon + 1));
    }
  }
  return found;
}

/// The rules of a style sheet; those within @media carry its condition.
std::vector<StyleRule> rules_of(const std::string& css, const std::string& before = "") {
  std::vector<StyleRule> rules;
  for (std::size_t at = 0; css.find('{', at) != std::string::npos;) {
    const std::size_t open = css.find('{', at);
    std::size_t close = open + 1;
    for (int depth = 1; depth > 0 && close < css.size(); ++close) {
      depth += css[close] == '{' ? 1 : css[close] == '}' ? -1 : 0;
    }
    const std::string head = stripped(css.substr(at, open - at));
    const std::string body = css.substr(open + 1, close - open - 2);
    if (head.starts_with("@media")) {
      const auto inner = rules_of(body, before + (head == "@media print" ? "print " : "@ "));
      rules.insert(rules.end(), inner.begin(), inner.end());
    } else {
      rules.push_back({before + head, declarations(body)});
    }
    at = close;
  }
  return rules;
}

/// A text on a ground, by the rules that colour them.
struct TextOnGround {
  std::string text, ground;
};

/// Colours that are for lines, surfaces without text, and focus rings.
using Colours = std::set<std::string>;

std::string six_digits(std::string colour) {
  if (colour.size() == 4) {
    return {'#', colour[1], colour[1], colour[2], colour[2], colour[3], colour[3]};
  }
  return colour;
}

class StyleSheet {
public:
  explicit StyleSheet(const std::string& css) : rules_(rules_of(css)), css_(css) {
    for (const StyleRule& rule : rules_) {
      if (rule.selector == ":root") {
        variables_ = rule.set;
      }
    }
  }

  /// What is wrong with it, sentence by sentence.
  [[nodiscard]] std::vector<std::string> problems(const std::vector<TextOnGround>& pairs,
                                                  const Colours& lines) const;

private:
  [[nodiscard]] std::string colour_in(const std::string& value) const {
    const std::size_t variable = value.find("var(--");
    if (variable != std::string::npos) {
      const auto found =
          variables_.find(value.substr(variable + 4, value.find(')') - variable - 4));
      return found == variables_.end() ? value : six_digits(found->second);
    }
    return value.starts_with('#') ? six_digits(value) : value == "none" ? "" : value;
  }
  [[nodiscard]] std::string colour_of(const std::string& selector, const char* property) const {
    for (const StyleRule& rule : rules_) {
      if (rule.selector == selector && rule.set.contains(property)) {
        return colour_in(rule.set.at(property));
      }
    }
    return {};
  }

  std::vector<StyleRule> rules_;
  std::string css_;
  std::map<std::string, std::string> variables_;
};

std::vector<std::string> StyleSheet::problems(const std::vector<TextOnGround>& pairs,
                                              const Colours& lines) const {
  std::vector<std::string> found;
  Colours judged = lines;
  for (const TextOnGround& pair : pairs) {
    const std::string text = colour_of(pair.text, "color");
    const std::string ground = colour_of(pair.ground, "background");
    if (!text.starts_with('#') || !ground.starts_with('#')) {
      found.push_back("no colours for " + pair.text + " on " + pair.ground);
    } else if (contrast(text, ground) < readable) {
      found.push_back(pair.text + " cannot be read on " + pair.ground);
    }
    judged.insert({text, ground});
  }
  for (const StyleRule& rule : rules_) {
    const auto named = [&](auto member) {
      return std::any_of(pairs.begin(), pairs.end(),
                         [&](const TextOnGround& pair) { return pair.*member == rule.selector; });
    };
    for (const auto& [property, value] : rule.set) {
      const bool says = value != "none" && value != "inherit";
      if (says && ((property == "color" && !named(&TextOnGround::text)) ||
                   (property.starts_with("background") && !named(&TextOnGround::ground)) ||
                   (property == "opacity" && rule.selector != ".pills input" &&
                    rule.selector != "iframe.old"))) { // a radio button below its words; what is
                                                       // about to be replaced
        found.push_back("nothing judges " + property + " of " + rule.selector);
      }
    }
  }
  for (std::size_t at = css_.find('#'); at != std::string::npos; at = css_.find('#', at + 1)) {
    std::size_t end = at + 1;
    while (end < css_.size() && std::isxdigit(static_cast<unsigned char>(css_[end])) != 0) {
      ++end;
    }
    const bool is_colour = (end - at == 4 || end - at == 7) && css_.substr(end, 1) != "{" &&
                           at > 0 && std::string(": (").find(css_[at - 1]) != std::string::npos;
    if (is_colour && !judged.contains(six_digits(css_.substr(at, end - at)))) {
      found.push_back("nothing judges " + css_.substr(at, end - at));
    }
  }
  return found;
}

/// The report: everything on the paper stands on white too, when it is printed.
std::vector<TextOnGround> report_pairs() {
  std::vector<TextOnGround> pairs;
  for (const char* text : {"html", ".eyebrow", ".eyebrow b", ".kicker", ".lead", ".tiles p",
                           ".choices", "button", "button:hover", ".source", "thead th", ".kept",
                           ".missed", ".c0", ".c1", ".c2", ".c3", ".columns p", "summary"}) {
    pairs.push_back({text, "html"});
    pairs.push_back({text, "print html"});
  }
  pairs.insert(pairs.end(), {{".pills span", ".pills"},
                             {".pills input:checked+span", ".pills input:checked+span"},
                             {"#tip", "#tip"}});
  for (const char* arm : {"0", "1", "2", "3"}) {
    pairs.push_back(
        {".pills input:checked+span", std::string(".pills .c") + arm + " input:checked+span"});
  }
  return pairs;
}

const Colours report_lines = {"#dcd8ce", "#f4f2ec", "#8b91a0", "#e4e0d6"};

std::vector<TextOnGround> watch_pairs() {
  return {{"body", "body"},
          {"header", "header"},
          {"header a", "header"},
          {"body", "#problems"},
          {"body", "iframe"},
          {"#problems h2", "#problems"},
          {"#problems.warnings h2", "#problems"},
          {"#stale", "#stale"}};
}

std::string watch_style() {
  std::ifstream file(SOJOURN_SOURCE_DIR "/sim/cli/watch/page.cpp");
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  const std::size_t begin = source.find("R\"css(") + 6;
  return source.substr(begin, source.find(")css\"") - begin);
}

/// A colour of some opacity over another.
std::string over(std::string_view top, double opacity, std::string_view below) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "#";
  for (const std::size_t at : {1UL, 3UL, 5UL}) {
    const auto channel = [at](std::string_view colour) {
      return std::stoi(std::string(colour.substr(at, 2)), nullptr, 16);
    };
    const auto mixed =
        static_cast<std::size_t>(opacity * channel(top) + (1 - opacity) * channel(below) + 0.5);
    out += {digits[mixed / 16], digits[mixed % 16]};
  }
  return out;
}

} // namespace

TEST_CASE("every text of the report can be read on everything it may stand on") {
  const StyleSheet sheet{std::string(page::style)};
  for (const std::string& problem : sheet.problems(report_pairs(), report_lines)) {
    FAIL_CHECK(problem);
  }
}

TEST_CASE("every text of the page of sojourn watch can be read") {
  const StyleSheet sheet{watch_style()};
  for (const std::string& problem :
       sheet.problems(watch_pairs(), {"#c2410c", "#9c5c00", "#0068a8"})) {
    FAIL_CHECK(problem);
  }
}

TEST_CASE("a text that is too pale, and a colour that nobody judges, are refused") {
  const std::string css(page::style);
  const auto changed = [&](const std::string& was, const std::string& is) {
    std::string text = css;
    const std::size_t at = text.find(was);
    REQUIRE(at != std::string::npos);
    return StyleSheet{text.replace(at, was.size(), is)}.problems(report_pairs(), report_lines);
  };
  CHECK(changed("--quiet:#565e70", "--quiet:#8b91a0").size() > 10);
  CHECK_FALSE(changed(".c1 input:checked+span{background:#0068a8}",
                      ".c1 input:checked+span{background:#6fb0d8}")
                  .empty());
  CHECK_FALSE(changed("html{background:#fff}", "html{background:#888888}").empty());
  CHECK_FALSE(changed(".small{", ".new{color:#333333}.small{").empty());
  CHECK_FALSE(changed(".small{", ".new{background:#ffffff}.small{").empty());
  CHECK_FALSE(changed(".small{", ".new{border:1px solid #123456}.small{").empty());
  CHECK_FALSE(changed(".small{", ".new{opacity:.5}.small{").empty());
}

TEST_CASE("numbers can be read on the strongest colours of heat maps and in filled bars") {
  constexpr double strongest = 0.06 + 0.5;
  for (const auto colour : {palette::good, palette::bad}) {
    CHECK(contrast(palette::ink, over(colour, strongest, palette::paper)) >= readable);
    CHECK(contrast(palette::ink, over(colour, strongest, palette::card)) >= readable);
  }
  for (const auto bar : {palette::ink, palette::good}) { // a total of a waterfall
    CHECK(contrast(palette::paper, bar) >= readable);
  }
  CHECK(contrast(palette::ink, over(palette::bad, 1, palette::paper)) < readable); // it can fail
}

} // namespace sojourn::output
