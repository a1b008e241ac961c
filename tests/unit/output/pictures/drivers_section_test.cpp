// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/page.hpp"
#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

// What one more of a resource brings, where a study has varied how many there are.
namespace {

using namespace sojourn::output;

constexpr const char* brings = "What one more of a resource brings to each layer";

/// The row of one indicator, from its label on.
std::string row_of(const std::string& section, const std::string& label) {
  const std::size_t at = section.find("<td class='word'>" + label + "</td>");
  return at == std::string::npos ? "" : section.substr(at, section.find("</tr>", at) - at);
}

ResultData with_capacity(double today) {
  ResultData r = sample::people();
  r.resource.capacity[1] = today;
  return r;
}

} // namespace

TEST_CASE("One more is told from the nearest point above today's, for each unit") {
  const ResultData r = with_capacity(6);
  const auto& label = r.measures[0].label;
  const auto gain = [&r](int n) { // as the sample's sweep has it
    const auto found = std::find_if(r.findings.begin(), r.findings.end(), [&](const Finding& row) {
      return row.quantity == "change" && row.measure == 0 && row.arm == 0 &&
             row.subject == "second_line.capacity = " + std::to_string(n);
    });
    REQUIRE(found != r.findings.end());
    return found->estimate;
  };
  const auto shows = [&](const ResultData& result, double change) {
    const std::string row = row_of(page::drivers_section(result), label);
    char text[32];
    (void)std::snprintf(text, sizeof text, ">+%.3f<", change);
    INFO(row << " " << text);
    return row.find(text) != std::string::npos;
  };
  CHECK(shows(r, gain(7)));
  CHECK(shows(with_capacity(6.5), gain(7) / .5));
  CHECK(shows(with_capacity(7.5), gain(8) / .5));
}

TEST_CASE("Nothing is told where nothing above today's was tried, or nothing is said of drivers") {
  CHECK(page::drivers_section(with_capacity(6)).find(brings) != std::string::npos);
  CHECK(page::drivers_section(with_capacity(8)).find(brings) == std::string::npos);
  CHECK(page::drivers_section(with_capacity(HUGE_VAL)).find(brings) == std::string::npos);
  CHECK(page::drivers_section(with_capacity(std::nan(""))).find(brings) == std::string::npos);
  ResultData silent = with_capacity(6);
  silent.parameters.clear();
  CHECK(page::drivers_section(silent).empty());
}
