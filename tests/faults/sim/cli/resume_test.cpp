// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/cli/process.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <random>
#include <thread>

// A run may be killed at any moment and go on: what comes out is what an uninterrupted run finds.

using namespace sojourn;
using Catch::Matchers::Contains;
using process::Folder;
using process::run;

namespace {

const std::string sizes =
    "run mine.yaml -n 40 --study compare --study ablate --json -q --no-report ";

std::string hash_in(const std::string& document) {
  const std::size_t at = document.find("\"content_hash\": \"");
  REQUIRE(at != std::string::npos);
  return document.substr(at + 17, 64);
}

void init(const Folder& folder) { REQUIRE(run(folder, "init mine --from incident").code == 0); }

std::string uninterrupted() {
  const Folder folder;
  init(folder);
  return hash_in(run(folder, sizes + "--threads 1").out);
}

/// Kills runs with the given threads at drawn moments, until one ends by itself.
int kills_until_done(const Folder& folder, std::mt19937& random, int most_milliseconds,
                     std::string& hash) {
  for (int kills = 0;; ++kills) {
    const std::string threads = std::to_string(1 << (kills % 3));
    process::Process one(folder.path(),
                         sizes + "--checkpoint 0.001s --resume --threads " + threads);
    const bool patient = kills >= 8; // it must end some day
    std::this_thread::sleep_for(std::chrono::milliseconds(
        patient ? 0 : random() % static_cast<unsigned>(most_milliseconds)));
    if (!patient) {
      one.send(SIGKILL);
    }
    const process::Outcome outcome = one.wait();
    if (outcome.code == 0) {
      hash = hash_in(outcome.out);
      return kills;
    }
    REQUIRE(outcome.code == 128 + SIGKILL);
  }
}

void check_kills(int times, unsigned seed) {
  const std::string expected = uninterrupted();
  std::mt19937 random(seed);
  for (int i = 0; i < times; ++i) {
    const Folder folder;
    init(folder);
    std::string hash;
    const int kills = kills_until_done(folder, random, 900, hash);
    INFO("after " << kills << " kills");
    CHECK(hash == expected);
    for (const std::string& name : folder.names()) {
      CHECK(name.find(".partial") == std::string::npos);
      CHECK(name.find(".checkpoint") == std::string::npos);
    }
  }
}

} // namespace

TEST_CASE("a run that is killed goes on to the same result, bit for bit") { check_kills(2, 17); }

TEST_CASE("200 kills at drawn moments lose nothing", "[soak]") { check_kills(30, 18); }

TEST_CASE("a checkpoint of another run is refused, a damaged one too") {
  const Folder folder;
  init(folder);
  process::Process one(folder.path(), sizes + "--checkpoint 0.001s");
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  one.send(SIGINT);
  const process::Outcome stopped = one.wait();
  CHECK(stopped.code == 130);
  const auto path = folder.path() / "mine.h5.checkpoint";
  if (!std::filesystem::exists(path)) {
    return; // a fast machine: it was done before
  }
  const auto other = run(folder, sizes + "--resume --seed 5");
  CHECK(other.code == 65);
  CHECK_THAT(other.err, Contains("belongs to another run"));
  std::fstream(path, std::ios::in | std::ios::out | std::ios::binary).seekp(200) << "xxxx";
  const auto damaged = run(folder, sizes + "--resume");
  CHECK(damaged.code == 65);
  CHECK_THAT(damaged.err, Contains("damaged"));
}

TEST_CASE("option --resume without a checkpoint starts from the beginning and says so") {
  const Folder folder;
  init(folder);
  const auto fresh = run(folder, "run mine.yaml -n 2 --resume --no-report");
  CHECK(fresh.code == 0);
  CHECK_THAT(fresh.err, Contains("there is no checkpoint"));
}

TEST_CASE("a checkpoint that cannot be written costs nothing but itself") {
  const Folder folder;
  init(folder);
  std::filesystem::create_directory(folder.path() / "mine.h5.checkpoint");
  const auto outcome =
      run(folder, "run mine.yaml -n 12 --study compare --no-report --checkpoint 0.001s");
  INFO(outcome.err);
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.err, Contains("the run goes on"));
  CHECK(std::filesystem::exists(folder.path() / "mine.h5"));
}
