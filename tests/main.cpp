// SPDX-License-Identifier: Apache-2.0
// The one main() of every test program; Catch2 v3 brings its own runner, v2 needs this macro.
#ifdef SOJOURN_CATCH3
#include <catch2/catch_session.hpp>
int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
#else
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
