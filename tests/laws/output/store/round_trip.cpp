// SPDX-License-Identifier: Apache-2.0
// read(write(x)) == x, for anything that x can be.
#include <catch2/catch.hpp>

#include <sstream>

#include "output/store/content_hash.hpp"
#include "output/store/result_file.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;
using test::full_result;
using test::random_result;

namespace {

std::string next_line(std::istringstream& in) {
  std::string line;
  std::getline(in, line);
  return line;
}

// The manifests' first lines that differ: they name the dataset.
std::string difference(const ResultData& read, const ResultData& written) {
  std::istringstream a(content_manifest(read));
  std::istringstream b(content_manifest(written));
  while (a && b) {
    const std::string line = next_line(a);
    const std::string other = next_line(b);
    if (line != other) {
      return line + " instead of " + other;
    }
  }
  return "";
}

// The manifest has one line per attribute and dataset; provenance/run is compared apart.
void expect_same(const ResultData& read, const ResultData& written) {
  REQUIRE(difference(read, written) == "");
  CHECK(read.scenario_path == written.scenario_path);
  CHECK(read.command_line == written.command_line);
  CHECK(read.host == written.host);
  CHECK(read.program_version == written.program_version);
  CHECK(read.library_versions == written.library_versions);
  CHECK(read.threads == written.threads);
  CHECK(read.executor == written.executor);
}

} // namespace

TEST_CASE("a full result reads back as it was written", "[store]") {
  expect_same(read_image(image(full_result())), full_result());
}

TEST_CASE("any result reads back as it was written", "[store]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    const ResultData written = random_result(seed);
    expect_same(read_image(image(written)), written);
  }
}

TEST_CASE("an empty result reads back as it was written", "[store]") {
  expect_same(read_image(image({})), {});
}

TEST_CASE("equal results give equal bytes", "[store]") {
  const bool same = image(full_result()) == image(full_result()); // not printed byte by byte
  CHECK(same);
}

TEST_CASE("journeys may be left out when reading", "[store]") {
  const ResultData read = read_image(image(full_result()), Journeys::skip);
  CHECK(read.journeys.arm.empty());
  CHECK(read.values == full_result().values);
}
