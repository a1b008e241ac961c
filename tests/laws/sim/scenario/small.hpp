// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>

namespace scenario_test {

/// A scenario of two touchpoints in which every kind of change has something to change.
inline const std::string small = R"(sojourn: 1
title: A small desk
personas:
  everyone:
    patience: { median: 20 min, p90: 1 h }
    biases: { waiting: {} }
  anna: { share: 60%, patience: 30 min, biases: { loss_aversion: { ratio: 2 } } }
  ben:  { share: 40%, mood_on_arrival: -1 }
arrivals: { rate: { Mon-Fri 08:00-12:00: 9 per hour, Mon-Fri 12:00-18:00: 6 per hour } }
touchpoints:
  ask:
    channel: [phone, chat]
    needs: { desk: 1 }
    takes: { triangular: [2 min, 4 min, 9 min] }
    feels: { mean: +0.5, waiting: -0.1 per min }
    promise: { answer_within: 2 h }
    then:
      - { to: answer, share: 50% }
      - { to: ask,    share: 30% }
      - { to: left,   share: 20% }
  answer:
    behind: { desk: 1, takes: { median: 5 min, p90: 12 min } }
    feels: { silence: -1 per h, against_promise: { early: +1 per h, late: -1 per h } }
    value: realised
    booked: 90%
    then:
      - { to: done, share: 75%, for: [anna] }
      - { to: done, share: 60%, for: [ben] }
      - { to: ask,  share: rest }
      - { to: left, when: out_of_patience }
exits:
  done: { outcome: served }
  left: { outcome: lost }
resources:
  desk: { capacity: 4, open: office, cost: 30 per h }
calendars: { office: Mon-Fri 08:00-18:00 }
clock: office
value: { counted_over: 1 working day, worth: 60 per h }
experiment: { horizon: 4 weeks, replications: 30, seed: 1 }
)";

inline std::string rendered(const sojourn::Loaded& loaded) {
  std::string text;
  for (const sojourn::Problem& problem : loaded.problems)
    text += render(problem, false);
  return text;
}

/// The scenario with one variant `v` of these lines, which must be free of errors.
inline sojourn::Loaded with_variant(const std::string& lines) {
  std::string text = small + "variants:\n  v:\n    change:\n";
  std::istringstream parts(lines);
  for (std::string line; std::getline(parts, line);)
    text += "      " + line + "\n";
  return sojourn::load_scenario_text(text, "small.yaml", {});
}

/// The scenario as the variant leaves it.
inline sojourn::Scenario changed(const std::string& lines) {
  const sojourn::Loaded loaded = with_variant(lines);
  INFO(rendered(loaded));
  REQUIRE(loaded.ok());
  REQUIRE(loaded.arms.size() == 2);
  return loaded.arms[1].scenario;
}

/// The scenario with a piece of its text replaced.
inline sojourn::Scenario rewritten(const std::string& from, const std::string& to) {
  std::string text = small;
  REQUIRE(text.find(from) != std::string::npos);
  text.replace(text.find(from), from.size(), to);
  const sojourn::Loaded loaded = sojourn::load_scenario_text(text, "small.yaml", {});
  INFO(rendered(loaded));
  REQUIRE(loaded.ok());
  return loaded.arms[0].scenario;
}

inline sojourn::Scenario unchanged() { return rewritten("sojourn: 1", "sojourn: 1"); }

inline std::string text_of_file(const std::string& path) {
  std::ifstream file(std::string(SOJOURN_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

} // namespace scenario_test
