// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/system.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

// Bytes that must come back as they were or not at all: what a run leaves beside its result so that
// it can be resumed.
namespace sojourn::output {

/// Puts the bytes in the place of `path`, behind a header with their length and SHA-256. The former
/// file stays as it is until the new one is synced. @throws EnvironmentError
void write_checked(const std::filesystem::path& path, const std::vector<std::byte>& bytes,
                   System& system = System::real());

/// nullopt where there is no such file. @throws BadFile where it is foreign, cut off or damaged
[[nodiscard]] std::optional<std::vector<std::byte>> read_checked(const std::filesystem::path& path);

} // namespace sojourn::output
