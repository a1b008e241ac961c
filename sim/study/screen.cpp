// SPDX-License-Identifier: Apache-2.0
#include "sim/study/screen.hpp"

#include "output/stats/ranking.hpp"
#include "output/stats/sensitivity.hpp"
#include "output/text.hpp"
#include "sim/study/band_study.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

class Screen : public BandStudy {
public:
  explicit Screen(const StudyContext& context) : BandStudy(context) {}

  void design(ArmPool& pool) override {
    require_bands();
    const std::size_t trajectories = option("trajectories", 10), levels = option("levels", 4);
    if (levels % 2 != 0) {
      refuse_study(context(), output::text("{} levels", levels),
                   "Morris trajectories need an even number, so that all levels are equally likely",
                   "write levels: 4");
    }
    check_design(
        trajectories * (axes().size() + 1),
        output::text("its design of {} trajectories in {} bands", trajectories, axes().size()),
        "take fewer trajectories or bands", axes());
    design_ = morris_design(trajectories, axes().size(), levels, seed());
    add_points(pool, design_.points);
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("Which assumptions matter at all?", "mu_star"));
    list_bands(findings);
    for (std::size_t i = 0; i < looked_at().size(); ++i) {
      for (const std::size_t measure : measures()) {
        const auto effects = design_.elementary_effects(means(pool, n_points(), i, measure));
        const auto indices = output::morris_indices(effects, axes().size());
        report_measure(findings, pool, {i, measure}, indices, ranks_of(effects));
        if (i == 0 && measure == measures().front()) {
          findings.info.reading = reading(pool, indices);
        }
      }
    }
    return findings;
  }

private:
  struct Shown {
    std::size_t i, measure;
  };

  /// By size, trajectory by trajectory.
  [[nodiscard]] output::Ranking ranks_of(const std::vector<double>& effects) const {
    std::vector<std::vector<double>> sizes(axes().size());
    for (std::size_t at = 0; at < effects.size(); ++at) {
      sizes[at % axes().size()].push_back(std::abs(effects[at]));
    }
    return output::honest_ranks(sizes);
  }

  void report_measure(Findings& findings, const ArmPool& pool, const Shown& shown,
                      const std::vector<output::MorrisIndex>& indices,
                      const output::Ranking& ranks) const {
    for (std::size_t axis = 0; axis < axes().size(); ++axis) {
      const auto about = [&](const char* quantity) {
        return About{quantity, axes()[axis].name(), looked_at()[shown.i], shown.measure, 0};
      };
      output::Finding& size = findings.add(pool, about("mu_star"), indices[axis].mean_size);
      size.rank_low = ranks.items[axis].best;
      size.rank_high = ranks.items[axis].worst;
      size.note = "over " + axes()[axis].range();
      findings.add(pool, about("mu"), indices[axis].mean);
      findings.add(pool, about("sigma"), indices[axis].spread);
    }
  }

  [[nodiscard]] std::string reading(const ArmPool& pool,
                                    const std::vector<output::MorrisIndex>& indices) const {
    std::vector<double> sizes;
    sizes.reserve(indices.size());
    for (const output::MorrisIndex& index : indices) {
      sizes.push_back(index.mean_size.estimate);
    }
    const std::size_t top = largest(sizes);
    const output::Interval& size = indices[top].mean_size;
    return output::text("{}: of {} assumptions, {} matters most (mu* {:.2g}, {:.2g} to {:.2g}, "
                        "over {}); {} do not move it at all.",
                        label(pool, 0, measures().front()), axes().size(), axes()[top].name(),
                        size.estimate, size.lower, size.upper, axes()[top].range(),
                        std::count(sizes.begin(), sizes.end(), 0.0));
  }

  MorrisDesign design_;
};

} // namespace

std::unique_ptr<Study> make_screen(const StudyContext& context) {
  return std::make_unique<Screen>(context);
}

} // namespace sojourn
