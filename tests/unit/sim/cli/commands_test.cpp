// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/layer_rows.hpp"
#include "models/mechanisms/table.hpp"
#include "output/json.hpp"
#include "sim/scenario/characters.hpp"
#include "tests/unit/sim/cli/process.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::Equals;
using output::Json;
using process::Folder;
using process::run;

namespace {

void check_width(const std::string& text) {
  for (const std::string& line : split(text, '\n')) {
    INFO(line);
    CHECK(count_characters(line) <= 80);
  }
}

} // namespace

TEST_CASE("the program says what it can do and what was meant") {
  const Folder folder;
  CHECK(run(folder, "").code == 2);
  const auto help = run(folder, "--help");
  CHECK(help.code == 0);
  CHECK_THAT(help.out, Contains("sojourn init my_journey"));
  check_width(help.out);
  const auto typo = run(folder, "chekc x.yaml");
  CHECK(typo.code == 2);
  CHECK_THAT(typo.err, Equals("sojourn: there is no command chekc\n  did you mean check?\n"));
  CHECK_THAT(run(folder, "--version").out, Contains("sojourn 0."));
}

TEST_CASE("every command leads its help with examples, within 80 columns") {
  const Folder folder;
  for (const std::string command : {"init", "check", "run", "watch", "report", "plot", "solve",
                                    "explain", "verify", "models", "schema"}) {
    const auto help = run(folder, command + " --help");
    INFO(command);
    CHECK(help.code == 0);
    CHECK(help.out.find("Examples\n  sojourn " + command) < help.out.find("Options"));
    CHECK(run(folder, "help " + command).out == help.out);
    check_width(help.out);
  }
}

TEST_CASE("models shows every mechanism and all of one, within 80 columns") {
  const Folder folder;
  const auto all = run(folder, "models");
  check_width(all.out);
  for (const MechanismRow& row : mechanism_rows) {
    CHECK_THAT(all.out, Contains("  " + std::string(row.id) + " "));
    const auto one = run(folder, "models " + std::string(row.id));
    CHECK(one.code == 0);
    check_width(one.out);
    for (const ParameterRow& parameter : parameter_rows) {
      if (parameter.mechanism == row.mechanism) {
        CHECK_THAT(one.out, Contains("  " + std::string(parameter.id) + " "));
      }
    }
  }
  for (const LayerRow& row : layer_rows) {
    CHECK_THAT(all.out, Contains("  " + std::string(row.id) + " "));
    const auto one = run(folder, "models " + std::string(row.id));
    CHECK(one.code == 0);
    check_width(one.out);
    CHECK_THAT(one.out, Contains(std::string(row.title)) && Contains("not for"));
  }
  CHECK_THAT(run(folder, "models los_aversion").err, Contains("did you mean loss_aversion?"));
}

TEST_CASE("init writes scenarios that run as they are, and replaces nothing") {
  const Folder folder;
  REQUIRE(run(folder, "init mine").code == 0);
  REQUIRE(run(folder, "init desk.yaml --from incident").code == 0);
  const auto check = run(folder, "check mine.yaml desk.yaml");
  INFO(check.err);
  CHECK(check.code == 0);
  check_width(check.out);
  check_width(run(folder, "solve desk.yaml").out);
  CHECK_THAT(check.out, Contains("mine.yaml: no problems"));
  CHECK_THAT(check.out, Contains("desk.yaml: no problems"));
  const auto again = run(folder, "init mine");
  CHECK(again.code == 73);
  CHECK_THAT(again.err, Contains("mine.yaml: it exists"));
  const auto answer = run(folder, "run mine.yaml -n 4 --quiet");
  CHECK(answer.code == 0);
  CHECK(answer.err.empty());
  CHECK(std::filesystem::exists(folder.path() / "mine.h5"));
  CHECK(std::filesystem::exists(folder.path() / "mine.html"));
}

TEST_CASE("init says what the gallery is about, and wants a name otherwise") {
  const Folder folder;
  const auto list = run(folder, "init --list");
  CHECK(list.code == 0);
  CHECK(list.err.empty());
  check_width(list.out);
  CHECK_THAT(list.out, Contains("workshop  A bicycle in for repair\n"
                                "    People say that our workshop is slow."));
  CHECK_THAT(list.out, Contains("1 kind of people, 5 touchpoints, 4 changes to try\n"));
  for (const char* name : {"first", "cloud_server", "ecampus", "electricrox", "festival_trip",
                           "incident", "insurance_claim", "onboarding", "workshop"}) {
    CHECK_THAT("\n" + list.out, Contains("\n" + std::string(name) + "  "));
  }
  const auto nameless = run(folder, "init");
  CHECK(nameless.code == 2);
  CHECK_THAT(nameless.err, Contains("init needs NAME"));
}

TEST_CASE("init leaves the schema for editors beside the scenario, once") {
  const Folder folder;
  REQUIRE(run(folder, "init mine").code == 0);
  const std::filesystem::path schema = folder.path() / "scenario.schema.json";
  std::ifstream file(schema);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  CHECK(text == run(folder, "schema").out);
  std::ofstream(schema) << "mine";
  REQUIRE(run(folder, "init other").code == 0);
  CHECK(std::filesystem::file_size(schema) == 4);
}

TEST_CASE("init offers the whole gallery, each without a problem") {
  const Folder folder;
  const std::string help = run(folder, "init --help").out;
  check_width(help);
  for (const std::string name : {"cloud_server", "ecampus", "electricrox", "festival_trip",
                                 "incident", "insurance_claim", "onboarding", "workshop"}) {
    CHECK_THAT(help, Contains("--from " + name));
    REQUIRE(run(folder, "init " + name + " --from " + name).code == 0);
    const auto check = run(folder, "check " + name + ".yaml");
    CHECK(check.code == 0);
    CHECK(check.err.empty());
    CHECK_THAT(check.out, Contains(name + ".yaml: no problems"));
  }
}

TEST_CASE("run --json is one document with every estimate") {
  const Folder folder;
  REQUIRE(run(folder, "init mine").code == 0);
  const auto done = run(folder, "run mine.yaml -n 3 --json --no-report -o out.h5");
  REQUIRE(done.code == 0);
  const Json json = Json::parse(done.out);
  CHECK(json["outputs"]["result"] == "out.h5");
  CHECK(json["outputs"]["report"].is_null());
  CHECK(json["replications"] == 3);
  CHECK(json["warnings"].size() >= 1); // below 30 replications
  bool found = false;
  for (const Json& estimate : json["estimates"]) {
    for (const char* key : {"arm", "versus", "measure", "persona", "estimate", "lower", "upper",
                            "level", "replications", "unit"}) {
      CHECK(estimate.contains(key));
    }
    found = found || (estimate["arm"] == "third_person" && estimate["versus"].is_string() &&
                      estimate["measure"] == "remembered_well");
  }
  CHECK(found);
}

TEST_CASE("report and plot draw again from the result alone") {
  const Folder folder;
  REQUIRE(run(folder, "init mine").code == 0);
  REQUIRE(run(folder, "run mine.yaml -n 3 -q").code == 0);
  const std::string report = process::text_of(folder.path() / "mine.html");
  std::filesystem::remove(folder.path() / "mine.yaml");
  REQUIRE(run(folder, "report mine.h5").code == 0);
  CHECK(process::text_of(folder.path() / "mine.html") == report);
  const auto names = run(folder, "plot mine.h5");
  CHECK_THAT(names.out, Contains("differences\n"));
  REQUIRE(run(folder, "plot mine.h5 --figure differences -o d.svg").code == 0);
  CHECK_THAT(process::text_of(folder.path() / "d.svg"), Contains("<svg"));
  CHECK(run(folder, "plot mine.h5 --figure differences").out ==
        process::text_of(folder.path() / "d.svg"));
  const auto wrong = run(folder, "plot mine.h5 --figure diferences -o e.svg");
  CHECK(wrong.code == 2);
}

TEST_CASE("plot writes PNG and PDF by the ending of the name, the same without any font there") {
  const Folder folder;
  REQUIRE(run(folder, "init mine").code == 0);
  REQUIRE(run(folder, "run mine.yaml -n 3 -q --no-report").code == 0);
  const std::string figure = "plot mine.h5 --figure differences ";
  REQUIRE(run(folder, figure + "-o d.png").code == 0);
  REQUIRE(run(folder, figure + "-o D.PDF").code == 0);
  const std::string png = process::text_of(folder.path() / "d.png");
  const std::string pdf = process::text_of(folder.path() / "D.PDF");
  CHECK_THAT(png, Catch::Matchers::StartsWith("\x89PNG\r\n"));
  CHECK_THAT(pdf, Catch::Matchers::StartsWith("%PDF-"));
  std::ofstream(folder.path() / "fonts.conf") << "<?xml version='1.0'?><fontconfig></fontconfig>";
  const std::string no_fonts = "FONTCONFIG_FILE=$PWD/fonts.conf; export FONTCONFIG_FILE;";
  REQUIRE(run(folder, figure + "-o e.png", no_fonts).code == 0);
  REQUIRE(run(folder, figure + "-o e.pdf", no_fonts).code == 0);
  CHECK((process::text_of(folder.path() / "e.png") == png));
  CHECK((process::text_of(folder.path() / "e.pdf") == pdf));
  REQUIRE(run(folder, figure + "-o small.png --scale 0.5").code == 0);
  CHECK(process::text_of(folder.path() / "small.png").size() < png.size());
}

TEST_CASE("plot refuses what it cannot write, and leaves what was there") {
  const Folder folder;
  REQUIRE(run(folder, "init mine").code == 0);
  REQUIRE(run(folder, "run mine.yaml -n 3 -q --no-report").code == 0);
  const std::string figure = "plot mine.h5 --figure tiles ";
  const auto ending = run(folder, figure + "-o e.gif");
  CHECK(ending.code == 2);
  CHECK_THAT(ending.err,
             Equals("sojourn: plot writes SVG, PNG and PDF; e.gif ends in none of .svg, "
                    ".png, .pdf\n"));
  const auto scaled = run(folder, figure + "-o e.pdf --scale 3");
  CHECK(scaled.code == 2);
  CHECK_THAT(scaled.err,
             Equals("sojourn: --scale is for PNG\n  SVG and PDF are sharp at any size\n"));
  for (const std::string scale : {"0", "11", "-1", "nan", "2x"}) {
    INFO(scale);
    const auto wrong = run(folder, figure + "-o e.png --scale " + scale);
    CHECK(wrong.code == 2);
    CHECK_THAT(wrong.err,
               Equals("sojourn: --scale " + scale + " is not a number from 0.1 to 10\n"));
  }
  std::ofstream(folder.path() / "mine.png") << "a photo";
  CHECK(run(folder, figure + "-o mine.png").code == 73);
  CHECK(process::text_of(folder.path() / "mine.png") == "a photo");
  const auto nowhere = run(folder, figure + "-o nowhere/a.pdf");
  CHECK(nowhere.code == 73);
  CHECK_THAT(nowhere.err, Contains("nowhere/a.pdf"));
  CHECK(run(folder, figure + "-o mine.png --force").code == 0);
  CHECK_THAT(process::text_of(folder.path() / "mine.png"),
             Catch::Matchers::StartsWith("\x89PNG\r\n"));
}

TEST_CASE("solve gives tables, and the same as one document") {
  const Folder folder;
  REQUIRE(run(folder, "init mine").code == 0);
  CHECK_THAT(run(folder, "solve mine.yaml").out, Contains("people wait for a limited resource"));
  const Json json = Json::parse(run(folder, "solve mine.yaml --json").out);
  CHECK(json["touchpoints"][0]["id"] == "arrive");
  CHECK(json["touchpoints"][0]["expected_visits"] == 1.0);
  CHECK(json["exits"][0]["share"] == 1.0);
  CHECK(json["time"]["unit"] == "min");
  CHECK(json["exact"] == false);
}

TEST_CASE("check --json lists problems with their places") {
  const Folder folder;
  std::ofstream(folder.path() / "bad.yaml") << "sojourn: 1\ntitel: x\n";
  const auto checked = run(folder, "check bad.yaml missing.yaml --json");
  CHECK(checked.code == 65);
  const Json json = Json::parse(checked.out);
  REQUIRE(json["problems"].size() >= 2);
  bool found = false;
  for (const Json& problem : json["problems"]) {
    for (const char* key : {"file", "line", "column", "severity", "message", "hint"}) {
      CHECK(problem.contains(key));
    }
    found = found || (problem["line"] == 2 && problem["column"] == 1 &&
                      problem["severity"] == "error" && problem["file"] == "bad.yaml");
  }
  CHECK(found);
}

TEST_CASE("explain tells one person's journey") {
  const Folder folder;
  REQUIRE(run(folder, "init mine").code == 0);
  const auto told = run(folder, "explain mine.yaml --agent 400");
  INFO(told.err);
  CHECK(told.code == 0);
  CHECK_THAT(told.out, Contains("remembered"));
  CHECK_THAT(told.out, Contains("The journey"));
  check_width(told.out);
  CHECK(run(folder, "explain mine.yaml --agent 400").out == told.out);
  CHECK(run(folder, "explain mine.yaml").code == 2);
}
