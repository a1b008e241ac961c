// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/answer.hpp"

#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

namespace sojourn::output {
namespace {

// Two variants on one measure; each case sets their differences.
struct Effect {
  double estimate, lower, upper, p_holm;
};

ResultData with(Effect first, Effect second, Effect between) {
  ResultData r;
  r.question = "Does telling people help more than hiring?";
  r.arms = {{"baseline", "Baseline", "", {}, 0, 0},
            {"tell", "Tell", "", {"a = 1"}, 0, 0},
            {"hire", "Hire", "", {"b = 1"}, 0, 0}};
  r.measures = {{"remembered_experience", "Remembered experience", "affect", "", 1, false, true}};
  r.n_replications = 30;
  r.estimates.push_back({0, -1, 0, 0, 0, -.1, .1, .95, 30, missing, missing, 0, ""});
  const auto add = [&](int arm, int versus, Effect e) {
    r.estimates.push_back(
        {arm, versus, 0, 0, e.estimate, e.lower, e.upper, .95, 30, e.p_holm, e.p_holm, 2, ""});
  };
  add(1, 0, first);
  add(2, 0, second);
  add(1, 2, between);
  return r;
}

std::string plain(const ResultData& r) {
  std::string text = answer(r).plain();
  for (std::size_t at = 0; (at = text.find("\u00a0", at)) != std::string::npos;) {
    text.replace(at, 2, " ");
  }
  return text;
}

constexpr Effect large = {.60, .55, .65, .001};
constexpr Effect small = {.20, .15, .25, .001};
constexpr Effect none = {.01, -.05, .07, .8};
constexpr Effect harm = {-.30, -.35, -.25, .001};
constexpr Effect maybe = {.10, .01, .19, .08};
constexpr Effect gap = {.40, .35, .45, .001};

} // namespace

TEST_CASE("the answer says yes only where the first change beats today and every other") {
  CHECK(plain(with(large, small, gap)) ==
        "Yes. “Tell” lifts the remembered experience by 0.60 points (95 % interval 0.55 to 0.65); "
        "“Hire” lifts it by 0.20 points (0.15 to 0.25).");
  CHECK(plain(with(large, none, gap)) ==
        "Yes. “Tell” lifts the remembered experience by 0.60 points (95 % interval 0.55 to 0.65); "
        "“Hire” makes no difference to it that can be told from chance (−0.05 to 0.07).");
}

TEST_CASE("the answer says no where another change does more or the first does harm") {
  CHECK(plain(with(small, large, {-.4, -.45, -.35, .001})) ==
        "No. “Hire” lifts the remembered experience by 0.60 points (95 % interval 0.55 to 0.65); "
        "“Tell” lifts it by 0.20 points (0.15 to 0.25).");
  CHECK(plain(with(harm, none, harm)) ==
        "No. “Hire” makes no difference to the remembered experience that can be told from chance "
        "(95 % interval −0.05 to 0.07); “Tell” lowers it by 0.30 points (−0.35 to −0.25).");
}

TEST_CASE("the answer is never stronger than the interval") {
  CHECK(plain(with(none, none, none)) ==
        "That is open. “Tell” makes no difference to the remembered experience that can be told "
        "from chance (95 % interval −0.05 to 0.07); “Hire” makes no difference to it that can be "
        "told from chance (−0.05 to 0.07).");
  CHECK(plain(with(maybe, none, none)) ==
        "That is open. “Tell” seems to lift the remembered experience by 0.10 points (95 % "
        "interval 0.01 to 0.19), but among 2 comparisons that may be chance; “Hire” makes no "
        "difference to it that can be told from chance (−0.05 to 0.07).");
  CHECK(plain(with(small, {.19, .14, .24, .001}, none)) ==
        "That is open. “Tell” lifts the remembered experience by 0.20 points (95 % interval 0.15 "
        "to 0.25); “Hire” lifts it by 0.19 points (0.14 to 0.24); which of the two does more "
        "cannot be told.");
}

TEST_CASE("a difference of zero in every replication is said as such, a missing one not judged") {
  ResultData r = with({0, missing, missing, 1}, large, none);
  r.estimates[1].note = "fewer than 3 in 30 replications differ";
  CHECK(plain(r).find("“Tell” makes no difference to it at all (fewer than 3 in 30 replications "
                      "differ).") != std::string::npos);
  CHECK(plain(with({missing, missing, missing, missing}, large, none))
            .find("“Tell” cannot be judged on it: there is no interval") != std::string::npos);
}

TEST_CASE("no material difference is said only where the interval shows it") {
  const auto judged = [](Effect effect, double lower, double upper) {
    ResultData r = with(effect, harm, gap);
    r.studies.push_back({"compare", "", 3, 30, "", "equivalence"});
    Finding row;
    row.quantity = "margin";
    row.arm = 1;
    row.measure = 0;
    row.estimate = .1;
    r.findings.push_back(row);
    row.quantity = "equivalence";
    row.lower = lower;
    row.upper = upper;
    row.level = .9;
    r.findings.push_back(row);
    return plain(r);
  };
  CHECK(judged(none, -.04, .06) ==
        "No. “Tell” makes no material difference to the remembered experience (90 % interval −0.04 "
        "to 0.06, within ±0.10); “Hire” lowers it by 0.30 points (−0.35 to −0.25).");
  CHECK(
      judged({.05, .03, .07, .001}, .04, .06)
          .find("No. “Tell” lifts the remembered experience by 0.05 points (95 % interval 0.03 to "
                "0.07), which is no material difference (90 % interval 0.04 to 0.06, within "
                "±0.10)") == 0);
  // the interval reaches across the margin: nothing more is said than before
  CHECK(judged(none, -.04, .11).find("that can be told from chance") != std::string::npos);
  CHECK(judged(small, .08, .24)
            .find("(95 % interval 0.15 to 0.25), which may or may not be "
                  "material (±0.10)") != std::string::npos);
  CHECK(judged(large, .56, .64).find("material") == std::string::npos);
  // 0 in every replication without equal plans has no interval: not shown
  CHECK(judged(none, missing, missing).find("no material") == std::string::npos);
}

TEST_CASE("without a question that yes or no can answer there is no first word") {
  ResultData r = with(large, small, gap);
  r.question = "What should we do?";
  CHECK(plain(r).starts_with("“Tell” lifts the remembered experience"));
}

TEST_CASE("the first word is about the change that the question names, wherever it stands") {
  ResultData r = with(small, large, {-.4, -.45, -.35, .001});
  r.question = "Would hiring help more than telling?";
  CHECK(plain(r).starts_with("Yes. “Hire” lifts"));
  r.question = "Would telling help more than hiring?";
  CHECK(plain(r).starts_with("No. “Hire” lifts"));
  r.question = "Would hiring help less than telling?"; // turned round: no word
  CHECK(plain(r).starts_with("“Hire” lifts"));
  r.question = "Would a fountain help more than a bench?"; // neither is a change
  CHECK(plain(r).starts_with("“Hire” lifts"));
  r.asks_about = "tell";
  CHECK(plain(r).starts_with("No. “Hire” lifts"));
}

TEST_CASE("a change is not refused for a measure that nobody asked about") {
  ResultData r = with(harm, none, harm);
  r.question = "Does telling help?";
  CHECK(plain(r).starts_with("No. "));
  r.measures.push_back(
      {"served", "Served", "1", "share of finished journeys that ended served", 1, true, true});
  r.estimates.push_back({1, 0, 1, 0, .1, .09, .11, .95, 30, .001, .001, 2, ""});
  CHECK(plain(r).starts_with("“Hire” makes no difference"));
  r.asks_measure = "remembered_experience";
  CHECK(plain(r).starts_with("No. "));
  r.asks_measure = "served";
  CHECK(plain(r).find("Yes. “Tell” lifts the share of finished journeys that ended served by "
                      "10.0 pp") == 0);
}

TEST_CASE("the answer is about the persona that was asked about") {
  ResultData r = with(large, small, gap);
  r.personas = {{"ann", "Ann, nurse", "", .5}, {"bob", "Bob", "", .5}};
  r.asks_persona = "ann";
  r.estimates.push_back({1, 0, 0, 1, .2, .1, .3, .95, 30, .001, .001, 2, ""});
  r.estimates.push_back({2, 0, 0, 1, .5, .4, .6, .95, 30, .001, .001, 2, ""});
  r.estimates.push_back({1, 2, 0, 1, -.3, -.4, -.2, .95, 30, .001, .001, 2, ""});
  CHECK(plain(r) ==
        "No. For Ann, “Hire” lifts the remembered experience by 0.50 points (95 % interval 0.40 to "
        "0.60); “Tell” lifts it by 0.20 points (0.10 to 0.30).");
}

TEST_CASE("moments are named where the question asks for them and their study ran") {
  ResultData r = with(large, small, gap);
  r.question = "Which two moments cause it?";
  for (const auto& [id, name] : {std::pair{"bill", "First bill"}, {"box", "Box"}}) {
    r.touchpoints.emplace_back().id = id;
    r.touchpoints.back().name = name;
  }
  const auto add = [&](const char* touchpoint, double estimate, double half) {
    Finding row;
    row.quantity = "attributable";
    row.subject = touchpoint;
    row.measure = 0;
    row.estimate = estimate;
    row.lower = estimate - half;
    row.upper = estimate + half;
    r.findings.push_back(row);
  };
  add("box", -.15, .01);
  add("bill", -.95, .05);
  add("told", -.30, .40); // may be chance
  add("film", +.40, .01); // does good
  CHECK(plain(r).starts_with(
      "Of what is felt at touchpoints, “First bill” lowers the remembered experience most, by 0.95 "
      "(−1.00 to −0.90); then “Box” (0.15, −0.16 to −0.14). “Tell” lifts"));
  r.question = "Does telling people help more than hiring?";
  CHECK(plain(r).starts_with("Yes. "));
}

TEST_CASE("arms are compared pair by pair even where no estimate says so") {
  ResultData r = with(large, small, gap);
  r.estimates.pop_back(); // the direct comparison
  r.n_replications = 4;
  r.values.assign(3 * 3 * 4, 0.0);
  r.personas.resize(2);
  for (std::size_t k = 0; k < 4; ++k) {
    const double luck = k % 2 == 0 ? 5 : -5; // shared by all arms
    r.values[12 + k] = .6 + luck + (k < 2 ? .01 : 0.0);
    r.values[24 + k] = .2 + luck;
  }
  CHECK(compare_arms(r, 1, 2, 0) == Verdict::better);
  CHECK(compare_arms(r, 2, 1, 0) == Verdict::worse);
  r.values.clear();
  CHECK(compare_arms(r, 1, 2, 0) == Verdict::unknown);
}

TEST_CASE("an arm made of other arms is no single change") {
  ResultData r = with(large, small, gap);
  r.arms.push_back({"both", "Both", "", {"a = 1", "b = 1"}, 0, 0});
  CHECK(single_changes(r) == std::vector<int>{1, 2});
}

TEST_CASE("agreements are kept, missed or too close to their target") {
  const AgreementInfo agreement{"kept", "SLA", "", .8};
  const auto level = [](double lower, double upper) {
    return Estimate{0,       -1,      0, 0, (lower + upper) / 2, lower, upper, .95, 9,
                    missing, missing, 0, ""};
  };
  const Estimate above = level(.8, .9);
  const Estimate below = level(.7, .79);
  const Estimate around = level(.7, .9);
  CHECK(verdict_of(&above, agreement) == Verdict::better);
  CHECK(verdict_of(&below, agreement) == Verdict::worse);
  CHECK(verdict_of(&around, agreement) == Verdict::unclear);
  CHECK(verdict_of(nullptr, agreement) == Verdict::unknown);
}

TEST_CASE("the answer on the sample names agreements and value") {
  ResultData r = sample::incident();
  CHECK(plain(r).find("Today both SLAs are kept, yet the XLA is missed (34 % of journeys against "
                      "75 %).") != std::string::npos);
  CHECK(plain(r).find("Most value is won back by “Status updates and one more specialist”: € 28.0 "
                      "per journey (26.7 to 29.3).") != std::string::npos);
  r.agreements[0].target = 0.99;
  CHECK(plain(r).find("Today 1 of 2 SLAs is missed (Restored in time: 94 % of journeys against "
                      "99 %) and the XLA is missed") != std::string::npos);
  r.agreements[0].target = 0.938;
  r.agreements[1].target = 0.871;
  r.agreements.pop_back();
  CHECK(plain(r).find("Today both SLAs are too close to the target to tell (Restored in time: "
                      "94 % of journeys against 94 %).") != std::string::npos);
}

TEST_CASE("where costs are known the answer says what they leave") {
  ResultData r = sample::incident();
  const int net = static_cast<int>(r.measures.size());
  r.measures.push_back({"net_value", "Net value", "EUR", "", 1, false, false});
  const auto says = [&](double lower, double upper, const char* words) {
    r.estimates.push_back(
        {3, 0, net, 0, (lower + upper) / 2, lower, upper, .95, 30, .001, .001, 3, ""});
    const bool found = plain(r).find(words) != std::string::npos;
    r.estimates.pop_back();
    return found;
  };
  CHECK(says(12, 14, "(26.7 to 29.3), of which costs leave € 13.0 (12.0 to 14.0)."));
  CHECK(says(-1, 2, ", of which costs leave nothing that can be told from chance (−1.0 to 2.0)."));
  CHECK(says(-5, -3, ", but it costs € 4.0 more than that (3.0 to 5.0)."));
}

TEST_CASE("one design alone is described, not compared") {
  ResultData r = with(large, small, gap);
  r.arms.resize(1);
  CHECK(plain(r) == "Remembered experience is 0.00 (−0.10 to 0.10).");
}

TEST_CASE("less is better where the measure says so") {
  Estimate e{1, 0, 0, 0, -3, -4, -2, .95, 30, .001, .001, 3, ""};
  CHECK(verdict_of(&e, -1) == Verdict::better);
  CHECK(verdict_of(&e, +1) == Verdict::worse);
}

} // namespace sojourn::output
