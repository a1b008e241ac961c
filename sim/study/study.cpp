// SPDX-License-Identifier: Apache-2.0
#include "sim/study/study.hpp"

#include "sim/scenario/reading.hpp"
#include "sim/study/ablate.hpp"
#include "sim/study/compare_study.hpp"
#include "sim/study/fix_first.hpp"
#include "sim/study/leakage.hpp"
#include "sim/study/moments.hpp"
#include "sim/study/paradox.hpp"
#include "sim/study/plan_size.hpp"
#include "sim/study/robust.hpp"
#include "sim/study/screen.hpp"
#include "sim/study/select.hpp"
#include "sim/study/sensitivity.hpp"
#include "sim/study/sweep.hpp"
#include "sim/study/uncertainty.hpp"
#include "sim/study/watermelon.hpp"

#include <algorithm>
#include <numeric>

namespace sojourn {

const std::vector<StudyKind> study_kinds = {
    {"compare", make_compare, true},   {"ablate", make_ablate},
    {"leakage", make_leakage},         {"robust", make_robust, true},
    {"fix_first", make_fix_first},     {"select", make_select, true},
    {"plan", make_plan, true},         {"sweep", make_sweep},
    {"screen", make_screen},           {"sensitivity", make_sensitivity},
    {"uncertainty", make_uncertainty}, {"moments", make_moments},
    {"watermelon", make_watermelon},   {"paradox", make_paradox},
};

std::vector<std::string> study_ids() {
  std::vector<std::string> ids;
  ids.reserve(study_kinds.size());
  for (const StudyKind& kind : study_kinds) {
    ids.emplace_back(kind.id);
  }
  return ids;
}

void refuse_study(const StudyContext& context, const std::string& message, const std::string& why,
                  const std::string& hint) {
  throw StudyRefusal({problem_at(context.spec.place, context.loaded.path, context.loaded.text,
                                 "study " + context.spec.id + ": " + message, why, hint)});
}

FixedStudy::FixedStudy(const StudyContext& context)
    : context_(context), replications_(replications_of(context)), measures_(measures_of(context)) {}

std::size_t FixedStudy::add(ArmPool& pool, const Patch& patch) {
  const std::size_t arm = pool.add(patch, context_.spec);
  if (std::find(arms_.begin(), arms_.end(), arm) == arms_.end()) {
    arms_.push_back(arm);
  }
  return arm;
}

std::vector<Cells> FixedStudy::next(const ArmPool& pool) {
  std::vector<Cells> wanted;
  for (const std::size_t arm : arms_) {
    wanted.push_back({arm, 0, replications_});
  }
  return pool.n_missing(wanted) > 0 ? wanted : std::vector<Cells>{};
}

output::StudyInfo FixedStudy::info(std::string question, std::string headline) const {
  return {
      context_.spec.id,   std::move(question), static_cast<int>(arms_.size()), replications_, {},
      std::move(headline)};
}

int replications_of(const StudyContext& context) {
  const Group options{&context.spec.options, nullptr};
  return static_cast<int>(options.number("replications", context.replications));
}

std::vector<std::size_t> measures_of(const StudyContext& context) {
  const Group options{&context.spec.options, nullptr};
  std::vector<std::size_t> chosen;
  for (const Node* name : parts_of(options.node("measures"))) {
    const auto measure = find_measure(context.measures, name->text);
    if (!measure) {
      refuse_study(context, name->text + " is not measured in this scenario",
                   "nothing in it could move that measure");
    }
    chosen.push_back(*measure);
  }
  if (chosen.empty()) {
    chosen.resize(context.measures.size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  }
  return chosen;
}

double amount_of(const StudyContext& context, const Node& amount, std::size_t measure) {
  const output::MeasureInfo& info = context.measures[measure].info;
  const std::string expected = info.share ? "share" : info.unit == "min" ? "duration" : "plain";
  if (!amount.value->is(expected)) {
    refuse_study(context, "\"" + amount.text + "\" is not in the unit of " + info.id, {},
                 info.share           ? "this measure is a share: write it like 2%"
                 : info.unit == "min" ? "this measure is a time: write it like 2 min"
                                      : "write it like 0.05");
  }
  if (!(amount.value->number > 0)) {
    refuse_study(context, "\"" + amount.text + "\" for " + info.id + " is not above 0");
  }
  return amount.value->number;
}

std::map<std::size_t, double> amounts_of(const StudyContext& context, const Node* group) {
  std::map<std::size_t, double> amounts;
  for (std::size_t i = 0; group != nullptr && i < group->keys.size(); ++i) {
    const auto measure = find_measure(context.measures, group->keys[i].text);
    if (!measure) {
      refuse_study(context, group->keys[i].text + " is not measured in this scenario",
                   "nothing in it could move that measure");
    }
    amounts[*measure] = amount_of(context, group->items[i], *measure);
  }
  return amounts;
}

std::vector<std::size_t> variants_of(const StudyContext& context) {
  const Group options{&context.spec.options, nullptr};
  std::vector<std::size_t> chosen;
  for (const Node* name : parts_of(options.node("arms"))) {
    const auto arm = std::find_if(context.arms.begin(), context.arms.end(),
                                  [&](const ArmSpec& each) { return each.id == name->text; });
    if (arm == context.arms.end()) {
      refuse_study(context, name->text + " is not among the arms of this run",
                   "--arm leaves it out", "add --arm " + name->text);
    }
    chosen.push_back(static_cast<std::size_t>(arm - context.arms.begin()));
  }
  if (chosen.empty()) {
    for (std::size_t arm = 1; arm < context.arms.size(); ++arm) {
      chosen.push_back(arm);
    }
  }
  return chosen;
}

} // namespace sojourn
