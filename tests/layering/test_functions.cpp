// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/layering/checks.hpp"

using namespace sojourn::house;

namespace {

// "head:lines head:lines ..." of the functions in a text.
std::string lengths(const std::string& text) {
  std::string found;
  for (const FunctionLength& function : functions_of({"a.cpp", text})) {
    found += function.head.substr(0, function.head.find('(')) + ":" +
             std::to_string(function.lines) + " ";
  }
  return found;
}

} // namespace

TEST_CASE("functions are told from types, tables and blocks", "[house]") {
  CHECK(lengths("namespace a {\nstruct B {\n  int x{3};\n};\n}\n").empty());
  CHECK(lengths("constexpr std::array t{\n  Row{1},\n  Row{f(2)},\n};\n").empty());
  CHECK(lengths("enum class E : int {\n  a,\n};\n").empty());
  CHECK(lengths("struct alignas(64) A {\n  int x;\n};\n").empty());
  CHECK(lengths("DECLARE(a)\nDECLARE(b)\nnamespace a {\nint x;\n}\n").empty());
  CHECK(lengths("const Table t = make({\n  {1},\n});\n").empty());
  CHECK(lengths("int f() {\n  if (a) {\n    b();\n  }\n}\n") == "int f:5 ");
}

TEST_CASE("functions of every form are measured from head to closing brace", "[house]") {
  CHECK(lengths("A::A(int x)\n    : x_{x}, y_(x) {\n}\n") == "A::A:3 ");
  CHECK(lengths("bool operator==(const A& a, const A& b) {\n  return true;\n}\n") ==
        "bool operator==:3 ");
  CHECK(lengths("template <class T = int>\nT f(T x = {}) {\n  return x;\n}\n") ==
        "template <class T = int>:4 ");
  CHECK(
      lengths("class A {\npublic:\n  int f() const { return 1; }\n\nprivate:\n  int x_ = 0;\n};") ==
      "int f:1 ");
  CHECK(lengths("constexpr auto f = [](int x) {\n  return x;\n};\n") == "constexpr auto f = []:3 ");
  CHECK(lengths("auto f(\n    int a,\n    int b) -> int {\n  return a;\n}\n") == "auto f:5 ");
  CHECK(lengths("TEST_CASE(\"a { b\") {\n  CHECK(1);\n}\n") == "TEST_CASE:3 ");
}

TEST_CASE("braces in comments, strings and directives do not count", "[house]") {
  CHECK(lengths("// {\n/* { */\nint f() {\n  g('{', \"{\", 1'000);\n}\n") == "int f:3 ");
  CHECK(lengths("#define X {\nint f() {\n  return g(R\"y({)y\");\n}\n") == "int f:3 ");
}
