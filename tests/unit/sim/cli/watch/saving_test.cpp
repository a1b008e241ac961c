// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/watch/board.hpp"
#include "sim/cli/watch/job.hpp"
#include "sim/cli/watch/saved_text.hpp"
#include "tests/unit/sim/cli/process.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <future>
#include <string>
#include <thread>

namespace sojourn::cli {
namespace {

using std::chrono::milliseconds;

ScenarioRead gone() {
  Problem problem;
  problem.message = "there is no such file";
  problem.missing_file = true;
  return problem;
}

std::string text_in(const std::optional<ScenarioRead>& read) {
  return read && std::holds_alternative<std::string>(*read) ? std::get<std::string>(*read) : "-";
}

TEST_CASE("rounds begin with the fewest that have an interval, and double") {
  CHECK(watch_rounds(30) == std::vector<int>{2, 4, 8, 16});
  CHECK(watch_rounds(16) == std::vector<int>{2, 4, 8});
  CHECK(watch_rounds(3) == std::vector<int>{2});
  CHECK(watch_rounds(2).empty());
}

TEST_CASE("the first text is taken up at once, a later one when it has settled") {
  Settling settling;
  const auto start = Settling::Clock::now();
  CHECK(text_in(settling.look(std::string("a"), start)) == "a");
  CHECK_FALSE(settling.look(std::string("a"), start + milliseconds(500)));
  CHECK_FALSE(settling.look(std::string("b"), start + milliseconds(510)));
  CHECK_FALSE(settling.look(std::string("bb"), start + milliseconds(560))); // still being written
  CHECK_FALSE(settling.look(std::string("bb"), start + milliseconds(610)));
  CHECK(text_in(settling.look(std::string("bb"), start + milliseconds(620))) == "bb");
  CHECK_FALSE(settling.look(std::string("bb"), start + milliseconds(900)));
}

TEST_CASE("a file that is empty or away for a moment is no new version") {
  Settling settling;
  const auto start = Settling::Clock::now();
  CHECK(settling.look(std::string("a"), start));
  CHECK_FALSE(settling.look(std::string(""), start + milliseconds(10)));
  CHECK_FALSE(settling.look(gone(), start + milliseconds(400)));
  CHECK_FALSE(settling.look(gone(), start + milliseconds(1300)));
  CHECK_FALSE(settling.look(std::string("a"), start + milliseconds(1350))); // back as it was
  CHECK_FALSE(settling.look(gone(), start + milliseconds(1400)));
  const auto lost = settling.look(gone(), start + milliseconds(2400));
  REQUIRE(lost);
  CHECK(std::get<Problem>(*lost).missing_file);
  CHECK_FALSE(settling.look(std::string("a"), start + milliseconds(2500)));
  CHECK(text_in(settling.look(std::string("a"), start + milliseconds(2560))) == "a");
}

/// Looks until something new is there, as the command does.
std::string next_text(SavedText& file) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (std::chrono::steady_clock::now() < end) {
    if (const auto read = file.look()) {
      return text_in(read);
    }
    std::this_thread::yield();
  }
  return "nothing";
}

TEST_CASE("a save is seen in place, by rename, and with the same length within a tick") {
  const process::Folder folder;
  const std::filesystem::path path = folder.path() / "s.yaml";
  std::ofstream(path) << "one";
  SavedText file(path);
  CHECK(next_text(file) == "one");
  CHECK_FALSE(file.look());
  std::ofstream(path) << "two";
  CHECK(next_text(file) == "two");
  std::ofstream(folder.path() / "new") << "six";
  std::filesystem::rename(folder.path() / "new", path);
  CHECK(next_text(file) == "six");
}

TEST_CASE("the board tells an old picture from the picture of the text that was saved last") {
  Board board;
  CHECK(board.report() == nullptr);
  board.begin("simulating", {});
  CHECK_FALSE(board.state().stale()); // there is none yet
  board.show("first", "<p>1", 2);
  CHECK_FALSE(board.state().stale());
  board.finish("all", "<p>2", 30, "bytes", "hash");
  CHECK(board.state().phase == WatchPhase::finished);
  CHECK(*board.result() == "bytes");
  const SharedText read_by_somebody = board.report();
  board.begin("simulating", {});
  CHECK(board.state().stale());
  CHECK(board.state().content_hash.empty());
  CHECK(board.result() == nullptr);
  board.refuse("no", {Problem{}});
  CHECK(board.state().phase == WatchPhase::refused);
  CHECK(*board.report() == "<p>2"); // the last good one stays
  board.begin("simulating", {});
  board.show("first", "<p>3", 2);
  CHECK_FALSE(board.state().stale());
  CHECK(board.state().replications == 2);
  CHECK(*read_by_somebody == "<p>2");
}

TEST_CASE("who waits for news is woken by a change, and by the end") {
  Board board;
  const std::uint64_t known = board.state().version;
  CHECK(board.wait(known, milliseconds(1)).version == known);
  const auto waited = [&board](std::uint64_t version) {
    return std::async(std::launch::async,
                      [&board, version] { return board.wait(version, std::chrono::hours(1)); });
  };
  auto news = waited(known);
  board.progress("some");
  CHECK(news.get().words == "some");
  auto end = waited(board.state().version);
  board.close();
  CHECK(end.get().words == "some");
}

} // namespace
} // namespace sojourn::cli
