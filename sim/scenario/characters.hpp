// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Text as people count it: characters, words, spelling. Positions are UTF-8 code points.
namespace sojourn {

/// Where a text stops being a clean UTF-8 text, and why.
struct BadCharacter {
  std::size_t byte = 0;
  std::string what; // "not valid UTF-8", "a NUL character", "a control character"
};

/// The first byte of `text` that is no clean UTF-8: overlong forms, surrogates, NUL and control
/// characters other than tab, line feed and carriage return count as bad.
std::optional<BadCharacter> first_bad_character(std::string_view text);

std::size_t count_characters(std::string_view text);

/// At most `count` characters from the `from`-th on.
std::string slice_characters(std::string_view text, std::size_t from, std::size_t count);

/// The text with every control character and every byte that is no UTF-8 replaced by `?`: safe for
/// a terminal.
std::string printable(std::string_view text);

/// The candidate that `word` most probably was meant to be, if one is near enough: edit distance
/// with transpositions, case ignored, at most a third of the longer word.
std::optional<std::string> did_you_mean(std::string_view word,
                                        const std::vector<std::string>& candidates);

std::string trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// "a, b and c"; at most `most` are named, then "and 7 more".
std::string list_words(const std::vector<std::string>& words, std::size_t most = 12);

} // namespace sojourn
