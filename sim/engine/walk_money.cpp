// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/walk.hpp"

#include <algorithm>

// Money: what a journey was worth, where it went, what is left of it. Integers throughout; the sums
// that must balance are in ledger.hpp.
namespace sojourn {
namespace {

/// What is recognised of a sum.
std::int64_t booked_part(std::int64_t fixed, double share) {
  return to_fixed(from_fixed(fixed) * share);
}

} // namespace

std::int64_t Walk::worth_after(std::int32_t persona, Ticks lost) const {
  const double hours = minutes_of(std::max<Ticks>(0, plan_->counted_over - lost)) / 60;
  return to_fixed(hours * plan_->personas[static_cast<std::size_t>(persona)].worth_per_hour);
}

void Walk::keep_books(Traveller& traveller, const Happening& happening,
                      LedgerEntry* journey) const {
  const PlanNode& node = node_of(traveller);
  LedgerEntry& entry = journey[traveller.node];
  ++entry.visits;
  const bool delivers = !happening.gave_up && traveller.matched;
  entry.completed += delivers ? 1 : 0;
  if (delivers && node.outcome != 0) {
    traveller.gained += node.outcome;
    traveller.booked_surveyed += booked_part(node.outcome, node.booked.surveyed);
    traveller.booked_otherwise += booked_part(node.outcome, node.booked.otherwise);
  }
  if (traveller.value_at < 0 && traveller.worth_left > 0) {
    const Ticks lost = plan_->clock.elapsed(traveller.arrival, happening.left);
    const std::int64_t left = worth_after(traveller.persona, lost);
    entry.lost_time += traveller.worth_left - left;
    traveller.worth_left = left;
  }
}

void Walk::settle(const Traveller& traveller, JourneyRow& row) const {
  row.paid = traveller.paid;
  row.value = traveller.gained;
  row.booked = traveller.surveyed ? traveller.booked_surveyed : traveller.booked_otherwise;
  const bool served =
      row.exit >= 0 && plan_->exit_outcomes[static_cast<std::size_t>(row.exit)] == Outcome::served;
  if (served && traveller.value_at >= 0) {
    const PlanNode& node = plan_->nodes[static_cast<std::size_t>(traveller.value_node)];
    row.value += traveller.worth_left;
    row.booked += booked_part(traveller.worth_left, node.booked.share(traveller.surveyed));
  }
}

void Walk::close_books(const Traveller& traveller, const JourneyRow& row,
                       const LedgerEntry* journey, Tally& tally) const {
  if (row.exit < 0) {
    return; // nobody knows yet what it comes to
  }
  const auto persona = static_cast<std::size_t>(row.persona);
  LedgerTally* ledger = tally.ledger.data() + persona * plan_->n_touchpoints;
  for (std::size_t i = 0; i < plan_->n_touchpoints; ++i) {
    const PlanNode& node = plan_->nodes[i];
    const double share = node.booked.share(traveller.surveyed);
    ledger[i].lost_time += journey[i].lost_time;
    ledger[i].gained += journey[i].completed * node.outcome;
    ledger[i].lost_unbooked +=
        journey[i].completed * (node.outcome - booked_part(node.outcome, share));
    ledger[i].paid += journey[i].visits * node.price;
  }
  if (const std::int64_t realised = row.value - traveller.gained; realised > 0) {
    const PlanNode& node = plan_->nodes[static_cast<std::size_t>(traveller.value_node)];
    ledger[traveller.value_node].realised += realised;
    ledger[traveller.value_node].lost_unbooked +=
        realised - booked_part(realised, node.booked.share(traveller.surveyed));
  } else {
    ledger[traveller.node].lost_given_up += traveller.worth_left;
  }
  tally.personas[persona].potential += plan_->personas[persona].potential;
  const std::size_t bin = persona * n_value_bins + value_bin(row.booked, plan_->largest_value);
  ++tally.value_bins[bin];
  tally.value_sums[bin] += row.booked;
}

} // namespace sojourn
