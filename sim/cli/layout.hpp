// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

// Text for a terminal of 80 columns. Widths count characters, not bytes.
namespace sojourn::cli {

/// Words of `text` in lines of at most `width` characters, the first after `first`, the others
/// after as many blanks as `first` is wide.
[[nodiscard]] std::string wrap(std::string_view first, std::string_view text,
                               std::size_t width = 80);

/// `text` padded with blanks to `width` characters; left- or right-aligned.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);

/// ANSI styles, or the text alone.
[[nodiscard]] std::string bold(std::string_view text, bool colour);
[[nodiscard]] std::string dim(std::string_view text, bool colour);

} // namespace sojourn::cli
