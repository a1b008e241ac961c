// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/cli/process.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <thread>

using namespace sojourn;
using Catch::Matchers::Contains;
using process::Folder;
using process::run;

namespace {

/// A run that would take minutes, so that whatever ends at once has not simulated.
const std::string long_run = "run mine.yaml -n 100000 ";

void init(const Folder& folder) { REQUIRE(run(folder, "init mine").code == 0); }

} // namespace

TEST_CASE("what cannot be written is said before simulating, each in its own words") {
  const Folder folder;
  init(folder);
  std::filesystem::create_directory(folder.path() / "folder.h5");
  std::ofstream(folder.path() / "precious.h5") << "my thesis";
  std::ofstream(folder.path() / "mine.html") << "my home page";
  std::set<std::string> messages;
  for (const std::string arguments :
       {"-o nowhere/out.h5", "-o folder.h5", "-o precious.h5", "-o mine.yaml/out.h5",
        "--report nowhere/a.html", "-o ok.h5 --report mine.yaml", ""}) {
    const auto refused = run(folder, long_run + arguments);
    INFO(arguments << ": " << refused.err);
    CHECK(refused.code == 73);
    CHECK(refused.out.empty());
    messages.insert(refused.err);
  }
  const auto too_long = run(folder, long_run + "-o " + std::string(300, 'x') + ".h5");
  CHECK(too_long.code == 73);
  CHECK_THAT(too_long.err, Contains("too long"));
  CHECK(messages.size() == 7);
  CHECK(process::text_of(folder.path() / "precious.h5") == "my thesis");
  CHECK(process::text_of(folder.path() / "mine.html") == "my home page");
  for (const std::string& name : folder.names()) {
    CHECK(name.find(".partial") == std::string::npos);
  }
}

TEST_CASE("option --force replaces what is there; our own results need no force") {
  const Folder folder;
  init(folder);
  std::ofstream(folder.path() / "mine.html") << "my home page";
  CHECK(run(folder, "run mine.yaml -n 2 -q --force").code == 0);
  CHECK_THAT(process::text_of(folder.path() / "mine.html"), Contains("Sojourn report"));
  CHECK(run(folder, "run mine.yaml -n 3 -q").code == 0);
  CHECK(run(folder, "run mine.yaml -n 2 -q -o mine.h5").code == 73);
}

TEST_CASE("input that is missing or bad has its own codes") {
  const Folder folder;
  CHECK(run(folder, "run missing.yaml").code == 66);
  std::ofstream(folder.path() / "bad.yaml") << "sojourn: 1\n";
  CHECK(run(folder, "run bad.yaml").code == 65);
  CHECK(run(folder, "report missing.h5").code == 66);
  CHECK(run(folder, "report bad.yaml").code == 65);
  init(folder);
  for (const std::string wrong :
       {"-n -3", "-n 1", "--arm nobody", "--threads 0", "--executor gpu", "--journeys 10",
        "--executor serial --threads 2", "--study gossip", "--max-time soon",
        "--report a.html --no-report", "-o x.html --report x.html"}) {
    const auto refused = run(folder, long_run + wrong);
    INFO(wrong << ": " << refused.err);
    CHECK(refused.code == 2);
  }
}

TEST_CASE("the first signal keeps what is done, marked incomplete; the second ends at once") {
  const Folder folder;
  init(folder);
  for (const auto& [signal, code] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143)}) {
    process::Process running(folder.path(), long_run + "--json --threads 2");
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    running.send(signal);
    const auto stopped = running.wait();
    INFO(stopped.err);
    CHECK(stopped.code == code);
    CHECK_THAT(stopped.out, Contains("\"complete\": false"));
    CHECK(run(folder, "report mine.h5").code == 0);
  }
}

TEST_CASE("a signal at any moment leaves a whole result or none", "[soak]") {
  const Folder folder;
  init(folder);
  for (int moment = 0; moment < 100; ++moment) {
    process::Process running(folder.path(), long_run + "--json --quiet");
    std::this_thread::sleep_for(std::chrono::milliseconds(7 * moment));
    running.send(moment % 2 == 0 ? SIGINT : SIGTERM);
    const auto begun = std::chrono::steady_clock::now();
    const auto stopped = running.wait();
    INFO(moment << ": " << stopped.code << " " << stopped.err);
    CHECK(stopped.code == (moment % 2 == 0 ? 130 : 143));
    // The run would take minutes; the margin is for a busy machine.
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
    if (std::filesystem::exists(folder.path() / "mine.h5")) {
      CHECK(run(folder, "plot mine.h5").code == 0);
    }
  }
}

TEST_CASE("a time limit ends with what is done and a code of its own") {
  const Folder folder;
  init(folder);
  const auto stopped = run(folder, long_run + "--json --max-time 1s");
  INFO(stopped.err);
  CHECK(stopped.code == 75);
  CHECK_THAT(stopped.out, Contains("stopped at the time limit"));
}

TEST_CASE("a reader who goes away does not cost the result; a full disk is an error") {
  const Folder folder;
  init(folder);
  CHECK(run(folder, "run mine.yaml -n 2 -q", "exec 1>&-;").code == 74);
  CHECK(std::filesystem::exists(folder.path() / "mine.h5"));
  const auto full = run(folder, "models", "exec >/dev/full;");
  CHECK(full.code == 74);
  CHECK_THAT(full.err, Contains("cannot write to standard output: No space left on device"));
  // stdout is a pipe whose reader has gone
  CHECK(run(folder, "models", "mkfifo p; true <p & exec 3>p 1>&3; wait;").code == 0);
}
