// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/field_rows.hpp"

#include <array>

namespace sojourn {
namespace {

constexpr std::array<const char*, 4> leakage_causes = {
    "misaligned_relationship", "missed_opportunity", "sub_optimal_provision", "lacking_tracking"};

const std::vector<FieldRow> provider_rows = {
    {.path = "calendars", .help = "Opening hours by name."},
    {.path = "calendars.*",
     .kind = Kind::week,
     .help = "Hours of the week.",
     .key = Kind::identifier},
    {.path = "calendars.*[]", .kind = Kind::week, .help = "Some hours of the week."},
    {.path = "calendars.*", .help = "Opening hours with holidays.", .key = Kind::identifier},
    {.path = "calendars.*.open",
     .kind = Kind::week,
     .help = "Hours of the week.",
     .required = true},
    {.path = "calendars.*.open[]", .kind = Kind::week, .help = "Some hours of the week."},
    {.path = "calendars.*.closed",
     .kind = Kind::closed,
     .help = "Days, or a week, on which it is closed; weeks are counted from 1."},
    {.path = "calendars.*.closed[]", .kind = Kind::closed, .help = "Some days, or a week."},
    {.path = "resources", .help = "Who serves."},
    {.path = "resources.*", .help = "People or things of one kind.", .key = Kind::identifier},
    {.path = "resources.*.name", .kind = Kind::text, .help = "Its title."},
    {.path = "resources.*.capacity",
     .kind = Kind::integer,
     .low = 1,
     .high = 100000,
     .words = "unlimited|~standard",
     .help = "How many there are.",
     .required = true},
    {.path = "resources.*.open",
     .kind = Kind::calendar,
     .fallback = "always",
     .words = "always",
     .help = "When they work."},
    {.path = "resources.*.cost",
     .kind = Kind::money_rate,
     .low = 0,
     .high = most_money,
     .fallback = "0 per h",
     .help = "Each unit, for each open hour."},
    {.path = "resources.*.queue",
     .kind = Kind::words,
     .fallback = "first_come",
     .words = "first_come|priority|longest_wait|last_come",
     .help = "Who is served next."},
    {.path = "resources.*.preempts",
     .kind = Kind::flag,
     .fallback = "false",
     .help =
         "With `queue: priority`: the higher interrupts the lower, whose service resumes later."},
    {.path = "resources.*.set_up",
     .kind = Kind::duration,
     .low = 0,
     .high = minutes_of_ten_years,
     .help = "Before each service; they are busy, and people still wait."},
    {.path = "resources.*.at_once",
     .kind = Kind::integer,
     .low = 1,
     .high = 100,
     .help = "How many each of them serves side by side, as in chats."},
    {.path = "resources.*.at_closing",
     .kind = Kind::words,
     .words = "finish|pause",
     .help = "Whether service in progress is finished or put off to the next opening. Unsaid: with "
             "the person present it finishes, behind the scenes it pauses."},
    {.path = "resources.*.room",
     .kind = Kind::integer,
     .low = 0,
     .high = 100000,
     .help = "Places to wait in front; who finds them taken is turned away. Unsaid: no end."},
    {.path = "resources.*.by", .help = "Priority by persona, with `queue: priority`."},
    {.path = "resources.*.by.*",
     .kind = Kind::words,
     .fallback = "normal",
     .words = "high|normal|low",
     .help = "High before normal before low.",
     .key = Kind::persona},
};

std::vector<FieldRow> value_rows() {
  std::vector<FieldRow> rows = {
      {.path = "value", .help = "What the journey is worth."},
      {.path = "value.counted_over",
       .kind = Kind::duration,
       .low = 0,
       .high = minutes_of_ten_years,
       .help = "Service lost and won back is counted over this time of the scenario's clock.",
       .required = true},
      {.path = "value.worth",
       .kind = Kind::money_rate,
       .low = 0,
       .high = most_money,
       .help = "An hour of working service, for everybody."},
      {.path = "value.worth", .help = "An hour of working service, by persona.", .required = true},
      {.path = "value.worth.*",
       .kind = Kind::money_rate,
       .low = 0,
       .high = most_money,
       .help = "An hour of working service.",
       .key = Kind::persona},
      {.path = "value.ideal",
       .help = "Full potential: one set of changes for each cause of leakage."},
      {.path = "value.risk", .kind = Kind::not_yet, .help = "Not simulated yet."},
      {.path = "value.outcomes", .kind = Kind::not_yet, .help = "Not simulated yet."},
      {.path = "costs", .help = "Costs that are not somebody's hours."},
      {.path = "costs.one_off", .help = "Paid once, shown apart."},
      {.path = "costs.one_off.value",
       .kind = Kind::money,
       .low = 0,
       .high = most_money,
       .help = "The amount.",
       .required = true},
      {.path = "costs.one_off.spread_over",
       .kind = Kind::duration,
       .low = 1,
       .high = 10 * minutes_of_ten_years,
       .help = "The wall-clock time it is spread over.",
       .required = true},
  };
  for (const std::string cause : leakage_causes) {
    rows.push_back(
        {.path = "value.ideal." + cause, .help = "Changes that would close this cause."});
    rows.push_back({.path = "value.ideal." + cause + ".*",
                    .kind = Kind::change,
                    .help = "One change.",
                    .key = Kind::path});
  }
  return rows;
}

const std::vector<FieldRow> agreement_rows = {
    {.path = "agreements", .help = "What was promised to whoever pays."},
    {.path = "agreements.*", .help = "One agreement.", .key = Kind::identifier},
    {.path = "agreements.*.name", .kind = Kind::text, .help = "Its title."},
    {.path = "agreements.*.kind",
     .kind = Kind::words,
     .words = "SLA|XLA",
     .help = "On operations (SLA) or on how people fare (XLA).",
     .required = true},
    {.path = "agreements.*.measure",
     .kind = Kind::words,
     .words = "remembered_experience|experienced|effort|trust|satisfaction|answer|ease",
     .help = "What is measured."},
    {.path = "agreements.*.measure",
     .help = "A time, on the scenario's clock; or what is remembered later.",
     .required = true},
    {.path = "agreements.*.measure.time_from", .kind = Kind::touchpoint, .help = "From here."},
    {.path = "agreements.*.measure.to", .kind = Kind::touchpoint, .help = "To here."},
    {.path = "agreements.*.measure.wait_at",
     .kind = Kind::touchpoint,
     .help = "The time in the queue here."},
    {.path = "agreements.*.measure.past_announced_at",
     .kind = Kind::touchpoint,
     .help = "By how much the wait here is longer than was announced."},
    {.path = "agreements.*.measure.remembered_after",
     .kind = Kind::duration,
     .low = 0,
     .high = minutes_of_ten_years,
     .help = "The remembered experience this long after the journey."},
    {.path = "agreements.*.target", .help = "When it is kept.", .required = true},
    {.path = "agreements.*.target.at_most",
     .kind = Kind::target_value,
     .low = -5,
     .high = minutes_of_ten_years,
     .help = "Kept at or below this."},
    {.path = "agreements.*.target.at_least",
     .kind = Kind::target_value,
     .low = -5,
     .high = minutes_of_ten_years,
     .help = "Kept at or above this."},
    {.path = "agreements.*.target.for_at_least",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .fallback = "100%",
     .help = "For this share of people."},
};

} // namespace

std::vector<FieldRow> service_rows() {
  std::vector<FieldRow> rows = provider_rows;
  for (auto part : {value_rows(), agreement_rows})
    rows.insert(rows.end(), part.begin(), part.end());
  return rows;
}

} // namespace sojourn
