// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/html.hpp"
#include "output/pictures/letters.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/view.hpp"
#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace sojourn::output {
namespace {

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t n = 0;
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; at += word.size()) {
    ++n;
  }
  return n;
}

} // namespace

TEST_CASE("every number in the figure of differences is a number of the data") {
  ResultData r = sample::incident();
  const std::string before = figure(r, "differences");
  for (const int m : headline_measures(r)) {
    const MeasureFormat format = format_of(r, m);
    for (int a = 1; a < static_cast<int>(r.arms.size()); ++a) {
      const Estimate* e = find_estimate(r, a, 0, m);
      REQUIRE(e != nullptr);
      CHECK(count(before, ">" + escape(format.change(e->estimate)) + "<") >= 1);
      CHECK(count(before, ">" + escape(format.change_range(e->lower, e->upper)) + "<") >= 1);
    }
  }
}

TEST_CASE("changing one number changes the figure") {
  ResultData r = sample::incident();
  const std::string before = figure(r, "differences");
  const auto found = std::find_if(r.estimates.begin(), r.estimates.end(),
                                  [](const Estimate& e) { return e.versus == 0; });
  found->estimate += 0.07;
  CHECK(figure(r, "differences") != before);
}

TEST_CASE("filled marks are those whose interval leaves out zero") {
  ResultData r = sample::incident();
  r.personas.clear(); // one block only
  const auto is_hollow = [](const Estimate& e) { return e.lower <= 0 && e.upper >= 0; };
  std::size_t hollow = 0;
  for (const Estimate& e : r.estimates) {
    const bool shown = e.versus == 0 && e.group == 0 &&
                       r.measures[static_cast<std::size_t>(e.measure)].better != 0;
    hollow += shown && is_hollow(e) ? 1U : 0U;
  }
  CHECK(hollow > 0);
  CHECK(count(figure(r, "differences"), "fill=\"#fbfaf6\" stroke=\"#") == hollow);
}

TEST_CASE("better is to the right, whatever the sign") {
  for (const int better : {+1, -1}) {
    ResultData r = sample::incident();
    r.measures = {{"only", "Only", "1", "", better, false, false}};
    r.estimates = {
        {0, -1, 0, 0, 5, 4, 6, .95, 9, missing, missing, 0, ""},
        {1, 0, 0, 0, 1.0 * better, 0.5 * better, 1.5 * better, .95, 9, .01, .01, 2, ""},
        {2, 0, 0, 0, -0.5 * better, -0.6 * better, -.4 * better, .95, 9, .01, .01, 2, ""}};
    if (better < 0) {
      for (Estimate& e : r.estimates) {
        std::swap(e.lower, e.upper);
      }
    }
    const std::string svg = figure(r, "differences");
    const std::string mark = "<path d=\"M";
    const std::size_t gain = svg.find(mark);
    const std::size_t loss = svg.find(mark, gain + 1);
    const double x_gain = std::stod(svg.substr(gain + mark.size()));
    const double x_loss = std::stod(svg.substr(loss + mark.size()));
    CHECK(x_gain > x_loss);
  }
}

TEST_CASE("the same result gives the same bytes") {
  CHECK(html_report(sample::incident()) == html_report(sample::incident()));
}

} // namespace sojourn::output
