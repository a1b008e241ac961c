// SPDX-License-Identifier: Apache-2.0
// What cannot be written is known before anything is simulated, each with its own message.
#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include "output/store/result_file.hpp"
#include "tests/faults/output/store/scratch.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;
using test::bytes_of;
using test::put_bytes;
using test::Scratch;

namespace {

std::string refusal(const std::filesystem::path& path, Replace replace) {
  try {
    check_target(path, replace);
  } catch (const EnvironmentError& error) {
    CHECK(error.exit_code() == 73);
    return error.what();
  }
  return "";
}

std::string says(const std::filesystem::path& path, const std::string& reason) {
  return "cannot create " + path.string() + ": " + reason;
}

// Runs `work` as a user without rights; root may write everywhere. Returns what it returns.
template <class Work> std::string as_nobody(const Work& work) {
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const bool dropped = ::getuid() != 0 || ::setuid(65534) == 0;
    const std::string text = dropped ? work() : "cannot become nobody";
    const ssize_t n = ::write(ends[1], text.data(), text.size());
    ::_exit(n < 0 ? 1 : 0);
  }
  ::close(ends[1]);
  std::string text(4096, '\0');
  const ssize_t n = ::read(ends[0], text.data(), text.size());
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  text.resize(n < 0 ? 0 : static_cast<std::size_t>(n));
  return text;
}

} // namespace

TEST_CASE("a target that cannot be is refused with its reason", "[store][faults]") {
  const Scratch folder;
  const auto missing_folder = folder / "none" / "out.h5";
  CHECK(refusal(missing_folder, Replace::anything) ==
        says(missing_folder, "the folder " + (folder / "none").string() + " does not exist"));
  CHECK(refusal(folder.path(), Replace::anything) == says(folder.path(), "it is a folder"));
  CHECK(refusal("", Replace::anything) == "cannot create : no name is given");
  const auto long_name = folder / std::string(255, 'x');
  CHECK(refusal(long_name, Replace::anything) == says(long_name, "the name is too long"));
  put_bytes(folder / "file", "");
  const auto below_file = folder / "file" / "out.h5";
  CHECK(refusal(below_file, Replace::anything) ==
        says(below_file, (folder / "file").string() + " is not a folder"));
  CHECK(refusal("/dev/null", Replace::anything) == says("/dev/null", "it is not a regular file"));
  CHECK(folder.n_files() == 1);
}

TEST_CASE("an existing file is replaced only where that was asked for", "[store][faults]") {
  const Scratch folder;
  const auto result = folder / "result.h5";
  const auto foreign = folder / "thesis.h5";
  publish(result, image(test::random_result(7)), Replace::nothing);
  put_bytes(foreign, "my thesis");
  CHECK(refusal(result, Replace::nothing) == says(result, "it exists; --force replaces it"));
  CHECK(refusal(result, Replace::own_result) == "");
  CHECK(refusal(foreign, Replace::own_result) ==
        says(foreign, "it exists and is no result of sojourn; --force replaces it"));
  CHECK(refusal(foreign, Replace::anything) == "");
  CHECK(bytes_of(foreign) == "my thesis");
  CHECK(folder.n_files() == 2);
}

TEST_CASE("rights are looked at before simulating", "[store][faults]") {
  const Scratch folder;
  const auto path = folder / "out.h5";
  publish(path, image(test::random_result(7)), Replace::nothing);
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
  CHECK(as_nobody([&] { return refusal(path, Replace::own_result); }) ==
        says(path, "it is write-protected; --force replaces it"));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  CHECK(as_nobody([&] { return refusal(folder / "new.h5", Replace::nothing); }) ==
        says(folder / "new.h5", "no permission to write in the folder " + folder.path().string()));
}

TEST_CASE("two runs on one output: the second is told", "[store][faults]") {
  const Scratch folder;
  const auto path = folder / "out.h5";
  {
    const ResultFile first(path, Replace::nothing);
    CHECK(refusal(path, Replace::nothing) == says(path, "another run is writing it"));
  }
  CHECK(refusal(path, Replace::nothing) == "");
  CHECK(folder.n_files() == 0);
}

TEST_CASE("what a killed run left is taken over and gone", "[store][faults]") {
  const Scratch folder;
  put_bytes(folder / "out.h5.partial", std::string(1000000, 'x'));
  const ResultData data = test::full_result();
  ResultFile(folder / "out.h5", Replace::nothing).publish(data);
  CHECK(folder.n_files() == 1);
  CHECK(bytes_of(folder / "out.h5") == test::as_text(image(data)));
}

TEST_CASE("a run that is given up leaves nothing", "[store][faults]") {
  const Scratch folder;
  const ResultData data = test::full_result();
  {
    ResultFile file(folder / "out.h5", Replace::nothing);
    file.append(test::random_journeys(data, 20000, 1));
    CHECK(folder.n_files() == 1);
  }
  CHECK(folder.n_files() == 0);
}

TEST_CASE("a link stays a link", "[store][faults]") {
  const Scratch folder;
  const auto link = folder / "latest.h5";
  std::filesystem::create_symlink("real.h5", link);
  ResultFile(link, Replace::nothing).publish(test::full_result());
  CHECK(std::filesystem::is_symlink(link));
  CHECK(bytes_of(folder / "real.h5") == test::as_text(image(test::full_result())));
}

// The run began when there was no file; in the meantime somebody saved one under that name.
TEST_CASE("a file that appears during the run is not overwritten", "[store][faults]") {
  const Scratch folder;
  const auto path = folder / "out.h5";
  ResultFile file(path, Replace::nothing);
  put_bytes(path, "my thesis");
  CHECK_THROWS_WITH(file.publish(test::full_result()),
                    says(path, "it exists; --force replaces it"));
  CHECK(bytes_of(path) == "my thesis");
}
