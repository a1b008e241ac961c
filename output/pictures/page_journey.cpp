// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/moments_of_truth.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>

namespace sojourn::output::page {
namespace {

std::string pill(const std::string& group, std::size_t index, const std::string& words,
                 std::string_view kind, bool chosen) {
  const std::string id = group + "-" + std::to_string(index);
  return "<label" + (kind.empty() ? "" : " class='" + std::string(kind) + "'") +
         "><input type='radio' name='" + group + "' id='" + id + "'" + (chosen ? " checked" : "") +
         "><span><bdi>" + escape(words) + "</bdi></span></label>";
}

/// "Offer and onboard are not part of this journey."
std::string steps_not_used(const ResultData& result) {
  std::vector<std::string> names;
  for (const char* step :
       {"explore", "engage", "offer", "agree", "onboard", "co-create", "realize"}) {
    if (std::none_of(result.touchpoints.begin(), result.touchpoints.end(),
                     [step](const TouchpointInfo& t) { return t.step == step; })) {
      names.emplace_back(step);
    }
  }
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return text.empty() ? ""
                      : capitalised(text) + (names.size() == 1 ? " is" : " are") +
                            " not part of this journey. ";
}

std::string choice(const std::string& legend, const std::string& pills) {
  return "<fieldset><legend>" + legend + "</legend><div class='pills'>" + pills +
         "</div></fieldset>";
}

std::string choices(const ResultData& result) {
  std::string arms;
  std::string groups;
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    const std::string kind = "c" + std::to_string(a == 0 ? 0 : 1 + (a - 1) % 3);
    arms +=
        pill("design", a, capitalised(short_name(result, a)), kind, a == first_shown_arm(result));
  }
  for (std::size_t g = 0; g < result.n_groups(); ++g) {
    groups += pill("person", g, group_name(result, g), "", g == 0);
  }
  return "<div class='choices'>" + choice("Design", arms) +
         (result.n_groups() > 1 ? choice("Person", groups) : "") +
         "<span class='grow'></span><button type='button' hidden data-save='journey'>Save as "
         "SVG</button></div>\n";
}

std::string figure_name(const ResultData& result, std::size_t arm, std::size_t group) {
  return "journey_map:" + result.arms[arm].id +
         (group == 0 ? "" : ":" + result.personas[group - 1].id);
}

std::string frame(const ResultData& result, std::size_t arm, std::size_t group,
                  const std::string& inside, bool wide) {
  return "<div class='figure map a" + std::to_string(arm) + " g" + std::to_string(group) +
         (wide ? " wide" : "") + "' data-name='" + escape(figure_name(result, arm, group)) +
         "' tabindex='0' role='region' aria-label='" +
         escape("Journey map, " + long_name(result, arm) + ", " + group_name(result, group)) +
         "'>" + inside + "</div>\n";
}

/// One map, or where the page is full a line on how to draw it.
std::string map(const ResultData& result, std::size_t arm, std::size_t group, std::size_t& left) {
  const Figure drawn = journey_map(result, arm, group);
  std::string markup = frame(result, arm, group, inline_svg(drawn), drawn.width > 1180);
  if (markup.size() <= left) {
    left -= markup.size();
    return markup;
  }
  return frame(result, arm, group,
               "<p>This map would make the page too heavy. Draw it with <code>sojourn plot "
               "RESULT.h5 --figure " +
                   escape(figure_name(result, arm, group)) + "</code>.</p>",
               false);
}

} // namespace

std::string switching_rules(const ResultData& result) {
  std::string rules;
  const auto hide = [&rules](const std::string& choice, const std::string& figure) {
    rules += "#journey:not(:has(#" + choice + ":checked)) .map." + figure + "{display:none}\n";
  };
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    hide("design-" + std::to_string(a), "a" + std::to_string(a));
  }
  for (std::size_t g = 0; g < result.n_groups() && result.n_groups() > 1; ++g) {
    hide("person-" + std::to_string(g), "g" + std::to_string(g));
  }
  return rules;
}

std::string journey_section(const ResultData& result, std::size_t most_bytes) {
  if (result.touchpoints.empty() || result.map.visits.empty()) {
    return {};
  }
  std::string maps;
  std::size_t left = most_bytes;
  for (std::size_t g = 0; g < result.n_groups(); ++g) {
    for (std::size_t a = 0; a < result.arms.size(); ++a) {
      maps += map(result, a, g, left);
    }
  }
  return "<section id='journey'><h2 class='sheet'>The journey, as people live it</h2>\n"
         "<p class='lead'>" +
         escape(steps_not_used(result) + "Hover or tab through the columns for the numbers. " +
                moments_rule(result)) +
         "</p>\n" + choices(result) + maps + numbers_from("map/, resources/") + "</section>\n";
}

} // namespace sojourn::output::page
