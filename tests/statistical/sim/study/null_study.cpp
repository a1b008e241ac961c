// SPDX-License-Identifier: Apache-2.0
// Comparisons of what is the same. A variant that changes nothing, or only what nobody meets, must
// differ by exactly 0 although it is simulated (no sharing of runs); two arms with independent luck
// must be told apart as often as the level says.
#include "tests/unit/sim/study/asked.hpp"

#include "sim/study/estimates.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;

namespace {

/// The small journey with a touchpoint that nobody meets, and a variant that changes it.
std::string null_journey(bool queue) {
  std::string text = asked::small_journey;
  const std::string spare = R"(  spare:
    step: realize
    feels: { mean: -3 }
    then: [ { to: left } ]
exits:)";
  text.replace(text.find("exits:"), 6, spare);
  text.replace(text.find("      - { to: ask, share: rest"), 6,
               "      - { to: spare, share: 0% }\n      ");
  text += "  unused:\n    change: { touchpoints.spare.feels.mean: 4 }\n";
  if (queue) {
    text.replace(text.find("takes: 5 min"), 12, "needs: { desk: 1 }\n    takes: 5 min");
    text += "arrivals: { rate: 10 per hour }\nresources: { desk: { capacity: 1 } }\n";
  }
  return text + "experiment: { replications: 5, seed: 1, horizon: 8 h" +
         (queue ? "" : ", journeys: 40") + " }\n";
}

class Null {
public:
  explicit Null(bool queue = false)
      : loaded_(load_scenario_text(null_journey(queue), "null.yaml")) {
    REQUIRE(loaded_.ok());
  }

  /// The comparison with this seed; `other` > 0: the last arm has luck of its own.
  [[nodiscard]] std::vector<output::Estimate> compare(std::uint64_t seed, std::uint64_t other,
                                                      int replications) const {
    StudyInput input{loaded_.arms, "", "", {}};
    for (ArmSpec& arm : input.arms) {
      arm.scenario.experiment.seed_value = seed;
    }
    StudyOptions options;
    options.run = settings_of(input.arms.front().scenario, replications);
    Runnable runnable = prepare(input, options);
    for (std::size_t arm = 0; arm < runnable.twin.size(); ++arm) {
      runnable.twin[arm] = static_cast<int>(arm); // every arm is simulated
    }
    if (other > 0) {
      runnable.plans.back().seed = other;
    }
    return estimates_of(runnable,
                        run_arms(runnable, options.run, *make_executor(ExecutorKind::serial, 1)));
  }

  [[nodiscard]] int arms() const { return static_cast<int>(loaded_.arms.size()); }

private:
  Loaded loaded_;
};

/// Of the arms that change nothing: how many numbers differ from the baseline's at all.
int n_not_zero(const std::vector<output::Estimate>& estimates) {
  int n = 0;
  for (const output::Estimate& estimate : estimates) {
    // arm 1 is warmer, which does change something
    const bool null = estimate.versus == 0 && estimate.arm > 1;
    n += null && !(estimate.estimate == 0 || std::isnan(estimate.estimate)) ? 1 : 0;
  }
  return n;
}

int exactly_zero(bool queue, int comparisons) {
  const Null null(queue);
  REQUIRE(null.arms() == 4); // baseline, warmer, nothing, unused
  int not_zero = 0;
  for (int k = 1; k <= comparisons; ++k) {
    not_zero += n_not_zero(null.compare(static_cast<std::uint64_t>(k), 0, 2));
  }
  return not_zero;
}

const output::Estimate& last_arm(const std::vector<output::Estimate>& estimates, int arm) {
  for (const output::Estimate& estimate : estimates) { // the first measure, everyone
    if (estimate.versus == 0 && estimate.arm == arm) {
      return estimate;
    }
  }
  throw std::logic_error("no difference");
}

struct Rejections {
  int by_t = 0, by_normal = 0; // by_normal is wrong on purpose: 1.96 errors of few replications
};

Rejections rejections(int comparisons, int replications) {
  const Null null;
  Rejections count;
  for (int k = 1; k <= comparisons; ++k) {
    const auto seed = static_cast<std::uint64_t>(k);
    const auto estimates = null.compare(seed, seed + 1'000'000, replications);
    const output::Estimate& difference = last_arm(estimates, null.arms() - 1);
    count.by_t += difference.p < 0.05 ? 1 : 0;
    // two-sided t with 4 degrees: 2.776 errors at 5 %, so 1.96 errors are p < .1215
    count.by_normal += replications == 5 && difference.p < 0.1215 ? 1 : 0;
  }
  return count;
}

} // namespace

TEST_CASE("a variant that changes nothing, or what nobody meets, differs by exactly 0") {
  CHECK(exactly_zero(false, 30) == 0);
  CHECK(exactly_zero(true, 5) == 0);
  // seen to fail: with luck of its own, nearly every number of an arm differs
  CHECK(n_not_zero(Null().compare(1, 2, 2)) > 10);
}

TEST_CASE("two independent seeds are told apart about as often as the level says") {
  // Binomial(100, .05): more than 16 has probability 1e-5; none at all 6e-3, so no lower bound.
  CHECK(rejections(100, 5).by_t <= 16);
}

TEST_CASE("1,000 null comparisons give exactly 0, on both engines", "[soak]") {
  CHECK(exactly_zero(false, 1000) == 0);
  CHECK(exactly_zero(true, 1000) == 0);
}

TEST_CASE("1,000 comparisons of independent seeds: the nominal false-positive rate", "[soak]") {
  // Binomial(1000, .05): outside 25 .. 79 with probability 1e-4.
  const Rejections found = rejections(1000, 5);
  std::printf("independent seeds told apart: %d of 1000 by t, %d by 1.96 errors\n", found.by_t,
              found.by_normal);
  CHECK(found.by_t >= 25);
  CHECK(found.by_t <= 79);
  CHECK_FALSE(found.by_normal <= 79);
}
