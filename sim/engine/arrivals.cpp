// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/arrivals.hpp"

#include "models/luck/math.hpp"
#include "models/luck/stream.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace sojourn {

namespace {

/// Every boundary of either rate, so that both are constant between neighbours.
std::vector<Ticks> boundaries(const ArrivalSpec& a, const ArrivalSpec& b) {
  std::vector<Ticks> cuts;
  for (const ArrivalSpec* spec : {&a, &b}) {
    for (const ArrivalSpec::Slot& slot : spec->rate) {
      cuts.push_back(slot.begin);
      cuts.push_back(slot.end);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

/// How many times an arm's growth exceeds the baseline's at most.
double most_growth(const std::vector<double>& arm, const std::vector<double>& baseline) {
  double most = 1;
  for (std::size_t week = 0; week < std::max(arm.size(), baseline.size()); ++week) {
    most = std::max(most, (arm.empty() ? 1 : arm[week]) / (baseline.empty() ? 1 : baseline[week]));
  }
  return most;
}

/// The share of a layer's candidates that come at this moment; from 1 on all of them.
double share_that_comes(const ArrivalPlan& plan, Ticks at, std::size_t layer) {
  return plan.rate.at(at) / plan.group_mean / plan.candidates.at(at) - static_cast<double>(layer);
}

/// Whether everybody comes at any of these moments, between which nothing changes.
bool all_come(const ArrivalPlan& plan, const std::vector<Ticks>& cuts) {
  const double highest = uniform_open(~0U);
  return plan.n_layers == 1 && std::all_of(cuts.begin(), cuts.end(), [&](Ticks cut) {
    return plan.candidates.at(cut) <= 0 || share_that_comes(plan, cut, 0) > highest;
  });
}

void check_layers(const ArrivalPlan& plan) {
  const bool shared = plan.group_mean > 1 || !plan.list.empty();
  const auto most = static_cast<std::int32_t>(plan.members_per_week > 0 ? member_layer
                                              : shared                  ? list_layer
                                                                        : 15);
  if (plan.n_layers > most) {
    throw std::invalid_argument("arrivals.rate is more than " + std::to_string(most) +
                                " times the baseline's rate; give the baseline the larger scale "
                                "instead");
  }
}

} // namespace

double people_per_week(const ArrivalSpec& spec) { return plan_arrivals(spec, spec).per_week(); }

double ArrivalPlan::per_week() const {
  const auto weekly = std::count_if(list.begin(), list.end(),
                                    [](const ArrivalSpec::Moment& each) { return each.weekly; });
  return rate.per_week() + static_cast<double>(weekly) + members_per_week;
}

ArrivalPlan plan_arrivals(const ArrivalSpec& arm, const ArrivalSpec& baseline, Ticks until) {
  ArrivalPlan plan;
  plan.list = arm.list;
  std::stable_sort(plan.list.begin(), plan.list.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  const std::vector<double> growth = weekly_growth(arm, until);
  const std::vector<double> base_growth = weekly_growth(baseline, until);
  plan.rate = WeeklyRate(arm.rate, growth);
  if (arm.members > 0) {
    plan.members_per_week = arm.members * week_minutes / arm.returns.mean();
  }
  plan.group_mean = arm.group_mean;
  plan.group_varies = arm.group_varies;
  if (plan.rate.empty()) {
    return plan;
  }
  const WeeklyRate rate(arm.rate), base(baseline.rate); // of the first week
  const std::vector<Ticks> cuts = boundaries(arm, baseline);
  std::vector<ArrivalSpec::Slot> slots;
  double most = 0;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const double wanted = rate.at(cuts[i]) / arm.group_mean;
    const double had = base.at(cuts[i]) / baseline.group_mean;
    const double layer = had > 0 ? had : wanted > 0 ? 1.0 / static_cast<double>(ticks_per_hour) : 0;
    if (layer > 0) {
      slots.push_back({cuts[i], cuts[i + 1], layer * static_cast<double>(ticks_per_hour)});
      most = std::max(most, wanted / layer);
    }
  }
  plan.candidates = WeeklyRate(slots, base_growth);
  most *= most_growth(growth, base_growth);
  plan.n_layers = static_cast<std::int32_t>(std::ceil(most - 1e-9));
  check_layers(plan);
  plan.all_come = growth.empty() && base_growth.empty() && all_come(plan, cuts);
  return plan;
}

ArrivalStream::ArrivalStream(const ArrivalPlan& plan, std::uint64_t seed, std::uint32_t replication)
    : plan_(&plan), seed_(seed), replication_(replication),
      layers_(static_cast<std::size_t>(plan.n_layers)) {
  for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
    layers_[layer].next_agent = static_cast<std::uint32_t>(layer) << layer_shift;
    advance(layer);
  }
  if (!plan.list.empty()) {
    list_week();
    turn_to_people();
  }
}

bool ArrivalStream::accepted(std::size_t layer) const {
  const Arrival& candidate = layers_[layer].candidate;
  const double wanted = share_that_comes(*plan_, candidate.at, layer);
  return wanted >= 1 || uniform_open(candidate.luck[3]) < wanted;
}

std::uint32_t ArrivalStream::group_size(std::uint32_t agent) const {
  if (!plan_->group_varies) {
    return static_cast<std::uint32_t>(plan_->group_mean);
  }
  // Geometric on 1, 2, ...: larger than n with chance (1 - 1 / mean)^n.
  const Address address{seed_, replication_, agent, 0, 0};
  const double u = uniform_open(words(address, Purpose::arrival, 1)[0]);
  const double more = 1 - 1 / plan_->group_mean;
  std::uint32_t size = 1;
  for (double larger = more; u < larger && size < largest_group; larger *= more) {
    ++size;
  }
  return size;
}

/// Of the candidate who is next and the three behind, side by side in a register.
void ArrivalStream::draw_four(Layer& layer) const {
  const Word4 agents = broadcast<Word4>(layer.next_agent) + Word4{0, 1, 2, 3};
  const Word4 nowhere = broadcast<Word4>(0U);
  const Block<Word4> drawn =
      words<Float4>(seed_, replication_, agents, nowhere, nowhere, Purpose::arrival);
  for (std::size_t word = 0; word < 4; ++word) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      layer.luck[lane][word] = drawn.word[word][lane];
    }
  }
}

void ArrivalStream::advance(std::size_t index) {
  Layer& layer = layers_[index];
  do {
    if (layer.next_agent % 4 == 0) {
      draw_four(layer);
    }
    layer.candidate.luck = layer.luck[layer.next_agent % 4];
    layer.mass -= log(uniform_open(layer.candidate.luck[0])); // a unit-rate exponential gap
    layer.candidate.at = static_cast<Ticks>(plan_->candidates.when(layer.mass));
    layer.candidate.agent = layer.next_agent++;
  } while (!plan_->all_come && !accepted(index));
  layer.to_come = plan_->group_mean > 1 ? group_size(layer.candidate.agent) - 1 : 0;
}

/// Companions have numbers of their own, so that those who come first keep theirs whatever the
/// groups are.
void ArrivalStream::next_companion(std::size_t index) {
  Layer& layer = layers_[index];
  constexpr std::uint32_t ordinals = (1U << layer_shift) - 1;
  const std::uint32_t group = (layer.next_agent - 1) & ordinals;
  if (group >= (ordinals + 1) / largest_group) {
    throw std::invalid_argument("arrivals.batch: more than 4 million groups in one replication");
  }
  --layer.to_come;
  layer.candidate.agent = ((static_cast<std::uint32_t>(index) + companions_above) << layer_shift) +
                          group * largest_group + layer.to_come;
  layer.candidate.luck =
      words(Address{seed_, replication_, layer.candidate.agent, 0, 0}, Purpose::arrival);
}

/// One week of the list: who comes at the same minute is counted.
void ArrivalStream::list_week() {
  listed_.people.clear();
  listed_.next = 0;
  std::vector<Ticks> moments;
  for (const ArrivalSpec::Moment& moment : plan_->list) {
    const Ticks at = moment.weekly ? listed_.week + moment.at : moment.at;
    if (at >= listed_.week && at < listed_.week + ticks_per_week) {
      moments.push_back(at);
    }
  }
  std::sort(moments.begin(), moments.end());
  std::uint32_t together = 0;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    together = i > 0 && moments[i] == moments[i - 1] ? together + 1 : 0;
    Arrival person;
    person.at = moments[i];
    person.agent = (list_layer << layer_shift) +
                   static_cast<std::uint32_t>(moments[i] / ticks_per_minute) * 16 +
                   std::min(together, 15U);
    person.luck = words(Address{seed_, replication_, person.agent, 0, 0}, Purpose::arrival);
    listed_.people.push_back(person);
  }
}

/// Weeks without anybody are passed; where nobody comes any more, nothing is left.
void ArrivalStream::turn_to_people() {
  const Ticks last = std::accumulate(
      plan_->list.begin(), plan_->list.end(), Ticks{0}, [](Ticks until, const auto& moment) {
        return std::max(until, moment.weekly ? std::numeric_limits<Ticks>::max() : moment.at);
      });
  while (listed_.next >= listed_.people.size() && listed_.week + ticks_per_week <= last) {
    listed_.week += ticks_per_week;
    list_week();
  }
}

Arrival ArrivalStream::next_listed() const {
  Arrival nobody;
  nobody.at = std::numeric_limits<Ticks>::max();
  return listed_.next < listed_.people.size() ? listed_.people[listed_.next] : nobody;
}

void ArrivalStream::next_into(Arrival& arrival) {
  std::size_t first = 0;
  for (std::size_t i = 1; i < layers_.size(); ++i) {
    if (layers_[i].candidate.at < layers_[first].candidate.at) {
      first = i;
    }
  }
  if (layers_.empty() || !plan_->list.empty()) {
    const Arrival listed = next_listed();
    if (layers_.empty() || listed.at < layers_[first].candidate.at) {
      ++listed_.next;
      turn_to_people();
      arrival = listed;
      return;
    }
  }
  arrival = layers_[first].candidate;
  if (layers_[first].to_come > 0) {
    next_companion(first);
  } else {
    advance(first);
  }
}

} // namespace sojourn
