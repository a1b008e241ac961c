// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>

namespace sojourn::output {

/// The whole report as one HTML file that needs nothing else: fonts and figures inside, a policy
/// that forbids everything from outside, readable without JavaScript. Same result, same bytes.
[[nodiscard]] std::string html_report(const ResultData& result);

} // namespace sojourn::output
