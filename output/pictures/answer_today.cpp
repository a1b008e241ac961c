// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/answer_parts.hpp"
#include "output/pictures/number.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

// What every part of the answer asks of a result, and what it says of agreements and value.
namespace sojourn::output::answer_parts {
namespace {

std::string lower_case_first(std::string text) {
  if (text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0) {
    text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  }
  return text;
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
  const std::string every =
      (all.size() == 2 ? "both " : "all " + std::to_string(all.size()) + " ") + kind + "s are ";
  if (told->verdict == Verdict::better) {
    return every + state;
  }
  const auto n = std::count_if(all.begin(), all.end(),
                               [&](const Kept& k) { return k.verdict == told->verdict; });
  const std::string which = " (" + told->label + ": " + share_words(*told) + ")";
  return (n == static_cast<std::ptrdiff_t>(all.size())
              ? every
              : std::to_string(n) + " of " + std::to_string(all.size()) + " " + kind + "s " +
                    (n == 1 ? "is " : "are ")) +
         state + which;
}

bool all_kept(const std::vector<Kept>& all) {
  return std::all_of(all.begin(), all.end(),
                     [](const Kept& k) { return k.verdict == Verdict::better; });
}

/// Whether one of these measures differs from today at all.
bool moves(const ResultData& r, int arm, std::initializer_list<const char*> ids) {
  return std::any_of(ids.begin(), ids.end(), [&](const char* id) {
    const auto measure = measure_named(r, id);
    const Estimate* e = measure ? everyones(r, *measure).against_today(arm) : nullptr;
    return has_value(e) && e->estimate != 0;
  });
}

/// What an arm's value is less than its net value.
std::string what_is_taken(const ResultData& r, int arm) {
  const auto booked = measure_named(r, "value");
  const auto realised = measure_named(r, "value_realised");
  const Estimate* some = booked ? everyones(r, *booked).against_today(arm) : nullptr;
  const Estimate* all = realised ? everyones(r, *realised).against_today(arm) : nullptr;
  const bool unbooked = has_value(some) && has_value(all) && some->estimate != all->estimate;
  const bool costs = moves(r, arm, {"cost", "one_off", "relationship", "risk", "risk_taken"});
  return !unbooked ? "costs leave"
         : costs   ? "costs and what nobody books leave"
                   : "what nobody books leaves";
}

/// What is left of an arm's value in the provider's books; empty where nothing is taken of it.
std::string after_costs(const ResultData& r, int arm) {
  const auto net = measure_named(r, "net_value");
  const Estimate* e = net ? everyones(r, *net).against_today(arm) : nullptr;
  if (!has_interval(e)) {
    return {};
  }
  const MeasureFormat format = format_of(r, *net);
  const std::string range = " (" + format.change_range(e->lower, e->upper) + ")";
  const Verdict v = verdict_of(e, 1);
  return v == Verdict::better
             ? ", of which " + what_is_taken(r, arm) + " " + format.amount(e->estimate) + range
         : v == Verdict::worse
             ? ", but it costs " + format.amount(e->estimate) + " more than that (" +
                   format.change_range(-e->upper, -e->lower) + ")"
             : ", of which " + what_is_taken(r, arm) + " nothing that can be told from chance" +
                   range;
}

} // namespace

const MeasureInfo& Topic::info() const { return r.measures[static_cast<std::size_t>(measure)]; }

const Estimate* Topic::against_today(int arm) const {
  return find_estimate(r, arm, 0, measure, static_cast<int>(group));
}

Material Topic::material(int arm) const {
  return group == 0 ? material_difference(r, arm, measure) : Material{};
}

Verdict Topic::verdict(int arm) const { return verdict_of(against_today(arm), info().better); }

std::string Topic::words() const {
  const auto is_served = [](const ExitInfo& exit) { return exit.outcome == "served"; };
  const auto end = std::find_if(r.exits.begin(), r.exits.end(), is_served);
  if (info().id == "served" && std::count_if(r.exits.begin(), r.exits.end(), is_served) == 1 &&
      !end->name.empty()) {
    return "the share of journeys that end with “" + end->name + "”";
  }
  const std::string about = info().about.substr(0, info().about.find(','));
  const bool said =
      info().share && (about.starts_with("share of ") || about.starts_with("chance that "));
  return "the " + (said ? about : lower_case_first(info().label));
}

Topic everyones(const ResultData& r, int measure) { return {r, measure, 0}; }

std::string quoted(const ResultData& r, int arm) {
  return "“" + long_name(r, static_cast<std::size_t>(arm)) + "”";
}

std::vector<int> best_first(const Topic& topic, std::vector<int> arms) {
  const auto gain = [&](int arm) {
    const Estimate* e = topic.against_today(arm);
    return has_value(e) ? topic.info().better * e->estimate : -HUGE_VAL;
  };
  std::stable_sort(arms.begin(), arms.end(), [&](int x, int y) { return gain(x) > gain(y); });
  return arms;
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

void say_value(Answer& a, const ResultData& r) {
  const auto measure = value_measure(r);
  if (!measure || r.arms.size() < 2) {
    return;
  }
  const Topic topic = everyones(r, *measure);
  std::vector<int> arms;
  for (int arm = 1; arm < static_cast<int>(r.arms.size()); ++arm) {
    arms.push_back(arm);
  }
  const int best = best_first(topic, arms).front();
  const Estimate* e = topic.against_today(best);
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

} // namespace sojourn::output::answer_parts
