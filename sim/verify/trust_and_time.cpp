// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "models/mechanisms/anchoring.hpp"
#include "models/mechanisms/announced_wait.hpp"
#include "models/mechanisms/beta_trust.hpp"
#include "output/text.hpp"
#include "sim/verify/batches.hpp"

#include <array>

// Trust, anchors and announced waits. Expected values were computed with 30 digits.
namespace sojourn::verify {
namespace {

constexpr double trust_gain = .05, trust_loss = .25, share_good = .9;

/// Mean and mean square of trust over `n` events, after 200 that are not counted.
std::vector<double> trust_over(std::uint32_t batch, int n, double loss) {
  double trust = .5, sum = 0, squares = 0;
  const std::uint32_t good = threshold(share_good);
  for (int i = -200; i < n; ++i) {
    const auto word = words({17, batch, static_cast<std::uint32_t>(i + 200)}, Purpose::visit)[2];
    trust =
        word < good ? trust_after_good(trust, 1.0, trust_gain) : trust_after_bad(trust, 1.0, loss);
    sum += i < 0 ? 0 : trust;
    squares += i < 0 ? 0 : trust * trust;
  }
  return {sum / n, squares / n};
}

/// From Beta(2, 2): four events, half of them good.
template <class F> F record_after(int good, int bad, F weight) {
  const TrustRule<F> rule = {1, 0, 0, 4, weight};
  TrustRecord<F> record = {F(.5), 0};
  for (int i = 0; i < good; ++i) {
    record = after_good(record, rule);
  }
  for (int i = 0; i < bad; ++i) {
    record = after_bad(record, rule);
  }
  return record.trust;
}

std::vector<Figure> asymmetric_trust_alone(const Trial& trial) {
  Figures figures;
  figures.equation("drift of trust at its stationary mean", 0, [](auto one) {
    using F = decltype(one);
    const F mean = F(.642857142857142857);
    return F(share_good) * trust_after_good(mean, F(1), F(trust_gain)) +
           F(1 - share_good) * trust_after_bad(mean, F(1), F(trust_loss)) - mean;
  });
  figures.equation("Beta(2, 2) after 9 good and 1 bad", .785714285714286,
                   [](auto one) { return record_after<decltype(one)>(9, 1, 1); });
  figures.equation("the same, a failure weighs 2.25", .721311475409836,
                   [](auto one) { return record_after<decltype(one)>(9, 1, 2.25); });
  const int batches = 50, n = trial.effort.journeys / batches;
  const auto found = over_batches(trial.executor, batches, [&](std::uint32_t batch) {
    return trust_over(batch, n, trial.wrong ? .2 : trust_loss);
  });
  constexpr double mean = .642857142857143, variance = .0218243190812447;
  figures.estimate("stationary mean, q .9", mean, found[0]);
  figures.estimate("stationary mean square", variance + mean * mean, found[1]);
  return figures.done();
}

std::vector<Figure> anchoring_index(const Trial&) {
  Figures figures;
  figures.published("index of the worked example", .55, (844.0 - 282) / (1200 - 180), .001);
  figures.equation("spread of estimates per spread of anchors", .550980392156863, [](auto one) {
    using F = decltype(one);
    const F pull = anchoring_pull(F(1), F(562) / 1020, F(1)), own = 500;
    return (anchored(own, F(1200), pull) - anchored(own, F(180), pull)) / 1020;
  });
  return figures.done();
}

std::vector<Figure> announced_wait(const Trial&) {
  constexpr std::array<std::pair<double, double>, 4> with = {
      {{2, .818730753077982}, {3, .740818220681718}, {5, .54174439333039}, {7, .262888299429899}}};
  constexpr std::array<std::pair<double, double>, 2> without = {
      {{5, .606530659712633}, {7, .49658530379141}}};
  Figures figures;
  const auto share = [&](const std::string& what, double minutes, double growth, double expected) {
    figures.equation(output::text("{} after {:g} min", what, minutes), expected, [=](auto one) {
      using F = decltype(one);
      return still_waiting(static_cast<F>(minutes), F(.1), F(3), static_cast<F>(growth));
    });
  };
  for (const auto& [minutes, expected] : with) {
    share("still there, 3 min announced,", minutes, 1.52, expected);
  }
  for (const auto& [minutes, expected] : without) {
    share("still there, nothing announced,", minutes, 1, expected);
  }
  figures.equation("patience of 5 min after the announcement", 5, [](auto one) {
    using F = decltype(one);
    return patience_announced(patience_used(F(5), F(3), F(1.52)), F(3), F(1.52));
  });
  return figures.done();
}

} // namespace

std::vector<Target> trust_and_time_targets() {
  using enum TargetKind;
  return {{"T17", "Trust, slowly won and quickly lost", statistical, "a loss of .2",
           asymmetric_trust_alone},
          {"T20", "Anchoring index", exact, "", anchoring_index},
          {"T21", "Giving up against an announced wait", exact, "", announced_wait}};
}

} // namespace sojourn::verify
