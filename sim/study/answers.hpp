// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

#include <memory>
#include <string>
#include <vector>

namespace sojourn {

/// All studies of a run: designed before anything runs, run after the comparison on the pool they
/// share, reported into its result.
class Answers {
public:
  /// Makes and designs them; throws StudyRefusal. The arguments outlive it.
  Answers(const Loaded& loaded, const StudyInput& input, const Runnable& runnable,
          const StudyOptions& options, const std::vector<StudySpec>& studies, bool sharing = true);
  Answers(const Answers&) = delete;
  Answers& operator=(const Answers&) = delete;
  ~Answers();

  /// Runs (one replication of one arm) that the designs ask for beside `compared` replications of
  /// the compared arms. Adaptive studies may ask for more or fewer later.
  [[nodiscard]] std::size_t n_runs(int compared) const;
  /// "ablate: 9 arms; robust: 108 arms; 111 different ones", empty without studies.
  [[nodiscard]] std::string design_words() const;

  /// False when it was asked to stop first. `on_run` is told the runs done and expected.
  /// `after_batch` whenever something more has been kept.
  bool run(const RunRecord& compared, Executor& executor,
           const std::function<void(const Progress&)>& progress,
           const std::function<void()>& after_batch = {});
  /// Runs of everything so far, the comparison's included.
  [[nodiscard]] std::size_t runs_done() const { return runs_done_; }
  void pack(ByteWriter& writer) const { pool_.pack(writer); }
  void unpack(ByteReader& reader) { pool_.unpack(reader); }
  /// Findings of the studies that are complete; a warning names the others. Then what
  /// was changed on the way in the comparison, and what its unfinished journeys leave open.
  void report(output::ResultData& result) const;

private:
  struct Entry {
    std::string id;
    std::unique_ptr<Study> study;
    std::size_t n_arms = 0; // asked for, shared ones included
    bool done = false;
  };
  void add(const StudyContext& context);
  bool run_study(Entry& entry, Executor& executor,
                 const std::function<void(const Progress&)>& progress,
                 const std::function<void()>& after_batch);

  ArmPool pool_;
  const std::vector<ArmSpec>* arms_;
  const Runnable* runnable_;
  std::vector<Entry> entries_;
  std::optional<Findings> on_the_way_, left_open_; // of the comparison
  std::size_t runs_done_ = 0, runs_expected_ = 0;
};

/// The studies of a run: those written, or with `names` those named, with the options written for
/// them. Throws std::invalid_argument for a name that is no study.
[[nodiscard]] std::vector<StudySpec> chosen_studies(const std::vector<StudySpec>& written,
                                                    const std::vector<std::string>& names);

/// What the declared studies will ask for, without running anything.
struct DesignCheck {
  std::vector<Problem> problems; // why a design cannot be run
  std::string words;             // design_words(); empty without studies beside compare
  std::size_t arms = 1;          // compared in a run
  std::size_t further_runs = 0;  // beside the comparison's
};
/// `loaded` is sound. Throws nothing.
[[nodiscard]] DesignCheck check_designs(const Loaded& loaded);

/// The arms of a run of `loaded`: the baseline alone, or with the variants named; without names all
/// variants, or with `variants` false none.
[[nodiscard]] StudyInput input_of(const Loaded& loaded, const std::vector<std::string>& names,
                                  bool variants);

/// Whether the variants must be run: compare, or a study that looks at variants.
[[nodiscard]] bool needs_variants(const std::vector<StudySpec>& studies);

} // namespace sojourn
