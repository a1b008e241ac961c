// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Text that came from outside (names, titles) made harmless and measured: nothing a designer writes
// can steer a terminal, end a tag or turn the direction of the page.
namespace sojourn::output {

enum class Weight { regular, semibold };

/// Valid UTF-8 without control characters, terminal escapes, direction overrides and
/// non-characters. Line breaks and tabs become spaces; broken bytes become U+FFFD.
[[nodiscard]] std::string clean(std::string_view text);

/// clean() and then & < > " ' as entities: safe as XML or HTML text and inside any quoted
/// attribute.
[[nodiscard]] std::string escape(std::string_view text);

/// One code point of valid UTF-8 starting at `text[at]`; `at` moves behind it. Broken bytes give
/// U+FFFD one by one.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

void append_code_point(std::string& to, char32_t code);

/// Width in px of a line set in Source Sans 3, from its advance widths; other scripts by class.
[[nodiscard]] double text_width(std::string_view text, double size,
                                Weight weight = Weight::regular);

/// Columns a text fills on a terminal: 0 for combining marks, 2 for wide characters.
[[nodiscard]] int terminal_width(std::string_view text);

/// Lines no wider than `width` px: broken at spaces, after - and /, inside a word only where the
/// word alone is too wide. What does not fit into `most` lines ends in an ellipsis.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, double size, double width,
                                            std::size_t most = 99, Weight weight = Weight::regular);

/// The text cut with an ellipsis so that it fills at most `width` px.
[[nodiscard]] std::string shorten(std::string_view text, double size, double width,
                                  Weight weight = Weight::regular);

} // namespace sojourn::output
