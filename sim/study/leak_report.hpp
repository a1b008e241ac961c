// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/shapley.hpp"
#include "sim/study/findings.hpp"
#include "sim/study/leak_game.hpp"

namespace sojourn {

/// What one arm's coalitions say. Every number has its value in each replication.
class LeakReport {
public:
  /// `lenses`: measures, the value first. All outlive the report.
  LeakReport(const ArmPool& pool, const LeakGame& game, const std::vector<std::size_t>& lenses,
             int replications);

  /// Potential, realised, gap; Shapley, first-in, last-out by cause; interaction of pairs.
  void add_games(Findings& findings) const;
  /// Each cause's share by touchpoint and persona, from the ledgers: where value is lost.
  void add_shows(Findings& findings) const;
  /// Shares of cause x step, along sampled orders: where the cause acts.
  void add_starts(Findings& findings) const;
  /// What each step adds to value and deducts from it, as it is today.
  void add_steps(Findings& findings) const;
  /// Mean value of the worst journeys, potential and realised.
  void add_tail(Findings& findings, double share) const;
  void add_warnings(output::ResultData& result) const;
  [[nodiscard]] std::string words(const Findings& findings) const;

private:
  [[nodiscard]] About about(std::string quantity, std::string subject, std::size_t measure,
                            std::size_t group = 0) const;
  [[nodiscard]] std::size_t value() const { return lenses_->front(); }
  [[nodiscard]] const Scenario& scenario() const { return pool_->compared(game_->on).scenario; }
  [[nodiscard]] std::string place_name(std::size_t place) const;
  void add_game(Findings& findings, std::size_t measure, std::size_t group) const;
  void add_share(Findings& findings, const std::string& quantity, std::size_t measure,
                 std::size_t group, std::size_t cause, const output::Difference& share) const;
  void add_step(Findings& findings, std::size_t group, const std::string& step) const;
  [[nodiscard]] std::vector<const MoneyRecord*> records(std::size_t arm) const;

  const ArmPool* pool_;
  const LeakGame* game_;
  const std::vector<std::size_t>* lenses_;
  int replications_;
};

} // namespace sojourn
