// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/schema.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/load.hpp"

namespace sojourn {
namespace {

using output::Json;

Json schema_of(const FieldNode& node);

Json told(Json schema, const char* description) {
  schema["description"] = description;
  return schema;
}

// What a study tries at a path: its values are typed by `check`, against the path.
Json tried_schema(Kind kind) {
  const Json number = {{"type", {"number", "string"}}};
  Json list = {{"type", "array"}, {"minItems", 1}};
  if (kind == Kind::band)
    list = {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}, {"items", number}};
  const Json times = {{"type", "object"},
                      {"properties", {{"times", told(list, "Factors of the written value.")}}},
                      {"required", {"times"}},
                      {"additionalProperties", false}};
  if (kind == Kind::band)
    return {{"anyOf", {list, times}}, {"description", "[low, high] or {times}"}};
  const Json steps = {{"type", "integer"}, {"minimum", 2}, {"maximum", 1000}};
  const Json from = {{"type", "object"},
                     {"properties",
                      {{"from", told(number, "The first value.")},
                       {"to", told(number, "The last value.")},
                       {"steps", told(steps, "How many values in all. Unsaid: 5.")}}},
                     {"required", {"from", "to"}},
                     {"additionalProperties", false}};
  return {{"anyOf", {list, times, from}}, {"description", "values, {times} or {from, to, steps}"}};
}

bool is_tried(const FieldRow& field) {
  return field.kind == Kind::levels || field.kind == Kind::band;
}

Json group_schema(const FieldNode& node) {
  Json schema = {{"type", "object"}};
  for (const auto& [word, under] : node.fixed) {
    schema["properties"][word] = schema_of(*under);
    if (is_required(*under))
      schema["required"].push_back(word);
  }
  const bool changes = node.any != nullptr && node.any->row()->kind == Kind::change;
  if (changes)
    return {{"$ref", "#/definitions/changes"}};
  if (node.any != nullptr && is_tried(*node.any->row()))
    schema["patternProperties"]["^(choice_sensitivity|.+\\..+)$"] =
        tried_schema(node.any->row()->kind);
  else if (node.any != nullptr)
    schema["patternProperties"][name_pattern(node.any->row()->key, node.words())] =
        schema_of(*node.any);
  schema["additionalProperties"] = false;
  return schema;
}

// A word of the language that is also a group, like a study without and with options, has the
// group's help where it is written alone.
Json alone(const FieldNode& node) {
  if (node.value->kind != Kind::words || node.fixed.empty())
    return scalar_schema(*node.value);
  Json forms = Json::array();
  for (const std::string& word : simulated_words(*node.value))
    if (const FieldNode* under = node.under(word); under != nullptr && under->group != nullptr)
      forms.push_back({{"enum", {word}}, {"description", under->group->help}});
    else
      return scalar_schema(*node.value);
  return {{"anyOf", forms}};
}

Json list_schema(const FieldNode& node) {
  Json list = {{"type", "array"}, {"items", schema_of(*node.element)}};
  if (is_required(node))
    list["minItems"] = 1;
  return list;
}

// yaml-language-server says this where no form fits; other readers of a schema pass it over.
Json complaining(Json schema, const std::string& words) {
  if (schema.contains("anyOf"))
    for (Json& form : schema["anyOf"])
      form = complaining(std::move(form), words);
  else if (!schema.contains("$ref"))
    schema["errorMessage"] = words;
  return schema;
}

Json schema_of(const FieldNode& node) {
  Json forms = Json::array();
  const bool none = node.value != nullptr && node.value->kind == Kind::words &&
                    simulated_words(*node.value).empty();
  if (node.value != nullptr && !none)
    forms.push_back(complaining(alone(node), forms_in_words(node)));
  if (node.group != nullptr && (node.element == nullptr || !node.fixed.empty()))
    forms.insert(group_comes_first(node) ? forms.begin() : forms.end(), group_schema(node));
  if (node.element != nullptr)
    forms.push_back(list_schema(node));
  Json schema = forms.size() == 1 ? forms.front() : Json{{"anyOf", forms}};
  if (schema.contains("$ref")) // whatever stands beside a reference is not read
    return schema;
  schema["description"] = description_of(node);
  if (node.value != nullptr)
    if (const auto holds = default_of(*node.value))
      schema["default"] = *holds;
  return schema;
}

// "touchpoints.*.then[].share" as the paths that changes may name: bracketed persona included.
std::string path_pattern(const std::string& path) {
  std::string pattern;
  for (const std::string& segment : split(path, '.')) {
    const bool list = segment.size() > 2 && segment.substr(segment.size() - 2) == "[]";
    const std::string word = list ? segment.substr(0, segment.size() - 2) : segment;
    pattern += pattern.empty() ? "" : "\\.";
    pattern += word == "*" ? "[^.]+" : word;
    pattern += list ? "\\.[^.]+" : "";
  }
  return "^" + pattern + "$";
}

bool can_be_changed(const FieldRow& field) {
  const std::string chapter = field.path.substr(0, field.path.find('.'));
  const bool part_of_list =
      field.path.size() > 2 && field.path.substr(field.path.size() - 2) == "[]";
  return !field.path.empty() && !part_of_list && chapter != "variants" && chapter != "experiment" &&
         chapter != "sojourn" && field.path.rfind("value.ideal", 0) != 0;
}

Json operations() {
  const auto only = [](const char* word, Json value) {
    return Json{{"type", "object"},
                {"properties", {{word, told(std::move(value), "What is done to the value.")}}},
                {"required", {word}},
                {"additionalProperties", false}};
  };
  return Json{
      {"anyOf",
       {only("times", {{"type", "number"}, {"minimum", 0}}),
        only("add", {{"type", {"number", "string"}}}), only("remove", {{"enum", {true}}})}}};
}

// Only what stands outside has a description: editors show the innermost that fits.
// One thing that may be changed, by its path; groups and lists are typed by `check`.
Json change_of(const FieldRow& field) {
  const Json words = {{"enum", {"honest", "standard", "unlimited", "none", "endless"}}};
  Json forms = {{{"type", {"object", "array"}}}, {{"$ref", "#/definitions/operation"}}};
  FieldNode node;
  if (field.kind == Kind::group) {
    node.group = &field;
  } else {
    node.value = &field;
    forms.insert(forms.begin(), scalar_schema(field));
    forms.push_back(told(words, "A word instead of a value."));
  }
  return {{"anyOf", forms}, {"description", description_of(node)}};
}

// A path may stand twice, as a value and as a group: the value's form allows both.
Json changes_schema() {
  Json schema = {{"type", "object"},
                 {"additionalProperties", false},
                 {"description", "path: value, {times}, {add} or {remove}"}};
  for (const FieldRow& field : field_table())
    if (can_be_changed(field) && (field.kind != Kind::group ||
                                  !schema["patternProperties"].contains(path_pattern(field.path))))
      schema["patternProperties"][path_pattern(field.path)] = change_of(field);
  return schema;
}

} // namespace

std::string json_schema() {
  FieldRow durations, numbers;
  durations.kind = Kind::duration;
  numbers.kind = Kind::number;
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"$id", "scenario.schema.json"}};
  schema.update(schema_of(field_tree()));
  schema["description"] = "A scenario of Sojourn, version 1 of the language.";
  schema["definitions"] = {{distribution_name(durations), distribution_schema(durations)},
                           {distribution_name(numbers), distribution_schema(numbers)},
                           {"operation", operations()},
                           {"changes", changes_schema()}};
  return output::json_text(schema, 2) + "\n";
}

} // namespace sojourn
