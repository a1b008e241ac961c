// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/outputs.hpp"

#include "output/pictures/html.hpp"
#include "output/store/errors.hpp"
#include "sim/scenario/characters.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <span>
#include <string_view>

namespace sojourn::cli {
namespace {

namespace fs = std::filesystem;

/// The title of every report ends so, and it stands within the first lines.
constexpr std::string_view report_mark = "Sojourn report</title>";

bool is_own_report(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, 65536> head{}; // a long title
  file.read(head.data(), head.size());
  const std::string_view text(head.data(), static_cast<std::size_t>(file.gcount()));
  return text.find(report_mark) != std::string_view::npos;
}

/// The store knows results only; a report of ours counts as ours too.
output::Replace replace_text(const fs::path& path, output::Replace replace) {
  if (replace != output::Replace::own_result) {
    return replace;
  }
  std::error_code error;
  const bool own = fs::is_regular_file(path, error) && is_own_report(path);
  return own ? output::Replace::anything : output::Replace::nothing;
}

} // namespace

void keep_source(const fs::path& source, const fs::path& target) {
  std::error_code error;
  if (fs::equivalent(source, target, error) && !error) {
    throw output::EnvironmentError(output::EnvironmentError::Kind::cannot_create,
                                   "what is read would be written over: " +
                                       printable(target.string()) + "; say another name");
  }
}

TextFile::TextFile(const fs::path& path, output::Replace replace)
    : target_(path, replace_text(path, replace), output::System::real()) {}

void TextFile::publish(const std::string& text) {
  append(text);
  commit();
}

void TextFile::append(std::string_view text) {
  output::FileStorage storage(target_.descriptor(), size_, output::System::real());
  storage.write(size_, std::as_bytes(std::span(text)));
  if (storage.error() != 0) {
    target_.fail_io(storage.error());
  }
  size_ += text.size();
}

Outputs::Outputs(const OutputPaths& paths) : result_(paths.result, paths.replace_result) {
  if (paths.report) {
    report_ = std::make_unique<TextFile>(*paths.report, paths.replace_report);
  }
}

std::string Outputs::publish(const output::ResultData& result) {
  const std::string hash = result_.publish(result);
  if (report_) {
    report_->publish(output::html_report(result));
  }
  return hash;
}

} // namespace sojourn::cli
