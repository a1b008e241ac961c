// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <cctype>

namespace sojourn {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Bytes of the code point that starts with `lead`, 0 where no code point may start so.
std::size_t length_of(unsigned char lead) {
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead < 0xE0)
    return 2;
  if (lead >= 0xE0 && lead < 0xF0)
    return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

// Overlong three and four byte forms, surrogates, and beyond U+10FFFF (RFC 3629, table 3-7).
bool second_byte_legal(unsigned char lead, unsigned char second) {
  switch (lead) {
  case 0xE0:
    return second >= 0xA0;
  case 0xED:
    return second < 0xA0;
  case 0xF0:
    return second >= 0x90;
  case 0xF4:
    return second < 0x90;
  default:
    return true;
  }
}

bool well_formed(std::string_view text, std::size_t at, std::size_t length) {
  if (length == 0 || at + length > text.size())
    return false;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_continuation(text[at + i]))
      return false;
  return length < 3 || second_byte_legal(static_cast<unsigned char>(text[at]),
                                         static_cast<unsigned char>(text[at + 1]));
}

bool is_control(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return (value < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || value == 0x7F;
}

// U+0080 .. U+009F: some terminals take U+009B for an escape sequence.
bool is_second_control(std::string_view text, std::size_t at) {
  return text[at] == '\xC2' && at + 1 < text.size() &&
         static_cast<unsigned char>(text[at + 1]) < 0xA0 && is_continuation(text[at + 1]);
}

char lower(char letter) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

// Optimal string alignment: insert, delete, replace, swap neighbours; O(a b), words are short.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t same = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + same});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
          lower(a[i - 2]) == lower(b[j - 1]))
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

} // namespace

std::optional<BadCharacter> first_bad_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\0')
      return BadCharacter{at, "a NUL character"};
    if (is_control(text[at]) || is_second_control(text, at))
      return BadCharacter{at, "a control character"};
    const std::size_t length = length_of(static_cast<unsigned char>(text[at]));
    if (!well_formed(text, at, length))
      return BadCharacter{at, "not valid UTF-8"};
    at += length;
  }
  return std::nullopt;
}

std::size_t count_characters(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::string slice_characters(std::string_view text, std::size_t from, std::size_t count) {
  std::string out;
  std::size_t character = 0;
  for (const char byte : text) {
    if (!is_continuation(byte))
      ++character;
    if (character > from && character <= from + count)
      out += byte;
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto bad = first_bad_character(text);
    out.append(text.substr(0, bad ? bad->byte : text.size()));
    if (!bad)
      break;
    out += '?';
    text.remove_prefix(bad->byte + (is_second_control(text, bad->byte) ? 2 : 1));
  }
  std::replace_if(
      out.begin(), out.end(), [](char byte) { return byte == '\r' || byte == '\n'; }, '?');
  std::replace(out.begin(), out.end(), '\t', ' '); // one column wide, as the caret counts
  return out;
}

std::optional<std::string> did_you_mean(std::string_view word,
                                        const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 64; // nobody mistypes more
  std::optional<std::string> best;
  std::size_t smallest = longest;
  for (const std::string& candidate : candidates) {
    if (word.size() > longest || candidate.size() > longest || word.empty())
      continue;
    const std::size_t distance = edit_distance(word, candidate);
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
    if (distance <= allowed && distance < smallest) {
      smallest = distance;
      best = candidate;
    }
  }
  return best;
}

std::string trim(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos)
    return {};
  return std::string(text.substr(first, text.find_last_not_of(blank) - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = text.find(separator); at != std::string_view::npos;
       at = text.find(separator, from)) {
    parts.emplace_back(text.substr(from, at - from));
    from = at + 1;
  }
  parts.emplace_back(text.substr(from));
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i)
    out.append(i == 0 ? std::string_view() : separator).append(parts[i]);
  return out;
}

std::string list_words(const std::vector<std::string>& words, std::size_t most) {
  if (words.empty())
    return "nothing";
  if (words.size() == 1)
    return words.front();
  std::vector<std::string> shown(
      words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size() - 1, most)));
  const std::size_t left = words.size() - shown.size();
  return join(shown, ", ") + " and " + (left == 1 ? words.back() : std::to_string(left) + " more");
}

} // namespace sojourn
