// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/place_memory.hpp"

#include "models/mechanisms/retrieval.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>

namespace sojourn {

PlaceMemory::PlaceMemory(const Plan& plan, std::size_t n_people)
    : plan_(&plan), n_rows_(static_cast<std::size_t>(plan.n_remembered) + 1) {
  make_room(n_people);
}

void PlaceMemory::make_room(std::size_t n_people) {
  summaries_.resize(used() ? n_people * n_rows_ : 0);
  arrivals_.resize(n_people);
  episodes_.resize(plan_->any_retrieval ? n_people : 0);
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
}

void PlaceMemory::copy(std::size_t from, std::size_t to) {
  std::copy_n(summaries_.begin() + static_cast<std::ptrdiff_t>(from * n_rows_), n_rows_,
              summaries_.begin() + static_cast<std::ptrdiff_t>(to * n_rows_));
  arrivals_[to] = arrivals_[from];
  if (!episodes_.empty()) {
    episodes_[to] = episodes_[from];
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
  if (!(touched(person) > 0)) {
    return;
  }
  if (summarises(person) && plan_->remembered_place[static_cast<std::size_t>(node)] >= 0) {
    summaries_[row_of(who, node)] = {
        person.get(Field::available_good), person.get(Field::available_bad),
        person.get(Field::available_weight), days_of(now - arrivals_[who])};
  } else if (retrieves(person)) {
    Episodes& lived = episodes_[who];
    const std::size_t i = lived.n++ % max_episodes;
    lived.affect[i] = person.get(Field::affect);
    lived.node[i] = node;
    lived.at[i] = now;
  }
}

/// Episodes less than a minute old are a minute old: a power of nothing would outweigh all else.
template <class P>
float PlaceMemory::retrieved_at(const P& person, const Episodes& lived, NodeIndex target,
                                double now) const {
  const std::size_t n = std::min<std::size_t>(lived.n, max_episodes);
  const RetrievalTaste<float> taste = {
      person.trait(Parameter::availability_power), person.trait(Parameter::availability_noise),
      person.trait(Parameter::availability_salience), person.trait(Parameter::availability_match)};
  const float fading = person.trait(Parameter::fading_strength);
  std::array<float, max_episodes> affects{}, activations{}, shares{};
  for (std::size_t i = 0; i < n; ++i) {
    const double ticks = now - lived.at[i];
    const float minutes = static_cast<float>(ticks / static_cast<double>(ticks_per_minute));
    const float fits = lived.node[i] == target ? 1.0F : 0.0F;
    const float scale =
        person.trait(lived.affect[i] < 0 ? Parameter::fading_bad : Parameter::fading_good);
    activations[i] = activation_of(max(minutes, 1.0F), lived.affect[i], fits, taste);
    affects[i] = lived.affect[i] * affect_left(days_of(ticks), fading, scale);
  }
  return retrieved_affect<float>({affects.data(), n}, {activations.data(), n}, taste.noise,
                                 {shares.data(), n});
}

template <class P>
float PlaceMemory::anticipated_at(const P& person, std::size_t who, NodeIndex target,
                                  double now) const {
  if (retrieves(person)) {
    return retrieved_at(person, episodes_[who], target, now);
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
