// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/watch.hpp"
#include "tests/unit/sim/engine/together.hpp"

#include <algorithm>
#include <vector>

// Overhears what people are told in line, and how it turned out.
namespace sojourn::build {

/// One visit of somebody who waits in a line; minutes on the scenario's clock.
struct HeardInLine {
  std::uint32_t agent = 0;
  NodeIndex touchpoint = no_node;
  Ticks entered = 0, left = 0; // wall
  double told = -1;            // -1: no time
  std::int32_t before = -1;    // -1: no place in line
  double waited = 0;
  bool gave_up = false, refused = false;
  float verdict = 0, gap = 0, affect = 0, trust = 0;
};

class Listener final : public Onlooker {
public:
  explicit Listener(const Plan& plan) : plan_(&plan) {}
  [[nodiscard]] bool sees(const Traveller&) const override { return true; }
  void before(const State&) override {}
  void after(const PersonView<float>& person, const Ended& ended) override {
    const Traveller& who = ended.traveller;
    if (!plan_->nodes[static_cast<std::size_t>(who.node)].waits_in_queue) {
      return;
    }
    const auto minutes = [](Ticks ticks) {
      return static_cast<double>(ticks) / static_cast<double>(ticks_per_minute);
    };
    const Happening& visit = ended.happening;
    heard.push_back(
        {who.agent, who.node, who.entered, visit.left,
         who.announced.at < 0 ? -1 : minutes(who.announced.within), who.announced_before,
         minutes(plan_->clock.elapsed(who.entered, visit.waited_until)), visit.gave_up,
         visit.refused, person.get(Field::promise_verdict), person.get(Field::promise_gap),
         person.get(Field::affect), person.get(Field::trust)});
  }
  void left(const JourneyRow&, bool) override {}
  std::vector<HeardInLine> heard;

private:
  const Plan* plan_;
};

/// Of these people, in the order of their numbers; of one person in the order of visits.
inline std::vector<HeardInLine> overheard(const Scenario& scenario,
                                          const std::vector<Arrival>& people) {
  const Plan plan = plan_of(scenario);
  Listener listener(plan);
  ServiceEngine engine(plan, 0, false);
  engine.watch(&listener);
  engine.run_only(people);
  std::stable_sort(listener.heard.begin(), listener.heard.end(),
                   [](const HeardInLine& a, const HeardInLine& b) { return a.agent < b.agent; });
  return listener.heard;
}

/// Of a whole replication: those who came between warm-up and horizon.
inline std::vector<HeardInLine> overheard_all(const Plan& plan, std::uint32_t replication) {
  Listener listener(plan);
  ServiceEngine engine(plan, replication, false);
  engine.watch(&listener);
  engine.run();
  std::erase_if(listener.heard, [&plan](const HeardInLine& each) {
    return each.entered < plan.warm_up || each.entered >= plan.horizon;
  });
  return listener.heard;
}

inline AnnouncementSpec announcing(LineNews what, double factor = 1) {
  AnnouncementSpec spec;
  spec.what = what;
  spec.factor = factor;
  return spec;
}

/// Who is told a longer time leaves by the exit.
inline RowSpec too_long(int exit, double minutes) {
  RowSpec row = leave(exit, 0);
  row.share.reset();
  row.announced_longer_min = minutes;
  return row;
}

} // namespace sojourn::build
