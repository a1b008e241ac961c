// SPDX-License-Identifier: Apache-2.0
#include "output/stats/shapley.hpp"
#include "output/store/content_hash.hpp"
#include "sim/study/bytes.hpp"
#include "tests/unit/sim/study/asked.hpp"
#include "tests/unit/sim/study/leaking.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>

// Leakage against the closed form of T38, and the laws that shares must keep.
using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

const std::array<std::string, 4> causes = {"misaligned_relationship", "missed_opportunity",
                                           "sub_optimal_provision", "lacking_tracking"};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// T38 with so many replications and journeys.
std::string leaking_with(const std::string& study, int replications = 10, int journeys = 500) {
  return replaced(
      leaking::text, "{ replications: 30, journeys: 4000, seed: 38, studies: [ compare ] }",
      "{ replications: " + std::to_string(replications) +
          ", journeys: " + std::to_string(journeys) + ", seed: 38, studies: [ " + study + " ] }");
}

const output::Finding& number(const asked::Asked& asked, const std::string& quantity,
                              const std::string& subject, int group = 0) {
  const output::Finding* row = asked.find(quantity, subject, "net_benefit", group);
  INFO(quantity << " of " << subject);
  REQUIRE(row != nullptr);
  return *row;
}

std::vector<double> column(const asked::Asked& asked, const output::Finding& row) {
  const output::ResultData& data = asked.result;
  const auto n = static_cast<std::size_t>(data.n_study_replications);
  const auto at = static_cast<std::size_t>(&row - data.findings.data()) * n;
  return {data.finding_values.begin() + static_cast<std::ptrdiff_t>(at),
          data.finding_values.begin() + static_cast<std::ptrdiff_t>(at + n)};
}

/// The values of all rows of a quantity (and of one cause), added up by replication.
std::vector<double> summed(const asked::Asked& asked, const std::string& quantity,
                           const std::string& cause, int group = 0) {
  std::vector<double> sum(static_cast<std::size_t>(asked.result.n_study_replications));
  for (const output::Finding& row : asked.result.findings) {
    const bool wanted =
        row.quantity == quantity && row.group == group &&
        row.subject.compare(0, cause.size(), cause) == 0 &&
        asked.result.measures[static_cast<std::size_t>(row.measure)].id == "net_benefit";
    const std::vector<double> values = wanted ? column(asked, row) : std::vector<double>();
    for (std::size_t r = 0; r < values.size(); ++r) {
      sum[r] += values[r];
    }
  }
  return sum;
}

void check_equal(const std::vector<double>& a, const std::vector<double>& b, double tolerance) {
  REQUIRE(a.size() == b.size());
  for (std::size_t r = 0; r < a.size(); ++r) {
    CHECK_THAT(a[r], WithinAbs(b[r], tolerance));
  }
}

} // namespace

TEST_CASE("The closed form's Shapley values are the published ones (T38)") {
  std::vector<double> worths;
  for (std::size_t active = 0; active < 16; ++active) {
    worths.push_back(leaking::value_when(active));
  }
  const std::vector<double> game = output::loss_game(worths);
  const std::array<double, 4> shapley = {9.362582, 13.827888, 5.192134, 20.259036};
  const std::array<double, 4> first = {13.106940, 17.981073, 6.469038, 25.171609};
  const std::array<double, 4> last = {6.000000, 10.068493, 4.069401, 15.760274};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK_THAT(output::shapley_values(game)[i], WithinAbs(shapley[i], 5.1e-7));
    CHECK_THAT(output::first_in(game)[i], WithinAbs(first[i], 1.1e-6));
    CHECK_THAT(output::last_out(game)[i], WithinAbs(last[i], 1.1e-6));
  }
}

TEST_CASE("Simulated leakage lies where the closed form is (T38)") {
  const auto asked = asked::ask(leaking_with("{ leakage: { starts: false } }", 20, 1500));
  CHECK(asked->result.warnings.size() <= 1); // too few replications
  std::vector<double> worths;
  for (std::size_t active = 0; active < 16; ++active) {
    worths.push_back(leaking::value_when(active));
  }
  const std::vector<double> exact = output::shapley_values(output::loss_game(worths));
  const auto near = [&](const output::Finding& row, double value) {
    const double half = (row.upper - row.lower) / 2; // 2.09 standard errors
    CHECK(half > 0);
    CHECK(half < 2);
    CHECK_THAT(row.estimate, WithinAbs(value, 2.15 * half)); // 4.5 standard errors
  };
  near(number(*asked, "potential", ""), leaking::value_when(0));
  near(number(*asked, "realised", ""), leaking::value_when(15));
  near(number(*asked, "gap", ""), leaking::value_when(0) - leaking::value_when(15));
  for (std::size_t i = 0; i < 4; ++i) {
    near(number(*asked, "shapley", causes[i]), exact[i]);
  }
  near(number(*asked, "interaction", causes[1] + " and " + causes[3]), -4.848688);
  // seen to fail: the value when one cause leaks is not the potential
  const output::Finding& potential = number(*asked, "potential", "");
  CHECK(std::abs(potential.estimate - leaking::value_when(4)) >
        2.15 * (potential.upper - potential.lower) / 2);
}

TEST_CASE("Shares add up to the gap, in every replication and every way they are cut") {
  const auto asked = asked::ask(leaking_with("{ leakage: { replications: 6 } }", 6));
  const std::vector<double> gap = column(*asked, number(*asked, "gap", ""));
  check_equal(summed(*asked, "shapley", ""), gap, 1e-12);
  check_equal(summed(*asked, "starts", ""), gap, 1e-12);
  for (const std::string& cause : causes) {
    const std::vector<double> share = column(*asked, number(*asked, "shapley", cause));
    check_equal(summed(*asked, "shows", cause), share, 1e-12);
    check_equal(summed(*asked, "shows", cause, 1), share, 1e-12); // there is one persona
  }
  // lacking tracking acts at two steps: what is booked, and what tracking costs
  CHECK(number(*asked, "starts", causes[3] + " / realize").estimate > 10);
  CHECK(number(*asked, "starts", causes[3] + " / onboard").estimate < 0); // it saves that cost
  // and shows where the outcome is, and where the price is paid
  CHECK(number(*asked, "shows", causes[3] + " / realize / helped").estimate > 10);
  CHECK(number(*asked, "shows", causes[3] + " / onboard / begin").estimate < 0);
}

TEST_CASE("A cause whose ideal changes nothing has a share of exactly 0, and a warning") {
  const std::string text = replaced(leaking_with("{ leakage: { starts: false } }"),
                                    "touchpoints.works.then.helped.share: 100%",
                                    "touchpoints.works.then.helped.share: 80%");
  const auto asked = asked::ask(text);
  const output::Finding& share = number(*asked, "shapley", causes[1]);
  CHECK(share.estimate == 0);
  for (const double value : column(*asked, share)) {
    CHECK(value == 0);
  }
  CHECK_THAT(asked->result.warnings.back(),
             Contains("the ideal of missed_opportunity changes nothing in baseline"));
}

TEST_CASE("Causes that do the same have the same share, bit for bit") {
  const std::string text = replaced(
      replaced(replaced(leaking_with("{ leakage: { starts: false } }"), "price: 0", "price: 4"),
               "misaligned_relationship: { touchpoints.meet.then.begin.share: 90% }",
               "misaligned_relationship: { touchpoints.begin.price: 0 }"),
      "lacking_tracking: { touchpoints.helped.booked: 100%, touchpoints.begin.price: 2 }",
      "lacking_tracking: { touchpoints.check.price: 0 }");
  const std::string twice = replaced(
      replaced(text, "then: [ { to: attempt } ]", "then: [ { to: check } ]"), "  attempt:   ",
      "  check: { step: agree, price: 4, then: [ { to: attempt } ] }\n  attempt:   ");
  const auto asked = asked::ask(twice);
  const std::vector<double> first = column(*asked, number(*asked, "shapley", causes[0]));
  CHECK(first == column(*asked, number(*asked, "shapley", causes[3])));
  CHECK(first.front() > 1);
}

TEST_CASE("Sixteen coalitions cost at most sixteen runs, the baseline shared with compare") {
  const auto asked = asked::design(leaking_with("compare, { leakage: { starts: false } }"));
  CHECK(asked->answers->n_runs(10) == 15 * 10);
  CHECK(asked->answers->design_words() ==
        "studies: leakage 16 arms; 15 different beside the 1 compared");
}

TEST_CASE("Threads change nothing of leakage") {
  const std::string text = leaking_with("leakage", 4, 200);
  CHECK(output::content_hash(asked::ask(text, true, 1)->result) ==
        output::content_hash(asked::ask(text, true, 3)->result));
}

TEST_CASE("A checkpoint keeps the books: nothing is run again, and the answer is the same") {
  const std::string text = leaking_with("leakage", 3, 100);
  const auto whole = asked::ask(text);
  ByteWriter writer;
  whole->answers->pack(writer);
  const std::vector<std::byte> bytes = writer.take();
  const auto again = asked::design(text);
  ByteReader reader(bytes);
  again->answers->unpack(reader);
  again->options.run.engine.simulate_chunk = [](const Plan&, std::uint32_t, std::size_t, RowSink*,
                                                const Interrupt&) -> Tally {
    throw std::logic_error("run again");
  };
  const auto executor = make_executor(ExecutorKind::serial, 1);
  CHECK(again->answers->run(whole->record, *executor, {}));
  again->result = result_of(again->input, again->runnable, whole->record);
  again->answers->report(again->result);
  CHECK(output::content_hash(again->result) == output::content_hash(whole->result));
}

TEST_CASE("Steps add and deduct what the ledger says") {
  const auto asked = asked::ask(leaking_with("{ leakage: { starts: false } }"));
  double net = 0;
  for (const char* step : {"explore", "offer", "onboard", "co-create", "realize"}) {
    net += number(*asked, "step_net", step).estimate;
  }
  CHECK_THAT(net, WithinAbs(number(*asked, "realised", "").estimate, 1e-9));
  CHECK(number(*asked, "step_net", "explore").estimate == -5);
  CHECK(number(*asked, "step_net", "explore").note == "deducts more than it adds");
  CHECK(number(*asked, "step_net", "realize").note.empty());
}

TEST_CASE("Designs that make no sense are refused before anything runs") {
  CHECK_THROWS_WITH(asked::design(asked::small_with("leakage")),
                    Contains("nobody says what full potential means"));
  const std::string twice = replaced(
      leaking_with("leakage"), "missed_opportunity: { touchpoints.works.then.helped.share: 100% }",
      "missed_opportunity: { touchpoints.begin.price: 1 }");
  CHECK_THROWS_WITH(asked::design(twice),
                    Contains("touchpoints.begin.price is set by the ideals of missed_opportunity "
                             "and lacking_tracking"));
  const std::string honest =
      replaced(leaking_with("leakage"), "{ touchpoints.works.then.helped.share: 100% }",
               "{ touchpoints.works.promise: honest }");
  CHECK_THROWS_WITH(asked::design(honest), Contains("nothing is promised there"));
}

TEST_CASE("The incident journey's ideals run: honest promises, nobody's patience ends") {
  std::ifstream file(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  text = replaced(text, "horizon: 12 weeks", "horizon: 6 weeks");
  text = replaced(text,
                  "replications: { at_least: 30, at_most: 400, until: { remembered_well: ±2% } }",
                  "replications: 3");
  const std::size_t studies = text.find("  studies: [");
  text.replace(studies, text.find('\n', studies) - studies,
               "  studies: [ compare, { leakage: { starts: false } } ]");
  const auto asked = asked::ask(text);
  const output::Finding* gap = asked->find("gap", "", "value", 0, 0);
  REQUIRE(gap != nullptr);
  CHECK(gap->estimate > 0);
  int honest = 0;
  for (const output::ParameterInfo& number : asked->result.parameters) {
    honest += number.source.rfind("honest:", 0) == 0 ? 1 : 0;
  }
  CHECK(honest == 8); // one for every coalition of the other three causes
  CHECK(asked->find("gap", "", "remembered_experience", 0, 0) != nullptr);
  CHECK(asked->find("gap", "", "net_value", 0, 0) != nullptr);
  CHECK(asked->find("tail_potential", "worst 5 % of journeys", "value", 0, 0) != nullptr);
}
