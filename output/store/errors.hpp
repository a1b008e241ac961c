// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdexcept>
#include <string>

// What can go wrong between a result and the disk. The message names the path and the reason and
// fits on one line; the exit code is what the program ends with.
namespace sojourn::output {

/// HDF5 refused, or the file is not laid out as FORMAT.md says. Inside this folder only: who calls
/// sees it as one of the two below, with the path of the file.
class StoreError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The result could not be written.
class EnvironmentError : public std::runtime_error {
public:
  enum class Kind { cannot_create = 73, io = 74 };
  EnvironmentError(Kind kind, const std::string& message)
      : std::runtime_error(message), kind_(kind) {}
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] int exit_code() const { return static_cast<int>(kind_); }

private:
  Kind kind_;
};

/// The file is no result that this program can read.
class BadFile : public std::runtime_error {
public:
  enum class Kind { bad = 65, not_found = 66, io = 74 };
  explicit BadFile(const std::string& message, Kind kind = Kind::bad)
      : std::runtime_error(message), kind_(kind) {}
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] int exit_code() const { return static_cast<int>(kind_); }

private:
  Kind kind_;
};

} // namespace sojourn::output
