// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>

namespace sojourn::output {

/// The numbers of a result for planners, as the bytes of an XLSX file: the answer, what is
/// compared, every measure with its interval and its change, agreements, staff, assumptions. Texts
/// are texts: none becomes a formula. @throws std::runtime_error where the library fails
[[nodiscard]] std::string workbook(const ResultData& result);

} // namespace sojourn::output
