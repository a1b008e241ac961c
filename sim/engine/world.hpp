// SPDX-License-Identifier: Apache-2.0
#pragma once

// One source, two builds. Where nobody asks for more of a journey than touchpoints, lines, patience
// and feelings, everything else is not even looked at: in the bare build each `uses(...)` is false
// when it is compiled. Both builds give the same bits wherever `Plan::bare` holds.
#ifndef SOJOURN_WORLD
#define SOJOURN_WORLD full
#define SOJOURN_IS_FULL_WORLD 1
#else
#define SOJOURN_IS_FULL_WORLD 0
#endif

namespace sojourn::inline SOJOURN_WORLD {

inline constexpr bool bare_world = SOJOURN_IS_FULL_WORLD == 0;

/// Whether something is there that a bare plan has nowhere.
[[nodiscard]] constexpr bool uses(bool it_is_there) { return !bare_world && it_is_there; }

} // namespace sojourn::inline SOJOURN_WORLD
