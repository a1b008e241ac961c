// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/text_file.hpp"

#include "sim/scenario/yaml_events.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace sojourn {
namespace {

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0)
      ::close(number);
  }
};

Problem problem_of(const std::string& path, const std::string& message, const std::string& hint) {
  Problem problem;
  problem.file = path;
  problem.message = message;
  problem.hint = hint;
  return problem;
}

Problem cannot_open(const std::string& path, int reason) {
  Problem problem = problem_of(path, std::string("cannot be opened: ") + std::strerror(reason), {});
  problem.missing_file = reason == ENOENT || reason == ENOTDIR;
  if (problem.missing_file) {
    problem.message = "there is no such file";
    problem.hint = "check the name, or write a new scenario with `sojourn init`";
  }
  return problem;
}

std::optional<Problem> not_a_text(const std::string& path, const struct stat& status) {
  if (S_ISDIR(status.st_mode))
    return problem_of(path, "this is a folder", "name the scenario file in it");
  if (!S_ISREG(status.st_mode))
    return problem_of(path, "this is a pipe or a device, not a file",
                      "save the scenario to a file and name that");
  if (status.st_size > static_cast<off_t>(most_bytes))
    return problem_of(path, "the file is larger than 16 MB", "a scenario is a few pages of text");
  return std::nullopt;
}

/// The signature of a result, behind a block of 0, 512, 1024, ... bytes in which there may be text.
bool is_hdf5(const std::string& bytes) {
  constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
  for (std::size_t at = 0; at + signature.size() <= bytes.size(); at = at == 0 ? 512 : 2 * at) {
    if (bytes.compare(at, signature.size(), signature) == 0)
      return true;
  }
  return false;
}

std::variant<std::string, Problem> contents(const std::string& path, int file, std::size_t size) {
  std::string text;
  text.reserve(size + 1);
  char buffer[65536];
  while (text.size() <= most_bytes) {
    const ssize_t got = ::read(file, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return problem_of(path, std::string("cannot be read: ") + std::strerror(errno), {});
    if (got == 0)
      return text;
    text.append(buffer, static_cast<std::size_t>(got));
    if (is_hdf5(text))
      return problem_of(path, "this is a result (HDF5), not a scenario",
                        "give its scenario here; `sojourn report` and `sojourn plot` read results");
  }
  return problem_of(path, "the file is larger than 16 MB", "a scenario is a few pages of text");
}

} // namespace

std::variant<std::string, Problem> read_text_file(const std::string& path) {
  if (path.find('\0') != std::string::npos)
    return problem_of(path, "a file name holds no NUL character", {});
  // Without O_NONBLOCK, opening a pipe that nobody writes to would wait forever.
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
  if (file.number < 0)
    return cannot_open(path, errno);
  struct stat status {};
  if (::fstat(file.number, &status) != 0)
    return cannot_open(path, errno);
  if (const auto problem = not_a_text(path, status))
    return *problem;
  return contents(path, file.number, static_cast<std::size_t>(status.st_size));
}

} // namespace sojourn
