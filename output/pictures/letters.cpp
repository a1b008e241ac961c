// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/letters.hpp"

#include <algorithm>
#include <array>

namespace sojourn::output {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Range {
  char32_t first, last;
};

template <std::size_t n> constexpr bool within(const std::array<Range, n>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](Range r) { return code >= r.first && code <= r.last; });
}

// Controls, direction marks and overrides, invisible operators, surrogates, non-characters, tags.
constexpr std::array<Range, 9> unwanted = {{{0x00, 0x1F},
                                            {0x7F, 0x9F},
                                            {0x61C, 0x61C},
                                            {0x200E, 0x200F},
                                            {0x2028, 0x202E},
                                            {0x2060, 0x206F},
                                            {0xFEFF, 0xFEFF},
                                            {0xFFF0, 0xFFFB},
                                            {0xFFFE, 0xFFFF}}};

// Marks that stand on the letter before them, joiners and variation selectors.
constexpr std::array<Range, 12> on_former = {{{0x300, 0x36F},
                                              {0x483, 0x489},
                                              {0x591, 0x5BD},
                                              {0x610, 0x61A},
                                              {0x64B, 0x65F},
                                              {0x93A, 0x94F},
                                              {0xE31, 0xE3A},
                                              {0x1AB0, 0x1AFF},
                                              {0x200B, 0x200D},
                                              {0x20D0, 0x20FF},
                                              {0xFE00, 0xFE0F},
                                              {0x1F3FB, 0x1F3FF}}};

constexpr std::array<Range, 8> wide = {{{0x1100, 0x115F},
                                        {0x2E80, 0xA4CF},
                                        {0xAC00, 0xD7A3},
                                        {0xF900, 0xFAFF},
                                        {0xFE30, 0xFE6F},
                                        {0xFF00, 0xFF60},
                                        {0x1F1E6, 0x1FAFF},
                                        {0x20000, 0x3FFFD}}};

// Advance widths of U+0020..U+007E in hundredths of the size, measured in a browser.
using Widths = std::array<unsigned char, 95>;
constexpr Widths regular_widths = {
    20, 29, 43, 50, 50, 82, 61, 25, 30, 30, 42, 50, 25, 31, 25, 35, 50, 50, 50, 50, 50, 50, 50, 50,
    50, 50, 25, 25, 50, 50, 50, 42, 85, 54, 59, 57, 61, 53, 49, 62, 65, 26, 48, 58, 49, 73, 65, 66,
    57, 66, 57, 53, 54, 64, 51, 79, 51, 48, 54, 30, 35, 30, 50, 50, 54, 50, 55, 46, 55, 50, 29, 50,
    54, 25, 25, 49, 25, 83, 55, 54, 55, 55, 35, 42, 34, 54, 47, 72, 45, 47, 42, 30, 24, 30, 50};
constexpr Widths semibold_widths = {
    20, 31, 48, 51, 51, 84, 64, 27, 32, 32, 44, 51, 27, 32, 27, 34, 51, 51, 51, 51, 51, 51, 51, 51,
    51, 51, 27, 27, 51, 51, 51, 44, 87, 56, 60, 58, 62, 54, 51, 63, 66, 28, 49, 60, 50, 74, 66, 67,
    58, 67, 59, 54, 55, 65, 54, 80, 54, 50, 54, 32, 34, 32, 51, 50, 55, 52, 56, 46, 56, 51, 32, 52,
    56, 26, 26, 52, 27, 84, 56, 55, 56, 56, 37, 43, 36, 56, 49, 75, 48, 49, 44, 32, 25, 32, 51};

double advance(char32_t code, Weight weight) {
  if (code >= 0x20 && code < 0x7F) {
    return (weight == Weight::regular ? regular_widths : semibold_widths)[code - 0x20] / 100.0;
  }
  if (within(on_former, code)) {
    return 0;
  }
  if (within(wide, code) || (code >= 0x2190 && code <= 0x2BFF)) {
    return 1;
  }
  // Beyond Latin-1 another font steps in, and those are wider.
  return code == 0xA0 ? 0.2 : code < 0x100 ? 0.54 : code < 0x250 ? 0.62 : 0.7;
}

/// How many bytes a sequence starting with `lead` has; 0 where none may start so.
std::size_t sequence_length(unsigned char lead) {
  return lead < 0x80                   ? 1
         : lead >= 0xC2 && lead < 0xE0 ? 2
         : lead >= 0xE0 && lead < 0xF0 ? 3
         : lead >= 0xF0 && lead < 0xF5 ? 4
                                       : 0;
}

/// Behind a terminal escape that starts at `at` (ESC [ … letter, ESC ] … BEL, ESC x).
std::size_t behind_escape(std::string_view text, std::size_t at) {
  const auto is_final = [](char c) { return c >= '@' && c <= '~'; };
  if (at + 1 >= text.size()) {
    return text.size();
  }
  if (text[at + 1] == '[') {
    const auto* end = std::find_if(text.begin() + at + 2, text.end(), is_final);
    return std::min(text.size(), static_cast<std::size_t>(end - text.begin()) + 1);
  }
  if (text[at + 1] == ']') {
    const auto end = text.find_first_of("\x07\x1b", at + 2);
    return end == std::string_view::npos ? text.size() : end + (text[end] == '\x1b' ? 2 : 1);
  }
  return at + 2;
}

bool breaks_after(char32_t code) { return code == '-' || code == '/' || code == 0x200B; }

/// Pieces between which a line may end; a space stays at the end of its piece.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    append_code_point(pieces.back(), code);
    if (code == ' ' || breaks_after(code)) {
      pieces.emplace_back();
    }
  }
  return pieces;
}

/// The longest head of `text` that fits into `width`, at least one whole letter with its marks.
std::size_t head_that_fits(std::string_view text, double size, double width, Weight weight) {
  double used = 0;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    used += advance(code, weight) * size;
    if (used > width && end > 0 && !within(on_former, code)) {
      break;
    }
    end = at;
  }
  return end;
}

std::string without_end_space(std::string line) {
  while (!line.empty() && line.back() == ' ') {
    line.pop_back();
  }
  return line;
}

} // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = sequence_length(lead);
  if (length == 0 || at + length > text.size()) {
    ++at;
    return replacement;
  }
  char32_t code = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80U) {
      ++at;
      return replacement;
    }
    code = (code << 6U) | (byte & 0x3FU);
  }
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  const bool valid = code >= least[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  at += valid ? length : 1;
  return valid ? code : replacement;
}

void append_code_point(std::string& to, char32_t code) {
  const auto put = [&to](char32_t byte) { to.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6U));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12U));
    put(0x80 | ((code >> 6U) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18U));
    put(0x80 | ((code >> 12U) & 0x3F));
    put(0x80 | ((code >> 6U) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b') {
      at = behind_escape(text, at);
      continue;
    }
    const char32_t code = next_code_point(text, at);
    if (code == '\n' || code == '\t' || code == '\r') {
      out.push_back(' ');
    } else if (!within(unwanted, code) && (code & 0xFFFE) != 0xFFFE) {
      append_code_point(out, code);
    }
  }
  return out;
}

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out.push_back(c);
    }
  }
  return out;
}

double text_width(std::string_view text, double size, Weight weight) {
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    width += advance(next_code_point(text, at), weight);
  }
  return width * size;
}

int terminal_width(std::string_view text) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    columns += within(on_former, code) ? 0 : within(wide, code) ? 2 : 1;
  }
  return columns;
}

std::string shorten(std::string_view text, double size, double width, Weight weight) {
  const std::string whole = clean(text);
  if (text_width(whole, size, weight) <= width) {
    return whole;
  }
  const double room = width - text_width("…", size, weight);
  return without_end_space(whole.substr(0, head_that_fits(whole, size, room, weight))) + "…";
}

std::vector<std::string> wrap(std::string_view text, double size, double width, std::size_t most,
                              Weight weight) {
  std::vector<std::string> lines;
  std::string line;
  const auto fits = [&](const std::string& candidate) {
    return text_width(without_end_space(candidate), size, weight) <= width;
  };
  for (std::string piece : pieces_of(clean(text))) {
    if (!line.empty() && !fits(line + piece)) {
      lines.push_back(without_end_space(std::move(line)));
      line.clear();
    }
    while (!fits(piece)) {
      const std::size_t head = head_that_fits(piece, size, width, weight);
      lines.push_back(piece.substr(0, head));
      piece.erase(0, head);
    }
    line += piece;
  }
  if (!without_end_space(line).empty() || lines.empty()) {
    lines.push_back(without_end_space(std::move(line)));
  }
  if (lines.size() > most) {
    std::string last = lines[most - 1] + " " + lines[most];
    lines.resize(most);
    lines.back() = text_width(last, size, weight) <= width ? last + "…" : last;
    lines.back() = shorten(lines.back() + "…", size, width, weight);
  }
  return lines;
}

} // namespace sojourn::output
