// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/output/pictures/sample.hpp"

#include <tuple>

namespace sojourn::output::sample {
namespace {

void add_drivers(ResultData& r) {
  const auto says = [&r](const char* layer, const char* what) {
    r.parameters.push_back(
        {std::string("drivers.") + layer, what, "", "described", "this scenario", ""});
  };
  says("resources", "cost");
  says("service", "restored_in_time");
  says("service", "not_there");
  says("consumer", "remembered_experience");
  says("consumer", "value");
  says("purpose", "People work, and the desk is a place they would ask again of their own will.");
}

void add_culture(ResultData& r) {
  const auto stands = [&r](const char* who, const char* scale, const char* where) {
    r.parameters.push_back({std::string("personas.") + who + ".culture." + scale, where, "",
                            "written", "this scenario", "-1 to 1"});
  };
  stands("everyone", "deciding", "0.25");
  stands("anna", "communicating", "-0.8");
  stands("anna", "scheduling", "-1");
  stands("bilal", "communicating", "0.6");
  stands("bilal", "disagreeing", "+0.9");
  stands("bilal", "scheduling", "1");
}

void add_window(ResultData& r) {
  const auto share = [&r](const char* quantity, const char* pane, double estimate) {
    Finding finding;
    finding.study = static_cast<int>(r.studies.size()) - 1;
    finding.quantity = quantity;
    finding.subject = pane;
    finding.unit = "1";
    finding.estimate = estimate;
    finding.lower = estimate * 0.9;
    finding.upper = estimate * 1.1;
    finding.replications = 8;
    r.findings.push_back(finding);
  };
  r.studies.push_back({"paradox", "Are the touchpoints liked and the journey not, and why?", 1, 8,
                       "Nine in ten visits are liked.", "made by"});
  for (const auto& [pane, felt, lost] : {std::tuple{"open", 0.61, 0.22},
                                         {"blind", 0.27, 0.05},
                                         {"hidden", 0.12, 0.73},
                                         {"unknown", 0.0, 0.0}}) {
    share("felt", pane, felt);
    share("value lost", pane, lost);
  }
}

} // namespace

ResultData people() {
  ResultData r = incident();
  r.stakeholders = {{"anna", "customer", 0.8, 0.7, 0.56},
                    {"bilal", "user", 0.3, 0.9, 0.27},
                    {"chen", "sponsor", 0.82, 0.68, 0.5576}};
  add_drivers(r);
  add_culture(r);
  add_window(r);
  return r;
}

} // namespace sojourn::output::sample
