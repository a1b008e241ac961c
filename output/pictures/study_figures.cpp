// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/study_view.hpp"

#include <array>

namespace sojourn::output {
namespace {

constexpr std::array figures_of_studies = {StudyFigure{"leakage", "shapley", leakage},
                                           StudyFigure{"leakage_map", "shapley", leakage_map},
                                           StudyFigure{"mechanisms", "effect", mechanisms},
                                           StudyFigure{"fix_first", "gain", fix_first},
                                           StudyFigure{"sweep", "change", sweep},
                                           StudyFigure{"weeks", "by_week", weeks},
                                           StudyFigure{"tornado", "total_order", tornado},
                                           StudyFigure{"screen", "mu_star", screen}};

} // namespace

std::span<const StudyFigure> study_figures() { return figures_of_studies; }

bool has_figure(const ResultData& result, const StudyFigure& figure) {
  const auto study = study_answering(result, figure.headline);
  return study && StudyView(result, *study).measure() >= 0;
}

} // namespace sojourn::output
