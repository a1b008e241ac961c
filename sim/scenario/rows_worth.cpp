// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/field_rows.hpp"

// What a moment is worth besides its outcome: how much of it fits, and what may go wrong; and which
// measures tell of that, layer by layer.
namespace sojourn {
namespace {

const std::vector<FieldRow> risk_rows = {
    {.path = "touchpoints.*.risk", .help = "An event that may happen here and take money."},
    {.path = "touchpoints.*.risk.chance",
     .kind = Kind::share,
     .low = 0,
     .high = 1,
     .help = "Uncertainty: of the visits that patience does not end.",
     .required = true},
    {.path = "touchpoints.*.risk.amount",
     .kind = Kind::money,
     .low = 0,
     .high = most_money,
     .help = "Impact: what it takes, each time it happens.",
     .required = true,
     .distributed = true},
    {.path = "touchpoints.*.risk.feels",
     .kind = Kind::affect,
     .low = -5,
     .high = 5,
     .help = "What it adds to what the visit feels like."},
    {.path = "touchpoints.*.risk.taken_by",
     .kind = Kind::words,
     .fallback = "person",
     .words = "person|provider",
     .help = "Who bears the amount; it is felt all the same."},
    {.path = "personas.*.vulnerability",
     .kind = Kind::number,
     .low = 0,
     .high = 1000,
     .help = "How many times an amount at risk hits them.",
     .unsaid = "1"},
    {.path = "personas.everyone.vulnerability",
     .kind = Kind::number,
     .low = 0,
     .high = 1000,
     .help = "How many times an amount at risk hits people.",
     .unsaid = "1"},
};

const std::vector<FieldRow> practice_rows = {
    {.path = "touchpoints.*.practice",
     .kind = Kind::number,
     .low = 0,
     .high = 2,
     .help = "b: the n-th visit takes n^-b of the time and effort of the first.",
     .unsaid = "0"},
};

FieldRow fit_row(const std::string& path, const char* help) {
  return {.path = path, .kind = Kind::share, .low = 0, .high = 1, .help = help, .unsaid = "100%"};
}

const std::vector<FieldRow> fit_rows = {
    fit_row("touchpoints.*.utility", "Fit for purpose: how much of what is gained here it covers."),
    {.path = "touchpoints.*.warranty", .help = "Fit for use: shares that are multiplied."},
    fit_row("touchpoints.*.warranty.availability", "It is there when it is needed."),
    fit_row("touchpoints.*.warranty.capacity", "There is enough of it."),
    fit_row("touchpoints.*.warranty.continuity", "It goes on after a disaster."),
    fit_row("touchpoints.*.warranty.security", "Nobody else gets at it."),
    fit_row("touchpoints.*.warranty.usability", "People can use it."),
};

std::vector<FieldRow> driver_rows() {
  std::vector<FieldRow> rows = {
      {.path = "drivers", .help = "Measures from resources to purpose, for the report."}};
  for (const DriverLayer& layer : driver_layers) {
    const std::string path = "drivers." + std::string(layer.id);
    rows.push_back({.path = path, .help = std::string(layer.about)});
    rows.push_back({.path = path + "[]",
                    .kind = Kind::measure,
                    .help = "A measure or an agreement.",
                    .described = true});
  }
  rows.push_back({.path = "drivers.purpose",
                  .kind = Kind::text,
                  .help = "What it is all for, in words.",
                  .described = true});
  return rows;
}

const std::vector<FieldRow> indicator_rows = {
    {.path = "indicators", .help = "What visits and endings bring, besides money and experience."},
    {.path = "indicators.*", .help = "A measure, in a week.", .key = Kind::identifier},
    {.path = "indicators.*.name", .kind = Kind::text, .help = "Its title."},
    {.path = "indicators.*.unit", .kind = Kind::text, .help = "What it is counted in, like kg."},
    {.path = "indicators.*.counts",
     .help = "How much each visit of a touchpoint, and each end at an exit, brings.",
     .required = true},
    {.path = "indicators.*.counts.*",
     .kind = Kind::number,
     .low = -1e9,
     .high = 1e9,
     .help = "So much each time; below 0, it is lost again.",
     .key = Kind::destination},
    {.path = "indicators.*.goal",
     .kind = Kind::number,
     .low = 1e-6,
     .high = 1e12,
     .help = "So much a week, of who decides about the renewal."},
    {.path = "indicators.*.weight",
     .kind = Kind::number,
     .low = 0,
     .high = 20,
     .help = "Log-odds of the renewal, of reaching the goal against reaching nothing.",
     .unsaid = "1"},
};

} // namespace

std::vector<FieldRow> worth_rows() {
  std::vector<FieldRow> rows = risk_rows;
  for (const auto& part : {practice_rows, fit_rows, driver_rows(), indicator_rows})
    rows.insert(rows.end(), part.begin(), part.end());
  return rows;
}

} // namespace sojourn
