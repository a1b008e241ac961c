// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// Which of many assumptions matter at all: elementary effects over declared bands (Morris 1991).
[[nodiscard]] std::unique_ptr<Study> make_screen(const StudyContext& context);

} // namespace sojourn
