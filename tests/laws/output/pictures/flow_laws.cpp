// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/flow_layout.hpp"

#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

using Catch::Matchers::WithinAbs;

/// What leaves (or reaches) a node, drawn, in px; arrivals from above take no room.
double stacked(const FlowPlan& plan, std::size_t node, bool leaving) {
  double sum = 0;
  for (const Ribbon& r : plan.ribbons) {
    const bool at_source = leaving && r.move != Move::arrival && r.from == node;
    const bool at_target =
        !leaving && r.move != Move::served && r.move != Move::dropped && r.to == node;
    sum += at_source || at_target ? r.amount * plan.scale : 0;
  }
  return sum;
}

} // namespace

TEST_CASE("what comes in, what goes out and the height of a node are the same") {
  const ResultData r = sample::incident();
  for (std::size_t arm = 0; arm < r.arms.size(); ++arm) {
    for (std::size_t group = 0; group < r.n_groups(); ++group) {
      const FlowPlan plan = plan_flow(r, arm, group, flow_scale(r));
      for (std::size_t t = 0; t < plan.nodes.size(); ++t) {
        const double slack = plan.not_drawn * plan.scale + 1e-9;
        const double height = plan.nodes[t].visits * plan.scale;
        CHECK_THAT(stacked(plan, t, true), WithinAbs(height, slack));
        CHECK_THAT(stacked(plan, t, false), WithinAbs(height, slack));
      }
    }
  }
}

TEST_CASE("a flow that does not add up is seen") {
  ResultData r = sample::incident();
  r.map.flow[1] += 10; // ten more people reach the second column than left it
  const FlowPlan plan = plan_flow(r, 0, 0, flow_scale(r));
  CHECK(std::abs(stacked(plan, 0, true) - plan.nodes[0].visits * plan.scale) > 1);
}

TEST_CASE("everybody who starts ends: exits add up to a hundred") {
  const ResultData r = sample::incident();
  for (std::size_t arm = 0; arm < r.arms.size(); ++arm) {
    const FlowPlan plan = plan_flow(r, arm, 0, 1);
    double all = 0;
    for (const FlowNode& exit : plan.exits) {
      all += exit.visits;
    }
    CHECK_THAT(all, WithinAbs(100, 1e-6));
  }
}

TEST_CASE("ends of ribbons lie inside their nodes and do not overlap") {
  const ResultData r = sample::incident();
  const FlowPlan plan = plan_flow(r, 0, 0, flow_scale(r));
  for (const Ribbon& ribbon : plan.ribbons) {
    const double half = ribbon.amount * plan.scale / 2;
    if (ribbon.move != Move::arrival) {
      const FlowNode& from = plan.nodes[ribbon.from];
      CHECK(ribbon.y_from - half >= from.top - 1e-9);
      CHECK(ribbon.y_from + half <= from.bottom + 1e-9);
    }
    for (const Ribbon& other : plan.ribbons) {
      if (&other != &ribbon && ribbon.move != Move::arrival && other.move != Move::arrival &&
          other.from == ribbon.from) {
        CHECK(std::abs(other.y_from - ribbon.y_from) >=
              half + other.amount * plan.scale / 2 - 1e-9);
      }
    }
  }
}

TEST_CASE("levels of arcs that overlap in columns do not overlap in height") {
  const ResultData r = sample::incident();
  const FlowPlan plan = plan_flow(r, 0, 0, flow_scale(r));
  const auto last = [&](const Ribbon& x) {
    return x.move == Move::served ? plan.nodes.size() : std::max(x.from, x.to);
  };
  const auto first = [](const Ribbon& x) {
    return x.move == Move::served ? x.from : std::min(x.from, x.to);
  };
  for (const Ribbon& a : plan.ribbons) {
    for (const Ribbon& b : plan.ribbons) {
      if (&a != &b && a.arc && b.arc && first(a) < last(b) && first(b) < last(a)) {
        CHECK(std::abs(a.level - b.level) >= (a.amount + b.amount) * plan.scale / 2);
      }
    }
    CHECK((a.move != Move::loop || a.level > 0));
    CHECK((a.move != Move::jump || a.level < 0));
  }
}

TEST_CASE("a loop to the same touchpoint is a loop") {
  ResultData r = sample::of_size({1, 0, 3, 1, 0}, "x");
  r.map.flow[0] = 40; // from 0 to 0
  const FlowPlan plan = plan_flow(r, 0, 0, 0.3);
  CHECK(std::any_of(plan.ribbons.begin(), plan.ribbons.end(), [](const Ribbon& x) {
    return x.move == Move::loop && x.from == 0 && x.to == 0 && x.level > 0;
  }));
}

} // namespace sojourn::output
