// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

double at(const std::vector<double>& values, std::size_t index) {
  return index < values.size() ? values[index] : missing;
}

template <class Items>
std::optional<std::size_t> index_named(const Items& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [id](const auto& item) { return item.id == id; });
  return found == items.end() ? std::nullopt
                              : std::optional(static_cast<std::size_t>(found - items.begin()));
}

/// Rank of a measure in the order pictures show them.
int rank(const ResultData& result, int measure) {
  if (measure == headline_measure(result).value_or(-1)) {
    return 0;
  }
  if (result.measures[static_cast<std::size_t>(measure)].id == "remembered_experience") {
    return 1;
  }
  if (const AgreementInfo* agreement = agreement_of(result, measure)) {
    return agreement->kind == "XLA" ? 2 : 3;
  }
  return measure == value_measure(result).value_or(-1) ? 4 : 5;
}

} // namespace

std::string as_words(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  return id;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::optional<int> measure_named(const ResultData& result, std::string_view id) {
  const auto index = index_named(result.measures, id);
  return index ? std::optional(static_cast<int>(*index)) : std::nullopt;
}

const Estimate* find_estimate(const ResultData& result, int arm, int versus, int measure,
                              int group) {
  const auto found =
      std::find_if(result.estimates.begin(), result.estimates.end(), [&](const Estimate& e) {
        return e.arm == arm && std::max(e.versus, -1) == std::max(versus, -1) &&
               e.measure == measure && e.group == group;
      });
  return found == result.estimates.end() ? nullptr : &*found;
}

bool has_value(const Estimate* estimate) {
  return estimate != nullptr && std::isfinite(estimate->estimate);
}

bool has_interval(const Estimate* estimate) {
  return has_value(estimate) && std::isfinite(estimate->lower) && std::isfinite(estimate->upper);
}

std::optional<int> measure_of(const ResultData& result, const AgreementInfo& agreement) {
  return measure_named(result, agreement.id);
}

const AgreementInfo* agreement_of(const ResultData& result, int measure) {
  const std::string& id = result.measures[static_cast<std::size_t>(measure)].id;
  const auto index = index_named(result.agreements, id);
  return index ? &result.agreements[*index] : nullptr;
}

std::optional<int> headline_measure(const ResultData& result) {
  if (const auto asked = measure_named(result, result.asks_measure)) {
    return asked;
  }
  if (const auto remembered = measure_named(result, "remembered_experience")) {
    return remembered;
  }
  const auto found = std::find_if(result.measures.begin(), result.measures.end(),
                                  [](const MeasureInfo& m) { return m.better != 0; });
  return found == result.measures.end()
             ? std::nullopt
             : std::optional(static_cast<int>(found - result.measures.begin()));
}

std::size_t headline_group(const ResultData& result) {
  const auto asked = index_named(result.personas, result.asks_persona);
  return asked ? *asked + 1 : 0;
}

std::optional<int> value_measure(const ResultData& result) {
  if (const auto realised = measure_named(result, "value_realised")) {
    return realised;
  }
  const auto found =
      std::find_if(result.measures.begin(), result.measures.end(), [&](const MeasureInfo& m) {
        return m.better > 0 && !result.currency.empty() && m.unit == result.currency;
      });
  return found == result.measures.end()
             ? std::nullopt
             : std::optional(static_cast<int>(found - result.measures.begin()));
}

double interval_level(const ResultData& result) {
  return result.estimates.empty() ? 0.95 : result.estimates.front().level;
}

std::vector<int> headline_measures(const ResultData& result) {
  std::vector<int> measures;
  for (int m = 0; m < static_cast<int>(result.measures.size()); ++m) {
    if (result.measures[static_cast<std::size_t>(m)].better != 0) {
      measures.push_back(m);
    }
  }
  std::stable_sort(measures.begin(), measures.end(),
                   [&](int a, int b) { return rank(result, a) < rank(result, b); });
  return measures;
}

std::string short_name(const ResultData& result, std::size_t arm) {
  return arm == 0 ? "today" : as_words(result.arms[arm].id);
}

std::string long_name(const ResultData& result, std::size_t arm) {
  const std::string& title = result.arms[arm].title;
  return arm == 0 ? "Today" : title.empty() ? short_name(result, arm) : title;
}

std::string group_name(const ResultData& result, std::size_t group) {
  if (group == 0) {
    return "Everyone";
  }
  const PersonaInfo& persona = result.personas[group - 1];
  return persona.name.empty() ? as_words(persona.id) : persona.name;
}

MapView::MapView(const ResultData& result, std::size_t arm, std::size_t group)
    : result_(result), arm_(arm), group_(group), n_(result.touchpoints.size()) {}

double MapView::visits(std::size_t touchpoint) const {
  return at(result_.map.visits, cell() * n_ + touchpoint);
}

double MapView::mean(std::size_t touchpoint) const {
  return at(result_.map.affect_mean, cell() * n_ + touchpoint);
}

double MapView::wait(std::size_t touchpoint) const {
  return at(result_.map.wait_mean_min, cell() * n_ + touchpoint);
}

double MapView::at_level(const std::vector<double>& values, std::size_t row, double level) const {
  const auto& levels = result_.map.quantile_level;
  for (std::size_t q = 0; q < levels.size(); ++q) {
    if (std::abs(levels[q] - level) < 1e-9) {
      return at(values, row * levels.size() + q);
    }
  }
  return missing;
}

double MapView::quantile(std::size_t touchpoint, double level) const {
  return at_level(result_.map.affect_quantile, cell() * n_ + touchpoint, level);
}

double MapView::remembered(double level) const {
  return at_level(result_.map.remembered_quantile, cell(), level);
}

double MapView::remembered_after(std::size_t touchpoint) const {
  return at(result_.map.remembered_running, cell() * n_ + touchpoint);
}

double MapView::flow(std::size_t from, std::size_t to) const {
  const std::size_t columns = n_ + result_.exits.size() + 1;
  const double value = at(result_.map.flow, (cell() * (n_ + 1) + from) * columns + to);
  return std::isfinite(value) ? value : 0;
}

double resource_mean(const ResultData& result, const std::vector<double>& column, std::size_t arm,
                     std::size_t resource) {
  const auto replications = static_cast<std::size_t>(result.n_replications);
  const std::size_t first = (arm * result.resources.size() + resource) * replications;
  double sum = 0;
  double count = 0;
  for (std::size_t r = 0; r < replications; ++r) {
    if (const double value = at(column, first + r); std::isfinite(value)) {
      sum += value;
      count += 1;
    }
  }
  return count > 0 ? sum / count : missing;
}

std::optional<std::size_t> resource_named(const ResultData& result, std::string_view id) {
  return index_named(result.resources, id);
}

} // namespace sojourn::output
