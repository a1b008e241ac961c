// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/output/pictures/sample_words.hpp"

namespace sojourn::output::sample {

void describe(ResultData& r) {
  r.title = "Resolving an incident";
  r.question = "Our service desk meets its SLA and people are still unhappy. Does telling them "
               "where their ticket is help more than hiring another specialist?";
  r.currency = "EUR";
  r.engine = "service";
  r.seed = "20260701";
  r.scenario_path = "scenarios/incident.yaml";
  r.scenario_sha256 = "6f1c0e5d6a2b94c3d7e8f90112233445566778899aabbccddeeff00112233e9";
  r.stop_reason = "30 replications: remembered_well within ±2 % in every arm";
  r.n_replications = 30;
  r.journeys_per_replication = 2540;
  r.horizon_hours = 8 * 168;
  r.warm_up_hours = 168;
  r.arms = {{"baseline", "Baseline", "", {}, 0, 0},
            {"live_status",
             "Tell people where their ticket is",
             "Silence, not duration, is what they complain about.",
             {"touchpoints.wait_fix.updates = every 30 min",
              "touchpoints.estimate.promise.restored_within = 5 h"},
             18000,
             8760},
            {"one_more_specialist",
             "Hire one more specialist",
             "The second line is the bottleneck.",
             {"resources.second_line.capacity = {add: 1}"},
             0,
             0},
            {"both",
             "Status updates and one more specialist",
             "",
             {"touchpoints.wait_fix.updates = every 30 min",
              "touchpoints.estimate.promise.restored_within = 5 h",
              "resources.second_line.capacity = {add: 1}"},
             18000,
             8760}};
  r.personas = {{"anna", "Anna, hospital nurse", "Shares a ward PC.", .40},
                {"bilal", "Bilal, analyst", "Has a second machine and a chat window.", .45},
                {"chen", "Chen, regional director", "Pays for the service.", .15}};
  r.exits = {{"done", "Closed", "served"}, {"gave_up", "Gave up, found a workaround", "lost"}};
  r.resources = {{"service_desk", "Service desk agents"}, {"second_line", "Specialists"}};
  r.agreements = {
      {"restored_in_time", "SLA", "restored within 4 h for at least 90 %", .90},
      {"contact_answered", "SLA", "answered within 3 min for at least 80 %", .80},
      {"remembered_well", "XLA", "remembered experience at least +0.5 for at least 75 %", .75}};
  r.parameters = {{"personas.anna.biases.loss_aversion.ratio", "2.25", "1", "published",
                   "Tversky & Kahneman 1992", "1.5 to 2.7"},
                  {"personas.anna.patience", "median 45 min, p90 2 h", "min", "assumption", "", ""},
                  {"arrivals.rate", "9 per hour", "1/h", "assumption", "", ""}};
  r.warnings = {"1 of 4 arms has a resource busier than 90 %: second_line."};
  r.command_line = "sojourn run scenarios/incident.yaml";
  r.program_version = "sojourn 0.1.0";
  r.library_versions = "HDF5 1.10.8";
}

namespace {

std::vector<TouchpointInfo> until_the_promise() {
  return {{"notice", "Notice that something is broken", "explore", {}, "", "", "", false, true},
          {"self_help", "Search the portal", "explore", {"portal"}, "", "", "", false, false},
          {"contact",
           "Contact the service desk",
           "engage",
           {"phone", "chat", "walk-up", "portal"},
           "service_desk",
           "",
           "Agent registers the ticket and checks that it is an incident",
           true,
           false},
          {"estimate",
           "Hear priority and expected time",
           "agree",
           {"phone", "chat", "e-mail"},
           "",
           "",
           "",
           false,
           false}};
}

std::vector<TouchpointInfo> after_the_promise() {
  return {{"wait_triage",
           "Wait while it is classified",
           "co-create",
           {},
           "",
           "service_desk",
           "Classification, impact, search for a known solution",
           false,
           false},
          {"wait_fix",
           "Wait while specialists work",
           "co-create",
           {},
           "",
           "second_line",
           "Diagnosis, escalation or swarming, change if needed",
           false,
           false},
          {"chase",
           "Ask \"any news?\"",
           "co-create",
           {"phone", "chat"},
           "service_desk",
           "",
           "",
           false,
           true},
          {"solution",
           "Receive the solution",
           "co-create",
           {"phone", "e-mail"},
           "service_desk",
           "",
           "",
           false,
           false},
          {"confirm", "Try it, then confirm or reject", "co-create", {}, "", "", "", false, false},
          {"restored", "Back to work", "realize", {}, "", "", "", false, true},
          {"survey",
           "Satisfaction survey and closure",
           "realize",
           {"e-mail"},
           "",
           "",
           "",
           false,
           false}};
}

} // namespace

void add_touchpoints(ResultData& r) {
  r.touchpoints = until_the_promise();
  for (const TouchpointInfo& touchpoint : after_the_promise()) {
    r.touchpoints.push_back(touchpoint);
  }
}

void add_measures(ResultData& r) {
  r.measures = {{"remembered_experience", "Remembered experience", "affect",
                 "what people tell their colleagues, −5 to +5", 1, false, true},
                {"experienced", "Experienced on average", "affect", "mean of all moments, −5 to +5",
                 1, false, true},
                {"remembered_well", "Remembered well", "1", "XLA", 1, true, true},
                {"restored_in_time", "Restored in time", "1", "SLA", 1, true, true},
                {"contact_answered", "Answered in time", "1", "SLA", 1, true, true},
                {"lost", "Gave up", "1", "share of journeys that end unserved", -1, true, true},
                {"duration", "Time to the end", "min", "mean, on the wall clock", -1, false, true},
                {"value_realised", "Value realised", "EUR", "per journey", 1, false, true},
                {"visits", "Visits", "1", "touchpoints per journey", 0, false, true}};
}

} // namespace sojourn::output::sample
