// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// The command line, read: options.cpp is the only includer of Boost.Program_options. Options are
// written out, never abbreviated; numbers are read as text and checked for their range.
namespace sojourn::cli {

/// Wrong usage; the message says what was wrong, the hint what to type instead.
class UsageError : public std::runtime_error {
public:
  explicit UsageError(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  [[nodiscard]] const std::string& hint() const { return hint_; }

private:
  std::string hint_;
};

enum class Takes { nothing, one, many };

struct OptionText {
  std::string_view name; // "output"
  char letter = 0;       // 'o', or 0
  Takes takes = Takes::nothing;
  std::string_view argument; // "FILE.h5"
  std::string_view help;
};

struct Example {
  std::string_view command, says;
};

struct CommandText {
  std::string_view name, summary;
  std::string_view operands; // "FILE"; shown and counted below
  std::size_t least_operands = 0, most_operands = 0;
  std::vector<Example> examples;
  std::vector<OptionText> options; // its own; --help, --no-color are added
};

class Arguments {
public:
  [[nodiscard]] bool given(std::string_view option) const;
  [[nodiscard]] std::optional<std::string> text(std::string_view option) const;
  [[nodiscard]] std::vector<std::string> list(std::string_view option) const;
  /// Throws UsageError unless the text is a whole number from `low` to `high`.
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view option, std::int64_t low,
                                                    std::int64_t high) const;
  /// Any unsigned number of 64 bits.
  [[nodiscard]] std::optional<std::uint64_t> seed(std::string_view option) const;
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

private:
  friend Arguments read_arguments(const CommandText&, const std::vector<std::string>&);
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> operands_;
};

/// `tokens`: what stands behind the command's name. Throws UsageError.
[[nodiscard]] Arguments read_arguments(const CommandText& command,
                                       const std::vector<std::string>& tokens);

/// "10s", "5 min", "2h", "90" (seconds); throws UsageError.
[[nodiscard]] double seconds_of(std::string_view option, const std::string& text);

} // namespace sojourn::cli
