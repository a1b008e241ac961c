// SPDX-License-Identifier: Apache-2.0
// The checks themselves: each is seen to fail on a small tree that breaks its rule.
#include <catch2/catch.hpp>

#include "tests/layering/checks.hpp"

using namespace sojourn::house;

namespace {

const std::string licence = "// SPDX-License-Identifier: Apache-2.0\n";

std::string repeated(const std::string& line, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) {
    text += line;
  }
  return text;
}

} // namespace

TEST_CASE("a leaf must not know the other leaf or the layer above", "[house]") {
  CHECK(check_layers({{"models/visit.hpp", "#include \"sim/engine/plan.hpp\"\n"}}) ==
        Violations{"models/visit.hpp:1: models must not know sim/engine/plan.hpp"});
  CHECK(check_layers({{"models/a.hpp", "\n#include \"output/stats/tally.hpp\"\n"}}) ==
        Violations{"models/a.hpp:2: models must not know output/stats/tally.hpp"});
  CHECK(check_layers({{"output/a.cpp", "#include \"models/visit.hpp\"\n"}}) ==
        Violations{"output/a.cpp:1: output must not know models/visit.hpp"});
  CHECK(check_layers({{"sim/a.cpp", "#include \"models/visit.hpp\"\n"
                                    "#include \"output/stats/tally.hpp\"\n"}})
            .empty());
}

TEST_CASE("a test of a leaf stays in its layer", "[house]") {
  CHECK(check_layers({{"tests/unit/models/a.cpp", "#include \"sim/engine/plan.hpp\"\n"}}).size() ==
        1);
  CHECK(check_layers({{"tests/unit/sim/a.cpp", "#include \"models/visit.hpp\"\n"}}).empty());
  CHECK(check_layers({{"tests/unit/models/a.cpp", "#include \"tests/laws/ulp.hpp\"\n"}}).empty());
}

TEST_CASE("includes are written from the root", "[house]") {
  CHECK(check_layers({{"sim/engine/a.cpp", "#include \"plan.hpp\"\n"}}) ==
        Violations{"sim/engine/a.cpp:1: \"plan.hpp\" is not written from the root"});
  CHECK(check_layers({{"sim/engine/a.cpp", "#include \"../plan.hpp\"\n"}}).size() == 1);
}

TEST_CASE("a library is included from its one place", "[house]") {
  CHECK(check_libraries({{"output/store/result_file.cpp", "#include <hdf5.h>\n"}}) ==
        Violations{"output/store/result_file.cpp:1: <hdf5.h> may be included from output/store/h5 "
                   "only"});
  CHECK(check_libraries({{"output/store/h5.hpp", "#include <hdf5.h>\n"}}).empty());
  CHECK(check_libraries({{"output/store/h5.cpp", "#include <hdf5.h>\n"}}).empty());
  CHECK(check_libraries({{"sim/study/a.cpp", "#include <boost/math/distributions/normal.hpp>\n"}})
            .size() == 1);
  CHECK(check_libraries({{"sim/study/a.cpp", "#include \"fmt/format.h\"\n"}}).size() == 1);
}

TEST_CASE("a library that the table does not know is refused", "[house]") {
  CHECK(check_libraries({{"sim/study/a.cpp", "#include <absl/strings/str_cat.h>\n"}}) ==
        Violations{"sim/study/a.cpp:1: <absl/strings/str_cat.h> is not in the table of libraries"});
}

TEST_CASE("models knows no clock, thread, file or print", "[house]") {
  CHECK(check_libraries({{"models/visit.cpp", "#include <chrono>\n"}}) ==
        Violations{"models/visit.cpp:1: <chrono> has no place in models/"});
  CHECK(check_libraries({{"models/visit.cpp", "#include <unistd.h>\n"}}).size() == 1);
  CHECK(check_libraries({{"sim/cli/run.cpp", "#include <chrono>\n#include <unistd.h>\n"}}).empty());
}

TEST_CASE("a cycle of files or of folders is found", "[house]") {
  CHECK(check_cycles({{"models/a.hpp", "#include \"models/b.hpp\"\n"},
                      {"models/b.hpp", "#include \"models/a.hpp\"\n"}}) ==
        Violations{"files include each other: models/a.hpp models/b.hpp models/a.hpp"});
  CHECK(check_cycles({{"sim/x/a.hpp", "#include \"sim/y/b.hpp\"\n"},
                      {"sim/y/c.hpp", "#include \"sim/x/d.hpp\"\n"}}) ==
        Violations{"folders include each other: sim/x sim/y sim/x"});
  CHECK(check_cycles({{"models/a.cpp", "#include \"models/a.hpp\"\n"}, {"models/a.hpp", ""}})
            .empty());
}

TEST_CASE("two types of one name in one namespace are found", "[house]") {
  const std::string one = "namespace sojourn {\nstruct Field {\n};\n} // namespace sojourn\n";
  const std::string two = "namespace sojourn {\nenum class Field : int {\n};\n}\n";
  const std::string unnamed = "namespace sojourn {\nnamespace {\nstruct Field {\n};\n";
  const std::string other = "namespace sojourn::output {\nstruct Field {\n};\n";
  CHECK(check_names({{"models/a.hpp", one}, {"sim/b.hpp", two}}) ==
        Violations{"sim/b.hpp:2: sojourn::Field is also defined at models/a.hpp:2"});
  CHECK(check_names({{"models/a.hpp", one}, {"sim/b.cpp", unnamed}, {"output/c.hpp", other}})
            .empty());
}

TEST_CASE("a file of 351 lines is too long", "[house]") {
  CHECK(check_form({{"models/a.cpp", licence + repeated("//\n", 349)}}).empty());
  CHECK(check_form({{"models/a.cpp", licence + repeated("//\n", 350)}}) ==
        Violations{"models/a.cpp:1: file has 351 lines, at most 350"});
  CHECK(check_form({{"tests/a/b.py", repeated("#\n", 351)}}).size() == 1);
}

TEST_CASE("a function of 61 lines is too long", "[house]") {
  const std::string head = licence + "namespace a {\nint f(int x) {\n";
  CHECK(check_form({{"models/a.cpp", head + repeated("  ++x;\n", 58) + "}\n}\n"}}).empty());
  CHECK(check_form({{"models/a.cpp", head + repeated("  ++x;\n", 59) + "}\n}\n"}}) ==
        Violations{"models/a.cpp:3: function has 61 lines, at most 60: int f(int x)"});
}

TEST_CASE("the licence line and #pragma once are asked for", "[house]") {
  CHECK(check_form({{"models/a.hpp", "int x;\n"}}) ==
        Violations{"models/a.hpp:1: the licence line is missing",
                   "models/a.hpp:1: #pragma once is missing"});
}
