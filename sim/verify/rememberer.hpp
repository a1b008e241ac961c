// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/presets.hpp"
#include "models/visit.hpp"

#include <span>
#include <string_view>

namespace sojourn::verify {

/// Somebody to whom affect simply happens, moment by moment, and who remembers it by a preset. All
/// other mechanisms are off. F is float or double.
template <class F> class Rememberer {
public:
  explicit Rememberer(std::string_view preset) {
    for (const ParameterRow& row : parameter_rows) {
      trait(row.parameter) = static_cast<F>(row.id == "strength" ? 0.0 : row.default_value);
    }
    for (std::size_t i = 0; i < 8; ++i) {
      trait(peak_end_weight(i)) = static_cast<F>(find_peak_end_preset(preset)->weights[i]);
    }
    trait(strength_of(Mechanism::peak_end)) = 1;
    auto person = view();
    arrive(person, F(0));
  }

  [[nodiscard]] F& trait(Parameter parameter) {
    return traits_[static_cast<std::size_t>(parameter)];
  }

  /// One moment of this affect; its scale may be another than -5 .. 5.
  void feel(F affect, F hours = 1) {
    auto person = view();
    person.set(Field::affect, affect);
    person.set(Field::event_quality, F(1));
    person.set(Field::hours, hours);
    remember(person);
    recall(person);
  }
  void feel(std::span<const double> stream, double hours = 1) {
    for (const double affect : stream) {
      feel(static_cast<F>(affect), static_cast<F>(hours));
    }
  }

  [[nodiscard]] F remembered() const {
    return fields_[static_cast<std::size_t>(Field::remembered)];
  }

private:
  PersonView<F> view() { return {fields_.data(), traits_.data()}; }

  Fields<F> fields_{};
  Traits<F> traits_{};
};

/// What this preset keeps of a stream of moments of equal length.
template <class F>
F remembered_of(std::string_view preset, std::span<const double> stream, double hours = 1) {
  Rememberer<F> person(preset);
  person.feel(stream, hours);
  return person.remembered();
}

} // namespace sojourn::verify
