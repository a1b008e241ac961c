// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// Green outside, red inside: how often an agreement on experience is missed where one on
/// operations is kept, journey by journey and replication by replication, and how much of it each
/// source makes: the index as it is less the index with the source switched off, on the same luck.
[[nodiscard]] std::unique_ptr<Study> make_watermelon(const StudyContext& context);

} // namespace sojourn
