// SPDX-License-Identifier: Apache-2.0
#include "output/logs/event_log.hpp"
#include "output/store/result_file.hpp"
#include "output/tables/workbook.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/cli/run_settings.hpp"
#include "sim/cli/scenario_file.hpp"
#include "sim/cli/signals.hpp"
#include "sim/engine/journey_log.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/calibrate.hpp"
#include "sim/study/sampling.hpp"

#include <algorithm>

namespace sojourn::cli {
namespace {

/// The people whose score is low enough; the same as a run's sampled journeys, as far as they go.
std::function<bool(std::uint32_t)> chosen(const Arguments& arguments, std::uint64_t seed,
                                          std::uint32_t replication) {
  constexpr std::uint64_t everybody = std::uint64_t{1} << 32U;
  const std::uint64_t limit =
      everybody * static_cast<std::uint64_t>(arguments.integer("sample", 1, 100).value_or(100)) /
      100;
  return [=](std::uint32_t agent) { return sample_score(seed, replication, agent) < limit; };
}

/// A scenario's words for what the engine counts in numbers.
class CaseWriter {
public:
  CaseWriter(const Scenario& scenario, output::EventLog& log) : scenario_(&scenario), log_(&log) {}

  void write(const LoggedJourney& journey) {
    output::LogCase each;
    const JourneyRow& row = journey.row;
    each.id = std::to_string(row.agent);
    each.persona = at(scenario_->personas, row.persona).id;
    if (row.exit >= 0) {
      const ExitSpec& exit = at(scenario_->exits, row.exit);
      each.exit = exit.id;
      each.outcome = outcome_names[static_cast<std::size_t>(exit.outcome)];
    }
    each.remembered = static_cast<double>(row.remembered);
    for (const LoggedVisit& visit : journey.visits) {
      each.events.push_back(event_of(visit));
    }
    n_events_ += each.events.size();
    ++n_cases_;
    log_->add(each);
  }
  [[nodiscard]] std::size_t n_cases() const { return n_cases_; }
  [[nodiscard]] std::size_t n_events() const { return n_events_; }

private:
  template <class T> static const T& at(const std::vector<T>& all, std::int32_t index) {
    return all[static_cast<std::size_t>(index)];
  }

  [[nodiscard]] output::LogEvent event_of(const LoggedVisit& visit) const {
    const TouchpointSpec& touchpoint = at(scenario_->touchpoints, visit.touchpoint);
    output::LogEvent event;
    event.activity = touchpoint.id;
    event.name = touchpoint.name;
    event.step = step_names[static_cast<std::size_t>(touchpoint.step)];
    event.channel = visit.channel < 0 ? std::string() : at(scenario_->channels, visit.channel);
    const std::optional<WorkSpec>& work = touchpoint.needs ? touchpoint.needs : touchpoint.behind;
    event.resource = work ? at(scenario_->resources, work->resource).id : std::string();
    event.entered = visit.entered;
    event.began = std::max(visit.entered, visit.waited_until);
    event.left = visit.left;
    event.gave_up = visit.gave_up;
    event.affect = static_cast<double>(visit.affect);
    return event;
  }

  const Scenario* scenario_;
  output::EventLog* log_;
  std::size_t n_cases_ = 0, n_events_ = 0;
};

std::unique_ptr<output::EventLog> log_for(const std::string& target, const std::string& title,
                                          output::LogSink sink) {
  return target.ends_with(".xes") ? output::xes_log(std::move(sink), title)
                                  : output::csv_log(std::move(sink));
}

output::Replace replace_of(const Arguments& arguments) {
  return arguments.given("force") ? output::Replace::anything : output::Replace::nothing;
}

int export_tables(const Context& context, const std::string& path, const std::string& target) {
  if (!path.ends_with(".h5")) {
    throw UsageError("tables are exported of a result, not of a scenario: " + printable(path),
                     "run it first, then: sojourn export incident.h5 -o " + printable(target));
  }
  keep_source(path, target);
  const output::ResultData result = output::read_result(path);
  TextFile(target, replace_of(context.arguments)).publish(output::workbook(result));
  context.terminal.say("wrote " + target);
  return success;
}

int run_export(const Context& context) {
  const Arguments& arguments = context.arguments;
  const auto target = arguments.text("output");
  const std::string path = arguments.operands()[0];
  if (target && target->ends_with(".xlsx")) {
    return export_tables(context, path, *target);
  }
  if (!target || !(target->ends_with(".csv") || target->ends_with(".xes"))) {
    throw UsageError("export writes an event log of a scenario (-o FILE.csv, -o FILE.xes) or the "
                     "tables of a result (-o FILE.xlsx)",
                     "say where: sojourn export incident.yaml -o incident.csv");
  }
  keep_source(path, *target);
  Loaded loaded = open_scenario(context.terminal, path, arguments.list("set"));
  set_seed(loaded, arguments);
  calibrate_shares(loaded);
  const ArmSpec& arm = find_arm(loaded, arguments.text("arm").value_or(loaded.arms.front().id));
  const Plan plan = compiled(loaded, arm, path);
  const auto replication =
      static_cast<std::uint32_t>(arguments.integer("replication", 0, 4'294'967'295).value_or(0));
  TextFile file(*target, replace_of(arguments));
  const auto log =
      log_for(*target, arm.scenario.title, [&file](std::string_view text) { file.append(text); });
  const std::atomic<int>& signal = watch_signals();
  CaseWriter writer(arm.scenario, *log);
  try {
    log_journeys(
        plan, replication, chosen(arguments, plan.seed, replication),
        [&writer](const LoggedJourney& journey) { writer.write(journey); },
        [&signal] { return signal.load() != 0; });
  } catch (const Interrupted&) {
    return 128 + signal.load();
  }
  log->end();
  file.commit();
  context.terminal.say("wrote " + *target + ": " + std::to_string(writer.n_cases()) +
                       " journeys, " + std::to_string(writer.n_events()) + " visits");
  return success;
}

} // namespace

Command export_command() {
  return {{"export",
           "event logs for process mining, tables for a spreadsheet",
           "FILE",
           1,
           1,
           {{"sojourn export incident.yaml -o incident.csv", "a line for each visit"},
            {"sojourn export incident.h5 -o incident.xlsx", "a result's tables"},
            {"sojourn export incident.yaml --arm live_status --sample 10 -o after.xes",
             "a tenth of the people after a change, as XES (IEEE 1849)"}},
           {{"output", 'o', Takes::one, "FILE",
             "NAME.csv or NAME.xes of a scenario, NAME.xlsx of a result"},
            {"arm", 0, Takes::one, "NAME", "of which arm (default: the baseline)"},
            {"replication", 0, Takes::one, "R", "which replication (default 0)"},
            {"sample", 0, Takes::one, "PERCENT", "of the people (default 100)"},
            {"seed", 0, Takes::one, "N", "another than the scenario's"},
            {"set", 0, Takes::many, "PATH=VALUE", "change the baseline; repeatable"},
            {"force", 0, Takes::nothing, "", "replace an existing file"}}},
          run_export};
}

} // namespace sojourn::cli
