// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/svg.hpp"
#include "output/store/result.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

// The parts html_report() is put together from.
namespace sojourn::output::page {

extern const std::string_view style;  // style sheet, constant
extern const std::string_view script; // small, hand-written, optional for the reader

/// Style rules that show the map of the chosen design and person only; where a browser does not
/// know :has(), every map is shown.
[[nodiscard]] std::string switching_rules(const ResultData& result);

/// @font-face rules with both fonts inside.
[[nodiscard]] std::string font_faces();

/// "sha256-…" of a style or script for the content security policy.
[[nodiscard]] std::string content_hash(std::string_view text);

/// The sections, top to bottom; each is whole markup.
[[nodiscard]] std::string head_and_answer(const ResultData& result);
[[nodiscard]] std::string tiles_section(const ResultData& result);
/// With maps of at most `most_bytes` together; those beyond are named instead.
[[nodiscard]] std::string journey_section(const ResultData& result, std::size_t most_bytes);
/// The eight questions asked of every journey, answered for today's design.
[[nodiscard]] std::string questions_section(const ResultData& result);
[[nodiscard]] std::string differences_section(const ResultData& result);
[[nodiscard]] std::string watermelon_section(const ResultData& result); // empty without SLA or XLA
[[nodiscard]] std::string agreements_section(const ResultData& result);
/// What scenarios say in words beside the numbers; empty where they say nothing.
[[nodiscard]] std::string described_section(const ResultData& result);
[[nodiscard]] std::string hours_section(const ResultData& result);        // empty without lines
[[nodiscard]] std::string stakeholders_section(const ResultData& result); // empty without a table
/// Of one picture of people; empty where there is nothing to draw.
[[nodiscard]] std::string people_section(const ResultData& result, std::string_view name);
/// What drives value, and what one more of a resource brings; empty where nothing is said of it.
[[nodiscard]] std::string drivers_section(const ResultData& result);
/// A wide and a narrow drawing of a figure, and a button to save it.
[[nodiscard]] std::string figure_pair(const std::string& name, const Figure& wide,
                                      const Figure& narrow);
/// Of the study that answers with `headline`; empty where none did.
[[nodiscard]] std::string study_section(const ResultData& result, std::string_view headline);
/// Of the studies that answer with none of `shown`.
[[nodiscard]] std::string other_studies(const ResultData& result,
                                        std::initializer_list<std::string_view> shown);
[[nodiscard]] std::string making_section(const ResultData& result);

/// A line that says which groups of the result file hold the numbers of a figure.
[[nodiscard]] std::string numbers_from(const std::string& groups);

/// The arm a page shows first: the best single change on the headline measure, else today.
[[nodiscard]] std::size_t first_shown_arm(const ResultData& result);

} // namespace sojourn::output::page
