// SPDX-License-Identifier: Apache-2.0
#include "sim/study/ablate.hpp"

#include "models/mechanisms/table.hpp"
#include "output/stats/shapley.hpp"
#include "output/text.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {

std::vector<std::string> mechanisms_in_use(const Scenario& scenario) {
  std::vector<std::string> ids;
  for (const MechanismRow& row : mechanism_rows) {
    const auto strength = static_cast<std::size_t>(strength_of(row.mechanism));
    const bool used = std::any_of(
        scenario.personas.begin(), scenario.personas.end(),
        [&](const PersonaSpec& persona) { return persona.parameters[strength].has_value(); });
    if (used) {
      ids.emplace_back(row.id);
    }
  }
  return ids;
}

ChangeLine switched_off(const Scenario& scenario, const std::string& mechanism) {
  // Where nobody is named, one persona called anybody has what everyone has.
  const bool unnamed = scenario.personas.size() == 1 && scenario.personas.front().id == "anybody";
  return {(unnamed ? "personas.everyone.biases." : "personas.*.biases.") + mechanism, "off"};
}

namespace {

constexpr std::size_t most_shared = 6; // 2^6 arms

class Ablate : public FixedStudy {
public:
  explicit Ablate(const StudyContext& context)
      : FixedStudy(context), scenario_(context.arms.front().scenario),
        mechanisms_(mechanisms_in_use(scenario_)) {
    const Group options{&context.spec.options, nullptr};
    alone_wanted_ = options.number("alone", 0) != 0;
    for (const Node* name : parts_of(options.node("shapley"))) {
      shared_.push_back(name->text);
    }
  }

  void design(ArmPool& pool) override {
    check();
    on_ = add(pool, {});
    off_ = add(pool, off_but({}));
    for (const std::string& mechanism : mechanisms_) {
      without_.push_back(add(pool, {0, {switched_off(scenario_, mechanism)}}));
      if (alone_wanted_) {
        alone_.push_back(add(pool, off_but({mechanism})));
      }
    }
    for (std::size_t coalition = 0; !shared_.empty() && coalition < n_coalitions(); ++coalition) {
      coalitions_.push_back(add(pool, without_others(coalition)));
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("What does each bias do here?", "effect"));
    for (const std::size_t measure : measures()) {
      const bool per_person = pool.measures()[measure].info.per_person;
      for (std::size_t group = 0; group < (per_person ? pool.n_groups() : 1); ++group) {
        report_effects(findings, pool, measure, group);
        if (!shared_.empty()) {
          report_shapley(findings, pool, measure, group);
        }
      }
    }
    findings.adjust();
    findings.info.reading = reading(findings, pool);
    return findings;
  }

private:
  [[nodiscard]] std::size_t n_coalitions() const { return std::size_t{1} << shared_.size(); }

  void check() const {
    if (mechanisms_.empty()) {
      refuse_study(context(), "no mechanism is on for anybody", "there is nothing to switch off",
                   "list some under `biases` of a persona");
    }
    if (shared_.size() > most_shared) {
      refuse_study(context(),
                   output::text("shapley names {} mechanisms, which would take {} arms",
                                shared_.size(), n_coalitions()),
                   "at most six mechanisms can share an effect: 64 arms");
    }
    for (std::size_t i = 0; i < shared_.size(); ++i) {
      const auto used = std::find(mechanisms_.begin(), mechanisms_.end(), shared_[i]);
      if (used == mechanisms_.end()) {
        const auto meant = did_you_mean(shared_[i], mechanisms_);
        refuse_study(context(), "\"" + shared_[i] + "\" is no mechanism that is on here",
                     "on are " + list_words(mechanisms_),
                     meant ? "did you mean \"" + *meant + "\"?" : "");
      }
      if (std::find(shared_.begin(), shared_.begin() + static_cast<std::ptrdiff_t>(i),
                    shared_[i]) != shared_.begin() + static_cast<std::ptrdiff_t>(i)) {
        refuse_study(context(), "shapley names " + shared_[i] + " twice");
      }
    }
  }

  /// Everything off but `kept`.
  [[nodiscard]] Patch off_but(const std::vector<std::string>& kept) const {
    Patch patch;
    for (const std::string& mechanism : mechanisms_) {
      if (std::find(kept.begin(), kept.end(), mechanism) == kept.end()) {
        patch.lines.push_back(switched_off(scenario_, mechanism));
      }
    }
    return patch;
  }

  /// Bit i of the coalition: shared mechanism i is on. The mechanisms that share nothing stay on.
  [[nodiscard]] Patch without_others(std::size_t coalition) const {
    Patch patch;
    for (std::size_t i = 0; i < shared_.size(); ++i) {
      if ((coalition >> i & 1U) == 0) {
        patch.lines.push_back(switched_off(scenario_, shared_[i]));
      }
    }
    return patch;
  }

  void report_effects(Findings& findings, const ArmPool& pool, std::size_t measure,
                      std::size_t group) const {
    const auto about = [&](const char* quantity, const std::string& subject) {
      return About{quantity, subject, 0, measure, group};
    };
    findings.add_difference(pool, about("together", "all mechanisms"), on_, off_, replications());
    for (std::size_t i = 0; i < mechanisms_.size(); ++i) {
      findings.add_difference(pool, about("effect", mechanisms_[i]), on_, without_[i],
                              replications());
      if (alone_wanted_) {
        findings.add_difference(pool, about("alone", mechanisms_[i]), alone_[i], off_,
                                replications());
      }
    }
  }

  void report_shapley(Findings& findings, const ArmPool& pool, std::size_t measure,
                      std::size_t group) const {
    std::vector<std::vector<double>> worths;
    for (const std::size_t arm : coalitions_) {
      worths.push_back(pool.values(arm, replications(), measure, group));
    }
    const output::ShapleyEstimate game = output::estimate_shapley(worths);
    for (std::size_t i = 0; i < shared_.size(); ++i) {
      output::Finding& row =
          findings.add(pool, {"shapley", shared_[i], 0, measure, group}, game.shapley[i]);
      row.p = game.shapley[i].p;
      row.note = game.shapley[i].note;
      findings.values.back() = game.per_replication[i];
    }
  }

  /// The strongest effect on the first measure, in words.
  [[nodiscard]] std::string reading(const Findings& findings, const ArmPool& pool) const {
    const std::size_t measure = measures().front();
    const output::Finding* strongest = nullptr;
    for (const std::string& mechanism : mechanisms_) {
      const output::Finding* row = findings.find("effect", mechanism, measure);
      const bool clear = row->lower > 0 || row->upper < 0;
      if (clear &&
          (strongest == nullptr || std::abs(row->estimate) > std::abs(strongest->estimate))) {
        strongest = row;
      }
    }
    const std::string& label = pool.measures()[measure].info.label;
    if (strongest == nullptr) {
      return "No single mechanism moves this measure clearly: " + label + ".";
    }
    return output::text("The strongest mechanism is {}; {}: {:+.2g} ({:+.2g} to {:+.2g}).",
                        strongest->subject, label, strongest->estimate, strongest->lower,
                        strongest->upper);
  }

  const Scenario& scenario_;
  std::vector<std::string> mechanisms_, shared_;
  bool alone_wanted_ = false;
  std::size_t on_ = 0, off_ = 0;
  std::vector<std::size_t> without_, alone_; // [mechanism]
  std::vector<std::size_t> coalitions_;      // [bit mask of shared_]
};

} // namespace

std::unique_ptr<Study> make_ablate(const StudyContext& context) {
  return std::make_unique<Ablate>(context);
}

} // namespace sojourn
