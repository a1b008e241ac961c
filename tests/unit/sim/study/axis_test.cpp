// SPDX-License-Identifier: Apache-2.0
#include "sim/study/axis.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace sojourn;

TEST_CASE("an axis between two ends reaches both exactly, and writes twelve digits at most") {
  const Axis axis = Axis::between("a.b", {"a.b"}, 0.1, 0.7, "min");
  CHECK(axis.text(0) == "0.1 min");
  CHECK(axis.text(1) == "0.7 min");
  CHECK(axis.text(1.0 / 3) == "0.3 min");
  CHECK(axis.lines(0.5) == std::vector<ChangeLine>{{"a.b", "0.4 min"}});
  CHECK(Axis::between("s", {"s"}, 20, 40, "%").text(0.5) == "30%");
}

TEST_CASE("an axis of whole numbers takes each for an equal part") {
  Axis axis = Axis::between("n", {"n"}, 4, 7, "").whole();
  CHECK(axis.text(0) == "4");
  CHECK(axis.text(0.2499) == "4");
  CHECK(axis.text(0.25) == "5");
  CHECK(axis.text(0.999) == "7");
  CHECK(axis.text(1) == "7");
}

TEST_CASE("an axis of values takes each for an equal part, words too") {
  const Axis axis = Axis::of_values("p", {"p"}, {"endless", "20 min", "{ median: 1 h, p90: 2 h }"});
  CHECK(axis.n_levels() == 3);
  CHECK(axis.text(0) == "endless");
  CHECK(std::isnan(axis.number(0)));
  CHECK(axis.number(0.5) == 20);
  CHECK(axis.lines(1).front().value == "{ median: 1 h, p90: 2 h }");
}

TEST_CASE("an axis of factors multiplies at all its paths") {
  Axis axis = Axis::between("both", {"x", "y"}, 0.5, 1.5, "").times();
  CHECK(axis.text(0.5) == "times 1");
  CHECK(axis.lines(0) == std::vector<ChangeLine>{{"x", "{ times: 0.5 }"}, {"y", "{ times: 0.5 }"}});
}

TEST_CASE("a published band becomes an axis in its unit, or factors where people differ") {
  PublishedBand band;
  band.name = "availability.half_life";
  band.paths = {"personas.ann.biases.availability.half_life"};
  band.base = 30;
  band.low = 7;
  band.high = 90;
  band.unit = "days";
  CHECK(axis_of(band).text(0) == "7 days");
  band.varies = true;
  CHECK(axis_of(band).text(1) == "times 3");
}

TEST_CASE("parts of a sum make room for each other; a lonely part stays what it is set to") {
  const auto weight = [](const std::string& word, double written) {
    return Axis::between(word, {"x." + word}, 0, 1, "").part_of_sum(written, 2);
  };
  const std::vector<Axis> axes = {weight("mean", 0.5), weight("trough", 0.3), weight("end", 0.2)};
  const std::array<double, 3> point = {1, 0.5, 0.5};
  CHECK(lines_at(axes, point) ==
        std::vector<ChangeLine>{{"x.mean", "0.5"}, {"x.trough", "0.25"}, {"x.end", "0.25"}});
  CHECK(lines_alone(axes, 1, 1) == std::vector<ChangeLine>{{"x.mean", "0.294117647059"},
                                                           {"x.trough", "0.588235294118"},
                                                           {"x.end", "0.117647058824"}});
  const std::array<double, 3> nothing = {0, 0, 0};
  CHECK(lines_at(axes, nothing).front().value == "0");
  CHECK(lines_alone({axes[0]}, 0, 1) == std::vector<ChangeLine>{{"x.mean", "1"}});
  Axis scaled = Axis::between("peak", {"x.peak"}, 0, 4, "").times().part_of_sum(0.5, 2);
  const std::array<double, 2> both = {1, 1}; // 1 and 4 times 0.5, of a sum of 1
  CHECK(lines_at({axes[0], scaled}, both) ==
        std::vector<ChangeLine>{{"x.mean", "0.333333333333"},
                                {"x.peak", "{ times: 1.33333333333 }"}});
}

TEST_CASE("points are told apart by what is set") {
  const std::vector<Axis> axes = {Axis::between("a", {"a"}, 0, 1, ""),
                                  Axis::of_values("b", {"b", "c"}, {"x", "y"})};
  const std::array<double, 2> point = {0.5, 1};
  CHECK(words_at(axes, point) == "a = 0.5, b = y");
  CHECK(lines_at(axes, point).size() == 3);
}

TEST_CASE("short names of paths are told apart") {
  const auto named = [](const std::string& path) { return Axis::between(path, {path}, 0, 1, ""); };
  CHECK(short_names({named("touchpoints.ask.feels.mean"), named("touchpoints.solve.feels.mean"),
                     named("resources.desk.capacity"), named("choice_sensitivity")}) ==
        std::vector<std::string>{"ask.feels.mean", "solve.feels.mean", "desk.capacity",
                                 "choice_sensitivity"});
}
