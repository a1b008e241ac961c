// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace sojourn::output {
namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

const std::string& headline_of(const ResultData& result, const Finding& finding) {
  return result.studies[static_cast<std::size_t>(finding.study)].headline;
}

/// Arms are filed by id.
std::string arm_or_as_is(const ResultData& result, const std::string& subject) {
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    if (result.arms[a].id == subject) {
      return capitalised(short_name(result, a));
    }
  }
  return subject;
}

/// Ids and the words for them, the longest first.
std::vector<std::pair<std::string, std::string>> ids_and_words(const ResultData& result,
                                                               int study) {
  std::map<std::string, std::string> words;
  for (std::size_t a = 1; a < result.arms.size(); ++a) {
    words.emplace(result.arms[a].id, "“" + short_name(result, a) + "”");
  }
  for (const Finding& row : result.findings) {
    if (row.study == study && row.subject.find_first_of("_.") != std::string::npos) {
      words.emplace(row.subject, "“" + subject_words(result, row) + "”");
    }
  }
  for (const MeasureInfo& measure : result.measures) {
    words.emplace(measure.id, as_words(measure.id));
  }
  std::vector<std::pair<std::string, std::string>> ordered(words.begin(), words.end());
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  return ordered;
}

bool is_part_of_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Whether `id` stands at `at` as a word of its own.
bool stands_at(const std::string& text, std::size_t at, const std::string& id) {
  const std::size_t end = at + id.size();
  return !id.empty() && text.compare(at, id.size(), id) == 0 &&
         (end == text.size() || !is_part_of_id(text[end]));
}

/// A hyphen that stands before a number and behind nothing.
bool is_minus(const std::string& text, std::size_t at) {
  const bool free = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
  return text[at] == '-' && free && at + 1 < text.size() && text[at + 1] >= '0' &&
         text[at + 1] <= '9';
}

} // namespace

std::string reading_words(const ResultData& result, int study) {
  const std::string& text = result.studies[static_cast<std::size_t>(study)].reading;
  const auto ids = ids_and_words(result, study);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || !is_part_of_id(text[at - 1]);
    const auto found = std::find_if(ids.begin(), ids.end(), [&](const auto& id) {
      return begins && stands_at(text, at, id.first);
    });
    out += found != ids.end()   ? found->second
           : is_minus(text, at) ? std::string("\u2212")
                                : std::string(1, text[at]);
    at += found == ids.end() ? 1 : found->first.size();
  }
  return capitalised(out);
}

std::string subject_words(const ResultData& result, const Finding& finding) {
  const std::string& headline = headline_of(result, finding);
  if (headline == "gain") {
    const PlainWords words = improvement_words(result, finding);
    return words.name + (words.meaning.empty() ? "" : ": " + words.meaning);
  }
  if (headline == "effect") {
    return mechanism_words(finding.subject).name;
  }
  if (headline == "shapley") {
    return cause_words(finding.subject).name;
  }
  if (headline == "by_week") {
    return finding.measure < 0
               ? arm_or_as_is(result, finding.subject)
               : short_name(result, static_cast<std::size_t>(finding.arm)) + ", " + finding.subject;
  }
  if (headline == "change") {
    return point_words(result, finding.study, finding.subject);
  }
  return is_one_of(headline, {"mu_star", "total_order"}) ? path_words(result, finding.subject)
                                                         : arm_or_as_is(result, finding.subject);
}

std::string note_words(const ResultData& result, const Finding& finding) {
  // What an improvement changes is said in its name; only what stands behind it is left.
  if (headline_of(result, finding) != "gain") {
    return finding.note;
  }
  const std::size_t bound = finding.note.find("fewer than");
  return bound == std::string::npos ? "" : finding.note.substr(bound);
}

} // namespace sojourn::output
