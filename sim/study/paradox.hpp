// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// Every touchpoint is liked and the journey is not: how far the share of content journeys falls
/// behind the share of content visits where people are asked, and how much of that each source
/// makes; and in which of Johari's panes (seen by the person, by the provider, by both, by neither)
/// affect is felt and value lost.
[[nodiscard]] std::unique_ptr<Study> make_paradox(const StudyContext& context);

} // namespace sojourn
