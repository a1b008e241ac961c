// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/ratings.hpp"
#include "models/mechanisms/renewal.hpp"
#include "models/mechanisms/word_of_mouth.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/field_rows.hpp"
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/social_spec.hpp"

// Relationship, culture, roles and word of mouth.
namespace sojourn {
namespace {

using Rows = std::vector<FieldRow>;

template <class Names> std::string alternatives(const Names& names) {
  return join(std::vector<std::string>(names.begin(), names.end()), "|");
}

std::string sentence(std::string_view symbol, std::string_view unit, std::string_view about) {
  std::string help(symbol);
  help += symbol.empty() ? "" : ", ";
  if (unit != "1") {
    help += unit;
    help += ": ";
  }
  help += about;
  return help + ".";
}

void add_relationship(Rows& rows, const std::string& path) {
  const std::string types = alternatives(relationship_names);
  rows.push_back({.path = path,
                  .kind = Kind::words,
                  .words = types,
                  .help = "What kind of relationship provider and consumer have."});
  rows.push_back({.path = path, .help = "The kind of relationship, with numbers of its own."});
  rows.push_back({.path = path + ".type",
                  .kind = Kind::words,
                  .words = types,
                  .help = "What the numbers are where they are unsaid."});
  for (const RelationshipRow& row : relationship_rows)
    rows.push_back({.path = path + "." + std::string(row.id),
                    .kind = row.share ? Kind::share : Kind::number,
                    .low = row.low,
                    .high = row.high,
                    .help = sentence(row.symbol, row.unit, row.about),
                    .unsaid = "as its type says"});
  rows.push_back({.path = path + ".cost",
                  .kind = Kind::money_rate,
                  .low = 0,
                  .high = most_money,
                  .fallback = "0 per week",
                  .help = "Of keeping it, whether somebody comes or not."});
}

void add_culture_effects(Rows& rows) {
  rows.push_back({.path = "culture", .help = "What culture does to numbers; unsaid, nothing."});
  std::vector<std::string> examples;
  examples.reserve(culture_examples.size());
  for (const CultureExample& example : culture_examples)
    examples.emplace_back(example.id);
  rows.push_back({.path = "culture.example",
                  .kind = Kind::words,
                  .words = join(examples, "|"),
                  .help = "Effects with a sign that was published and a size that is ours."});
  rows.push_back({.path = "culture.spread",
                  .kind = Kind::number,
                  .low = 0,
                  .high = 2,
                  .fallback = number_text(culture_spread),
                  .help = "Of people around their group, on each scale, standard deviation."});
  rows.push_back({.path = "culture.effects", .help = "Gamma: number times exp(Gamma c)."});
  for (const CultureTargetRow& target : culture_targets) {
    const std::string path = "culture.effects." + std::string(target.id);
    rows.push_back({.path = path, .help = "On " + std::string(target.about) + "."});
    for (const CultureScaleRow& scale : culture_scales)
      rows.push_back({.path = path + "." + std::string(scale.id),
                      .kind = Kind::number,
                      .low = -3,
                      .high = 3,
                      .help = "Gamma of " + std::string(scale.from) + " (-1) to " +
                              std::string(scale.to) + " (+1)."});
  }
}

void add_culture(Rows& rows, const std::string& persona) {
  rows.push_back({.path = persona + ".culture", .help = "Their place on Meyer's eight scales."});
  for (const CultureScaleRow& scale : culture_scales)
    rows.push_back({.path = persona + ".culture." + std::string(scale.id),
                    .kind = Kind::number,
                    .low = -1,
                    .high = 1,
                    .help = "-1 " + std::string(scale.from) + ", +1 " + std::string(scale.to) + ".",
                    .unsaid = "0"});
}

void add_stakeholders(Rows& rows) {
  rows.push_back({.path = "stakeholders", .help = "Whose voice counts how much in the renewal."});
  rows.push_back({.path = "stakeholders.*", .help = "One of the personas.", .key = Kind::persona});
  for (const char* word : {"influence", "interest"})
    rows.push_back({.path = std::string("stakeholders.*.") + word,
                    .kind = Kind::number,
                    .low = 0,
                    .high = 1,
                    .fallback = "1",
                    .help = "0 to 1; their weight is influence times interest."});
}

void add_renewal(Rows& rows) {
  rows.push_back({.path = "renewal", .help = "Whether customer and sponsor go on after the run."});
  for (const RenewalRow& row : renewal_rows)
    rows.push_back({.path = "renewal." + std::string(row.id),
                    .kind = Kind::number,
                    .low = row.low,
                    .high = row.high,
                    .fallback = number_text(row.default_value),
                    .help = sentence(row.symbol, row.unit, row.about)});
}

bool is_talk_rate(const WordOfMouthRow& row) { return row.unit.starts_with("per week"); }

FieldRow word_row(const WordOfMouthRow& row) {
  const bool share = row.id == "comes";
  FieldRow field;
  field.path = "word_of_mouth." + std::string(row.id);
  field.kind = is_talk_rate(row) ? Kind::rate : share ? Kind::share : Kind::number;
  field.low = row.low;
  field.high = row.high;
  field.fallback = share               ? number_text(100 * row.default_value) + "%"
                   : is_talk_rate(row) ? number_text(row.default_value) + " per week"
                                       : number_text(row.default_value);
  field.help = sentence(row.symbol, row.unit, row.source);
  return field;
}

void add_word_of_mouth(Rows& rows) {
  rows.push_back({.path = "word_of_mouth", .help = "What people tell others afterwards."});
  for (const WordOfMouthRow& row : word_of_mouth_rows)
    rows.push_back(word_row(row));
  rows.push_back({.path = "word_of_mouth.lasts",
                  .kind = Kind::duration,
                  .low = 0,
                  .high = minutes_of_ten_years,
                  .fallback = "4 weeks",
                  .help = "How long somebody goes on telling."});
  rows.push_back({.path = "word_of_mouth.population",
                  .kind = Kind::integer,
                  .low = 1,
                  .high = 1e9,
                  .help = "Who could ever come, each once; unsaid, there is no end of them."});
}

void add_network(Rows& rows) {
  const std::string network = "word_of_mouth.network";
  rows.push_back({.path = network, .help = "Who talks to whom; unsaid, anybody to anybody."});
  rows.push_back({.path = network + ".contacts",
                  .kind = Kind::integer,
                  .low = 1,
                  .high = 10'000,
                  .help = "Acquaintances of each; who has heard it from them is told in vain. "
                          "Unsaid, there is no end of them."});
  rows.push_back({.path = network + ".groups", .help = "Whom each persona tells."});
  rows.push_back({.path = network + ".groups.*",
                  .help = "Whom they tell, 100 % in all.",
                  .key = Kind::persona});
  rows.push_back({.path = network + ".groups.*.*",
                  .kind = Kind::share,
                  .low = 0,
                  .high = 1,
                  .words = "rest",
                  .help = "Of what they tell, so much to these.",
                  .key = Kind::persona});
  rows.push_back({.path = network + ".members", .help = "Members tell members they know."});
  rows.push_back({.path = network + ".members.near",
                  .kind = Kind::integer,
                  .low = 1,
                  .high = 1000,
                  .help = "How many members each knows: their neighbours on a ring.",
                  .required = true});
  rows.push_back({.path = network + ".members.rewired",
                  .kind = Kind::share,
                  .low = 0,
                  .high = 1,
                  .fallback = "10%",
                  .help = "Of these, so many are not neighbours but anybody."});
}

void add_ratings(Rows& rows) {
  rows.push_back({.path = "ratings", .help = "Stars that people leave, and newcomers read."});
  const auto add_share = [&rows](const char* word, const char* fallback, const char* help) {
    rows.push_back({.path = std::string("ratings.") + word,
                    .kind = Kind::share,
                    .low = 0,
                    .high = 1,
                    .fallback = fallback,
                    .help = help});
  };
  add_share("leaves", "10%", "Of those with a neutral memory, so many leave a rating.");
  add_share("read_by", "50%", "Of newcomers, so many read the mean before they come.");
  rows.push_back({.path = "ratings.last",
                  .kind = Kind::integer,
                  .low = 1,
                  .high = 100'000,
                  .help = "So many of the latest count; unsaid, all."});
  rows.push_back({.path = "ratings.comes_from",
                  .kind = Kind::number,
                  .low = 0,
                  .high = 5,
                  .help = "Who reads fewer stars stays away; unsaid, all come.",
                  .distributed = true});
  for (const RatingRow& row : rating_rows)
    rows.push_back({.path = "ratings." + std::string(row.id),
                    .kind = Kind::number,
                    .low = row.low,
                    .high = row.high,
                    .fallback = number_text(row.default_value),
                    .help = sentence(row.symbol, "1", row.about)});
}

} // namespace

void add_social_traits(std::vector<FieldRow>& rows, const std::string& persona) {
  add_relationship(rows, persona + ".relationship");
  add_culture(rows, persona);
  rows.push_back({.path = persona + ".needs_relationship",
                  .kind = Kind::words,
                  .words = alternatives(relationship_names),
                  .help = "The kind they need; with another one, less of what is offered fits."});
  const std::string roles = alternatives(role_names);
  rows.push_back({.path = persona + ".role",
                  .kind = Kind::words,
                  .fallback = "user",
                  .words = roles,
                  .help = "Uses the service, owns what it is for, or pays for it."});
  rows.push_back({.path = persona + ".role", .help = "Several roles."});
  rows.push_back(
      {.path = persona + ".role[]", .kind = Kind::words, .words = roles, .help = "One role."});
}

std::vector<FieldRow> social_rows() {
  Rows rows;
  add_relationship(rows, "relationship");
  add_culture_effects(rows);
  add_stakeholders(rows);
  add_renewal(rows);
  add_word_of_mouth(rows);
  add_network(rows);
  add_ratings(rows);
  return rows;
}

} // namespace sojourn
