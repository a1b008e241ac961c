// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/verify_text.hpp"

#include "output/text.hpp"
#include "sim/cli/layout.hpp"

#include <algorithm>
#include <array>

namespace sojourn::cli {
namespace {

using verify::Figure;
using verify::Relation;
using verify::Verdict;

constexpr std::array<std::string_view, 3> verdict_words = {"ok", "wide", "MISS"};
constexpr std::size_t shown_in_full = 6; // figures without luck; more are folded

std::string_view word_of(Verdict verdict) {
  return verdict_words[static_cast<std::size_t>(verdict)];
}

std::string number(double value) { return output::text("{:.6g}", value); }

std::string theory_of(const Figure& figure) {
  const std::string sign = figure.relation == Relation::above   ? "> "
                           : figure.relation == Relation::below ? "< "
                                                                : "";
  return sign + number(figure.expected);
}

std::string line_of(const std::string& what, const Figure& figure) {
  const std::string doubt =
      figure.half_width > 0 ? output::text("± {:.2g}", figure.half_width) : "";
  const std::string numbers = pad_left(theory_of(figure), 11) + pad_left(number(figure.value), 12) +
                              pad_left(doubt, 10) + pad_left(word_of(figure.verdict()), 5);
  if (what.size() <= 40) {
    return "  " + pad(what, 40) + numbers + "\n";
  }
  return wrap("  ", what, 80) + std::string(42, ' ') + numbers + "\n";
}

/// How far off, in tolerances; of a bound, how near.
double strain(const Figure& figure) {
  const double gap = std::fabs(figure.value - figure.expected);
  if (figure.relation != Relation::equals) {
    return figure.verdict() == Verdict::misses ? 2 : 0;
  }
  const double in_double = figure.tolerance > 0 ? gap / figure.tolerance : (gap > 0 ? 2 : 0);
  const double in_float =
      std::isnan(figure.in_float)
          ? 0
          : std::fabs(figure.in_float - figure.expected) / figure.float_tolerance;
  return std::max(in_double, in_float);
}

bool has_luck(const Figure& figure) { return figure.half_width > 0; }

/// The figures without luck as one line, and the misses among them in full.
std::string folded(const std::vector<Figure>& figures) {
  const auto worst =
      std::max_element(figures.begin(), figures.end(),
                       [](const Figure& a, const Figure& b) { return strain(a) < strain(b); });
  std::string text = line_of(output::text("worst of {}: {}", figures.size(), worst->what), *worst);
  for (const Figure& figure : figures) {
    if (figure.verdict() == Verdict::misses && &figure != &*worst) {
      text += line_of(figure.what, figure);
    }
  }
  return text;
}

} // namespace

std::string verify_heading(bool colour) {
  return dim("  " + pad("figure", 40) + pad_left("theory", 11) + pad_left("found", 12) +
                 pad_left("interval", 10),
             colour) +
         "\n";
}

std::string checked_text(const Checked& checked, bool all, bool colour) {
  const bool of_file = checked.kind.empty(); // a path may be long: a line of its own
  std::string text = bold(checked.id + (of_file ? "\n" : " ") + checked.title, colour) +
                     (of_file ? "" : "  (" + checked.kind + ")") + "\n";
  for (const std::string& note : checked.notes) {
    text += wrap("  ", note);
  }
  std::vector<Figure> certain;
  std::copy_if(checked.figures.begin(), checked.figures.end(), std::back_inserter(certain),
               [](const Figure& figure) { return !has_luck(figure); });
  const bool fold = !all && certain.size() > shown_in_full;
  text += fold ? folded(certain) : "";
  for (const Figure& figure : checked.figures) {
    text += fold && !has_luck(figure) ? "" : line_of(figure.what, figure);
  }
  return text;
}

void Score::add(const Checked& checked) {
  for (const Figure& figure : checked.figures) {
    ++figures;
    misses += figure.verdict() == Verdict::misses ? 1U : 0U;
    wide += figure.verdict() == Verdict::wide ? 1U : 0U;
  }
}

std::string verdict_text(const Score& score) {
  std::string text;
  if (score.wide > 0) {
    text += wrap("", output::text("{} of them hold with an interval wider than asked for, because "
                                  "replications were capped.",
                                  score.wide));
  }
  return text + (score.misses == 0
                     ? output::text("All {} figures hold.\n", score.figures)
                     : output::text("{} of {} figures MISS.\n", score.misses, score.figures));
}

output::Json checked_json(const Checked& checked) {
  output::Json json = {{"id", checked.id}, {"title", checked.title}, {"kind", checked.kind}};
  json["notes"] = checked.notes;
  json["figures"] = output::Json::array();
  constexpr std::array<std::string_view, 3> relations = {"equals", "above", "below"};
  for (const Figure& figure : checked.figures) {
    output::Json row = {{"what", figure.what},
                        {"relation", relations[static_cast<std::size_t>(figure.relation)]},
                        {"expected", figure.expected},
                        {"value", figure.value},
                        {"half_width", figure.half_width},
                        {"tolerance", figure.tolerance},
                        {"verdict", word_of(figure.verdict())}};
    if (!std::isnan(figure.in_float)) {
      row["in_float"] = figure.in_float;
      row["float_tolerance"] = figure.float_tolerance;
    }
    json["figures"].push_back(row);
  }
  return json;
}

} // namespace sojourn::cli
