// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/load.hpp"

#include <string>
#include <string_view>
#include <vector>

// The theory checks of scenarios/theory, which travel within the program.
namespace sojourn::verify {

struct TheoryText {
  std::string_view name, text;
};

/// .cmake/embed.cmake makes the source of this from scenarios/theory.
[[nodiscard]] const std::vector<TheoryText>& theory_texts();

/// The theory check called `name` with changes "PATH=VALUE". Throws std::logic_error where there is
/// none or a change is not accepted: the table is ours.
[[nodiscard]] Loaded load_scene(std::string_view name, const std::vector<std::string>& set = {});
[[nodiscard]] Scenario scene(std::string_view name, const std::vector<std::string>& set = {});

} // namespace sojourn::verify
