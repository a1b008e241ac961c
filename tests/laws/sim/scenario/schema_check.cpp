// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/schema_check.hpp"

#include "sim/scenario/yaml_events.hpp"

#include <cstdlib>
#include <map>
#include <regex>
#include <set>

namespace scenario_test {
namespace {

using sojourn::Node;
using sojourn::output::Json;

bool matches(const std::string& text, const std::string& pattern) {
  static std::map<std::string, std::regex> compiled; // the same few patterns again and again
  auto at = compiled.find(pattern);
  if (at == compiled.end())
    at = compiled.emplace(pattern, std::regex(pattern, std::regex::ECMAScript)).first;
  return std::regex_search(text, at->second);
}

bool is_type(const Json& value, const std::string& type) {
  return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
         (type == "string" && value.is_string()) || (type == "number" && value.is_number()) ||
         (type == "integer" && value.is_number_integer()) ||
         (type == "boolean" && value.is_boolean());
}

bool any_type(const Json& value, const Json& types) {
  if (types.is_string())
    return is_type(value, types.get<std::string>());
  for (const Json& type : types)
    if (is_type(value, type.get<std::string>()))
      return true;
  return false;
}

std::string judge_scalar(const Json& value, const Json& schema, const std::string& path) {
  if (schema.contains("type") && !any_type(value, schema["type"]))
    return path + ": " + value.dump() + " is no " + schema["type"].dump();
  if (schema.contains("const") && value != schema["const"])
    return path + ": " + value.dump() + " is not " + schema["const"].dump();
  if (value.is_string() && schema.contains("pattern") &&
      !matches(value.get<std::string>(), schema["pattern"].get<std::string>()))
    return path + ": " + value.dump() + " does not match " + schema["pattern"].dump();
  if (value.is_number() && schema.contains("minimum") && value < schema["minimum"])
    return path + ": " + value.dump() + " is too small";
  if (value.is_number() && schema.contains("maximum") && value > schema["maximum"])
    return path + ": " + value.dump() + " is too large";
  if (schema.contains("enum")) {
    for (const Json& each : schema["enum"])
      if (each == value)
        return {};
    return path + ": " + value.dump() + " is none of " + schema["enum"].dump();
  }
  return {};
}

std::string judge_list(const Json& value, const Json& schema, const Json& root,
                       const std::string& path) {
  if (schema.contains("minItems") && value.size() < schema["minItems"].get<std::size_t>())
    return path + ": too short";
  if (schema.contains("maxItems") && value.size() > schema["maxItems"].get<std::size_t>())
    return path + ": too long";
  if (schema.contains("items"))
    for (const Json& item : value)
      if (std::string why = judge(item, schema["items"], root, path + "[]"); !why.empty())
        return why;
  return {};
}

std::string judge_member(const std::string& key, const Json& value, const Json& schema,
                         const Json& root, const std::string& path) {
  bool known = false;
  if (schema.contains("properties") && schema["properties"].contains(key)) {
    known = true;
    if (std::string why = judge(value, schema["properties"][key], root, path); !why.empty())
      return why;
  }
  if (schema.contains("patternProperties"))
    for (const auto& [pattern, inner] : schema["patternProperties"].items())
      if (matches(key, pattern)) {
        known = true;
        if (std::string why = judge(value, inner, root, path); !why.empty())
          return why;
      }
  const bool closed =
      schema.contains("additionalProperties") && schema["additionalProperties"] == false;
  return !known && closed ? path + " is not known" : "";
}

std::string judge_group(const Json& value, const Json& schema, const Json& root,
                        const std::string& path) {
  if (schema.contains("required"))
    for (const Json& word : schema["required"])
      if (!value.contains(word.get<std::string>()))
        return path + " lacks " + word.dump();
  for (const auto& [key, item] : value.items())
    if (std::string why = judge_member(key, item, schema, root, path + "/" + key); !why.empty())
      return why;
  return {};
}

Json scalar_json(const Node& node) {
  if (node.quoted)
    return node.text;
  if (node.text == "true" || node.text == "false")
    return node.text == "true";
  if (matches(node.text, "^[-+]?[0-9]+$"))
    return std::strtoll(node.text.c_str(), nullptr, 10);
  if (matches(node.text, R"(^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$)"))
    return std::strtod(node.text.c_str(), nullptr);
  return node.text;
}

Json json_of(const Node& node) {
  if (node.is_scalar())
    return scalar_json(node);
  Json out = node.is_mapping() ? Json::object() : Json::array();
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (node.is_mapping())
      out[node.keys[i].text] = json_of(node.items[i]);
    else
      out.push_back(json_of(node.items[i]));
  return out;
}

} // namespace

bool known_words_only(const Json& schema, std::string& unknown) {
  static const std::set<std::string> words = {"$schema",
                                              "$id",
                                              "$ref",
                                              "title",
                                              "description",
                                              "default",
                                              "errorMessage", // of editors
                                              "definitions",
                                              "type",
                                              "const",
                                              "pattern",
                                              "minimum",
                                              "maximum",
                                              "enum",
                                              "items",
                                              "minItems",
                                              "maxItems",
                                              "anyOf",
                                              "required",
                                              "properties",
                                              "patternProperties",
                                              "additionalProperties"};
  if (!schema.is_object())
    return schema.is_boolean();
  for (const auto& [word, inner] : schema.items()) {
    if (words.count(word) == 0) {
      unknown = word;
      return false;
    }
    const bool named = word == "properties" || word == "patternProperties" || word == "definitions";
    if (named || word == "anyOf") {
      for (const auto& each : inner.items())
        if (!known_words_only(each.value(), unknown))
          return false;
    } else if ((word == "items" || word == "additionalProperties") &&
               !known_words_only(inner, unknown)) {
      return false;
    }
  }
  return true;
}

std::string judge(const Json& value, const Json& schema, const Json& root,
                  const std::string& path) {
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>().substr(14); // "#/definitions/"
    return judge(value, root["definitions"][name], root, path);
  }
  if (schema.contains("anyOf")) {
    std::string all;
    for (const Json& form : schema["anyOf"]) {
      const std::string why = judge(value, form, root, path);
      if (why.empty())
        return {};
      all += (all.empty() ? "" : "; or ") + why;
    }
    return all;
  }
  if (std::string why = judge_scalar(value, schema, path); !why.empty())
    return why;
  if (value.is_array())
    return judge_list(value, schema, root, path);
  return value.is_object() ? judge_group(value, schema, root, path) : std::string();
}

Json as_json(const std::string& text) {
  const sojourn::Sources sources = {{"text", text}};
  sojourn::Reporter reporter(sources);
  const auto root = sojourn::read_tree(sources, 0, reporter);
  return root ? json_of(*root) : Json();
}

} // namespace scenario_test
