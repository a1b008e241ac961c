// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/answer.hpp"
#include "output/pictures/figures.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>

namespace sojourn::output::page {
namespace {

std::string tag(const std::string& name, const std::string& markup, const std::string& kind = "") {
  return "<" + name + (kind.empty() ? "" : " class='" + kind + "'") + ">" + markup + "</" +
         name.substr(0, name.find(' ')) + ">";
}

std::string cell(const std::string& text, const std::string& kind = "") {
  return tag("td", escape(text), kind);
}

std::string colour_class(std::size_t arm) {
  return "c" + std::to_string(arm == 0 ? 0 : 1 + (arm - 1) % 3);
}

/// The last sentence of the question is the headline, what stands before it leads in.
std::pair<std::string, std::string> lead_and_headline(const ResultData& result) {
  const std::string text = clean(result.question.empty() ? result.title : result.question);
  const std::size_t last = text.find_last_not_of(" .!?");
  const std::size_t stop =
      last == std::string::npos ? std::string::npos : text.find_last_of(".!?", last);
  if (stop == std::string::npos || stop + 2 >= text.size() || text[stop + 1] != ' ') {
    return {"", text};
  }
  return {text.substr(0, stop + 1), text.substr(stop + 2)};
}

std::string eyebrow(const ResultData& result) {
  const std::string sizes = std::to_string(result.n_replications) + " paired replications · " +
                            whole(result.journeys_per_replication) + " journeys in each · seed " +
                            result.seed;
  return tag("p",
             "<span><b>Sojourn</b> · <bdi>" + escape(result.title) + "</bdi></span><span>" +
                 escape(sizes) + "</span>",
             "eyebrow") +
         "\n";
}

std::string difference_cells(const ResultData& result, int measure, std::size_t arm) {
  const Estimate* d = find_estimate(result, static_cast<int>(arm), 0, measure);
  const MeasureFormat format = format_of(result, measure);
  if (arm == 0 || !has_value(d)) {
    return cell("") + cell("") + cell("");
  }
  const std::string p = d->p_holm < 0.0005 ? "< 0.001" : fixed(d->p_holm, 3);
  return cell(format.change(d->estimate)) +
         cell(has_interval(d) ? format.change_range(d->lower, d->upper) : "–") + cell(p);
}

/// With what else must be said of the number.
std::string level_interval(const Estimate* level, const MeasureFormat& format) {
  if (!has_interval(level)) {
    return "–";
  }
  const std::string range = format.level_range(level->lower, level->upper);
  return level->note.empty() ? range : range + " (" + level->note + ")";
}

std::string numbers_table(const ResultData& result) {
  std::string rows;
  for (int m = 0; m < static_cast<int>(result.measures.size()); ++m) {
    const MeasureFormat format = format_of(result, m);
    for (std::size_t a = 0; a < result.arms.size(); ++a) {
      const Estimate* level = find_estimate(result, static_cast<int>(a), -1, m);
      rows += tag("tr", tag("th scope='row'", escape(tile_words(result, m).name), "word") +
                            cell(short_name(result, a), "word") +
                            cell(has_value(level) ? format.level(level->estimate) : "–") +
                            cell(level_interval(level, format)) + difference_cells(result, m, a)) +
              "\n";
    }
  }
  return "<details><summary>All numbers behind this figure</summary><div class='table' "
         "tabindex='0' role='region' aria-label='All numbers'><table><thead><tr>"
         "<th class='word' scope='col'>Measure</th><th class='word' scope='col'>Design</th>"
         "<th scope='col'>Level</th><th scope='col'>Interval</th><th scope='col'>Change</th>"
         "<th scope='col'>Interval</th><th scope='col'>p, Holm</th></tr></thead><tbody>" +
         rows + "</tbody></table></div></details>\n";
}

std::string state_cell(Verdict verdict) {
  return verdict == Verdict::better    ? cell("kept", "word kept")
         : verdict == Verdict::worse   ? cell("missed", "word missed")
         : verdict == Verdict::unclear ? cell("too close to tell", "word")
                                       : cell("no interval", "word");
}

std::string agreement_rows(const ResultData& result, const AgreementInfo& agreement, int measure) {
  std::string rows;
  const MeasureFormat format = format_of(result, measure);
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    const Estimate* level = find_estimate(result, static_cast<int>(a), -1, measure);
    const std::string first = a > 0 ? ""
                                    : "<th class='word' scope='rowgroup' rowspan='" +
                                          std::to_string(result.arms.size()) + "'>" +
                                          escape(agreement.kind) + ": <bdi>" +
                                          escape(agreement.text) + "</bdi></th>";
    rows +=
        tag("tr",
            first + cell(short_name(result, a), "word " + colour_class(a)) +
                cell(has_value(level) ? format.level(level->estimate) : "–") +
                cell(has_interval(level) ? format.level_range(level->lower, level->upper) : "–") +
                cell(percent(agreement.target)) + state_cell(verdict_of(level, agreement))) +
        "\n";
  }
  return "<tbody>" + rows + "</tbody>";
}

} // namespace

std::string numbers_from(const std::string& groups) {
  return "<p class='source'>In the result file: <code>" + escape(groups) + "</code></p>\n";
}

std::size_t first_shown_arm(const ResultData& result) {
  const auto measure = headline_measure(result);
  if (!measure) {
    return 0;
  }
  const int better = result.measures[static_cast<std::size_t>(*measure)].better;
  std::size_t best = 0;
  double most = 0;
  for (const int arm : single_changes(result)) {
    const Estimate* e = find_estimate(result, arm, 0, *measure);
    if (verdict_of(e, better) == Verdict::better && better * e->estimate > most) {
      most = better * e->estimate;
      best = static_cast<std::size_t>(arm);
    }
  }
  return best;
}

std::string head_and_answer(const ResultData& result) {
  const auto [lead, headline] = lead_and_headline(result);
  std::string sentence;
  for (const Phrase& phrase : answer(result).phrases) {
    sentence += phrase.strong ? tag("b", escape(phrase.text)) : escape(phrase.text);
  }
  std::string out = eyebrow(result);
  if (!lead.empty()) {
    out += "<p class='kicker' dir='auto'>" + escape(lead) + "</p>\n";
  }
  out += "<h1 dir='auto'>" + escape(headline) + "</h1>\n" + tag("p", sentence, "answer") + "\n";
  if (!result.complete) {
    out += tag("p",
               "<b>Partial result.</b> The run was stopped early; everything here rests on its "
               "first " +
                   std::to_string(result.n_replications) + " replications.",
               "notice") +
           "\n";
  }
  return out;
}

std::string tiles_section(const ResultData& result) {
  std::string out;
  for (const int measure : tile_measures(result)) {
    const TileWords words = tile_words(result, measure);
    out += "<div><div><b class='name'><bdi>" + escape(words.name) + "</bdi></b>" +
           tag("p", "<bdi>" + escape(words.note) + "</bdi>") + "</div>" +
           inline_svg(tile(result, measure)) + "</div>\n";
  }
  return out.empty() ? "" : "<div class='tiles'>" + out + "</div>\n" + numbers_from("summary/");
}

std::string differences_section(const ResultData& result) {
  if (result.arms.size() < 2) {
    return {};
  }
  return "<section id='differences'><h2 class='sheet'>What each change does</h2>\n"
         "<div class='choices'><p class='lead'>Every design meets the same people with the "
         "same "
         "luck, so differences are paired. A filled mark means that the interval leaves out zero. "
         "Intervals stand for themselves; Holm’s p-values below allow for looking at "
         "many.</p><span "
         "class='grow'></span><button type='button' hidden data-save='differences'>Save as "
         "SVG</button></div>\n"
         "<div class='figure large' data-name='differences' tabindex='0' role='region' "
         "aria-label='What each change does'>" +
         inline_svg(differences(result)) +
         "</div>\n<div class='figure small' data-name='differences'>" +
         inline_svg(differences_narrow(result)) + "</div>\n" +
         numbers_from("summary/, by replication measures/") + numbers_table(result) +
         "</section>\n";
}

std::string agreements_section(const ResultData& result) {
  std::string rows;
  for (const AgreementInfo& agreement : result.agreements) {
    if (const auto measure = measure_of(result, agreement)) {
      rows += agreement_rows(result, agreement, *measure);
    }
  }
  if (rows.empty()) {
    return {};
  }
  return "<section><h2 class='sheet'>What was promised</h2>\n<p class='lead'>An SLA looks at "
         "the "
         "clock, an XLA at the memory. Kept means that the whole interval reaches the target; "
         "missed, that all of it falls short.</p>\n<div class='table' tabindex='0' "
         "role='region' aria-label='Agreements'><table><thead><tr>"
         "<th class='word' scope='col'>Agreement</th><th class='word' "
         "scope='col'>Design</th>"
         "<th scope='col'>Journeys that keep it</th><th scope='col'>Interval</th>"
         "<th scope='col'>Target</th><th class='word' scope='col'>State</th></tr></thead>" +
         rows + "</table></div>" + numbers_from("agreements/, summary/") + "</section>\n";
}

} // namespace sojourn::output::page
