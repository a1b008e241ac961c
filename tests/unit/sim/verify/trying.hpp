// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/verify/target.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

// The table of `sojourn verify`, run with the effort a test can afford.
namespace sojourn::trying {

inline const verify::Effort quick = {200'000, 0.05, 8, 5};

inline const verify::Target& target(std::string_view number) {
  const auto& all = verify::targets();
  const auto found = std::find_if(all.begin(), all.end(), [&](const verify::Target& target) {
    return target.number == number;
  });
  REQUIRE(found != all.end());
  return *found;
}

/// Measures one target; the names of the figures that miss, each on a line.
inline std::string misses(const verify::Target& target, bool wrong) {
  const auto executor = make_executor(ExecutorKind::serial, 1);
  std::string text;
  for (const verify::Figure& figure : target.measure({*executor, quick, wrong})) {
    if (figure.verdict() == verify::Verdict::misses) {
      text += figure.what + ": " + std::to_string(figure.expected) + " but " +
              std::to_string(figure.value) + " +- " + std::to_string(figure.half_width) +
              ", in float " + std::to_string(figure.in_float) + "\n";
    }
  }
  return text;
}

/// Every figure holds; where there is a wrong model, it is seen to be wrong.
inline void check(std::string_view number) {
  const verify::Target& tried = target(number);
  CHECK(misses(tried, false) == "");
  if (!tried.wrong.empty()) {
    INFO("deliberately wrong: " << tried.wrong);
    CHECK(misses(tried, true) != "");
  }
}

} // namespace sojourn::trying
