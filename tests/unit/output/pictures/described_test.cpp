// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/page.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::output;

namespace {

ResultData described() {
  ResultData result;
  result.personas.push_back({"ann", "Ann <3", "", 1});
  TouchpointInfo ask;
  ask.id = "ask";
  ask.name = "Ask";
  result.touchpoints.push_back(ask);
  result.parameters.push_back({"personas.ann.goals", "Sleep & ship", "", "described", "", ""});
  result.parameters.push_back(
      {"touchpoints.ask.about.question", "Who knows?", "", "described", "", ""});
  result.parameters.push_back({"touchpoints.ask.takes", "5 min", "", "written", "", ""});
  return result;
}

} // namespace

TEST_CASE("the report shows in words who travels and what a touchpoint is") {
  const std::string section = page::described_section(described());
  CHECK(section.find("<bdi>Ann &lt;3</bdi></th><td class='word'>goals</td>") != std::string::npos);
  CHECK(section.find("<bdi>Sleep &amp; ship</bdi>") != std::string::npos);
  CHECK(section.find("<bdi>Ask</bdi></th><td class='word'>question</td>") != std::string::npos);
  CHECK(section.find("5 min") == std::string::npos); // numbers stand in their own table
}

TEST_CASE("without such words there is no section, and no row among the numbers") {
  ResultData result = described();
  CHECK(page::making_section(result).find("Who knows?") == std::string::npos);
  CHECK(page::making_section(result).find("5 min") != std::string::npos);
  result.parameters.clear();
  CHECK(page::described_section(result).empty());
}
