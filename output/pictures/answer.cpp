// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/answer_parts.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/question.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

using namespace answer_parts;

bool is_told(Verdict v) { return v == Verdict::better || v == Verdict::worse; }

/// "Ichika" of "Ichika, student".
std::string first_name(const ResultData& r, std::size_t group) {
  const std::string name = group_name(r, group);
  return name.substr(0, name.find(','));
}

/// "90 % interval −0.02 to 0.03, within ±0.10"
std::string within_margin(const Material& material, const MeasureFormat& format) {
  return percent(material.level) + " interval " +
         format.change_range(material.lower, material.upper) + ", within ±" +
         format.amount(material.margin);
}

/// What a told difference is worth where a margin was declared.
std::string weight_of(const Material& material, const MeasureFormat& format) {
  if (!material.declared() || material.verdict == Materiality::material) {
    return {};
  }
  return material.none()
             ? ", which is no material difference (" + within_margin(material, format) + ")"
             : ", which may or may not be material (±" + format.amount(material.margin) + ")";
}

/// "lifts", "lowers", … what one change does, with number and interval.
void say_effect(Answer& a, const Topic& topic, int arm, bool first) {
  const ResultData& r = topic.r;
  const MeasureInfo& info = topic.info();
  const Estimate* e = topic.against_today(arm);
  const MeasureFormat format = format_of(r, topic.measure);
  const std::string what = first ? topic.words() : "it";
  const std::string points = info.unit == "affect" ? " points" : "";
  const std::string interval = has_interval(e)
                                   ? " (" + (first ? percent(e->level) + " interval " : "") +
                                         format.change_range(e->lower, e->upper) + ")"
                                   : "";
  const std::string verb = has_value(e) && e->estimate < 0 ? "lowers " : "lifts ";
  const Material material = topic.material(arm);
  switch (verdict_of(e, info.better)) {
  case Verdict::unknown:
    a.phrases.push_back(
        {quoted(r, arm) + " cannot be judged on " + what + ": there is no interval"});
    break;
  case Verdict::unchanged:
    a.phrases.push_back({quoted(r, arm) + " makes no difference to " + what + " at all" +
                         (e->note.empty() ? "" : " (" + e->note + ")")});
    break;
  case Verdict::unclear:
    if (material.none()) {
      a.phrases.push_back({quoted(r, arm) + " makes no material difference to " + what + " (" +
                           within_margin(material, format) + ")"});
      break;
    }
    a.phrases.push_back({quoted(r, arm) + " makes no difference to " + what +
                         " that can be told from chance" + interval});
    break;
  case Verdict::leaning:
    a.phrases.push_back(
        {quoted(r, arm) + " seems to " + (e->estimate < 0 ? "lower " : "lift ") + what + " by "});
    a.phrases.push_back({format.amount(e->estimate) + points, true});
    a.phrases.push_back({interval + ", but among " + std::to_string(e->family) +
                         " comparisons that may be chance" + weight_of(material, format)});
    break;
  case Verdict::better:
  case Verdict::worse:
    a.phrases.push_back({quoted(r, arm) + " " + verb + what + " by "});
    a.phrases.push_back({format.amount(e->estimate) + points, true});
    a.phrases.push_back({interval + weight_of(material, format)});
    break;
  }
}

/// A change that does good elsewhere is not refused because of a measure that nobody asked about.
bool helps_elsewhere(const Topic& topic, int arm) {
  const std::vector<int> all = headline_measures(topic.r);
  return topic.r.asks_measure.empty() && std::any_of(all.begin(), all.end(), [&](int measure) {
           return measure != topic.measure &&
                  everyones(topic.r, measure).verdict(arm) == Verdict::better;
         });
}

/// "Yes." where the change that the question is about is better than today and than those it is
/// compared with, "No." where it is worse than today or than one of them, or differs by less than
/// the declared margin, "That is open." otherwise; empty where the question cannot be answered so.
std::string lead(const Topic& topic, const Question& question) {
  const int asked = question.subject;
  if (!question.yes_or_no || asked < 0) {
    return {};
  }
  const Verdict today = topic.verdict(asked);
  const bool immaterial = topic.material(asked).none();
  bool best = today == Verdict::better && !immaterial;
  bool beaten = today == Verdict::worse || today == Verdict::unchanged || immaterial;
  if (beaten && helps_elsewhere(topic, asked)) {
    return {};
  }
  for (std::size_t i = 0; question.compares && i < question.objects.size(); ++i) {
    const Verdict v = compare_arms(topic.r, asked, question.objects[i], topic.measure, topic.group);
    best = best && v == Verdict::better;
    beaten = beaten || v == Verdict::worse;
  }
  return best ? "Yes." : beaten ? "No." : "That is open.";
}

/// The change that does most, and beside it the one that was asked about (or else the next).
std::vector<int> changes_to_name(const Topic& topic, const Question& question) {
  const std::vector<int> singles = single_changes(topic.r);
  const int asked = question.subject >= 0 ? question.subject : singles.front();
  std::vector<int> ordered = best_first(topic, singles);
  if (ordered.front() != asked) {
    return {ordered.front(), asked};
  }
  ordered.resize(std::min<std::size_t>(ordered.size(), 2));
  return ordered;
}

void say_changes(Answer& a, const Topic& topic, const Question& question) {
  const std::vector<int> named = changes_to_name(topic, question);
  const auto told = [&](int arm) { return is_told(topic.verdict(arm)); };
  if (topic.group > 0) {
    a.phrases.push_back({"For " + first_name(topic.r, topic.group) + ", "});
  }
  say_effect(a, topic, named.front(), true);
  if (named.size() > 1) {
    a.phrases.push_back({"; "});
    say_effect(a, topic, named[1], false);
    if (told(named[0]) && told(named[1]) &&
        !is_told(compare_arms(topic.r, named[0], named[1], topic.measure, topic.group))) {
      a.phrases.push_back({"; which of the two does more cannot be told"});
    }
  }
  a.phrases.push_back({"."});
  if (const std::size_t more = single_changes(topic.r).size() - named.size(); more > 0) {
    a.phrases.push_back({more == 1
                             ? " One more change is compared below."
                             : " " + std::to_string(more) + " more changes are compared below."});
  }
}

/// The touchpoints whose feeling does most harm to the measure, the worst first; of the study of
/// moments, those that can be told from chance.
std::vector<const Finding*> harmful_moments(const Topic& topic) {
  std::vector<const Finding*> rows;
  for (const Finding& row : topic.r.findings) {
    const double harm = -topic.info().better * row.estimate;
    const bool told = row.lower * row.upper > 0 && !(row.p_holm >= 1 - row.level);
    if (row.quantity == "attributable" && row.measure == topic.measure && row.group == 0 &&
        harm > 0 && told) {
      rows.push_back(&row);
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Finding* x, const Finding* y) {
    return std::abs(x->estimate) > std::abs(y->estimate);
  });
  return rows;
}

std::string touchpoint_name(const ResultData& r, const std::string& id) {
  const auto found = std::find_if(r.touchpoints.begin(), r.touchpoints.end(),
                                  [&](const TouchpointInfo& each) { return each.id == id; });
  return "“" + (found == r.touchpoints.end() || found->name.empty() ? as_words(id) : found->name) +
         "”";
}

/// Where the question asks for moments and their study ran.
void say_moments(Answer& a, const Topic& topic) {
  std::vector<const Finding*> rows = harmful_moments(topic);
  rows.resize(std::min(rows.size(), moments_asked(topic.r.question)));
  const MeasureFormat format = format_of(topic.r, topic.measure);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Finding& row = *rows[i];
    a.phrases.push_back({i == 0 ? "Of what is felt at touchpoints, " : i == 1 ? "; then " : ", "});
    a.phrases.push_back({touchpoint_name(topic.r, row.subject), true});
    a.phrases.push_back({(i == 0 ? (row.estimate < 0 ? " lowers " : " raises ") + topic.words() +
                                       " most, by " + format.amount(row.estimate) + " ("
                                 : " (" + format.amount(row.estimate) + ", ") +
                         format.change_range(row.lower, row.upper) + ")"});
  }
  a.phrases.push_back({rows.empty() ? "" : ". "});
}

/// One design only: what it is like.
void say_level(Answer& a, const Topic& topic) {
  const Estimate* level =
      find_estimate(topic.r, 0, -1, topic.measure, static_cast<int>(topic.group));
  const MeasureFormat format = format_of(topic.r, topic.measure);
  const std::string whose = topic.group > 0 ? " for " + first_name(topic.r, topic.group) : "";
  if (!has_value(level)) {
    a.phrases.push_back({topic.info().label + whose + " has no value."});
    return;
  }
  a.phrases.push_back({topic.info().label + whose + " is "});
  a.phrases.push_back({format.level(level->estimate), true});
  a.phrases.push_back(
      {has_interval(level) ? " (" + format.level_range(level->lower, level->upper) + ")." : "."});
}

} // namespace

std::string Answer::plain() const {
  std::string text;
  for (const Phrase& phrase : phrases) {
    text += phrase.text;
  }
  return text;
}

Answer answer(const ResultData& result) {
  Answer a;
  const auto measure = headline_measure(result);
  if (!measure) {
    a.phrases.push_back({"Nothing was measured that has a better side."});
    return a;
  }
  const Topic topic{result, *measure, headline_group(result)};
  say_moments(a, topic);
  if (result.arms.size() < 2) {
    say_level(a, topic);
  } else {
    const Question question = question_of(result);
    if (const std::string word = lead(topic, question); !word.empty()) {
      a.phrases.push_back({word, true});
      a.phrases.push_back({" "});
    }
    say_changes(a, topic, question);
  }
  say_agreements(a, result);
  say_value(a, result);
  return a;
}

} // namespace sojourn::output
