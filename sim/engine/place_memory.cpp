// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/place_memory.hpp"

#include "models/mechanisms/retrieval.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// Episodes less than a minute old are a minute old: a power of nothing would outweigh all else.
float age_in_minutes(double ticks) {
  return max(static_cast<float>(ticks / static_cast<double>(ticks_per_minute)), 1.0F);
}

} // namespace

PlaceMemory::PlaceMemory(const Plan& plan, std::size_t n_people)
    : plan_(&plan), n_rows_(static_cast<std::size_t>(plan.n_remembered) + 1) {
  make_room(n_people);
}

void PlaceMemory::make_room(std::size_t n_people) {
  summaries_.resize(used() ? n_people * n_rows_ : 0);
  arrivals_.resize(n_people);
  episodes_.resize(plan_->any_retrieval ? n_people : 0);
  latest_.resize(plan_->any_recalls ? summaries_.size() : 0);
  again_.resize(plan_->any_recalls ? episodes_.size() : 0);
}

void PlaceMemory::forget(std::size_t who, double arrival) {
  if (!used()) {
    return;
  }
  std::fill_n(summaries_.begin() + static_cast<std::ptrdiff_t>(who * n_rows_), n_rows_, Summary{});
  arrivals_[who] = arrival;
  if (!episodes_.empty()) {
    episodes_[who].n = 0;
  }
  if (!latest_.empty()) {
    std::fill_n(latest_.begin() + static_cast<std::ptrdiff_t>(who * n_rows_), n_rows_, Latest{});
  }
  if (!again_.empty()) {
    again_[who].n = 0;
  }
}

void PlaceMemory::copy(std::size_t from, std::size_t to) {
  std::copy_n(summaries_.begin() + static_cast<std::ptrdiff_t>(from * n_rows_), n_rows_,
              summaries_.begin() + static_cast<std::ptrdiff_t>(to * n_rows_));
  arrivals_[to] = arrivals_[from];
  if (!episodes_.empty()) {
    episodes_[to] = episodes_[from];
  }
  if (!latest_.empty()) {
    std::copy_n(latest_.begin() + static_cast<std::ptrdiff_t>(from * n_rows_), n_rows_,
                latest_.begin() + static_cast<std::ptrdiff_t>(to * n_rows_));
  }
  if (!again_.empty()) {
    again_[to] = again_[from];
  }
}

template <class P> bool PlaceMemory::retrieves(const P& person) const {
  return person.trait(Parameter::availability_strength) > 0 &&
         person.trait(Parameter::availability_power) > 0;
}

template <class P> bool PlaceMemory::summarises(const P& person) const {
  return person.trait(Parameter::availability_strength) > 0 &&
         !(person.trait(Parameter::availability_power) > 0);
}

std::size_t PlaceMemory::row_of(std::size_t who, NodeIndex node) const {
  const std::int32_t place = plan_->remembered_place[static_cast<std::size_t>(node)];
  return who * n_rows_ + static_cast<std::size_t>(place + 1);
}

float PlaceMemory::days_since(std::size_t who, const Summary& place, double now) const {
  return place.weight > 0 ? days_of(now - arrivals_[who]) - place.at : 0.0F;
}

template <class P>
void PlaceMemory::bring(P& person, std::size_t who, NodeIndex node, double now) const {
  const Summary& place = summaries_[row_of(who, node)];
  person.set(Field::available_good, place.good);
  person.set(Field::available_bad, place.bad);
  person.set(Field::available_weight, place.weight);
  person.set(Field::days, days_since(who, place, now));
}

template <class P>
void PlaceMemory::keep(const P& person, std::size_t who, NodeIndex node, double now) {
  if (touched(person) > 0) {
    keep_event(person, who, node, now);
  }
  if (plan_->any_recalls) {
    for (const PlanRecall& recall : plan_->nodes[static_cast<std::size_t>(node)].recalls) {
      present_again(person, who, recall, now);
    }
  }
}

template <class P>
void PlaceMemory::keep_event(const P& person, std::size_t who, NodeIndex node, double now) {
  if (summarises(person) && plan_->remembered_place[static_cast<std::size_t>(node)] >= 0) {
    summaries_[row_of(who, node)] = {
        person.get(Field::available_good), person.get(Field::available_bad),
        person.get(Field::available_weight), days_of(now - arrivals_[who])};
    if (!latest_.empty()) {
      latest_[row_of(who, node)] = {person.get(Field::affect), now, true};
    }
  } else if (retrieves(person)) {
    Episodes& lived = episodes_[who];
    const std::size_t i = lived.n++ % max_episodes;
    lived.affect[i] = person.get(Field::affect);
    lived.node[i] = node;
    lived.at[i] = now;
  }
}

/// The latest event at that place, as it is remembered now, counts once more from now on.
template <class P>
void PlaceMemory::refresh_summary(const P& person, std::size_t who, const PlanRecall& recall,
                                  double now) {
  const std::size_t row = row_of(who, recall.of);
  const Latest& event = latest_[row];
  if (!event.any) {
    return;
  }
  const Summary& place = summaries_[row];
  const RememberedPlace<float> held = {place.good, place.bad, place.weight};
  const float weight =
      recall.strength * salience(event.affect, person.trait(Parameter::availability_salience));
  const float scale =
      person.trait(event.affect < 0 ? Parameter::fading_bad : Parameter::fading_good);
  const float left =
      affect_left(days_of(now - event.at), person.trait(Parameter::fading_strength), scale);
  const RememberedPlace<float> next = with_event(
      memory_after(person, held, days_since(who, place, now)), event.affect * left, weight);
  summaries_[row] = {next.good, next.bad, next.weight, days_of(now - arrivals_[who])};
}

/// Of the episodes at that place that can still be brought to mind, the latest.
void PlaceMemory::note_again(std::size_t who, const PlanRecall& recall, double now) {
  const Episodes& lived = episodes_[who];
  const auto kept = std::min<std::uint32_t>(lived.n, max_episodes);
  for (std::uint32_t back = 1; back <= kept; ++back) {
    const std::uint32_t episode = lived.n - back;
    if (lived.node[episode % max_episodes] == recall.of) {
      Again& again = again_[who];
      const std::size_t i = again.n++ % max_episodes;
      again.episode[i] = episode;
      again.strength[i] = recall.strength;
      again.at[i] = now;
      return;
    }
  }
}

template <class P>
void PlaceMemory::present_again(const P& person, std::size_t who, const PlanRecall& recall,
                                double now) {
  if (retrieves(person)) {
    note_again(who, recall, now);
  } else if (summarises(person) &&
             plan_->remembered_place[static_cast<std::size_t>(recall.of)] >= 0) {
    refresh_summary(person, who, recall, now);
  }
}

/// What evidence adds to the presentations of each episode, sum of w t^(-d); 0: it was lived, and
/// that is all.
std::array<float, max_episodes> PlaceMemory::presented_again(std::size_t who, float power,
                                                             double now) const {
  std::array<float, max_episodes> sums{};
  if (again_.empty()) {
    return sums;
  }
  const Again& again = again_[who];
  const std::uint32_t n = episodes_[who].n;
  const auto met = std::min<std::uint32_t>(again.n, max_episodes);
  for (std::uint32_t back = met; back > 0; --back) {
    const std::size_t i = (again.n - back) % max_episodes;
    if (n - again.episode[i] <= max_episodes) {
      sums[again.episode[i] % max_episodes] +=
          again.strength[i] * pow(age_in_minutes(now - again.at[i]), -power);
    }
  }
  return sums;
}

template <class P>
float PlaceMemory::retrieved_at(const P& person, std::size_t who, NodeIndex target,
                                double now) const {
  const Episodes& lived = episodes_[who];
  const std::size_t n = std::min<std::size_t>(lived.n, max_episodes);
  const RetrievalTaste<float> taste = {
      person.trait(Parameter::availability_power), person.trait(Parameter::availability_noise),
      person.trait(Parameter::availability_salience), person.trait(Parameter::availability_match)};
  const float fading = person.trait(Parameter::fading_strength);
  const std::array<float, max_episodes> again = presented_again(who, taste.power, now);
  std::array<float, max_episodes> affects{}, activations{}, shares{};
  for (std::size_t i = 0; i < n; ++i) {
    const double ticks = now - lived.at[i];
    const float minutes = age_in_minutes(ticks);
    const float fits = lived.node[i] == target ? 1.0F : 0.0F;
    const float scale =
        person.trait(lived.affect[i] < 0 ? Parameter::fading_bad : Parameter::fading_good);
    activations[i] = again[i] > 0 ? activation_of(minutes, lived.affect[i], fits, again[i], taste)
                                  : activation_of(minutes, lived.affect[i], fits, taste);
    affects[i] = lived.affect[i] * affect_left(days_of(ticks), fading, scale);
  }
  return retrieved_affect<float>({affects.data(), n}, {activations.data(), n}, taste.noise,
                                 {shares.data(), n});
}

template <class P>
float PlaceMemory::anticipated_at(const P& person, std::size_t who, NodeIndex target,
                                  double now) const {
  if (retrieves(person)) {
    return retrieved_at(person, who, target, now);
  }
  const Summary& place = summaries_[row_of(who, target)];
  const RememberedPlace<float> held = {place.good, place.bad, place.weight};
  return comes_to_mind(person, held, days_since(who, place, now));
}

template <class P>
void PlaceMemory::lean(const P& person, std::size_t who, const NodeRecord& record, double now,
                       float* tilts) const {
  const PlanRow* rows = &plan_->rows[static_cast<std::size_t>(record.first_row)];
  const bool remembers = person.trait(Parameter::availability_strength) > 0;
  for (std::int32_t j = 0; j < record.n_rows; ++j) {
    const bool stays = remembers && rows[j].kind == OptionKind::stay;
    tilts[j] = stays ? plan_->choice_sensitivity *
                           going_on(person, anticipated_at(person, who, rows[j].to, now))
                     : 0.0F;
  }
}

template void PlaceMemory::bring(PersonView<float>&, std::size_t, NodeIndex, double) const;
template void PlaceMemory::bring(LaneView<float>&, std::size_t, NodeIndex, double) const;
template void PlaceMemory::keep(const PersonView<float>&, std::size_t, NodeIndex, double);
template void PlaceMemory::keep(const LaneView<float>&, std::size_t, NodeIndex, double);
template void PlaceMemory::lean(const PersonView<float>&, std::size_t, const NodeRecord&, double,
                                float*) const;
template void PlaceMemory::lean(const LaneView<float>&, std::size_t, const NodeRecord&, double,
                                float*) const;

} // namespace sojourn
