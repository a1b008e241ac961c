// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/watch.hpp"

#include "sim/engine/row_choice.hpp"

#include <span>

namespace sojourn {
namespace {

float at(const Watch::State& state, Field field) { return state[static_cast<std::size_t>(field)]; }

void copy_feelings(VisitTrace& visit, const Watch::State& state) {
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    const auto dimension = static_cast<Dimension>(d);
    visit.levels[d] = at(state, level_of(dimension));
    visit.events[d] = at(state, event_of(dimension)) > 0;
  }
  visit.written_quality = at(state, Field::written_quality);
  visit.promise_gap = at(state, Field::promise_gap);
  visit.promise_verdict = at(state, Field::promise_verdict);
  visit.affect = at(state, Field::affect);
  visit.remembered = at(state, Field::remembered);
  visit.trust = at(state, Field::trust);
  visit.effort = at(state, Field::effort);
  visit.tilt_stay = at(state, Field::tilt_stay);
  visit.tilt_leave = at(state, Field::tilt_leave);
}

float tilt_of(const VisitTrace& visit, OptionKind kind) {
  return kind == OptionKind::stay   ? visit.tilt_stay
         : kind == OptionKind::lost ? visit.tilt_leave
                                    : 0.0F;
}

} // namespace

void Watch::before(const State& state) {
  expectation_before_ = at(state, Field::expectation_quality);
}

void Watch::list_options(VisitTrace& visit, const Traveller& traveller, NodeIndex next) const {
  const NodeRecord& record = plan_->record(traveller.persona, traveller.node);
  std::vector<float> shares, tilts;
  for (std::int32_t i = 0; i < record.n_rows; ++i) {
    const std::int32_t at_row = record.first_row + i;
    const PlanRow& row = plan_->rows[static_cast<std::size_t>(at_row)];
    visit.options.push_back({row.to, row.share, row.share});
    visit.chosen = row.to == next && visit.chosen < 0 ? i : visit.chosen;
    shares.push_back(row.share);
    tilts.push_back(tilt_of(visit, row.kind));
  }
  if (visit.person_decides) {
    std::vector<float> tilted(shares.size());
    tilted_shares<float>(shares, tilts, tilted);
    for (std::size_t i = 0; i < tilted.size(); ++i) {
      visit.options[i].probability = tilted[i];
    }
  }
}

void Watch::after(const State& state, const Traveller& traveller, const Happening& happening,
                  NodeIndex next) {
  const PlanNode& node = plan_->nodes[static_cast<std::size_t>(traveller.node)];
  VisitTrace visit;
  visit.touchpoint = traveller.node;
  visit.occurrence = traveller.occurrence;
  visit.channel = node.channels.empty() ? -1 : traveller.channel;
  visit.switched_channel = traveller.switched_channel;
  visit.entered = traveller.entered;
  visit.waited_until = happening.waited_until;
  visit.left = happening.left;
  visit.gave_up = happening.gave_up;
  visit.expectation_quality = expectation_before_;
  copy_feelings(visit, state);
  visit.promised = node.promise.given && !happening.gave_up ? node.promise.within : 0;
  const NodeRecord& record = plan_->record(traveller.persona, traveller.node);
  visit.person_decides = (record.flags & NodeFlag::person_decides) != 0;
  if (!happening.gave_up) {
    list_options(visit, traveller, next);
  }
  visit.next = next;
  journey_.visits.push_back(visit);
}

void Watch::left(const JourneyRow& row, bool counted) {
  journey_.found = true;
  journey_.row = row;
  journey_.counted = counted;
}

} // namespace sojourn
