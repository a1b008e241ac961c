// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/small.hpp"

#include "sim/scenario/yaml_events.hpp"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

using namespace sojourn;
using namespace scenario_test;
using Catch::Matchers::Contains;

namespace {

// S1: a place and a reason within a second, never a crash.
Problem refused(const std::string& text) {
  const std::clock_t begin = std::clock();
  const Loaded loaded = load_scenario_text(text, "hostile.yaml", {});
  const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  REQUIRE_FALSE(loaded.ok());
  REQUIRE(loaded.problems.size() <= 201);
  CHECK(took < 10); // a second when optimised; sanitizers take their time
  return loaded.problems.front();
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    text += piece;
  return text;
}

} // namespace

TEST_CASE("too much of anything is refused", "[scenario][fault]") {
  CHECK(refused(repeated("[", 100000)).message == "more than 64 levels of nesting");
  CHECK(refused(repeated("- ", 100000)).message == "more than 64 levels of nesting");
  CHECK(refused("a: [" + repeated("1,", most_values + 10) + "1]").message ==
        "more than 1000000 values in one scenario");
  CHECK(refused(std::string(most_bytes + 1, 'a')).message == "the file is larger than 16 MB");
}

TEST_CASE("many names, many mistakes, many equal keys end quickly", "[scenario][fault]") {
  std::string many = "sojourn: 1\ntouchpoints:\n";
  for (int i = 0; i < 20000; ++i)
    many += "  t" + std::to_string(i) + ": { then: [ { to: x" + std::to_string(i) + " } ] }\n";
  CHECK_THAT(refused(many).message, Contains("lacks `exits`") || Contains("1000 entries"));
  std::string unknown;
  for (int i = 0; i < 100000; ++i)
    unknown += "personaz" + std::to_string(i) + ": 1\n";
  CHECK_THAT(refused(unknown).message, Contains("more than 1000 entries"));
  CHECK_THAT(refused(repeated("title: again\n", 100000)).message, Contains("written twice"));
}

TEST_CASE("a long line and a long word are shown cut", "[scenario][fault]") {
  const Loaded loaded = load_scenario_text("sojourn: " + std::string(1000000, 'x'), "l.yaml", {});
  REQUIRE_FALSE(loaded.ok());
  CHECK(rendered(loaded).size() < 5000);
}

TEST_CASE("byte order mark and CRLF are accepted, lines stay right", "[scenario][fault]") {
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : small)
    windows += c == '\n' ? "\r\n" : std::string(1, c);
  const Loaded loaded = load_scenario_text(windows, "windows.yaml", {});
  INFO(rendered(loaded));
  REQUIRE(loaded.ok());
  CHECK(loaded.arms[0].scenario == unchanged());
}

TEST_CASE("what is no file is refused without waiting", "[scenario][fault]") {
  const auto folder =
      std::filesystem::temp_directory_path() / ("sojourn_hostile_" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  const std::string pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const auto message = [](const std::string& path) {
    const Loaded loaded = load_scenario(path, {});
    REQUIRE(loaded.problems.size() == 1);
    return loaded.problems[0].message;
  };
  CHECK(message(pipe) == "this is a pipe or a device, not a file");
  CHECK(message("/dev/zero") == "this is a pipe or a device, not a file");
  CHECK(message(folder) == "this is a folder");
  CHECK(message(folder / "none.yaml") == "there is no such file");
  CHECK(load_scenario(folder / "none.yaml", {}).problems[0].missing_file);
  std::ofstream(folder / "run.h5", std::ios::binary) << "\x89HDF\r\n\x1a\n and more";
  CHECK(message(folder / "run.h5") == "this is a result (HDF5), not a scenario");
  std::ofstream(folder / "told.h5", std::ios::binary)
      << std::string(512, '#') << "\x89HDF\r\n\x1a\n and more";
  CHECK(message(folder / "told.h5") == "this is a result (HDF5), not a scenario");
  CHECK(load_scenario(pipe + "/x", {}).problems[0].missing_file);
  CHECK_FALSE(load_scenario(pipe, {}).problems[0].missing_file);
  std::filesystem::remove_all(folder);
}

TEST_CASE("mutated scenarios never crash and never pass with a NaN", "[scenario][fault]") {
  const std::string incident = text_of_file("scenarios/incident.yaml");
  std::mt19937 luck(7);
  for (int i = 0; i < 300; ++i) {
    std::string text = incident;
    for (unsigned n = luck() % 4 + 1; n > 0; --n) {
      const std::size_t at = luck() % text.size();
      switch (luck() % 4) {
      case 0:
        text[at] = static_cast<char>(luck() % 256);
        break;
      case 1:
        text.erase(at, luck() % 40);
        break;
      case 2:
        text.insert(at, incident.substr(luck() % incident.size(), luck() % 60));
        break;
      default:
        text.insert(at, 1, "{}[]:,#&*!|>'\"%@`\n\t-"[luck() % 20]);
      }
    }
    const Loaded loaded = load_scenario_text(text, "mutated.yaml", {});
    CHECK(loaded.ok() == !loaded.arms.empty());
    CHECK(rendered(loaded).find('\0') == std::string::npos);
  }
}

TEST_CASE("settings from outside are read as carefully", "[scenario][fault]") {
  for (const char* setting :
       {"", "=", "a=", "=1", "*=1", "*.*=1", "personas=1", "touchpoints.*.then.*.share=x",
        "touchpoints.ask.then.ask[.share=1%", "touchpoints.ask.then.ask[nobody].share=1%",
        "resources.desk.capacity=[[[", "resources.desk.capacity={times: nan}",
        "touchpoints={remove: true}", "personas.anna={remove: true}", "exits.done=*a",
        "touchpoints.ask.then=[]", "touchpoints.ask=1", "sojourn=1", "variants.x.title=a"}) {
    INFO(setting);
    LoadOptions options;
    options.set = {setting};
    const Loaded loaded = load_scenario_text(small, "small.yaml", options);
    CHECK_FALSE(loaded.ok());
  }
}
