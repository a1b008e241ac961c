// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "output/store/about.hpp"
#include "output/store/content.hpp"
#include "output/store/layout_studies.hpp"
#include "output/store/layout_words.hpp"
#include "output/store/result.hpp"

// The layout of a result file, said once: the same functions write it (Packer) and read it
// (Unpacker), so that both agree by construction. FORMAT.md is the same in prose; a test compares.
// The order here is the order in the file. Journeys are columns of their own (journeys.hpp).
namespace sojourn::output {

template <class Archive, class Data> void lay_out_file(Archive& a, Data& d) {
  std::string complete = d.complete ? "true" : "false";
  a.attribute("title", d.title);
  a.attribute("question", d.question);
  a.later_attribute("asks_about", d.asks_about);
  a.later_attribute("asks_measure", d.asks_measure);
  a.later_attribute("asks_persona", d.asks_persona);
  a.attribute("currency", d.currency);
  a.attribute("engine", d.engine);
  a.attribute("seed", d.seed);
  a.attribute("scenario_sha256", d.scenario_sha256);
  a.attribute("complete", complete);
  a.attribute("stop_reason", d.stop_reason);
  if constexpr (Archive::reading) {
    d.complete = complete == "true";
  }
}

template <class Archive, class Data> void lay_out_arms(Archive& a, Data& d) {
  a.scale("arm", "arm: the baseline first, then each variant", d.arms, &ArmInfo::id);
  a.column({"arm_title", "arm", "", "title"}, d.arms, &ArmInfo::title);
  a.column({"arm_because", "arm", "", "why it is tried"}, d.arms, &ArmInfo::because);
  a.column({"arm_one_off_cost", "arm", money(d), "one-off cost"}, d.arms, &ArmInfo::one_off_cost);
  a.column({"arm_one_off_hours", "arm", "h", "time over which the one-off cost is spread"}, d.arms,
           &ArmInfo::one_off_hours);
  a.later_column({"arm_suggested_warm_up", "arm", "h",
                  "what should not be counted, by MSER-5 on the people present"},
                 d.arms, &ArmInfo::suggested_warm_up_hours);
  auto changes = flatten(d.arms, &ArmInfo::changes);
  a.counted("change", "change that a variant makes to the baseline", changes);
  a.column({"change_arm", "change", "1", "arm that makes the change"}, changes, &Belonging::owner,
           meanings(d.arms));
  a.column({"change_text", "change", "", "path = value, as written"}, changes, &Belonging::text);
  if constexpr (Archive::reading) {
    unflatten(changes, d.arms, &ArmInfo::changes);
  }
}

template <class Archive, class Data> void lay_out_people(Archive& a, Data& d) {
  auto groups = with_everyone(d.personas);
  a.scale("persona", "persona; the first is everyone", groups, &PersonaInfo::id);
  a.column({"persona_name", "persona", "", "name"}, groups, &PersonaInfo::name);
  a.column({"persona_about", "persona", "", "who they are"}, groups, &PersonaInfo::about);
  a.column({"persona_share", "persona", "1", "share of arrivals"}, groups, &PersonaInfo::share);
  if constexpr (Archive::reading) {
    d.personas = without_everyone(groups);
  }
}

template <class Archive, class Data> void lay_out_touchpoints(Archive& a, Data& d) {
  using T = TouchpointInfo;
  a.scale("touchpoint", "touchpoint", d.touchpoints, &T::id);
  a.column({"touchpoint_name", "touchpoint", "", "name"}, d.touchpoints, &T::name);
  a.column({"touchpoint_step", "touchpoint", "", "step of the journey"}, d.touchpoints, &T::step);
  a.column({"touchpoint_front_resource", "touchpoint", "", "resource that serves in front"},
           d.touchpoints, &T::front_resource);
  a.column({"touchpoint_back_resource", "touchpoint", "", "resource that works behind"},
           d.touchpoints, &T::back_resource);
  a.column({"touchpoint_backstage", "touchpoint", "", "what happens behind the scenes"},
           d.touchpoints, &T::backstage);
  a.column({"touchpoint_moment_of_truth", "touchpoint", "1", "declared a moment of truth"},
           d.touchpoints, &T::declared_moment_of_truth, no_yes());
  a.column({"touchpoint_person_decides", "touchpoint", "1", "the person chooses what comes next"},
           d.touchpoints, &T::person_decides, no_yes());
  auto offers = flatten(d.touchpoints, &T::channels);
  a.counted("offer", "channel that a touchpoint offers", offers);
  a.column({"offer_touchpoint", "offer", "1", "touchpoint that offers it"}, offers,
           &Belonging::owner, meanings(d.touchpoints));
  a.column({"offer_channel", "offer", "", "channel"}, offers, &Belonging::text);
  if constexpr (Archive::reading) {
    unflatten(offers, d.touchpoints, &T::channels);
  }
}

template <class Archive, class Data> void lay_out_scenario(Archive& a, Data& d) {
  a.group("scenario", "What was simulated: the words that the other groups use");
  lay_out_arms(a, d);
  lay_out_people(a, d);
  lay_out_touchpoints(a, d);
  a.scale("exit", "way out of the journey", d.exits, &ExitInfo::id);
  a.column({"exit_name", "exit", "", "name"}, d.exits, &ExitInfo::name);
  a.column({"exit_outcome", "exit", "", "served, lost, competitor or off-boarded"}, d.exits,
           &ExitInfo::outcome);
  using M = MeasureInfo;
  a.scale("measure", "measure", d.measures, &M::id);
  a.column({"measure_label", "measure", "", "label"}, d.measures, &M::label);
  a.column({"measure_unit", "measure", "", "unit"}, d.measures, &M::unit);
  a.column({"measure_about", "measure", "", "what it is"}, d.measures, &M::about);
  a.column({"measure_better", "measure", "1", "the direction that is better"}, d.measures,
           &M::better, {{-1, "lower"}, {0, "neither"}, {1, "higher"}});
  a.column({"measure_share", "measure", "1", "is a share, shown as per cent"}, d.measures,
           &M::share, no_yes());
  a.column({"measure_per_persona", "measure", "1", "is defined for each persona too"}, d.measures,
           &M::per_person, no_yes());
}

template <class Archive, class Data> void lay_out_estimates(Archive& a, Data& d) {
  using E = Estimate;
  auto& rows = d.estimates;
  const Meanings arms = meanings(d.arms);
  a.counted("estimate", "number with an interval: a level or a difference", rows);
  a.column({"arm", "estimate", "1", "arm"}, rows, &E::arm, arms);
  a.column({"versus", "estimate", "1", "arm it is compared with, pair by pair"}, rows, &E::versus,
           preceded(-1, "none", arms));
  a.column({"measure", "estimate", "1", "measure"}, rows, &E::measure, meanings(d.measures));
  a.column({"persona", "estimate", "1", "persona, 0 for everyone"}, rows, &E::group,
           meanings(with_everyone(d.personas)));
  a.repeat({"unit", "estimate", "", "unit of value, lower and upper"}, units_of_estimates(d));
  a.column({"value", "estimate", unit_column, "estimate"}, rows, &E::estimate);
  a.column({"lower", "estimate", unit_column, "lower end of the interval"}, rows, &E::lower);
  a.column({"upper", "estimate", unit_column, "upper end of the interval"}, rows, &E::upper);
  a.column({"level", "estimate", "1", "coverage of the interval"}, rows, &E::level);
  a.column({"n", "estimate", "1", "replications behind it"}, rows, &E::replications);
  a.column({"p", "estimate", "1", "p-value of a difference"}, rows, &E::p);
  a.column({"p_holm", "estimate", "1", "p-value after Holm"}, rows, &E::p_holm);
  a.column({"family", "estimate", "1", "size of the Holm family"}, rows, &E::family);
  a.column({"note", "estimate", "", "what else must be said"}, rows, &E::note);
}

template <class Archive, class Data> void lay_out_summary(Archive& a, Data& d) {
  a.group("summary", "Estimates with their intervals");
  a.scalar({"n_replications", "", "1", "replications of every arm"}, d.n_replications);
  a.scalar({"journeys_per_replication", "", "1", "mean cohort of the baseline"},
           d.journeys_per_replication);
  a.scalar({"censored_share", "", "1",
            "share of counted journeys unfinished at the end; "
            "the largest over arms"},
           d.censored_share);
  a.scalar({"horizon", "", "h", "end of the counted arrivals"}, d.horizon_hours);
  a.scalar({"warm_up", "", "h", "begin of the counted arrivals"}, d.warm_up_hours);
  lay_out_estimates(a, d);
  auto warnings = as_rows(d.warnings);
  a.counted("warning", "warning", warnings);
  a.column({"warning_text", "warning", "", "what the reader must know"}, warnings, &TextRow::text);
  if constexpr (Archive::reading) {
    d.warnings = as_texts(warnings);
  }
}

template <class Archive, class Data> void lay_out_measures(Archive& a, Data& d) {
  a.group("measures", "Every measure in every replication");
  a.counted("replication", "replication", static_cast<std::size_t>(d.n_replications));
  const auto names = measure_variables(d);
  for (std::size_t m = 0; m < d.measures.size(); ++m) {
    const About about{names[m], "arm persona replication", or_one(d.measures[m].unit),
                      d.measures[m].label};
    std::vector<double> values;
    if constexpr (Archive::reading) {
      a.array(about, values);
      put_measure(d, m, values);
    } else {
      values = take_measure(d, m);
      a.array(about, values);
    }
  }
}

template <class Archive, class Data> void lay_out_map(Archive& a, Data& d) {
  auto& m = d.map;
  a.group("map", "What people lived through, pooled over all replications of an arm");
  a.scale("quantile", "1", "level of a quantile", m.quantile_level);
  a.derived("from", "where a person comes from", flow_sources(d));
  a.derived("to", "where a person goes", flow_targets(d));
  constexpr const char* place = "arm persona touchpoint";
  a.array({"visits", place, "1", "visits per 100 journeys"}, m.visits);
  a.array({"affect_mean", place, affect, "mean affect of a visit"}, m.affect_mean);
  a.array({"wait_mean", place, "min", "mean wait of a visit"}, m.wait_mean_min);
  a.array({"affect_quantile", "arm persona touchpoint quantile", affect,
           "quantile of the affect of a visit"},
          m.affect_quantile);
  a.array({"remembered_quantile", "arm persona quantile", affect,
           "quantile of what is remembered at the end of the journey"},
          m.remembered_quantile);
  a.array({"remembered_running", place, affect, "mean of what is remembered after the visit"},
          m.remembered_running);
  a.array({"flow", "arm persona from to", "1", "people who go this way, per 100 journeys"}, m.flow);
}

template <class Archive, class Data> void lay_out_pairs(Archive& a, Data& d) {
  auto& p = d.pairs;
  constexpr const char* each = "arm persona replication";
  a.group("pairs", "The same people in an arm and in the baseline, under the same luck");
  a.array({"people", each, "1", "people who finished in both"}, p.people);
  a.array({"better", each, "1", "share that remembers it better"}, p.better);
  a.array({"worse", each, "1", "share that remembers it worse"}, p.worse);
  a.array({"richer", each, "1", "share with more value recognised"}, p.richer);
  a.array({"poorer", each, "1", "share with less value recognised"}, p.poorer);
  a.array({"newly_lost", each, "1", "share that gives up here only"}, p.newly_lost);
  a.array({"newly_kept", each, "1", "share that gives up in the baseline only"}, p.newly_kept);
  a.array({"quantile_shift", "arm persona quantile", affect,
           "shift of the quantile of what is remembered, all people"},
          p.quantile_shift);
}

template <class Archive, class Data> void lay_out_fates(Archive& a, Data& d) {
  auto& rows = d.pair_shares;
  a.group("fates", "Who is helped and who is hurt: shares of the paired people");
  a.counted("fate", "share of the paired people with an interval", rows);
  a.column({"arm", "fate", "1", "arm"}, rows, &PairShare::arm, meanings(d.arms));
  a.column({"persona", "fate", "1", "persona, 0 for everyone"}, rows, &PairShare::group,
           meanings(with_everyone(d.personas)));
  a.column({"what", "fate", "1", "what becomes of them"}, rows, &PairShare::fate, fates());
  a.column({"value", "fate", "1", "mean over replications"}, rows, &PairShare::estimate);
  a.column({"lower", "fate", "1", "lower end of the interval"}, rows, &PairShare::lower);
  a.column({"upper", "fate", "1", "upper end of the interval"}, rows, &PairShare::upper);
  a.column({"noticeable", "fate", affect, "smallest difference that makes better or worse"}, rows,
           &PairShare::noticeable);
  a.column({"n", "fate", "1", "replications behind it"}, rows, &PairShare::replications);
}

template <class Archive, class Data> void lay_out_agreements(Archive& a, Data& d) {
  using A = AgreementInfo;
  a.group("agreements", "What was agreed; how often it was met is among the measures");
  a.scale("agreement", "agreement", d.agreements, &A::id);
  a.column({"kind", "agreement", "", "SLA or XLA"}, d.agreements, &A::kind);
  a.column({"text", "agreement", "", "the agreement in words"}, d.agreements, &A::text);
  a.column({"target", "agreement", "1", "share that must be met"}, d.agreements, &A::target);
}

template <class Archive, class Data> void lay_out_stakeholders(Archive& a, Data& d) {
  using S = StakeholderInfo;
  a.group("stakeholders", "Whose voice counts how much in a renewal");
  a.scale("stakeholder", "persona", d.stakeholders, &S::persona);
  a.column({"role", "stakeholder", "", "user, customer, sponsor"}, d.stakeholders, &S::role);
  a.column({"influence", "stakeholder", "1", "influence, 0 to 1"}, d.stakeholders, &S::influence);
  a.column({"interest", "stakeholder", "1", "interest, 0 to 1"}, d.stakeholders, &S::interest);
  a.column({"weight", "stakeholder", "1", "influence times interest"}, d.stakeholders, &S::weight);
}

template <class Archive, class Data> void lay_out_resources(Archive& a, Data& d) {
  auto& r = d.resource;
  constexpr const char* each = "arm resource replication";
  a.group("resources", "How busy the staff was");
  a.scale("resource", "resource", d.resources, &ResourceInfo::id);
  a.column({"resource_name", "resource", "", "name"}, d.resources, &ResourceInfo::name);
  a.array({"capacity", "arm resource", "1",
           "capacity; infinity where unlimited, missing where it is people who help"},
          r.capacity);
  a.array({"utilisation", each, "1", "share of the open time that is worked"}, r.utilisation);
  a.array({"wait_mean", each, "min", "mean wait for the resource"}, r.wait_mean_min);
  a.array({"load", each, "1", "work that arrives per capacity"}, r.load);
}

template <class Archive, class Data> void lay_out_hours(Archive& a, Data& d) {
  auto& h = d.hours;
  constexpr const char* each = "arm resource hour_of_week";
  a.group("hours", "Resources and their lines by the hour of the week, warm-up to horizon");
  a.counted("hour_of_week", "hour of the week from Monday, midnight to one", hours_per_week);
  a.scale("wait_level", "1", "level of a quantile of waits", h.wait_level);
  a.array({"arrivals", each, "h-1", "who comes to the line, per hour"}, h.arrivals);
  a.array({"staffed", each, "1", "servers whose hours it is, mean"}, h.staffed);
  a.array({"load", each, "1", "work that arrives per server staffed"}, h.load);
  a.array({"utilisation", each, "1", "share of the staffed time that is worked"}, h.utilisation);
  a.array({"line", each, "1", "people in line, mean"}, h.line);
  a.array({"wait_mean", each, "min", "mean wait, in the resource's hours, of who came then"},
          h.wait_mean_min);
  a.array({"wait_quantile", "arm resource hour_of_week wait_level", "min",
           "quantile of the wait for the resource of who came then"},
          h.wait_quantile_min);
  a.array({"in_time", each, "1", "share of who came then that is served within what is agreed"},
          h.in_time);
  a.array({"gave_up", each, "1", "share of who came then that gives up in line"}, h.gave_up);
  a.array({"turned_away", each, "1", "share of who came then that does not join the line"},
          h.turned_away);
  a.array({"again", each, "1", "share of who came then that had been there in this journey"},
          h.again);
}

template <class Archive, class Data> void lay_out_origin(Archive& a, Data& d) {
  using P = ParameterInfo;
  a.group("journeys", "Sampled journeys, one row each");
  a.group("parameters", "Every parameter and where it comes from");
  a.scale("parameter", "path in the scenario or name in the mechanism table", d.parameters,
          &P::path);
  a.column({"value", "parameter", "", "value as text"}, d.parameters, &P::value);
  a.column({"unit", "parameter", "", "unit of the value"}, d.parameters, &P::unit);
  a.column({"provenance", "parameter", "",
            "published, derived, calibrated, assumption, written (nothing says where from), "
            "default (not even written) or described (words)"},
           d.parameters, &P::provenance);
  a.column({"source", "parameter", "",
            "source; of what the scenario writes \"this scenario\", and what its comment says"},
           d.parameters, &P::source);
  a.column({"band", "parameter", "", "plausible range"}, d.parameters, &P::band);
  a.group("provenance", "Where the result comes from");
  a.scalar({"scenario_text", "", "", "the scenario as it was read"}, d.scenario_text);
  a.group("provenance/run", "The run itself; not part of the content hash");
  a.scalar({"scenario_path", "", "", "file of the scenario"}, d.scenario_path);
  a.scalar({"command_line", "", "", "command line"}, d.command_line);
  a.scalar({"host", "", "", "machine"}, d.host);
  a.scalar({"program_version", "", "", "version of the program"}, d.program_version);
  a.scalar({"library_versions", "", "", "versions of compiler and libraries"}, d.library_versions);
  a.scalar({"threads", "", "1", "threads"}, d.threads);
  a.scalar({"executor", "", "", "executor"}, d.executor);
}

template <class Archive, class Data> void lay_out(Archive& a, Data& d) {
  lay_out_file(a, d);
  lay_out_scenario(a, d);
  lay_out_summary(a, d);
  lay_out_measures(a, d);
  lay_out_studies(a, d);
  lay_out_map(a, d);
  lay_out_pairs(a, d);
  lay_out_fates(a, d);
  lay_out_agreements(a, d);
  lay_out_stakeholders(a, d);
  lay_out_resources(a, d);
  lay_out_hours(a, d);
  lay_out_origin(a, d);
}

} // namespace sojourn::output
