// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/cli/process.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

using namespace sojourn;
using process::Folder;
using process::run;

TEST_CASE("a second signal ends the program at once and leaves the previous result") {
  const Folder folder;
  REQUIRE(run(folder, "init mine --from incident").code == 0);
  REQUIRE(run(folder, "run mine.yaml -n 2 -q --no-report --study compare").code == 0);
  const std::string before = process::text_of(folder.path() / "mine.h5");
  // one replication of ten years takes longer than anybody waits
  process::Process one(folder.path(), "run mine.yaml -n 100000 -q --no-report --study compare "
                                      "--set 'experiment.horizon=10 years'");
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  one.send(SIGINT);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  one.send(SIGINT);
  const auto sent = std::chrono::steady_clock::now();
  CHECK(one.wait().code == 130);
  CHECK(std::chrono::steady_clock::now() - sent < std::chrono::seconds(2));
  CHECK(process::text_of(folder.path() / "mine.h5") == before);
}
