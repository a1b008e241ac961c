// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/schema.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/load.hpp"

namespace sojourn {
namespace {

using output::Json;

Json schema_of(const FieldNode& node);

bool required(const FieldNode& node) {
  return (node.group != nullptr && node.group->required) ||
         (node.value != nullptr && node.value->required);
}

// What a study tries at a path: its values are typed by `check`, against the path.
Json tried_schema(Kind kind) {
  const Json number = {{"type", {"number", "string"}}};
  Json list = {{"type", "array"}, {"minItems", 1}};
  if (kind == Kind::band)
    list = {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}, {"items", number}};
  const Json times = {{"type", "object"},
                      {"properties", {{"times", list}}},
                      {"required", {"times"}},
                      {"additionalProperties", false}};
  if (kind == Kind::band)
    return {{"anyOf", {list, times}}, {"description", "[low, high] or {times}"}};
  const Json steps = {{"type", "integer"}, {"minimum", 2}, {"maximum", 1000}};
  const Json from = {{"type", "object"},
                     {"properties", {{"from", number}, {"to", number}, {"steps", steps}}},
                     {"required", {"from", "to"}},
                     {"additionalProperties", false}};
  return {{"anyOf", {list, times, from}}, {"description", "values, {times} or {from, to, steps}"}};
}

Json group_schema(const FieldNode& node) {
  Json schema = {{"type", "object"}};
  for (const auto& [word, under] : node.fixed) {
    schema["properties"][word] = schema_of(*under);
    if (required(*under))
      schema["required"].push_back(word);
  }
  const bool changes = node.any != nullptr && node.any->row()->kind == Kind::change;
  if (changes)
    return {{"$ref", "#/definitions/changes"}};
  if (node.any != nullptr && node.any->row()->key == Kind::path)
    schema["patternProperties"]["^(choice_sensitivity|.+\\..+)$"] =
        tried_schema(node.any->row()->kind);
  else if (node.any != nullptr)
    schema["patternProperties"][name_pattern(node.any->row()->key, node.words())] =
        schema_of(*node.any);
  schema["additionalProperties"] = false;
  return schema;
}

Json schema_of(const FieldNode& node) {
  Json forms = Json::array();
  const bool none = node.value != nullptr && node.value->kind == Kind::words &&
                    simulated_words(*node.value).empty();
  if (node.value != nullptr && !none)
    forms.push_back(scalar_schema(*node.value));
  if (node.group != nullptr && (node.element == nullptr || !node.fixed.empty()))
    forms.push_back(group_schema(node));
  if (node.element != nullptr)
    forms.push_back({{"type", "array"}, {"items", schema_of(*node.element)}});
  Json schema = forms.size() == 1 ? forms.front() : Json{{"anyOf", forms}};
  if (node.group != nullptr && !node.group->help.empty() && !schema.contains("$ref"))
    schema["description"] = node.group->help;
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
  const bool list_of_scalars =
      field.path.size() > 2 && field.path.substr(field.path.size() - 2) == "[]";
  return field.kind != Kind::group && !list_of_scalars && chapter != "variants" &&
         chapter != "experiment" && chapter != "sojourn" && field.path.rfind("value.ideal", 0) != 0;
}

Json operations() {
  const auto only = [](const char* word, Json value) {
    return Json{{"type", "object"},
                {"properties", {{word, std::move(value)}}},
                {"required", {word}},
                {"additionalProperties", false}};
  };
  return Json{{"anyOf",
               {only("times", {{"type", "number"}, {"minimum", 0}}),
                only("add", {{"type", {"number", "string"}}}), only("remove", {{"enum", {true}}})}},
              {"description", "times, add or remove, instead of a value"}};
}

// Values are typed by their path. A path of groups and lists is left open: `check` types it.
Json changes_schema() {
  Json schema = {{"type", "object"}, {"description", "path: value, {times}, {add} or {remove}"}};
  const Json words = {{"enum", {"honest", "standard", "unlimited", "none", "endless"}}};
  const Json parts = {{"type", {"object", "array"}}};
  for (const FieldRow& field : field_table())
    if (can_be_changed(field))
      schema["patternProperties"][path_pattern(field.path)] = {
          {"anyOf", {scalar_schema(field), parts, {{"$ref", "#/definitions/operation"}}, words}}};
  return schema;
}

} // namespace

std::string json_schema() {
  FieldRow durations, numbers;
  durations.kind = Kind::duration;
  numbers.kind = Kind::number;
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"$id", "scenario.schema.json"},
                 {"title", "Sojourn scenario, version 1"}};
  schema.update(schema_of(field_tree()));
  schema["definitions"] = {{distribution_name(durations), distribution_schema(durations)},
                           {distribution_name(numbers), distribution_schema(numbers)},
                           {"operation", operations()},
                           {"changes", changes_schema()}};
  return output::json_text(schema, 2) + "\n";
}

} // namespace sojourn
