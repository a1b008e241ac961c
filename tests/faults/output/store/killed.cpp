// SPDX-License-Identifier: Apache-2.0
// kill -9 while results are being published one after the other: the target is at any time a whole
// result, and the next run finds its way.
#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include "output/store/h5_file.hpp"
#include "output/store/result_file.hpp"
#include "tests/faults/output/store/scratch.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;
using test::Scratch;

namespace {

[[noreturn]] void publish_for_ever(const std::filesystem::path& path, const ResultData& data) {
  for (;;) {
    ResultFile(path, Replace::own_result).publish(data);
  }
}

void kill_after(const std::filesystem::path& path, const ResultData& data, useconds_t delay) {
  const pid_t child = ::fork();
  if (child == 0) {
    publish_for_ever(path, data);
  }
  ::usleep(delay);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
}

void survive(int n_kills, std::size_t n_journeys) {
  const Scratch folder;
  const auto path = folder / "out.h5";
  ResultData data = test::full_result();
  data.journeys = test::random_journeys(data, n_journeys, 1);
  const std::string hash = ResultFile(path, Replace::nothing).publish(data);
  std::mt19937 random(3);
  for (int i = 0; i < n_kills; ++i) {
    kill_after(path, data, static_cast<useconds_t>(random() % 100000));
    INFO("kill " << i);
    REQUIRE(stored_content_hash(path) == hash);
    CHECK(folder.n_files() <= 2);
  }
  ResultFile(path, Replace::own_result).publish(data);
  CHECK(folder.n_files() == 1);
}

} // namespace

TEST_CASE("kill -9 leaves a whole result", "[store][faults]") { survive(15, 5); }

TEST_CASE("kill -9 leaves a whole result, 200 times", "[store][faults][soak]") {
  survive(100, 5);
  survive(100, h5::File::chunk_rows);
}
