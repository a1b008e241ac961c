// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/page.hpp"

#include "output/pictures/figures.hpp"
#include "output/pictures/letters.hpp"
#include "output/pictures/study_rows.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/svg.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <array>

// What was asked beside the comparison: a question, its answer in a sentence, its figures, and the
// numbers behind them.
namespace sojourn::output::page {
namespace {

constexpr std::size_t most_rows = 20, most_behind = 120;

struct HowToRead {
  std::string_view headline, words;
};

constexpr std::array how_to_read = {
    HowToRead{"shapley",
              "From the full potential of one journey to what is realised, by the four causes of "
              "value leakage. Thin lines are intervals. A bar to the right is a cause that costs "
              "nothing here: closing it would lower value. Where other designs were looked at, "
              "small coloured numbers are "
              "won back against today."},
    HowToRead{"effect",
              "Each bias switched off in turn, in the design of today, with everything else and "
              "all luck unchanged; what is shown is what it does. A filled mark means that the "
              "interval leaves out zero."},
    HowToRead{"gain",
              "One improvement at one touchpoint at a time, with everything else and all luck "
              "unchanged. Ranks say what the numbers can tell apart: “3 to 4” shares its place."},
    HowToRead{"change",
              "Levels along what is varied, with their bands; all designs meet the same people "
              "with the same luck. Where two numbers vary, colours say how far a crossing is from "
              "today."},
    HowToRead{"by_week",
              "What became of the journeys that ended in each week, all replications together, so "
              "there are no intervals. Dashed lines say when a step to another design was taken, "
              "on average of the replications that took it, counted in their order."},
    HowToRead{"total_order",
              "Each assumption alone moved to the ends of its band, everything else as written. "
              "“Alone” is its share of the doubt by itself, “share of doubt” with all it does "
              "together with others."},
    HowToRead{"mu_star",
              "Each assumption moved alone, from many places. To the right: it moves the answer "
              "further. Upwards: how far depends on the other assumptions."}};

std::string head_of(const StudyTable& table, bool full) {
  return "<thead><tr>" +
         (full ? std::string("<th class='word' scope='col'>Number</th>") : std::string()) +
         "<th class='word' scope='col'>What</th><th scope='col'>" +
         (table.measure.empty() ? std::string("Value") : escape(table.measure)) +
         "</th><th scope='col'>Interval</th><th class='word' scope='col'>Note</th></tr></thead>";
}

std::string note_of(const StudyRow& row) {
  const std::string rank = row.rank.empty() ? "" : "rank " + row.rank;
  return rank + (rank.empty() || row.note.empty() ? "" : ": ") + row.note;
}

std::string table_of(const StudyTable& table, const std::string& label, bool full) {
  std::string rows;
  for (const StudyRow& row : table.rows) {
    rows += "<tr>" + (full ? "<td class='word'>" + escape(row.quantity) + "</td>" : std::string()) +
            "<th class='word' scope='row'><bdi>" + escape(row.name) + "</bdi></th><td>" +
            escape(row.value) + "</td><td>" + escape(row.range) + "</td><td class='word'>" +
            escape(note_of(row)) + "</td></tr>\n";
  }
  return "<div class='table' tabindex='0' role='region' aria-label='" + escape(label) +
         "'><table>" + head_of(table, full) + "<tbody>" + rows + "</tbody></table></div>\n" +
         (table.n_left_out > 0 ? text("<p>{} more in the result file.</p>\n", table.n_left_out)
                               : std::string());
}

std::string figures_of(const ResultData& result, const std::string& headline) {
  std::string out;
  for (const StudyFigure& each : study_figures()) {
    if (each.headline == headline && has_figure(result, each)) {
      out += figure_pair(std::string(each.name), each.draw(result, Room::wide),
                         each.draw(result, Room::narrow));
    }
  }
  const auto* words = std::find_if(how_to_read.begin(), how_to_read.end(),
                                   [&](const HowToRead& how) { return how.headline == headline; });
  return out.empty() || words == how_to_read.end()
             ? out
             : "<p class='lead'>" + escape(words->words) + "</p>\n" + out;
}

std::string section_of(const ResultData& result, int study) {
  const StudyInfo& info = result.studies[static_cast<std::size_t>(study)];
  const std::string figures = figures_of(result, info.headline);
  std::string out = "<section><h2 class='sheet'>" + escape(info.question) + "</h2>\n";
  out += info.reading.empty()
             ? ""
             : "<p class='reading'>" + escape(reading_words(result, study)) + "</p>\n";
  const StudyTable table = figures.empty() ? short_table(result, study, most_rows)
                                           : full_table(result, study, most_behind);
  const std::string numbers =
      table.rows.empty() ? "" : table_of(table, info.question, !figures.empty());
  out += figures + numbers_from("studies/");
  return out +
         (figures.empty() ? numbers
                          : "<details><summary>All numbers behind this figure</summary>" + numbers +
                                "</details>\n") +
         "</section>\n";
}

} // namespace

std::string figure_pair(const std::string& name, const Figure& wide, const Figure& narrow) {
  return "<div id='study-" + name + "' class='study'><div class='figure large' data-name='" + name +
         "' tabindex='0' role='region' aria-label='" + escape(wide.name) + "'>" + inline_svg(wide) +
         "</div>\n<div class='figure small' data-name='" + name + "'>" + inline_svg(narrow) +
         "</div><button type='button' hidden data-save='study-" + name +
         "'>Save as SVG</button></div>\n";
}

std::string watermelon_section(const ResultData& result) {
  if (!has_watermelon(result)) {
    return {};
  }
  return "<section><h2 class='sheet'>Green outside, red inside</h2>\n<p class='lead'>The SLA looks "
         "at the clock, the XLA at the memory. Each dot is a journey of today by the time it took "
         "and what is remembered of it; the line is the XLA. Crosses gave up.</p>\n" +
         figure_pair("watermelon", watermelon(result, 0, Room::wide),
                     watermelon(result, 0, Room::narrow)) +
         numbers_from("journeys/, summary/") + "</section>\n";
}

std::string study_section(const ResultData& result, std::string_view headline) {
  const auto study = study_answering(result, headline);
  return study ? section_of(result, *study) : "";
}

std::string other_studies(const ResultData& result, std::initializer_list<std::string_view> shown) {
  std::string out;
  for (std::size_t study = 0; study < result.studies.size(); ++study) {
    const std::string& headline = result.studies[study].headline;
    if (std::find(shown.begin(), shown.end(), headline) == shown.end()) {
      out += section_of(result, static_cast<int>(study));
    }
  }
  return out;
}

} // namespace sojourn::output::page
