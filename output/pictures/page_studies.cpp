// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/page.hpp"

#include "output/pictures/letters.hpp"
#include "output/pictures/study_rows.hpp"
#include "output/pictures/svg.hpp"
#include "output/text.hpp"

// What was asked beside the comparison: a question, its answer in a sentence, a short table.
namespace sojourn::output::page {
namespace {

constexpr std::size_t most_rows = 20;

std::string table_of(const StudyTable& table, const std::string& label) {
  std::string rows;
  for (const StudyRow& row : table.rows) {
    rows += "<tr><th class='word' scope='row'><bdi>" + escape(row.name) + "</bdi></th><td>" +
            escape(row.value) + "</td><td>" + escape(row.range) + "</td><td class='word'>" +
            escape(row.note) + "</td></tr>\n";
  }
  return "<div class='table' tabindex='0' role='region' aria-label='" + escape(label) +
         "'><table><thead><tr><th class='word' scope='col'>What</th><th scope='col'>" +
         (table.measure.empty() ? std::string("Value") : escape(table.measure)) +
         "</th><th scope='col'>Interval</th><th class='word' scope='col'>Note</th></tr></thead>" +
         rows + "</table></div>\n";
}

std::string study_section(const ResultData& result, int study) {
  const StudyInfo& info = result.studies[static_cast<std::size_t>(study)];
  const StudyTable table = short_table(result, study, most_rows);
  std::string out = "<section><h2 class='sheet'>" + escape(info.question) + "</h2>\n";
  out += info.reading.empty() ? "" : "<p class='lead'>" + escape(info.reading) + "</p>\n";
  out += table.rows.empty() ? "" : table_of(table, info.question);
  if (table.n_left_out > 0) {
    out += text("<p>{} more in the result file.</p>\n", table.n_left_out);
  }
  return out + numbers_from("studies/") + "</section>\n";
}

} // namespace

std::string studies_section(const ResultData& result) {
  std::string out;
  for (std::size_t study = 0; study < result.studies.size(); ++study) {
    out += study_section(result, static_cast<int>(study));
  }
  return out;
}

} // namespace sojourn::output::page
