// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/study_words.hpp"

#include "output/pictures/number.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace sojourn::output {
namespace {

struct Entry {
  std::string_view id, name, meaning;
};

constexpr std::array mechanism_entries = {
    Entry{"peak_end", "Peak and end", "the best, the worst and the last moment stay"},
    Entry{"reference_dependence", "Judging against expectation", "better than expected pleases"},
    Entry{"status_quo", "Pull of the default", "what is set already is kept"},
    Entry{"effort", "Effort", "what cost much trouble is left sooner"},
    Entry{"sunk_cost", "Sunk cost", "who has spent much stays"},
    Entry{"goal_gradient", "Nearness of the goal", "the nearer the end, the harder to stop"},
    Entry{"choice_overload", "Choice overload", "many options are put off"},
    Entry{"present_bias", "Present bias", "trouble now outweighs good later"},
    Entry{"probability_weighting", "Weighing of stated risks",
          "rare risks that are told loom large"},
    Entry{"loss_aversion", "Loss aversion", "worse than expected hurts more than better pleases"},
    Entry{"availability", "Availability", "strong and recent moments colour what is expected"},
    Entry{"fading", "Fading affect", "bad memories fade sooner than good ones"},
    Entry{"adaptation", "Getting used to it", "what stays the same is felt less and less"},
    Entry{"anchoring", "Anchoring", "the announced time becomes the yardstick"},
    Entry{"expectation", "Learning what to expect", "every moment moves the next expectation"},
    Entry{"trust", "Trust", "is lost faster than it is won"},
    Entry{"negativity", "Negativity", "bad moments weigh more in memory"},
    Entry{"waiting", "Felt waiting", "a wait feels longer than the clock says"},
    Entry{"patience", "Patience", "who remembers badly gives up sooner"}};

constexpr std::array cause_entries = {
    Entry{"misaligned_relationship", "Misaligned relationship", "promised what is not kept"},
    Entry{"missed_opportunity", "Missed opportunity", "gave up, or a better way was not taken"},
    Entry{"sub_optimal_provision", "Sub-optimal provision", "too few people, work done twice"},
    Entry{"lacking_tracking", "Lacking tracking", "outcomes that nobody confirmed"}};

template <std::size_t n>
PlainWords looked_up(const std::array<Entry, n>& entries, std::string_view id) {
  const auto* found =
      std::find_if(entries.begin(), entries.end(), [id](const Entry& e) { return e.id == id; });
  return found == entries.end() ? PlainWords{capitalised(as_words(std::string(id))), {}}
                                : PlainWords{std::string(found->name), std::string(found->meaning)};
}

/// The number behind `word` in a change as it is written: "{ times: 0.8 }".
std::optional<double> written_number(std::string_view change, std::string_view word) {
  const std::size_t at = change.find(word);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view rest = change.substr(at + word.size());
  double value = 0;
  const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::string points(double amount) {
  return fixed(amount, amount == std::round(amount) ? 0 : 1) + (amount == 1 ? " point" : " points");
}

/// Whom a failure strikes: the way on that its path names.
std::string failing(const ResultData& result, std::string_view change) {
  constexpr std::string_view before = ".then.";
  const std::size_t at = change.find(before);
  const std::string_view rest =
      at == std::string_view::npos ? "" : change.substr(at + before.size());
  const std::string_view target = rest.substr(0, rest.find_first_of(".["));
  const bool leaves = std::any_of(result.exits.begin(), result.exits.end(),
                                  [target](const ExitInfo& exit) { return exit.id == target; });
  return leaves || target.empty() ? "give up here"
                                  : "go back to “" + touchpoint_words(result, target) + "”";
}

std::string change_words(const ResultData& result, std::string_view kind,
                         const std::string& change) {
  const auto times = written_number(change, "times: ");
  const auto add = written_number(change, "add: ");
  if (kind == "affect" && add) {
    return "feels " + points(*add) + " better";
  }
  if (kind == "effort" && add) {
    return points(-*add) + " less effort";
  }
  if (kind == "wait" && times) {
    return percent(1 - *times) + " shorter";
  }
  if (kind == "failure" && times) {
    return percent(1 - *times) + " fewer " + failing(result, change);
  }
  if (kind == "promise" && times) {
    return percent(*times - 1) + " more time promised";
  }
  return as_words(std::string(kind)) + " improved";
}

} // namespace

PlainWords mechanism_words(std::string_view id) {
  return id == "all mechanisms" ? PlainWords{"All of them together", "against nobody having any"}
                                : looked_up(mechanism_entries, id);
}

PlainWords cause_words(std::string_view id) { return looked_up(cause_entries, id); }

std::string step_words(std::string_view step) {
  return step == "everywhere" ? "in no single step" : std::string(step);
}

std::string touchpoint_words(const ResultData& result, std::string_view id) {
  const auto found = std::find_if(result.touchpoints.begin(), result.touchpoints.end(),
                                  [id](const TouchpointInfo& t) { return t.id == id; });
  return found == result.touchpoints.end() || found->name.empty()
             ? capitalised(as_words(std::string(id)))
             : found->name;
}

PlainWords improvement_words(const ResultData& result, const Finding& improvement) {
  const std::string& subject = improvement.subject;
  const std::size_t dot = subject.rfind('.');
  if (dot == std::string::npos) {
    return {subject, {}};
  }
  return {touchpoint_words(result, std::string_view(subject).substr(0, dot)),
          change_words(result, std::string_view(subject).substr(dot + 1), improvement.note)};
}

} // namespace sojourn::output
