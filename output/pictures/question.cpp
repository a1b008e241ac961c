// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/question.hpp"

#include "output/pictures/verdict.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace sojourn::output {
namespace {

using Words = std::vector<std::string>;

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

/// The last sentence up to its question mark; empty where there is none.
std::string last_question(const std::string& text) {
  const auto end = text.find_last_of('?');
  if (end == std::string::npos) {
    return {};
  }
  const auto before = end == 0 ? std::string::npos : text.find_last_of(".!?", end - 1);
  std::string last = text.substr(0, end).substr(before == std::string::npos ? 0 : before + 1);
  return last.erase(0, std::min(last.size(), last.find_first_not_of(" \n\t")));
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// In lower case (plain letters); what tells nothing apart is left out.
Words words_of(std::string_view text) {
  static const std::set<std::string_view> common = {
      "about", "all",   "and",   "another", "any",  "are",   "before", "can", "did",    "does",
      "every", "for",   "from",  "has",     "have", "help",  "helps",  "her", "his",    "how",
      "into",  "its",   "keep",  "more",    "most", "one",   "only",   "our", "people", "than",
      "that",  "the",   "their", "them",    "they", "this",  "too",    "was", "what",   "when",
      "where", "which", "who",   "will",    "with", "would", "you",    "your"};
  Words words;
  std::string word;
  const auto finish = [&] {
    if (word.size() >= 3 && common.count(word) == 0) {
      words.push_back(word);
    }
    word.clear();
  };
  for (const char c : text) {
    if (is_letter(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else {
      finish();
    }
  }
  finish();
  return words;
}

/// "telling" and "tell", "doctors" and "doctor": the shorter one but for its last letter begins the
/// other, and at least three letters are the same.
bool alike(const std::string& a, const std::string& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t same = std::max<std::size_t>(3, shorter - 1);
  return shorter >= same && a.compare(0, same, b, 0, same) == 0 &&
         std::max(a.size(), b.size()) <= shorter + 4;
}

/// How many words of a text the id or the title of an arm has.
int named_in(const Words& text, const ResultData& r, int arm) {
  const ArmInfo& info = r.arms[static_cast<std::size_t>(arm)];
  const Words own = words_of(as_words(info.id) + " " + info.title);
  return static_cast<int>(std::count_if(text.begin(), text.end(), [&](const std::string& word) {
    return std::any_of(own.begin(), own.end(), [&](const auto& each) { return alike(word, each); });
  }));
}

/// The single change that more of these words name than any other; -1 where none stands out.
int subject_in(const Words& text, const ResultData& r) {
  int best = -1, most = 0;
  for (const int arm : single_changes(r)) {
    const int named = named_in(text, r, arm);
    if (named >= most) {
      best = named > most ? arm : -1;
      most = named;
    }
  }
  return best;
}

} // namespace

bool is_yes_no_question(const std::string& question) {
  constexpr std::array<std::string_view, 10> verbs = {
      "Does ", "Do ", "Will ", "Would ", "Can ", "Could ", "Should ", "Is ", "Are ", "Did "};
  constexpr std::array<std::string_view, 5> aims = {"help", "improve", "better", "lift", "worth"};
  constexpr std::array<std::string_view, 5> turned = {" less ", " worse ", " not ", " no ", "n't "};
  std::string last = last_question(question);
  for (std::size_t at = 0; (at = last.find(" or than ")) != std::string::npos;) {
    last.replace(at, 9, " and than "); // compared with several, it is still one question
  }
  const std::string asked = last.substr(0, last.find(" than ")) + " ";
  return std::any_of(verbs.begin(), verbs.end(), [&](auto v) { return last.starts_with(v); }) &&
         std::any_of(aims.begin(), aims.end(), [&](auto w) { return contains(last, w); }) &&
         std::none_of(turned.begin(), turned.end(), [&](auto w) { return contains(asked, w); }) &&
         !contains(last, " or ");
}

Question question_of(const ResultData& result) {
  Question q;
  q.yes_or_no = is_yes_no_question(result.question);
  const std::string last = last_question(result.question);
  const std::size_t than = last.find(" than ");
  q.compares = contains(last, " more than ") || contains(last, " better than ");
  const auto named = std::find_if(result.arms.begin(), result.arms.end(),
                                  [&](const ArmInfo& arm) { return arm.id == result.asks_about; });
  q.subject = result.asks_about.empty() || named == result.arms.end()
                  ? subject_in(words_of(last.substr(0, than)), result)
                  : static_cast<int>(named - result.arms.begin());
  const Words beyond = than == std::string::npos ? Words{} : words_of(last.substr(than));
  for (const int arm : single_changes(result)) {
    if (arm != q.subject && named_in(beyond, result, arm) > 0) {
      q.objects.push_back(arm);
    }
  }
  if (q.objects.empty()) {
    q.objects = single_changes(result);
    q.objects.erase(std::remove(q.objects.begin(), q.objects.end(), q.subject), q.objects.end());
  }
  return q;
}

std::size_t moments_asked(const std::string& question) {
  constexpr std::array<std::string_view, 5> numbers = {"one", "two", "three", "four", "five"};
  const std::string last = last_question(question);
  if (!contains(last, "moment")) {
    return 0;
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (contains(last, std::string(numbers[i]) + " moment")) {
      return i + 1;
    }
  }
  return 3;
}

} // namespace sojourn::output
