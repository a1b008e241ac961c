// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/terminal.hpp"

#include "output/pictures/answer.hpp"
#include "output/pictures/fates.hpp"
#include "output/pictures/figures.hpp"
#include "output/pictures/letters.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/terminal_text.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>

namespace sojourn::output {

using namespace terminal;

namespace {

constexpr std::size_t most_measures = 8; // blocks; the report and the file hold all
/// What one arm's line says, before it is aligned.
struct Cells {
  std::string name, level, range, change, change_range;
};

Cells cells_of(const ResultData& r, int measure, std::size_t arm) {
  const MeasureFormat format = format_of(r, measure);
  const Estimate* level = find_estimate(r, static_cast<int>(arm), -1, measure);
  const Estimate* change = arm == 0 ? nullptr : find_estimate(r, static_cast<int>(arm), 0, measure);
  Cells cells{plain_spaces(clean(short_name(r, arm))), "–", "", "", ""};
  cells.level = has_value(level) ? format.level(level->estimate) : cells.level;
  cells.range = has_interval(level) ? format.level_range(level->lower, level->upper) : "";
  cells.change = has_value(change) ? format.change(change->estimate) : "";
  cells.change_range =
      has_interval(change) ? format.change_range(change->lower, change->upper) : "";
  return cells;
}

/// Widths of the table's columns, each as wide as its widest cell and two spaces.
struct Columns {
  int name = 0, level = 0, range = 0, change = 0, change_range = 0, mark = 8;
  [[nodiscard]] int all() const { return name + level + range + change + change_range + mark; }
};

void widen(int& width, const std::string& text) {
  width = std::max(width, text.empty() ? 0 : terminal_width(plain_spaces(text)) + 2);
}

/// A narrow terminal goes without the level's interval, then the mark, then the other interval.
Columns columns_for(const ResultData& r, const std::vector<int>& measures, int width) {
  Columns c;
  for (const int measure : measures) {
    for (std::size_t arm = 0; arm < r.arms.size(); ++arm) {
      const Cells cells = cells_of(r, measure, arm);
      widen(c.name, cells.name);
      widen(c.level, cells.level);
      widen(c.range, cells.range);
      widen(c.change, cells.change);
      widen(c.change_range, cells.change_range);
    }
  }
  const std::string head = percent(interval_level(r)) + " interval";
  widen(c.range, c.range > 0 ? head : "");
  widen(c.change_range, c.change_range > 0 ? head : "");
  c.range = c.all() - c.name + 18 > width ? 0 : c.range;
  c.mark = c.all() - c.name + 12 > width ? 0 : c.mark;
  c.change_range = c.all() - c.name + 12 > width ? 0 : c.change_range;
  c.name = std::min(c.name, std::max(6, width - (c.all() - c.name)));
  return c;
}

/// Told from chance, and yet too small to show or, by the declared margin, to matter.
bool hardly_differs(const ResultData& r, int measure, std::size_t arm) {
  const Estimate* change = find_estimate(r, static_cast<int>(arm), 0, measure);
  return has_value(change) &&
         (format_of(r, measure).change(change->estimate).find_first_of("123456789") ==
              std::string::npos ||
          material_difference(r, static_cast<int>(arm), measure).none());
}

bool is_told(Verdict v) { return v == Verdict::better || v == Verdict::worse; }

Verdict verdict_at(const ResultData& r, int measure, std::size_t arm) {
  return verdict_of(find_estimate(r, static_cast<int>(arm), 0, measure),
                    r.measures[static_cast<std::size_t>(measure)].better);
}

/// What the marks mean that are not words.
std::string marks_told(const ResultData& r, const std::vector<int>& measures) {
  bool unclear = false, leaning = false, hardly = false;
  for (const int measure : measures) {
    for (std::size_t arm = 1; arm < r.arms.size(); ++arm) {
      const Verdict v = verdict_at(r, measure, arm);
      unclear = unclear || v == Verdict::unclear;
      leaning = leaning || v == Verdict::leaning;
      hardly = hardly || (is_told(v) && hardly_differs(r, measure, arm));
    }
  }
  return std::string(unclear ? " ·: may be chance." : "") +
         (leaning ? " ?: may be chance among so many." : "") +
         (hardly ? " hardly: no chance, but too little to show or to matter." : "");
}

std::string mark(const Terminal& t, Verdict v, int width) {
  if (width == 0) {
    return {};
  }
  switch (v) {
  case Verdict::better:
    return t.paint(green, right("better", width));
  case Verdict::worse:
    return t.paint(red, right("worse", width));
  case Verdict::leaning:
    return right("?", width);
  case Verdict::unchanged:
    return right("same", width);
  case Verdict::unclear:
    return t.paint(faint, right("·", width));
  case Verdict::unknown:
    return {};
  }
  return {};
}

std::string arm_line(const Terminal& t, const ResultData& r, const Columns& c, int measure,
                     std::size_t arm) {
  const Cells cells = cells_of(r, measure, arm);
  const Estimate* change = arm == 0 ? nullptr : find_estimate(r, static_cast<int>(arm), 0, measure);
  std::string out = "  " + left(cells.name, c.name - 2) + right(cells.level, c.level);
  out += c.range > 0 ? t.paint(faint, right(cells.range, c.range)) : "";
  out += has_value(change) ? t.paint(bold, right(cells.change, c.change)) : "";
  out += has_value(change) && c.change_range > 0
             ? t.paint(faint, right(cells.change_range, c.change_range))
             : "";
  const Verdict verdict = verdict_at(r, measure, arm);
  out += c.mark > 0 && arm > 0 && is_told(verdict) && hardly_differs(r, measure, arm)
             ? t.paint(faint, right("hardly", c.mark))
             : mark(t, arm > 0 ? verdict : Verdict::unknown, c.mark);
  const Estimate* level = find_estimate(r, static_cast<int>(arm), -1, measure);
  const bool noted = has_interval(level) && !level->note.empty();
  return out + "\n" + (noted ? filled(t, level->note, 4) : "");
}

std::string column_heads(const Terminal& t, const ResultData& r, const Columns& c) {
  const std::string interval = percent(interval_level(r)) + " interval";
  const std::string out = spaces(c.name) + right("level", c.level) +
                          (c.range > 0 ? right(interval, c.range) : "") +
                          (c.change > 0 ? right("change", c.change) : "") +
                          (c.change_range > 0 ? right(interval, c.change_range) : "");
  return "\n" + t.paint(faint, out);
}

std::string measure_block(const Terminal& t, const ResultData& r, const Columns& c, int measure) {
  const TileWords words = tile_words(r, measure);
  const AgreementInfo* agreement = agreement_of(r, measure);
  const std::string target = agreement == nullptr ? "" : ", target " + percent(agreement->target);
  std::string out =
      "\n" + t.paint(bold, cut(plain_spaces(clean(words.name + target)), t.columns)) + "\n";
  for (std::size_t a = 0; a < r.arms.size(); ++a) {
    out += arm_line(t, r, c, measure, a);
  }
  return out;
}

/// "SLA restored within 4 h …: today 94 %, kept; …", the states in green and red.
std::string agreement_lines(const Terminal& t, const ResultData& r,
                            const AgreementInfo& agreement) {
  const auto measure = measure_of(r, agreement);
  if (!measure) {
    return {};
  }
  const MeasureFormat format = format_of(r, *measure);
  std::string out = "\n" + filled(t, agreement.kind + " " + agreement.text, 0);
  for (std::size_t a = 0; a < r.arms.size(); ++a) {
    const Estimate* level = find_estimate(r, static_cast<int>(a), -1, *measure);
    const Verdict v = verdict_of(level, agreement);
    const std::string state = v == Verdict::better    ? t.paint(green, "green: kept")
                              : v == Verdict::worse   ? t.paint(red, "red: missed")
                              : v == Verdict::unclear ? "too close to tell"
                                                      : "no interval";
    out += "  " + left(short_name(r, a), 24) + " " +
           right(has_value(level) ? format.level(level->estimate) : "–", 9) + "  " + state + "\n";
  }
  return out;
}

/// What the change does to the same people, variant by variant.
std::string fate_lines(const Terminal& t, const ResultData& r) {
  std::string out;
  for (std::size_t a = 1; a < r.arms.size(); ++a) {
    const std::string words = fate_words(r, a);
    out += words.empty() ? "" : filled(t, short_name(r, a) + " " + words, 2);
  }
  if (out.empty()) {
    return out;
  }
  const double noticeable = r.pair_shares.front().noticeable;
  return "\n" +
         filled(t,
                "The same people under the same luck (from " + fixed(noticeable, 2) +
                    " points of what they remember on):",
                0) +
         out;
}

std::string warning_lines(const Terminal& t, const ResultData& r) {
  std::string out;
  for (const std::string& warning : r.warnings) {
    out += filled(t, "warning: " + warning, 0);
  }
  if (!r.complete) {
    out += filled(t,
                  "warning: stopped early; this rests on the first " +
                      std::to_string(r.n_replications) + " replications",
                  0);
  }
  return out.empty() ? out : "\n" + out;
}

// What the columns are in, for whoever sees them for the first time.
std::string units_told(const ResultData& result, const std::vector<int>& measures) {
  bool affect = false, shares = false;
  for (const int measure : measures) {
    const MeasureInfo& info = result.measures[static_cast<std::size_t>(measure)];
    affect = affect || info.unit == "affect";
    shares = shares || info.share;
  }
  std::string text;
  if (affect) {
    text += "Experience: \u22125 desperate, 0 neutral, +5 delighted.";
  }
  if (shares && result.arms.size() > 1) {
    text += text.empty() ? "" : " ";
    text += "pp: percentage points.";
  }
  return text;
}

// In the report the comparison stands below the answer, here above it.
std::string answer_told(const ResultData& result) {
  std::string text = answer(result).plain();
  constexpr std::string_view below = " compared below.";
  if (const std::size_t at = text.find(below); at != std::string::npos) {
    text.replace(at, below.size(), " compared above.");
  }
  return text;
}

} // namespace

std::string terminal_summary(const ResultData& result, int columns, bool colour) {
  const Terminal t{std::max(columns, 40), colour};
  std::string out = t.paint(bold, cut(plain_spaces(clean(result.title)), t.columns)) + "\n";
  out += result.question.empty() ? "" : filled(t, result.question, 0);
  std::vector<int> measures = headline_measures(result);
  measures.resize(std::min(measures.size(), most_measures));
  const Columns c = columns_for(result, measures, t.columns);
  out += measures.empty() ? "" : column_heads(t, result, c);
  for (const int measure : measures) {
    out += measure_block(t, result, c, measure);
  }
  for (const AgreementInfo& agreement : result.agreements) {
    out += agreement_lines(t, result, agreement);
  }
  out += fate_lines(t, result);
  out += study_blocks(t, result);
  out += "\n" + filled(t,
                       std::to_string(result.n_replications) + " replications of " +
                           whole(result.journeys_per_replication) + " journeys, " +
                           percent(interval_level(result)) + " intervals, seed " + result.seed +
                           (result.stop_reason.empty() ? "" : "; stopped at " + result.stop_reason),
                       0);
  const std::string units = units_told(result, measures) + marks_told(result, measures);
  out += units.empty() ? "" : filled(t, units, 0);
  return out + warning_lines(t, result) + "\n" + filled(t, answer_told(result), 0);
}

} // namespace sojourn::output
