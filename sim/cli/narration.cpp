// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/narration.hpp"

#include "models/mechanisms/table.hpp"
#include "output/text.hpp"
#include "sim/cli/layout.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::cli {
namespace {

using output::text;

constexpr std::array<std::string_view, 7> days = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

double minutes(Ticks ticks) {
  return static_cast<double>(ticks) / static_cast<double>(ticks_per_minute);
}

class Narrator {
public:
  Narrator(const Scenario& scenario, bool colour) : scenario_(scenario), colour_(colour) {}

  std::string tell(const JourneyTrace& journey) {
    std::string told = opening(journey.row) + before(journey);
    for (std::size_t i = 0; i < journey.visits.size(); ++i) {
      told += "\n" + visit(journey.visits[i], i == 0 ? nullptr : &journey.visits[i - 1]);
    }
    return told + "\n" + ending(journey);
  }

private:
  std::string name_of(NodeIndex node) const {
    const std::size_t n = scenario_.touchpoints.size();
    return at(node) < n ? scenario_.touchpoints[at(node)].id : scenario_.exits[at(node) - n].id;
  }

  std::string opening(const JourneyRow& row) const {
    const PersonaSpec& persona = scenario_.personas[at(row.persona)];
    return wrap("", text("{}, number {}, comes on {}.",
                         bold(persona.name.empty() ? persona.id : persona.name, colour_), row.agent,
                         moment_text(row.arrival))) +
           (persona.about.empty() ? "" : wrap("", dim(persona.about, colour_))) +
           (persona.goals.empty() ? "" : wrap("", dim("Goals: " + persona.goals, colour_))) +
           (persona.barriers.empty() ? ""
                                     : wrap("", dim("Barriers: " + persona.barriers, colour_)));
  }

  /// What they bring with them: a relationship, and what others said.
  std::string before(const JourneyTrace& journey) const {
    const PersonaSpec& persona = scenario_.personas[at(journey.row.persona)];
    std::string told;
    if (persona.relationship) {
      told +=
          wrap("", text("The relationship is {}{}.",
                        relationship_names[static_cast<std::size_t>(persona.relationship->type)],
                        journey.matched ? "" : ", and what is offered is not what they need"));
    }
    if (shows(journey.heard) || journey.row.told) {
      told += wrap("", text("{} {:+.2f} of it (-1 worst, +1 best).",
                            journey.row.told ? "They come because somebody told them"
                                             : "Before, others told them",
                            journey.heard));
    }
    if (journey.ratings > 0) {
      told += wrap("", text("They read {:.1f} of 5 stars, from {}.", journey.stars,
                            counted(journey.ratings, "rating")));
    }
    return told;
  }

  std::string heading(const VisitTrace& visit) const {
    const TouchpointSpec& touchpoint = scenario_.touchpoints[at(visit.touchpoint)];
    std::string line = moment_text(visit.entered) + "  " +
                       bold(touchpoint.name.empty() ? touchpoint.id : touchpoint.name, colour_);
    if (visit.occurrence > 0) {
      line += text(", for the {}. time", visit.occurrence + 1);
    }
    return line + "\n";
  }

  /// What the scenario says of this touchpoint to readers.
  std::string about(const VisitTrace& visit) const {
    std::vector<std::string> parts;
    for (const DescribedSpec& each : scenario_.touchpoints[at(visit.touchpoint)].about) {
      parts.push_back(each.what + ": " + each.text);
    }
    return parts.empty() || visit.occurrence > 0 ? "" : wrap("  about       ", join(parts, "; "));
  }

  std::string happened(const VisitTrace& visit) const {
    std::vector<std::string> parts;
    if (visit.announced >= 0) {
      parts.push_back("is told to wait " + rounded_duration(minutes(visit.announced)));
    }
    if (visit.announced_before >= 0) {
      parts.push_back(text("is told to be number {} in line", visit.announced_before + 1));
    }
    if (visit.waited_until > visit.entered) {
      parts.push_back("waits " + rounded_duration(minutes(visit.waited_until - visit.entered)) +
                      (visit.gave_up ? " until patience ends" : ""));
    }
    if (visit.left > visit.waited_until) {
      parts.push_back("takes " + rounded_duration(minutes(visit.left - visit.waited_until)));
    }
    if (visit.channel >= 0) {
      parts.push_back((visit.switched_channel ? "has to change to " : "by ") +
                      scenario_.channels[at(visit.channel)]);
    }
    if (visit.promised > 0) {
      parts.push_back("hears a promise of " + rounded_duration(minutes(visit.promised)));
    }
    if (visit.struck >= 0) {
      parts.push_back(text("an event takes {:.2f} {}{}", visit.struck, scenario_.currency,
                           visit.provider_bears ? ", which the provider bears" : ""));
    }
    if (visit.may_see) {
      parts.push_back(visit.sees ? std::string("sees what goes on behind the scenes")
                                 : std::string("sees nothing of what goes on behind the scenes"));
    }
    for (const RecallTrace& each : visit.recalled) {
      parts.push_back(text("is reminded of {}, {} ago ({:+.2f})", name_of(each.touchpoint),
                           rounded_duration(minutes(each.ago)), each.affect));
    }
    return parts.empty() ? "" : wrap("  happened    ", join(parts, ", "));
  }

  /// Levels as they came in, then what mechanisms made of them.
  static std::string felt(const VisitTrace& visit) {
    std::vector<std::string> parts;
    float sum = visit.promise_gap;
    bool any = visit.promise_verdict != 0 || visit.promise_gap != 0;
    for (std::size_t d = 0; d < n_dimensions; ++d) {
      any = any || visit.events[d];
      sum += visit.events[d] ? visit.levels[d] : 0;
      if (visit.events[d] && shows(visit.levels[d])) {
        parts.push_back(text("{} {:+.2f}", dimension_names[d], visit.levels[d]));
      }
    }
    if (visit.promise_verdict != 0) {
      const bool of_wait = visit.announced_kept || visit.announced_broken;
      parts.push_back(text("{} {} {:+.2f}", of_wait ? "announced wait" : "promise",
                           visit.promise_verdict < 0 ? "broken" : "kept", visit.promise_gap));
    } else if (visit.promise_gap != 0) {
      parts.push_back(text("the time announced {:+.2f}", visit.promise_gap));
    }
    if (const float used_to = adapted_of(visit); shows(used_to)) {
      parts.push_back(text("used to it {:+.2f}", -used_to));
      sum -= used_to;
    }
    if (shows(visit.affect - sum)) {
      parts.push_back(text("against what {} {:+.2f}",
                           visit.other_references ? "it is held against" : "was expected",
                           visit.affect - sum));
    }
    return any ? wrap("  felt        ", text("{:+.2f}{}{}", visit.affect, parts.empty() ? "" : ": ",
                                             join(parts, ", ")))
               : wrap("  felt        ", "nothing to remember");
  }

  /// How much of the levels of this visit the person was used to.
  static float adapted_of(const VisitTrace& visit) {
    float sum = 0;
    for (std::size_t d = 0; d < n_dimensions; ++d) {
      sum += visit.events[d] ? visit.adapted[d] : 0;
    }
    return sum;
  }

  static bool shows(float affect) { return std::abs(affect) >= 0.005F; }

  static std::string kept(const VisitTrace& visit, const VisitTrace* before) {
    std::string sentence = text("{:+.2f} remembered", visit.remembered);
    if (before != nullptr && shows(before->remembered - visit.remembered)) {
      sentence += text(", was {:+.2f}", before->remembered);
    }
    if (shows(visit.expectation_quality)) {
      sentence += text("; had expected {:+.2f} besides the usual", visit.expectation_quality);
    }
    if (before != nullptr && shows(before->trust - visit.trust)) {
      sentence += text("; trust {:.2f}, was {:.2f}", visit.trust, before->trust);
    }
    if (shows(visit.effort - (before == nullptr ? 0 : before->effort))) {
      sentence += text("; effort so far {:.2f}", visit.effort);
    }
    return wrap("  kept        ", sentence);
  }

  static bool is_tilted(const OptionTrace& one) {
    return std::abs(one.probability - one.share) > 0.0005F;
  }

  std::string option(const VisitTrace& visit, std::size_t i) const {
    const OptionTrace& one = visit.options[i];
    std::string words = text("{} {:.1f} %", name_of(one.to), 100 * one.share);
    if (is_tilted(one)) {
      words += text(" tilted to {:.1f} %", 100 * one.probability);
    }
    return words;
  }

  /// Which mechanism spoke for which option: "gave_up peak_end +0.31, sunk_cost -0.12; stay ...".
  std::string reasons(const VisitTrace& visit) const {
    std::vector<std::string> options;
    for (const OptionTrace& one : visit.options) {
      std::vector<std::string> parts;
      for (const TiltPart& part : one.tilts) {
        parts.push_back(text("{} {:+.2f}",
                             part.word_of_mouth ? "word_of_mouth"
                             : part.ratings     ? "ratings"
                                                : row_of(part.mechanism).id,
                             part.log_odds));
      }
      if (!parts.empty()) {
        options.push_back(name_of(one.to) + " " + join(parts, ", "));
      }
    }
    return join(options, "; ");
  }

  std::string went_on(const VisitTrace& visit) const {
    if (visit.refused && visit.announced >= 0) {
      return wrap("  then        ", "that is too long, so " + name_of(visit.next));
    }
    if (visit.refused) {
      return wrap("  then        ", "the line is full or too long, so " + name_of(visit.next));
    }
    if (visit.gave_up) {
      return wrap("  then        ", "out of patience, so " + name_of(visit.next) +
                                        (visit.silent ? ", without a word to anybody" : ""));
    }
    if (visit.options.size() < 2) {
      return wrap("  then        ", name_of(visit.next));
    }
    std::vector<std::string> options;
    for (std::size_t i = 0; i < visit.options.size(); ++i) {
      options.push_back(option(visit, i));
    }
    std::string sentence =
        join(options, ", ") + (visit.person_decides ? "; chose " : "; got ") + name_of(visit.next);
    if (std::any_of(visit.options.begin(), visit.options.end(), is_tilted)) {
      sentence += " (log-odds: " + reasons(visit) + ")";
    }
    return wrap("  then        ", sentence);
  }

  std::string visit(const VisitTrace& visit, const VisitTrace* before) const {
    return heading(visit) + about(visit) + happened(visit) + felt(visit) + kept(visit, before) +
           went_on(visit);
  }

  std::string ending(const JourneyTrace& journey) const {
    const JourneyRow& row = journey.row;
    const std::string end =
        row.exit < 0
            ? std::string("is still under way when the simulation ends")
            : text("ends as \"{}\" ({})",
                   scenario_.exits[at(row.exit)].name.empty() ? scenario_.exits[at(row.exit)].id
                                                              : scenario_.exits[at(row.exit)].name,
                   outcome_names[static_cast<std::size_t>(scenario_.exits[at(row.exit)].outcome)]);
    std::string sentence =
        text("The journey {} after {} and {}. Lived: {:+.2f} on average, best {:+.2f}, worst "
             "{:+.2f}. Told to others: {:+.2f}.",
             end, counted(row.n_visits, "visit"), rounded_duration(minutes(row.duration)),
             row.experienced, row.peak, row.trough, row.remembered);
    if (!journey.counted) {
      sentence += " It is not counted: it began outside of warm-up and horizon.";
    }
    return wrap("", sentence);
  }

  const Scenario& scenario_;
  bool colour_;
};

} // namespace

std::string moment_text(Ticks wall) {
  const Ticks week = wall / ticks_per_week;
  const Ticks day = wall % ticks_per_week / ticks_per_day;
  const Ticks minute = wall % ticks_per_day / ticks_per_minute;
  return text("{} of week {}, {:02}:{:02}", days[static_cast<std::size_t>(day)], week + 1,
              minute / 60, minute % 60);
}

std::string narrate(const Scenario& scenario, const JourneyTrace& journey, bool colour) {
  return Narrator(scenario, colour).tell(journey);
}

} // namespace sojourn::cli
