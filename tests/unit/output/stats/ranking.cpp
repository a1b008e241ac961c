// SPDX-License-Identifier: Apache-2.0
#include "output/stats/ranking.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::output;

namespace {

/// Ten replications of mean `centre` that differ from other items by +-`noise` only.
std::vector<double> item(double centre, double noise) {
  std::vector<double> values;
  for (int r = 0; r < 10; ++r)
    values.push_back(centre + 3.0 * r + (r % 2 == 0 ? noise : -noise));
  return values;
}

} // namespace

TEST_CASE("Items that always differ have ranks of their own, in the order of their means") {
  const std::vector<std::vector<double>> gains{item(1, 0.1), item(9, 0.2), item(5, 0)};
  const auto ranking = honest_ranks(gains);
  CHECK(ranking.order == std::vector<std::size_t>{1, 2, 0});
  CHECK(ranking.items[1].text() == "1");
  CHECK(ranking.items[2].text() == "2");
  CHECK(ranking.items[0].text() == "3");
  CHECK(ranking.items[0].group == 3);
  CHECK(ranking.p[1] < 1e-6);
  CHECK(ranking.p[1] == ranking.p[3]);
  CHECK(std::isnan(ranking.p[0]));
}

TEST_CASE("What cannot be told apart shares its ranks and its group") {
  // 4, 4.1 and 4.2 with noise 1, -1, 1; far ahead 9, far behind 0.
  const std::vector<std::vector<double>> gains{item(4, 1), item(4.1, -1), item(9, 0), item(0, 0),
                                               item(4.2, 1)};
  const auto ranking = honest_ranks(gains);
  CHECK(ranking.items[2].text() == "1");
  CHECK(ranking.items[3].text() == "5");
  CHECK(ranking.items[1].text() == "between 2 and 4");
  CHECK(ranking.items[1].group == 2);
  // 4 and 4.2 differ by 0.2 in every replication: known, though both tie with 4.1.
  CHECK(ranking.items[0].text() == "between 3 and 4");
  CHECK(ranking.items[4].text() == "between 2 and 3");
  CHECK(ranking.items[0].group == ranking.items[4].group);
  CHECK(ranking.items[3].group == 3);
}

TEST_CASE("Equal items share all ranks, in the order given") {
  const std::vector<std::vector<double>> gains(3, item(1, 0));
  const auto ranking = honest_ranks(gains);
  CHECK(ranking.order == std::vector<std::size_t>{0, 1, 2});
  CHECK(ranking.items[0].text() == "between 1 and 3");
  CHECK(ranking.items[2].group == 1);
}

TEST_CASE("An item without values may stand anywhere and is listed last") {
  const std::vector<std::vector<double>> gains{std::vector<double>(10, missing), item(1, 0.1),
                                               item(5, 0)};
  const auto ranking = honest_ranks(gains);
  CHECK(ranking.order == std::vector<std::size_t>{2, 1, 0});
  CHECK(ranking.items[0].text() == "between 1 and 3");
  CHECK(ranking.items[2].text() == "between 1 and 2");
  CHECK(honest_ranks({}).items.empty());
}
