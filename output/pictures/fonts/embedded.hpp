// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

// The two fonts of the report as base64 WOFF2, and the signs they lack as base64 TrueType for
// pictures made without a browser; written by embed.py.
namespace sojourn::output::fonts {

extern const std::string_view source_sans_3;
extern const std::string_view source_serif_4;
extern const std::string_view marks;

} // namespace sojourn::output::fonts
