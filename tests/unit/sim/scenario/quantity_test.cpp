// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/quantity.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinRel;

namespace {

FieldRow row(Kind kind, bool distributed = false) {
  FieldRow field;
  field.kind = kind;
  field.distributed = distributed;
  return field;
}

Node text(const std::string& written) { return scalar_node(written, {}); }

Value good(Kind kind, const std::string& written) {
  const auto read = read_scalar(row(kind), text(written), Units{});
  INFO(written);
  REQUIRE(std::holds_alternative<Value>(read));
  return std::get<Value>(read);
}

bool refused(Kind kind, const std::string& written) {
  return std::holds_alternative<Refusal>(read_scalar(row(kind), text(written), Units{}));
}

Node group(const std::string& word, std::vector<std::string> values) {
  Node list;
  list.kind = Node::Kind::sequence;
  for (const std::string& value : values)
    list.items.push_back(text(value));
  Node node;
  node.under(word, {}) = values.size() == 1 ? text(values[0]) : list;
  return node;
}

Node parts(const std::vector<std::pair<std::string, std::string>>& lines) {
  Node node;
  node.kind = Node::Kind::mapping;
  for (const auto& [word, value] : lines)
    node.under(word, {}) = text(value);
  return node;
}

Distribution distribution(const Node& node, Kind kind = Kind::duration) {
  const Node* at = nullptr;
  const auto read = read_distribution(row(kind, true), node, Units{}, at);
  REQUIRE(std::holds_alternative<Value>(read));
  return std::get<Value>(read).distribution;
}

} // namespace

TEST_CASE("values carry their unit", "[scenario]") {
  CHECK(good(Kind::duration, "4 h").number == 240);
  CHECK(good(Kind::duration, "20 s").number == 20 * (1.0 / 60));
  CHECK(good(Kind::duration, "8 weeks").number == 80640);
  CHECK(good(Kind::every, "every 30 min").number == 30);
  CHECK(good(Kind::share, "40%").number == 0.4);
  CHECK(good(Kind::rate, "14 per hour").each(60) == 14);
  CHECK(good(Kind::affect_rate, "-0.08 per min").each(1) == -0.08);
  CHECK(good(Kind::affect_rate, "+1 per h").each(60) == 1);
  CHECK(good(Kind::money_rate, "32 EUR per h").each(60) == 32);
  CHECK(good(Kind::money_rate, "32 per h").each(60) == 32);
  CHECK(good(Kind::money, "18000").number == 18000);
  CHECK(good(Kind::money, "18000 EUR").number == 18000);
  CHECK(good(Kind::half_width, "±2%").number == 0.02);
  CHECK(good(Kind::half_width, "+-0.05").is("plain"));
  CHECK(good(Kind::half_width, "+/- 3 min").is("duration"));
  CHECK(good(Kind::seed, "18446744073709551615").word == "18446744073709551615");
}

TEST_CASE("values without their unit, or with another, are refused", "[scenario]") {
  CHECK(refused(Kind::duration, "4"));
  CHECK(refused(Kind::duration, "4 parsecs"));
  CHECK(refused(Kind::share, "0.4"));
  CHECK(refused(Kind::share, "40 percent"));
  CHECK(refused(Kind::affect, "2 min"));
  CHECK(refused(Kind::rate, "9"));
  CHECK(refused(Kind::rate, "9 per"));
  CHECK(refused(Kind::money, "18000 USD"));
  CHECK(refused(Kind::money_rate, "32 EUR"));
  CHECK(refused(Kind::every, "30 min"));
  CHECK(refused(Kind::half_width, "2%"));
  CHECK(refused(Kind::integer, "2.5"));
  CHECK(refused(Kind::seed, "-1"));
  CHECK(refused(Kind::seed, "18446744073709551616"));
  CHECK(refused(Kind::flag, "yes"));
}

TEST_CASE("a wrong unit gets a hint only where one is meant", "[scenario]") {
  const auto hint = [](Kind kind, const std::string& written) {
    const auto read = read_scalar(row(kind), text(written), Units{});
    REQUIRE(std::holds_alternative<Refusal>(read));
    return std::get<Refusal>(read).hint;
  };
  CHECK(hint(Kind::duration, "5%").empty());
  CHECK(hint(Kind::duration, "5 mins") == "did you mean \"min\"?");
  CHECK(hint(Kind::duration, "2 months") == "say it in weeks or days");
  CHECK(hint(Kind::rate, "2 per month") == "say it in weeks or days");
}

TEST_CASE("every distribution can be written", "[scenario]") {
  CHECK(distribution(group("triangular", {"1 min", "3 min", "1 h"})) ==
        Distribution::triangular(1, 3, 60));
  CHECK(distribution(group("uniform", {"1 min", "1 h"})) == Distribution::uniform(1, 60));
  CHECK(distribution(group("exponential", {"2 h"})) == Distribution::exponential(120));
  CHECK(distribution(group("empirical", {"3 min", "1 min", "2 min"})) ==
        Distribution::empirical({3, 1, 2}));
  CHECK(distribution(parts({{"median", "5 min"}, {"p90", "12 min"}})) ==
        Distribution::lognormal_median_p90(5, 12));
  const auto nested = [](const std::string& word, const Node& inner) {
    Node node;
    node.under(word, {}) = inner;
    return node;
  };
  CHECK(distribution(nested("lognormal", parts({{"median", "5 min"}, {"p90", "12 min"}}))) ==
        Distribution::lognormal_median_p90(5, 12));
  CHECK(distribution(nested("gamma", parts({{"shape", "2"}, {"scale", "10 min"}}))) ==
        Distribution::gamma(2, 10));
  CHECK(distribution(nested("weibull", parts({{"shape", "2"}, {"scale", "10 min"}}))) ==
        Distribution::weibull(2, 10));
  CHECK(distribution(
            nested("beta", parts({{"a", "2"}, {"b", "3"}, {"low", "0 min"}, {"high", "1 h"}}))) ==
        Distribution::beta(2, 3, 0, 60));
  CHECK(distribution(nested(
            "normal",
            parts({{"mean", "10 min"}, {"sd", "2 min"}, {"low", "0 min"}, {"high", "20 min"}}))) ==
        Distribution::normal(10, 2, 0, 20));
}

TEST_CASE("a distribution is refused for the part that is wrong", "[scenario]") {
  const auto why = [](const Node& node) {
    const Node* at = nullptr;
    const auto read = read_distribution(row(Kind::duration, true), node, Units{}, at);
    REQUIRE(std::holds_alternative<Refusal>(read));
    return std::get<Refusal>(read).message;
  };
  CHECK(why(group("triangular", {"1 min", "3 min"})) == "has a triangular of the wrong form");
  CHECK(why(group("uniform", {"1", "3 min"})) == "holds \"1\", which has no unit");
  CHECK(why(parts({{"median", "5 min"}})) == "lacks \"p90\"");
  CHECK(why(parts({{"median", "5 min"}, {"p80", "9 min"}})) == "does not know \"p80\"");
  CHECK(why(parts({{"lagnormal", "5 min"}})) == "is no distribution");
  CHECK(why(parts({})) == "is no distribution");
}
