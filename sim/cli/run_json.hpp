// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>

namespace sojourn::cli {

/// The one document of `run --json`.
[[nodiscard]] std::string run_document(const output::ResultData& result,
                                       const std::string& result_path,
                                       const std::string& report_path,
                                       const std::string& content_hash);

} // namespace sojourn::cli
