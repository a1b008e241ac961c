// SPDX-License-Identifier: Apache-2.0
#include "sim/study/compare_parts.hpp"

#include "output/text.hpp"
#include "sim/scenario/characters.hpp"

#include <algorithm>

namespace sojourn {
namespace {

std::string controls_used(const AdjustedMean& mean, const std::vector<LuckControl>& controls) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < mean.used; ++i) {
    names.push_back(controls[i].name);
  }
  return list_words(names);
}

/// What each replication would have shown with average luck; their mean is the adjusted one.
std::vector<double> corrected(std::vector<double> values, const AdjustedMean& mean,
                              const std::vector<LuckControl>& controls) {
  for (std::size_t i = 0; mean.known() && i < mean.used; ++i) {
    for (std::size_t r = 0; r < values.size(); ++r) {
      values[r] -= mean.coefficients[i] * (controls[i].values[r] - controls[i].expectation);
    }
  }
  return values;
}

/// The variance factor; missing where the mean could not be adjusted.
double add_adjusted(Findings& findings, const Compared& compared, const About& about,
                    const std::vector<double>& values, const std::vector<LuckControl>& controls) {
  const AdjustedMean mean = adjusted_mean(values, controls);
  output::Interval shown = mean.adjusted;
  shown.replications = mean.plain.replications;
  output::Finding& row = findings.add(compared.pool, about, shown);
  row.note =
      mean.known()
          ? output::text("{:.2g} x the variance of the plain mean {:.6g}; controls: {}",
                         mean.variance_factor, mean.plain.estimate, controls_used(mean, controls))
          : "not adjusted: " + mean.refused;
  if (mean.known()) {
    findings.values.back() = corrected(values, mean, controls);
  }
  return mean.known() ? mean.variance_factor : output::missing;
}

/// `factors` of variance, one per variant, not empty.
std::string reading(const std::string& measure, const std::vector<double>& factors) {
  const auto [least, most] = std::minmax_element(factors.begin(), factors.end());
  const std::string corrected = "Corrected by what the same people would have met without biases, "
                                "whose expectation is known, differences on " +
                                measure;
  if (*least >= 1) {
    return corrected + " are no surer: the same luck has taken out what could be. The plain "
                       "intervals stand.";
  }
  const std::string low = output::text("{:.2g}", *least), high = output::text("{:.2g}", *most);
  return corrected + " have " + (low == high ? low : low + " to " + high) + " times the variance.";
}

} // namespace

std::string report_adjusted(Findings& findings, const Compared& compared,
                            const std::vector<Twin>& twins) {
  std::vector<double> factors; // of what everything is about, everyone
  for (std::size_t arm = 0; arm < twins.size(); ++arm) {
    const std::string& id = compared.id(arm);
    for (std::size_t group = 0; group < compared.pool.n_groups(); ++group) {
      const auto level = luck_controls(compared.pool, twins[arm], compared.replications, group);
      const auto change =
          luck_controls(compared.pool, twins[arm], twins[0], compared.replications, group);
      for (std::size_t measure = 0; measure < compared.pool.measures().size(); ++measure) {
        if (group >= compared.n_groups(measure)) {
          continue;
        }
        const std::vector<double> here = compared.values(arm, measure, group);
        add_adjusted(findings, compared, {"adjusted level", id, arm, measure, group}, here, level);
        if (arm > 0 && compared.plans(arm) == output::Plans::differ) {
          const double factor = add_adjusted(
              findings, compared, {"adjusted difference", id + " - baseline", arm, measure, group},
              less(here, compared.values(0, measure, group)), change);
          if (measure == 0 && group == 0 && factor == factor) {
            factors.push_back(factor);
          }
        }
      }
    }
  }
  if (factors.empty()) {
    return {};
  }
  return reading(compared.pool.measures().front().info.id, factors);
}

} // namespace sojourn
