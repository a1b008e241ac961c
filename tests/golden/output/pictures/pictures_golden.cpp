// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/html.hpp"
#include "output/pictures/people_pictures.hpp"
#include "output/pictures/terminal.hpp"
#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

// Pictures as they were approved. SOJOURN_APPROVE=1 writes what is drawn now; look at the
// difference before committing it.
namespace sojourn::output {
namespace {

std::filesystem::path approved(const std::string& name) {
  return std::filesystem::path(SOJOURN_SOURCE_DIR) / "tests/golden/output/pictures/approved" / name;
}

std::string read(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// One element per line, so that a change shows where it is.
std::string by_lines(std::string text) {
  for (std::size_t at = 0; (at = text.find("><", at)) != std::string::npos; ++at) {
    text.replace(at, 2, ">\n<");
  }
  return text;
}

void check_approved(const std::string& name, const std::string& drawn) {
  if (const char* approve = std::getenv("SOJOURN_APPROVE"); approve != nullptr && *approve == '1') {
    std::filesystem::create_directories(approved(name).parent_path());
    std::ofstream(approved(name), std::ios::binary) << drawn;
  }
  INFO("approved in " << approved(name) << "; SOJOURN_APPROVE=1 approves what is drawn now");
  CHECK((read(approved(name)) == drawn));
}

/// The page without its fonts, styles, scripts and drawings, which have tests of their own.
std::string frame_of(std::string page) {
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"<style", "</style>"},
                                 {"<script", "</script>"},
                                 {"<svg", "</svg>"},
                                 {"<meta http-equiv", ">"}}) {
    for (std::size_t at = 0; (at = page.find(from, at)) != std::string::npos;) {
      page.erase(at, page.find(to, at) + to.size() - at);
    }
  }
  return page;
}

/// A figure without the font it carries.
std::string drawn_by_lines(std::string svg) {
  const std::size_t font = svg.find("<style>");
  return by_lines(svg.erase(font, svg.find("</style>") + 8 - font));
}

} // namespace

TEST_CASE("figures are drawn as approved", "[golden]") {
  const ResultData r = sample::incident();
  check_approved("tiles.svg", drawn_by_lines(figure(r, "tiles")));
  check_approved("differences.svg", drawn_by_lines(figure(r, "differences")));
  check_approved("journey_map_today.svg", drawn_by_lines(figure(r, "journey_map:baseline")));
  check_approved("journey_map_both_anna.svg", drawn_by_lines(figure(r, "journey_map:both:anna")));
}

TEST_CASE("the figures of studies are drawn as approved", "[golden]") {
  const ResultData r = sample::incident();
  for (const StudyFigure& each : study_figures()) {
    const std::string name(each.name);
    check_approved(name + ".svg", drawn_by_lines(figure(r, name)));
    check_approved(name + "_narrow.svg", by_lines(inline_svg(each.draw(r, Room::narrow))));
  }
  check_approved("queues_by_hour.svg", drawn_by_lines(figure(r, "queues_by_hour")));
  check_approved("queues_by_hour_narrow.svg",
                 by_lines(inline_svg(queues_by_hour(r, Room::narrow))));
  check_approved("watermelon.svg", drawn_by_lines(figure(r, "watermelon")));
  check_approved("watermelon_narrow.svg", by_lines(inline_svg(watermelon(r, 0, Room::narrow))));
}

TEST_CASE("pictures of people and of what drives value are drawn as approved", "[golden]") {
  const ResultData r = sample::people();
  for (const PeoplePicture& each : people_pictures()) {
    const std::string name(each.name);
    check_approved(name + ".svg", drawn_by_lines(figure(r, name)));
    check_approved(name + "_narrow.svg", by_lines(inline_svg(each.draw(r, Room::narrow))));
    const ResultData without = sample::incident();
    CHECK_FALSE(each.drawn(without));
    CHECK_THROWS(figure(without, name));
    CHECK(html_report(r).find("study-" + name) != std::string::npos);
    CHECK(html_report(without).find("study-" + name) == std::string::npos);
  }
}

TEST_CASE("the report and the summary read as approved", "[golden]") {
  const ResultData r = sample::incident();
  check_approved("report.html", by_lines(frame_of(html_report(r))));
  check_approved("summary.txt", terminal_summary(r, 80, false));
  check_approved("summary_40.txt", terminal_summary(r, 40, false));
}

} // namespace sojourn::output
