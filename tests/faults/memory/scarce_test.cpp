// SPDX-License-Identifier: Apache-2.0
// R4: wherever memory runs out during a run, it ends with a reason, and what was there stays.
#include "sim/cli/program.hpp"
#include "tests/faults/memory/scarce.hpp"
#include "tests/unit/sim/cli/process.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace sojourn;
using process::Folder;
using process::text_of;

namespace {

using Words = std::vector<std::string>;

/// The whole program in a child whose n-th allocation fails.
process::Outcome run(const Folder& folder, const Words& words, long n, bool for_good) {
  (void)scarce::calls(); // the count must be there before the child is
  const pid_t child = fork();
  if (child == 0) {
    const int flags = O_WRONLY | O_CREAT | O_TRUNC;
    if (chdir(folder.path().c_str()) != 0 || dup2(open("out.txt", flags, 0600), 1) < 0 ||
        dup2(open("err.txt", flags, 0600), 2) < 0) {
      _exit(99);
    }
    scarce::begin(n, for_good);
    const int code = cli::program(words);
    scarce::end();
    std::exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  process::Outcome outcome;
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.out = text_of(folder.path() / "out.txt");
  outcome.err = text_of(folder.path() / "err.txt");
  return outcome;
}

const std::string journey = R"(sojourn: 1
title: Scarce
personas: { ann: { patience: 9 min, biases: { peak_end: {}, waiting: {} } } }
arrivals: { rate: 6 per hour }
resources: { desk: { capacity: 1, cost: 20 per h } }
touchpoints:
  ask:
    step: engage
    needs: { desk: 1 }
    takes: 5 min
    feels: { mean: 1, spread: 1, waiting: -0.1 per min }
    value: realised
    then: [ { to: done, share: rest }, { to: left, when: out_of_patience } ]
exits: { done: { outcome: served }, left: { outcome: lost } }
value: { counted_over: 2 h, worth: 30 per h }
variants: { quick: { change: { touchpoints.ask.takes: 4 min } } }
experiment: { horizon: 3 days, warm_up: 1 day, seed: 4 }
)";

/// A folder with the journey, and what a run leaves there before and after.
class Scene {
public:
  Scene() {
    std::ofstream(folder.path() / "mine.yaml") << journey;
    run_on("1");
  }
  /// What two and three replications leave; a result names its threads.
  void run_on(const std::string& threads) {
    REQUIRE(run(folder, words("2", threads), 0, false).code == 0);
    before = text_of(result());
    REQUIRE(run(folder, words("3", threads), 0, false).code == 0);
    n_calls = scarce::calls();
    after = text_of(result());
    REQUIRE(before != after);
    files = names();
  }
  [[nodiscard]] Words words(const std::string& replications,
                            const std::string& threads = "1") const {
    return {"run", "mine.yaml", "-n", replications, "--threads", threads};
  }
  [[nodiscard]] std::filesystem::path result() const { return folder.path() / "mine.h5"; }
  [[nodiscard]] std::set<std::string> names() const {
    const std::vector<std::string> all = folder.names();
    return {all.begin(), all.end()};
  }
  void restore() const { std::ofstream(result(), std::ios::binary) << before; }

  Folder folder;
  std::string before, after;
  long n_calls = 0;
  std::set<std::string> files;
};

/// Close to each other at both ends, where files are opened and published.
std::vector<long> moments(long n_calls) {
  std::set<long> all;
  for (double step = 1; step < static_cast<double>(n_calls); step *= 1.6) {
    all.insert(static_cast<long>(step));
    all.insert(n_calls - static_cast<long>(step));
  }
  return {all.begin(), all.end()};
}

void check_survives(const Scene& scene, const Words& words, long n, bool for_good) {
  scene.restore();
  const process::Outcome outcome = run(scene.folder, words, n, for_good);
  INFO("allocation " << n << (for_good ? " and all after it: " : ": ") << outcome.code << " "
                     << outcome.err);
  const std::string result = text_of(scene.result());
  CHECK((result == scene.before || result == scene.after));
  CHECK(scene.names() == scene.files);
  if (outcome.code == 0) {
    CHECK(result == scene.after);
    return;
  }
  CHECK((outcome.code == 70 || outcome.code == 74));
  CHECK(outcome.err.find("memory") != std::string::npos);
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') <= 3);
}

} // namespace

TEST_CASE("a run that lacks memory once says so and leaves the former result alone") {
  const Scene scene;
  REQUIRE(scene.n_calls > 500);
  int refused = 0;
  for (const long n : moments(scene.n_calls)) {
    check_survives(scene, scene.words("3"), n, false);
    CHECK(scarce::failed());
    ++refused;
  }
  CHECK(refused > 30);
}

TEST_CASE("a run that lacks memory for good says so and leaves the former result alone") {
  const Scene scene;
  for (const long n : moments(scene.n_calls)) {
    check_survives(scene, scene.words("3"), n, true);
  }
}

TEST_CASE("a thread that lacks memory ends the run as well") {
  Scene scene;
  scene.run_on("2");
  for (long n = scene.n_calls / 13; n < scene.n_calls; n += scene.n_calls / 12) {
    check_survives(scene, scene.words("3", "2"), n, true);
  }
}
