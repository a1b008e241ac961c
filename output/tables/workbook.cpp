// SPDX-License-Identifier: Apache-2.0
#include "output/tables/workbook.hpp"

#include "output/pictures/answer.hpp"
#include "output/pictures/hours_view.hpp"
#include "output/pictures/letters.hpp"

#include <xlsxwriter.h>

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>
#include <system_error>

// The only includer of libxlsxwriter.
namespace sojourn::output {
namespace {

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) {
    throw std::runtime_error(std::string("libxlsxwriter: ") + lxw_strerror(error));
  }
}

struct Formats {
  lxw_format *bold, *wrapped, *number, *share;
};

/// One sheet, written row by row.
class Sheet {
public:
  Sheet(lxw_workbook* book, const char* name, const Formats& formats)
      : sheet_(workbook_add_worksheet(book, name)), formats_(formats) {
    if (sheet_ == nullptr) {
      throw std::runtime_error(std::string("libxlsxwriter: no sheet ") + name);
    }
  }

  /// Names of columns and their widths in characters; they stay when one scrolls.
  Sheet& heads(const std::vector<std::pair<std::string, double>>& columns) {
    for (const auto& [name, width] : columns) {
      check(worksheet_set_column(sheet_, column_, column_, width, nullptr));
      put(name, formats_.bold);
    }
    worksheet_freeze_panes(sheet_, row_ + 1, 0);
    return end();
  }
  Sheet& text(const std::string& words) { return put(words, nullptr); }
  Sheet& paragraph(const std::string& words) { return put(words, formats_.wrapped); }
  Sheet& bold(const std::string& words) { return put(words, formats_.bold); }
  /// An empty cell where there is no number.
  Sheet& number(double value, bool share = false) {
    if (std::isfinite(value)) {
      check(worksheet_write_number(sheet_, row_, column_, value,
                                   share ? formats_.share : formats_.number));
    } else if (std::isinf(value)) {
      return put("unlimited", nullptr);
    }
    ++column_;
    return *this;
  }
  Sheet& end() {
    ++row_;
    column_ = 0;
    return *this;
  }
  void wide(double width) { check(worksheet_set_column(sheet_, 0, 0, width, nullptr)); }

private:
  /// A string cell, never a formula; a spreadsheet holds at most so many characters.
  Sheet& put(const std::string& words, lxw_format* format) {
    constexpr std::size_t most = 32'000;
    std::string safe = clean(words);
    if (safe.size() > most) {
      safe = clean(safe.substr(0, most)) + " ...";
    }
    check(worksheet_write_string(sheet_, row_, column_, safe.c_str(), format));
    ++column_;
    return *this;
  }

  lxw_worksheet* sheet_;
  Formats formats_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

std::string title_of(const ArmInfo& arm) { return arm.title.empty() ? arm.id : arm.title; }

void add_answer(Sheet sheet, const ResultData& r) {
  sheet.wide(100);
  sheet.bold(r.title).end().end();
  sheet.paragraph(r.question).end().end();
  sheet.paragraph(answer(r).plain()).end().end();
  sheet
      .text(r.stop_reason.empty()
                ? std::to_string(r.n_replications) + " replications of every design"
                : r.stop_reason)
      .end()
      .end();
  for (const std::string& warning : r.warnings) {
    sheet.paragraph("Warning: " + warning).end();
  }
}

void add_designs(Sheet sheet, const ResultData& r) {
  sheet.heads({{"Design", 36}, {"Id", 18}, {"Because", 50}, {"Changes", 60}, {"One-off cost", 14}});
  for (const ArmInfo& arm : r.arms) {
    std::string changes;
    for (const std::string& each : arm.changes) {
      changes += (changes.empty() ? "" : "; ") + each;
    }
    sheet.text(title_of(arm)).text(arm.id).text(arm.because).text(changes);
    sheet.number(arm.one_off_cost).end();
  }
}

/// The change that an arm makes to a measure for a group; nullptr: the baseline, or none.
const Estimate* change_of(const ResultData& r, const Estimate& level) {
  for (const Estimate& each : r.estimates) {
    if (each.versus == 0 && each.arm == level.arm && each.measure == level.measure &&
        each.group == level.group) {
      return &each;
    }
  }
  return nullptr;
}

void add_measures(Sheet sheet, const ResultData& r) {
  sheet.heads({{"Measure", 34},
               {"Who", 22},
               {"Design", 36},
               {"Unit", 10},
               {"Value", 12},
               {"from", 12},
               {"to", 12},
               {"Change", 12},
               {"from", 12},
               {"to", 12},
               {"p (Holm)", 10},
               {"Note", 40}});
  for (const Estimate& level : r.estimates) {
    if (level.versus >= 0) {
      continue;
    }
    const MeasureInfo& measure = r.measures[static_cast<std::size_t>(level.measure)];
    const bool share = measure.share;
    sheet.text(measure.label)
        .text(level.group == 0 ? "everyone"
                               : r.personas[static_cast<std::size_t>(level.group) - 1].name)
        .text(title_of(r.arms[static_cast<std::size_t>(level.arm)]))
        .text(share ? "%" : measure.unit);
    sheet.number(level.estimate, share).number(level.lower, share).number(level.upper, share);
    const Estimate* change = change_of(r, level);
    const Estimate none;
    const Estimate& shown = change == nullptr ? none : *change;
    sheet.number(shown.estimate, share).number(shown.lower, share).number(shown.upper, share);
    sheet.number(shown.p_holm).text(change == nullptr ? level.note : change->note).end();
  }
}

void add_agreements(Sheet sheet, const ResultData& r) {
  sheet.heads({{"Agreement", 24}, {"Kind", 8}, {"What it says", 70}, {"Target", 10}});
  for (const AgreementInfo& each : r.agreements) {
    sheet.text(each.id).text(each.kind).text(each.text).number(each.target, true).end();
  }
}

double mean_of(const std::vector<double>& values, std::size_t row, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    sum += values[row * n + i];
  }
  return n > 0 ? sum / static_cast<double>(n) : missing;
}

void add_staff(Sheet sheet, const ResultData& r) {
  sheet.heads({{"Design", 36},
               {"Staff", 30},
               {"Capacity", 10},
               {"Utilisation", 12},
               {"Load", 10},
               {"Mean wait, min", 16}});
  const auto n = static_cast<std::size_t>(r.n_replications);
  for (std::size_t arm = 0; arm < r.arms.size(); ++arm) {
    for (std::size_t i = 0; i < r.resources.size(); ++i) {
      const std::size_t row = arm * r.resources.size() + i;
      sheet.text(title_of(r.arms[arm])).text(r.resources[i].name);
      sheet.number(r.resource.capacity[row]).number(mean_of(r.resource.utilisation, row, n), true);
      sheet.number(mean_of(r.resource.load, row, n))
          .number(mean_of(r.resource.wait_mean_min, row, n));
      sheet.end();
    }
  }
}

void add_hours(Sheet sheet, const ResultData& r) {
  const HourData& h = r.hours;
  sheet.heads({{"Design", 34},
               {"Resource", 22},
               {"Hour", 12},
               {"Come, per hour", 14},
               {"Staffed", 10},
               {"Worked", 10},
               {"Load", 10},
               {"People in line", 14},
               {"Mean wait, min", 16},
               {"Served as agreed", 16},
               {"Give up", 10},
               {"Turn away", 10},
               {"Come again", 12}});
  for (std::size_t arm = 0; arm < r.arms.size(); ++arm) {
    for (std::size_t i = 0; i < r.resources.size(); ++i) {
      for (std::size_t hour = 0; hour < hours_per_week; ++hour) {
        const auto at = [&](const std::vector<double>& column) {
          return hour_value(r, column, arm, i, hour);
        };
        sheet.text(title_of(r.arms[arm])).text(r.resources[i].name).text(hour_name(hour));
        sheet.number(at(h.arrivals)).number(at(h.staffed)).number(at(h.utilisation), true);
        sheet.number(at(h.load)).number(at(h.line)).number(at(h.wait_mean_min));
        sheet.number(at(h.in_time), true).number(at(h.gave_up), true);
        sheet.number(at(h.turned_away), true).number(at(h.again), true).end();
      }
    }
  }
}

void add_assumptions(Sheet sheet, const ResultData& r) {
  sheet.heads({{"Where", 60},
               {"Value", 20},
               {"Unit", 14},
               {"Comes from", 14},
               {"Source", 60},
               {"Plausible", 20}});
  for (const ParameterInfo& each : r.parameters) {
    sheet.text(each.path).text(each.value).text(each.unit).text(each.provenance).text(each.source);
    sheet.text(each.band).end();
  }
}

Formats formats_of(lxw_workbook* book) {
  Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
                  workbook_add_format(book)};
  format_set_bold(formats.bold);
  format_set_text_wrap(formats.wrapped);
  format_set_num_format(formats.number, "#,##0.00");
  format_set_num_format(formats.share, "0.0%");
  return formats;
}

/// A file without a name; libxlsxwriter knows files only by their path.
class NamelessFile {
public:
  NamelessFile() : descriptor_(memfd_create("workbook", 0)) {
    if (descriptor_ < 0) {
      throw std::system_error(errno, std::generic_category(), "memfd_create");
    }
  }
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;
  ~NamelessFile() { close(descriptor_); }

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  [[nodiscard]] std::string bytes() const {
    std::ifstream file(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

private:
  int descriptor_;
};

} // namespace

std::string workbook(const ResultData& result) {
  const NamelessFile file;
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (book == nullptr) {
    throw std::bad_alloc();
  }
  const Formats formats = formats_of(book);
  add_answer({book, "Answer", formats}, result);
  add_designs({book, "Designs", formats}, result);
  add_measures({book, "Measures", formats}, result);
  add_agreements({book, "Agreements", formats}, result);
  add_staff({book, "Staff", formats}, result);
  if (has_hours(result)) {
    add_hours({book, "Queues by hour", formats}, result);
  }
  add_assumptions({book, "Assumptions", formats}, result);
  check(workbook_close(book));
  return file.bytes();
}

} // namespace sojourn::output
