// SPDX-License-Identifier: Apache-2.0
#include "output/store/content_hash.hpp"

#include <catch2/catch.hpp>

#include <cmath>

#include "output/store/result_file.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;
using test::full_result;

TEST_CASE("the run itself is not part of the content hash", "[store]") {
  ResultData other = full_result();
  other.command_line = "sojourn run --threads 8";
  other.host = "elsewhere";
  other.threads = 8;
  other.executor = "tbb";
  other.program_version = "9";
  other.library_versions = "clang";
  other.scenario_path = "/elsewhere/incident.yaml";
  CHECK(content_hash(other) == content_hash(full_result()));
}

TEST_CASE("any number changes the content hash", "[store]") {
  const std::string original = content_hash(full_result());
  ResultData data = full_result();
  data.values.back() = std::nextafter(data.values.back(), 10.0);
  CHECK(content_hash(data) != original);
  data = full_result();
  data.arms[1].changes[0] += " ";
  CHECK(content_hash(data) != original);
  data = full_result();
  data.journeys.remembered[7] += 1;
  CHECK(content_hash(data) != original);
  data = full_result();
  data.seed = "2";
  CHECK(content_hash(data) != original);
}

// Otherwise {"ab", "c"} and {"a", "bc"} would be the same.
TEST_CASE("the content hash keeps texts apart", "[store]") {
  ResultData a = full_result();
  ResultData b = full_result();
  a.warnings = {"ab", "c"};
  b.warnings = {"a", "bc"};
  CHECK(content_hash(a) != content_hash(b));
}

TEST_CASE("all NaN are one", "[store]") {
  ResultData a = full_result();
  ResultData b = full_result();
  a.values[0] = missing;
  b.values[0] = -missing;
  CHECK(content_hash(a) == content_hash(b));
}

TEST_CASE("what publish returns, what the file names and what is computed agree", "[store]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const ResultData data = test::random_result(seed);
    CHECK(content_hash(read_image(image(data))) == content_hash(data));
  }
}
