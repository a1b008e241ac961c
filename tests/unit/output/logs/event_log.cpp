// SPDX-License-Identifier: Apache-2.0
#include "output/logs/event_log.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace sojourn;
using Catch::Matchers::Contains;

namespace {

output::LogCase journey(const std::string& name) {
  output::LogEvent line{"ask", name, "engage", "phone", "desk", 1'000, 61'000, 121'500, false, -.5};
  output::LogEvent gone{"wait", "Wait", "co-create", "", "", 121'500, 181'500, 181'500, true, -1};
  return {"7", "ann", "left", "lost", -.75, {line, gone}};
}

std::string csv(const std::string& name) {
  std::string written;
  const auto log = output::csv_log([&](std::string_view text) { written += text; });
  log->add(journey(name));
  log->end();
  return written;
}

} // namespace

TEST_CASE("Simulated time starts on a Monday, to the millisecond") {
  CHECK(output::log_time(0) == "2024-01-01T00:00:00.000+00:00");
  CHECK(output::log_time(((8 * 24 + 13) * 60 + 5) * 60'000 + 2'003) ==
        "2024-01-09T13:05:02.003+00:00");
}

TEST_CASE("A visit is a line of the CSV log") {
  CHECK(csv("Ask") ==
        "case,activity,name,step,channel,resource,entered,began,left,gave_up,affect,persona,exit,"
        "outcome,remembered\r\n"
        "7,ask,Ask,engage,phone,desk,2024-01-01T00:00:01.000+00:00,2024-01-01T00:01:01.000+00:00,"
        "2024-01-01T00:02:01.500+00:00,false,-0.500,ann,left,lost,-0.750\r\n"
        "7,wait,Wait,co-create,,,2024-01-01T00:02:01.500+00:00,2024-01-01T00:03:01.500+00:00,"
        "2024-01-01T00:03:01.500+00:00,true,-1.000,ann,left,lost,-0.750\r\n");
}

TEST_CASE("No cell is a formula, breaks out of its quotes or steers a terminal") {
  CHECK_THAT(csv("=cmd|' /C calc'!A0"), Contains(",'=cmd|' /C calc'!A0,"));
  CHECK_THAT(csv("+1"), Contains(",'+1,"));
  CHECK_THAT(csv("-1"), Contains(",'-1,"));
  CHECK_THAT(csv("@x"), Contains(",'@x,"));
  CHECK_THAT(csv("\t=1"), Contains(",' =1,"));
  CHECK_THAT(csv("\x1b=1"), !Contains(",=1,"));
  CHECK_THAT(csv("a,\"b\"\nc"), Contains(",\"a,\"\"b\"\" c\","));
  CHECK(csv("\x1b[31mred").find('\x1b') == std::string::npos);
}

TEST_CASE("A visit is what the standard lifecycle has for it in XES") {
  std::string written;
  const auto log = output::xes_log([&](std::string_view text) { written += text; }, "A \"<log>\"");
  log->add(journey("Ask <b>&</b>"));
  log->end();
  CHECK_THAT(written, Contains("value=\"A &quot;&lt;log&gt;&quot;\""));
  CHECK_THAT(written, Contains("value=\"Ask &lt;b&gt;&amp;&lt;/b&gt;\""));
  std::string order;
  for (const char* word : {"schedule", "start", "complete", "schedule", "pi_abort"}) {
    order += std::string("\"lifecycle:transition\" value=\"") + word + "\"|";
  }
  std::string seen;
  for (std::size_t at = written.find("<trace>"); at != std::string::npos;) {
    at = written.find("\"lifecycle:transition\"", at + 1);
    if (at != std::string::npos) {
      seen += written.substr(at, written.find("/>", at) - at) + "|";
    }
  }
  CHECK(seen == order);
  CHECK(written.ends_with("</log>\n"));
}
