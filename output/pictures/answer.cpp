// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/answer.hpp"

#include "output/pictures/number.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace sojourn::output {
namespace {

bool is_told(Verdict v) { return v == Verdict::better || v == Verdict::worse; }

std::string lower_case_first(std::string text) {
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
}

std::string quoted(const ResultData& r, int arm) {
  return "“" + long_name(r, static_cast<std::size_t>(arm)) + "”";
}

const Estimate* against_today(const ResultData& r, int arm, int measure) {
  return find_estimate(r, arm, 0, measure);
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
void say_effect(Answer& a, const ResultData& r, int arm, int measure, bool first) {
  const MeasureInfo& info = r.measures[static_cast<std::size_t>(measure)];
  const Estimate* e = against_today(r, arm, measure);
  const MeasureFormat format = format_of(r, measure);
  const std::string what = first ? "the " + lower_case_first(info.label) : "it";
  const std::string points = info.unit == "affect" ? " points" : "";
  const std::string interval = has_interval(e)
                                   ? " (" + (first ? percent(e->level) + " interval " : "") +
                                         format.change_range(e->lower, e->upper) + ")"
                                   : "";
  const std::string verb = has_value(e) && e->estimate < 0 ? "lowers " : "lifts ";
  const Material material = material_difference(r, arm, measure);
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

/// Variants that can be named in the sentence, best first; a told difference before an untold one.
std::vector<int> best_first(const ResultData& r, std::vector<int> arms, int measure) {
  const int better = r.measures[static_cast<std::size_t>(measure)].better;
  const auto gain = [&](int arm) {
    const Estimate* e = against_today(r, arm, measure);
    return has_value(e) ? better * e->estimate : -HUGE_VAL;
  };
  std::stable_sort(arms.begin(), arms.end(), [&](int x, int y) { return gain(x) > gain(y); });
  return arms;
}

/// "Yes." where the first variant is better than today and than every other single change, "No."
/// where it is worse than today or than one of them, or differs by less than the declared margin,
/// "That is open." otherwise; empty where the question cannot be answered so.
std::string lead(const ResultData& r, int measure) {
  const std::vector<int> arms = single_changes(r);
  if (arms.empty() || !is_yes_no_question(r.question)) {
    return {};
  }
  const int asked = arms.front();
  const int better = r.measures[static_cast<std::size_t>(measure)].better;
  const Verdict today = verdict_of(against_today(r, asked, measure), better);
  const bool immaterial = material_difference(r, asked, measure).none();
  bool best = today == Verdict::better && !immaterial;
  bool beaten = today == Verdict::worse || today == Verdict::unchanged || immaterial;
  if (r.question.find(" more than ") != std::string::npos ||
      r.question.find(" better than ") != std::string::npos) {
    for (const int other : arms) {
      const Verdict v = other == asked ? Verdict::better : compare_arms(r, asked, other, measure);
      best = best && v == Verdict::better;
      beaten = beaten || v == Verdict::worse;
    }
  }
  return best ? "Yes." : beaten ? "No." : "That is open.";
}

/// The change that does most, and beside it the one that was asked about (or else the next).
std::vector<int> changes_to_name(const ResultData& r, int measure) {
  const std::vector<int> singles = single_changes(r);
  std::vector<int> ordered = best_first(r, singles, measure);
  if (ordered.front() != singles.front()) {
    return {ordered.front(), singles.front()};
  }
  ordered.resize(std::min<std::size_t>(ordered.size(), 2));
  return ordered;
}

void say_changes(Answer& a, const ResultData& r, int measure) {
  const std::vector<int> named = changes_to_name(r, measure);
  const auto told = [&](int arm) { return is_told(verdict_of(against_today(r, arm, measure), 1)); };
  say_effect(a, r, named.front(), measure, true);
  if (named.size() > 1) {
    a.phrases.push_back({"; "});
    say_effect(a, r, named[1], measure, false);
    if (told(named[0]) && told(named[1]) &&
        !is_told(compare_arms(r, named[0], named[1], measure))) {
      a.phrases.push_back({"; which of the two does more cannot be told"});
    }
  }
  a.phrases.push_back({"."});
  if (const std::size_t more = single_changes(r).size() - named.size(); more > 0) {
    a.phrases.push_back({more == 1
                             ? " One more change is compared below."
                             : " " + std::to_string(more) + " more changes are compared below."});
  }
}

/// An agreement with its level today.
struct Kept {
  const AgreementInfo* agreement = nullptr;
  const Estimate* level = nullptr;
  std::string label;
  Verdict verdict = Verdict::unknown;
};

std::vector<Kept> agreements_today(const ResultData& r, const std::string& kind) {
  std::vector<Kept> all;
  for (const AgreementInfo& agreement : r.agreements) {
    const auto measure = measure_of(r, agreement);
    const Estimate* level = measure ? find_estimate(r, 0, -1, *measure) : nullptr;
    if (agreement.kind == kind && has_value(level)) {
      all.push_back({&agreement, level, r.measures[static_cast<std::size_t>(*measure)].label,
                     verdict_of(level, agreement)});
    }
  }
  return all;
}

std::string share_words(const Kept& k) {
  return percent(k.level->estimate) + " of journeys against " + percent(k.agreement->target);
}

/// The state of all agreements of a kind: of several, one that is missed is named, else one that is
/// open.
std::string state_words(const std::vector<Kept>& all, const std::string& kind) {
  const auto missed = std::find_if(all.begin(), all.end(),
                                   [](const Kept& k) { return k.verdict == Verdict::worse; });
  const auto open = std::find_if(all.begin(), all.end(),
                                 [](const Kept& k) { return k.verdict != Verdict::better; });
  const auto told = missed != all.end() ? missed : open != all.end() ? open : all.begin();
  const std::string state = told->verdict == Verdict::better  ? "kept"
                            : told->verdict == Verdict::worse ? "missed"
                                                              : "too close to the target to tell";
  if (all.size() == 1) {
    return "the " + kind + " is " + state + " (" + share_words(*told) + ")";
  }
  if (told->verdict == Verdict::better) {
    return (all.size() == 2 ? "both " : "all " + std::to_string(all.size()) + " ") + kind +
           "s are kept";
  }
  const auto n = std::count_if(all.begin(), all.end(),
                               [&](const Kept& k) { return k.verdict == told->verdict; });
  return std::to_string(n) + " of " + std::to_string(all.size()) + " " + kind + "s " +
         (n == 1 ? "is " : "are ") + state + " (" + told->label + ": " + share_words(*told) + ")";
}

bool all_kept(const std::vector<Kept>& all) {
  return std::all_of(all.begin(), all.end(),
                     [](const Kept& k) { return k.verdict == Verdict::better; });
}

void say_agreements(Answer& a, const ResultData& r) {
  const std::vector<Kept> sla = agreements_today(r, "SLA");
  const std::vector<Kept> xla = agreements_today(r, "XLA");
  if (sla.empty() && xla.empty()) {
    return;
  }
  std::string words = sla.empty() ? "" : state_words(sla, "SLA");
  if (!sla.empty() && !xla.empty()) {
    words += all_kept(sla) && !all_kept(xla) ? ", yet " : " and ";
  }
  words += xla.empty() ? "" : state_words(xla, "XLA");
  a.phrases.push_back({" Today " + words + "."});
}

/// What staff and one-off costs leave of an arm's value; empty where nothing costs anything.
std::string after_costs(const ResultData& r, int arm) {
  const auto net = measure_named(r, "net_value");
  const Estimate* e = net ? against_today(r, arm, *net) : nullptr;
  if (!has_interval(e)) {
    return {};
  }
  const MeasureFormat format = format_of(r, *net);
  const std::string range = " (" + format.change_range(e->lower, e->upper) + ")";
  const Verdict v = verdict_of(e, 1);
  return v == Verdict::better ? ", of which costs leave " + format.amount(e->estimate) + range
         : v == Verdict::worse
             ? ", but it costs " + format.amount(e->estimate) + " more than that" + range
             : ", of which costs leave nothing that can be told from chance" + range;
}

void say_value(Answer& a, const ResultData& r) {
  const auto measure = value_measure(r);
  if (!measure || r.arms.size() < 2) {
    return;
  }
  std::vector<int> arms;
  for (int arm = 1; arm < static_cast<int>(r.arms.size()); ++arm) {
    arms.push_back(arm);
  }
  const int best = best_first(r, arms, *measure).front();
  const Estimate* e = against_today(r, best, *measure);
  const MeasureFormat format = format_of(r, *measure);
  if (verdict_of(e, 1) != Verdict::better) {
    a.phrases.push_back({" No change wins back value that can be told from chance."});
    return;
  }
  a.phrases.push_back({" Most value is won back by " + quoted(r, best) + ": "});
  a.phrases.push_back({format.amount(e->estimate), true});
  a.phrases.push_back({" per journey (" + format.change_range(e->lower, e->upper) + ")" +
                       after_costs(r, best) + "."});
}

/// One design only: what it is like.
void say_level(Answer& a, const ResultData& r, int measure) {
  const Estimate* level = find_estimate(r, 0, -1, measure);
  const MeasureFormat format = format_of(r, measure);
  const std::string& label = r.measures[static_cast<std::size_t>(measure)].label;
  if (!has_value(level)) {
    a.phrases.push_back({label + " has no value."});
    return;
  }
  a.phrases.push_back({label + " is "});
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
  if (result.arms.size() < 2) {
    say_level(a, result, *measure);
  } else {
    if (const std::string word = lead(result, *measure); !word.empty()) {
      a.phrases.push_back({word, true});
      a.phrases.push_back({" "});
    }
    say_changes(a, result, *measure);
  }
  say_agreements(a, result);
  say_value(a, result);
  return a;
}

} // namespace sojourn::output
