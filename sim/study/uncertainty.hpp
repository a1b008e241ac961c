// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// How sure, if the assumptions are in doubt too? Outer draws of the parameters (a Latin hypercube
/// over bands, samples resampled from the values written) on the same inner luck; the doubt is
/// split into what parameters and what luck contribute.
[[nodiscard]] std::unique_ptr<Study> make_uncertainty(const StudyContext& context);

} // namespace sojourn
