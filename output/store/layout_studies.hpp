// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/about.hpp"
#include "output/store/layout_words.hpp"
#include "output/store/result.hpp"

#include <cstddef>

// The part of the layout that holds what studies found out: one long, tidy table, and the values
// of each number in every replication.
namespace sojourn::output {

template <class Archive, class Data> void lay_out_findings(Archive& a, Data& d) {
  using F = Finding;
  auto& rows = d.findings;
  a.counted("finding", "number that a study found out, with its interval", rows);
  a.column({"study_of", "finding", "1", "study it belongs to"}, rows, &F::study,
           meanings(d.studies));
  a.column({"quantity", "finding", "", "what kind of number"}, rows, &F::quantity);
  a.column({"subject", "finding", "", "of what: mechanism, path, touchpoint, variant"}, rows,
           &F::subject);
  a.column({"arm", "finding", "1", "arm it speaks of"}, rows, &F::arm, meanings(d.arms));
  a.column({"measure", "finding", "1", "measure"}, rows, &F::measure,
           preceded(-1, "none", meanings(d.measures)));
  a.column({"persona", "finding", "1", "persona, 0 for everyone"}, rows, &F::group,
           meanings(with_everyone(d.personas)));
  a.column({"unit", "finding", "", "unit of value, lower and upper"}, rows, &F::unit);
  a.column({"value", "finding", unit_column, "estimate"}, rows, &F::estimate);
  a.column({"lower", "finding", unit_column, "lower end of the interval"}, rows, &F::lower);
  a.column({"upper", "finding", unit_column, "upper end of the interval"}, rows, &F::upper);
  a.column({"level", "finding", "1", "coverage of the interval"}, rows, &F::level);
  a.column({"n", "finding", "1", "replications behind it"}, rows, &F::replications);
  a.column({"p", "finding", "1", "p-value"}, rows, &F::p);
  a.column({"p_holm", "finding", "1", "p-value after Holm"}, rows, &F::p_holm);
  a.column({"family", "finding", "1", "size of the Holm family"}, rows, &F::family);
  a.column({"rank_low", "finding", "1", "best rank that the data allow; 0: not ranked"}, rows,
           &F::rank_low);
  a.column({"rank_high", "finding", "1", "worst rank that the data allow; 0: not ranked"}, rows,
           &F::rank_high);
  a.column({"note", "finding", "", "what else must be said"}, rows, &F::note);
}

template <class Archive, class Data> void lay_out_study_points(Archive& a, Data& d) {
  using P = StudyPoint;
  auto& rows = d.study_points;
  a.counted("study_point", "number at a point of a study that varies numbers", rows);
  a.column({"point_study", "study_point", "1", "study it belongs to"}, rows, &P::study,
           meanings(d.studies));
  a.column({"point_subject", "study_point", "", "the point: subject of its findings, or low, high"},
           rows, &P::subject);
  a.column({"point_path", "study_point", "", "what is varied"}, rows, &P::path);
  a.column({"point_value", "study_point", "see variable point_unit", "its value there"}, rows,
           &P::value);
  a.column({"point_unit", "study_point", "", "unit of point_value, as written"}, rows, &P::unit);
  a.column({"point_written", "study_point", "", "the value as a scenario would write it"}, rows,
           &P::written);
}

template <class Archive, class Data> void lay_out_studies(Archive& a, Data& d) {
  using S = StudyInfo;
  a.group("studies", "What was asked beside the comparison, and what was found out");
  a.scale("study", "study", d.studies, &S::id);
  a.column({"study_question", "study", "", "what it asks"}, d.studies, &S::question);
  a.column({"study_arms", "study", "1", "arms it looks at"}, d.studies, &S::arms);
  a.column({"study_replications", "study", "1", "replications of each of its arms"}, d.studies,
           &S::replications);
  a.column({"study_reading", "study", "", "what it says"}, d.studies, &S::reading);
  a.column({"study_headline", "study", "", "the quantity that answers it in short"}, d.studies,
           &S::headline);
  a.scalar({"n_study_replications", "", "1", "replications of the longest study"},
           d.n_study_replications);
  lay_out_findings(a, d);
  lay_out_study_points(a, d);
  a.counted("study_replication", "replication of a study",
            static_cast<std::size_t>(d.n_study_replications));
  a.array({"value_in_replication", "finding study_replication", unit_column,
           "the number in every replication; NaN where the study has none"},
          d.finding_values);
}

} // namespace sojourn::output
