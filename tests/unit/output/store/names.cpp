// SPDX-License-Identifier: Apache-2.0
// Names from a scenario are values; only plain ids of measures become names of variables.
#include <catch2/catch.hpp>

#include "output/store/layout_words.hpp"

using namespace sojourn::output;

namespace {

std::vector<std::string> variables(const std::vector<std::string>& ids) {
  ResultData data;
  for (const std::string& id : ids) {
    data.measures.push_back({id, "", "", "", 0, false, false});
  }
  return measure_variables(data);
}

} // namespace

TEST_CASE("a plain measure id is the name of its variable", "[store]") {
  CHECK(variables({"remembered_well", "wait"}) ==
        std::vector<std::string>{"remembered_well", "wait"});
}

TEST_CASE("any other measure id becomes measure_<position>", "[store]") {
  CHECK(variables({"a/b", "", "..", "Größe", "two words", "9lives"}) ==
        std::vector<std::string>{"measure_0", "measure_1", "measure_2", "measure_3", "measure_4",
                                 "measure_5"});
  CHECK(variables({std::string(65, 'a')}) == std::vector<std::string>{"measure_0"});
}

TEST_CASE("no two variables share a name", "[store]") {
  CHECK(variables({"wait", "wait"}) == std::vector<std::string>{"wait", "measure_1"});
  CHECK(variables({"measure_1", "/"}) == std::vector<std::string>{"measure_0", "measure_1"});
  CHECK(variables({"arm", "persona", "replication"}) ==
        std::vector<std::string>{"measure_0", "measure_1", "measure_2"});
}

TEST_CASE("lists that belong to rows survive being laid flat", "[store]") {
  std::vector<ArmInfo> arms(3);
  arms[0].changes = {"a = 1", "b = 2"};
  arms[2].changes = {"c = 3"};
  const auto flat = flatten(arms, &ArmInfo::changes);
  CHECK(flat.size() == 3);
  CHECK(flat[2].owner == 2);
  std::vector<ArmInfo> again(3);
  unflatten(flat, again, &ArmInfo::changes);
  CHECK(again[0].changes == arms[0].changes);
  CHECK(again[1].changes.empty());
  CHECK(again[2].changes == arms[2].changes);
}
