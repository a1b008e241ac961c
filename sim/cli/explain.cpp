// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command.hpp"
#include "sim/cli/narration.hpp"
#include "sim/cli/run_settings.hpp"
#include "sim/cli/scenario_file.hpp"
#include "sim/study/calibrate.hpp"

namespace sojourn::cli {
namespace {

std::uint32_t number(const Arguments& arguments, std::string_view option, std::int64_t otherwise) {
  return static_cast<std::uint32_t>(
      arguments.integer(option, 0, 4'294'967'295).value_or(otherwise));
}

int run_explain(const Context& context) {
  const Arguments& arguments = context.arguments;
  if (!arguments.given("agent")) {
    throw UsageError("explain needs --agent N", "agents are numbered from 0 in order of arrival");
  }
  const std::uint32_t agent = number(arguments, "agent", 0);
  const std::uint32_t replication = number(arguments, "replication", 0);
  const std::string path = arguments.operands()[0];
  Loaded loaded = open_scenario(context.terminal, path, arguments.list("set"));
  set_seed(loaded, arguments);
  calibrate_shares(loaded);
  const ArmSpec& arm = find_arm(loaded, arguments.text("arm").value_or(loaded.arms.front().id));
  const JourneyTrace journey = trace_journey(compiled(loaded, arm, path), replication, agent);
  if (!journey.found) {
    throw Failure(wrong_usage, "nobody has number " + std::to_string(agent) + " in replication " +
                                   std::to_string(replication) + " of " + arm.id);
  }
  context.terminal.print(narrate(arm.scenario, journey, context.terminal.colour_out()));
  return success;
}

} // namespace

Command explain_command() {
  return {{"explain",
           "replay one person: felt, remembered, believed, chosen",
           "FILE",
           1,
           1,
           {{"sojourn explain incident.yaml --agent 300", "the 301st to come, as things are today"},
            {"sojourn explain incident.yaml --agent 300 --arm live_status",
             "the same person with the same luck after the change"}},
           {{"agent", 0, Takes::one, "N", "whom; as numbered in the result's journeys"},
            {"replication", 0, Takes::one, "R", "in which replication (default 0)"},
            {"arm", 0, Takes::one, "NAME", "in which arm (default: the baseline)"},
            {"seed", 0, Takes::one, "N", "if the run had another than the scenario's"},
            {"set", 0, Takes::many, "PATH=VALUE", "if the run had such; repeatable"}}},
          run_explain};
}

} // namespace sojourn::cli
