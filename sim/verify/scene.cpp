// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/scene.hpp"

#include <stdexcept>

namespace sojourn::verify {
namespace {

std::string_view text_of(std::string_view name) {
  for (const TheoryText& theory : theory_texts()) {
    if (theory.name == name) {
      return theory.text;
    }
  }
  throw std::logic_error("there is no theory check " + std::string(name));
}

} // namespace

Loaded load_scene(std::string_view name, const std::vector<std::string>& set) {
  Loaded loaded =
      load_scenario_text(std::string(text_of(name)), std::string(name) + ".yaml", {set});
  if (!loaded.ok()) {
    throw std::logic_error(std::string(name) + ": " + loaded.problems.front().message);
  }
  return loaded;
}

Scenario scene(std::string_view name, const std::vector<std::string>& set) {
  return load_scene(name, set).arms.front().scenario;
}

} // namespace sojourn::verify
