// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/parameter_words.hpp"
#include "models/mechanisms/presets.hpp"
#include "models/mechanisms/reference_point.hpp"
#include "models/mechanisms/table.hpp"
#include "output/text.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/field_rows.hpp"
#include "sim/scenario/numbers.hpp"

namespace sojourn {
namespace {

std::string preset_words() {
  std::vector<std::string> ids;
  ids.reserve(peak_end_presets.size());
  for (const PeakEndPreset& preset : peak_end_presets)
    ids.emplace_back(preset.id);
  return join(ids, "|");
}

std::string capitalised(std::string_view words) {
  std::string text(words);
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

// Days and minutes are written with their unit, everything else is a plain number.
bool is_time(const ParameterRow& row) { return row.unit == "days" || row.unit == "min"; }

FieldRow parameter_row(const std::string& biases, const ParameterRow& row) {
  const double minutes = row.unit == "days" ? 1440 : 1;
  const double scale = is_time(row) ? minutes : 1;
  const std::string unit(row.unit == "1" ? "" : row.unit);
  FieldRow field;
  field.path = biases + "." + std::string(row_of(row.mechanism).id) + "." + std::string(row.id);
  field.kind = is_time(row) ? Kind::duration : Kind::number;
  field.low = row.low * scale;
  field.high = row.high * scale;
  field.fallback = number_text(row.default_value) + (is_time(row) ? " " + unit : "");
  field.help = capitalised(words_of(row.parameter)) + " (" + std::string(row.symbol) +
               (unit.empty() ? "" : ", " + unit) + "; " + std::string(row.source) + ").";
  field.distributed = true;
  field.unit = std::string(row.unit);
  return field;
}

std::string mechanism_words(const MechanismRow& row) {
  return output::text("{}; {{}} is as published. Moves {}. Evidence: grade {}. Not for {}.",
                      row.title, row.writes, grade_names[static_cast<std::size_t>(row.grade)],
                      row.not_for);
}

void add_biases(std::vector<FieldRow>& rows, const std::string& persona) {
  const std::string biases = persona + ".biases";
  rows.push_back({.path = biases, .help = "Which mechanisms act; unlisted ones are off."});
  for (const MechanismRow& mechanism : mechanism_rows) {
    const std::string path = biases + "." + std::string(mechanism.id);
    rows.push_back({.path = path, .help = mechanism_words(mechanism)});
    rows.push_back(
        {.path = path, .kind = Kind::words, .words = "off", .help = "Off for this one."});
    if (mechanism.mechanism == Mechanism::peak_end)
      rows.push_back({.path = path + ".preset",
                      .kind = Kind::words,
                      .fallback = std::string(default_peak_end_preset),
                      .words = preset_words(),
                      .help = "Weights of the remembered journey, by name."});
    for (const ParameterRow& row : parameter_rows)
      if (row.mechanism == mechanism.mechanism)
        rows.push_back(parameter_row(biases, row));
  }
}

std::string reference_words() {
  std::vector<std::string> ids(reference_names.begin(), reference_names.end());
  return join(ids, "|");
}

void add_references(std::vector<FieldRow>& rows, const std::string& persona) {
  const std::string words = reference_words();
  rows.push_back({.path = persona + ".reference",
                  .kind = Kind::words,
                  .words = words,
                  .help = "What levels are held against, wherever it can be."});
  rows.push_back({.path = persona + ".reference", .help = "What levels are held against."});
  rows.push_back({.path = persona + ".norm", .help = "Levels that are usual."});
  rows.push_back({.path = persona + ".competitor", .help = "Levels at the best other provider."});
  for (const std::string_view dimension : dimension_names) {
    const std::string word(dimension);
    rows.push_back({.path = output::text("{}.reference.{}", persona, word),
                    .kind = Kind::words,
                    .words = words,
                    .help = "What levels on " + word + " are held against; unsaid, expectation."});
    for (const char* standard : {".norm.", ".competitor."})
      rows.push_back({.path = output::text("{}{}{}", persona, standard, word),
                      .kind = Kind::affect,
                      .low = -5,
                      .high = 5,
                      .help = "Its level on " + word + ", affect points."});
  }
}

void add_traits(std::vector<FieldRow>& rows, const std::string& persona) {
  rows.push_back(
      {.path = persona + ".prefers", .help = "Channels, most liked first; 100 % in all."});
  rows.push_back({.path = persona + ".prefers.*",
                  .kind = Kind::share,
                  .low = 0,
                  .high = 1,
                  .words = "rest",
                  .help = "How often this channel is taken where several are offered.",
                  .key = Kind::channel});
  rows.push_back({.path = persona + ".patience",
                  .kind = Kind::duration,
                  .low = 0,
                  .high = minutes_of_ten_years,
                  .fallback = "endless",
                  .words = "endless",
                  .help = "How long a wait is borne, on the scenario's clock.",
                  .distributed = true});
  rows.push_back({.path = persona + ".mood_on_arrival",
                  .kind = Kind::affect,
                  .low = -5,
                  .high = 5,
                  .fallback = "0",
                  .help = "-5 desperate, 0 neutral, +5 delighted: the first expectation.",
                  .distributed = true});
  rows.push_back({.path = persona + ".expectation_error",
                  .kind = Kind::affect,
                  .low = 0,
                  .high = 5,
                  .fallback = "none",
                  .words = "none",
                  .help = "How far the first expectation misses, standard deviation."});
  rows.push_back({.path = persona + ".expects",
                  .kind = Kind::duration,
                  .low = 0,
                  .high = minutes_of_ten_years,
                  .fallback = "no idea",
                  .help = "The time they expect to be promised, on the scenario's clock.",
                  .distributed = true});
  add_references(rows, persona);
  add_biases(rows, persona);
  rows.push_back({.path = persona + ".survey", .help = "How they answer surveys."});
  rows.push_back({.path = persona + ".survey.style",
                  .kind = Kind::number,
                  .low = -10,
                  .high = 10,
                  .fallback = "0",
                  .help = "Points by which their answers are higher than what they mean.",
                  .distributed = true});
  add_social_traits(rows, persona);
}

void add_all(std::vector<FieldRow>& rows, const std::vector<FieldRow>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

/// Who comes besides, and with whom.
const std::vector<FieldRow> company_rows = {
    {.path = "arrivals.population",
     .kind = Kind::integer,
     .low = 1,
     .high = 1'000'000,
     .help = "Members, who come again and again, besides the rate."},
    {.path = "arrivals.returns", .help = "When members come again."},
    {.path = "arrivals.returns.every",
     .kind = Kind::duration,
     .low = 1,
     .high = minutes_of_ten_years,
     .help = "Time from the end of a member's journey to the next.",
     .required = true,
     .distributed = true},
    {.path = "arrivals.returns.share",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .help = "How many of those who could come again do, each time.",
     .unsaid = "100%"},
    {.path = "arrivals.returns.start_at",
     .kind = Kind::touchpoint,
     .help = "Where later journeys start; unsaid, where first ones do."},
    {.path = "arrivals.returns.start_at", .help = "Where later journeys start; 100 % in all."},
    {.path = "arrivals.returns.start_at.*",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .words = "rest",
     .help = "Share of later journeys that starts here.",
     .key = Kind::touchpoint},
    {.path = "arrivals.returns.open",
     .kind = Kind::calendar,
     .words = "always",
     .help = "Hours in which members come; unsaid, round the clock."},
    {.path = "arrivals.batch",
     .kind = Kind::integer,
     .low = 1,
     .high = 64,
     .help = "How many people come together.",
     .unsaid = "1"},
    {.path = "arrivals.batch", .help = "People come together in groups of different size."},
    {.path = "arrivals.batch.mean",
     .kind = Kind::number,
     .low = 1,
     .high = 4,
     .help = "Their mean size; sizes are geometric.",
     .required = true},
};

const std::vector<FieldRow> arrival_rows = {
    {.path = "arrivals", .help = "When people come, and where they start."},
    {.path = "arrivals.rate",
     .kind = Kind::rate,
     .low = 0,
     .high = 1e6,
     .help = "Arrivals round the clock, or a group of hours of the week with a rate each."},
    {.path = "arrivals.rate", .help = "Arrivals by hours of the week."},
    {.path = "arrivals.rate.*",
     .kind = Kind::rate,
     .low = 0,
     .high = 1e6,
     .help = "Arrivals in these hours.",
     .key = Kind::week},
    {.path = "arrivals.list",
     .kind = Kind::moment,
     .help = "Moments at which one person comes, besides the rate."},
    {.path = "arrivals.list[]", .kind = Kind::moment, .help = "One person comes."},
    {.path = "arrivals.growth",
     .kind = Kind::growth,
     .low = -0.99,
     .high = 10,
     .help = "How the rate grows from week to week; below 0 it shrinks."},
    {.path = "arrivals.start_at", .kind = Kind::touchpoint, .help = "Where everybody starts."},
    {.path = "arrivals.start_at", .help = "Where people start; 100 % in all."},
    {.path = "arrivals.start_at.*",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .words = "rest",
     .help = "Share that starts here.",
     .key = Kind::touchpoint},
};

void add_arrivals(std::vector<FieldRow>& rows) {
  add_all(rows, arrival_rows);
  add_all(rows, company_rows);
}

} // namespace

std::vector<FieldRow> people_rows() {
  std::vector<FieldRow> rows = {
      {.path = "personas", .help = "Who travels."},
      {.path = "personas.everyone", .help = "What all personas share; a persona's own words win."},
      {.path = "personas.*", .help = "One persona.", .key = Kind::identifier},
      {.path = "personas.*.name", .kind = Kind::text, .help = "Who this is."},
      {.path = "personas.*.share",
       .kind = Kind::share,
       .low = 0,
       .high = 1,
       .words = "rest",
       .help = "Of all arrivals; the personas make 100 %."},
      {.path = "personas.*.about", .kind = Kind::text, .help = "What to know about them."},
      {.path = "personas.*.goals",
       .kind = Kind::text,
       .help = "What they travel for; not simulated.",
       .described = true},
      {.path = "personas.*.barriers",
       .kind = Kind::text,
       .help = "What stands in their way; not simulated.",
       .described = true},
  };
  add_traits(rows, "personas.everyone");
  add_traits(rows, "personas.*");
  add_arrivals(rows);
  return rows;
}

} // namespace sojourn
