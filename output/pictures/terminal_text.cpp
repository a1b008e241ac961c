// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/terminal_text.hpp"

#include "output/pictures/letters.hpp"

#include <algorithm>

namespace sojourn::output::terminal {

std::string Terminal::paint(const char* how, const std::string& text) const {
  return colour && !text.empty() ? how + text + "\x1b[0m" : text;
}

std::string spaces(int n) { return std::string(static_cast<std::size_t>(std::max(n, 0)), ' '); }

std::string plain_spaces(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    append_code_point(out, code == 0xA0 || code == 0x202F ? U' ' : code);
  }
  return out;
}

std::string cut(const std::string& text, int width) {
  if (terminal_width(text) <= width) {
    return text;
  }
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    (void)next_code_point(text, at);
    if (terminal_width(std::string_view(text).substr(0, at)) > width - 1) {
      break;
    }
    end = at;
  }
  return text.substr(0, end) + "…";
}

std::string left(const std::string& text, int width) {
  const std::string shown = cut(plain_spaces(clean(text)), width);
  return shown + spaces(width - terminal_width(shown));
}

std::string right(const std::string& text, int width) {
  const std::string shown = plain_spaces(clean(text));
  return spaces(width - terminal_width(shown)) + shown;
}

std::string filled(const Terminal& t, const std::string& text, int indent) {
  std::string out;
  std::string line = spaces(indent);
  const std::string whole = plain_spaces(clean(text)) + " ";
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t space = whole.find(' ', at);
    const std::string word = cut(whole.substr(at, space - at), t.columns - indent);
    at = space + 1;
    if (terminal_width(line) + terminal_width(word) > t.columns && line != spaces(indent)) {
      out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
      line = spaces(indent);
    }
    line += word.empty() ? "" : word + " ";
  }
  return out + line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

} // namespace sojourn::output::terminal
