// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command.hpp"
#include "sim/cli/layout.hpp"
#include "sim/cli/scenario_file.hpp"
#include "sim/cli/verify_text.hpp"
#include "sim/engine/executor.hpp"
#include "sim/verify/target.hpp"
#include "sim/verify/twins.hpp"

#include <stdexcept>

namespace sojourn::cli {
namespace {

using verify::Target;
using verify::Trial;
using verify::Twin;

/// Prints as it goes, or keeps everything for one JSON document.
class Report {
public:
  explicit Report(const Context& context)
      : terminal_(context.terminal), all_(context.arguments.given("all")),
        as_json_(context.arguments.given("json")), json_({{"checked", output::Json::array()}}) {
    if (!as_json_) {
      terminal_.print(verify_heading(terminal_.colour_out()));
    }
  }

  void add(const Checked& checked) {
    score_.add(checked);
    if (as_json_) {
      json_["checked"].push_back(checked_json(checked));
    } else {
      terminal_.print("\n" + checked_text(checked, all_, terminal_.colour_out()));
    }
  }

  int finish() {
    if (as_json_) {
      json_["figures"] = score_.figures;
      json_["misses"] = score_.misses;
      json_["wide"] = score_.wide;
      terminal_.print(output::json_text(json_, 2) + "\n");
    } else {
      terminal_.print("\n" + verdict_text(score_));
    }
    return score_.misses == 0 ? success : internal_error;
  }

private:
  Terminal& terminal_;
  bool all_, as_json_;
  Score score_;
  output::Json json_;
};

void check_targets(const Trial& trial, bool queues_only, Report& report) {
  for (const Target& target : verify::targets()) {
    if (target.queues || !queues_only) {
      report.add({std::string(target.number),
                  std::string(target.title),
                  std::string(name_of(target.kind)),
                  {},
                  target.measure(trial)});
    }
  }
}

void check_file(const Context& context, const std::string& path, const Trial& trial,
                Report& report) {
  const Loaded loaded = open_scenario(context.terminal, path, context.arguments.list("set"));
  try {
    for (const auto twin_of : {verify::chain_twin, verify::station_twin}) {
      const Twin twin = twin_of(loaded.arms.front().scenario, trial);
      report.add({path, twin.title, "", twin.notes, twin.figures});
    }
  } catch (const std::invalid_argument& error) {
    throw Failure(bad_input, path + ": " + error.what());
  }
}

int run_verify(const Context& context) {
  const Arguments& arguments = context.arguments;
  const auto threads = arguments.integer("threads", 1, 1024);
  const auto executor = make_executor(ExecutorKind::tbb, static_cast<int>(threads.value_or(0)));
  const Trial trial{*executor, {}};
  Report report(context);
  for (const std::string& path : arguments.operands()) {
    check_file(context, path, trial, report);
  }
  const bool queues = arguments.given("queues");
  if (arguments.operands().empty() || arguments.given("science") || queues) {
    check_targets(trial, queues && !arguments.given("science"), report);
  }
  return report.finish();
}

} // namespace

Command verify_command() {
  return {{"verify",
           "theory against this program, number by number",
           "[FILE...]",
           0,
           64,
           {{"sojourn verify", "every number that theory or literature knows: about two minutes"},
            {"sojourn verify --queues", "queues only, intervals of 99.9 %"},
            {"sojourn verify incident.yaml",
             "the exact chain of a scenario, and its lines where their answer is known"}},
           {{"science", 0, Takes::nothing, "", "all targets; what is done without a FILE"},
            {"queues", 0, Takes::nothing, "", "the targets about queues"},
            {"all", 0, Takes::nothing, "", "every figure, not only the worst of many"},
            {"set", 0, Takes::many, "PATH=VALUE", "change the scenario; repeatable"},
            {"threads", 0, Takes::one, "N", "default: as many as the machine has"},
            {"json", 0, Takes::nothing, "", "one JSON document"}}},
          run_verify};
}

} // namespace sojourn::cli
