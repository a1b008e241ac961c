// SPDX-License-Identifier: Apache-2.0
#include "sim/study/answers.hpp"

#include "output/text.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/study/left_open.hpp"
#include "sim/study/on_the_way.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>
#include <stdexcept>

namespace sojourn {
namespace {

bool is_compare(const StudySpec& spec) { return spec.id == "compare"; }

std::unique_ptr<Study> make_study(const StudyContext& context) {
  for (const StudyKind& kind : study_kinds) {
    if (kind.id == context.spec.id) {
      return kind.make(context);
    }
  }
  throw std::logic_error("the table of studies lacks " + context.spec.id);
}

} // namespace

Answers::Answers(const Loaded& loaded, const StudyInput& input, const Runnable& runnable,
                 const StudyOptions& options, const std::vector<StudySpec>& studies, bool sharing)
    : pool_(loaded, input, runnable, options, sharing), arms_(&input.arms), runnable_(&runnable) {
  Refusals refusals;
  for (const StudySpec& spec : studies) {
    refusals.of([&] {
      add(StudyContext{loaded, spec, runnable.measures, input.arms, options.run.at_least});
    });
  }
  refusals.raise();
}

void Answers::add(const StudyContext& context) {
  const std::size_t asked = pool_.n_asked();
  Entry entry{context.spec.id, make_study(context)};
  if (entry.study == nullptr) {
    return;
  }
  entry.study->design(pool_);
  entry.n_arms = pool_.n_asked() - asked;
  entries_.push_back(std::move(entry));
}

Answers::~Answers() = default;

std::size_t Answers::n_runs(int compared) const {
  std::vector<Cells> all;
  for (const Entry& entry : entries_) {
    for (const Cells& cells : entry.study->next(pool_)) {
      all.push_back(cells);
    }
  }
  return pool_.n_missing(all, compared);
}

std::string Answers::design_words() const {
  std::string words;
  for (const Entry& entry : entries_) {
    if (entry.n_arms == 0) {
      continue; // reads the compared arms
    }
    words += (words.empty() ? "" : ", ") + entry.id + " " +
             counted(static_cast<long long>(entry.n_arms), "arm");
  }
  return words.empty() ? words
                       : output::text("studies: {}; {} different beside the {} compared", words,
                                      pool_.n_arms() - pool_.n_compared(), pool_.n_compared());
}

bool Answers::run_study(Entry& entry, Executor& executor,
                        const std::function<void(const Progress&)>& progress,
                        const std::function<void()>& after_batch) {
  for (std::vector<Cells> wanted = entry.study->next(pool_); !wanted.empty();
       wanted = entry.study->next(pool_)) {
    const std::size_t n = pool_.n_missing(wanted);
    const auto told = [&](double done) {
      if (progress) {
        progress({static_cast<double>(runs_done_) + done, static_cast<double>(runs_expected_),
                  entry.id});
      }
    };
    const bool whole = pool_.run(wanted, executor, told, after_batch);
    if (!whole) {
      return false;
    }
    runs_done_ += n;
  }
  entry.done = true;
  return true;
}

bool Answers::run(const RunRecord& compared, Executor& executor,
                  const std::function<void(const Progress&)>& progress,
                  const std::function<void()>& after_batch) {
  pool_.adopt(compared);
  left_open_ = left_open(*runnable_, compared);
  on_the_way_ = on_the_way(*arms_, *runnable_, compared);
  const std::size_t before = pool_.n_compared() * static_cast<std::size_t>(compared.replications);
  runs_done_ = before;
  runs_expected_ = before + n_runs(compared.replications);
  bool whole = true; // a study that needs nothing more is complete even after a stop
  for (Entry& entry : entries_) {
    whole = run_study(entry, executor, progress, after_batch) && whole;
  }
  return whole;
}

void Answers::report(output::ResultData& result) const {
  std::vector<Findings> findings;
  for (const Entry& entry : entries_) {
    if (entry.done) {
      findings.push_back(entry.study->report(pool_, result));
    } else {
      result.warnings.push_back("the study " + entry.id +
                                " was stopped before it was complete; nothing of it is kept");
    }
  }
  if (on_the_way_) {
    findings.push_back(*on_the_way_);
  }
  if (left_open_) {
    findings.push_back(*left_open_);
  }
  put_findings(std::move(findings), result);
}

std::vector<StudySpec> chosen_studies(const std::vector<StudySpec>& written,
                                      const std::vector<std::string>& names) {
  StudySpec compare;
  compare.id = "compare";
  compare.options.kind = Node::Kind::mapping;
  if (names.empty()) {
    return written.empty() ? std::vector<StudySpec>{compare} : written;
  }
  std::vector<StudySpec> chosen;
  for (const std::string& name : names) {
    const std::vector<std::string> known = study_ids();
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      const auto meant = did_you_mean(name, known);
      throw std::invalid_argument(
          "there is no study " + printable(name) + "; " +
          (meant ? "did you mean " + *meant + "?" : "there are " + list_words(known, 40)));
    }
    const auto same = std::find_if(written.begin(), written.end(),
                                   [&](const StudySpec& each) { return each.id == name; });
    chosen.push_back(same == written.end() ? compare : *same);
    chosen.back().id = name;
  }
  return chosen;
}

StudyInput input_of(const Loaded& loaded, const std::vector<std::string>& names, bool variants) {
  StudyInput input{{}, loaded.path, loaded.text, loaded.parameters};
  for (std::size_t i = 0; i < loaded.arms.size(); ++i) {
    const bool wanted = std::find(names.begin(), names.end(), loaded.arms[i].id) != names.end();
    if (i == 0 || (variants && names.empty()) || wanted) {
      input.arms.push_back(loaded.arms[i]);
    }
  }
  return input;
}

DesignCheck check_designs(const Loaded& loaded) {
  DesignCheck check;
  const std::vector<StudySpec> studies = chosen_studies(loaded.studies, {});
  const StudyInput input = input_of(loaded, {}, needs_variants(studies));
  StudyOptions options;
  options.run = settings_of(input.arms.front().scenario);
  check.arms = input.arms.size();
  try {
    const Runnable runnable = prepare(input, options);
    const Answers answers(loaded, input, runnable, options, studies);
    check.words = answers.design_words();
    check.further_runs = answers.n_runs(options.run.at_least);
  } catch (const StudyRefusal& refusal) {
    check.problems = refusal.problems;
  } catch (const std::invalid_argument& limit) { // of the engines, or of the comparison
    check.problems.push_back(problem_at(Place{}, loaded.path, loaded.text, limit.what()));
  }
  return check;
}

bool needs_variants(const std::vector<StudySpec>& studies) {
  return std::any_of(studies.begin(), studies.end(), [](const StudySpec& spec) {
    const Group options{&spec.options, nullptr};
    const auto kind = std::find_if(study_kinds.begin(), study_kinds.end(),
                                   [&](const StudyKind& each) { return each.id == spec.id; });
    return is_compare(spec) || options.has("arms") ||
           (kind != study_kinds.end() && kind->of_variants);
  });
}

} // namespace sojourn
