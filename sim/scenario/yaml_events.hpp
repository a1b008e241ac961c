// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/located.hpp"

#include <optional>

namespace sojourn {

/// What a text may hold before it is refused (reliability: a scenario is small; an attack is not).
inline constexpr std::size_t most_depth = 64;
inline constexpr std::size_t most_values = 1'000'000;
inline constexpr std::size_t most_bytes = 16U << 20U;

/// Reads sources[source] as one YAML document of plain mappings, sequences and scalars. Anchors,
/// aliases, tags, further documents, duplicate and non-scalar keys, bad characters and too much of
/// anything are reported; nullopt where no tree can be made of it (syntax, size, nothing written).
std::optional<Node> read_tree(const Sources& sources, std::uint32_t source, Reporter& reporter);

} // namespace sojourn
