// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "sim/engine/walk.hpp"

#include <algorithm>

// Waiting: patience, news and what silence and queues feel like.
namespace sojourn::inline SOJOURN_WORLD {

Ticks Walk::job_work(const Traveller& traveller, const Job& job) const {
  Address at = address(traveller);
  at.occurrence = job.n;
  const std::uint32_t word = words(at, Purpose::job)[0];
  const float minutes = at_word<float>(node_of(traveller).work.takes, plan_->tables.rows(), word);
  return ticks_of(static_cast<double>(minutes));
}

template <class P>
Ticks Walk::patience_end(const P& person, const Traveller& traveller, std::uint32_t nth_news,
                         Ticks from) const {
  const std::size_t at = static_cast<std::size_t>(traveller.persona) * plan_->n_touchpoints +
                         static_cast<std::size_t>(traveller.node);
  if (plan_->has_patience[at] == 0) {
    return never;
  }
  constexpr std::uint32_t last_draw = 4 * 255 + 3; // later news find the last draw again
  const std::uint32_t draw = std::min(nth_news, last_draw);
  std::uint32_t word =
      words(address(traveller), Purpose::patience, static_cast<std::uint8_t>(draw / 4))[draw % 4];
  const bool leaves =
      record_of(traveller).patience_to >= static_cast<NodeIndex>(plan_->n_touchpoints);
  if (const float tilt = person.get(Field::tilt_wait); leaves && tilt != 0.0F) {
    const double survival = patience_uniform(1 - uniform_open(word), static_cast<double>(tilt));
    word = static_cast<std::uint32_t>(std::clamp((1 - survival) * 0x1p32, 0.0, 0x1p32 - 1));
  }
  float minutes = at_word<float>(plan_->patience[at], plan_->tables.rows(), word);
  if (uses(!plan_->culture.empty())) {
    minutes *= bend(traveller.persona, traveller.agent, CultureTarget::patience);
  }
  // What was told of this very wait counts before what was promised of the journey.
  const HeardPromise& promise =
      traveller.announced.at >= 0 ? traveller.announced : traveller.promise;
  if (uses(promise.at >= 0) && !promise.judged) {
    const Ticks left = promise.within - plan_->clock.elapsed(promise.at, from);
    const auto announced = static_cast<float>(minutes_of(std::max<Ticks>(0, left)));
    minutes = patience_anchored(minutes, announced, announcement_pull(person));
    minutes = patience_past(person, minutes, announced);
  }
  constexpr float endless = 1e9F; // about 1,900 years
  return plan_->clock.after(from, ticks_of(static_cast<double>(min(minutes, endless))));
}

Ticks Walk::update_at(const Traveller& traveller, std::uint32_t n) const {
  const Ticks every = node_of(traveller).updates_every;
  return every == 0 ? never
                    : plan_->clock.after(traveller.entered, every * (static_cast<Ticks>(n) + 1));
}

template <class P>
Happening Walk::race(const P& person, const Traveller& traveller, Ticks service,
                     Ticks wait_from) const {
  Ticks from = traveller.entered;
  for (std::uint32_t n = 0;; ++n) {
    const Ticks news = update_at(traveller, n);
    const Ticks patience = patience_end(person, traveller, n, from);
    if (service <= std::min(news, patience)) {
      return {service, service, false, wait_from};
    }
    if (patience < news) {
      return {patience, patience, true, wait_from};
    }
    from = news;
  }
}

std::uint32_t Walk::n_heard(const Traveller& traveller, const Happening& happening) const {
  const Ticks every = node_of(traveller).updates_every;
  // Updates strictly before the wait ended.
  const Ticks waited = plan_->clock.elapsed(traveller.entered, happening.waited_until);
  return waited <= 0 ? 0 : static_cast<std::uint32_t>((waited - 1) / every);
}

/// Felt minutes of the stretch from..to of a wait that began at `origin`, on the scenario's clock.
template <class P>
float Walk::felt_between(const P& person, const Traveller& traveller, Ticks origin, Ticks from,
                         Ticks to) const {
  if (to <= from) {
    return 0;
  }
  const float explained = bare_world              ? 1.0F
                          : traveller.sees        ? relationship_of(traveller).overestimate_seen
                          : knows_wait(traveller) ? relationship_of(traveller).overestimate_told
                                                  : 1.0F;
  const auto felt = [&](Ticks at) {
    return felt_minutes_of(person, static_cast<float>(minutes_of(plan_->clock.elapsed(origin, at))),
                           explained);
  };
  return felt(to) - felt(from);
}

template <class P>
void Walk::perceive_silence(P& person, const Traveller& traveller, const PlanNode& node,
                            const Happening& happening) const {
  const auto per_minute = static_cast<float>(node.feels.silence_per_hour / 60);
  const Ticks grace = ticks_of(node.feels.silence_after_min);
  const std::uint32_t n = n_updates(traveller, happening);
  Ticks news = traveller.last_news;
  Ticks from = traveller.entered;
  float sum = 0, highest = 0, lowest = 0;
  for (std::uint32_t i = 0; i <= n; ++i) {
    const Ticks to = i < n ? update_at(traveller, i) : happening.waited_until;
    const Ticks silent_from = std::max(from, plan_->clock.after(news, grace));
    const float level =
        per_minute * felt_between(person, traveller, happening.wait_from, silent_from, to);
    sum += level;
    highest = i == 0 ? level : std::max(highest, level);
    lowest = i == 0 ? level : std::min(lowest, level);
    from = news = to;
  }
  person.set(Field::level_time, person.get(Field::level_time) + sum);
  if (n > 0) {
    person.set(Field::has_segments, 1);
    person.set(Field::segment_peak, clamp(std::max(highest, static_cast<float>(node.feels.news)),
                                          affect_low, affect_high));
    person.set(Field::segment_trough, clamp(lowest, affect_low, affect_high));
  }
}

template <class P>
void Walk::perceive_time(P& person, const Traveller& traveller, const PlanNode& node,
                         const Happening& happening) const {
  person.set(Field::level_time, 0);
  person.set(Field::has_segments, 0);
  const bool waits = node.waits_in_queue || node.waits_behind;
  const bool hurts = node.feels.waiting_per_min != 0 || node.feels.silence_per_hour != 0;
  person.set(Field::event_time, waits && hurts ? 1.0F : 0.0F);
  if (!waits) {
    return;
  }
  if (node.feels.waiting_per_min != 0) {
    const float felt = felt_between(person, traveller, happening.wait_from, traveller.entered,
                                    happening.waited_until);
    person.set(Field::level_time, static_cast<float>(node.feels.waiting_per_min) * felt);
  }
  if (uses(node.feels.silence_per_hour != 0)) {
    perceive_silence(person, traveller, node, happening);
  }
  const std::uint32_t n = n_updates(traveller, happening);
  if (n > 0 && node.feels.news != 0) {
    const float news = static_cast<float>(n) * static_cast<float>(node.feels.news);
    person.set(Field::level_quality, person.get(Field::level_quality) + news);
    person.set(Field::written_quality, person.get(Field::written_quality) + news);
    person.set(Field::event_quality, 1);
  }
}

/// The promise heard here against what was expected: of an earlier promise what is left, else the
/// person's own idea. Believed as far as the provider is trusted; affect points.
template <class P>
float Walk::news_of_promise(const P& person, const Traveller& traveller, const PlanNode& node,
                            const Happening& happening) const {
  const PlanPersona& persona = plan_->personas[static_cast<std::size_t>(traveller.persona)];
  const HeardPromise& before = traveller.promise;
  const bool heard = before.at >= 0 && !before.judged;
  if (!node.promise.given || happening.gave_up || (!heard && !persona.has_expected_time)) {
    return 0;
  }
  const Ticks expected =
      heard ? std::max<Ticks>(0, before.within - plan_->clock.elapsed(before.at, happening.left))
            : expected_time(persona, traveller.agent);
  const float sooner = static_cast<float>(minutes_of(expected - node.promise.within)) / 60.0F;
  const float felt = sooner >= 0
                         ? sooner * static_cast<float>(node.feels.sooner_per_hour.value_or(0))
                         : -sooner * static_cast<float>(node.feels.later_per_hour.value_or(0));
  return person.get(Field::trust) * felt;
}

template <class P>
void Walk::perceive_promise(P& person, Traveller& traveller, const PlanNode& node,
                            const Happening& happening) const {
  const auto set_gap = [&person](float gap) {
    person.set(Field::promise_gap, clamp(gap, 2 * affect_low, 2 * affect_high));
  };
  const float news = news_of_promise(person, traveller, node, happening);
  set_gap(news);
  person.set(Field::promise_verdict, 0);
  HeardPromise& promise = traveller.promise;
  if (!node.judges_promise || promise.at < 0 || promise.judged || happening.gave_up) {
    return;
  }
  promise.judged = true;
  // What is promised is reached on arriving there, as agreements have it; elsewhere now counts.
  const Ticks kept = node.is_promised ? traveller.entered : happening.left;
  const Ticks taken = plan_->clock.elapsed(promise.at, kept);
  const float due =
      yardstick(static_cast<float>(minutes_of(promise.first)),
                static_cast<float>(minutes_of(promise.within)), announcement_pull(person));
  set_gap(news + against_time(traveller, due - static_cast<float>(minutes_of(taken)),
                              node.feels.early_per_hour, node.feels.late_per_hour));
  person.set(Field::promise_verdict, taken <= promise.within ? 1.0F : -1.0F);
}

float Walk::against_time(const Traveller& traveller, float early_minutes,
                         std::optional<double> early, std::optional<double> late) const {
  const float hours = early_minutes / 60.0F;
  return hours >= 0 ? hours * static_cast<float>(early.value_or(0))
                    : -hours * static_cast<float>(late.value_or(0)) *
                          bend(traveller.persona, traveller.agent, CultureTarget::lateness);
}

void Walk::hear_wait(Traveller& traveller, Ticks wait) {
  traveller.announced = {traveller.entered, wait, wait, false};
  traveller.last_news = traveller.entered;
}

void Walk::hear_place(Traveller& traveller, std::int32_t before) {
  traveller.announced_before = before;
  traveller.last_news = traveller.entered;
}

/// Who gives up before the announced time is over never learns whether it was true. Where a promise
/// is judged in the same visit, what is felt adds up, and trust hears of a broken word.
template <class P>
void Walk::perceive_announced(P& person, Traveller& traveller, const PlanNode& node,
                              const Happening& happening) const {
  HeardPromise& told = traveller.announced;
  if (told.at < 0) {
    return;
  }
  const Ticks taken = plan_->clock.elapsed(told.at, happening.waited_until);
  if (happening.gave_up && taken <= told.within) {
    return;
  }
  told.judged = true;
  const auto early = static_cast<float>(minutes_of(told.within - taken));
  const float gap =
      against_time(traveller, early, node.feels.wait_early_per_hour, node.feels.wait_late_per_hour);
  person.set(Field::promise_gap,
             clamp(person.get(Field::promise_gap) + gap, 2 * affect_low, 2 * affect_high));
  const bool broken = taken > told.within || person.get(Field::promise_verdict) < 0;
  person.set(Field::promise_verdict, broken ? -1.0F : 1.0F);
}

template Ticks Walk::patience_end(const PersonView<float>&, const Traveller&, std::uint32_t,
                                  Ticks) const;
template Happening Walk::race(const LaneView<float>&, const Traveller&, Ticks, Ticks) const;
template void Walk::perceive_time(PersonView<float>&, const Traveller&, const PlanNode&,
                                  const Happening&) const;
template void Walk::perceive_time(LaneView<float>&, const Traveller&, const PlanNode&,
                                  const Happening&) const;
template void Walk::perceive_promise(PersonView<float>&, Traveller&, const PlanNode&,
                                     const Happening&) const;
template void Walk::perceive_promise(LaneView<float>&, Traveller&, const PlanNode&,
                                     const Happening&) const;

template void Walk::perceive_announced(PersonView<float>&, Traveller&, const PlanNode&,
                                       const Happening&) const;
template void Walk::perceive_announced(LaneView<float>&, Traveller&, const PlanNode&,
                                       const Happening&) const;

} // namespace sojourn::inline SOJOURN_WORLD
