// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"
#include "models/people/fields.hpp"
#include "models/people/parameters.hpp"

#include <array>
#include <concepts>

// How the equations reach a person: by name, never by place. The same stage runs on one person held
// in two small arrays and on a register full of people held in columns.
namespace sojourn::inline SOJOURN_TARGET {

/// A person, or `Lanes<F>::width` of them: numbers by name and the traits drawn once for each.
template <class P>
concept PersonLike = requires(P p, const P c, Field field, Parameter parameter,
                              typename P::F value) {
  { c.get(field) } -> std::same_as<typename P::F>;
  { c.trait(parameter) } -> std::same_as<typename P::F>;
  p.set(field, value);
};

/// One person's numbers; T is float or double.
template <class T> using Fields = std::array<T, n_fields>;
template <class T> using Traits = std::array<T, n_parameters>;

/// One person. `fields` has n_fields elements, `traits` n_parameters; both outlive the view.
template <class T> class PersonView {
public:
  using F = T;
  SOJOURN_INLINE PersonView(T* fields, const T* traits) : fields_(fields), traits_(traits) {}

  SOJOURN_INLINE F get(Field field) const { return fields_[static_cast<std::size_t>(field)]; }
  SOJOURN_INLINE void set(Field field, F value) {
    fields_[static_cast<std::size_t>(field)] = value;
  }
  SOJOURN_INLINE F trait(Parameter parameter) const {
    return traits_[static_cast<std::size_t>(parameter)];
  }

private:
  T* fields_;
  const T* traits_;
};

/// People side by side: one column of floats per field and per trait.
inline constexpr std::size_t n_lanes = 128;
/// Columns are a cache line longer than their lanes: a stride of a power of two would put one
/// lane's numbers into the same few cache sets.
inline constexpr std::size_t column_length = n_lanes + 16;
using Column = float[column_length];

/// The people of lanes `lane` .. `lane + width - 1`. `fields` has n_fields columns, `traits`
/// n_parameters; both outlive the view; `lane + width <= n_lanes`.
template <class V> class LaneView {
public:
  using F = V;
  SOJOURN_INLINE LaneView(Column* fields, const Column* traits, std::size_t lane)
      : fields_(fields), traits_(traits), lane_(lane) {}

  SOJOURN_INLINE F get(Field field) const {
    return load<F>(fields_[static_cast<std::size_t>(field)] + lane_);
  }
  SOJOURN_INLINE void set(Field field, F value) {
    store(fields_[static_cast<std::size_t>(field)] + lane_, value);
  }
  SOJOURN_INLINE F trait(Parameter parameter) const {
    return load<F>(traits_[static_cast<std::size_t>(parameter)] + lane_);
  }

private:
  Column* fields_;
  const Column* traits_;
  std::size_t lane_;
};

/// A person who has met nothing yet: every number 0 except the mood on arrival (which is the first
/// deviation of the expectation on quality and no event), the first belief's variance and trust.
/// `expectation_error` (affect points) is what the person expects beyond their mood.
template <class P>
SOJOURN_INLINE void arrive(P& person, typename P::F mood_on_arrival,
                           typename P::F expectation_error = typename P::F{}) {
  using F = typename P::F;
  for (std::size_t i = 0; i < n_fields; ++i) {
    person.set(static_cast<Field>(i), broadcast<F>(0));
  }
  person.set(Field::begin, mood_on_arrival);
  person.set(Field::expectation_quality, mood_on_arrival + expectation_error);
  person.set(Field::expectation_variance, person.trait(Parameter::expectation_variance));
  person.set(Field::trust, person.trait(Parameter::trust_start));
}

} // namespace sojourn::inline SOJOURN_TARGET
