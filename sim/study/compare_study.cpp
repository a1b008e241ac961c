// SPDX-License-Identifier: Apache-2.0
#include "sim/study/compare_study.hpp"

#include "sim/scenario/reading.hpp"
#include "sim/study/compare.hpp"
#include "sim/study/compare_parts.hpp"

#include <algorithm>

namespace sojourn {

output::Plans Compared::plans(std::size_t arm) const {
  return same_world(context.arms[arm].scenario, context.arms.front().scenario)
             ? output::Plans::equal
             : output::Plans::differ;
}

std::vector<double> less(std::vector<double> left, const std::vector<double>& right) {
  std::transform(left.begin(), left.end(), right.begin(), left.begin(), std::minus<>());
  return left;
}

namespace {

class CompareStudy : public Study {
public:
  explicit CompareStudy(const StudyContext& context)
      : context_(context), combinations_(combinations_of(context.arms)),
        costs_once_(has_one_off_cost(context)) {
    const Group options{&context.spec.options, nullptr};
    margins_ = amounts_of(context, options.node("margin"));
    controls_ = options.number("control_variates", 0) != 0;
  }

  [[nodiscard]] bool asked() const {
    return controls_ || (context_.arms.size() > 1 &&
                         (!margins_.empty() || !combinations_.empty() || costs_once_));
  }

  void design(ArmPool& pool) override {
    for (std::size_t arm = 0; controls_ && arm < context_.arms.size(); ++arm) {
      twins_.push_back(add_twin(context_, pool, arm));
    }
  }

  /// Twins are run as often as the comparison was.
  [[nodiscard]] std::vector<Cells> next(const ArmPool& pool) override {
    const int replications = pool.adopted() > 0 ? pool.adopted() : context_.replications;
    std::vector<Cells> wanted;
    for (const Twin& twin : twins_) {
      wanted.push_back({twin.arm, 0, replications});
    }
    return pool.n_missing(wanted) > 0 ? wanted : std::vector<Cells>{};
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    const Compared compared{context_, pool, pool.adopted()};
    Findings findings({context_.spec.id,
                       "What does the comparison say beyond the differences?",
                       static_cast<int>(context_.arms.size() + twins_.size()),
                       compared.replications,
                       {},
                       headline()});
    add(findings.info.reading, report_margins(findings, compared, margins_));
    if (costs_once_) {
      add(findings.info.reading, report_money(findings, compared));
    }
    add(findings.info.reading, report_interactions(findings, compared, combinations_));
    add(findings.info.reading, report_adjusted(findings, compared, twins_));
    findings.adjust();
    return findings;
  }

private:
  /// The quantity that short pictures show; the reading says the others.
  [[nodiscard]] std::string headline() const {
    return !margins_.empty()        ? "equivalence"
           : costs_once_            ? "pays back after"
           : !combinations_.empty() ? "interaction"
                                    : "adjusted difference";
  }

  static void add(std::string& reading, const std::string& sentence) {
    reading += (reading.empty() || sentence.empty() ? "" : " ") + sentence;
  }

  StudyContext context_;
  std::map<std::size_t, double> margins_; // by measure
  std::vector<Combination> combinations_;
  bool costs_once_, controls_ = false;
  std::vector<Twin> twins_; // [compared arm]
};

} // namespace

std::unique_ptr<Study> make_compare(const StudyContext& context) {
  auto study = std::make_unique<CompareStudy>(context);
  return study->asked() ? std::move(study) : nullptr;
}

} // namespace sojourn
