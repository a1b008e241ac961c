// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/output/pictures/sample.hpp"

#include <cmath>

namespace sojourn::output::sample {
namespace {

void name_everything(ResultData& r, Size size, const std::string& name) {
  r.title = r.question = r.scenario_path = r.stop_reason = r.command_line = name;
  r.currency = name;
  r.warnings = {name};
  r.n_replications = 2;
  for (std::size_t a = 0; a < size.arms; ++a) {
    r.arms.push_back({name, name, name, {name}, 0, 0});
  }
  for (std::size_t p = 0; p < size.personas; ++p) {
    r.personas.push_back({name, name, name, 1.0 / static_cast<double>(size.personas)});
  }
  for (std::size_t t = 0; t < size.touchpoints; ++t) {
    const char* step = t % 5 < 3 ? "engage" : "co-create";
    r.touchpoints.push_back({name + std::to_string(t),
                             name,
                             step,
                             {name, "phone"},
                             "desk",
                             "desk",
                             name,
                             t == 0,
                             false});
  }
  for (std::size_t e = 0; e < size.served + size.lost; ++e) {
    r.exits.push_back({name, name, e < size.served ? "served" : "lost"});
  }
  r.resources = {{"desk", name}};
  r.agreements = {{"kept", "SLA", name, .8}, {"kept", "XLA", name, .8}};
  r.measures = {{"remembered_experience", name, "affect", name, 1, false, true},
                {"kept", name, "1", name, 1, true, true}};
  r.parameters = {{name, name, name, "assumption", name, name}};
}

void add_map(ResultData& r, Size size) {
  const std::size_t n = size.touchpoints;
  const std::size_t columns = n + r.exits.size() + 1;
  r.map.visits.insert(r.map.visits.end(), n, 100);
  std::vector<double> flow((n + 1) * columns, 0);
  flow[n * columns] = 100;
  for (std::size_t t = 0; t < n; ++t) {
    flow[t * columns + (t + 1 < n ? t + 1 : n)] = 100; // the last one meets the first exit or none
    r.map.affect_mean.push_back(std::sin(static_cast<double>(t)));
    r.map.wait_mean_min.push_back(static_cast<double>(t));
    r.map.remembered_running.push_back(0.1 * static_cast<double>(t % 9));
    for (const double q : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
      r.map.affect_quantile.push_back(q + std::sin(static_cast<double>(t)));
    }
  }
  r.map.flow.insert(r.map.flow.end(), flow.begin(), flow.end());
  r.map.remembered_quantile.insert(r.map.remembered_quantile.end(), {-2, -1, 0, 1, 2});
}

} // namespace

ResultData of_size(Size size, const std::string& name) {
  ResultData r;
  name_everything(r, size, name);
  r.map.quantile_level = {.05, .25, .5, .75, .95};
  for (std::size_t cell = 0; cell < size.arms * r.n_groups(); ++cell) {
    add_map(r, size);
  }
  for (int a = 0; a < static_cast<int>(size.arms); ++a) {
    for (int m = 0; m < 2; ++m) {
      for (int g = 0; g < static_cast<int>(r.n_groups()); ++g) {
        r.estimates.push_back({a, -1, m, g, .5, .4, .6, .95, 2, missing, missing, 0, ""});
        if (a > 0) {
          r.estimates.push_back(
              {a, 0, m, g, .1 * a, .1 * a - .2, .1 * a + .2, .95, 2, .3, .9, 3, name});
        }
      }
    }
  }
  add_studies(r);
  r.resource.capacity.assign(size.arms, 3);
  r.resource.utilisation.assign(size.arms * 2, .95);
  r.resource.wait_mean_min.assign(size.arms * 2, 4);
  add_hours(r);
  return r;
}

} // namespace sojourn::output::sample
