// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/run_json.hpp"

#include "output/json.hpp"
#include "output/pictures/answer.hpp"

namespace sojourn::cli {
namespace {

using output::Json;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

Json estimate_json(const output::ResultData& result, const output::Estimate& estimate) {
  const output::MeasureInfo& measure = result.measures[at(estimate.measure)];
  Json json;
  json["arm"] = result.arms[at(estimate.arm)].id;
  json["versus"] = estimate.versus < 0 ? Json() : Json(result.arms[at(estimate.versus)].id);
  json["measure"] = measure.id;
  json["persona"] = estimate.group == 0 ? Json() : Json(result.personas[at(estimate.group - 1)].id);
  json["estimate"] = estimate.estimate;
  json["lower"] = estimate.lower;
  json["upper"] = estimate.upper;
  json["level"] = estimate.level;
  json["replications"] = estimate.replications;
  json["unit"] = measure.unit;
  if (estimate.versus >= 0) {
    json["p"] = estimate.p;
    json["p_holm"] = estimate.p_holm;
    json["family"] = estimate.family;
  }
  if (!estimate.note.empty()) {
    json["note"] = estimate.note;
  }
  return json;
}

Json finding_json(const output::ResultData& result, const output::Finding& finding) {
  Json json;
  json["quantity"] = finding.quantity;
  json["subject"] = finding.subject;
  json["arm"] = result.arms[at(finding.arm)].id;
  json["measure"] = finding.measure < 0 ? Json() : Json(result.measures[at(finding.measure)].id);
  json["persona"] = finding.group == 0 ? Json() : Json(result.personas[at(finding.group - 1)].id);
  json["unit"] = finding.unit;
  json["estimate"] = finding.estimate;
  json["lower"] = finding.lower;
  json["upper"] = finding.upper;
  json["level"] = finding.level;
  json["replications"] = finding.replications;
  json["p"] = finding.p;
  json["p_holm"] = finding.p_holm;
  if (finding.rank_low > 0) {
    json["ranks"] = {finding.rank_low, finding.rank_high};
  }
  if (!finding.note.empty()) {
    json["note"] = finding.note;
  }
  return json;
}

Json studies_json(const output::ResultData& result) {
  Json studies = Json::array();
  for (std::size_t i = 0; i < result.studies.size(); ++i) {
    const output::StudyInfo& info = result.studies[i];
    Json json;
    json["study"] = info.id;
    json["question"] = info.question;
    json["arms"] = info.arms;
    json["replications"] = info.replications;
    json["reading"] = info.reading;
    json["findings"] = Json::array();
    for (const output::Finding& finding : result.findings) {
      if (finding.study == static_cast<int>(i)) {
        json["findings"].push_back(finding_json(result, finding));
      }
    }
    studies.push_back(std::move(json));
  }
  return studies;
}

} // namespace

std::string run_document(const output::ResultData& result, const std::string& result_path,
                         const std::string& report_path, const std::string& content_hash) {
  Json json;
  json["title"] = result.title;
  json["answer"] = output::answer(result).plain();
  json["complete"] = result.complete;
  json["replications"] = result.n_replications;
  json["stop_reason"] = result.stop_reason;
  json["seed"] = result.seed;
  json["estimates"] = Json::array();
  for (const output::Estimate& estimate : result.estimates) {
    json["estimates"].push_back(estimate_json(result, estimate));
  }
  json["studies"] = studies_json(result);
  json["warnings"] = result.warnings;
  json["outputs"]["result"] = result_path;
  json["outputs"]["report"] = report_path.empty() ? Json() : Json(report_path);
  json["outputs"]["content_hash"] = content_hash;
  return output::json_text(json, 2) + "\n";
}

} // namespace sojourn::cli
