// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/presets.hpp"
#include "models/visit.hpp"

#include <initializer_list>
#include <string_view>

// One person for the tests: the table's defaults with every mechanism off until switched on.
namespace sojourn::tests {

template <class T> struct Person {
  Fields<T> fields{};
  Traits<T> traits{};

  explicit Person(T mood = 0) {
    for (const ParameterRow& row : parameter_rows) {
      trait(row.parameter) = static_cast<T>(row.id == "strength" ? 0.0 : row.default_value);
    }
    auto person = view();
    arrive(person, mood);
  }

  PersonView<T> view() { return {fields.data(), traits.data()}; }
  T& at(Field field) { return fields[static_cast<std::size_t>(field)]; }
  T& trait(Parameter parameter) { return traits[static_cast<std::size_t>(parameter)]; }

  Person& on(Mechanism mechanism, T strength = 1) {
    trait(strength_of(mechanism)) = strength;
    return *this;
  }

  Person& remembering(std::string_view preset) {
    for (std::size_t i = 0; i < 8; ++i) {
      trait(peak_end_weight(i)) = static_cast<T>(find_peak_end_preset(preset)->weights[i]);
    }
    return on(Mechanism::peak_end);
  }

  /// Clears the inputs of a visit.
  Person& enter() {
    for (std::size_t i = n_state_fields; i < n_fields; ++i) {
      fields[i] = 0;
    }
    return *this;
  }

  Person& event(Dimension dimension, T level) {
    at(level_of(dimension)) = level;
    at(event_of(dimension)) = 1;
    return *this;
  }

  /// A whole visit that feels as written.
  Person& feel(T affect, T hours = 1) {
    enter().event(Dimension::quality, affect);
    at(Field::written_quality) = affect;
    at(Field::hours) = hours;
    auto person = view();
    experience(person);
    return *this;
  }

  Person& feel(std::initializer_list<T> stream) {
    for (const T affect : stream) {
      feel(affect);
    }
    return *this;
  }

  T remembered() { return at(Field::remembered); }
};

} // namespace sojourn::tests
