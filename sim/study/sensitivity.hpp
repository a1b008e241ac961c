// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// How much of the doubt comes from which assumption: first- and total-order Sobol indices over
/// declared bands (Saltelli 2010, Jansen 1999), and a tornado: each assumption alone at the ends
/// of its band.
[[nodiscard]] std::unique_ptr<Study> make_sensitivity(const StudyContext& context);

} // namespace sojourn
