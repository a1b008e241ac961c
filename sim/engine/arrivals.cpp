// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/arrivals.hpp"

#include "models/luck/math.hpp"
#include "models/luck/stream.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sojourn {

WeeklyRate::WeeklyRate(const std::vector<ArrivalSpec::Slot>& slots) {
  for (const ArrivalSpec::Slot& slot : slots) {
    const double rate = slot.per_hour / static_cast<double>(ticks_per_hour);
    if (rate > 0) {
      pieces_.push_back({slot.begin, slot.end, rate, per_week_});
      per_week_ += rate * static_cast<double>(slot.end - slot.begin);
    }
  }
}

double WeeklyRate::at(Ticks wall) const {
  const Ticks within = wall % ticks_per_week;
  for (const Piece& piece : pieces_) {
    if (within < piece.end) {
      return within >= piece.begin ? piece.rate : 0;
    }
  }
  return 0;
}

double WeeklyRate::when(double mass) const {
  const double weeks = std::floor(mass / per_week_);
  const double within = mass - weeks * per_week_;
  const double start = weeks * static_cast<double>(ticks_per_week);
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), within,
                       [](double value, const Piece& piece) { return value < piece.before; });
  const Piece& piece = *std::prev(after);
  const double last = static_cast<double>(piece.end - 1);
  return start +
         std::min(last, static_cast<double>(piece.begin) + (within - piece.before) / piece.rate);
}

double WeeklyRate::mass(Ticks wall) const {
  const Ticks within = wall % ticks_per_week;
  const Ticks weeks = wall / ticks_per_week;
  double mass = static_cast<double>(weeks) * per_week_;
  for (const Piece& piece : pieces_) {
    const Ticks end = std::min(within, piece.end);
    mass += end > piece.begin ? piece.rate * static_cast<double>(end - piece.begin) : 0;
  }
  return mass;
}

Ticks WeeklyRate::within(double u, Ticks from, Ticks to) const {
  const double before = mass(from);
  return static_cast<Ticks>(when(before + u * (mass(to) - before)));
}

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

} // namespace

ArrivalPlan plan_arrivals(const ArrivalSpec& arm, const ArrivalSpec& baseline) {
  ArrivalPlan plan;
  plan.rate = WeeklyRate(arm.rate);
  if (plan.rate.empty()) {
    return plan;
  }
  const WeeklyRate base(baseline.rate);
  const std::vector<Ticks> cuts = boundaries(arm, baseline);
  std::vector<ArrivalSpec::Slot> slots;
  double most = 0;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const double wanted = plan.rate.at(cuts[i]);
    const double had = base.at(cuts[i]);
    const double layer = had > 0 ? had : wanted > 0 ? 1.0 / static_cast<double>(ticks_per_hour) : 0;
    if (layer > 0) {
      slots.push_back({cuts[i], cuts[i + 1], layer * static_cast<double>(ticks_per_hour)});
      most = std::max(most, wanted / layer);
    }
  }
  plan.candidates = WeeklyRate(slots);
  plan.n_layers = static_cast<std::int32_t>(std::ceil(most - 1e-9));
  if (plan.n_layers > 15) {
    throw std::invalid_argument("arrivals.rate is more than 15 times the baseline's rate; give the "
                                "baseline the larger scale instead");
  }
  return plan;
}

ArrivalStream::ArrivalStream(const ArrivalPlan& plan, std::uint64_t seed, std::uint32_t replication)
    : plan_(&plan), seed_(seed), replication_(replication),
      layers_(static_cast<std::size_t>(plan.n_layers)) {
  for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
    layers_[layer].next_agent = static_cast<std::uint32_t>(layer) << layer_shift;
    advance(layer);
  }
}

bool ArrivalStream::accepted(std::size_t layer) const {
  const Arrival& candidate = layers_[layer].candidate;
  const double wanted = plan_->rate.at(candidate.at) / plan_->candidates.at(candidate.at) -
                        static_cast<double>(layer);
  return wanted >= 1 || uniform_open(candidate.luck[3]) < wanted;
}

void ArrivalStream::advance(std::size_t index) {
  Layer& layer = layers_[index];
  do {
    const Address address{seed_, replication_, layer.next_agent, 0, 0};
    layer.candidate.luck = words(address, Purpose::arrival);
    layer.mass -= log(uniform_open(layer.candidate.luck[0])); // a unit-rate exponential gap
    layer.candidate.at = static_cast<Ticks>(plan_->candidates.when(layer.mass));
    layer.candidate.agent = layer.next_agent++;
  } while (!accepted(index));
}

Arrival ArrivalStream::next() {
  std::size_t first = 0;
  for (std::size_t i = 1; i < layers_.size(); ++i) {
    if (layers_[i].candidate.at < layers_[first].candidate.at) {
      first = i;
    }
  }
  const Arrival arrival = layers_[first].candidate;
  advance(first);
  return arrival;
}

} // namespace sojourn
