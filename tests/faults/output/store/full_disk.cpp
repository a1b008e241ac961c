// SPDX-License-Identifier: Apache-2.0
// The operating system itself refuses: limits on file sizes at 25 values, and a full disk at 25
// sizes where a small file system can be mounted.
#include <catch2/catch.hpp>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "output/store/h5_file.hpp"
#include "output/store/result_file.hpp"
#include "tests/faults/output/store/scratch.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;
using test::bytes_of;
using test::Scratch;

namespace {

ResultData data_of(std::size_t n_journeys) {
  ResultData data = test::full_result();
  data.journeys = test::random_journeys(data, n_journeys, 1);
  return data;
}

// Runs `work` in a process of its own that ends through exit(), where libhdf5 1.10 crashes after
// failed writes. Returns the exit status, or 1000 + the signal.
template <class Work> int in_child(const Work& work) {
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    std::exit(work());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

int publish_to(const std::filesystem::path& path, const ResultData& data) {
  try {
    ResultFile(path, Replace::own_result).publish(data);
  } catch (const EnvironmentError& error) {
    const std::string message = error.what();
    return message.find(path.string()) == std::string::npos ? 1 : error.exit_code();
  }
  return 0;
}

void limit_file_size(std::size_t bytes) {
  const rlimit limit = {bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

void expect_kept(const Scratch& folder, const std::string& previous) {
  CHECK(bytes_of(folder / "out.h5") == previous);
  CHECK(folder.n_files() == 1);
}

void resize_disk(const std::filesystem::path& disk, std::size_t bytes) {
  const std::string options = "size=" + std::to_string(bytes);
  REQUIRE(::mount("sojourn-test", disk.c_str(), "tmpfs", MS_REMOUNT, options.c_str()) == 0);
}

} // namespace

TEST_CASE("a limit on file sizes is an error, not a signal", "[store][faults]") {
  const Scratch folder;
  publish(folder / "out.h5", image(test::random_result(7)), Replace::nothing);
  const std::string previous = bytes_of(folder / "out.h5");
  for (const std::size_t n_journeys : {std::size_t{5}, std::size_t{h5::File::chunk_rows}}) {
    const ResultData data = data_of(n_journeys);
    const std::size_t size = image(data).size();
    for (std::size_t i = 0; i < 25; ++i) {
      INFO(n_journeys << " journeys, limit " << size * i / 25);
      CHECK(in_child([&] {
              limit_file_size(size * i / 25);
              return publish_to(folder / "out.h5", data);
            }) == 74);
      expect_kept(folder, previous);
    }
  }
}

TEST_CASE("a full disk leaves the previous result", "[store][faults]") {
  const Scratch folder;
  const auto disk = folder / "disk";
  std::filesystem::create_directory(disk);
  if (::mount("sojourn-test", disk.c_str(), "tmpfs", 0, "size=4k") != 0) {
    WARN("no small file system can be mounted here: only the limit on file sizes was tested");
    return;
  }
  const ResultData data = data_of(h5::File::chunk_rows);
  const auto path = disk / "out.h5";
  const std::size_t size = image(data).size();
  resize_disk(disk, 4 * size);
  publish(path, image(test::random_result(7)), Replace::nothing);
  const std::string previous = bytes_of(path);
  for (std::size_t i = 0; i < 25; ++i) {
    INFO("room for " << size * i / 25 << " of " << size);
    resize_disk(disk, previous.size() + 4096 + size * i / 25);
    CHECK(in_child([&] { return publish_to(path, data); }) == 74);
    CHECK(bytes_of(path) == previous);
    CHECK(std::distance(std::filesystem::directory_iterator(disk), {}) == 1);
  }
  ::umount(disk.c_str());
}
