// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/options.hpp"

#include "sim/scenario/characters.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace sojourn::cli {
namespace {

namespace po = boost::program_options;

constexpr std::array<OptionText, 2> shared_options = {{
    {"help", 'h', Takes::nothing, "", "this page"},
    {"no-color", 0, Takes::nothing, "", "plain text; NO_COLOR does the same"},
}};

template <class Use> void for_each_option(const CommandText& command, const Use& use) {
  for (const OptionText& option : command.options) {
    use(option);
  }
  for (const OptionText& option : shared_options) {
    use(option);
  }
}

po::options_description description_of(const CommandText& command) {
  po::options_description description;
  for_each_option(command, [&](const OptionText& option) {
    std::string names(option.name);
    if (option.letter != 0) {
      names += std::string(",") + option.letter;
    }
    if (option.takes == Takes::nothing) {
      description.add_options()(names.c_str(), "");
    } else {
      description.add_options()(names.c_str(), po::value<std::vector<std::string>>(), "");
    }
  });
  return description;
}

const OptionText* find_option(const CommandText& command, std::string_view token) {
  const OptionText* found = nullptr;
  for_each_option(command, [&](const OptionText& option) {
    const bool long_form = token.starts_with("--") && token.substr(2) == option.name;
    const bool short_form = token.size() == 2 && token[0] == '-' && token[1] == option.letter;
    found = long_form || short_form ? &option : found;
  });
  return found;
}

bool looks_negative(std::string_view token) {
  return token.size() > 1 && token[0] == '-' && (token[1] >= '0' && token[1] <= '9');
}

/// "-n -3" means the number -3, not an option called 3: it is joined here and refused as a number.
std::vector<std::string> join_negatives(const CommandText& command,
                                        const std::vector<std::string>& tokens) {
  std::vector<std::string> joined;
  for (const std::string& token : tokens) {
    const OptionText* before = joined.empty() ? nullptr : find_option(command, joined.back());
    if (before != nullptr && before->takes != Takes::nothing && looks_negative(token)) {
      joined.back() = "--" + std::string(before->name) + "=" + token;
    } else {
      joined.push_back(token);
    }
  }
  return joined;
}

UsageError unknown_option(const CommandText& command, const std::string& token) {
  std::vector<std::string> names;
  for_each_option(
      command, [&](const OptionText& option) { names.push_back("--" + std::string(option.name)); });
  const auto meant = did_you_mean(token.substr(0, token.find('=')), names);
  return UsageError(std::string(command.name) + " has no option " + printable(token),
                    meant ? "did you mean " + *meant + "?"
                          : "see sojourn " + std::string(command.name) + " --help");
}

po::parsed_options parse(const CommandText& command, const po::options_description& description,
                         const std::vector<std::string>& tokens) {
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    return po::command_line_parser(join_negatives(command, tokens))
        .options(description)
        .style(style)
        .run();
  } catch (const po::unknown_option& error) {
    throw unknown_option(command, error.get_option_name());
  } catch (const po::error& error) {
    throw UsageError(error.what(), "see sojourn " + std::string(command.name) + " --help");
  }
}

void check_operands(const CommandText& command, const std::vector<std::string>& operands) {
  const std::string name(command.name);
  if (operands.size() < command.least_operands) {
    throw UsageError(name + " needs " + std::string(command.operands),
                     command.examples.empty()
                         ? ""
                         : "for example: " + std::string(command.examples.front().command));
  }
  if (operands.size() > command.most_operands) {
    throw UsageError(name + " does not take \"" + printable(operands[command.most_operands]) + "\"",
                     "see sojourn " + name + " --help");
  }
}

} // namespace

Arguments read_arguments(const CommandText& command, const std::vector<std::string>& tokens) {
  const po::options_description description = description_of(command);
  Arguments arguments;
  for (const auto& option : parse(command, description, tokens).options) {
    if (option.position_key >= 0) {
      arguments.operands_.insert(arguments.operands_.end(), option.value.begin(),
                                 option.value.end());
      continue;
    }
    auto& values = arguments.values_[option.string_key];
    const OptionText* text = find_option(command, "--" + option.string_key);
    if (text->takes == Takes::one && !values.empty()) {
      throw UsageError("--" + option.string_key + " is given twice", "give it once");
    }
    values.insert(values.end(), option.value.begin(), option.value.end());
  }
  if (!arguments.given("help")) {
    check_operands(command, arguments.operands_);
  }
  return arguments;
}

bool Arguments::given(std::string_view option) const {
  return values_.find(option) != values_.end();
}

std::optional<std::string> Arguments::text(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::nullopt : std::optional(found->second.front());
}

std::vector<std::string> Arguments::list(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

namespace {

template <class Integer> std::optional<Integer> whole_number(const std::string& text) {
  Integer value{};
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && rest == end ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<std::int64_t> Arguments::integer(std::string_view option, std::int64_t low,
                                               std::int64_t high) const {
  const auto given_text = text(option);
  if (!given_text) {
    return std::nullopt;
  }
  const auto value = whole_number<std::int64_t>(*given_text);
  if (!value || *value < low || *value > high) {
    throw UsageError("--" + std::string(option) + " " + printable(*given_text) +
                     " is not a whole number from " + std::to_string(low) + " to " +
                     std::to_string(high));
  }
  return value;
}

std::optional<std::uint64_t> Arguments::seed(std::string_view option) const {
  const auto given_text = text(option);
  if (!given_text) {
    return std::nullopt;
  }
  const auto value = whole_number<std::uint64_t>(*given_text);
  if (!value) {
    throw UsageError("--" + std::string(option) + " " + printable(*given_text) +
                     " is not a whole number from 0 to 18446744073709551615");
  }
  return value;
}

double seconds_of(std::string_view option, const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  const std::string unit = trim(std::string_view(rest, static_cast<std::size_t>(end - rest)));
  const double factor = unit.empty() || unit == "s" ? 1
                        : unit == "min"             ? 60
                        : unit == "h"               ? 3600
                                                    : 0;
  if (error != std::errc() || !(value > 0) || factor == 0 || value * factor > 1e8) {
    throw UsageError("--" + std::string(option) + " " + printable(text) +
                     " is not a time, such as 30s, 5min or 2h");
  }
  return value * factor;
}

} // namespace sojourn::cli
