// SPDX-License-Identifier: Apache-2.0
#include "output/json.hpp"
#include "output/text.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/layout.hpp"
#include "sim/cli/scenario_file.hpp"
#include "sim/study/exact_memory.hpp"
#include "sim/study/wording.hpp"

#include <cmath>

namespace sojourn::cli {
namespace {

using output::Json;

Json solution_json(const Scenario& scenario, const ChainSolution& solution) {
  Json json;
  json["touchpoints"] = Json::array();
  for (std::size_t i = 0; i < scenario.touchpoints.size(); ++i) {
    json["touchpoints"].push_back({{"id", scenario.touchpoints[i].id},
                                   {"expected_visits", solution.visits[i]},
                                   {"visit_variance", solution.visit_variance[i]},
                                   {"ever", solution.ever[i]}});
  }
  json["exits"] = Json::array();
  for (std::size_t e = 0; e < scenario.exits.size(); ++e) {
    json["exits"].push_back({{"id", scenario.exits[e].id},
                             {"share", solution.exit_share[e]},
                             {"time_mean", solution.time_mean_given_exit[e]}});
  }
  json["steps"] = {{"mean", solution.steps_mean}, {"variance", solution.steps_variance}};
  json["time"] = {
      {"mean", solution.time_mean}, {"variance", solution.time_variance}, {"unit", "min"}};
  return json;
}

Json memory_json(const ExactMemory::Parts& parts) {
  return {{"remembered_experience", parts.remembered},
          {"mean", parts.mean},
          {"highest", parts.highest},
          {"lowest", parts.lowest},
          {"most_extreme", parts.most_extreme},
          {"end", parts.end},
          {"trust", parts.trust}};
}

std::string document(const Scenario& scenario, const ExactJourney& journey,
                     const ExactMemory& memory) {
  Json json = solution_json(scenario, journey.everyone);
  json["exact"] = journey.exact();
  json["leaves_out"] = journey.leaves;
  json["notes"] = journey.notes;
  json["memory"] = memory_json(memory.everyone);
  json["memory"]["exact"] = journey.exact() && memory.leaves.empty();
  json["memory"]["leaves_out"] = memory.leaves;
  json["beyond_visit_limit"] = journey.everyone.beyond_limit;
  json["personas"] = Json::array();
  for (std::size_t p = 0; p < journey.personas.size(); ++p) {
    Json persona = {{"id", scenario.personas[p].id}, {"share", scenario.personas[p].share}};
    persona.update(solution_json(scenario, journey.personas[p]));
    persona["memory"] = memory_json(memory.personas[p]);
    json["personas"].push_back(persona);
  }
  return output::json_text(json, 2) + "\n";
}

std::string number(double value) { return std::isnan(value) ? "-" : output::text("{:.4f}", value); }

std::string touchpoint_table(const Scenario& scenario, const ChainSolution& solution, bool colour) {
  std::string text = dim(pad("touchpoint", 34) + pad_left("visits", 12) + pad_left("variance", 14) +
                             pad_left("ever", 14),
                         colour) +
                     "\n";
  for (std::size_t i = 0; i < scenario.touchpoints.size(); ++i) {
    text += pad(scenario.touchpoints[i].id, 34) + pad_left(number(solution.visits[i]), 12) +
            pad_left(number(solution.visit_variance[i]), 14) +
            pad_left(number(solution.ever[i]), 14) + "\n";
  }
  return text;
}

std::string exit_table(const Scenario& scenario, const ChainSolution& solution, bool colour) {
  std::string text =
      dim(pad("exit", 34) + pad_left("share", 12) + pad_left("mean minutes until then", 28),
          colour) +
      "\n";
  for (std::size_t e = 0; e < scenario.exits.size(); ++e) {
    text += pad(scenario.exits[e].id, 34) + pad_left(number(solution.exit_share[e]), 12) +
            pad_left(number(solution.time_mean_given_exit[e]), 28) + "\n";
  }
  return text;
}

std::string totals(const ChainSolution& solution) {
  return output::text("{}mean {:.4f}, variance {:.4f}\n{}mean {:.4f} min, variance {:.4f}, "
                      "sd {:.4f}\n",
                      pad("visits per journey", 22), solution.steps_mean, solution.steps_variance,
                      pad("time in the journey", 22), solution.time_mean, solution.time_variance,
                      std::sqrt(solution.time_variance));
}

std::string persona_line(const Scenario& scenario, const ExactJourney& journey, std::size_t p) {
  const ChainSolution& solution = journey.personas[p];
  return pad(scenario.personas[p].id, 22) + output::text("{:.4f} visits, {:.4f} min on average\n",
                                                         solution.steps_mean, solution.time_mean);
}

std::string memory_row(std::string_view who, const ExactMemory::Parts& parts) {
  std::string text = pad(who, 17);
  for (const double value : {parts.remembered, parts.mean, parts.highest, parts.lowest,
                             parts.most_extreme, parts.end, parts.trust}) {
    text += pad_left(output::text("{:.4f}", value), 9);
  }
  return text + "\n";
}

std::string memory_table(const Scenario& scenario, const ExactMemory& memory, bool colour) {
  std::string heads = pad("memory at the end", 17);
  for (const std::string_view head :
       {"rememb.", "mean", "highest", "lowest", "extreme", "end", "trust"}) {
    heads += pad_left(head, 9);
  }
  std::string text = dim(heads, colour) + "\n";
  for (std::size_t p = 0; p < memory.personas.size() && memory.personas.size() > 1; ++p) {
    text += memory_row(scenario.personas[p].id, memory.personas[p]);
  }
  return text + memory_row("everyone", memory.everyone);
}

std::string exactness(const std::vector<std::string>& leaves, const std::string& exact,
                      const std::string& otherwise) {
  std::string text = "\n" + (leaves.empty() ? exact : otherwise) + "\n";
  for (const std::string& sentence : leaves) {
    text += wrap("  - ", sentence);
  }
  return text;
}

std::string summary(const Scenario& scenario, const ExactJourney& journey,
                    const ExactMemory& memory, bool colour) {
  std::string text = bold(scenario.title, colour) + "\n\n";
  text += touchpoint_table(scenario, journey.everyone, colour) + "\n" +
          exit_table(scenario, journey.everyone, colour) + "\n" + totals(journey.everyone);
  for (std::size_t p = 0; p < journey.personas.size() && journey.personas.size() > 1; ++p) {
    text += persona_line(scenario, journey, p);
  }
  for (const std::string& note : journey.notes) {
    text += wrap("note: ", note);
  }
  text += exactness(journey.leaves, "Exact for this journey as it is written.",
                    "Exact for the journey without these:");
  text += "\n" + memory_table(scenario, memory, colour);
  return text + exactness(memory.leaves, "Exact for these people as they are written.",
                          "Memory and trust are exact without these:");
}

int run_solve(const Context& context) {
  const Arguments& arguments = context.arguments;
  const std::string path = arguments.operands()[0];
  const Loaded loaded = open_scenario(context.terminal, path, arguments.list("set"));
  const ArmSpec& arm = find_arm(loaded, arguments.text("arm").value_or(loaded.arms.front().id));
  const Scenario& scenario = arm.scenario;
  const ExactJourney journey = solve_journey(scenario);
  if (!journey.problems.empty()) {
    throw Failure(bad_input, path + ": " + journey.problems.front());
  }
  const ExactMemory memory = exact_memory(scenario);
  context.terminal.print(arguments.given("json")
                             ? document(scenario, journey, memory)
                             : summary(scenario, journey, memory, context.terminal.colour_out()));
  return success;
}

} // namespace

Command solve_command() {
  return {{"solve",
           "the journey without chance: exact visits, times and memory",
           "FILE",
           1,
           1,
           {{"sojourn solve incident.yaml", "tables, and what they leave out"},
            {"sojourn solve incident.yaml --set touchpoints.confirm.then.wait_fix.share=0%",
             "of a changed design"}},
           {{"arm", 0, Takes::one, "NAME", "a variant instead of the baseline"},
            {"set", 0, Takes::many, "PATH=VALUE", "change the scenario; repeatable"},
            {"json", 0, Takes::nothing, "", "one JSON document"}}},
          run_solve};
}

} // namespace sojourn::cli
