// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/load.hpp"
#include "sim/study/bytes.hpp"
#include "sim/study/compare.hpp"

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

// The one runner of all studies: arms are asked for as patches, equal worlds are run once, and each
// replication of each arm is run at most once, whoever asks for it.
namespace sojourn {

/// Why a study cannot be run; places are in the scenario file.
class StudyRefusal : public std::runtime_error {
public:
  explicit StudyRefusal(std::vector<Problem> problems);
  std::vector<Problem> problems;
};

/// An arm: a compared arm (0: the baseline) with further changes.
struct Patch {
  std::size_t on = 0;
  std::vector<ChangeLine> lines;
};

/// Replications [first, first + n) of one arm.
struct Cells {
  std::size_t arm = 0;
  int first = 0, n = 0;
};

/// What a replication of an arm leaves behind.
struct CellRecord {
  std::vector<Ratio> ratios; // [measure][group]
  MoneyRecord money;         // only of arms whose books are kept
  LivedRecord lived;         // only of arms whose moments are kept
};

class ArmPool {
public:
  /// Compared arms are arms 0, 1, … of the pool. `sharing` off: every patch is an arm of its own
  /// and is run, for tests that runs are what they seem.
  ArmPool(const Loaded& loaded, const StudyInput& input, const Runnable& compared,
          const StudyOptions& options, bool sharing = true);

  /// The arm of a patch: an arm there is already where the worlds are equal. Throws StudyRefusal
  /// with what is wrong about the changes, placed at `blame`.
  std::size_t add(const Patch& patch, const StudySpec& blame);

  /// From now on the books of this arm's replications are kept.
  void keep_money(std::size_t arm) { arms_[arm].keeps_money = true; }
  [[nodiscard]] const MoneyRecord& money(std::size_t arm, int replication) const;
  /// The same for what was lived at each touchpoint.
  void keep_lived(std::size_t arm) { arms_[arm].keeps_lived = true; }
  [[nodiscard]] const LivedRecord& lived(std::size_t arm, int replication) const;
  /// The scenario of a patch. Throws StudyRefusal as `add` does.
  [[nodiscard]] Scenario scenario(const Patch& patch, const StudySpec& blame) const {
    return scenario_of(patch, &blame);
  }
  [[nodiscard]] Scenario scenario_of_arm(std::size_t arm) const {
    return scenario_of(arms_[arm].patch, nullptr);
  }

  [[nodiscard]] std::size_t n_arms() const { return arms_.size(); }
  [[nodiscard]] std::size_t n_compared() const { return n_compared_; }
  [[nodiscard]] const std::vector<Measure>& measures() const { return compared_->measures; }
  [[nodiscard]] std::size_t n_groups() const { return n_groups_; }
  /// What an arm simulates.
  [[nodiscard]] Scenario scenario(std::size_t arm) const {
    return scenario_of(arms_[arm].patch, nullptr);
  }
  [[nodiscard]] const ArmSpec& compared(std::size_t arm) const { return input_->arms[arm]; }

  [[nodiscard]] bool has(std::size_t arm, int replication) const;
  [[nodiscard]] const Ratio& ratio(std::size_t arm, int replication, std::size_t measure,
                                   std::size_t group) const;
  /// One value per replication of [0, n); missing where there is none. All must have been run.
  [[nodiscard]] std::vector<double> values(std::size_t arm, int n, std::size_t measure,
                                           std::size_t group) const;

  /// Takes over what the comparison has run.
  void adopt(const RunRecord& record);
  /// Replications of the comparison; 0 before it has run.
  [[nodiscard]] int adopted() const { return adopted_; }
  /// Cells of `wanted` that nobody has run yet, each counted once. `compared`: as if so many
  /// replications of the compared arms had been run.
  [[nodiscard]] std::size_t n_missing(const std::vector<Cells>& wanted, int compared = 0) const;
  /// Runs them. False when it was asked to stop before all were done. `on_cell` is told the number
  /// of cells done, fractions included, one call at a time.
  /// `after_batch` whenever some cells more are kept.
  bool run(const std::vector<Cells>& wanted, Executor& executor,
           const std::function<void(double)>& on_cell,
           const std::function<void()>& after_batch = {});
  /// Everything that was run, for a checkpoint. A pool of the same design takes it back; throws
  /// std::invalid_argument for another's.
  void pack(ByteWriter& writer) const;
  void unpack(ByteReader& reader);
  /// Arms that have been asked for, equal ones included.
  [[nodiscard]] std::size_t n_asked() const { return n_asked_; }

private:
  struct Arm {
    Patch patch;
    std::optional<Scenario> scenario; // kept for the first arms, so that equal ones are found
    std::vector<std::optional<CellRecord>> cells; // [replication]
    bool keeps_money = false, keeps_lived = false;
    /// Whether the cell has all that is kept of this arm.
    [[nodiscard]] bool is_whole(const CellRecord& cell) const {
      return (!keeps_money || cell.money.n_touchpoints > 0) &&
             (!keeps_lived || !cell.lived.touchpoints.empty());
    }
  };
  [[nodiscard]] Scenario scenario_of(const Patch& patch, const StudySpec* blame) const;
  [[nodiscard]] std::optional<std::size_t> equal_arm(const Scenario& scenario) const;
  bool run_batch(const std::vector<Cell>& cells, Executor& executor,
                 const std::function<void(double)>& on_share);
  void keep(std::size_t arm, int replication, CellRecord record);

  const Loaded* loaded_;
  const StudyInput* input_;
  const Runnable* compared_;
  const StudyOptions* options_;
  bool sharing_;
  std::size_t n_compared_, n_groups_, n_asked_ = 0;
  int adopted_ = 0;
  std::vector<std::size_t> loaded_arm_; // [compared arm]: its place among all arms of the file
  std::vector<Arm> arms_;
  std::map<std::string, std::size_t> by_text_; // patches asked for before
};

} // namespace sojourn
