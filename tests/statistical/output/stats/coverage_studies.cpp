// SPDX-License-Identifier: Apache-2.0
// How often the intervals of studies contain the truth, and how often their verdicts are wrong.
// Fixed seeds; a share of n trials may be off by 4.5 standard errors (alpha 7e-6 per check). Beside
// each stands a wrong model that the same check rejects.
#include "output/stats/control_variate.hpp"
#include "output/stats/equivalence.hpp"
#include "output/stats/ranking.hpp"
#include "output/stats/sample_size.hpp"
#include "output/stats/tail.hpp"
#include "output/stats/variance_parts.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <random>

using namespace sojourn::output;

namespace {

class Normals {
public:
  explicit Normals(unsigned seed) : bits_(seed) {}
  double operator()(double spread = 1) { return spread * standard_(bits_); }

private:
  std::mt19937_64 bits_;
  std::normal_distribution<double> standard_;
};

bool holds(const Interval& interval, double truth) {
  return interval.lower <= truth && truth <= interval.upper;
}

template <class Trial> double share_of(int n, Trial trial) {
  int hits = 0;
  for (int i = 0; i < n; ++i)
    hits += trial() ? 1 : 0;
  return static_cast<double>(hits) / n;
}

bool near(double share, double theory, int n) {
  return std::abs(share - theory) < 4.5 * std::sqrt(theory * (1 - theory) / n);
}

} // namespace

TEST_CASE("Controlled means cover 95 % exactly; without the controls' own doubt they do not") {
  constexpr int n = 8000;
  const auto covered = [](Normals& normal, bool honest) {
    std::vector<double> y(10), c(10), d(10);
    for (std::size_t r = 0; r < 10; ++r) {
      c[r] = normal();
      d[r] = normal() + c[r];
      y[r] = 1 + c[r] + 2 * d[r] + normal(0.5);
    }
    auto result = controlled_mean(y, std::array{Control{c, 0}, Control{d, 0}}).adjusted;
    // Wrong: as if coefficients were known (normal quantile, no term for the controls' shift).
    const double half = result.half_width() * 1.96 / 2.365;
    if (!honest) {
      result.lower = result.estimate - half;
      result.upper = result.estimate + half;
    }
    return holds(result, 1);
  };
  Normals normal(1), again(1);
  CHECK(near(share_of(n, [&] { return covered(normal, true); }), 0.95, n));
  CHECK_FALSE(near(share_of(n, [&] { return covered(again, false); }), 0.95, n));
}

TEST_CASE("On common luck the crossed split covers, the nested one does not") {
  constexpr int n = 4000;
  // 8 draws on 12 replications; spreads 1 (parameters), 2 (luck), 0.5 (interaction).
  const auto drawn = [](Normals& normal) {
    std::vector<double> luck(12);
    for (auto& one : luck)
      one = normal(2);
    std::vector<std::vector<double>> values(8);
    for (auto& row : values) {
      const double draw = normal(1);
      for (const double one : luck)
        row.push_back(draw + one + normal(0.5));
    }
    return values;
  };
  Normals normal(2), again(2), part(2);
  const double crossed = share_of(n, [&] { return holds(crossed_parts(drawn(normal)).mean, 0); });
  const double nested = share_of(n, [&] { return holds(nested_parts(drawn(again)).mean, 0); });
  const double spread = share_of(n, [&] {
    const auto parameters = crossed_parts(drawn(part)).parameters;
    return parameters.lower <= 1 && 1 <= parameters.upper;
  });
  // Satterthwaite and modified large samples are approximate: one point to either side.
  CHECK_THAT(crossed, Catch::Matchers::WithinAbs(0.955, 0.02));
  CHECK_THAT(spread, Catch::Matchers::WithinAbs(0.955, 0.02));
  CHECK_FALSE(std::abs(nested - 0.955) < 0.02);
}

TEST_CASE("Tails of clustered journeys cover; counted as independent they do not") {
  constexpr int n = 500;
  // 30 replications of 100 journeys from N(0, 1) in all, a quarter of the variance shared in each.
  // CVaR at 10 % is -phi(1.2816)/0.1 = -1.75498.
  const auto covered = [](Normals& normal, bool clustered) {
    std::vector<TailHistogram> replications;
    for (int r = 0; r < 30; ++r) {
      auto& now = replications.emplace_back(-6, 6, 240);
      const double shared = normal(0.5);
      for (int journey = 0; journey < 100; ++journey) {
        if (!clustered && journey % 10 == 0 && journey > 0)
          replications.emplace_back(-6, 6, 240);
        (clustered ? now : replications.back()).add(shared + normal(std::sqrt(0.75)));
      }
    }
    return holds(tail_interval(replications, 0.1), -1.75498);
  };
  Normals normal(3), again(3);
  const double clustered = share_of(n, [&] { return covered(normal, true); });
  const double split = share_of(n, [&] { return covered(again, false); });
  CHECK_THAT(clustered, Catch::Matchers::WithinAbs(0.945, 0.035));
  CHECK_FALSE(std::abs(split - 0.945) < 0.035);
}

TEST_CASE("Equivalence is claimed in error in at most 5 % of cases at the margin") {
  constexpr int n = 8000;
  const auto claimed = [](Normals& normal, double alpha) {
    std::vector<double> a(15), b(15);
    for (std::size_t r = 0; r < 15; ++r) {
      const double luck = normal(5);
      a[r] = luck + 1 + normal(0.5); // the true difference is the margin
      b[r] = luck;
    }
    return equivalence(a, b, 1, alpha).verdict == Materiality::none;
  };
  Normals normal(4), again(4);
  CHECK(near(share_of(n, [&] { return claimed(normal, 0.05); }), 0.05, n));
  CHECK_FALSE(near(share_of(n, [&] { return claimed(again, 0.1); }), 0.05, n)); // an 80 % interval
}

TEST_CASE("Among equals a rank is claimed in at most 5 % of cases, uncorrected in many") {
  constexpr int n = 1000;
  Normals normal(5);
  int honest = 0, hasty = 0;
  for (int i = 0; i < n; ++i) {
    std::vector<std::vector<double>> gains(6, std::vector<double>(15));
    for (auto& item : gains)
      for (auto& value : item)
        value = normal();
    const auto claims = [&](double alpha) {
      const auto items = honest_ranks(gains, alpha).items;
      return std::any_of(items.begin(), items.end(),
                         [](const auto& one) { return one.best > 1 || one.worst < 6; });
    };
    honest += claims(0.05) ? 1 : 0;
    hasty += claims(0.05 * 15) ? 1 : 0; // undoes the correction of the smallest of 15 p-values
  }
  const double allowed = 0.05 + 4.5 * std::sqrt(0.05 * 0.95 / n);
  CHECK(static_cast<double>(honest) / n < allowed);
  CHECK_FALSE(static_cast<double>(hasty) / n < allowed);
}

TEST_CASE("A size to detect detects with its power, half of it does not") {
  constexpr int n = 8000;
  const auto found = [](Normals& normal, std::int64_t size) {
    std::vector<double> a(static_cast<std::size_t>(size)), b(a.size(), 0.0);
    for (auto& value : a)
      value = 0.5 + normal();
    return paired_difference(a, b).p < 0.05;
  };
  const auto size = size_to_detect({1, 30}, 0.5).replications;
  Normals normal(6), again(6);
  // At 34 the exact power is 0.8078.
  CHECK(near(share_of(n, [&] { return found(normal, size); }), 0.8078, n));
  CHECK_FALSE(near(share_of(n, [&] { return found(again, size / 2); }), 0.8078, n));
}
