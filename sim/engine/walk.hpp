// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/normal.hpp"
#include "models/luck/stream.hpp"
#include "models/people/view.hpp"
#include "models/visit.hpp"
#include "sim/engine/arrivals.hpp"
#include "sim/engine/plan.hpp"
#include "sim/engine/traveller.hpp"
#include "sim/engine/world.hpp"

#include <cstdint>
#include <optional>
#include <vector>

// What happens to one person between two moments of psychology: the same code for both engines, so
// that they give the same rows bit for bit. P is PersonView<float> or LaneView<float>.
namespace sojourn::inline SOJOURN_WORLD {

class Walk {
public:
  Walk(const Plan& plan, std::uint32_t replication);

  [[nodiscard]] Address address(const Traveller& traveller) const {
    return {plan_->seed, replication_, traveller.agent, node_of(traveller).name,
            traveller.occurrence};
  }

  struct Who {
    std::int32_t persona = 0;
    NodeIndex start = 0;
  };
  /// Who arrives, and where.
  [[nodiscard]] Who who(const Arrival& arrival) const {
    return {persona_of(arrival), start_of(arrival)};
  }
  [[nodiscard]] std::int32_t persona_of(const Arrival& arrival) const {
    return arrival.persona >= 0
               ? arrival.persona
               : static_cast<std::int32_t>(
                     pick(arrival.luck[1], plan_->personas.size(),
                          [this](std::size_t i) { return plan_->personas[i].threshold; }));
  }
  /// Visits expected from the start of the journey on the way to being served; 0: nobody asks.
  [[nodiscard]] float goal_start(std::int32_t persona, NodeIndex start) const {
    return plan_->goal_visits.empty() ? 0 : plan_->goal_visits[place_of(persona, start)];
  }
  /// Who arrives: persona, start and clock of a fresh traveller; the caller then draws the traits.
  void arrive_person(Traveller& traveller, const Arrival& arrival) const;
  /// `set(parameter, value)` for every trait that is drawn rather than constant.
  template <class Set>
  void draw_traits(std::int32_t persona, std::uint32_t agent, const Set& set) const {
    const PlanPersona& spec = plan_->personas[static_cast<std::size_t>(persona)];
    for (const auto& [parameter, form] : spec.drawn_traits) {
      set(parameter, drawn_trait(agent, parameter, form));
    }
    if (!plan_->culture.empty()) {
      bend_traits(persona, agent, set);
    }
  }
  [[nodiscard]] float mood(std::int32_t persona, std::uint32_t agent) const {
    const PlanPersona& spec = plan_->personas[static_cast<std::size_t>(persona)];
    return spec.same_mood ? spec.usual_mood : drawn_mood(spec, agent);
  }

  /// Steps onto a touchpoint at `now`: channel, marks of agreements and value. luck and occurrence
  /// are set by the caller.
  template <class P> void enter(P& person, Traveller& traveller, NodeIndex node, Ticks now) const;

  /// How long the person's own part of this visit takes.
  [[nodiscard]] Ticks takes(const Traveller& traveller) const {
    const float minutes =
        at_word<float>(record_of(traveller).takes, plan_->tables.rows(), traveller.luck[0]);
    return ticks_of(static_cast<double>(minutes * practised(traveller)));
  }
  /// What luck brings to this visit: `takes` and more.
  [[nodiscard]] SOJOURN_INLINE VisitLuck draw_visit(const Traveller& traveller) const {
    const NodeRecord& record = record_of(traveller);
    VisitLuck luck;
    luck.words = words(address(traveller), Purpose::visit);
    const float minutes = at_word<float>(record.takes, plan_->tables.rows(), luck.words[0]);
    luck.takes = ticks_of(static_cast<double>(minutes * practised(traveller)));
    luck.feeling = record.feel_spread == 0 ? 0.0F : normal_from_word<float>(luck.words[1]);
    return luck;
  }
  /// The same for the first visits of so many people who are to arrive.
  static constexpr std::size_t visits_abreast = 4;
  void draw_first_visits(const Arrival* people, VisitLuck* luck) const;
  /// How much work the n-th job of this journey here is.
  [[nodiscard]] Ticks job_work(const Traveller& traveller, const Job& job) const;
  /// When patience ends that starts at `from`, after `nth_news` news; `never` where nobody leaves.
  template <class P>
  [[nodiscard]] Ticks patience_end(const P& person, const Traveller& traveller,
                                   std::uint32_t nth_news, Ticks from) const;
  /// The n-th update (from 0) of a wait that started at `entered`; `never` where there is none.
  [[nodiscard]] Ticks update_at(const Traveller& traveller, std::uint32_t n) const;
  /// The race of service, news and patience where it is known when service starts: the uncontended
  /// world. Ties: service, then news, then patience.
  template <class P>
  [[nodiscard]] Happening race(const P& person, const Traveller& traveller, Ticks service,
                               Ticks wait_from) const;

  /// Who has just joined a line is told how long it takes, or how many people are before them.
  static void hear_wait(Traveller& traveller, Ticks wait);
  static void hear_place(Traveller& traveller, std::int32_t before);

  /// Waiting counts to the journey.
  void spend_wait(Traveller& traveller, const Happening& happening) const {
    const PlanNode& node = node_of(traveller);
    if (node.waits()) {
      (uses(node.waits_behind) ? traveller.waited_back : traveller.waited_front) +=
          happening.waited_until - traveller.entered;
    }
  }
  /// Turns what happened into the inputs of the psychological stages. The quality level of the
  /// touchpoint (mean, spread, row) is there already.
  template <class P>
  void perceive(P& person, Traveller& traveller, const Happening& happening) const;
  /// After memory and before the choice: announcements heard, news, deliveries; who gives up
  /// without a word.
  void conclude(Traveller& traveller, const Happening& happening) const;

  /// After `conclude`, where books are kept: `journey` is this journey's entries [touchpoint].
  void keep_books(Traveller& traveller, const Happening& happening, LedgerEntry* journey) const;
  /// After `finish`: a finished journey's entries go into the tally.
  void close_books(const Traveller& traveller, const JourneyRow& row, const LedgerEntry* journey,
                   Tally& tally) const;

  /// The row of the touchpoint's list that luck or the person chooses; the world's before
  /// appraisal, the person's after `deliberate`; `leaning` as for tilt_of_row.
  [[nodiscard]] const PlanRow& world_row(const Traveller& traveller) const {
    const NodeRecord& record = record_of(traveller);
    const PlanRow* rows = &plan_->rows[static_cast<std::size_t>(record.first_row)];
    const std::uint32_t word = traveller.luck[2];
    if ((record.flags & NodeFlag::many_rows) == 0) { // counted, because luck cannot be guessed
      const int passed = (word >= record.thresholds[0] ? 1 : 0) +
                         (word >= record.thresholds[1] ? 1 : 0) +
                         (word >= record.thresholds[2] ? 1 : 0);
      return rows[std::min(passed, record.n_rows - 1)];
    }
    return rows[pick(word, static_cast<std::size_t>(record.n_rows),
                     [rows](std::size_t i) { return rows[i].threshold; })];
  }
  template <class P>
  [[nodiscard]] const PlanRow& chosen_row(const P& person, const Traveller& traveller,
                                          const float* leaning) const;

  /// The journey's row. `exit` -1: unfinished at `now`.
  template <class P>
  [[nodiscard]] JourneyRow finish(const P& person, Traveller& traveller, std::int32_t exit,
                                  Ticks now) const;

private:
  /// Where they start: members who come again perhaps elsewhere.
  [[nodiscard]] NodeIndex start_of(const Arrival& arrival) const {
    const auto& starts = uses(plan_->members.n > 0) && plan_->comes_again(arrival.agent) &&
                                 !plan_->members.starts.empty()
                             ? plan_->members.starts
                             : plan_->starts;
    return starts[pick(arrival.luck[2], starts.size(),
                       [&starts](std::size_t i) { return starts[i].second; })]
        .first;
  }
  /// The first of n options whose cumulative threshold lies above the word.
  template <class Thresholds>
  [[nodiscard]] static std::size_t pick(std::uint32_t word, std::size_t n,
                                        const Thresholds& threshold_of) {
    std::size_t i = 0;
    while (i + 1 < n && word >= threshold_of(i)) {
      ++i;
    }
    return i;
  }
  [[nodiscard]] float drawn_mood(const PlanPersona& spec, std::uint32_t agent) const;
  /// Until what is promised, as this person thinks before hearing a promise.
  [[nodiscard]] Ticks expected_time(const PlanPersona& spec, std::uint32_t agent) const;
  /// One person's place on the scales: the group's and their own distance from it.
  [[nodiscard]] std::array<float, n_culture_scales> culture_of(std::int32_t persona,
                                                               std::uint32_t agent) const;
  /// The factor that culture puts on a number of theirs; 1 where it bends nothing.
  [[nodiscard]] float bend(std::int32_t persona, std::uint32_t agent, CultureTarget target) const;
  [[nodiscard]] float bent_trait(std::int32_t persona, std::uint32_t agent, Parameter parameter,
                                 float factor) const;
  template <class Set>
  void bend_traits(std::int32_t persona, std::uint32_t agent, const Set& set) const {
    for (const CultureTargetRow& row : culture_targets) {
      if (row.parameter) {
        if (const float factor = bend(persona, agent, row.target); factor != 1.0F) {
          set(*row.parameter, bent_trait(persona, agent, *row.parameter, factor));
        }
      }
    }
  }
  [[nodiscard]] const PlanRelationship& relationship_of(const Traveller& traveller) const {
    return plan_->personas[static_cast<std::size_t>(traveller.persona)].relationship;
  }
  /// Of those who lose patience, whether this one says nothing; `silent` is the share's threshold.
  [[nodiscard]] bool leaves_silently(const Traveller& traveller, std::uint32_t silent) const;
  /// Whether what is offered is what this person needs.
  [[nodiscard]] bool draw_match(const Traveller& traveller) const {
    const std::uint32_t matched = relationship_of(traveller).matched;
    return matched == 0xffffffffU || draws_match(traveller, matched);
  }
  [[nodiscard]] bool draws_match(const Traveller& traveller, std::uint32_t matched) const;
  /// What is agreed here is misunderstood, once.
  template <class P> void agree(P& person, Traveller& traveller) const;
  /// Whether this visit lets them look behind the line of visibility.
  void look(Traveller& traveller, const PlanNode& node) const;
  /// Nothing of this visit reaches them.
  template <class P> static void overlook(P& person);
  [[nodiscard]] bool is_plain(const Traveller& traveller) const {
    return plain_[static_cast<std::size_t>(traveller.node)] != 0;
  }
  template <class P> void perceive_plain(P& person, Traveller& traveller) const;
  template <class P>
  void perceive_world(P& person, Traveller& traveller, const Happening& happening) const;
  [[nodiscard]] float drawn_trait(std::uint32_t agent, Parameter parameter,
                                  const QuantileForm& form) const;
  /// What is left of a persona's worth after this much of the counted time, fixed point.
  [[nodiscard]] std::int64_t worth_after(std::int32_t persona, Ticks lost) const;
  /// Who gave up in silence is no case of any agreement on operations.
  void forget_silent(Traveller& traveller) const;
  /// How far this visit lies from what was expected, for the survey; before it is felt.
  template <class P> void note_surprise(const P& person, Traveller& traveller) const;
  /// Nothing counts but the affect that the touchpoint prescribes.
  template <class P> void feel_exactly(P& person, float affect) const;
  template <class P> [[nodiscard]] float memory_asked(const P& person) const;
  template <class P>
  [[nodiscard]] float satisfaction_of(const P& person, const Traveller& traveller) const;
  /// The person is asked, and answers or does not.
  template <class P> void ask(const P& person, Traveller& traveller) const;
  /// What is left of time and effort after so many visits here; 1 at the first.
  [[nodiscard]] float practised(const Traveller& traveller) const {
    return uses(node_of(traveller).practice > 0) ? eased_by_practice(traveller) : 1.0F;
  }
  [[nodiscard]] float eased_by_practice(const Traveller& traveller) const;
  /// Whoever serves is kind or unkind, and may make good what went badly.
  template <class P> void meet_staff(P& person, const Traveller& traveller) const;
  /// Whether the event that this visit risks happens, what it takes and how it is felt.
  template <class P> void strike(P& person, Traveller& traveller, const Happening& happening) const;
  /// Value was realised, and the journey ended served.
  [[nodiscard]] bool realises(const Traveller& traveller, const JourneyRow& row) const;
  void settle(const Traveller& traveller, JourneyRow& row) const;
  void choose_channel(Traveller& traveller, const PlanNode& node) const;
  void mark_agreements(Traveller& traveller, const PlanNode& node, Ticks now) const;
  template <class P>
  void close_agreements(const P& person, Traveller& traveller, const JourneyRow& row,
                        Ticks now) const;
  template <class P>
  [[nodiscard]] bool judge(const P& person, const PlanAgreement& agreement,
                           const JourneyRow& row) const;
  void judge_wait(Traveller& traveller, const PlanNode& node, const Happening& happening) const;
  template <class P>
  void perceive_silence(P& person, const Traveller& traveller, const PlanNode& node,
                        const Happening& happening) const;
  template <class P>
  void perceive_time(P& person, const Traveller& traveller, const PlanNode& node,
                     const Happening& happening) const;
  template <class P>
  void perceive_journey(P& person, const Traveller& traveller, const Happening& happening) const;
  template <class P>
  [[nodiscard]] float news_of_promise(const P& person, const Traveller& traveller,
                                      const PlanNode& node, const Happening& happening) const;
  template <class P>
  void perceive_promise(P& person, Traveller& traveller, const PlanNode& node,
                        const Happening& happening) const;
  /// The wait against what was announced of it.
  template <class P>
  void perceive_announced(P& person, Traveller& traveller, const PlanNode& node,
                          const Happening& happening) const;
  /// So many minutes early (> 0) or late, in affect points; slopes for each hour.
  [[nodiscard]] float against_time(const Traveller& traveller, float early_minutes,
                                   std::optional<double> early, std::optional<double> late) const;
  template <class P>
  [[nodiscard]] float felt_between(const P& person, const Traveller& traveller, Ticks origin,
                                   Ticks from, Ticks to) const;
  [[nodiscard]] std::uint32_t n_updates(const Traveller& traveller,
                                        const Happening& happening) const {
    return !uses(node_of(traveller).updates_every != 0) ? 0 : n_heard(traveller, happening);
  }
  [[nodiscard]] std::uint32_t n_heard(const Traveller& traveller, const Happening& happening) const;
  [[nodiscard]] const PlanNode& node_of(const Traveller& traveller) const {
    return plan_->nodes[static_cast<std::size_t>(traveller.node)];
  }
  [[nodiscard]] std::size_t place_of(std::int32_t persona, NodeIndex node) const {
    return static_cast<std::size_t>(persona) * plan_->n_touchpoints +
           static_cast<std::size_t>(node);
  }
  [[nodiscard]] const NodeRecord& record_of(const Traveller& traveller) const {
    return plan_->record(traveller.persona, traveller.node);
  }

  const Plan* plan_;
  std::uint32_t replication_;
  // [touchpoint]: nothing of the world but that time passes; whoever serves may be kind or unkind.
  std::vector<std::uint8_t> plain_, manners_;
};

} // namespace sojourn::inline SOJOURN_WORLD
