// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "models/mechanisms/ratings.hpp"
#include "sim/engine/service_engine.hpp"

// Ratings: who leaves one, who reads their mean, and who stays away because of it. What is shown
// is kept as whole stars and their sum, so that taking an old one away leaves no trace.
namespace sojourn::inline SOJOURN_WORLD {

void ServiceEngine::leave_rating(const JourneyRow& row) {
  const PlanRatings& ratings = plan_->ratings;
  const Address at{plan_->seed, replication_, row.agent, 0, 0};
  const auto remembered = static_cast<double>(row.remembered);
  const bool leaves = ratings.everybody_leaves ||
                      (!ratings.nobody_leaves && uniform_open(words(at, Purpose::rating)[0]) <
                                                     answer_chance(ratings.base, ratings.extremity,
                                                                   ratings.tilt, remembered));
  if (!leaves) {
    return;
  }
  const auto stars = static_cast<std::uint8_t>(stars_of(row.remembered));
  board_.stars += stars;
  if (ratings.last == 0) {
    ++board_.n;
  } else if (board_.latest.size() < ratings.last) {
    board_.latest.push_back(stars);
    ++board_.n;
  } else {
    board_.stars -= board_.latest[board_.next];
    board_.latest[board_.next] = stars;
    board_.next = (board_.next + 1) % ratings.last;
  }
}

void ServiceEngine::read_ratings(const Arrival& arrival, Opinion& opinion) {
  const Address at{plan_->seed, replication_, arrival.agent, 0, 0};
  if (board_.n > 0 && falls_under(words(at, Purpose::rating)[1], plan_->ratings.read)) {
    opinion.stars =
        static_cast<float>(static_cast<double>(board_.stars) / static_cast<double>(board_.n));
    opinion.ratings = static_cast<std::int32_t>(board_.n);
  }
}

/// Everybody has a number of stars of their own below which they do not come.
bool ServiceEngine::stays_away(const Arrival& arrival, const Opinion& opinion) const {
  if (!plan_->ratings.keeps_away || opinion.ratings == 0) {
    return false;
  }
  const Address at{plan_->seed, replication_, arrival.agent, 0, 0};
  return opinion.stars < at_word<float>(plan_->ratings.comes_from, plan_->tables.rows(),
                                        words(at, Purpose::rating)[2]);
}

void ServiceEngine::come(const Arrival& arrival, Opinion opinion, const VisitLuck* first) {
  if (plan_->ratings.present) {
    read_ratings(arrival, opinion);
    const bool away = stays_away(arrival, opinion);
    if (opinion.ratings > 0 && arrival.at >= plan_->warm_up && arrival.at < plan_->horizon) {
      PersonaTally& people = tally.personas[static_cast<std::size_t>(walk_.persona_of(arrival))];
      ++people.readers;
      people.stars_read += to_fixed(static_cast<double>(opinion.stars));
      people.stayed_away += away ? 1 : 0;
    }
    if (away) {
      return;
    }
  }
  arrive(arrival, opinion, first);
}

} // namespace sojourn::inline SOJOURN_WORLD
