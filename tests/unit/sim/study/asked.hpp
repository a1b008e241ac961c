// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/answers.hpp"
#include "sim/study/compare.hpp"

#include <memory>
#include <string>

// A scenario in a text, run with all its studies, for tests of studies.
namespace sojourn::asked {

/// Two touchpoints, a choice, three mechanisms, two personas; nobody queues.
inline const std::string small_journey = R"(
sojourn: 1
title: Small
personas:
  ann:
    share: 50%
    mood_on_arrival: 0.5
    biases: { peak_end: {}, loss_aversion: { ratio: 2 }, reference_dependence: {} }
  ben:
    share: 50%
    biases: { peak_end: { preset: mean }, reference_dependence: {} }
touchpoints:
  ask:
    step: engage
    takes: 5 min
    feels: { mean: -1, spread: 1 }
    decides: person
    then:
      - { to: solve, share: 70% }
      - { to: left, share: rest }
  solve:
    step: realize
    takes: { median: 10 min, p90: 20 min }
    feels: { mean: 1.5, spread: 1 }
    value: realised
    then:
      - { to: done, share: 85% }
      - { to: ask, share: rest, feels: -2 }
exits:
  done: { outcome: served }
  left: { outcome: lost }
value: { counted_over: 2 h, worth: 30 per h }
variants:
  warmer:
    change: { touchpoints.ask.feels.mean: -0.5 }
  nothing:
    change: { touchpoints.solve.name: Solved }
)";

/// The small journey with an experiment of so many replications and journeys.
inline std::string small_with(const std::string& studies, int replications = 10,
                              int journeys = 200) {
  return small_journey + "experiment: { replications: " + std::to_string(replications) +
         ", journeys: " + std::to_string(journeys) + ", seed: 3, studies: [ " + studies + " ] }\n";
}

struct Asked {
  Loaded loaded;
  StudyInput input;
  StudyOptions options;
  Runnable runnable;
  std::unique_ptr<Answers> answers;
  RunRecord record;
  output::ResultData result;

  [[nodiscard]] const output::Finding* find(const std::string& quantity, const std::string& subject,
                                            const std::string& measure, int group = 0,
                                            int arm = -1) const {
    for (const output::Finding& row : result.findings) {
      const bool same_measure =
          row.measure < 0 ? measure.empty()
                          : result.measures[static_cast<std::size_t>(row.measure)].id == measure;
      if (row.quantity == quantity && row.subject == subject && same_measure &&
          row.group == group && (arm < 0 || row.arm == arm)) {
        return &row;
      }
    }
    return nullptr;
  }
};

/// Loads and designs; nothing is run yet. Throws StudyRefusal. The scenario must be sound.
inline std::unique_ptr<Asked> design(const std::string& text, bool sharing = true) {
  auto asked = std::make_unique<Asked>();
  asked->loaded = load_scenario_text(text, "test.yaml");
  if (!asked->loaded.ok()) {
    throw std::invalid_argument(render(asked->loaded.problems.front(), false));
  }
  const Loaded& loaded = asked->loaded;
  asked->input = {loaded.arms, loaded.path, loaded.text, loaded.parameters};
  asked->options.run = settings_of(loaded.arms.front().scenario);
  asked->runnable = prepare(asked->input, asked->options);
  asked->answers = std::make_unique<Answers>(loaded, asked->input, asked->runnable, asked->options,
                                             loaded.studies, sharing);
  return asked;
}

/// Designs, runs and reports.
inline std::unique_ptr<Asked> ask(const std::string& text, bool sharing = true, int threads = 1) {
  auto asked = design(text, sharing);
  const auto executor =
      make_executor(threads > 1 ? ExecutorKind::threads : ExecutorKind::serial, threads);
  asked->record = run_arms(asked->runnable, asked->options.run, *executor);
  (void)asked->answers->run(asked->record, *executor, {});
  asked->result = result_of(asked->input, asked->runnable, asked->record);
  asked->answers->report(asked->result);
  return asked;
}

} // namespace sojourn::asked
