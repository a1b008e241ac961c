// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/number.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Paths of a scenario, told in words.
namespace sojourn::output {
namespace {

struct PathEntry {
  std::string_view tail, words;
};

// What stands behind the touchpoint, resource or persona; longer ones first.
constexpr std::array path_entries = {PathEntry{"behind.takes", "time the work takes"},
                                     PathEntry{"takes", "time it takes"},
                                     PathEntry{"capacity", "how many"},
                                     PathEntry{"feels.mean", "how it feels"},
                                     PathEntry{"feels", "how it feels"},
                                     PathEntry{"feels.effort", "effort"},
                                     PathEntry{"updates", "news"},
                                     PathEntry{"announces", "what is told in line"},
                                     PathEntry{"announces.factor", "time told in line"},
                                     PathEntry{"open", "opening hours"},
                                     PathEntry{"share", "share"},
                                     PathEntry{"rate", "how many come"}};

/// The part of a path before its next dot outside of brackets; `path` keeps the rest.
std::string_view next_part(std::string_view& path) {
  const std::size_t dot = path.find('.');
  const std::string_view part = path.substr(0, dot);
  path = dot == std::string_view::npos ? "" : path.substr(dot + 1);
  return part;
}

std::string persona_words(const ResultData& result, std::string_view id) {
  if (id == "*" || id == "everyone") {
    return "Everyone";
  }
  for (std::size_t p = 0; p < result.personas.size(); ++p) {
    if (result.personas[p].id == id) {
      return group_name(result, p + 1);
    }
  }
  return capitalised(as_words(std::string(id)));
}

std::string resource_words(const ResultData& result, std::string_view id) {
  const auto at = resource_named(result, id);
  return id == "*"                                   ? "All staff"
         : at && !result.resources[*at].name.empty() ? result.resources[*at].name
                                                     : capitalised(as_words(std::string(id)));
}

std::string spaced(std::string words) {
  std::replace(words.begin(), words.end(), '.', ' ');
  return as_words(words);
}

/// Of a way on, "then.gave_up.share" or "then.gave_up[anna].share".
std::string way_words(const ResultData& result, std::string_view rest) {
  std::string_view target = next_part(rest);
  const std::size_t bracket = target.find('[');
  std::string who;
  if (bracket != std::string_view::npos && target.ends_with(']')) {
    who = ", " + persona_words(result, target.substr(bracket + 1, target.size() - bracket - 2));
    target = target.substr(0, bracket);
  }
  for (const ExitInfo& exit : result.exits) {
    if (exit.id == target) {
      return "share that ends in “" + (exit.name.empty() ? spaced(exit.id) : exit.name) + "”" + who;
    }
  }
  return "share that goes on to “" + touchpoint_words(result, target) + "”" + who;
}

std::string tail_words(const ResultData& result, std::string_view tail) {
  constexpr std::string_view within = "_within";
  if (tail.starts_with("promise.") && tail.ends_with(within)) {
    const std::string_view what = tail.substr(8, tail.size() - 8 - within.size());
    return "time promised until “" + touchpoint_words(result, what) + "”";
  }
  if (tail.starts_with("then.")) {
    return way_words(result, tail.substr(5));
  }
  const auto* found = std::find_if(path_entries.begin(), path_entries.end(),
                                   [tail](const PathEntry& e) { return e.tail == tail; });
  return found == path_entries.end() ? spaced(std::string(tail)) : std::string(found->words);
}

/// "loss_aversion.ratio of anna", as published numbers are named.
std::string mechanism_number(const ResultData& result, std::string_view path) {
  constexpr std::string_view of = " of ";
  const std::size_t who = path.find(of);
  const std::size_t dot = path.find('.');
  const std::string name = mechanism_words(path.substr(0, dot)).name;
  const std::string number = spaced(std::string(
      dot == std::string_view::npos || dot > who ? "" : path.substr(dot + 1, who - dot - 1)));
  return name + (number.empty() ? "" : ": " + number) +
         (who == std::string_view::npos
              ? ""
              : " (" + persona_words(result, path.substr(who + of.size())) + ")");
}

} // namespace

std::string path_words(const ResultData& result, std::string_view path) {
  std::string_view rest = path;
  const std::string_view kind = next_part(rest);
  if (rest.empty() || (kind != "touchpoints" && kind != "resources" && kind != "personas")) {
    return mechanism_number(result, path);
  }
  const std::string_view id = next_part(rest);
  if (kind == "touchpoints") {
    return touchpoint_words(result, id) + ": " + tail_words(result, rest);
  }
  if (kind == "resources") {
    return resource_words(result, id) + ": " + tail_words(result, rest);
  }
  constexpr std::string_view biases = "biases.";
  return persona_words(result, id) + ": " +
         (rest.starts_with(biases) ? spaced(std::string(rest.substr(biases.size())))
                                   : tail_words(result, rest));
}

std::string point_words(const ResultData& result, int study, const std::string& subject) {
  std::string words;
  for (const StudyPoint& point : result.study_points) {
    if (point.study == study && point.subject == subject && !point.path.empty()) {
      words += (words.empty() ? "" : ", ") + path_words(result, point.path) + " " + point.written;
    }
  }
  return words.empty() ? subject : words;
}

} // namespace sojourn::output
