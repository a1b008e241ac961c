// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>

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

} // namespace

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
