// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/watch.hpp"

#include "sim/engine/plan_social.hpp"
#include "sim/engine/row_choice.hpp"

#include <algorithm>
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
}

/// Who tilts option j of a list, and how much.
std::vector<TiltPart> tilt_parts(const PersonView<float>& person, const Plan& plan,
                                 const NodeRecord& record, std::int32_t j, const float* leaning,
                                 const Traveller& traveller) {
  const OptionKind kind =
      plan.rows[static_cast<std::size_t>(record.first_row) + static_cast<std::size_t>(j)].kind;
  std::vector<TiltPart> parts;
  const auto affect = [&](Mechanism mechanism, float points) {
    parts.push_back({mechanism, plan.choice_sensitivity * points});
  };
  const auto log_odds = [&](Mechanism mechanism, float tilt) {
    parts.push_back({mechanism, tilt});
  };
  if (kind == OptionKind::stay) {
    log_odds(Mechanism::availability, leaning == nullptr ? 0 : leaning[j]);
  } else if (kind == OptionKind::lost) {
    leaving_affect(person, affect);
    leaving_log_odds(person, log_odds);
    parts.push_back({Mechanism::peak_end, -talk_tilt(plan, traveller), true});
    parts.push_back({Mechanism::peak_end, -rating_tilt(plan, traveller), false, true});
  }
  if (const RowTerms* terms = terms_of(plan, record); terms != nullptr) {
    option_affect(person, terms, record.n_rows, j, affect);
    option_log_odds(person, terms[j], log_odds);
  }
  std::erase_if(parts, [](const TiltPart& part) { return part.log_odds == 0; });
  return parts;
}

} // namespace

/// What was told of the wait, and whether it was so.
void Watch::copy_announced(const Traveller& traveller, const Happening& happening,
                           VisitTrace& visit) const {
  const HeardPromise& told = traveller.announced;
  visit.announced_before = traveller.announced_before;
  if (told.at < 0) {
    return;
  }
  visit.announced = told.within;
  const bool late = plan_->clock.elapsed(told.at, happening.waited_until) > told.within;
  visit.announced_broken = told.judged && late;
  visit.announced_kept = told.judged && !late;
}

void Watch::before(const State& state) { before_ = state; }

void Watch::list_options(const PersonView<float>& person, const Ended& ended,
                         VisitTrace& visit) const {
  const NodeRecord& record = plan_->record(ended.traveller.persona, ended.traveller.node);
  // Only choices lean.
  const float* leaning = visit.person_decides ? ended.leaning : nullptr;
  std::vector<float> shares, tilts;
  for (std::int32_t i = 0; i < record.n_rows; ++i) {
    const std::int32_t at_row = record.first_row + i;
    const PlanRow& row = plan_->rows[static_cast<std::size_t>(at_row)];
    visit.options.push_back({row.to, row.share, row.share});
    visit.chosen = row.to == ended.next && visit.chosen < 0 ? i : visit.chosen;
    shares.push_back(row.share);
    tilts.push_back(tilt_of_row(person, *plan_, record, i, leaning));
  }
  if (visit.person_decides) {
    std::vector<float> tilted(shares.size());
    tilted_shares<float>(shares, tilts, tilted);
    for (std::size_t i = 0; i < tilted.size(); ++i) {
      visit.options[i].probability = tilted[i];
      visit.options[i].tilts = tilt_parts(person, *plan_, record, static_cast<std::int32_t>(i),
                                          leaning, ended.traveller);
    }
  }
}

/// The latest visit there that was felt.
void Watch::list_recalled(const PlanNode& node, VisitTrace& visit) const {
  for (const PlanRecall& recall : node.recalls) {
    const auto felt = [&recall](const VisitTrace& earlier) {
      const auto& events = earlier.events;
      return earlier.touchpoint == recall.of &&
             (earlier.promise_gap != 0 || earlier.promise_verdict != 0 ||
              std::any_of(events.begin(), events.end(), [](bool event) { return event; }));
    };
    const auto& visits = journey_.visits;
    if (const auto latest = std::find_if(visits.rbegin(), visits.rend(), felt);
        latest != visits.rend()) {
      visit.recalled.push_back({recall.of, latest->affect, visit.left - latest->left});
    }
  }
}

void Watch::after(const PersonView<float>& person, const Ended& ended) {
  const Traveller& traveller = ended.traveller;
  const Happening& happening = ended.happening;
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
  visit.silent = happening.gave_up && !happening.refused && traveller.silent;
  visit.refused = happening.refused;
  if (node.risk.present && traveller.struck >= 0) {
    visit.struck = from_fixed(traveller.struck);
    visit.provider_bears = node.risk.by_provider;
  }
  const auto& who = plan_->personas[static_cast<std::size_t>(traveller.persona)];
  visit.may_see = who.relationship.present && (node.hidden || node.waits_behind);
  visit.sees = traveller.sees;
  journey_.heard = traveller.heard;
  journey_.stars = traveller.stars;
  journey_.ratings = traveller.ratings;
  journey_.matched = traveller.matched;
  visit.expectation_quality = at(before_, Field::expectation_quality);
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    visit.adapted[d] = at(before_, adapted_of(static_cast<Dimension>(d)));
    visit.other_references =
        visit.other_references || at(before_, reference_of(static_cast<Dimension>(d))) != 0;
  }
  copy_feelings(visit, ended.state);
  visit.promised = node.promise.given && !happening.gave_up ? node.promise.within : 0;
  copy_announced(traveller, happening, visit);
  if (person.trait(Parameter::availability_strength) > 0) {
    list_recalled(node, visit);
  }
  const NodeRecord& record = plan_->record(traveller.persona, traveller.node);
  visit.person_decides = (record.flags & NodeFlag::person_decides) != 0;
  if (!happening.gave_up) {
    list_options(person, ended, visit);
  }
  visit.next = ended.next;
  journey_.visits.push_back(visit);
}

void Watch::left(const JourneyRow& row, bool counted) {
  journey_.found = true;
  journey_.row = row;
  journey_.counted = counted;
}

} // namespace sojourn
