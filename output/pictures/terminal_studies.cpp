// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/letters.hpp"
#include "output/pictures/study_rows.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/terminal_text.hpp"
#include "output/text.hpp"

#include <algorithm>

namespace sojourn::output::terminal {
namespace {

constexpr std::size_t most_rows = 12;

int width_of(const std::string& text) { return terminal_width(plain_spaces(clean(text))); }

std::string ranked_name(const StudyRow& row) {
  return (row.rank.empty() ? "" : row.rank + ". ") + row.name;
}

std::string table_lines(const Terminal& t, const StudyTable& table) {
  int name = 0, value = 0, range = 0;
  for (const StudyRow& row : table.rows) {
    name = std::max(name, width_of(ranked_name(row)));
    value = std::max(value, width_of(row.value));
    range = std::max(range, width_of(row.range));
  }
  range = range + value + 30 > t.columns ? 0 : range;
  name = std::min(name, t.columns - value - range - 8);
  std::string out;
  for (const StudyRow& row : table.rows) {
    const bool fits = width_of(ranked_name(row)) <= name; // else the name has lines of its own
    out += fits ? "" : filled(t, ranked_name(row), 2);
    out += "  " + left(fits ? ranked_name(row) : "", name) + "  " +
           t.paint(bold, right(row.value, value)) +
           (range > 0 ? "  " + t.paint(faint, right(row.range, range)) : "") + "\n";
    out += row.note.empty() ? "" : filled(t, row.note, 4);
  }
  return out;
}

std::string block(const Terminal& t, const ResultData& result, int study) {
  const StudyInfo& info = result.studies[static_cast<std::size_t>(study)];
  const StudyTable table = short_table(result, study, most_rows);
  std::string out = "\n" + t.paint(bold, cut(plain_spaces(clean(info.question)), t.columns)) + "\n";
  out += t.paint(faint, filled(t,
                               text("{}: {} arm{}, {} replications{}", info.id, info.arms,
                                    info.arms == 1 ? "" : "s", info.replications,
                                    table.measure.empty() ? "" : "; " + table.measure),
                               2));
  out += table_lines(t, table);
  if (table.n_left_out > 0) {
    out += filled(t, text("{} more in the result file", table.n_left_out), 2);
  }
  return out + (info.reading.empty() ? "" : filled(t, reading_words(result, study), 2));
}

} // namespace

std::string study_blocks(const Terminal& t, const ResultData& result) {
  std::string out;
  for (std::size_t study = 0; study < result.studies.size(); ++study) {
    out += block(t, result, static_cast<int>(study));
  }
  return out;
}

} // namespace sojourn::output::terminal
