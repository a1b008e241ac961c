// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/watch/page.hpp"

#include "output/json.hpp"
#include "output/pictures/page.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace sojourn::cli {
namespace {

using Catch::Matchers::Contains;

WatchState refused_state() {
  Problem problem;
  problem.file = "a.yaml";
  problem.line = 3;
  problem.column = 5;
  problem.message = "there is no </pre><script>alert(1)</script>";
  problem.why = "names are \"known\"";
  problem.source_line = "    <img src=x onerror=alert(1)>: 'a'";
  WatchState state;
  state.version = 7;
  state.edition = 2;
  state.phase = WatchPhase::refused;
  state.words = "the file cannot be run & stays";
  state.problems = {problem};
  state.picture = 4;
  state.picture_edition = 1;
  return state;
}

/// What stands between <tag> and </tag>.
std::string inner(const std::string& page, const std::string& tag) {
  const std::size_t begin = page.find("<" + tag + ">") + tag.size() + 2;
  return page.substr(begin, page.find("</" + tag + ">") - begin);
}

TEST_CASE("the frame's policy allows its own script and style, and nothing inline beside them") {
  const std::string page = watch_page({}, "a.yaml");
  CHECK_THAT(watch_policy(), Contains(output::page::content_hash(inner(page, "script"))));
  CHECK_THAT(watch_policy(), Contains(output::page::content_hash(inner(page, "style"))));
  CHECK_THAT(watch_policy(), !Contains("unsafe"));
  CHECK_THAT(page, !Contains(" style="));
  CHECK_THAT(page, !Contains(" onload="));
}

TEST_CASE("names and problems are text in the frame, whatever they contain") {
  const std::string page = watch_page(refused_state(), "<script>x</script>.yaml");
  CHECK_THAT(page, Contains("a.yaml:3:5: error: there is no &lt;/pre&gt;&lt;script&gt;"));
  CHECK_THAT(page, !Contains("<script>alert"));
  CHECK_THAT(page, !Contains("<script>x"));
  CHECK_THAT(page, !Contains("<img"));
  CHECK_THAT(page, Contains("the file cannot be run &amp; stays"));
}

TEST_CASE("without script the frame says the same: problems, an old picture, a result to save") {
  const std::string refused = watch_page(refused_state(), "a.yaml");
  CHECK_THAT(refused, Contains("<p id='stale'>"));
  CHECK_THAT(refused, Contains("class='old'"));
  CHECK_THAT(refused, Contains("<h2 id='count'>1 problem</h2>"));
  CHECK_THAT(refused, Contains("href='/result.h5' hidden"));
  WatchState whole = refused_state();
  whole.phase = WatchPhase::finished;
  whole.problems.clear();
  whole.picture_edition = whole.edition;
  whole.content_hash = "ab";
  const std::string page = watch_page(whole, "a.yaml");
  CHECK_THAT(page, Contains("<p id='stale' hidden>"));
  CHECK_THAT(page, !Contains("class='old'"));
  CHECK_THAT(page, Contains("href='/result.h5'>"));
}

TEST_CASE("the state as JSON says where, what, why and what to do") {
  const output::Json json = output::Json::parse(watch_state_json(refused_state()));
  CHECK(json["version"] == 7);
  CHECK(json["phase"] == "refused");
  CHECK(json["stale"] == true);
  CHECK(json["content_hash"].is_null());
  CHECK(json["problems"][0]["line"] == 3);
  CHECK(json["problems"][0]["why"] == "names are \"known\"");
  CHECK(json["problems"][0]["text"] == render(refused_state().problems[0], false));
}

TEST_CASE("only requests to this machine's own names are its own") {
  CHECK(is_own_host("127.0.0.1:8017", 8017));
  CHECK(is_own_host("localhost:8017", 8017));
  for (const std::string host :
       {"", "127.0.0.1", "localhost", "127.0.0.1:80", "127.0.0.1:80170", "evil.example:8017",
        "127.0.0.1.evil.example:8017", "127.0.0.1:8017@evil.example", "[::1]:8017"}) {
    INFO(host);
    CHECK_FALSE(is_own_host(host, 8017));
  }
  CHECK(is_own_host("localhost", 80)); // browsers leave out the port of http
}

TEST_CASE("the name of a saved result is harmless in a header") {
  CHECK(download_name("incident.yaml") == "incident.h5");
  CHECK(download_name("a\"; x=\r\nb.yaml") == "a___x___b.h5");
  CHECK(download_name(".yaml") == "result.h5");
  CHECK(download_name("noending") == "noending.h5");
}

} // namespace
} // namespace sojourn::cli
