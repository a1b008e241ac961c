// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "sim/engine/service_engine.hpp"

#include <algorithm>

// People who were served before and help others: how many there are is the capacity of a resource.
namespace sojourn::inline SOJOURN_WORLD {

void ServiceEngine::begin_helping(std::uint32_t agent, std::int32_t exit, Ticks now) {
  if (exit < 0 || plan_->exit_outcomes[static_cast<std::size_t>(exit)] != Outcome::served) {
    return;
  }
  Member* member = member_of(agent);
  const std::int32_t served = member == nullptr ? 1 : ++member->served;
  const auto number =
      member == nullptr ? no_member : static_cast<std::uint32_t>(member - members_.data());
  for (std::size_t i = 0; i < plan_->helpers.size(); ++i) {
    const PlanHelpers& helpers = plan_->helpers[i];
    const Address at{plan_->seed, replication_, plan_->identity_of(agent), helpers.name, 0};
    if (served >= helpers.after && falls_under(words(at, Purpose::help)[0], helpers.willing)) {
      help(i, number, now);
    }
  }
}

/// A member who is served again goes on from then.
void ServiceEngine::help(std::size_t which, std::uint32_t member, Ticks now) {
  const Ticks until = now + plan_->helpers[which].lasts;
  if (member != no_member) {
    Ticks& helps = helps_until_[member * plan_->helpers.size() + which];
    const bool already = helps != 0;
    helps = until;
    if (already) {
      return;
    }
  }
  events_.push(Rank::helps_no_more, {until, 0, member, 0, static_cast<std::int32_t>(which)});
  add_helpers(which, 1, now);
}

void ServiceEngine::on_help_ended(const Event& event) {
  const auto which = static_cast<std::size_t>(event.index);
  if (event.slot != no_member) {
    Ticks& helps = helps_until_[event.slot * plan_->helpers.size() + which];
    if (helps > event.time) {
      events_.push(Rank::helps_no_more, {helps, 0, event.slot, 0, event.index});
      return;
    }
    helps = 0;
  }
  add_helpers(which, -1, event.time);
}

void ServiceEngine::add_helpers(std::size_t which, std::int64_t n, Ticks now) {
  const PlanHelpers& helpers = plan_->helpers[which];
  helping_[which] += n;
  Station& station = station_of(helpers.resource);
  const std::int32_t places = helpers.places(helping_[which]), before = station.capacity();
  if (places == before) {
    return;
  }
  count_helpers(which, now);
  station.set_capacity(places);
  if (places > before) {
    serve(helpers.resource, now);
  }
}

/// The open hours of those who were there up to now.
void ServiceEngine::count_helpers(std::size_t which, Ticks now) {
  const auto resource = static_cast<std::size_t>(plan_->helpers[which].resource);
  const Ticks from = std::clamp(helpers_since_[which], plan_->warm_up, plan_->horizon);
  const Ticks to = std::clamp(now, plan_->warm_up, plan_->horizon);
  for (Ticks begin = from; begin < to;) {
    const Ticks end = std::min(to, (begin / ticks_per_hour + 1) * ticks_per_hour);
    const Ticks open =
        plan_->resources[resource].calendar.elapsed(begin, end) * stations_[resource].capacity();
    tally.resources[resource].open += open;
    if (by_hour()) {
      tally.hour(resource, begin).open += open;
    }
    begin = end;
  }
  helpers_since_[which] = now;
}

} // namespace sojourn::inline SOJOURN_WORLD
