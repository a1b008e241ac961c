// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/duration.hpp"
#include "output/pictures/letters.hpp"
#include "output/pictures/moments_of_truth.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

// The eight questions that are asked of every journey, answered from the map of today's design.
namespace sojourn::output::page {
namespace {

constexpr double shown = 0.5; // per 100 journeys; fewer are not worth a word
constexpr double waiting = 1; // min, on average

class EightAnswers {
public:
  explicit EightAnswers(const ResultData& result) : r_(result), map_(result, 0, 0) {}

  /// What people do at each step.
  [[nodiscard]] std::string deeds() const {
    std::vector<std::pair<std::string, double>> steps; // in the order in which they come first
    for (std::size_t t = 0; t < map_.n_touchpoints(); ++t) {
      const std::string& step = r_.touchpoints[t].step;
      auto at = std::find_if(steps.begin(), steps.end(),
                             [&](const auto& each) { return each.first == step; });
      at = at == steps.end() ? steps.insert(at, {step, 0.0}) : at;
      at->second += map_.visits(t);
    }
    std::string said;
    for (const auto& [step, visits] : steps) {
      said += (said.empty() ? "" : ", ") + (step.empty() ? std::string("elsewhere") : step) + " " +
              fixed(visits, 0);
    }
    return "Visits per 100 journeys: " + said + ".";
  }
  /// What encourages or discourages the next one.
  [[nodiscard]] std::string courage() const {
    const auto move = [this](std::size_t t) {
      return map_.remembered_after(t) - remembered_before(r_, 0, 0, t);
    };
    std::string said;
    if (const auto best = extreme([&](std::size_t t) { return move(t); });
        best && move(*best) > 0) {
      said += "Next to the touchpoints before it, people at " + name(*best) +
              " remember it best so far, by " + fixed(move(*best), 2) + ". ";
    }
    if (const auto worst = extreme([&](std::size_t t) { return -move(t); });
        worst && move(*worst) < 0) {
      said +=
          "They remember it worst at " + name(*worst) + ", by " + fixed(-move(*worst), 2) + ". ";
    }
    return said.empty() ? "Nothing moves what they remember."
                        : said + "That is what happens there, and who comes that far.";
  }
  /// What they feel.
  [[nodiscard]] std::string feelings() const {
    const auto mood = [this](std::size_t t) { return map_.mean(t); };
    const auto best = extreme(mood);
    const auto worst = extreme([&](std::size_t t) { return -mood(t); });
    std::string said;
    if (best && worst) {
      said = "Best at " + name(*best) + ", " + with_sign(mood(*best), 1) +
             " on average, worst at " + name(*worst) + ", " + with_sign(mood(*worst), 1) + ". ";
    }
    return said + "At the end half of them remember it better than " +
           with_sign(map_.remembered(0.5), 1) + ".";
  }
  /// Which questions stay unanswered.
  [[nodiscard]] std::string silence() const {
    std::string said;
    bool anybody = false;
    for (std::size_t t = 0; t < map_.n_touchpoints(); ++t) {
      anybody = anybody || map_.wait(t) >= waiting;
      if (map_.wait(t) >= waiting && !is_told(t)) {
        said += (said.empty() ? "" : "; ") + name(t) + ", " + duration_words(map_.wait(t)) +
                " on average";
      }
    }
    const std::string waits =
        !anybody ? "Nobody waits so long that they would have to ask."
        : said.empty()
            ? "Where people wait, they are told something of it."
            : "How long it still takes: nothing is said while they wait at " + said + ".";
    return waits + asked();
  }
  /// Where they get stuck.
  [[nodiscard]] std::string stuck() const {
    std::string said;
    const auto most = extreme([this](std::size_t t) { return map_.wait(t) * map_.visits(t); });
    if (most && map_.wait(*most) >= waiting) {
      said = "Most of the waiting is at " + name(*most) + ", " + duration_words(map_.wait(*most)) +
             " on average in " + fixed(map_.visits(*most), 0) + " visits per 100 journeys. ";
    }
    std::size_t from = 0, to = 0;
    double back = 0;
    for (std::size_t a = 0; a < map_.n_touchpoints(); ++a) {
      for (std::size_t b = 0; b <= a; ++b) {
        if (map_.flow(a, b) > back) {
          from = a, to = b, back = map_.flow(a, b);
        }
      }
    }
    if (back >= shown) {
      said += fixed(back, 0) + " in 100 go back from " + name(from) + " to " + name(to) + ".";
    }
    return said.empty() ? "Nobody waits, and nobody goes back." : said;
  }
  /// Whether uncertainty could make them give up and go elsewhere.
  [[nodiscard]] std::string leaving() const {
    std::string said;
    for (std::size_t e = 0; e < r_.exits.size(); ++e) {
      const std::string& outcome = r_.exits[e].outcome;
      const auto leave = [&](std::size_t t) { return map_.flow(t, map_.n_touchpoints() + e); };
      double all = 0;
      for (std::size_t t = 0; t < map_.n_touchpoints(); ++t) {
        all += leave(t);
      }
      const auto most = extreme(leave);
      if ((outcome == "lost" || outcome == "competitor") && all >= shown && most) {
        said += "“" + (r_.exits[e].name.empty() ? r_.exits[e].id : r_.exits[e].name) +
                "”: " + fixed(all, 0) + " in 100, most from " + name(*most) + ", " +
                fixed(leave(*most), 0) + ". ";
      }
    }
    return said.empty() ? "Nobody gives up or goes elsewhere." : said;
  }
  /// Which obstacles they meet.
  [[nodiscard]] std::string obstacles() const {
    std::string said;
    for (const Moment& pain : pain_points(r_, 0, 0)) {
      said += name(pain.touchpoint) + ": " + pain.text + ". ";
    }
    return said.empty() ? "No touchpoint hurts on average." : said;
  }
  /// What it costs and risks.
  [[nodiscard]] std::string costs() const {
    constexpr std::array<std::string_view, 5> asked = {"time_in_system", "effort", "paid", "risk",
                                                       "cost"};
    std::string said;
    for (const std::string_view id : asked) {
      const auto measure = measure_named(r_, id);
      const Estimate* e = measure ? find_estimate(r_, 0, -1, *measure) : nullptr;
      if (has_value(e)) {
        const MeasureFormat format = format_of(r_, *measure);
        const MeasureInfo& info = r_.measures[static_cast<std::size_t>(*measure)];
        said += (said.empty() ? "" : "; ") + info.label + " " +
                (info.unit == "min" ? duration_words(e->estimate, 1) : format.level(e->estimate));
      }
    }
    return said.empty() ? "Nothing of it is measured here." : said + ".";
  }

private:
  /// The questions that the scenario puts into people's mouths where nobody tells them anything.
  [[nodiscard]] std::string asked() const {
    std::string said;
    for (std::size_t t = 0; t < map_.n_touchpoints(); ++t) {
      const std::string path = "touchpoints." + r_.touchpoints[t].id + ".about.question";
      for (const ParameterInfo& each : r_.parameters) {
        if (each.path == path && map_.visits(t) >= shown && !is_told(t)) {
          said += (said.empty() ? " They ask themselves: at " : "; at ") + name(t) + ", “" +
                  each.value + "”";
        }
      }
    }
    return said.empty() ? said : said + ".";
  }
  [[nodiscard]] std::string name(std::size_t t) const {
    const TouchpointInfo& at = r_.touchpoints[t];
    return "“" + (at.name.empty() ? at.id : at.name) + "”";
  }
  /// The visited touchpoint with the highest value; nothing where none has one.
  [[nodiscard]] std::optional<std::size_t>
  extreme(const std::function<double(std::size_t)>& value) const {
    std::optional<std::size_t> found;
    for (std::size_t t = 0; t < map_.n_touchpoints(); ++t) {
      const bool counts = map_.visits(t) >= shown && std::isfinite(value(t));
      if (counts && (!found || value(t) > value(*found))) {
        found = t;
      }
    }
    return found;
  }
  [[nodiscard]] bool is_told(std::size_t t) const {
    const std::string at = "touchpoints." + r_.touchpoints[t].id + ".";
    return std::any_of(r_.parameters.begin(), r_.parameters.end(), [&](const ParameterInfo& each) {
      return each.path.starts_with(at + "updates") || each.path.starts_with(at + "announces");
    });
  }

  const ResultData& r_;
  MapView map_;
};

std::string row(std::string_view question, const std::string& answer) {
  return "<tr><th class='word' scope='row'>" + std::string(question) +
         "</th><td class='word'><bdi>" + escape(answer) + "</bdi></td></tr>\n";
}

} // namespace

std::string questions_section(const ResultData& result) {
  const EightAnswers answers(result);
  return "<section><h2 class='sheet'>Eight questions, asked of every journey</h2>\n<p "
         "class='lead'>Answered for everyone, as it is today.</p>\n<div class='table' "
         "tabindex='0' role='region' aria-label='Eight questions'><table><thead><tr><th "
         "class='word' scope='col'>Question</th><th class='word' scope='col'>Answer</th></tr>"
         "</thead><tbody>" +
         row("What do people do at each step?", answers.deeds()) +
         row("What encourages or discourages the next one?", answers.courage()) +
         row("What do they feel?", answers.feelings()) +
         row("Which questions stay unanswered?", answers.silence()) +
         row("Where do they get stuck?", answers.stuck()) +
         row("Could uncertainty make them give up and go elsewhere?", answers.leaving()) +
         row("Which obstacles do they meet?", answers.obstacles()) +
         row("What does it cost and risk?", answers.costs()) + "</tbody></table></div>\n" +
         numbers_from("map/, summary/") + "</section>\n";
}

} // namespace sojourn::output::page
