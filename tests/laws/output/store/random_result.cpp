// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/output/store/random_result.hpp"

#include <array>
#include <random>

namespace sojourn::output::test {
namespace {

const std::array<std::string, 14> strange_texts = {"",
                                                   "plain",
                                                   "a/b",
                                                   "/",
                                                   "..",
                                                   "two words",
                                                   " leading and trailing ",
                                                   "line\nend\ttab",
                                                   "naïve – Größe",
                                                   "🧭🛎️",
                                                   "<script>alert(1)</script>",
                                                   "=cmd|' /C calc'!A0",
                                                   "\x1b[31mred",
                                                   std::string(300, 'x')};

class Maker {
public:
  explicit Maker(std::uint64_t seed, bool full) : random_(seed), full_(full) {}

  std::size_t below(std::size_t n) { return random_() % n; }
  std::size_t some(std::size_t fixed) { return full_ ? fixed : below(5); }
  bool chance() { return below(2) == 1; }

  std::string text(const std::string& plain) {
    return full_ ? plain : strange_texts.at(below(strange_texts.size()));
  }

  double number() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::array<double, 4> special = {missing, infinity, -infinity, -0.0};
    const std::size_t i = below(20);
    return !full_ && i < special.size() ? special.at(i) : uniform();
  }

  /// -3 ... 3 in steps of 2^-20: the same on every machine, and exact as float.
  double uniform() { return static_cast<double>(below(6U << 20)) / (1 << 20) - 3; }

  std::vector<double> numbers(std::size_t n) {
    std::vector<double> values(!full_ && chance() ? 0 : n);
    for (double& value : values) {
      value = number();
    }
    return values;
  }

  std::vector<std::string> texts(const std::string& plain, std::size_t fixed) {
    std::vector<std::string> list(some(fixed));
    for (std::size_t i = 0; i < list.size(); ++i) {
      list[i] = text(plain + std::to_string(i));
    }
    return list;
  }

  template <class Row, class Fill> void rows(std::vector<Row>& list, std::size_t n, Fill fill) {
    for (std::size_t i = 0; i < some(n); ++i) {
      list.push_back(fill("_" + std::to_string(i)));
    }
  }

private:
  std::mt19937_64 random_;
  bool full_;
};

void fill_words(Maker& make, ResultData& d) {
  make.rows(d.arms, 3, [&](const std::string& i) {
    return ArmInfo{make.text("arm" + i), make.text("Arm " + i),
                   make.text("because"), make.texts("change = ", 2),
                   make.number(),        make.number(),
                   make.number()};
  });
  make.rows(d.personas, 2, [&](const std::string& i) {
    return PersonaInfo{make.text("persona" + i), make.text("Name " + i), make.text("About"),
                       make.number()};
  });
  make.rows(d.touchpoints, 4, [&](const std::string& i) {
    return TouchpointInfo{make.text("touchpoint" + i),
                          make.text("Touchpoint " + i),
                          make.text("realize"),
                          make.texts("channel", 2),
                          make.text("desk"),
                          make.text("second_line"),
                          make.text("the ticket"),
                          make.chance(),
                          make.chance()};
  });
  make.rows(d.exits, 2, [&](const std::string& i) {
    return ExitInfo{make.text("exit" + i), make.text("Exit " + i), make.text("served")};
  });
  make.rows(d.resources, 2, [&](const std::string& i) {
    return ResourceInfo{make.text("resource" + i), make.text("Resource " + i)};
  });
  make.rows(d.agreements, 2, [&](const std::string& i) {
    return AgreementInfo{make.text("agreement" + i), make.text("SLA"), make.text("in 4 h"),
                         make.number()};
  });
  make.rows(d.measures, 5, [&](const std::string& i) {
    return MeasureInfo{make.text("remembered" + i),
                       make.text("Label " + i),
                       make.text("affect"),
                       make.text("What it is"),
                       static_cast<int>(make.below(3)) - 1,
                       make.chance(),
                       make.chance()};
  });
  make.rows(d.parameters, 6, [&](const std::string& i) {
    return ParameterInfo{make.text("path" + i),  make.text("0.25"),   make.text("min"),
                         make.text("published"), make.text("source"), make.text("0 to 1")};
  });
}

void fill_studies(Maker& make, ResultData& d) {
  make.rows(d.studies, 2, [&](const std::string& i) {
    return StudyInfo{make.text("study" + i), make.text("What?"), 4, 30,
                     make.text("This."),     make.text("effect")};
  });
  if (d.studies.empty() || d.arms.empty() || d.measures.empty()) {
    return;
  }
  make.rows(d.findings, 5, [&](const std::string& i) {
    return Finding{static_cast<int>(make.below(d.studies.size())),
                   make.text("effect"),
                   make.text("subject" + i),
                   static_cast<int>(make.below(d.arms.size())),
                   static_cast<int>(make.below(d.measures.size() + 1)) - 1,
                   static_cast<int>(make.below(d.n_groups())),
                   make.text("affect"),
                   make.number(),
                   make.number(),
                   make.number(),
                   0.95,
                   30,
                   make.number(),
                   make.number(),
                   5,
                   1,
                   3,
                   make.text("note" + i)};
  });
  d.n_study_replications = static_cast<int>(make.some(3));
  d.finding_values =
      make.numbers(d.findings.size() * static_cast<std::size_t>(d.n_study_replications));
  make.rows(d.study_points, 4, [&](const std::string& i) {
    return StudyPoint{static_cast<int>(make.below(d.studies.size())),
                      make.text("point" + i),
                      make.text("resources.desk.capacity"),
                      make.number(),
                      make.text("min"),
                      make.text("12 min")};
  });
}

void fill_numbers(Maker& make, ResultData& d) {
  fill_studies(make, d);
  d.n_replications = static_cast<int>(make.some(3));
  const std::size_t n_replications = static_cast<std::size_t>(d.n_replications);
  d.values = make.numbers(d.arms.size() * d.measures.size() * d.n_groups() * n_replications);
  if (!d.arms.empty() && !d.measures.empty()) {
    make.rows(d.estimates, 7, [&](const std::string& i) {
      return Estimate{static_cast<int>(make.below(d.arms.size())),
                      static_cast<int>(make.below(d.arms.size() + 1)) - 1,
                      static_cast<int>(make.below(d.measures.size())),
                      static_cast<int>(make.below(d.n_groups())),
                      make.number(),
                      make.number(),
                      make.number(),
                      0.95,
                      d.n_replications,
                      make.number(),
                      make.number(),
                      12,
                      make.text("note" + i)};
    });
  }
  auto& m = d.map;
  const std::size_t n_touchpoints = d.touchpoints.size();
  const std::size_t groups = d.arms.size() * d.n_groups();
  const std::size_t places = groups * n_touchpoints;
  m.quantile_level = {0.05, 0.25, 0.5, 0.75, 0.95};
  m.visits = make.numbers(places);
  m.affect_mean = make.numbers(places);
  m.wait_mean_min = make.numbers(places);
  m.affect_quantile = make.numbers(places * m.quantile_level.size());
  m.remembered_quantile = make.numbers(groups * m.quantile_level.size());
  m.remembered_running = make.numbers(places);
  m.flow = make.numbers(groups * (n_touchpoints + 1) * (n_touchpoints + d.exits.size() + 1));
  const std::size_t n_resources = d.arms.size() * d.resources.size();
  d.resource.utilisation = make.numbers(n_resources * n_replications);
  d.resource.wait_mean_min = make.numbers(n_resources * n_replications);
  d.resource.load = make.numbers(n_resources * n_replications);
  d.resource.capacity = make.numbers(n_resources);
  d.hours.wait_level = {0.5, 0.9};
  d.hours.wait_quantile_min = make.numbers(n_resources * hours_per_week * 2);
  for (auto* each : {&d.hours.arrivals, &d.hours.staffed, &d.hours.load, &d.hours.utilisation,
                     &d.hours.line, &d.hours.wait_mean_min, &d.hours.in_time, &d.hours.gave_up,
                     &d.hours.turned_away, &d.hours.again}) {
    *each = make.numbers(n_resources * hours_per_week);
  }
}

void fill_pairs(Maker& make, ResultData& d) {
  const std::size_t groups = d.arms.size() * d.n_groups();
  const std::size_t n = groups * static_cast<std::size_t>(d.n_replications);
  PairData& p = d.pairs;
  for (auto* column :
       {&p.people, &p.better, &p.worse, &p.richer, &p.poorer, &p.newly_lost, &p.newly_kept}) {
    *column = make.numbers(n);
  }
  p.quantile_shift = make.numbers(groups * d.map.quantile_level.size());
  if (!d.arms.empty()) {
    make.rows(d.pair_shares, 7, [&](const std::string&) {
      return PairShare{static_cast<int>(make.below(d.arms.size())),
                       static_cast<int>(make.below(d.n_groups())),
                       static_cast<int>(make.below(7)),
                       make.number(),
                       make.number(),
                       make.number(),
                       make.number(),
                       d.n_replications};
    });
  }
}

ResultData made(std::uint64_t seed, bool full) {
  Maker make(seed, full);
  ResultData d;
  d.title = make.text("Incident");
  d.question = make.text("Which change helps?");
  d.currency = make.text("EUR");
  d.engine = make.text("service");
  d.seed = std::to_string(seed);
  d.scenario_path = make.text("incident.yaml");
  d.scenario_text = make.text("sojourn: 1\ntitle: Incident\n");
  d.scenario_sha256 = make.text("0123");
  d.complete = full || make.chance();
  d.stop_reason = make.text("3 replications, as asked");
  d.journeys_per_replication = make.number();
  d.censored_share = make.number();
  d.horizon_hours = make.number();
  d.warm_up_hours = make.number();
  d.warnings = make.texts("warning ", 2);
  d.command_line = make.text("sojourn run incident.yaml");
  d.host = make.text("host");
  d.program_version = make.text("0.1.0");
  d.library_versions = make.text("HDF5 1.10.8");
  d.threads = 2;
  d.executor = make.text("serial");
  fill_words(make, d);
  fill_numbers(make, d);
  fill_pairs(make, d);
  if (full || make.chance()) {
    d.journeys = random_journeys(d, 20, seed);
  }
  make.rows(d.stakeholders, 2, [&](const std::string& i) {
    return StakeholderInfo{make.text("stakeholder" + i), make.text("user"), make.number(),
                           make.number(), make.number()};
  });
  return d;
}

} // namespace

JourneyRows random_journeys(const ResultData& data, std::size_t n, std::uint64_t seed) {
  JourneyRows rows;
  if (data.arms.empty() || data.personas.empty() || data.touchpoints.empty()) {
    return rows;
  }
  Maker make(seed + 1, true);
  const auto code = [&](std::size_t size) { return static_cast<std::int32_t>(make.below(size)); };
  for (std::size_t i = 0; i < n; ++i) {
    rows.arm.push_back(code(data.arms.size()));
    rows.replication.push_back(code(30));
    rows.persona.push_back(code(data.personas.size()));
    rows.start.push_back(code(data.touchpoints.size()));
    rows.exit.push_back(code(data.exits.size() + 1) - 1);
    rows.agent.push_back(static_cast<std::int64_t>(i));
    rows.n_visits.push_back(code(12));
    rows.arrival_min.push_back(make.number() * 1000);
    rows.duration_min.push_back(make.number());
    for (auto* column : {&rows.remembered, &rows.experienced, &rows.peak, &rows.trough, &rows.last,
                         &rows.trust, &rows.effort}) {
      column->push_back(static_cast<float>(make.number()));
    }
    rows.value.push_back(make.number());
    if (seed % 2 == 1) { // a survey
      rows.satisfaction.push_back(static_cast<float>(make.number()));
      rows.answer.push_back(code(12) - 1);
      rows.ease.push_back(code(7) + 1);
    }
  }
  return rows;
}

ResultData full_result() { return made(1, true); }

ResultData random_result(std::uint64_t seed) { return made(seed, false); }

} // namespace sojourn::output::test
