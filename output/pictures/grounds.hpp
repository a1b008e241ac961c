// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <array>
#include <map>
#include <string>

// What the numbers of a result stand on.
namespace sojourn::output {

enum class Ground : std::uint8_t {
  literature, // published or derived
  fitted,
  sourced, // written, with a source that the scenario names
  called_assumption,
  wordless, // written, and nothing is said
  of_models,
  unwritten,
};
inline constexpr std::size_t n_grounds = 7;

struct Grounds {
  std::array<std::size_t, n_grounds> count{};
  std::map<std::string, std::size_t> bare; // parts of the scenario without any evidence

  [[nodiscard]] std::size_t of(Ground ground) const {
    return count[static_cast<std::size_t>(ground)];
  }
  [[nodiscard]] std::size_t all() const;
  /// Neither published, derived, fitted nor with a source.
  [[nodiscard]] std::size_t without_evidence() const;
};

/// Words are no numbers and do not count.
[[nodiscard]] Grounds grounds_of(const ResultData& result);
/// How many stand on what; the parts add up to the whole.
[[nodiscard]] std::string grounds_sentence(const Grounds& grounds);
/// What a reader of the answer has to know; empty without parameters.
[[nodiscard]] std::string grounds_warning(const Grounds& grounds);

} // namespace sojourn::output
