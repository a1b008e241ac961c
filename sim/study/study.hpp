// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"
#include "sim/scenario/load.hpp"
#include "sim/study/arm_pool.hpp"
#include "sim/study/findings.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// A study is a list of arms on the same people and the same luck, and a way to read them.
namespace sojourn {

/// What a study is made from. All outlive it.
struct StudyContext {
  const Loaded& loaded;
  const StudySpec& spec;
  const std::vector<Measure>& measures;
  const std::vector<ArmSpec>& arms; // compared in this run, baseline first
  int replications = 30;            // where the study does not say
};

class Study {
public:
  Study() = default;
  Study(const Study&) = delete;
  Study& operator=(const Study&) = delete;
  virtual ~Study() = default;

  /// Adds its arms to the pool. Throws StudyRefusal, before anything runs, where the design cannot
  /// be run.
  virtual void design(ArmPool& pool) = 0;
  /// What it wants run now; empty once it knows enough. Asked again after each answer.
  [[nodiscard]] virtual std::vector<Cells> next(const ArmPool& pool) = 0;
  /// What it found out. Everything it asked for has been run. `result` holds the comparison; a
  /// study with data of its own shape puts it there.
  [[nodiscard]] virtual Findings report(const ArmPool& pool, output::ResultData& result) const = 0;
};

/// A study whose arms are all known beforehand and are run equally often.
class FixedStudy : public Study {
public:
  explicit FixedStudy(const StudyContext& context);
  [[nodiscard]] std::vector<Cells> next(const ArmPool& pool) override;

protected:
  /// An arm of the pool that is run with the others.
  std::size_t add(ArmPool& pool, const Patch& patch);
  [[nodiscard]] const StudyContext& context() const { return context_; }
  [[nodiscard]] int replications() const { return replications_; }
  [[nodiscard]] const std::vector<std::size_t>& measures() const { return measures_; }
  /// `headline`: the quantity that answers the question in short.
  [[nodiscard]] output::StudyInfo info(std::string question, std::string headline) const;

private:
  StudyContext context_;
  int replications_;
  std::vector<std::size_t> measures_;
  std::vector<std::size_t> arms_; // of the pool, each once
};

struct StudyKind {
  std::string_view id;
  /// Null where the run's own estimates say everything that was asked.
  std::unique_ptr<Study> (*make)(const StudyContext&);
  bool of_variants = false; // it looks at the variants even where no `arms` are named
};

/// Every study. The arms of compare are run and estimated before any other.
extern const std::vector<StudyKind> study_kinds;
[[nodiscard]] std::vector<std::string> study_ids();

/// A sentence about a design that cannot be run, placed at the study's entry in the scenario.
[[noreturn]] void refuse_study(const StudyContext& context, const std::string& message,
                               const std::string& why = {}, const std::string& hint = {});

/// Gathers what several checks refuse, so that all of it is told at once.
class Refusals {
public:
  template <class Check> void of(const Check& check) {
    try {
      check();
    } catch (const StudyRefusal& refusal) {
      problems_.insert(problems_.end(), refusal.problems.begin(), refusal.problems.end());
    }
  }
  /// Throws StudyRefusal where any check did.
  void raise() {
    if (!problems_.empty()) {
      throw StudyRefusal(std::move(problems_));
    }
  }

private:
  std::vector<Problem> problems_;
};

/// The options all studies share, as written or as the run has them.
[[nodiscard]] int replications_of(const StudyContext& context);
/// Indices into context.measures; all measures where the study names none.
[[nodiscard]] std::vector<std::size_t> measures_of(const StudyContext& context);
/// `{ measure: amount … }`: what is said of each measure, by its index, in its unit. Refuses an
/// amount in another unit, one that is not above 0, and a measure that this scenario lacks.
[[nodiscard]] std::map<std::size_t, double> amounts_of(const StudyContext& context,
                                                       const Node* group);
/// The same for one amount of one measure.
[[nodiscard]] double amount_of(const StudyContext& context, const Node& amount,
                               std::size_t measure);
/// Indices into context.arms of the variants the study names; all variants where it names none.
/// Refuses one that this run leaves out.
[[nodiscard]] std::vector<std::size_t> variants_of(const StudyContext& context);

} // namespace sojourn
