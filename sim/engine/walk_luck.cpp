// SPDX-License-Identifier: Apache-2.0
#include "models/luck/normal.hpp"
#include "sim/engine/walk.hpp"

// What luck brings to visits: drawn when a touchpoint is stepped onto, or for those who are the
// next to arrive, four side by side.
namespace sojourn::inline SOJOURN_WORLD {
namespace {

/// at_word of four: what some of them need, for all.
SOJOURN_INLINE Float4 at_words(const QuantileForms<Float4>& forms, const QuantileTables& tables,
                               Word4 words) {
  const Float4 z =
      any(needs_normal(forms)) ? normal_from_word<Float4>(words) : broadcast<Float4>(0.0F);
  return tables.n_rows() > 0 ? at_word_with<true>(forms, tables.rows(), words, z)
                             : at_word_with<false>(forms, nullptr, words, z);
}

} // namespace

void Walk::draw_first_visits(const Arrival* people, VisitLuck* luck) const {
  Word4 agents{}, names{};
  QuantileForms<Float4> takes{};
  bool felt_apart = false;
  for (std::size_t lane = 0; lane < visits_abreast; ++lane) {
    const Who here = who(people[lane]);
    const NodeRecord& record = plan_->record(here.persona, here.start);
    agents[lane] = people[lane].agent;
    names[lane] = record.name;
    takes.shift[lane] = record.takes.shift;
    takes.a[lane] = record.takes.a;
    takes.b[lane] = record.takes.b;
    takes.table[lane] = record.takes.table;
    felt_apart = felt_apart || record.feel_spread != 0;
  }
  const Block<Word4> drawn =
      words<Float4>(plan_->seed, replication_, agents, names, broadcast<Word4>(0U), Purpose::visit);
  const Float4 minutes = at_words(takes, plan_->tables, drawn.word[0]);
  const Float4 feeling =
      felt_apart ? normal_from_word<Float4>(drawn.word[1]) : broadcast<Float4>(0.0F);
  for (std::size_t lane = 0; lane < visits_abreast; ++lane) {
    for (std::size_t word = 0; word < 4; ++word) {
      luck[lane].words[word] = drawn.word[word][lane];
    }
    luck[lane].takes = ticks_of(static_cast<double>(minutes[lane]));
    luck[lane].feeling = feeling[lane];
  }
}

} // namespace sojourn::inline SOJOURN_WORLD
