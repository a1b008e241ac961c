// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/study_rows.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::output;

namespace {

/// A study of one quantity on a share, one finding for each estimate.
ResultData of_estimates(const std::string& quantity, const std::vector<double>& estimates) {
  ResultData result;
  result.measures = {{"served", "Served", "1", "", 1, true, true}};
  StudyInfo info;
  info.id = "sweep";
  info.headline = quantity;
  result.studies = {info};
  for (const double estimate : estimates) {
    Finding row;
    row.quantity = quantity;
    row.subject = "point " + std::to_string(result.findings.size());
    row.measure = 0;
    row.unit = "1";
    row.estimate = estimate;
    row.lower = estimate - 0.01;
    row.upper = estimate + 0.01;
    result.findings.push_back(row);
  }
  return result;
}

std::vector<std::string> names_shown(const ResultData& result, std::size_t most = 10) {
  std::vector<std::string> names;
  for (const StudyRow& row : short_table(result, 0, most).rows) {
    names.push_back(row.name);
  }
  return names;
}

} // namespace

TEST_CASE("findings are shown largest first, the points of a sweep in their order") {
  ResultData result = of_estimates("change", {0.1, -0.3, 0.2});
  CHECK(names_shown(result) == std::vector<std::string>{"point 1", "point 2", "point 0"});
  StudyPoint point;
  point.subject = "point 0";
  result.study_points = {point};
  CHECK(names_shown(result) == std::vector<std::string>{"point 0", "point 1", "point 2"});
  CHECK(names_shown(result, 2) == std::vector<std::string>{"point 0", "point 1"});
  CHECK(short_table(result, 0, 2).n_left_out == 1);
}

TEST_CASE("a level is shown without a sign, a change with one") {
  const StudyTable level = short_table(of_estimates("truth", {0.25}), 0, 5);
  const StudyTable change = short_table(of_estimates("change", {0.25}), 0, 5);
  CHECK(level.rows.front().value.front() == '2');
  CHECK(change.rows.front().value.front() == '+');
}
