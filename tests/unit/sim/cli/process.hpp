// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// Runs the program as users do: in a folder of its own, stdout and stderr apart.
namespace sojourn::process {

/// An empty folder that goes away.
class Folder {
public:
  Folder() {
    std::string name = std::filesystem::temp_directory_path() / "sojourn-cli-XXXXXX";
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code error;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, error);
    std::filesystem::remove_all(path_, error);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      names.push_back(entry.path().filename());
    }
    return names;
  }

private:
  std::filesystem::path path_;
};

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Outcome {
  int code = -1; // 128 + signal where one killed it
  std::string out, err;
};

/// A running program.
class Process {
public:
  /// `prepare` is shell text run before the program, such as "exec 1>&-;".
  Process(const std::filesystem::path& folder, const std::string& arguments,
          const std::string& prepare = {})
      : folder_(folder) {
    const std::string line = prepare + " exec " SOJOURN_PROGRAM " " + arguments;
    sigset_t stops, before; // the test's own handlers must not see what is meant for the program
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    sigprocmask(SIG_BLOCK, &stops, &before);
    pid_ = fork();
    if (pid_ == 0) {
      signal(SIGINT, SIG_DFL);
      signal(SIGTERM, SIG_DFL);
      sigprocmask(SIG_SETMASK, &before, nullptr);
      const int flags = O_WRONLY | O_CREAT | O_TRUNC;
      if (chdir(folder.c_str()) != 0 || dup2(open("out.txt", flags, 0600), 1) < 0 ||
          dup2(open("err.txt", flags, 0600), 2) < 0) {
        _exit(99);
      }
      execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
      _exit(98);
    }
    sigprocmask(SIG_SETMASK, &before, nullptr);
  }
  void send(int signal) const { kill(pid_, signal); }
  Outcome wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    Outcome outcome;
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.out = take("out.txt");
    outcome.err = take("err.txt");
    return outcome;
  }

private:
  std::string take(const char* name) const {
    std::string text = text_of(folder_ / name);
    std::filesystem::remove(folder_ / name);
    return text;
  }

  std::filesystem::path folder_;
  pid_t pid_ = -1;
};

inline Outcome run(const Folder& folder, const std::string& arguments,
                   const std::string& prepare = {}) {
  return Process(folder.path(), arguments, prepare).wait();
}

} // namespace sojourn::process
