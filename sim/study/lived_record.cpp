// SPDX-License-Identifier: Apache-2.0
#include "sim/study/lived_record.hpp"

namespace sojourn {
namespace {

constexpr int neutral_bin = n_affect_bins / 2; // the first bin at or above 0

void add_bins(LivedTouchpoint& to, const std::int64_t* bins) {
  for (int bin = 0; bin < n_affect_bins; ++bin) {
    const std::int64_t middle = 2 * (bin - neutral_bin) + 1;
    (bin < neutral_bin ? to.pain : to.joy) += bins[bin] * middle;
    to.content += bin < neutral_bin ? 0 : bins[bin];
  }
}

} // namespace

LivedRecord lived_of(const Tally& tally) {
  LivedRecord record;
  const std::size_t n = tally.shape.n_touchpoints;
  record.touchpoints.resize(n);
  for (std::size_t persona = 0; persona < tally.personas.size(); ++persona) {
    const PersonaTally& people = tally.personas[persona];
    record.journeys += people.journeys;
    record.finished += people.finished;
    for (int bin = neutral_bin; bin < n_affect_bins; ++bin) {
      record.content += people.remembered_bins[static_cast<std::size_t>(bin)];
    }
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t at = persona * n + i;
      record.touchpoints[i].visits += tally.visits[at].visits;
      add_bins(record.touchpoints[i], &tally.affect_bins[at * n_affect_bins]);
    }
  }
  return record;
}

} // namespace sojourn
