// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/walk.hpp"

#include "models/luck/stream.hpp"

#include <algorithm>

// Money: what a journey was worth, where it went, what is left of it. Integers throughout; the sums
// that must balance are in ledger.hpp.
namespace sojourn::inline SOJOURN_WORLD {
namespace {

constexpr double largest_amount = 1e12; // of one event; sums of thousands still fit

} // namespace

std::int64_t Walk::worth_after(std::int32_t persona, Ticks lost) const {
  const double hours = minutes_of(std::max<Ticks>(0, plan_->counted_over - lost)) / 60;
  return to_fixed(hours * plan_->personas[static_cast<std::size_t>(persona)].worth_per_hour);
}

template <class P>
void Walk::strike(P& person, Traveller& traveller, const Happening& happening) const {
  const PlanRisk& risk = node_of(traveller).risk;
  traveller.struck = -1;
  const auto luck = words(address(traveller), Purpose::risk);
  if (happening.gave_up || !falls_under(luck[0], risk.chance)) {
    return;
  }
  const double amount =
      risk.certain
          ? *risk.certain
          : static_cast<double>(at_word<float>(risk.amount, plan_->tables.rows(), luck[1]));
  const double hits = plan_->personas[static_cast<std::size_t>(traveller.persona)].vulnerability;
  traveller.struck = to_fixed(std::clamp(amount * hits, 0.0, largest_amount));
  if (risk.is_felt) {
    const float level = person.get(Field::level_quality) + risk.feels;
    person.set(Field::event_quality, 1);
    person.set(Field::level_quality, clamp(level, affect_low, affect_high));
  }
}

void Walk::keep_books(Traveller& traveller, const Happening& happening,
                      LedgerEntry* journey) const {
  const PlanNode& node = node_of(traveller);
  LedgerEntry& entry = journey[traveller.node];
  ++entry.visits;
  const bool delivers = !happening.gave_up && traveller.matched;
  entry.completed += delivers ? 1 : 0;
  if (delivers && node.outcome != 0) {
    traveller.gained += node.outcome_fit;
    traveller.booked_surveyed += part_of(node.outcome_fit, node.booked.surveyed);
    traveller.booked_otherwise += part_of(node.outcome_fit, node.booked.otherwise);
  }
  if (node.risk.present && traveller.struck > 0) {
    (node.risk.by_provider ? traveller.risk_taken : traveller.risk) += traveller.struck;
    entry.risk += node.risk.by_provider ? 0 : traveller.struck;
  }
  if (traveller.value_at < 0 && traveller.worth_left > 0) {
    const Ticks lost = plan_->clock.elapsed(traveller.arrival, happening.left);
    const std::int64_t left = worth_after(traveller.persona, lost);
    entry.lost_time += traveller.worth_left - left;
    traveller.worth_left = left;
  }
}

bool Walk::realises(const Traveller& traveller, const JourneyRow& row) const {
  return row.exit >= 0 && traveller.value_at >= 0 &&
         plan_->exit_outcomes[static_cast<std::size_t>(row.exit)] == Outcome::served;
}

void Walk::settle(const Traveller& traveller, JourneyRow& row) const {
  row.paid = traveller.paid;
  row.risk = traveller.risk;
  row.risk_taken = traveller.risk_taken;
  row.value = traveller.gained;
  row.booked = traveller.surveyed ? traveller.booked_surveyed : traveller.booked_otherwise;
  if (realises(traveller, row)) {
    const PlanNode& node = plan_->nodes[static_cast<std::size_t>(traveller.value_node)];
    const std::int64_t arrives = part_of(traveller.worth_left, node.fit);
    row.value += arrives;
    row.booked += part_of(arrives, node.booked.share(traveller.surveyed));
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
    ledger[i].lost_unfit += journey[i].completed * (node.outcome - node.outcome_fit);
    ledger[i].lost_unbooked +=
        journey[i].completed * (node.outcome_fit - part_of(node.outcome_fit, share));
    ledger[i].paid += journey[i].visits * node.price;
    ledger[i].risk += journey[i].risk;
  }
  if (realises(traveller, row)) {
    const PlanNode& node = plan_->nodes[static_cast<std::size_t>(traveller.value_node)];
    LedgerTally& account = ledger[traveller.value_node];
    const std::int64_t arrives = row.value - traveller.gained;
    account.realised += traveller.worth_left;
    account.lost_unfit += traveller.worth_left - arrives;
    account.lost_unbooked += arrives - part_of(arrives, node.booked.share(traveller.surveyed));
  } else {
    ledger[traveller.node].lost_given_up += traveller.worth_left;
  }
  tally.personas[persona].potential += plan_->personas[persona].potential;
  const std::size_t bin = persona * n_value_bins + value_bin(row.booked, plan_->largest_value);
  ++tally.value_bins[bin];
  tally.value_sums[bin] += row.booked;
}

template void Walk::strike(PersonView<float>&, Traveller&, const Happening&) const;
template void Walk::strike(LaneView<float>&, Traveller&, const Happening&) const;

} // namespace sojourn::inline SOJOURN_WORLD
