// SPDX-License-Identifier: Apache-2.0
#include "sim/study/union.hpp"
#include "tests/unit/sim/study/fake_engine.hpp"

#include "sim/study/map.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;

TEST_CASE("newcomers stand behind the neighbour they were written behind") {
  const MergedList list = merge_lists({{"a", "b", "c"}, {"a", "x", "b", "c", "y"}, {"b"}});
  CHECK(list.ids == std::vector<std::string>{"a", "x", "b", "c", "y"});
  CHECK(list.index[0] == std::vector<std::size_t>{0, absent, 1, 2, absent});
  CHECK(list.index[1] == std::vector<std::size_t>{0, 1, 2, 3, 4});
  CHECK(list.index[2] == std::vector<std::size_t>{absent, absent, 0, absent, absent});
  CHECK(list.owner(1) == 1);
  CHECK(list.owner(2) == 0);
}

TEST_CASE("arms that differ in personas cannot stand side by side") {
  Scenario other = fake::scenario();
  other.personas.pop_back();
  CHECK_THROWS_WITH(union_of({{"a", "", "", {}, fake::scenario()}, {"b", "", "", {}, other}}),
                    "variant b has other personas than the baseline; only their values may differ");
}

TEST_CASE("a touchpoint that one arm lacks counts no visits there") {
  fake::Study study = fake::study({0, 0.5F});
  TouchpointSpec extra;
  extra.id = "extra";
  study.input.arms[1].scenario.touchpoints.insert(study.input.arms[1].scenario.touchpoints.begin(),
                                                  extra);
  study.runnable.plans[1].n_touchpoints = 3;
  RunOptions options = fake::options(5);
  options.engine.simulate_chunk = [](const Plan& plan, std::uint32_t replication, std::size_t chunk,
                                     RowSink* rows, const Interrupt&) {
    Plan two = plan;
    two.n_touchpoints = 2;
    Tally from = fake::simulate(two, replication, chunk, rows);
    Tally to(plan.shape());
    to.personas = from.personas;
    const std::size_t shift = plan.n_touchpoints - 2;
    for (std::int32_t persona = 0; persona < 2; ++persona) {
      for (std::size_t at = 0; at < 2; ++at) {
        to.visits[static_cast<std::size_t>(persona) * plan.n_touchpoints + at + shift] =
            from.visits[static_cast<std::size_t>(persona) * 2 + at];
      }
    }
    return to;
  };
  const auto executor = make_executor(ExecutorKind::serial, 1);
  const RunRecord record = run_arms(study.runnable, options, *executor);
  const output::MapData map = map_of(union_of(study.input.arms), record);
  // [arm][group][touchpoint]: extra, first, second
  CHECK(map.visits[0] == 0);
  CHECK(std::isnan(map.affect_mean[0]));
  CHECK(map.visits[1] == 100);
  CHECK(map.visits[9] == 0);
  CHECK(map.visits[10] == 100);
}
