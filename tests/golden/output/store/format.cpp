// SPDX-License-Identifier: Apache-2.0
// FORMAT.md lists every dataset that is written and no other. SOJOURN_APPROVE=1 writes its tables.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "output/store/content_hash.hpp"
#include "output/store/journeys.hpp"
#include "output/store/layout.hpp"
#include "output/store/packer.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;

namespace {

const std::string page = std::string(SOJOURN_SOURCE_DIR) + "/output/store/FORMAT.md";
const std::string begin_mark =
    "<!-- datasets: written and compared by tests/golden/output/store/format.cpp -->\n";
const std::string end_mark = "<!-- end of datasets -->\n";

// Full, with one measure, so that every dataset appears once.
ResultData documented() {
  ResultData data = test::full_result();
  data.currency = "CURRENCY";
  data.measures = {{"any", "label of the measure", "of MEASURE", "", 0, false, false}};
  data.values.assign(
      data.arms.size() * data.n_groups() * static_cast<std::size_t>(data.n_replications), 0.0);
  for (Estimate& estimate : data.estimates) {
    estimate.measure = 0;
  }
  return data;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

// Codes from 0 on whose meanings are ids of this result: the page does not list those.
bool stands_for_ids(const Meanings& meanings) {
  const std::string& last = meanings.back().text;
  return last == "any" || last.find('_') != std::string::npos;
}

std::string row(const Dataset& dataset) {
  const std::string name = dataset.name == "any" ? "MEASURE" : dataset.name;
  std::string codes;
  for (const Meaning& meaning : dataset.meanings) {
    if (meaning.code < 0 || !stands_for_ids(dataset.meanings)) {
      codes += (codes.empty() ? ": " : ", ") + std::to_string(meaning.code) + " " + meaning.text;
    }
  }
  return "| `" + name + "` | " + joined(dataset.dimensions) + " | " + type_name(dataset.values) +
         " | " + dataset.unit + " | " + dataset.long_name + codes + " |\n";
}

Content content() {
  const ResultData data = documented();
  Packer packer;
  lay_out(packer, data);
  Content result = packer.finish();
  for (DataGroup& group : result.groups) {
    if (group.path == "journeys") {
      group.datasets = journey_columns(data.journeys, 0, n_rows(data.journeys), data);
    }
  }
  return result;
}

std::string tables() {
  std::string text = "\n";
  for (const DataGroup& group : content().groups) {
    text += "### " + group.path + "/\n\n" + group.title + ".\n\n";
    text += "| dataset | dimensions | type | unit | what |\n|---|---|---|---|---|\n";
    if (group.path == "journeys") {
      text += "| `journey` | journey | int64 | 1 | sampled journey |\n";
    }
    for (const Dataset& dataset : group.datasets) {
      text += row(dataset);
    }
    text += "\n";
  }
  return text;
}

std::string read_page() {
  std::ifstream in(page);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("FORMAT.md lists the datasets that are written", "[store][golden]") {
  const std::string text = read_page();
  const std::size_t begin = text.find(begin_mark) + begin_mark.size();
  const std::size_t end = text.find(end_mark);
  REQUIRE(end != std::string::npos);
  const std::string now = tables();
  if (std::getenv("SOJOURN_APPROVE") != nullptr) {
    std::ofstream(page) << text.substr(0, begin) << now << text.substr(end);
    return;
  }
  CHECK(text.substr(begin, end - begin) == now);
}

TEST_CASE("FORMAT.md lists the attributes that are written", "[store][golden]") {
  const std::string text = read_page();
  for (const auto& [name, value] : content().attributes) {
    INFO(name << " = " << value);
    CHECK(text.find("`" + name + "`") != std::string::npos);
  }
}

// The same bytes for ever, on every compiler: a change here is a change of the format.
TEST_CASE("the content hash of the full result is the approved one", "[store][golden]") {
  const std::string file =
      std::string(SOJOURN_SOURCE_DIR) + "/tests/golden/output/store/full_result.manifest";
  const std::string now = content_manifest(test::full_result());
  if (std::getenv("SOJOURN_APPROVE") != nullptr) {
    std::ofstream(file) << now;
  }
  std::ifstream in(file);
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == now);
}
