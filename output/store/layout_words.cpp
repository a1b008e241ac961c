// SPDX-License-Identifier: Apache-2.0
#include "output/store/layout_words.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "output/store/errors.hpp"

namespace sojourn::output {
namespace {

bool is_plain_name(const std::string& id) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !id.empty() && id.size() <= 64 && id[0] >= 'a' && id[0] <= 'z' &&
         std::all_of(id.begin(), id.end(), plain);
}

/// Runs `visit(position in values, position in one measure)` over one measure.
template <class Visit>
void over_measure(const ResultData& data, std::size_t measure, const Visit& visit) {
  const std::size_t n = data.n_groups() * static_cast<std::size_t>(data.n_replications);
  for (std::size_t arm = 0; arm < data.arms.size(); ++arm) {
    for (std::size_t i = 0; i < n; ++i) {
      visit((arm * data.measures.size() + measure) * n + i, arm * n + i);
    }
  }
}

std::size_t n_values(const ResultData& data) {
  return data.arms.size() * data.measures.size() * data.n_groups() *
         static_cast<std::size_t>(data.n_replications);
}

} // namespace

Meanings no_yes() { return {{0, "no"}, {1, "yes"}}; }

Meanings fates() {
  return {{0, "better"}, {1, "worse"},      {2, "unchanged"}, {3, "richer"},
          {4, "poorer"}, {5, "newly lost"}, {6, "newly kept"}};
}

Meanings preceded(std::int32_t code, std::string text, Meanings meanings) {
  meanings.insert(meanings.begin(), {code, std::move(text)});
  return meanings;
}

void check_owner(const Belonging& belonging, std::size_t n_rows) {
  if (belonging.owner < 0 || static_cast<std::size_t>(belonging.owner) >= n_rows) {
    throw StoreError("an entry belongs to row " + std::to_string(belonging.owner) + " of " +
                     std::to_string(n_rows));
  }
}

std::vector<TextRow> as_rows(const std::vector<std::string>& texts) {
  std::vector<TextRow> rows;
  rows.reserve(texts.size());
  for (const std::string& text : texts) {
    rows.push_back({text});
  }
  return rows;
}

std::vector<std::string> as_texts(const std::vector<TextRow>& rows) {
  std::vector<std::string> texts;
  texts.reserve(rows.size());
  for (const TextRow& row : rows) {
    texts.push_back(row.text);
  }
  return texts;
}

std::vector<PersonaInfo> with_everyone(const std::vector<PersonaInfo>& personas) {
  std::vector<PersonaInfo> groups = {{"everyone", "everyone", "", 1.0}};
  groups.insert(groups.end(), personas.begin(), personas.end());
  return groups;
}

std::vector<PersonaInfo> without_everyone(const std::vector<PersonaInfo>& groups) {
  if (groups.empty()) {
    throw StoreError("the scale of personas is missing");
  }
  return {groups.begin() + 1, groups.end()};
}

std::vector<std::string> units_of_estimates(const ResultData& data) {
  std::vector<std::string> units;
  units.reserve(data.estimates.size());
  for (const Estimate& estimate : data.estimates) {
    const auto measure = static_cast<std::size_t>(estimate.measure);
    if (estimate.measure < 0 || measure >= data.measures.size()) {
      throw StoreError("an estimate is of measure " + std::to_string(estimate.measure) + " of " +
                       std::to_string(data.measures.size()));
    }
    units.push_back(data.measures[measure].unit);
  }
  return units;
}

std::vector<std::string> measure_variables(const ResultData& data) {
  std::set<std::string> taken = {"arm", "persona", "replication"};
  std::vector<std::string> names;
  for (const MeasureInfo& measure : data.measures) {
    const bool usable = is_plain_name(measure.id) && !measure.id.starts_with("measure_") &&
                        taken.insert(measure.id).second;
    names.push_back(usable ? measure.id : "measure_" + std::to_string(names.size()));
  }
  return names;
}

std::vector<double> take_measure(const ResultData& data, std::size_t measure) {
  if (data.values.empty()) {
    return {};
  }
  if (data.values.size() != n_values(data)) {
    throw std::logic_error("the measures have " + std::to_string(data.values.size()) +
                           " values instead of " + std::to_string(n_values(data)));
  }
  std::vector<double> values(data.values.size() / data.measures.size());
  over_measure(data, measure,
               [&](std::size_t from, std::size_t to) { values[to] = data.values[from]; });
  return values;
}

void put_measure(ResultData& data, std::size_t measure, const std::vector<double>& values) {
  if (values.empty()) {
    return;
  }
  data.values.resize(n_values(data), missing);
  over_measure(data, measure,
               [&](std::size_t to, std::size_t from) { data.values[to] = values[from]; });
}

std::vector<std::string> flow_sources(const ResultData& data) {
  std::vector<std::string> names;
  for (const TouchpointInfo& touchpoint : data.touchpoints) {
    names.push_back(touchpoint.id);
  }
  names.emplace_back("start");
  return names;
}

std::vector<std::string> flow_targets(const ResultData& data) {
  std::vector<std::string> names = flow_sources(data);
  names.pop_back();
  for (const ExitInfo& exit : data.exits) {
    names.push_back(exit.id);
  }
  names.emplace_back("unfinished");
  return names;
}

} // namespace sojourn::output
