// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// Which of the arms is best on one measure, with few replications: KN (Kim & Nelson 2001), which
/// drops arms as soon as it can tell, or OCBA (Chen et al. 2000) for a fixed budget. Decisions fall
/// at the end of whole rounds, so that results do not depend on the order of arrival.
[[nodiscard]] std::unique_ptr<Study> make_select(const StudyContext& context);

} // namespace sojourn
