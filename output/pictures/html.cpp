// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/html.hpp"

#include "output/pictures/fonts/embedded.hpp"
#include "output/pictures/letters.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/svg.hpp"
#include "output/store/sha256.hpp"

#include <algorithm>
#include <charconv>

namespace sojourn::output {
namespace {

std::string base64(const std::string& bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group =
          (group << 8U) | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      out += i + k <= bytes.size() ? letters[(group >> (18 - 6 * k)) & 63U] : '=';
    }
  }
  return out;
}

std::string bytes_of_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    int value = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
    bytes.push_back(static_cast<char>(value));
  }
  return bytes;
}

std::string policy(const std::string& fonts, const std::string& style) {
  return "default-src 'none'; style-src '" + page::content_hash(fonts) + "' '" +
         page::content_hash(style) + "'; script-src '" + page::content_hash(page::script) +
         "'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";
}

std::string head(const ResultData& result, const std::string& fonts, const std::string& style) {
  return "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>\n"
         R"(<meta http-equiv="Content-Security-Policy" content=")" +
         policy(fonts, style) + "\">\n" +
         "<meta name='viewport' content='width=device-width,initial-scale=1'>\n"
         "<meta name='referrer' content='no-referrer'>\n<title>" +
         escape(result.title.empty() ? "Journey" : result.title) +
         " · Sojourn report</title>\n<style id='fonts'>" + fonts + "</style>\n<style>" + style +
         "</style></head>\n";
}

/// What was asked beside the levels and differences, in the order of a plan: where value leaks,
/// what the biases do, what was promised, what to fix first; then the rest.
std::string studies(const ResultData& result) {
  return page::drivers_section(result) + page::study_section(result, "pays back after") +
         page::study_section(result, "shapley") + page::study_section(result, "effect") +
         page::watermelon_section(result) + page::agreements_section(result) +
         page::stakeholders_section(result) + page::people_section(result, "stakeholder_map") +
         page::people_section(result, "culture_map") + page::people_section(result, "johari") +
         page::study_section(result, "gain") +
         page::other_studies(result, {"pays back after", "shapley", "effect", "gain"});
}

// A page of 2 MB opens at once anywhere. Maps get what the rest leaves, and of it not all: the
// lines that stand in for maps beyond take some room too.
constexpr std::size_t most_of_page = 1'900'000, most_of_maps = 1'350'000;

} // namespace

std::string page::content_hash(std::string_view text) {
  return "sha256-" + base64(bytes_of_hex(sha256_hex(text)));
}

std::string page::font_faces() {
  return font_face("Source Sans 3 Variable", fonts::source_sans_3) +
         font_face("Source Serif 4 Variable", fonts::source_serif_4);
}

std::string html_report(const ResultData& result) {
  const std::string fonts = page::font_faces();
  const std::string style = std::string(page::style) + page::switching_rules(result);
  const std::string before = head(result, fonts, style) + "<body><main>\n" +
                             page::head_and_answer(result) + page::tiles_section(result);
  const std::string after = page::questions_section(result) + page::described_section(result) +
                            page::differences_section(result) + page::hours_section(result) +
                            studies(result) + page::making_section(result);
  const std::size_t rest = std::min(most_of_page, before.size() + after.size());
  return before + page::journey_section(result, std::min(most_of_maps, most_of_page - rest)) +
         after + "</main>\n<script>" + std::string(page::script) + "</script></body></html>\n";
}

} // namespace sojourn::output
