// SPDX-License-Identifier: Apache-2.0
#include "models/journey/words.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/field_rows.hpp"

namespace sojourn {
namespace {

template <class Names> std::string alternatives(const Names& names) {
  return join(std::vector<std::string>(names.begin(), names.end()), "|");
}

constexpr double steepest = 1000; // affect points per minute nobody exceeds

const std::vector<FieldRow> basics = {
    {.path = "touchpoints", .help = "What people meet, in the order of drawing.", .required = true},
    {.path = "touchpoints.*", .help = "One touchpoint.", .key = Kind::identifier},
    {.path = "touchpoints.*.name", .kind = Kind::text, .help = "Its title."},
    {.path = "touchpoints.*.step",
     .kind = Kind::words,
     .fallback = "co-create",
     .words = alternatives(step_names),
     .help = "Which of the seven steps it belongs to."},
    {.path = "touchpoints.*.channel", .kind = Kind::channel, .help = "How people get in touch."},
    {.path = "touchpoints.*.channel[]", .kind = Kind::channel, .help = "One of the channels."},
    {.path = "touchpoints.*.moment_of_truth",
     .kind = Kind::flag,
     .fallback = "false",
     .help = "Marked by the designer as decisive."},
    {.path = "touchpoints.*.takes",
     .kind = Kind::duration,
     .low = 0,
     .high = minutes_of_ten_years,
     .fallback = "0 s",
     .help = "How long people are busy here; with `needs`, being served.",
     .distributed = true},
    {.path = "touchpoints.*.needs", .help = "People queue here until the resource is free."},
    {.path = "touchpoints.*.needs.*",
     .kind = Kind::integer,
     .low = 1,
     .high = 1000,
     .help = "How many units of it.",
     .key = Kind::resource},
    {.path = "touchpoints.*.behind", .help = "Work behind the scenes that people wait for."},
    {.path = "touchpoints.*.behind.takes",
     .kind = Kind::duration,
     .low = 0,
     .high = minutes_of_ten_years,
     .help = "Working time of the job, in the resource's open hours.",
     .required = true,
     .distributed = true},
    {.path = "touchpoints.*.behind.*",
     .kind = Kind::integer,
     .low = 1,
     .high = 1000,
     .help = "How many units of the resource.",
     .key = Kind::resource},
    {.path = "touchpoints.*.backstage", .kind = Kind::text, .help = "What people do not see."},
    {.path = "touchpoints.*.promise",
     .kind = Kind::words,
     .words = "~honest",
     .help = "The time that is kept in most cases."},
    {.path = "touchpoints.*.promise", .help = "What is announced here."},
    {.path = "touchpoints.*.promise.*",
     .kind = Kind::duration,
     .low = 0,
     .high = minutes_of_ten_years,
     .help = "`restored_within: 4 h` promises the touchpoint `restored`, on the scenario's clock.",
     .key = Kind::kept_within},
    {.path = "touchpoints.*.updates",
     .kind = Kind::every,
     .low = 0.1,
     .high = minutes_of_ten_years,
     .help = "News while waiting, on the scenario's clock from entry."},
    {.path = "touchpoints.*.patience",
     .kind = Kind::duration,
     .low = 0,
     .high = minutes_of_ten_years,
     .words = "endless",
     .help = "Patience at this touchpoint, instead of the persona's.",
     .distributed = true},
    {.path = "touchpoints.*.price",
     .kind = Kind::money,
     .low = 0,
     .high = most_money,
     .fallback = "0",
     .help = "Money paid at each visit."},
    {.path = "touchpoints.*.outcome",
     .kind = Kind::money,
     .low = 0,
     .high = most_money,
     .fallback = "0",
     .help = "Money the person gains at each completed visit."},
    {.path = "touchpoints.*.value",
     .kind = Kind::words,
     .words = "realised",
     .help = "Value starts to flow again here."},
    {.path = "touchpoints.*.booked",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .fallback = "100%",
     .help = "How much of what is gained here is recognised; the rest is lost to tracking."},
    {.path = "touchpoints.*.booked", .help = "How much of it is recognised, by survey."},
    {.path = "touchpoints.*.booked.surveyed",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .fallback = "100%",
     .help = "Of those who are surveyed."},
    {.path = "touchpoints.*.booked.otherwise",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .fallback = "100%",
     .help = "Of all others."},
    {.path = "touchpoints.*.kind", .kind = Kind::not_yet, .help = "Not simulated yet."},
    {.path = "touchpoints.*.evidence", .kind = Kind::not_yet, .help = "Not simulated yet."},
    {.path = "touchpoints.*.risk", .kind = Kind::not_yet, .help = "Not simulated yet."},
};

FieldRow affect(const char* path, double low, double high, const char* fallback, const char* help) {
  return {.path = path,
          .kind = Kind::affect,
          .low = low,
          .high = high,
          .fallback = fallback,
          .help = help};
}

FieldRow slope(const char* path, double low, double high, const char* help) {
  return {.path = path, .kind = Kind::affect_rate, .low = low, .high = high, .help = help};
}

const std::vector<FieldRow> feelings = {
    {.path = "touchpoints.*.feels", .help = "What the moment does to people, in affect points."},
    affect("touchpoints.*.feels", -5, 5, "", "The mean alone."),
    affect("touchpoints.*.feels.mean", -5, 5, "", "Level on quality, -5 .. +5."),
    affect("touchpoints.*.feels.spread", 0, 5, "0", "Standard deviation from visit to visit."),
    slope("touchpoints.*.feels.waiting", -steepest, steepest, "Each felt minute in the queue."),
    slope("touchpoints.*.feels.silence", -steepest, steepest,
          "Time without news, felt only 20 min after the last news."),
    {.path = "touchpoints.*.feels.silence", .help = "Time without news."},
    slope("touchpoints.*.feels.silence.rate", -steepest, steepest, "What it costs."),
    {.path = "touchpoints.*.feels.silence.after",
     .kind = Kind::duration,
     .low = 0,
     .high = minutes_of_ten_years,
     .fallback = "20 min",
     .help = "How long news lasts before silence is felt, on the scenario's clock."},
    affect("touchpoints.*.feels.news", -5, 5, "0", "Each update heard."),
    affect("touchpoints.*.feels.effort", 0, 5, "", "Effort it takes: affect points lost."),
    affect("touchpoints.*.feels.price", -5, 5, "", "How the price feels."),
    affect("touchpoints.*.feels.control", -5, 5, "", "Being in control, or not."),
    {.path = "touchpoints.*.feels.against_promise", .help = "Early or late against the promise."},
    slope("touchpoints.*.feels.against_promise.early", 0, steepest, "For each hour early."),
    slope("touchpoints.*.feels.against_promise.late", -steepest, 0, "For each hour late."),
};

const std::vector<FieldRow> onward = {
    {.path = "touchpoints.*.decides",
     .kind = Kind::words,
     .words = "person",
     .help = "`person`: the list below is a choice that mechanisms tilt."},
    {.path = "touchpoints.*.then",
     .help = "Where people go next; shares make 100 %.",
     .required = true},
    {.path = "touchpoints.*.then[]", .help = "One way on."},
    {.path = "touchpoints.*.then[].to",
     .kind = Kind::destination,
     .help = "Touchpoint or exit.",
     .required = true},
    {.path = "touchpoints.*.then[].share",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .fallback = "rest",
     .words = "rest",
     .help = "How many go this way; `rest` is what the others leave."},
    {.path = "touchpoints.*.then[].for", .kind = Kind::persona, .help = "Only this persona."},
    {.path = "touchpoints.*.then[].for[]", .kind = Kind::persona, .help = "Only these personas."},
    {.path = "touchpoints.*.then[].when",
     .kind = Kind::words,
     .words = "out_of_patience",
     .help = "Taken when patience ends before the wait does."},
    affect("touchpoints.*.then[].feels", -5, 5, "", "How this outcome feels, instead of the mean."),
    {.path = "touchpoints.*.then[].note", .kind = Kind::text, .help = "Why people go this way."},
    {.path = "exits", .help = "How a journey ends.", .required = true},
    {.path = "exits.*", .help = "One way to end.", .key = Kind::identifier},
    {.path = "exits.*.name", .kind = Kind::text, .help = "Its title."},
    {.path = "exits.*.outcome",
     .kind = Kind::words,
     .words = alternatives(outcome_names),
     .help = "What it means for the person.",
     .required = true},
};

} // namespace

std::vector<FieldRow> touchpoint_rows() {
  std::vector<FieldRow> rows = basics;
  for (auto part : {feelings, onward})
    rows.insert(rows.end(), part.begin(), part.end());
  return rows;
}

} // namespace sojourn
