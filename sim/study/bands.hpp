// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/choice_row.hpp"
#include "models/mechanisms/table.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

// The bands that the science declares for its own numbers: what a study varies when the user says
// `bands: published`.
namespace sojourn {

/// One published number in use. Personas for whom it has the same value are varied together;
/// those who have been given values of their own are bands of their own.
struct PublishedBand {
  std::string name;               // "loss_aversion.ratio", ", of anna" where others differ
  std::vector<std::string> paths; // in the scenario, one per persona that has it on
  double base = 0;                // as the scenario has it; the mean where it varies over people
  double low = 0, high = 0;       // the declared band
  double default_value = 0;
  std::string unit;    // of all four: "days" and "min" are written with the number
  bool varies = false; // from person to person: a study multiplies what is written
  Provenance provenance = Provenance::assumption;
  std::string source;
  /// One of the weights that make a memory, whose sum stays as written: the largest that is legal.
  std::optional<double> most_of_sum = {};
};

struct PublishedBands {
  std::vector<PublishedBand> bands; // in the table's order
  std::vector<std::string> without; // "trust.gain: the table declares no band"
};

/// Every mechanism number that acts in the scenario, strengths apart (whether a mechanism acts at
/// all is the question of ablation), and the choice sensitivity where somebody chooses.
[[nodiscard]] PublishedBands published_bands(const Scenario& scenario);

} // namespace sojourn
