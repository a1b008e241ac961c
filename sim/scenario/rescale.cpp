// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/patch.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace sojourn {
namespace {

// The share of a row in percent; nullopt for rest, for the impatient and for what is no share.
std::optional<double> percent_of(const Node& row) {
  const Node* share = row.find("share");
  if (share == nullptr || !share->is_scalar() || row.find("when") != nullptr)
    return std::nullopt;
  const auto read = leading_number(share->text);
  const auto* number = std::get_if<LeadingNumber>(&read);
  return number == nullptr ? std::nullopt : std::optional(number->number);
}

bool takes_rest(const Node& row) {
  return row.find("when") == nullptr && !percent_of(row).has_value();
}

bool is_for(const Node& row, const std::string& persona) {
  const auto personas = personas_of_row(row);
  return personas.empty() || std::find(personas.begin(), personas.end(), persona) != personas.end();
}

// By how much the untouched ways of one persona must be multiplied; 1 where nothing is to be done.
double factor_for(const Node& then, const std::string& persona) {
  double pinned = 0, free = 0;
  bool touched = false;
  for (const Node& row : then.items) {
    if (!is_for(row, persona))
      continue;
    if (takes_rest(row))
      return 1;
    touched = touched || row.pinned;
    (row.pinned ? pinned : free) += percent_of(row).value_or(0);
  }
  const bool removed = then.pinned;
  if (!(touched || removed) || free <= 0 || pinned > 100)
    return 1; // too much or nothing to give: the sum of the shares will say so
  return (100 - pinned) / free;
}

std::string percent_text(double percent) {
  return number_text(std::round(percent * 1e10) / 1e10) + "%";
}

Node names_list(const std::vector<std::string>& personas, const Place& place) {
  Node list;
  list.kind = Node::Kind::sequence;
  list.place = place;
  for (const std::string& each : personas)
    list.items.push_back(scalar_node(each, place));
  return list;
}

// The row once for each factor its personas need.
std::vector<Node> scaled_rows(const Node& row, const std::map<std::string, double>& factors,
                              const Place& place) {
  std::map<double, std::vector<std::string>> groups;
  for (const auto& [persona, factor] : factors)
    if (is_for(row, persona))
      groups[factor].push_back(persona);
  std::vector<Node> out;
  for (const auto& [factor, personas] : groups) {
    Node copy = row;
    if (groups.size() > 1)
      copy.under("for", place) = names_list(personas, place);
    if (std::fabs(factor - 1) > 1e-12)
      *copy.find("share") = scalar_node(percent_text(*percent_of(row) * factor), place);
    out.push_back(std::move(copy));
  }
  return out;
}

} // namespace

void rescale_ways(Node& then, const Names& names) {
  std::vector<std::string> personas = names.personas.ids;
  if (personas.empty())
    personas.push_back("");
  std::map<std::string, double> factors;
  for (const std::string& persona : personas)
    factors[persona] = factor_for(then, persona);
  std::vector<Node> rows;
  for (Node& row : then.items) {
    if (row.pinned || !percent_of(row)) {
      rows.push_back(std::move(row));
      continue;
    }
    for (Node& each : scaled_rows(row, factors, then.place))
      rows.push_back(std::move(each));
  }
  then.items = std::move(rows);
  then.pinned = false; // the next set of changes starts afresh
  for (Node& row : then.items)
    row.pinned = false;
}

} // namespace sojourn
