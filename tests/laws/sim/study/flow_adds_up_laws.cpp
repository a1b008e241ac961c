// SPDX-License-Identifier: Apache-2.0
// Of 100 who start a hundred come to an end or are still under way, and whoever enters a touchpoint
// leaves it: in the result, in what the journey map draws of it, in the numbers it shows, and in
// who is helped and hurt. On random journeys with loops, jumps, starts in the middle, queues,
// people who give up, and worlds that stop too early.
#include "output/pictures/flow_layout.hpp"
#include "output/pictures/map_layout.hpp"
#include "output/text.hpp"
#include "sim/scenario/load.hpp"
#include "sim/study/compare.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>

using namespace sojourn;

namespace {

/// Writes one random journey.
class JourneyAuthor {
public:
  explicit JourneyAuthor(std::uint32_t seed) : luck_(seed) {}
  std::string scenario();

private:
  int up_to(int n) { return static_cast<int>(luck_() % static_cast<unsigned>(n + 1)); }
  std::string touchpoint(int at);
  std::string starts();
  std::string variants();

  std::mt19937 luck_;
  int n_ = 1, n_exits_ = 1;
  bool queues_ = false;
};

std::string JourneyAuthor::touchpoint(int at) {
  std::string text =
      output::text("  t{}:\n    takes: {{ exponential: {} min }}\n    feels: {{ mean: "
                   "{}, spread: 1 }}\n",
                   at, 1 + up_to(90), up_to(6) - 3);
  const bool waits = queues_ && up_to(2) > 0;
  text += waits ? "    needs: { desk: 1 }\n" : "";
  text += "    then:\n";
  int left = 90; // per cent that may go elsewhere
  std::vector<int> told = {at + 1};
  for (int i = up_to(3); i > 0; --i) {
    const int to = up_to(n_ - 1), share = up_to(left / 2);
    if (std::find(told.begin(), told.end(), to) == told.end()) {
      text += output::text("      - {{ to: t{}, share: {}% }}\n", to, share);
      told.push_back(to);
      left -= share;
    }
  }
  const int end = up_to(n_exits_ - 1), last = up_to(n_exits_ - 1);
  if (at + 1 < n_ || end != last) {
    text += output::text("      - {{ to: x{}, share: {}% }}\n", end, 5 + up_to(5));
  }
  if (waits && n_exits_ > 1 && end != 1 && (at + 1 < n_ || last != 1)) {
    text += "      - { to: x1, when: out_of_patience }\n";
  }
  return text + (at + 1 < n_ ? output::text("      - {{ to: t{}, share: rest }}\n", at + 1)
                             : output::text("      - {{ to: x{}, share: rest }}\n", last));
}

std::string JourneyAuthor::starts() {
  if (n_ < 3 || up_to(1) == 0) {
    return {};
  }
  const int middle = 1 + up_to(n_ - 2), share = 1 + up_to(60);
  return output::text("  start_at: {{ t0: {}%, t{}: {}% }}\n", 100 - share, middle, share);
}

std::string JourneyAuthor::variants() {
  std::string text = "variants:\n";
  for (int i = 0; i < 1 + up_to(1); ++i) {
    text += output::text("  v{}:\n    change: {{ touchpoints.t{}.feels.mean: {}, "
                         "touchpoints.t{}.takes: {} min }}\n",
                         i, up_to(n_ - 1), up_to(4), up_to(n_ - 1), 1 + up_to(200));
  }
  return text;
}

std::string JourneyAuthor::scenario() {
  n_ = 1 + up_to(8);
  n_exits_ = 1 + up_to(2);
  queues_ = up_to(2) > 0;
  std::string text = "sojourn: 1\npersonas:\n";
  const int personas = 1 + up_to(2);
  for (int p = 0; p < personas; ++p) {
    text += output::text("  p{}:\n    share: {}%\n    patience: {{ median: {} min, p90: {} min }}\n"
                         "    biases: {{ peak_end: {{}} }}\n",
                         p,
                         personas == 1 ? 100
                         : p > 0       ? 3
                                       : 100 - 3 * (personas - 1),
                         20 + up_to(200), 300 + up_to(900));
  }
  text += output::text("arrivals:\n  rate: {} per hour\n{}touchpoints:\n", 1 + up_to(5), starts());
  for (int at = 0; at < n_; ++at) {
    text += touchpoint(at);
  }
  constexpr const char* outcomes[] = {"served", "lost", "off-boarded"};
  text += "exits:\n";
  for (int e = 0; e < n_exits_; ++e) {
    text += output::text("  x{}: {{ outcome: {} }}\n", e, outcomes[e]);
  }
  text += queues_ ? output::text("resources: {{ desk: {{ capacity: {} }} }}\n", 1 + up_to(3)) : "";
  return text + variants() +
         output::text("experiment: {{ horizon: 2 days, run_out: {}, replications: 2, seed: {} }}\n",
                      up_to(2) == 0 ? "1 h" : "8 weeks", luck_());
}

output::ResultData simulated(const std::string& text) {
  const Loaded loaded = load_scenario_text(text, "random.yaml", {});
  INFO(text << (loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  const StudyInput input{loaded.arms, "", "", {}};
  StudyOptions options;
  options.run = settings_of(loaded.arms.front().scenario, 2);
  const Runnable runnable = prepare(input, options);
  return result_of(input, runnable,
                   run_arms(runnable, options.run, *make_executor(ExecutorKind::serial, 1)));
}

/// Which law a map breaks; empty where everything adds up.
class Sums {
public:
  Sums(const output::ResultData& result, std::size_t arm, std::size_t group)
      : result_(result), map_(result, arm, group),
        plan_(plan_flow(result, arm, group, output::flow_scale(result))), n_(map_.n_touchpoints()),
        n_to_(n_ + result.exits.size() + 1) {}

  [[nodiscard]] bool anybody() const { return start() > 0; }
  [[nodiscard]] std::string broken() const;

private:
  static bool near(double a, double b, double within = 1e-7) { return std::abs(a - b) <= within; }
  [[nodiscard]] double start() const {
    double sum = 0;
    for (std::size_t to = 0; to < n_to_; ++to) {
      sum += map_.flow(n_, to);
    }
    return sum;
  }
  [[nodiscard]] double at(std::size_t node, bool comes, double least) const;
  [[nodiscard]] double drawn(std::size_t node, bool comes) const;
  [[nodiscard]] std::string ends() const;

  const output::ResultData& result_;
  output::MapView map_;
  output::FlowPlan plan_;
  std::size_t n_, n_to_;
};

/// What comes to a touchpoint or leaves it, of moves of at least `least`.
double Sums::at(std::size_t node, bool comes, double least) const {
  double sum = 0;
  for (std::size_t i = 0; i < (comes ? n_ + 1 : n_to_); ++i) {
    const double amount = comes ? map_.flow(i, node) : map_.flow(node, i);
    sum += amount >= least ? amount : 0;
  }
  return sum;
}

double Sums::drawn(std::size_t node, bool comes) const {
  double sum = 0;
  for (const output::Ribbon& r : plan_.ribbons) {
    const bool ends = r.move == output::Move::served || r.move == output::Move::dropped;
    const bool arrives = r.move == output::Move::arrival;
    sum += comes ? (!ends && r.to == node ? r.amount : 0)
                 : (!arrives && r.from == node ? r.amount : 0);
  }
  return sum;
}

/// Ends and those still under way, exactly and as they are shown.
std::string Sums::ends() const {
  double all = 0, shown = 0, slack = 0;
  for (std::size_t to = n_; to < n_to_; ++to) {
    double end = 0;
    for (std::size_t from = 0; from <= n_; ++from) {
      end += map_.flow(from, to);
    }
    const std::string words = output::map_parts::per_hundred(end);
    all += end;
    shown += std::strtod(words.c_str(), nullptr);
    slack += words.find('.') == std::string::npos && end >= 9.95 ? 0.5 : 0.05;
  }
  return !near(all, 100)                   ? "ends and those under way are no hundred"
         : !near(shown, 100, slack + 1e-7) ? "ends as shown are no hundred, rounding allowed"
                                           : "";
}

std::string Sums::broken() const {
  if (!near(start(), 100)) {
    return "those who start are no hundred";
  }
  double left_out = 0;
  for (std::size_t t = 0; t < n_; ++t) {
    const double in = at(t, true, 0), stay = map_.flow(t, n_to_ - 1);
    if (!near(in, at(t, false, 0)) || !near(in, plan_.nodes[t].visits)) {
      return output::text("touchpoint {}: {} in, {} out, {} drawn", t, in, at(t, false, 0),
                          plan_.nodes[t].visits);
    }
    if (map_.visits(t) > in + 1e-7 || map_.visits(t) < in - stay - 1e-7) { // a visit ends or is cut
      return output::text("touchpoint {}: {} come, {} visits, {} still there", t, in,
                          map_.visits(t), stay);
    }
    for (const bool comes : {true, false}) {
      if (!near(drawn(t, comes), at(t, comes, output::least_drawn))) {
        return output::text("touchpoint {}: not all of what goes {} is drawn", t,
                            comes ? "in" : "out");
      }
    }
    left_out += at(t, false, 0) - at(t, false, output::least_drawn);
  }
  left_out += at(n_, false, 0) - at(n_, false, output::least_drawn);
  return near(plan_.not_drawn, left_out) ? ends() : "what is not drawn is not what is said of it";
}

/// Of those who finished in both designs: helped, hurt, and the rest.
std::string broken_fates(const output::ResultData& r) {
  for (std::size_t arm = 1; arm < r.arms.size(); ++arm) {
    for (std::size_t group = 0; group < r.n_groups(); ++group) {
      double sum = 0;
      for (const output::PairShare& each : r.pair_shares) {
        const bool mine =
            each.arm == static_cast<int>(arm) && each.group == static_cast<int>(group);
        sum += mine && each.fate <= static_cast<int>(output::Fate::same) ? each.estimate : 0;
      }
      if (std::isfinite(sum) && std::abs(sum - 1) > 1e-9) {
        return output::text("arm {}, group {}: fates add up to {}", arm, group, sum);
      }
    }
  }
  return {};
}

} // namespace

TEST_CASE("in every journey map and table of fates all adds up to 100 journeys", "[law][flow]") {
  int maps = 0, under_way = 0, loops = 0, fates = 0;
  for (std::uint32_t seed = 0; seed < 80; ++seed) {
    const std::string text = JourneyAuthor(seed).scenario();
    const output::ResultData r = simulated(text);
    INFO(text);
    for (std::size_t arm = 0; arm < r.arms.size(); ++arm) {
      for (std::size_t group = 0; group < r.n_groups(); ++group) {
        const Sums sums(r, arm, group);
        if (sums.anybody()) {
          ++maps;
          REQUIRE(sums.broken() == "");
        }
      }
      const output::FlowPlan plan = plan_flow(r, arm, 0, 1);
      under_way += std::any_of(plan.ribbons.begin(), plan.ribbons.end(), [&](const auto& ribbon) {
        return ribbon.move == output::Move::dropped && ribbon.to == r.exits.size();
      });
      loops += std::any_of(plan.ribbons.begin(), plan.ribbons.end(),
                           [](const auto& ribbon) { return ribbon.move == output::Move::loop; });
    }
    REQUIRE(broken_fates(r) == "");
    fates += static_cast<int>(r.pair_shares.size());
  }
  CHECK(maps > 300); // and they are of every kind
  CHECK(under_way > 20);
  CHECK(loops > 60);
  CHECK(fates > 500);
}

TEST_CASE("a map or a table of fates that does not add up is seen", "[law][flow]") {
  std::uint32_t seed = 0;
  std::string text = JourneyAuthor(seed).scenario();
  while (text.find("  t3:") == std::string::npos) {
    text = JourneyAuthor(++seed).scenario();
  }
  const output::ResultData right = simulated(text);
  REQUIRE(Sums(right, 0, 0).broken() == "");
  const std::size_t n = right.touchpoints.size(), n_to = n + right.exits.size() + 1;
  for (const std::size_t cell : {std::size_t{1}, n_to + 2, 2 * n_to + n, n * n_to}) {
    output::ResultData wrong = right;
    wrong.map.flow[cell] += 0.6;
    CHECK(Sums(wrong, 0, 0).broken() != "");
  }
  output::ResultData wrong = right;
  wrong.map.visits[0] += 1;
  CHECK(Sums(wrong, 0, 0).broken() != "");
  wrong = right;
  wrong.pair_shares.front().estimate += 0.01;
  CHECK(broken_fates(wrong) != "");
}
