// SPDX-License-Identifier: Apache-2.0
#include "sim/study/leakage.hpp"

#include "output/text.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/study/leak_report.hpp"

#include <algorithm>

namespace sojourn {
namespace {

constexpr std::size_t most_players = 32;

bool is_any(const std::vector<Measure>& measures, std::size_t i,
            std::initializer_list<MeasureKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), measures[i].kind) != kinds.end();
}

/// Value first; then how it is lived, how it is remembered, and what it is to the provider.
std::vector<std::size_t> lenses_of(const StudyContext& context) {
  using K = MeasureKind;
  const std::vector<Measure>& measures = context.measures;
  const auto value = find_measure(measures, "net_benefit");
  std::vector<std::size_t> lenses;
  if (const auto first = value ? value : find_measure(measures, "value")) {
    lenses.push_back(*first);
  } else {
    refuse_study(context, "nothing in this scenario has a value",
                 "potential and leakage are sums of money",
                 "say what service is worth under `value`, or write an `outcome`");
  }
  if (Group{&context.spec.options, nullptr}.has("measures")) {
    for (const std::size_t measure : measures_of(context)) {
      if (measure != lenses.front()) {
        lenses.push_back(measure);
      }
    }
    return lenses;
  }
  const bool net = find_measure(measures, "net_value").has_value();
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (is_any(measures, i, {K::experienced, K::remembered_experience}) ||
        measures[i].kind == (net ? K::net_value : K::cost)) {
      lenses.push_back(i);
    }
  }
  return lenses;
}

class Leakage : public FixedStudy {
public:
  explicit Leakage(const StudyContext& context) : FixedStudy(context), lenses_(lenses_of(context)) {
    const Group options{&context.spec.options, nullptr};
    starts_ = options.number("starts", 1) != 0;
    tail_share_ = options.number("tail", tail_share_);
    on_ = options.has("arms") ? variants_of(context) : std::vector<std::size_t>{};
    on_.insert(on_.begin(), 0);
  }

  void design(ArmPool& pool) override {
    if (context().loaded.patcher->ideals().empty()) {
      refuse_study(context(), "nobody says what full potential means",
                   "leakage is measured against the ideals of its causes",
                   "write value.ideal with a set of changes for each cause");
    }
    for (const std::size_t on : on_) {
      games_.push_back({on, Ideals(context(), pool, on), {}, {}, {}, {}});
      design_coalitions(pool, games_.back());
      if (starts_) {
        design_orders(pool, games_.back());
      }
    }
  }

  [[nodiscard]] std::vector<Cells> next(const ArmPool& pool) override {
    std::vector<Cells> wanted = FixedStudy::next(pool);
    for (const LeakGame& game : games_) {
      for (std::size_t r = 0; r < game.orders.size(); ++r) {
        add_walk(game, static_cast<int>(r), wanted);
      }
    }
    return pool.n_missing(wanted) > 0 ? wanted : std::vector<Cells>{};
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData& result) const override {
    Findings findings(
        info("Where does value leak, and what would closing it be worth?", "shapley"));
    for (const LeakGame& game : games_) {
      const LeakReport report(pool, game, lenses_, replications());
      report.add_games(findings);
      report.add_shows(findings);
      if (!game.orders.empty()) {
        report.add_starts(findings);
      }
      report.add_steps(findings);
      report.add_tail(findings, tail_share_);
      findings.info.reading += (findings.info.reading.empty() ? "" : " ") + report.words(findings);
      report.add_warnings(result);
    }
    return findings;
  }

private:
  void design_coalitions(ArmPool& pool, LeakGame& game) {
    for (std::size_t leaking = 0; leaking < std::size_t{1} << game.n_causes(); ++leaking) {
      const std::size_t arm = add(pool, game.ideals.patch(game.closed_for_causes(leaking)));
      check_places(pool, game, arm);
      pool.keep_money(arm);
      game.coalitions.push_back(arm);
    }
  }

  /// Where value is lost can only be compared where the same touchpoints are.
  void check_places(const ArmPool& pool, const LeakGame& game, std::size_t arm) const {
    const auto ids = [](const Scenario& scenario) {
      std::vector<std::string> all;
      for (const TouchpointSpec& touchpoint : scenario.touchpoints) {
        all.push_back(touchpoint.id);
      }
      return all;
    };
    if (ids(pool.scenario_of_arm(arm)) != ids(context().arms[game.on].scenario)) {
      refuse_study(context(), "an ideal adds or removes a touchpoint",
                   "where value is lost could not be compared",
                   "change shares and times instead; a share of 0% closes a way");
    }
  }

  void design_orders(ArmPool& pool, LeakGame& game) {
    game.players = players_of(game.ideals);
    if (game.players.size() > most_players) {
      refuse_study(context(), output::text("the ideals act in {} places", game.players.size()),
                   output::text("where leakage starts is asked for at most {}", most_players),
                   "say starts: false");
    }
    const std::uint64_t seed = context().arms.front().scenario.experiment.seed_value;
    for (int r = 0; r < replications(); ++r) {
      game.orders.push_back(
          random_order(seed, static_cast<std::uint32_t>(r), static_cast<int>(game.players.size())));
      std::vector<int> back(game.orders.back().rbegin(), game.orders.back().rend());
      for (const std::vector<int>& order : {game.orders.back(), back}) {
        for (const std::uint64_t mask : masks_along(order)) {
          if (game.player_arms.count(mask) == 0) {
            const Patch patch = game.ideals.patch(game.closed_for_players(mask));
            game.player_arms.emplace(mask, pool.add(patch, context().spec));
          }
        }
      }
    }
  }

  static void add_walk(const LeakGame& game, int replication, std::vector<Cells>& wanted) {
    const std::vector<int>& order = game.orders[static_cast<std::size_t>(replication)];
    const std::vector<int> back(order.rbegin(), order.rend());
    for (const std::vector<int>& walk : {order, back}) {
      for (const std::uint64_t mask : masks_along(walk)) {
        wanted.push_back({game.player_arms.at(mask), replication, 1});
      }
    }
  }

  std::vector<std::size_t> lenses_, on_;
  bool starts_ = true;
  double tail_share_ = 0.05;
  std::vector<LeakGame> games_;
};

} // namespace

std::unique_ptr<Study> make_leakage(const StudyContext& context) {
  return std::make_unique<Leakage>(context);
}

} // namespace sojourn
