// SPDX-License-Identifier: Apache-2.0
#include "sim/study/arm_pool.hpp"

#include "sim/study/batch.hpp"
#include "sim/study/compare.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// Later arms are not compared with each other: it would cost more than running one twice.
constexpr std::size_t kept_scenarios = 300;

std::string text_of(const Patch& patch) {
  std::string text = std::to_string(patch.on);
  for (const ChangeLine& line : patch.lines) {
    text += "\n" + line.text();
  }
  return text;
}

std::string first_message(const std::vector<Problem>& problems) {
  return problems.empty() ? "a study was refused" : problems.front().message;
}

} // namespace

StudyRefusal::StudyRefusal(std::vector<Problem> which)
    : std::runtime_error(first_message(which)), problems(std::move(which)) {}

ArmPool::ArmPool(const Loaded& loaded, const StudyInput& input, const Runnable& compared,
                 const StudyOptions& options, bool sharing)
    : loaded_(&loaded), input_(&input), compared_(&compared), options_(&options), sharing_(sharing),
      n_compared_(input.arms.size()), n_groups_(compared.plans.front().n_personas + 1) {
  for (std::size_t arm = 0; arm < n_compared_; ++arm) {
    const auto same =
        std::find_if(loaded.arms.begin(), loaded.arms.end(),
                     [&](const ArmSpec& other) { return other.id == input.arms[arm].id; });
    loaded_arm_.push_back(static_cast<std::size_t>(same - loaded.arms.begin()));
    arms_.push_back({{arm, {}}, input.arms[arm].scenario, {}});
  }
}

Scenario ArmPool::scenario_of(const Patch& patch, const StudySpec* blame) const {
  const ArmSpec& on = input_->arms[patch.on];
  if (patch.lines.empty()) {
    return on.scenario;
  }
  Patched patched = loaded_->patcher->patched(loaded_arm_[patch.on], patch.lines);
  if (auto* scenario = std::get_if<Scenario>(&patched)) {
    scenario->experiment = on.scenario.experiment; // the seed of the command line, too
    return std::move(*scenario);
  }
  std::vector<Problem> problems = std::get<std::vector<Problem>>(std::move(patched));
  for (Problem& problem : problems) {
    if (blame != nullptr) {
      const std::string why = "the study " + blame->id + " sets " +
                              problem.source_line.substr(0, 120) +
                              (problem.why.empty() ? "" : "; " + problem.why);
      problem = problem_at(blame->place, loaded_->path, loaded_->text, problem.message, why,
                           problem.hint);
    }
  }
  throw StudyRefusal(std::move(problems));
}

std::optional<std::size_t> ArmPool::equal_arm(const Scenario& scenario) const {
  for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
    if (arms_[arm].scenario && same_world(*arms_[arm].scenario, scenario)) {
      return arm;
    }
  }
  return std::nullopt;
}

namespace {
bool same_books(const Scenario& one, const Scenario& other) {
  return one.one_off_cost == other.one_off_cost &&
         relationship_per_week(one) == relationship_per_week(other);
}
} // namespace

std::size_t ArmPool::add(const Patch& patch, const StudySpec& blame) {
  ++n_asked_;
  const std::string text = text_of(patch);
  if (const auto known = by_text_.find(text); sharing_ && known != by_text_.end()) {
    return known->second;
  }
  Scenario scenario = scenario_of(patch, &blame);
  std::optional<std::size_t> arm;
  // Books are kept per arm: what an arm costs apart is no part of its world, but of its measures.
  if (sharing_ && arms_.size() <= kept_scenarios) {
    arm = equal_arm(scenario);
    if (arm && !same_books(*arms_[*arm].scenario, scenario)) {
      arm.reset();
    }
  }
  if (!arm) {
    arm = arms_.size();
    arms_.push_back({patch, std::nullopt, {}});
    if (arms_.size() <= kept_scenarios) {
      arms_.back().scenario = std::move(scenario);
    }
  }
  by_text_.emplace(text, *arm);
  return *arm;
}

const MoneyRecord& ArmPool::money(std::size_t arm, int replication) const {
  return arms_[arm].cells[static_cast<std::size_t>(replication)].value().money;
}

const LivedRecord& ArmPool::lived(std::size_t arm, int replication) const {
  return arms_[arm].cells[static_cast<std::size_t>(replication)].value().lived;
}

bool ArmPool::has(std::size_t arm, int replication) const {
  const auto& cells = arms_[arm].cells;
  return static_cast<std::size_t>(replication) < cells.size() &&
         cells[static_cast<std::size_t>(replication)].has_value() &&
         arms_[arm].is_whole(*cells[static_cast<std::size_t>(replication)]);
}

const Ratio& ArmPool::ratio(std::size_t arm, int replication, std::size_t measure,
                            std::size_t group) const {
  return arms_[arm]
      .cells[static_cast<std::size_t>(replication)]
      .value()
      .ratios[measure * n_groups_ + group];
}

std::vector<double> ArmPool::values(std::size_t arm, int n, std::size_t measure,
                                    std::size_t group) const {
  std::vector<double> column(static_cast<std::size_t>(n));
  for (int r = 0; r < n; ++r) {
    column[static_cast<std::size_t>(r)] = ratio(arm, r, measure, group).value();
  }
  return column;
}

void ArmPool::keep(std::size_t arm, int replication, CellRecord record) {
  auto& cells = arms_[arm].cells;
  const auto at = static_cast<std::size_t>(replication);
  if (cells.size() <= at) {
    cells.resize(at + 1);
  }
  cells[at] = std::move(record);
}

void ArmPool::adopt(const RunRecord& record) {
  adopted_ = record.replications;
  const std::size_t n = record.n_measures * record.n_groups;
  for (std::size_t arm = 0; arm < record.arms.size(); ++arm) {
    for (int r = 0; r < record.replications; ++r) {
      const auto from = record.arms[arm].ratios.begin() +
                        static_cast<std::ptrdiff_t>(static_cast<std::size_t>(r) * n);
      CellRecord cell;
      cell.ratios.assign(from, from + static_cast<std::ptrdiff_t>(n));
      if (arms_[arm].keeps_money) {
        cell.money = record.arms[arm].money[static_cast<std::size_t>(r)];
      }
      if (arms_[arm].keeps_lived) {
        cell.lived = record.arms[arm].lived[static_cast<std::size_t>(r)];
      }
      keep(arm, r, std::move(cell));
    }
  }
}

std::size_t ArmPool::n_missing(const std::vector<Cells>& wanted, int compared) const {
  std::vector<std::pair<std::size_t, int>> missing;
  for (const Cells& cells : wanted) {
    const int first = cells.arm < n_compared_ ? std::max(cells.first, compared) : cells.first;
    for (int r = first; r < cells.first + cells.n; ++r) {
      if (!has(cells.arm, r)) {
        missing.emplace_back(cells.arm, r);
      }
    }
  }
  std::sort(missing.begin(), missing.end());
  return static_cast<std::size_t>(std::unique(missing.begin(), missing.end()) - missing.begin());
}

bool ArmPool::run(const std::vector<Cells>& wanted, Executor& executor,
                  const std::function<void(double)>& on_cell,
                  const std::function<void()>& after_batch) {
  const auto batch_size = static_cast<std::size_t>(std::max(64, 16 * executor.threads()));
  std::vector<Cell> batch;
  double done = 0;
  const auto flush = [&] {
    const auto n = static_cast<double>(batch.size());
    const bool whole = batch.empty() ||
                       run_batch(batch, executor, [&](double share) { on_cell(done + n * share); });
    done += n;
    batch.clear();
    if (after_batch) {
      after_batch();
    }
    return whole;
  };
  for (const Cells& cells : wanted) {
    for (int r = cells.first; r < cells.first + cells.n; ++r) {
      const bool asked = std::any_of(batch.begin(), batch.end(), [&](const Cell& cell) {
        return cell.arm == cells.arm && cell.replication == r;
      });
      if (!asked && !has(cells.arm, r)) {
        batch.push_back({cells.arm, r});
      }
    }
    if (batch.size() >= batch_size && !flush()) {
      return false;
    }
  }
  return flush();
}

void ArmPool::pack(ByteWriter& writer) const {
  const CellRecord nothing;
  writer(arms_.size());
  for (const Arm& arm : arms_) {
    writer(arm.cells.size());
    for (const std::optional<CellRecord>& cell : arm.cells) {
      writer(cell.has_value());
      const CellRecord& kept = cell ? *cell : nothing;
      writer(kept.ratios);
      lay_out_money(writer, kept.money);
      lay_out_lived(writer, kept.lived);
    }
  }
}

void ArmPool::unpack(ByteReader& reader) {
  std::size_t n_arms = 0;
  reader(n_arms);
  if (n_arms != arms_.size()) {
    throw std::invalid_argument("a checkpoint holds other arms");
  }
  for (Arm& arm : arms_) {
    std::size_t n_cells = 0;
    reader(n_cells);
    for (std::size_t r = 0; r < n_cells; ++r) {
      bool known = false;
      CellRecord cell;
      reader(known);
      reader(cell.ratios);
      lay_out_money(reader, cell.money);
      lay_out_lived(reader, cell.lived);
      if (known) {
        keep(static_cast<std::size_t>(&arm - arms_.data()), static_cast<int>(r), std::move(cell));
      }
    }
  }
}

// Plans live as long as their batch: a study may have thousands of arms.
bool ArmPool::run_batch(const std::vector<Cell>& cells, Executor& executor,
                        const std::function<void(double)>& on_share) {
  if (options_->run.stop.asked()) {
    return false; // compiling takes time, too
  }
  Runnable runnable;
  std::map<std::size_t, std::size_t> place; // pool arm -> arm of this batch
  std::vector<Cell> local;
  for (const Cell& cell : cells) {
    const auto [at, fresh] = place.emplace(cell.arm, runnable.plans.size());
    if (fresh) {
      const Scenario scenario = scenario_of(arms_[cell.arm].patch, nullptr);
      runnable.plans.push_back(
          compile(scenario, input_->arms.front().scenario, PlanOptions{options_->journeys}));
      runnable.books.push_back(books_of(scenario));
    }
    local.push_back({at->second, cell.replication});
  }
  RunOptions run = options_->run;
  run.sampled_people = 0;
  Batch batch(runnable, run, local);
  batch.run(executor, on_share);
  bool whole = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (batch.whole(i)) {
      const std::size_t arm = local[i].arm;
      const Arm& of = arms_[cells[i].arm];
      const Tally& tally = batch.tally(i);
      keep(cells[i].arm, cells[i].replication,
           {ratios_of(compared_->measures, tally, runnable.books[arm]),
            of.keeps_money ? money_of(runnable.plans[arm], tally) : MoneyRecord{},
            of.keeps_lived ? lived_of(tally) : LivedRecord{}});
    }
    whole = whole && batch.whole(i);
  }
  return whole;
}

} // namespace sojourn
