// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/models/visit/random_people.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace sojourn;
using sojourn::tests::any_crowd;
using sojourn::tests::any_visits;
using sojourn::tests::Crowd;
using sojourn::tests::each;

namespace {
template <class P> void put(P& person, PerKind<typename P::F> weights) {
  person.set(Field::segment_peak, weights.stay); // any field will do to compare
  person.set(Field::segment_trough, weights.served);
  person.set(Field::hours, weights.lost);
}

// Every stage and helper in turn, the result left in the fields.
const auto run_stage = [](auto& person, int stage) {
  using F = typename std::remove_reference_t<decltype(person)>::F;
  const F one = broadcast<F>(1);
  switch (stage) {
  case 0:
    return appraise(person);
  case 1:
    return believe(person);
  case 2:
    return remember(person);
  case 3:
    return recall(person);
  case 4:
    return deliberate(person, broadcast<F>(.65F));
  case 5:
    return put(person, option_weights(person, {one, one, one}));
  case 6:
    return person.set(Field::hours, felt_minutes_of(person, person.get(Field::hours)));
  case 7:
    return person.set(Field::days, anchored(person.get(Field::days), person.get(Field::hours),
                                            announcement_pull(person)));
  default: {
    const F u = (person.get(Field::affect) + 5.5F) / 11.0F;
    return person.set(Field::affect, patience_uniform(u, person.get(Field::tilt_wait)));
  }
  }
};
constexpr int n_stages = 9;
} // namespace

TEMPLATE_TEST_CASE("every stage gives the same bits on lanes as on one person", "", Float4, Float8,
                   Float16) {
  const auto lanes = any_crowd(1), alone = any_crowd(1);
  for (std::uint32_t visit = 0; visit < 8; ++visit) {
    any_visits(*lanes, visit);
    any_visits(*alone, visit);
    for (int stage = 0; stage < n_stages; ++stage) {
      each<TestType>(*lanes, [&](auto& people) { run_stage(people, stage); });
      each<float>(*alone, [&](auto& person) { run_stage(person, stage); });
      INFO("visit " << visit << ", stage " << stage);
      REQUIRE(lanes->same_bits(*alone));
    }
  }
}

namespace {
/// FNV-1a over everything a crowd carries after a few visits.
template <class F> std::uint64_t fingerprint() {
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto crowd = any_crowd(7);
  for (std::uint32_t visit = 0; visit < 20; ++visit) {
    any_visits(*crowd, visit);
    each<F>(*crowd, [](auto& people) {
      experience(people);
      deliberate(people, broadcast<F>(.65F));
    });
    for (const Column& column : crowd->fields) {
      for (const float value : column) {
        hash = (hash ^ bits_as<std::uint32_t>(value)) * 0x100000001b3U;
      }
    }
  }
  return hash;
}
} // namespace

// A compiler or an instruction set may not change it; an equation or a legal range may, and then
// the new number is approved here.
TEST_CASE("the bits of a crowd are known, whatever compiler and instruction set") {
  CHECK(fingerprint<float>() == 0xc5b81520f6fdeef6U);
  CHECK(fingerprint<KernelLanes>() == 0xc5b81520f6fdeef6U);
}

TEST_CASE("a person in two arrays is the person in columns") {
  const auto crowd = any_crowd(2);
  any_visits(*crowd, 0);
  Fields<float> fields{};
  Traits<float> traits{};
  for (std::size_t lane = 0; lane < n_lanes; lane += 17) {
    crowd->take_out(lane, fields, traits);
    PersonView<float> person(fields.data(), traits.data());
    LaneView<float> in_columns(crowd->fields, crowd->traits, lane);
    experience(person);
    experience(in_columns);
    for (std::size_t i = 0; i < n_fields; ++i) {
      CHECK(fields[i] == crowd->fields[i][lane]);
    }
  }
}

namespace {
/// The options of a crowd in front of lists of 1 .. 4 rows, different in every lane.
template <class F> struct LaneRows {
  using Word = typename Lanes<F>::Word;
  const Column* shares;
  const Column* weights;
  const std::uint32_t (*thresholds)[n_lanes];
  const std::int32_t* lasts;
  std::size_t lane;

  F share(int j) const { return load<F>(shares[j] + lane); }
  F weight(int j) const { return load<F>(weights[j] + lane); }
  Word below(int j) const { return load<Word>(thresholds[j] + lane); }
  typename Lanes<F>::Int last() const { return load<typename Lanes<F>::Int>(lasts + lane); }
};

struct Lists {
  Column shares[4]{}, weights[4]{};
  std::uint32_t thresholds[4][n_lanes]{};
  std::int32_t lasts[n_lanes]{};
  std::uint32_t luck[n_lanes]{};

  explicit Lists(std::uint32_t seed) {
    std::fill(&thresholds[0][0], &thresholds[0][0] + 4 * n_lanes, 0xffffffffU);
    for (std::size_t lane = 0; lane < n_lanes; ++lane) {
      tests::Dice dice(seed * 1000 + static_cast<std::uint32_t>(lane));
      const int n = 1 + static_cast<int>(lane % 4);
      const bool tilted = dice.coin();
      double cumulative = 0;
      for (int j = 0; j < n; ++j) {
        const double share = j + 1 == n ? 1 - cumulative : (1 - cumulative) * dice.uniform();
        cumulative += share;
        shares[j][lane] = static_cast<float>(share);
        weights[j][lane] = tilted ? static_cast<float>(dice.uniform()) : 1.0F;
        thresholds[j][lane] = threshold(cumulative);
      }
      lasts[lane] = n - 1;
      luck[lane] = static_cast<std::uint32_t>(dice.uniform() * 0x1p32);
    }
    luck[0] = luck[1] = luck[2] = luck[3] = 0xffffffffU;
  }

  template <class F> std::vector<std::int32_t> choices() const {
    std::vector<std::int32_t> result(n_lanes);
    for (std::size_t lane = 0; lane < n_lanes; lane += std::size_t(Lanes<F>::width)) {
      const LaneRows<F> rows{shares, weights, thresholds, lasts, lane};
      store(result.data() + lane, choose<F>(load<typename Lanes<F>::Word>(luck + lane), rows, 4));
    }
    return result;
  }
};
} // namespace

TEST_CASE("a choice is the same on lanes, alone, and without the rows of other lanes") {
  for (std::uint32_t seed = 1; seed < 20; ++seed) {
    const Lists lists(seed);
    const auto alone = lists.choices<float>();
    CHECK(lists.choices<Float4>() == alone);
    CHECK(lists.choices<Float8>() == alone);
    CHECK(lists.choices<Float16>() == alone);
    for (std::size_t lane = 0; lane < n_lanes; ++lane) {
      const LaneRows<float> rows{lists.shares, lists.weights, lists.thresholds, lists.lasts, lane};
      CHECK(choose<float>(lists.luck[lane], rows, lists.lasts[lane] + 1) == alone[lane]);
    }
  }
}
