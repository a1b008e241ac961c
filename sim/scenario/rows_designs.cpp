// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/field_rows.hpp"

// The studies that vary numbers: over values of one's own, or over bands.
namespace sojourn {
namespace {

const std::string entry = "experiment.studies[].";

FieldRow whole(const std::string& path, double low, double high, const std::string& fallback,
               const std::string& help) {
  return {.path = path,
          .kind = Kind::integer,
          .low = low,
          .high = high,
          .fallback = fallback,
          .help = help};
}

void add_bands(std::vector<FieldRow>& rows, const std::string& study) {
  const std::string at = entry + study + ".bands";
  rows.push_back({.path = at, .help = "Between which ends each number is varied."});
  rows.push_back({.path = at,
                  .kind = Kind::words,
                  .fallback = "published",
                  .words = "published",
                  .help = "The bands that `sojourn models` lists, of all mechanisms that act."});
  rows.push_back({.path = at + ".published",
                  .kind = Kind::flag,
                  .fallback = "false",
                  .help = "Beside those written here, the published ones."});
  rows.push_back(
      {.path = at + ".*", .kind = Kind::band, .help = "Of one number.", .key = Kind::path});
}

void add_sweep(std::vector<FieldRow>& rows) {
  const std::string at = entry + "sweep";
  rows.push_back({.path = at, .help = "What if these numbers were others?"});
  rows.push_back({.path = at + ".over", .help = "What is varied."});
  rows.push_back({.path = at + ".over.*",
                  .kind = Kind::levels,
                  .help = "The values that are tried.",
                  .key = Kind::path});
  rows.push_back({.path = at + ".design",
                  .kind = Kind::words,
                  .fallback = "grid",
                  .words = "grid|latin_hypercube|sobol",
                  .help = "Every combination, or a sample of so many points."});
  rows.push_back(whole(at + ".points", 2, 16384, "64",
                       "How many points a Latin hypercube or a Sobol' design has."));
}

void add_screen(std::vector<FieldRow>& rows) {
  const std::string at = entry + "screen";
  rows.push_back({.path = at, .help = "Which assumptions matter at all: elementary effects."});
  rows.push_back(
      whole(at + ".trajectories", 2, 8192, "10", "How often each assumption is moved once."));
  rows.push_back(whole(at + ".levels", 2, 100, "4", "Levels of a band; an even number."));
  add_bands(rows, "screen");
}

void add_sensitivity(std::vector<FieldRow>& rows) {
  const std::string at = entry + "sensitivity";
  rows.push_back({.path = at, .help = "How much of the doubt comes from which assumption."});
  rows.push_back(whole(at + ".points", 4, 8192, "64",
                       "Rows of the design, best a power of 2; each costs two arms and one more "
                       "for every band."));
  rows.push_back(
      whole(at + ".resamples", 20, 10000, "200", "Bootstrap resamples behind its intervals."));
  add_bands(rows, "sensitivity");
}

void add_uncertainty(std::vector<FieldRow>& rows) {
  const std::string at = entry + "uncertainty";
  rows.push_back({.path = at, .help = "How sure, if the assumptions are in doubt too."});
  rows.push_back(whole(at + ".draws", 2, 16384, "50", "How many sets of assumptions are drawn."));
  rows.push_back({.path = at + ".bootstrap", .help = "Lists of observed values to resample."});
  rows.push_back({.path = at + ".bootstrap[]",
                  .kind = Kind::text,
                  .help = "The path of an empirical distribution."});
  add_bands(rows, "uncertainty");
}

} // namespace

std::vector<FieldRow> design_study_rows() {
  std::vector<FieldRow> rows;
  add_sweep(rows);
  add_screen(rows);
  add_sensitivity(rows);
  add_uncertainty(rows);
  return rows;
}

} // namespace sojourn
