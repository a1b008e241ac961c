// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result_file.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

// The files a run leaves: claimed before anything is simulated, so that what cannot be written is
// known at once, and put in place at the end.
namespace sojourn::cli {

struct OutputPaths {
  std::filesystem::path result;
  output::Replace replace_result = output::Replace::own_result;
  std::optional<std::filesystem::path> report; // nullopt: none wanted
  output::Replace replace_report = output::Replace::own_result;
};

/// What is read is not written over, whatever --force says. @throws output::EnvironmentError
void keep_source(const std::filesystem::path& source, const std::filesystem::path& target);

/// A text file that appears whole or not at all. @throws output::EnvironmentError
class TextFile {
public:
  /// Replace::own_result: a report of ours may be replaced.
  TextFile(const std::filesystem::path& path, output::Replace replace);
  void publish(const std::string& text);
  /// Piece by piece; commit puts it in place.
  void append(std::string_view text);
  void commit() { target_.commit(); }

private:
  output::Target target_;
  std::size_t size_ = 0;
};

class Outputs {
public:
  /// Claims every path. @throws output::EnvironmentError
  explicit Outputs(const OutputPaths& paths);
  /// Writes the result, then draws the report from it. Returns the content hash.
  std::string publish(const output::ResultData& result);

private:
  output::ResultFile result_;
  std::unique_ptr<TextFile> report_;
};

} // namespace sojourn::cli
