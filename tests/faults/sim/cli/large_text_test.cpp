// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/cli/process.hpp"

#include "sim/scenario/yaml_events.hpp"

#include <catch2/catch.hpp>
#include <sys/resource.h>

// S1: whatever text it is given, `check` answers within 256 MB.
using namespace sojourn;

namespace {

struct Use {
  int code = -1;
  long peak_kb = 0;
};

Use check(const process::Folder& folder, const std::string& text) {
  const std::filesystem::path path = folder.path() / "large.yaml";
  std::ofstream(path) << text;
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execl(SOJOURN_PROGRAM, "sojourn", "check", path.c_str(), nullptr);
    _exit(98);
  }
  int status = 0;
  rusage use{};
  wait4(child, &status, 0, &use);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), use.ru_maxrss};
}

/// As much text as is read at all, in words as long as 990,000 entries leave room for.
std::string long_words() {
  std::string text;
  for (int i = 0; i < 990'000; ++i) {
    const std::string n = std::to_string(i);
    text += "k" + std::string(9 - n.size(), '0') + n + ": 1\n";
  }
  return text;
}

std::string many_groups() {
  std::string text = "a: [";
  for (int i = 0; i < 249'000; ++i) {
    text += "{b: 1,c: 1,d: 1},";
  }
  return text + "1]\n";
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr long most_kb = 4 * 1024 * 1024; // sanitizers keep books of their own
#else
constexpr long most_kb = 256 * 1024;
#endif

} // namespace

TEST_CASE("the longest texts are refused within 256 MB") {
  const process::Folder folder;
  const std::string words = long_words();
  REQUIRE(words.size() < most_bytes);
  REQUIRE(words.size() > most_bytes * 4 / 5);
  for (const std::string& text : {words, many_groups(), "title: " + std::string(60U << 20U, 'x')}) {
    const Use use = check(folder, text);
    CHECK(use.code == 65);
    CHECK(use.peak_kb < most_kb);
  }
}
