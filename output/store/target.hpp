// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "output/store/errors.hpp"
#include "output/store/system.hpp"

namespace sojourn::output {

/// Which existing file may be replaced.
enum class Replace {
  nothing,    // -o FILE
  own_result, // the default output: a result of sojourn, whole or not
  anything    // --force
};

/// One output, claimed before anything is simulated and given up at the end.
///
/// Claiming makes NAME.partial beside the target and locks it: a second run on the same output is
/// told so, and what a killed run left there is taken over. The lock goes with the process.
/// Until commit() the previous file is not touched; without commit() nothing stays behind.
class Target {
public:
  /// @throws EnvironmentError cannot_create, with the path and the reason
  Target(const std::filesystem::path& path, Replace replace, System& system);
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  ~Target();

  /// Open for reading and writing, empty.
  [[nodiscard]] int descriptor() const { return partial_file_.number(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Puts what was written to descriptor() in the target's place so that it survives a power cut.
  /// The change is atomic; where the folder cannot be made to keep it, it is taken back.
  /// @throws EnvironmentError io
  void commit();

  [[noreturn]] void fail_io(int error) const;

private:
  void claim();
  void replace_existing();
  void create_new();
  int sync_folder();

  std::filesystem::path path_;    // symbolic links followed
  std::filesystem::path partial_; // beside it
  Replace replace_;
  System* system_;
  Descriptor partial_file_;
  bool ours_ = false; // partial_ is ours to remove
};

} // namespace sojourn::output
