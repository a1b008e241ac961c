// SPDX-License-Identifier: Apache-2.0
#include "sim/study/select.hpp"

#include "output/stats/selection.hpp"
#include "output/text.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sojourn {
namespace {

constexpr int round_block = 10; // rounds that are run at once: arms may only drop out between them

class Select : public Study {
public:
  explicit Select(const StudyContext& context) : context_(context) {
    const Group options{&context.spec.options, nullptr};
    first_rounds_ = static_cast<int>(options.number("first_rounds", 10));
    budget_ = static_cast<int>(options.number("budget", 0));
    confidence_ = options.number("confidence", 0.95);
    by_budget_ = options.is("procedure", "ocba");
    measure_ = chosen_measure(options);
    better_ = context.measures[measure_].info.better;
    if (const Node* indifference = options.node("indifference")) {
      indifference_ = amount_of(context, *indifference, measure_);
    }
  }

  void design(ArmPool& pool) override {
    check(pool);
    for (std::size_t arm = 0; arm < pool.n_compared(); ++arm) {
      arms_.push_back(pool.add({arm, {}}, context_.spec));
    }
    done_.assign(arms_.size(), 0);
    if (!by_budget_) {
      kn_ = std::make_unique<output::KimNelson>(arms_.size(), first_rounds_, 1 - confidence_,
                                                indifference_);
    }
  }

  [[nodiscard]] std::vector<Cells> next(const ArmPool& pool) override {
    return by_budget_ ? next_by_budget(pool) : next_round(pool);
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    const int most = *std::max_element(done_.begin(), done_.end());
    const std::string label = pool.measures()[measure_].info.label;
    Findings findings({context_.spec.id,
                       "Which design is best on " + label + "?",
                       static_cast<int>(arms_.size()),
                       most,
                       {},
                       "mean"});
    const std::size_t best = best_arm(pool);
    for (std::size_t i = 0; i < arms_.size(); ++i) {
      output::Finding& row = findings.add_mean(pool, {"mean", context_.arms[i].id, i, measure_, 0},
                                               pool.values(arms_[i], done_[i], measure_, 0));
      row.note = standing(i, best);
    }
    findings.info.reading = reading(best, label);
    return findings;
  }

private:
  [[nodiscard]] std::size_t chosen_measure(const Group& options) const {
    if (const Value* name = options.value("measure")) {
      if (const auto measure = find_measure(context_.measures, name->word)) {
        return *measure;
      }
      refuse_study(context_, name->word + " is not measured in this scenario");
    }
    return 0;
  }

  void check(const ArmPool& pool) const {
    if (pool.n_compared() < 2) {
      refuse_study(context_, "there is only the baseline to select from", {}, "declare variants");
    }
    if (better_ == 0) {
      refuse_study(context_,
                   "neither more nor less of " + pool.measures()[measure_].info.id + " is better",
                   "nothing could be the best", "name another measure");
    }
    if (!by_budget_ && !(indifference_ > 0)) {
      refuse_study(context_, "indifference is not said",
                   "KN needs to know which difference does not matter",
                   "write indifference: 0.05, in the unit of the measure");
    }
    const int least = first_rounds_ * static_cast<int>(pool.n_compared());
    if (by_budget_ && budget_ < least) {
      refuse_study(context_, output::text("a budget of {} runs is less than the first {} of each "
                                          "of {} arms take ({})",
                                          budget_, first_rounds_, pool.n_compared(), least));
    }
  }

  /// What better_ makes of a value: larger is better.
  [[nodiscard]] double score(const ArmPool& pool, std::size_t i, int replication) const {
    return better_ * pool.ratio(arms_[i], replication, measure_, 0).value();
  }

  /// Feeds every round that is there; then asks for the next block of the remaining arms.
  std::vector<Cells> next_round(const ArmPool& pool) {
    while (!kn_->finished() && round_complete(pool, kn_->rounds() + kn_->rounds_left_out())) {
      const int r = kn_->rounds() + kn_->rounds_left_out();
      std::vector<double> values(arms_.size(), output::missing);
      for (const std::size_t i : kn_->candidates()) {
        values[i] = score(pool, i, r);
        done_[i] = r + 1;
      }
      kn_->add_round(values);
    }
    std::vector<Cells> wanted;
    for (const std::size_t i : kn_->finished() ? std::vector<std::size_t>{} : kn_->candidates()) {
      const int fed = kn_->rounds() + kn_->rounds_left_out();
      wanted.push_back({arms_[i], fed, std::max(round_block, first_rounds_ - fed)});
    }
    return wanted;
  }

  [[nodiscard]] bool round_complete(const ArmPool& pool, int r) const {
    return std::all_of(kn_->candidates().begin(), kn_->candidates().end(),
                       [&](std::size_t i) { return pool.has(arms_[i], r); });
  }

  std::vector<Cells> next_by_budget(const ArmPool& pool) {
    for (std::size_t i = 0; i < arms_.size(); ++i) { // what was asked for is there now
      done_[i] = std::max(done_[i], asked_.empty() ? 0 : asked_[i]);
    }
    const int spent = std::accumulate(done_.begin(), done_.end(), 0);
    std::vector<Cells> wanted;
    if (asked_.empty()) {
      asked_.assign(arms_.size(), first_rounds_);
    } else if (spent >= budget_) {
      return wanted;
    } else {
      const auto [means, variances] = moments(pool);
      const int increment = std::min(round_block, budget_ - spent);
      const std::vector<int> more = output::ocba_allocation(means, variances, done_, increment);
      for (std::size_t i = 0; i < arms_.size(); ++i) {
        asked_[i] = done_[i] + more[i];
      }
    }
    for (std::size_t i = 0; i < arms_.size(); ++i) {
      wanted.push_back({arms_[i], done_[i], asked_[i] - done_[i]});
    }
    return wanted;
  }

  [[nodiscard]] std::pair<std::vector<double>, std::vector<double>>
  moments(const ArmPool& pool) const {
    std::vector<double> means, variances;
    for (std::size_t i = 0; i < arms_.size(); ++i) {
      double sum = 0, squares = 0;
      for (int r = 0; r < done_[i]; ++r) {
        sum += score(pool, i, r);
      }
      const double mean = sum / done_[i];
      for (int r = 0; r < done_[i]; ++r) {
        squares += (score(pool, i, r) - mean) * (score(pool, i, r) - mean);
      }
      means.push_back(mean);
      variances.push_back(squares / std::max(done_[i] - 1, 1));
    }
    return {means, variances};
  }

  [[nodiscard]] std::size_t best_arm(const ArmPool& pool) const {
    if (kn_) {
      return kn_->best();
    }
    const std::vector<double> means = moments(pool).first;
    return static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
  }

  [[nodiscard]] std::string standing(std::size_t i, std::size_t best) const {
    if (i == best) {
      return "selected";
    }
    const int gone = kn_ ? kn_->eliminated_at(i) : 0;
    return gone > 0 ? output::text("out after {} rounds", gone)
                    : output::text("{} replications", done_[i]);
  }

  [[nodiscard]] std::string reading(std::size_t best, const std::string& label) const {
    const int runs = std::accumulate(done_.begin(), done_.end(), 0);
    const std::string& id = context_.arms[best].id;
    if (by_budget_) {
      return output::text("Best on {} within {} runs: {}. This is a choice for a budget; it has no "
                          "confidence of its own.",
                          label, runs, id);
    }
    return output::text(
        "Best on {}: {}, with {:.3g} % confidence that no other is better by {:.4g} "
        "or more ({} runs).",
        label, id, 100 * confidence_, indifference_, runs);
  }

  StudyContext context_;
  int first_rounds_ = 10, budget_ = 0, better_ = 0;
  double confidence_ = 0.95, indifference_ = 0;
  bool by_budget_ = false;
  std::size_t measure_ = 0;
  std::vector<std::size_t> arms_; // of the pool, baseline first
  std::vector<int> done_, asked_; // replications of each
  std::unique_ptr<output::KimNelson> kn_;
};

} // namespace

std::unique_ptr<Study> make_select(const StudyContext& context) {
  return std::make_unique<Select>(context);
}

} // namespace sojourn
