// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "output/store/content.hpp"
#include "output/store/result.hpp"

// What the layout needs to say the plain data of a result in rows and columns.
namespace sojourn::output {

inline constexpr const char* affect = "affect"; // points of the scale -5 ... +5
inline constexpr const char* unit_column = "see variable unit";

inline std::string or_one(const std::string& unit) { return unit.empty() ? "1" : unit; }
inline std::string money(const ResultData& data) { return or_one(data.currency); }

/// Codes 0, 1, 2, ... stand for the ids of these rows.
template <class Row> Meanings meanings(const std::vector<Row>& rows) {
  Meanings result;
  for (const Row& row : rows) {
    result.push_back({static_cast<std::int32_t>(result.size()), row.id});
  }
  return result;
}
Meanings no_yes();
Meanings fates(); // of Fate
Meanings preceded(std::int32_t code, std::string text, Meanings meanings);

/// A list of texts that belongs to a row, laid flat: whose it is, and the text.
struct Belonging {
  int owner = 0;
  std::string text;
};

template <class Row>
std::vector<Belonging> flatten(const std::vector<Row>& rows,
                               std::vector<std::string> Row::*member) {
  std::vector<Belonging> flat;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::string& text : rows[i].*member) {
      flat.push_back({static_cast<int>(i), text});
    }
  }
  return flat;
}

/// @throws StoreError where an owner does not exist
void check_owner(const Belonging& belonging, std::size_t n_rows);

template <class Row>
void unflatten(const std::vector<Belonging>& flat, std::vector<Row>& rows,
               std::vector<std::string> Row::*member) {
  for (const Belonging& belonging : flat) {
    check_owner(belonging, rows.size());
    (rows[static_cast<std::size_t>(belonging.owner)].*member).push_back(belonging.text);
  }
}

struct TextRow {
  std::string text;
};
std::vector<TextRow> as_rows(const std::vector<std::string>& texts);
std::vector<std::string> as_texts(const std::vector<TextRow>& rows);

/// Group 0 is everyone, as in all arrays over groups.
std::vector<PersonaInfo> with_everyone(const std::vector<PersonaInfo>& personas);
std::vector<PersonaInfo> without_everyone(const std::vector<PersonaInfo>& groups);

/// The unit of each estimate's measure. @throws StoreError where a measure does not exist
std::vector<std::string> units_of_estimates(const ResultData& data);

/// One variable per measure: its id where that is a plain name (a-z 0-9 _) which no other variable
/// of the group bears, otherwise measure_<index>. No id can so become a path or clash.
std::vector<std::string> measure_variables(const ResultData& data);
/// [arm][group][replication] of one measure; empty where the result holds no values.
std::vector<double> take_measure(const ResultData& data, std::size_t measure);
void put_measure(ResultData& data, std::size_t measure, const std::vector<double>& values);

std::vector<std::string> flow_sources(const ResultData& data);
std::vector<std::string> flow_targets(const ResultData& data);

} // namespace sojourn::output
