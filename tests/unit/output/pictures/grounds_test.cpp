// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/grounds.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace sojourn::output;

namespace {

ParameterInfo number(const std::string& path, const std::string& kind, const std::string& source) {
  return {path, "1", "", kind, source, ""};
}

ResultData every_kind() {
  ResultData r;
  r.parameters = {number("personas.a.biases", "published", "Kahneman 1993"),
                  number("personas.a.ratio", "derived", "a formula"),
                  number("touchpoints.x.share", "calibrated", "a pilot"),
                  number("touchpoints.x.takes", "published", "this scenario: (Miller 2019)"),
                  number("arrivals.rate", "assumption", "this scenario: (guess)"),
                  number("value.worth", "written", "this scenario, no source named"),
                  number("relationship.match", "assumption", "relationship basic"),
                  number("touchpoints.x.price", "default", "what it costs"),
                  number("drivers.purpose", "described", "this scenario")};
  return r;
}

} // namespace

TEST_CASE("the grounds of numbers add up to the whole, words aside") {
  const Grounds grounds = grounds_of(every_kind());
  CHECK(grounds.all() == 8);
  CHECK(grounds.without_evidence() == 4);
  CHECK(grounds_sentence(grounds) ==
        "8 parameters: 2 published or derived, 1 fitted to data, 1 with a source that the scenario "
        "names, 1 that the scenario calls assumptions, 1 that it writes without naming a source, 1 "
        "assumed by the models, 1 that nobody wrote, at what the language takes then.");
  CHECK(grounds.bare == std::map<std::string, std::size_t>{{"arrivals", 1}, {"value", 1}});
}

TEST_CASE("a scenario without any source is told to rest on assumptions only") {
  ResultData r = every_kind();
  CHECK(grounds_warning(grounds_of(r)).find("assumptions only") == std::string::npos);
  std::erase_if(r.parameters, [](const ParameterInfo& each) {
    return each.provenance == "calibrated" || each.source.find("Miller") != std::string::npos;
  });
  CHECK(grounds_warning(grounds_of(r)).find("assumptions only") != std::string::npos);
  CHECK(grounds_warning(Grounds{}).empty());
}
