// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/arrivals.hpp"
#include "tests/unit/sim/engine/social.hpp"

#include <algorithm>
#include <map>
#include <set>

// Who talks to whom: nothing where everybody may talk to everybody, and otherwise those who are
// said, so many and no others.
namespace {

using namespace sojourn;
using namespace sojourn::social;

/// Stars are happy in the end, the others are not moved.
std::string journey(const std::string& arrivals, const std::string& word) {
  return R"(sojourn: 1
personas:
  everyone: { biases: { peak_end: {}, reference_dependence: {} } }
  star: { share: 20% }
  other: { share: 80% }
arrivals: { )" +
         arrivals + R"( }
touchpoints:
  look:
    takes: 1 h
    then: [ { to: glad, for: star }, { to: choose, for: other } ]
  glad: { takes: 30 min, feels: +4, then: [ { to: choose } ] }
  choose: { decides: person, then: [ { to: done, share: 50% }, { to: left, share: rest } ] }
exits: { done: { outcome: served }, left: { outcome: lost } }
experiment: { horizon: 3 weeks, seed: 5 }
word_of_mouth: { )" +
         word + " }\n";
}

const std::string by_rate = "rate: 2 per hour";
const std::string usual = "talks: 1 per week, good: 0.5 per week, comes: 30%";

bool told(const JourneyRow& row) { return row.told; }
bool is_star(const JourneyRow& row) { return row.persona == 0; }

} // namespace

TEST_CASE("A network without a limit changes no bit") {
  const auto field = rows_of(journey(by_rate, usual));
  CHECK(count_if(field, told) > 300);
  CHECK(rows_of(journey(by_rate, usual + ", network: {}")) == field);
  // Groups that mix as people come: the same people; what they hear is the same mean.
  const std::string mixed = ", weight: 0, expectation: 0";
  CHECK(
      rows_of(journey(by_rate, usual + mixed +
                                   ", network: { groups: { star: { star: 20%, other: 80% } } }")) ==
      rows_of(journey(by_rate, usual + mixed)));
}

TEST_CASE("Whom groups do not tell does not come") {
  const std::string apart =
      ", network: { groups: { star: { other: 100% }, other: { star: 100% } } }";
  const std::string quiet = "talks: 0 per week, good: 1 per week, comes: 30%, weight: 0";
  const auto rows = rows_of(journey(by_rate, quiet + apart));
  CHECK(count_if(rows, told) > 100);
  for (const JourneyRow& row : rows) {
    CHECK((!row.told || !is_star(row))); // only stars have something to tell
  }
  const auto mixed = rows_of(journey(by_rate, quiet));
  CHECK(std::any_of(mixed.begin(), mixed.end(),
                    [](const JourneyRow& row) { return row.told && is_star(row); }));
}

TEST_CASE("People hear what their own kind says") {
  const std::string heeded = "talks: 1 per week, comes: 0%, weight: 3, trust: 1, expectation: 0";
  const std::string own = ", network: { groups: { star: { star: 100% }, other: { other: 100% } } }";
  const auto left = [](const std::vector<JourneyRow>& rows) {
    return mean_if(
        rows, [](const JourneyRow& row) { return !is_star(row); },
        [](const JourneyRow& row) { return row.exit == 1 ? 1.0 : 0.0; });
  };
  // Among themselves the others hear nothing good.
  CHECK(left(rows_of(journey(by_rate, heeded + own))) >
        left(rows_of(journey(by_rate, heeded))) + 0.02);
}

TEST_CASE("With one acquaintance, whoever was told has nobody left to tell") {
  const std::string loud = "talks: 5 per week, comes: 100%, weight: 0";
  const auto count = [&](const std::string& network) {
    return count_if(rows_of(journey("list: [ week 1 Mon 01:00, week 1 Mon 02:00 ]",
                                    loud + network + ", population: 4000")),
                    told);
  };
  CHECK(count(", network: { contacts: 1 }") == 2); // of those on the list one each
  CHECK(count("") > 100);
}

TEST_CASE("The more acquaintances, the more come") {
  const std::string words = "talks: 2 per week, comes: 30%, weight: 0, expectation: 0";
  double before = 0;
  for (const char* contacts : {"1", "3", "20"}) {
    const double now = count_if(
        rows_of(journey(by_rate, words + ", network: { contacts: " + contacts + " }")), told);
    CHECK(now > before);
    before = now;
  }
  CHECK(count_if(rows_of(journey(by_rate, words)), told) > before);
}

namespace {

std::string club(const std::string& members, const std::string& word = "") {
  return journey("population: 60, returns: { every: 2 weeks }",
                 "talks: 0 per week, good: 1 per week, comes: 100%, weight: 0" + word +
                     ", network: { members: { " + members + " } }");
}

std::uint32_t member_of(const JourneyRow& row) { return (row.agent >> journeys_shift) & 0xfffffU; }

/// Of those who came because they were told, how many stand beside a star on the ring of 60.
double beside_stars(const std::vector<JourneyRow>& rows) {
  std::map<std::uint32_t, bool> star;
  for (const JourneyRow& row : rows) {
    star[member_of(row)] = is_star(row);
  }
  return mean_if(rows, told, [&](const JourneyRow& row) {
    const std::uint32_t here = member_of(row);
    return star[(here + 1) % 60] || star[(here + 59) % 60] ? 1.0 : 0.0;
  });
}

} // namespace

TEST_CASE("Members tell their neighbours on the ring; rewired, anybody") {
  const auto ring = rows_of(club("near: 2, rewired: 0%"));
  CHECK(count_if(ring, told) > 10);
  CHECK(beside_stars(ring) == 1);
  const auto anybody = rows_of(club("near: 2, rewired: 100%"));
  CHECK(count_if(anybody, told) > 10);
  CHECK(beside_stars(anybody) < 0.9);
}

TEST_CASE("A member comes again once, earlier where somebody told them") {
  const auto plain = rows_of(club("near: 2, rewired: 0%", ", lasts: 0 s"));
  const auto rows = rows_of(club("near: 2, rewired: 0%"));
  std::map<std::uint32_t, Ticks> first;
  for (const JourneyRow& row : plain) {
    CHECK_FALSE(row.told);
    if ((row.agent & 0xff) == 0) { // later ones follow from these
      first[row.agent] = row.arrival;
    }
  }
  std::map<std::uint32_t, std::int32_t> seen;
  std::int32_t earlier = 0;
  for (const JourneyRow& row : rows) {
    CHECK(++seen[row.agent] == 1);
    if (const auto found = first.find(row.agent); found != first.end()) {
      CHECK(row.arrival <= found->second);
      CHECK((row.arrival < found->second) == row.told);
      earlier += row.told ? 1 : 0;
    }
  }
  CHECK(earlier > 5);
}

TEST_CASE("Of those outside, each member tells so many, however often they come") {
  const std::string text = journey(
      "population: 60, returns: { every: 1 week }",
      "talks: 0 per week, good: 5 per week, comes: 100%, weight: 0, lasts: 1 week, network: "
      "{ contacts: 6, members: { near: 4 }, groups: { star: { other: 100% } } }");
  const auto outside = [](const JourneyRow& row) {
    return row.agent >> layer_shift != member_layer;
  };
  const auto rows = rows_of(text);
  std::set<std::uint32_t> stars;
  for (const JourneyRow& row : rows) {
    if (is_star(row) && !outside(row)) {
      stars.insert(member_of(row));
    }
  }
  CHECK(stars.size() > 5);
  CHECK(count_if(rows, outside) == static_cast<double>(2 * stars.size()));
}
