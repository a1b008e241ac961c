// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/options.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::cli;
using Catch::Matchers::Equals;

namespace {

const CommandText command = {"run",
                             "simulate",
                             "FILE",
                             1,
                             1,
                             {{"sojourn run incident.yaml", "runs it"}},
                             {{"replications", 'n', Takes::one, "N", "how many"},
                              {"set", 0, Takes::many, "PATH=VALUE", "change"},
                              {"quiet", 'q', Takes::nothing, "", "no talk"}}};

Arguments read(const std::vector<std::string>& tokens) { return read_arguments(command, tokens); }

/// Message and hint of the error.
std::string refused(const std::vector<std::string>& tokens) {
  try {
    const Arguments arguments = read(tokens);
    (void)arguments.integer("replications", 2, 1000);
  } catch (const UsageError& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "accepted";
}

} // namespace

TEST_CASE("options, operands and repeated options are read") {
  const Arguments arguments = read({"-n", "40", "a.yaml", "--set", "x=1", "--set=y=2", "--quiet"});
  CHECK(arguments.integer("replications", 2, 1000) == 40);
  CHECK(arguments.list("set") == std::vector<std::string>{"x=1", "y=2"});
  CHECK(arguments.given("quiet"));
  CHECK(!arguments.given("help"));
  CHECK(arguments.operands() == std::vector<std::string>{"a.yaml"});
  CHECK(read({"--", "-odd.yaml"}).operands() == std::vector<std::string>{"-odd.yaml"});
}

TEST_CASE("a negative number is a number, and out of range") {
  const std::string message = "--replications -3 is not a whole number from 2 to 1000 | ";
  CHECK_THAT(refused({"-n", "-3", "a.yaml"}), Equals(message));
  CHECK_THAT(refused({"-n-3", "a.yaml"}), Equals(message));
  CHECK_THAT(refused({"--replications", "-3", "a.yaml"}), Equals(message));
  CHECK_THAT(refused({"--replications=-3", "a.yaml"}), Equals(message));
}

TEST_CASE("what is no whole number is refused") {
  for (const std::string text : {"1e3", "4.0", "0x10", " 5", "5 ", "99999999999999999999"}) {
    CHECK_THAT(refused({"--replications=" + text, "a.yaml"}),
               Equals("--replications " + text + " is not a whole number from 2 to 1000 | "));
  }
}

TEST_CASE("wrong options are named with what was meant") {
  CHECK_THAT(refused({"a.yaml", "--replicatons", "4"}),
             Equals("run has no option --replicatons | did you mean --replications?"));
  CHECK_THAT(refused({"a.yaml", "--replication", "4"}), // a prefix is no option
             Equals("run has no option --replication | did you mean --replications?"));
  CHECK_THAT(refused({"a.yaml", "--xyz"}),
             Equals("run has no option --xyz | see sojourn run --help"));
  CHECK_THAT(refused({}), Equals("run needs FILE | for example: sojourn run incident.yaml"));
  CHECK_THAT(refused({"a.yaml", "b.yaml"}),
             Equals("run does not take \"b.yaml\" | see sojourn run --help"));
  CHECK_THAT(refused({"a.yaml", "-n", "4", "-n", "5"}),
             Equals("--replications is given twice | give it once"));
}

TEST_CASE("seeds have 64 bits") {
  CommandText seeded = command;
  seeded.options.push_back({"seed", 0, Takes::one, "N", ""});
  CHECK(read_arguments(seeded, {"a.yaml", "--seed", "18446744073709551615"}).seed("seed") ==
        18446744073709551615U);
  CHECK_THROWS_WITH(read_arguments(seeded, {"a.yaml", "--seed", "-1"}).seed("seed"),
                    "--seed -1 is not a whole number from 0 to 18446744073709551615");
}

TEST_CASE("times have a unit or are seconds") {
  CHECK(seconds_of("max-time", "30s") == 30);
  CHECK(seconds_of("max-time", "5 min") == 300);
  CHECK(seconds_of("max-time", "0.5h") == 1800);
  CHECK(seconds_of("max-time", "90") == 90);
  for (const std::string text : {"", "0s", "-5s", "5 weeks", "nan", "inf", "1e300h"}) {
    CHECK_THROWS_AS(seconds_of("max-time", text), UsageError);
  }
}
