// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/visit.hpp"
#include "sim/engine/plan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sojourn {

/// How many episodes somebody can still bring to mind; the oldest gives way. So many times evidence
/// may have presented one of them again.
inline constexpr std::size_t max_episodes = 32;

/// What people remember of single touchpoints, for the mechanism `availability`: a summary of each
/// touchpoint that a choice may lead to, or, for those who retrieve, their latest episodes. Nobody
/// has both. Empty where no choice can be moved by it. `who` counts people from 0, `now` is wall
/// time in ticks, a whole number. The same code for both engines; P as in Walk.
class PlaceMemory {
public:
  PlaceMemory(const Plan& plan, std::size_t n_people);
  /// Somebody acts on such memories.
  [[nodiscard]] bool used() const { return n_rows_ > 1; }
  void make_room(std::size_t n_people);
  /// Somebody new, who came then and remembers nothing.
  void forget(std::size_t who, double arrival);
  void copy(std::size_t from, std::size_t to);

  /// Before a visit is remembered: what the person knows of `node` comes into their fields.
  template <class P> void bring(P& person, std::size_t who, NodeIndex node, double now) const;
  /// After it was remembered: what they know now is kept.
  template <class P> void keep(const P& person, std::size_t who, NodeIndex node, double now);
  /// What going on to the target of each row of a list is worth, log-odds; 0 for rows that lead
  /// out. `tilts` has one element per row.
  template <class P>
  void lean(const P& person, std::size_t who, const NodeRecord& record, double now,
            float* tilts) const;

  /// The summaries, [who][n_rows()] rows of four numbers: a RememberedPlace, and when the last
  /// event there was, in days since arrival. Row 0 is of no place and stays empty.
  [[nodiscard]] float* rows() { return &summaries_.data()->good; }
  [[nodiscard]] std::size_t n_rows() const { return n_rows_; }

private:
  struct alignas(16) Summary {
    float good = 0, bad = 0, weight = 0; // as RememberedPlace
    float at = 0;                        // of the last event there, days since arrival
  };
  struct Latest { // event at a place
    float affect = 0;
    double at = 0;
    bool any = false;
  };
  struct Episodes {
    std::array<float, max_episodes> affect;
    std::array<NodeIndex, max_episodes> node;
    std::array<double, max_episodes> at;
    std::uint32_t n = 0; // lived so far
  };
  struct Again {                                     // evidence of an episode
    std::array<std::uint32_t, max_episodes> episode; // as Episodes::n counted it
    std::array<float, max_episodes> strength;
    std::array<double, max_episodes> at;
    std::uint32_t n = 0; // met so far
  };

  template <class P> [[nodiscard]] bool summarises(const P& person) const;
  template <class P> [[nodiscard]] bool retrieves(const P& person) const;
  [[nodiscard]] std::size_t row_of(std::size_t who, NodeIndex node) const;
  [[nodiscard]] float days_since(std::size_t who, const Summary& place, double now) const;
  template <class P> void keep_event(const P& person, std::size_t who, NodeIndex node, double now);
  template <class P>
  void present_again(const P& person, std::size_t who, const PlanRecall& recall, double now);
  template <class P>
  void refresh_summary(const P& person, std::size_t who, const PlanRecall& recall, double now);
  void note_again(std::size_t who, const PlanRecall& recall, double now);
  template <class P>
  [[nodiscard]] float anticipated_at(const P& person, std::size_t who, NodeIndex target,
                                     double now) const;
  template <class P>
  [[nodiscard]] float retrieved_at(const P& person, std::size_t who, NodeIndex target,
                                   double now) const;
  [[nodiscard]] std::array<float, max_episodes> presented_again(std::size_t who, float power,
                                                                double now) const;

  const Plan* plan_;
  std::size_t n_rows_;             // of each person: places and, before them, none
  std::vector<Summary> summaries_; // [who][row]
  std::vector<double> arrivals_;   // [who]
  std::vector<Episodes> episodes_; // [who], where somebody retrieves
  // Where evidence presents memories again:
  std::vector<Latest> latest_; // [who][row]
  std::vector<Again> again_;   // [who], where somebody retrieves
};

} // namespace sojourn
