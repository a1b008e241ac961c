// SPDX-License-Identifier: Apache-2.0
#include "sim/study/robust.hpp"

#include "models/mechanisms/table.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sojourn {
namespace {

constexpr std::array<std::string_view, 3> ratios = {"1.31", "1.955", "2.25"};
constexpr std::array<std::string_view, 3> memories = {"mean", "service_mixed", "pure_peak_end"};
constexpr std::array<std::string_view, 3> sensitivities = {"0.3", "0.65", "1.2"};
constexpr double share_that_must_agree = 25.0 / 27;

/// One way to set one assumption: what it is called, and the changes.
struct Setting {
  std::string name;
  std::vector<ChangeLine> lines;
};
using Axis = std::vector<Setting>;

bool has(const PersonaSpec& persona, Mechanism mechanism) {
  return persona.parameters[static_cast<std::size_t>(strength_of(mechanism))].has_value();
}

/// Only people who have a mechanism get another number of it: nobody is given a bias here.
Axis axis_of(const Scenario& scenario, Mechanism mechanism, const std::string& word,
             const std::array<std::string_view, 3>& levels, const std::string& symbol) {
  Axis axis;
  for (const std::string_view level : levels) {
    Setting& setting = axis.emplace_back();
    setting.name = symbol + " " + std::string(level);
    for (const PersonaSpec& persona : scenario.personas) {
      const std::string whose = persona.id == "anybody" ? "everyone" : persona.id;
      if (has(persona, mechanism)) {
        setting.lines.push_back(
            {output::text("personas.{}.biases.{}.{}", whose, row_of(mechanism).id, word),
             std::string(level)});
      }
    }
  }
  return axis.front().lines.empty() ? Axis{{"", {}}} : axis;
}

bool chooses(const Scenario& scenario) {
  return std::any_of(scenario.touchpoints.begin(), scenario.touchpoints.end(),
                     [](const TouchpointSpec& touchpoint) { return touchpoint.person_decides; });
}

Axis sensitivity_axis(const Scenario& scenario) {
  Axis axis;
  for (const std::string_view level : sensitivities) {
    axis.push_back({"theta " + std::string(level), {{"choice_sensitivity", std::string(level)}}});
  }
  return chooses(scenario) ? axis : Axis{{"", {}}};
}

std::string joined_name(const std::string& a, const std::string& b) {
  return a + (a.empty() || b.empty() ? "" : ", ") + b;
}

/// Every setting of one axis with every setting of the other.
Axis crossed(const Axis& a, const Axis& b) {
  Axis all;
  for (const Setting& left : a) {
    for (const Setting& right : b) {
      Setting both{joined_name(left.name, right.name), left.lines};
      both.lines.insert(both.lines.end(), right.lines.begin(), right.lines.end());
      all.push_back(std::move(both));
    }
  }
  return all;
}

int sign(double number) { return number > 0 ? 1 : number < 0 ? -1 : 0; }

class Robust : public FixedStudy {
public:
  explicit Robust(const StudyContext& context)
      : FixedStudy(context), variants_(variants_of(context)) {}

  void design(ArmPool& pool) override {
    const Scenario& scenario = context().arms.front().scenario;
    corners_ = crossed(
        crossed(axis_of(scenario, Mechanism::loss_aversion, "ratio", ratios, "loss aversion"),
                axis_of(scenario, Mechanism::peak_end, "preset", memories, "memory")),
        sensitivity_axis(scenario));
    if (variants_.empty()) {
      refuse_study(context(), "there is no variant whose advice could be tested", {},
                   "declare one under `variants`");
    }
    if (corners_.size() == 1) {
      refuse_study(context(), "the scenario has none of the assumptions that are varied",
                   "nobody has loss_aversion or peak_end, and nobody decides anything");
    }
    as_written_ = add_all(pool, {});
    for (const Setting& corner : corners_) {
      arms_.push_back(add_all(pool, corner.lines));
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("Does the advice survive other assumptions about people?", "agreement"));
    for (std::size_t i = 0; i < variants_.size(); ++i) {
      for (const std::size_t measure : measures()) {
        if (pool.measures()[measure].info.better != 0) {
          report_variant(findings, pool, i, measure);
        }
      }
    }
    findings.info.reading = reading(findings, pool);
    return findings;
  }

private:
  /// The baseline, then every variant, with the same further changes.
  std::vector<std::size_t> add_all(ArmPool& pool, const std::vector<ChangeLine>& lines) {
    std::vector<std::size_t> arms = {add(pool, {0, lines})};
    for (const std::size_t variant : variants_) {
      arms.push_back(add(pool, {variant, lines}));
    }
    return arms;
  }

  void report_variant(Findings& findings, const ArmPool& pool, std::size_t i,
                      std::size_t measure) const {
    const std::size_t variant = variants_[i];
    const About written{"as written", context().arms[variant].id, variant, measure, 0};
    const output::Finding here =
        findings.add_difference(pool, written, as_written_[i + 1], as_written_[0], replications());
    int agree = 0;
    for (std::size_t corner = 0; corner < corners_.size(); ++corner) {
      const output::Finding& there =
          findings.add_difference(pool, {"corner", corners_[corner].name, variant, measure, 0},
                                  arms_[corner][i + 1], arms_[corner][0], replications());
      agree += sign(there.estimate) == sign(here.estimate) ? 1 : 0;
    }
    const double share = agree / static_cast<double>(corners_.size());
    const bool clear = here.lower > 0 || here.upper < 0;
    output::Interval interval;
    interval.estimate = agree;
    interval.replications = replications();
    output::Finding& row = findings.add(
        pool, {"agreement", context().arms[variant].id, variant, measure, 0}, interval);
    row.unit = std::string("corners"); // g++ 12 warns of the plain literal
    row.note =
        output::text("{}: the sign agrees in {} of {} corners{}",
                     clear && share >= share_that_must_agree - 1e-9 ? "robust" : "not robust",
                     agree, corners_.size(), clear ? "" : ", and the interval as written holds 0");
  }

  [[nodiscard]] std::string reading(const Findings& findings, const ArmPool& pool) const {
    std::string text;
    const std::size_t measure = measures().front();
    for (const std::size_t variant : variants_) {
      const std::string& id = context().arms[variant].id;
      const output::Finding* row = findings.find("agreement", id, measure, 0, variant);
      if (row != nullptr) {
        text += (text.empty() ? "" : "; ") + id + " " + row->note;
      }
    }
    return text.empty() ? text : pool.measures()[measure].info.label + ": " + text + ".";
  }

  std::vector<std::size_t> variants_;
  Axis corners_;
  std::vector<std::size_t> as_written_;        // baseline, then variants
  std::vector<std::vector<std::size_t>> arms_; // [corner][baseline, then variants]
};

} // namespace

std::unique_ptr<Study> make_robust(const StudyContext& context) {
  return std::make_unique<Robust>(context);
}

} // namespace sojourn
