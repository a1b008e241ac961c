// SPDX-License-Identifier: Apache-2.0
#include "sim/study/leak_report.hpp"
#include "sim/study/wording.hpp"

#include "output/text.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {

LeakReport::LeakReport(const ArmPool& pool, const LeakGame& game,
                       const std::vector<std::size_t>& lenses, int replications)
    : pool_(&pool), game_(&game), lenses_(&lenses), replications_(replications) {}

About LeakReport::about(std::string quantity, std::string subject, std::size_t measure,
                        std::size_t group) const {
  return {std::move(quantity), std::move(subject), game_->on, measure, group};
}

std::vector<const MoneyRecord*> LeakReport::records(std::size_t arm) const {
  std::vector<const MoneyRecord*> all;
  all.reserve(static_cast<std::size_t>(replications_));
  for (int r = 0; r < replications_; ++r) {
    all.push_back(&pool_->money(arm, r));
  }
  return all;
}

void LeakReport::add_games(Findings& findings) const {
  for (const std::size_t measure : *lenses_) {
    const bool per_person = pool_->measures()[measure].info.per_person;
    for (std::size_t group = 0; group < (per_person ? pool_->n_groups() : 1); ++group) {
      add_game(findings, measure, group);
    }
  }
}

namespace {

output::Finding& noted(output::Finding& row, const output::Difference& from) {
  row.p = from.p;
  row.note = from.note.empty() ? from.reason : from.note;
  return row;
}

} // namespace

void LeakReport::add_share(Findings& findings, const std::string& quantity, std::size_t measure,
                           std::size_t group, std::size_t cause,
                           const output::Difference& share) const {
  noted(findings.add(*pool_, about(quantity, game_->ideals.causes()[cause], measure, group), share),
        share);
}

void LeakReport::add_game(Findings& findings, std::size_t measure, std::size_t group) const {
  std::vector<std::vector<double>> worths;
  for (const std::size_t arm : game_->coalitions) {
    worths.push_back(pool_->values(arm, replications_, measure, group));
  }
  findings.add_mean(*pool_, about("potential", "", measure, group), worths.front());
  findings.add_mean(*pool_, about("realised", "", measure, group), worths.back());
  findings.add_difference(*pool_, about("gap", "", measure, group), game_->coalitions.front(),
                          game_->coalitions.back(), replications_);
  for (std::vector<double>& column : worths) { // the game is what is lost
    std::transform(column.begin(), column.end(), column.begin(), [](double v) { return -v; });
  }
  const output::ShapleyEstimate shares = output::estimate_shapley(worths);
  for (std::size_t cause = 0; cause < game_->n_causes(); ++cause) {
    add_share(findings, "shapley", measure, group, cause, shares.shapley[cause]);
    findings.values.back() = shares.per_replication[cause];
    add_share(findings, "first_in", measure, group, cause, shares.first_in[cause]);
    add_share(findings, "last_out", measure, group, cause, shares.last_out[cause]);
  }
  const std::vector<std::string>& causes = game_->ideals.causes();
  for (std::size_t i = 0; i < causes.size(); ++i) {
    for (std::size_t j = i + 1; j < causes.size(); ++j) {
      const output::Difference& pair = shares.interactions[i * causes.size() + j];
      noted(findings.add(*pool_,
                         about("interaction", causes[i] + " and " + causes[j], measure, group),
                         pair),
            pair);
    }
  }
}

std::string LeakReport::place_name(std::size_t place) const {
  const std::vector<TouchpointSpec>& touchpoints = scenario().touchpoints;
  return place == touchpoints.size()
             ? "everywhere / who came"
             : std::string(step_names[static_cast<std::size_t>(touchpoints[place].step)]) + " / " +
                   touchpoints[place].id;
}

void LeakReport::add_shows(Findings& findings) const {
  const std::size_t n_places = scenario().touchpoints.size() + 1, n_causes = game_->n_causes();
  const std::size_t n_groups = pool_->n_groups(), n_cells = n_groups * n_places * n_causes;
  std::vector<std::vector<double>> columns(n_cells); // [group][place][cause]
  for (int r = 0; r < replications_; ++r) {
    std::vector<const MoneyRecord*> coalitions;
    for (const std::size_t arm : game_->coalitions) {
      coalitions.push_back(&pool_->money(arm, r));
    }
    const std::vector<double> shares = where_it_shows(coalitions);
    for (std::size_t cell = 0; cell < n_places * n_causes; ++cell) {
      double everyone = 0;
      for (std::size_t group = 1; group < n_groups; ++group) {
        const double share = shares[(group - 1) * n_places * n_causes + cell];
        columns[group * n_places * n_causes + cell].push_back(share);
        everyone += share;
      }
      columns[cell].push_back(everyone);
    }
  }
  for (std::size_t cell = 0; cell < n_cells; ++cell) {
    const std::size_t cause = cell % n_causes, place = cell / n_causes % n_places;
    const bool nothing = std::all_of(columns[cell].begin(), columns[cell].end(),
                                     [](double share) { return share == 0; });
    if (!nothing) {
      findings.add_mean(*pool_,
                        about("shows", game_->ideals.causes()[cause] + " / " + place_name(place),
                              value(), cell / (n_causes * n_places)),
                        std::move(columns[cell]));
    }
  }
}

void LeakReport::add_starts(Findings& findings) const {
  std::vector<std::vector<double>> columns(game_->players.size());
  for (int r = 0; r < replications_; ++r) {
    const std::vector<double> shares =
        leakage_along(game_->orders[static_cast<std::size_t>(r)], [&](std::uint64_t leaking) {
          return pool_->ratio(game_->player_arms.at(leaking), r, value(), 0).value();
        });
    for (std::size_t player = 0; player < shares.size(); ++player) {
      columns[player].push_back(shares[player]);
    }
  }
  for (std::size_t player = 0; player < columns.size(); ++player) {
    const LeakPlayer& who = game_->players[player];
    findings
        .add_mean(*pool_,
                  about("starts", game_->ideals.causes()[who.cause] + " / " + who.step, value()),
                  std::move(columns[player]))
        .note = "one sampled order and its reverse in each replication";
  }
}

namespace {

std::string in_words(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  if (id.starts_with("sub ")) {
    id[3] = '-';
  }
  return id;
}

struct StepMoney {
  std::vector<double> added, deducted, net;
};

} // namespace

void LeakReport::add_step(Findings& findings, std::size_t group, const std::string& step) const {
  const std::size_t arm = game_->coalitions.back();
  StepMoney money;
  for (int r = 0; r < replications_; ++r) {
    const MoneyRecord& record = pool_->money(arm, r);
    LedgerTally sum;
    std::int64_t finished = 0;
    for (std::size_t p = 0; p < record.n_personas(); ++p) {
      if (group != 0 && group != p + 1) {
        continue;
      }
      finished += record.finished[p];
      for (std::size_t t = 0; t < record.n_touchpoints; ++t) {
        if (step == step_names[static_cast<std::size_t>(scenario().touchpoints[t].step)]) {
          sum += record.at(p, t);
        }
      }
    }
    const auto per_journey = [finished](std::int64_t fixed) {
      return finished > 0 ? from_fixed(fixed) / static_cast<double>(finished) : output::missing;
    };
    money.added.push_back(per_journey(sum.gained + sum.realised));
    money.deducted.push_back(per_journey(sum.lost_time + sum.lost_given_up + sum.lost_unfit +
                                         sum.lost_unbooked + sum.paid + sum.risk));
    money.net.push_back(money.added.back() - money.deducted.back());
  }
  findings.add_mean(*pool_, about("step_added", step, value(), group), std::move(money.added));
  findings.add_mean(*pool_, about("step_deducted", step, value(), group),
                    std::move(money.deducted));
  output::Finding& net =
      findings.add_mean(*pool_, about("step_net", step, value(), group), std::move(money.net));
  if (net.upper < 0) {
    net.note = "deducts more than it adds";
  }
}

void LeakReport::add_steps(Findings& findings) const {
  for (std::size_t group = 0; group < pool_->n_groups(); ++group) {
    for (const auto& step : step_names) {
      const bool used =
          std::any_of(scenario().touchpoints.begin(), scenario().touchpoints.end(),
                      [&](const TouchpointSpec& each) {
                        return step_names[static_cast<std::size_t>(each.step)] == step;
                      });
      if (used) {
        add_step(findings, group, std::string(step));
      }
    }
  }
}

void LeakReport::add_tail(Findings& findings, double share) const {
  const std::size_t booked = find_measure(pool_->measures(), "value").value_or(value());
  const std::string subject = output::text("worst {:.4g} % of journeys", 100 * share);
  findings.add_mean(*pool_, about("tail_potential", subject, booked),
                    tail_of(records(game_->coalitions.front()), share));
  findings.add_mean(*pool_, about("tail_realised", subject, booked),
                    tail_of(records(game_->coalitions.back()), share));
}

void LeakReport::add_warnings(output::ResultData& result) const {
  const std::string& arm = pool_->compared(game_->on).id;
  for (std::size_t cause = 0; cause < game_->n_causes(); ++cause) {
    const std::size_t without = game_->everything() & ~(std::size_t{1} << cause);
    if (game_->coalitions[without] == game_->coalitions.back()) {
      result.warnings.push_back("leakage: the ideal of " + game_->ideals.causes()[cause] +
                                " changes nothing in " + arm + ": its share is 0");
    }
  }
  for (const IdealLine& line : game_->ideals.lines()) {
    if (line.change.value == "unlimited") {
      result.warnings.push_back("leakage: full potential in " + arm +
                                " counts on unlimited people (" + line.change.path + ")");
    }
  }
  for (const output::ParameterInfo& number : game_->ideals.found()) {
    result.parameters.push_back(number);
  }
}

std::string LeakReport::words(const Findings& findings) const {
  const auto find = [&](const char* quantity, const std::string& subject) {
    return findings.find(quantity, subject, value(), 0, game_->on);
  };
  const output::Finding* potential = find("potential", "");
  const output::Finding* gap = find("gap", "");
  const std::string unit = pool_->measures()[value()].info.unit;
  std::vector<const output::Finding*> shares;
  for (const std::string& cause : game_->ideals.causes()) {
    shares.push_back(find("shapley", cause));
  }
  std::sort(shares.begin(), shares.end(),
            [](const auto* a, const auto* b) { return a->estimate > b->estimate; });
  std::string list, negative;
  const bool cents = std::abs(gap->estimate) < 100;
  const auto amount = [&](double money) { return output::text("{:.{}f}", money, cents ? 2 : 0); };
  for (const output::Finding* share : shares) {
    list += (list.empty() ? "" : ", ") + in_words(share->subject) + " " + amount(share->estimate) +
            " " + unit;
    negative += share->upper < 0 ? (negative.empty() ? "" : ", ") + in_words(share->subject) : "";
  }
  std::string text =
      output::text("{}: of {} {} per journey that the ideals allow, {} leak ({} to {}); {}.",
                   in_words(pool_->compared(game_->on).id), amount(potential->estimate), unit,
                   amount(gap->estimate), amount(gap->lower), amount(gap->upper), list);
  if (!negative.empty()) {
    text += " A share below 0: closing it (" + negative + ") costs value here.";
  }
  return text;
}

} // namespace sojourn
