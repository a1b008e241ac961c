// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/choice_row.hpp"
#include "sim/scenario/field_rows.hpp"
#include "sim/scenario/numbers.hpp"

namespace sojourn {
namespace {

constexpr double longest = minutes_of_ten_years;

const std::vector<FieldRow> replication_rows = {
    {.path = "experiment.replications",
     .kind = Kind::integer,
     .low = 2,
     .high = 1e6,
     .fallback = "30",
     .help = "How often everything is repeated with other luck."},
    {.path = "experiment.replications", .help = "How often everything is repeated."},
    {.path = "experiment.replications.at_least",
     .kind = Kind::integer,
     .low = 2,
     .high = 1e6,
     .fallback = "30",
     .help = "Never fewer."},
    {.path = "experiment.replications.at_most",
     .kind = Kind::integer,
     .low = 2,
     .high = 1e6,
     .fallback = "400",
     .help = "Never more."},
    {.path = "experiment.replications.until",
     .help = "Stop early once each measure is this precise in every arm."},
    {.path = "experiment.replications.until.*",
     .kind = Kind::half_width,
     .low = 0,
     .high = 1e12,
     .help = "Half-width of its interval, in its own unit.",
     .key = Kind::measure},
};

const std::vector<FieldRow> variant_rows = {
    {.path = "variants", .help = "What could be changed."},
    {.path = "variants.*", .help = "One design to try.", .key = Kind::identifier},
    {.path = "variants.*.title", .kind = Kind::text, .help = "What it is called."},
    {.path = "variants.*.because", .kind = Kind::text, .help = "Why it might help."},
    {.path = "variants.*.change", .help = "Each line sets one thing."},
    {.path = "variants.*.change.*", .kind = Kind::change, .help = "One change.", .key = Kind::path},
    {.path = "variants.*.combines", .help = "Variants tried together."},
    {.path = "variants.*.combines[]", .kind = Kind::variant, .help = "One of them."},
    {.path = "experiment", .help = "How to find out."},
    {.path = "experiment.horizon",
     .kind = Kind::duration,
     .low = 1,
     .high = longest,
     .fallback = "8 weeks",
     .help = "Simulated time, from Monday 00:00."},
    {.path = "experiment.warm_up",
     .kind = Kind::duration,
     .low = 0,
     .high = longest,
     .fallback = "0 s",
     .help = "People who arrive in it are not counted."},
    {.path = "experiment.run_out",
     .kind = Kind::duration,
     .low = 0,
     .high = longest,
     .fallback = "4 weeks",
     .help = "Time after the horizon for the last counted people."},
    {.path = "experiment.seed",
     .kind = Kind::seed,
     .fallback = "1",
     .help = "All luck follows from it."},
    {.path = "experiment.compare",
     .kind = Kind::words,
     .fallback = "paired",
     .words = "paired|~independent",
     .help = "All variants see the same people and luck."},
    {.path = "experiment.noticeable",
     .kind = Kind::number,
     .low = 0.01,
     .high = 10,
     .fallback = "0.25",
     .help = "Affect points by which a remembered experience must differ to help or hurt."},
    {.path = "experiment.save", .help = "What the result file keeps."},
    {.path = "experiment.save[]",
     .kind = Kind::words,
     .words = "summary|journeys|~events",
     .help = "Summaries, rows of single journeys."},
    {.path = "experiment.journeys",
     .kind = Kind::integer,
     .low = 1,
     .high = 1e9,
     .help = "People in each replication where nobody has to queue."},
};

} // namespace

std::vector<FieldRow> general_rows() {
  return {
      {.path = "", .help = "A scenario."},
      {.path = "sojourn",
       .kind = Kind::version,
       .help = "Version of the language.",
       .required = true},
      {.path = "title", .kind = Kind::text, .help = "What the scenario is called."},
      {.path = "question", .kind = Kind::text, .help = "What is to be found out."},
      {.path = "currency", .kind = Kind::currency, .fallback = "EUR", .help = "Of all money."},
      {.path = "clock",
       .kind = Kind::calendar,
       .fallback = "wall",
       .words = "wall",
       .help = "Calendar of promises, agreements, patience, silence, updates and lost value."},
      {.path = "choice_sensitivity",
       .kind = Kind::number,
       .low = choice_sensitivity_row.low,
       .high = choice_sensitivity_row.high,
       .fallback = number_text(choice_sensitivity_row.default_value),
       .help = "theta: log-odds of a choice for each affect point."},
      {.path = "channel_switch", .help = "Having to change the channel."},
      {.path = "channel_switch.effort",
       .kind = Kind::affect,
       .low = 0,
       .high = 5,
       .fallback = "0.5",
       .help = "Effort that each change of channel adds, affect points."},
      {.path = "base",
       .kind = Kind::words,
       .fallback = "raw",
       .words = "raw|centred|calibrated",
       .help = "raw: shares of choices leave psychology out. calibrated: they were measured, and "
               "are re-fitted so that the baseline's people choose as written; centred: to first "
               "order."},
  };
}

std::vector<FieldRow> trial_rows() {
  std::vector<FieldRow> rows = variant_rows;
  rows.insert(rows.end(), replication_rows.begin(), replication_rows.end());
  for (FieldRow& row : study_rows())
    rows.push_back(std::move(row));
  return rows;
}

} // namespace sojourn
