// SPDX-License-Identifier: Apache-2.0
// Finds functions by counting braces outside comments, strings and directives. What opens a brace
// is told from the text before it; the forms are those that clang-format leaves in this tree.
#include <algorithm>
#include <cctype>
#include <regex>
#include <string_view>

#include "tests/layering/checks.hpp"

namespace sojourn::house {
namespace {

// Comments, literals and preprocessor lines become blanks, so that lines keep their numbers.
class Blanker {
public:
  explicit Blanker(std::string text) : text_(std::move(text)) {}

  std::string run() {
    while (at_ < text_.size()) {
      step();
    }
    return std::move(text_);
  }

private:
  void step() {
    if (starts("//")) {
      blank_until("\n", 0);
    } else if (starts("/*")) {
      blank_until("*/", 2);
    } else if (starts("R\"")) {
      const std::size_t open = text_.find('(', at_);
      blank_until(")" + text_.substr(at_ + 2, open - at_ - 2) + "\"", open - at_);
    } else if (text_[at_] == '"' || opens_character()) {
      blank_literal(text_[at_]);
    } else if (text_[at_] == '#' && first_of_line()) {
      blank_directive();
    } else {
      ++at_;
    }
  }

  bool starts(std::string_view word) const { return text_.compare(at_, word.size(), word) == 0; }

  // 'x' is a character, the mark in 1'000 is not.
  bool opens_character() const {
    return text_[at_] == '\'' &&
           (at_ == 0 || std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) == 0);
  }

  bool first_of_line() const {
    const std::size_t before = text_.find_last_not_of(" \t", at_ == 0 ? 0 : at_ - 1);
    return at_ == 0 || before == std::string::npos || text_[before] == '\n';
  }

  void blank_one() {
    if (text_[at_] != '\n') {
      text_[at_] = ' ';
    }
    ++at_;
  }

  // Blanks up to and with `stop`, which is looked for `skip` characters on; a line end is kept.
  void blank_until(const std::string& stop, std::size_t skip) {
    const std::size_t found = text_.find(stop, at_ + skip);
    const std::size_t end = found == std::string::npos ? text_.size() : found + stop.size();
    while (at_ < end) {
      blank_one();
    }
  }

  void blank_literal(char quote) {
    blank_one();
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
      if (text_[at_] == '\\') {
        blank_one();
      }
      blank_one();
    }
    if (at_ < text_.size()) {
      blank_one();
    }
  }

  void blank_directive() {
    while (at_ < text_.size() && text_[at_] != '\n') {
      if (text_[at_] == '\\') {
        blank_one();
      }
      blank_one();
    }
  }

  std::string text_;
  std::size_t at_ = 0;
};

enum class Scope { outer, function, block, initializer };

// The head without `template <...>`, attributes and the contents of parentheses: f() const.
std::string skeleton(std::string_view head) {
  std::string kept;
  int angles = 0;
  int parens = 0;
  bool in_template = false;
  for (const char c : head) {
    if (kept.ends_with("template") && (c == '<' || c == ' ')) {
      in_template = true;
    }
    angles += in_template ? (c == '<' ? 1 : c == '>' ? -1 : 0) : 0;
    parens += c == ')' ? -1 : 0;
    if (parens == 0 && !in_template) {
      kept += c;
    }
    parens += c == '(' ? 1 : 0;
    in_template = in_template && !(c == '>' && angles == 0);
  }
  return std::regex_replace(kept, std::regex(R"((alignas|__attribute__|requires)\s*\(\))"), "");
}

bool unbalanced(std::string_view head) {
  int depth = 0;
  for (const char c : head) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
  }
  return depth > 0;
}

// What a brace opens that stands outside every function, judged by the text before it.
Scope scope_of(std::string_view head) {
  static const std::regex outer(R"(\b(namespace|class|struct|union|enum)\b|\bextern\s*$)");
  static const std::regex member_initializer(R"(\)[^:]*[^:]:[^:].*[\w>]\s*$)");
  static const std::regex lambda(R"(\]\s*\()");
  const std::string form = skeleton(head);
  if (unbalanced(head) || std::regex_search(form, member_initializer)) {
    return Scope::initializer;
  }
  // A macro's call may stand before `namespace a` without a semicolon of its own.
  const std::size_t last_paren = form.rfind(')');
  if (std::regex_search(form.substr(last_paren + 1), outer)) { // npos + 1 is 0
    return Scope::outer;
  }
  if (last_paren == std::string::npos) {
    return Scope::initializer;
  }
  const bool assigned = form.find('=') != std::string::npos;
  const bool is_operator = form.find("operator") != std::string::npos;
  return assigned && !is_operator && !std::regex_search(form, lambda) ? Scope::initializer
                                                                      : Scope::function;
}

class Reader {
public:
  explicit Reader(const Source& source) : text_(Blanker(source.text).run()) {}

  std::vector<FunctionLength> run() {
    for (at_ = 0; at_ < text_.size(); ++at_) {
      switch (text_[at_]) {
      case '{':
        open();
        break;
      case '}':
        close();
        break;
      case ';':
        forget_head();
        break;
      case ':':
        skip_access_word();
        break;
      default:
        break;
      }
      line_ += text_[at_] == '\n' ? 1U : 0U;
    }
    return std::move(functions_);
  }

private:
  std::string_view head() const {
    return std::string_view(text_).substr(head_begin_, at_ - head_begin_);
  }

  void forget_head() {
    if (!unbalanced(head())) {
      head_begin_ = at_ + 1;
    }
  }

  void skip_access_word() {
    static const std::regex access(R"(\s*(public|private|protected)\s*)");
    const std::string before(head());
    if (std::regex_match(before, access)) {
      head_begin_ = at_ + 1;
    }
  }

  void open() {
    const Scope around = scopes_.empty() ? Scope::outer : scopes_.back();
    const Scope scope = around == Scope::outer ? scope_of(head()) : Scope::block;
    if (scope == Scope::function) {
      begin_function();
    }
    scopes_.push_back(scope);
    if (scope != Scope::initializer && scope != Scope::block) {
      head_begin_ = at_ + 1;
    }
  }

  void begin_function() {
    const std::size_t first = text_.find_first_not_of(" \t\n", head_begin_);
    std::size_t line = line_;
    for (std::size_t i = first; i < at_; ++i) {
      line -= text_[i] == '\n' ? 1U : 0U;
    }
    std::string head_line = text_.substr(first, std::min(text_.find('\n', first), at_) - first);
    head_line.erase(head_line.find_last_not_of(' ') + 1);
    functions_.push_back({line, 0, head_line});
  }

  void close() {
    if (scopes_.empty()) {
      return;
    }
    const Scope scope = scopes_.back();
    scopes_.pop_back();
    if (scope == Scope::function) {
      functions_.back().lines = line_ - functions_.back().line + 1;
    }
    if (scope == Scope::function || scope == Scope::outer) {
      head_begin_ = at_ + 1;
    }
  }

  std::string text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t head_begin_ = 0;
  std::vector<Scope> scopes_;
  std::vector<FunctionLength> functions_;
};

} // namespace

std::vector<FunctionLength> functions_of(const Source& source) { return Reader(source).run(); }

} // namespace sojourn::house
