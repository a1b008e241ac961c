// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/chain.hpp"

// The incident journey of ITIL 4: Drive Stakeholder Value, table 1.3, as a chain with known
// answers.
namespace sojourn {

enum IncidentState { detect, contact, triage, wait_fix, fix, inform, confirm, survey };

/// Exit 0 is done, exit 1 abandon. Dwell in minutes, as in T33.
inline Chain incident_chain(double abandon_at_contact = 0.07, double abandon_at_wait = 0.03) {
  constexpr int done = 8, abandon = 9;
  Chain chain;
  chain.n_states = 8;
  chain.n_exits = 2;
  chain.names = {"detect", "contact", "triage", "wait_fix", "fix", "inform", "confirm", "survey"};
  chain.start = {1, 0, 0, 0, 0, 0, 0, 0};
  chain.edges = {{detect, contact, 1},
                 {contact, triage, 1 - abandon_at_contact},
                 {contact, abandon, abandon_at_contact},
                 {triage, inform, 0.72},
                 {triage, wait_fix, 0.28},
                 {wait_fix, fix, 1 - abandon_at_wait},
                 {wait_fix, abandon, abandon_at_wait},
                 {fix, inform, 0.85},
                 {fix, wait_fix, 0.15},
                 {inform, confirm, 1},
                 {confirm, survey, 0.92},
                 {confirm, wait_fix, 0.08},
                 {survey, done, 1}};
  chain.dwell_mean = {2, 1, 8, 90, 30, 5, 3, 1};
  const double variation[] = {1, 1, 1.44, 1, 1, 0, 0, 0}; // squared coefficient of variation
  for (std::size_t i = 0; i < 8; ++i)
    chain.dwell_variance.push_back(variation[i] * chain.dwell_mean[i] * chain.dwell_mean[i]);
  return chain;
}

/// Mean affect per state, for what is remembered (T40-T42).
inline const std::vector<double> incident_affect = {-3, 1, 1.5, -4, 0.5, 2, 2.5, 0.2};

} // namespace sojourn
