// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/evidence.hpp"

#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <array>

namespace sojourn {
namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::array<std::string_view, 2> assumed = {"assumption", "guess"};
constexpr std::array<std::string_view, 2> fitted = {"fitted", "calibrated"};
constexpr std::array<std::string_view, 4> of_the_rest = {"all else: (", "all numbers: (",
                                                         "all other numbers: (", "all the rest: ("};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// Everything in parentheses, in order.
std::vector<std::string> marks_of(const std::string& text) {
  std::vector<std::string> marks;
  for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', open)) {
    const std::size_t close = std::min(text.find(')', open), text.size());
    marks.push_back(text.substr(open + 1, close - open - 1));
    open = close;
  }
  return marks;
}

std::string joined(const std::string& before, const std::string& after) {
  return before.empty() || after.empty() ? before + after : before + " " + after;
}

std::string said(const std::string& words) {
  return "this scenario" + (words.empty() ? std::string(", no source named") : ": " + words);
}

} // namespace

std::optional<Comments::Comment> Comments::comment_in(std::string_view line) {
  char quote = 0, before = ' ';
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const bool starts = blanks.find(before) != std::string_view::npos;
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if ((c == '"' || c == '\'') &&
               (starts || std::string_view("[{,:").find(before) != std::string_view::npos)) {
      quote = c;
    } else if (c == '#' && starts) {
      const bool alone = line.find_first_not_of(blanks) == at;
      return Comment{at, alone, std::string(line.substr(at + 1))};
    }
    before = c;
  }
  return std::nullopt;
}

Comments::Comments(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines_.push_back(comment_in(text.substr(at, end - at)));
    at = end + 1;
  }
  read_head();
}

// "(name)  what it is", going on in lines that are set further in.
void Comments::read_head() {
  std::string all, name;
  std::size_t margin = 0;
  for (const std::optional<Comment>& line : lines_) {
    if (!line || !line->alone) {
      break;
    }
    const std::string words = trim(line->text);
    const std::size_t indent = line->text.find_first_not_of(blanks);
    all = joined(all, words);
    const std::size_t close = words.find(')');
    if (words.starts_with('(') && close != std::string::npos) {
      name = words.substr(1, close - 1);
      margin = indent;
      listed_[name] = trim(words.substr(close + 1));
    } else if (!name.empty() && !words.empty() && indent > margin) {
      listed_[name] = joined(listed_[name], words);
    } else {
      name.clear();
    }
  }
  const std::string low = lower(all);
  for (const std::string_view phrase : of_the_rest) {
    const std::size_t at = low.find(phrase);
    const auto marks =
        at == std::string::npos ? std::vector<std::string>() : marks_of(low.substr(at));
    if (!marks.empty() && is_one_of(assumed, marks.front())) {
      rest_ = all.substr(at, phrase.size()) + marks.front() + ")";
    }
  }
}

/// The comment behind a value, and the lines below it whose # stands in the same column.
std::string Comments::whole(std::size_t line) const {
  const std::optional<Comment>& first = lines_[line];
  if (!first || first->alone) {
    return {};
  }
  std::string text = trim(first->text);
  for (++line; line < lines_.size() && lines_[line] && lines_[line]->alone &&
               lines_[line]->column == first->column;
       ++line) {
    text = joined(text, trim(lines_[line]->text));
  }
  return text;
}

std::optional<Evidence> Comments::marked(const Place& place) const {
  const std::size_t line = place.line - 1;
  const std::string text = line < lines_.size() ? whole(line) : std::string();
  for (const std::string& mark : marks_of(text)) {
    const std::string word = lower(mark);
    if (is_one_of(assumed, word)) {
      return Evidence{"assumption", said(text)};
    }
    if (is_one_of(fitted, word)) {
      return Evidence{"calibrated", said(text)};
    }
    const auto known = listed_.find(mark);
    if (known != listed_.end()) {
      return Evidence{"published", said(text + " (" + mark + ": " + known->second + ")")};
    }
    if (word.starts_with("source") ||
        (!mark.empty() && mark.front() >= 'A' && mark.front() <= 'Z')) {
      return Evidence{"published", said(text)};
    }
  }
  return std::nullopt;
}

Evidence Comments::of(const Place& place, const std::vector<Place>& blocks) const {
  if (place.source != 0) {
    return {"written", "the command"};
  }
  if (auto own = marked(place)) {
    return *own;
  }
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    if (block->source != 0) {
      continue;
    }
    if (auto outer = marked(*block)) {
      return *outer;
    }
  }
  return rest_.empty() ? Evidence{"written", said("")} : Evidence{"assumption", said(rest_)};
}

} // namespace sojourn
