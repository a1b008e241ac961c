// SPDX-License-Identifier: Apache-2.0
// Writes a result with everything in it for the readers: write_full_result FILE [N_JOURNEYS].
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "output/store/result_file.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("write_full_result FILE [N_JOURNEYS]\n", stderr);
    return 2;
  }
  try {
    ResultData data = test::full_result();
    if (argc > 2) {
      const auto n = static_cast<std::size_t>(std::strtoul(argv[2], nullptr, 10));
      data.journeys = test::random_journeys(data, n, 1);
    }
    ResultFile(argv[1], Replace::anything).publish(data);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
