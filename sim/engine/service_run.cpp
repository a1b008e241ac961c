// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/design_in_force.hpp"
#include "sim/engine/service_engine.hpp"

#include <algorithm>

// A replication from the first arrival to the last moment.
namespace sojourn::inline SOJOURN_WORLD {

void ServiceEngine::run(const Interrupt& interrupt) {
  constexpr std::int64_t events_between = 4096;
  look_ahead();
  expect_members();
  const Ticks last = plan_->horizon + plan_->run_out;
  for (std::int64_t n = 1;; ++n) {
    if (n % events_between == 0 && interrupt && interrupt()) {
      throw Interrupted{};
    }
    // An arrival comes after everything else at its moment.
    const Arrival& next = coming_[next_];
    const bool arrival = events_.empty() || events_.top().time > next.at;
    const Ticks now = arrival ? next.at : events_.top().time;
    if (now > last || (now >= plan_->horizon && counted_present_ == 0)) {
      break;
    }
    if (uses(now >= next_look_)) {
      look_at_design(next_look_); // servers who come now may begin something before `now`
      continue;
    }
    if (arrival) {
      if (!uses(plan_->word_of_mouth.present || plan_->ratings.present)) {
        arrive(next, {}, &coming_luck_[next_]);
      } else if (is_new(next)) {
        come(next, {what_is_said(next)}, &coming_luck_[next_]);
      }
      if (++next_ == coming_.size()) {
        look_ahead();
      }
    } else {
      handle(events_.pop());
    }
  }
  close_lines();
  leave_those_present(last);
  tally.events = events_.scheduled();
}

/// Several at a time: the processor draws their luck side by side.
void ServiceEngine::look_ahead() {
  for (Arrival& arrival : coming_) {
    arrivals_.next_into(arrival);
  }
  for (std::size_t i = 0; i < n_coming; i += Walk::visits_abreast) {
    walk_.draw_first_visits(&coming_[i], &coming_luck_[i]);
  }
  next_ = 0;
}

void ServiceEngine::leave_those_present(Ticks now) {
  for (std::uint32_t slot = 0; slot < agents_.size(); ++slot) {
    const Agent& agent = agents_[slot];
    if (!agent.present) {
      continue;
    }
    if (agent.counted) {
      tally.add_move(agent.traveller.persona, agent.traveller.node, unfinished());
    }
    leave(slot, -1, now);
  }
}

void ServiceEngine::run_only(const std::vector<Arrival>& people) {
  for (const Arrival& person : people) {
    while (!events_.empty() && events_.top().time <= person.at) {
      handle(events_.pop());
    }
    arrive(person, {});
  }
  while (!events_.empty()) {
    handle(events_.pop());
  }
  close_lines();
}

/// Adds those who were there up to now to the hours they were there.
void ServiceEngine::count_present(Ticks now) {
  while (present_hour_ < tally.present.size()) {
    const Ticks to = std::min(now, present_hour_ends_);
    tally.present[present_hour_] += n_present_ * (to - present_since_);
    present_since_ = to;
    if (to == now) {
      break;
    }
    ++present_hour_;
    present_hour_ends_ += ticks_per_hour;
  }
}

Tally run_service(const Plan& plan, std::uint32_t replication, RowSink* rows,
                  const Interrupt& interrupt) {
  DesignInForce design(plan);
  ServiceEngine engine(design.plan(), replication, rows != nullptr);
  design.follow(engine);
  engine.run(interrupt);
  if (rows != nullptr) {
    std::sort(engine.rows.begin(), engine.rows.end(),
              [](const JourneyRow& a, const JourneyRow& b) { return a.agent < b.agent; });
    for (const JourneyRow& row : engine.rows) {
      rows->add(row);
    }
  }
  return std::move(engine.tally);
}

} // namespace sojourn::inline SOJOURN_WORLD
