// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queues.hpp"
#include "output/text.hpp"
#include "sim/verify/scene.hpp"
#include "sim/verify/travel.hpp"

#include <array>

// One desk: theory, and the service engine. Expected values were computed with 30 digits.
namespace sojourn::verify {
namespace {

using output::text;

enum Agreement : std::size_t { at_once, soon };

/// A scene with this many calls an hour, these minutes of service and so many agents.
Scenario calls(std::string_view name, double per_hour, const std::string& takes, int agents,
               const std::string& patience) {
  return scene(
      name, {text("arrivals.rate={:g} per hour", per_hour), "touchpoints.contact.takes=" + takes,
             text("resources.desk.capacity={}", agents), "personas.caller.patience=" + patience});
}

Scenario desk(double per_hour, const std::string& takes, int agents) {
  return calls("desk", per_hour, takes, agents, "endless");
}

std::string exponential(double minutes) { return text("{{ exponential: {:g} min }}", minutes); }

const Reading wait_read = [](const Tally& tally) { return mean_wait(tally); };
const Reading lost_read = [](const Tally& tally) { return share_of(tally, Outcome::lost); };
const Reading waits_read = [](const Tally& tally) { return 1 - share_kept(tally, at_once); };
const Reading soon_read = [](const Tally& tally) { return share_kept(tally, soon); };

std::vector<Figure> markov_queues(const Trial& trial) {
  Figures figures;
  const Queue one = markov_queue(.8, 1, 1);
  figures.exact("M/M/1 .8: people waiting", 3.2, one.mean_queue);
  figures.exact("minutes of wait", 4, one.mean_wait);
  figures.exact("minutes in the system", 5, one.mean_time);
  figures.exact("longer than 10 minutes there", .135335283236613, 1 - time_cdf(.8, 1, 10));
  figures.exact("95 % are gone after, minutes", 14.97866136777, time_quantile(.8, 1, .95));
  figures.exact("M/M/2 1.5: who waits", 9. / 14, erlang_c(2, 1.5));
  figures.exact("M/M/2 1.5: minutes of wait", 9. / 7, markov_queue(1.5, 1, 2).mean_wait);
  figures.exact("M/M/3 2: who waits", 4. / 9, erlang_c(3, 2));
  figures.exact("M/M/3 2: minutes of wait", 4. / 9, markov_queue(2, 1, 3).mean_wait);
  const std::string service = exponential(trial.wrong ? 1.03 : 1);
  const auto simulated = [&](const std::string& what, double per_hour, int agents, double wait,
                             double waits) {
    const std::vector<Estimate> found =
        queue_up(trial, desk(per_hour, service, agents), {wait_read, waits_read});
    figures.estimate(what + ": minutes of wait, simulated", wait, found[0]);
    figures.estimate(what + ": who waits, simulated", waits, found[1]);
  };
  simulated("M/M/1 .8", 48, 1, 4, .8);
  simulated("M/M/2 1.5", 90, 2, 9. / 7, 9. / 14);
  simulated("M/M/3 2", 120, 3, 4. / 9, 4. / 9);
  return figures.done();
}

struct ErlangC {
  int agents;
  double waits, wait, soon;
};
constexpr std::array<ErlangC, 4> erlang_c_rows = {
    {{11, .682118204689332, 6.82118204689332, .340244289992597},
     {12, .449388224298271, 2.24694112149135, .579594177178012},
     {13, .285270453036493, .950901510121643, .741876619832511},
     {14, .17413193359505, .435329833987625, .847604377724254}}};

std::vector<Figure> service_desk(const Trial& trial) {
  Figures figures;
  for (const ErlangC& row : erlang_c_rows) {
    const std::string agents = text("{} agents: ", row.agents);
    figures.exact(agents + "who waits", row.waits, erlang_c(row.agents, 10));
    figures.exact(agents + "minutes of wait", row.wait, markov_queue(1, .1, row.agents).mean_wait);
    figures.exact(agents + "within 20 s", row.soon, wait_cdf(1, .1, row.agents, 1. / 3));
  }
  for (const ErlangC& row : erlang_c_rows) {
    if (row.agents > 11) {
      const std::string agents = text("{} agents: ", row.agents);
      const std::vector<Estimate> found =
          queue_up(trial, desk(60, exponential(trial.wrong ? 10.3 : 10), row.agents),
                   {wait_read, waits_read, soon_read});
      figures.estimate(agents + "minutes of wait, simulated", row.wait, found[0]);
      figures.estimate(agents + "who waits, simulated", row.waits, found[1]);
      figures.estimate(agents + "within 20 s, simulated", row.soon, found[2]);
    }
  }
  return figures.done();
}

struct ErlangA {
  double patience;
  int agents;
  double waits, lost, wait;
};
constexpr std::array<ErlangA, 3> erlang_a_rows = {
    {{3, 10, .412935819974389, .160390597535938, .481171792607815},
     {3, 12, .234684427354536, .0779873611203121, .233962083360936},
     {5, 12, .263222003432202, .0676215907764808, .338107953882404}}};

std::vector<Figure> impatient_callers(const Trial& trial) {
  Figures figures;
  for (const ErlangA& row : erlang_a_rows) {
    const std::string what = text("patience {:g}, {} agents: ", row.patience, row.agents);
    const ImpatientQueue found = erlang_a(1, .1, row.agents, 1 / row.patience);
    figures.exact(what + "who waits", row.waits, found.p_wait);
    figures.exact(what + "who gives up", row.lost, found.p_abandon);
    figures.exact(what + "minutes", row.wait, found.mean_wait);
  }
  figures.exact("endless patience is Erlang C, minutes", 2.24694112149135,
                erlang_a(1, .1, 12, 1e-12).mean_wait);
  figures.exact("patience like service is Poisson: who waits", .283375741272989,
                erlang_a(8, 1, 10, 1).p_wait);
  figures.exact("who gives up", .0532329819711722, erlang_a(8, 1, 10, 1).p_abandon);
  for (const ErlangA& row : erlang_a_rows) {
    const std::string what = text("patience {:g}, {} agents: ", row.patience, row.agents);
    const Scenario people = calls("erlang_a", 60, exponential(10), row.agents,
                                  exponential(row.patience * (trial.wrong ? 1.3 : 1)));
    const std::vector<Estimate> simulated = queue_up(trial, people, {lost_read, wait_read});
    figures.estimate(what + "who gives up, simulated", row.lost, simulated[0]);
    figures.estimate(what + "minutes, simulated", row.wait, simulated[1]);
  }
  const Scenario alike =
      calls("erlang_a", 48, exponential(10), 10, exponential(trial.wrong ? 13 : 10));
  figures.estimate("patience like service: who gives up, simulated", .0532329819711722,
                   queue_up(trial, alike, {lost_read})[0]);
  return figures.done();
}

std::vector<Figure> nobody_waits(const Trial& trial) {
  Figures figures;
  figures.exact("B(10, 8)", .121661064252952, erlang_b(10, 8));
  figures.exact("B(5, 3)", .110054347826087, erlang_b(5, 3));
  figures.exact("M/M/1/5 at .9: who is turned away", .126022549988369, lost_share(.9, 5));
  const std::string service = exponential(trial.wrong ? 11 : 10);
  figures.estimate("B(10, 8), simulated", .121661064252952,
                   queue_up(trial, calls("erlang_b", 48, service, 10, "0 s"), {lost_read})[0]);
  figures.estimate("B(5, 3), simulated", .110054347826087,
                   queue_up(trial, calls("erlang_b", 18, service, 5, "0 s"), {lost_read})[0]);
  // Whatever the law of service, only its mean counts.
  const std::string constant = trial.wrong ? "11 min" : "10 min";
  figures.estimate("B(10, 8) with constant service, simulated", .121661064252952,
                   queue_up(trial, calls("erlang_b", 48, constant, 10, "0 s"), {lost_read})[0]);
  return figures.done();
}

std::vector<Figure> spread_of_service(const Trial& trial) {
  struct Row {
    double variation, wait;
    std::string what, takes, wrong;
  };
  const std::vector<Row> rows = {{1, 4, "exponential", exponential(1), exponential(1.03)},
                                 {0, 2, "constant", "1 min", "1.03 min"},
                                 {.5, 3, "Erlang-2", "{ gamma: { shape: 2, scale: 0.5 min } }",
                                  "{ gamma: { shape: 2, scale: 0.515 min } }"},
                                 {1.44, 4.88, "gamma of cv 1.2",
                                  "{ gamma: { shape: 0.694444444444444, scale: 1.44 min } }",
                                  "{ gamma: { shape: 0.694444444444444, scale: 1.48 min } }"}};
  Figures figures;
  for (const Row& row : rows) {
    figures.exact(text("minutes of wait, squared cv {:g}", row.variation), row.wait,
                  mean_wait_general(.8, 1, row.variation));
  }
  figures.exact("minutes of wait, squared cv 4", 10, mean_wait_general(.8, 1, 4));
  for (const Row& row : rows) {
    if (row.variation != 1) {
      figures.estimate(
          row.what + " service: minutes of wait, simulated", row.wait,
          queue_up(trial,
                   calls("one_server", 48, trial.wrong ? row.wrong : row.takes, 1, "endless"),
                   {wait_read})[0]);
    }
  }
  return figures.done();
}

} // namespace

std::vector<Target> queue_targets() {
  using enum TargetKind;
  return {
      {"T24", "M/M/1 and M/M/c", statistical, "service 3 % longer", markov_queues, true},
      {"T25", "Erlang C", statistical, "service 3 % longer", service_desk, true},
      {"T27", "Erlang A", statistical, "patience 30 % longer", impatient_callers, true},
      {"T28", "Erlang B", statistical, "service 10 % longer", nobody_waits, true},
      {"T29", "Pollaczek-Khinchine", statistical, "service 3 % longer", spread_of_service, true}};
}

} // namespace sojourn::verify
