// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/schema.hpp"

#include "sim/scenario/characters.hpp"

#include <array>

namespace sojourn {
namespace {

using output::Json;

const std::string number = R"([-+]?(0|[1-9][0-9]*)?(\.[0-9]+)?([eE][-+]?[0-9]+)?)";
const std::string time = "(s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|years?|working days?)";
const std::string identifier = "[A-Za-z][A-Za-z0-9_-]{0,59}";
const std::string day = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const std::string days = day + "(-" + day + ")?";
const std::string hour = "([01][0-9]|2[0-4]):[0-5][0-9]";
const std::string week = "always|" + days + "(, ?" + days + ")* +" + hour + "-" + hour;
const std::string closed =
    "week [0-9]{1,4}( +" + days + "(, ?" + days + ")*( +" + hour + "-" + hour + ")?)?";

std::string week_pattern(Kind kind) {
  return kind == Kind::week     ? week
         : kind == Kind::closed ? closed
                                : "(week [0-9]{1,4} +)?" + day + " +" + hour;
}

// The texts of a kind; empty where YAML makes numbers of them.
std::string pattern_of(Kind kind) {
  const std::string currency = "( [A-Z]{3})?";
  switch (kind) {
  case Kind::share:
    return number + " *%";
  case Kind::every:
    return "every +" + number + " *" + time;
  case Kind::affect_rate:
  case Kind::rate:
    return number + " *per +" + time;
  case Kind::money_rate:
    return number + currency + " *per +" + time;
  case Kind::money:
    return number + " [A-Z]{3}";
  case Kind::half_width:
    return R"((±|\+/-|\+-) *)" + number + "( *%| *" + time + "| [A-Z]{3})?";
  case Kind::amount:
    return number + "( *%| *" + time + "| [A-Z]{3})?";
  case Kind::duration:
  case Kind::target_value:
    return number + " *" + time;
  case Kind::currency:
    return "[A-Z]{3}";
  case Kind::week:
  case Kind::closed:
  case Kind::moment:
    return week_pattern(kind);
  case Kind::growth:
    return number + " *% *per +" + time;
  case Kind::kept_within:
    return identifier + "_within";
  case Kind::touchpoint:
  case Kind::destination:
  case Kind::resource:
  case Kind::calendar:
  case Kind::persona:
  case Kind::channel:
  case Kind::variant:
  case Kind::measure:
  case Kind::identifier:
    return identifier;
  case Kind::path:
    return ".+";
  case Kind::group:
  case Kind::text:
  case Kind::words:
  case Kind::flag:
  case Kind::integer:
  case Kind::number:
  case Kind::affect:
  case Kind::seed:
  case Kind::version:
  case Kind::change:
  case Kind::levels:
  case Kind::band:
    break;
  }
  return {};
}

bool plain_number(Kind kind) {
  return kind == Kind::number || kind == Kind::affect || kind == Kind::integer ||
         kind == Kind::money || kind == Kind::target_value || kind == Kind::seed ||
         kind == Kind::amount;
}

Json number_schema(const FieldRow& field) {
  const bool whole = field.kind == Kind::integer || field.kind == Kind::seed;
  Json schema = {{"type", whole ? "integer" : "number"}};
  if (field.kind == Kind::seed)
    schema["minimum"] = 0;
  if (field.kind == Kind::target_value)
    return schema;
  if (field.low > -no_limit)
    schema["minimum"] = field.low;
  if (field.high < no_limit)
    schema["maximum"] = field.high;
  return schema;
}

Json one_of(Json forms) {
  return forms.size() == 1 ? forms.front() : Json{{"anyOf", std::move(forms)}};
}

Json forms_of(const FieldRow& field) {
  Json forms = Json::array();
  const std::vector<std::string> words = simulated_words(field);
  if (!words.empty())
    forms.push_back({{"enum", words}, {"description", "One of: " + join(words, ", ") + "."}});
  if (plain_number(field.kind))
    forms.push_back(number_schema(field));
  const std::string pattern = pattern_of(field.kind);
  if (!pattern.empty())
    forms.push_back({{"type", "string"}, {"pattern", "^(" + pattern + ")$"}});
  if (field.kind == Kind::version)
    forms.push_back({{"const", 1}});
  if (field.kind == Kind::flag)
    forms.push_back({{"type", "boolean"}});
  if (field.kind == Kind::text)
    forms.push_back({{"type", {"string", "number", "boolean"}}});
  return forms;
}

Json list_of(const Json& part, int length) {
  Json schema = {{"type", "array"}, {"items", part}, {"minItems", length > 0 ? length : 1}};
  if (length > 0)
    schema["maxItems"] = length;
  return schema;
}

Json group_of(const std::vector<std::pair<std::string, Json>>& parts, std::size_t required) {
  Json schema = {{"type", "object"}, {"additionalProperties", false}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    schema["properties"][parts[i].first] = parts[i].second;
    if (i < required)
      schema["required"].push_back(parts[i].first);
  }
  return schema;
}

} // namespace

output::Json scalar_schema(const FieldRow& field) {
  Json forms = forms_of(field);
  if (field.distributed)
    forms.push_back({{"$ref", "#/definitions/" + distribution_name(field)}});
  Json schema = forms.empty() ? Json::object() : one_of(std::move(forms));
  return schema;
}

std::string name_pattern(Kind key, const std::vector<std::string>& fixed) {
  const std::string others = fixed.empty() ? "" : "(?!(" + join(fixed, "|") + ")$)";
  return "^" + others + "(" + pattern_of(key == Kind::group ? Kind::identifier : key) + ")$";
}

std::string distribution_name(const FieldRow& field) {
  return field.kind == Kind::duration ? "distribution_of_durations" : "distribution_of_numbers";
}

output::Json distribution_schema(const FieldRow& field) {
  FieldRow part_row;
  part_row.kind = field.kind == Kind::duration ? Kind::duration : Kind::number;
  const Json part = scalar_schema(part_row);
  const Json shape = {{"type", "number"}};
  const Json median = group_of({{"median", part}, {"p90", part}}, 2);
  const Json shaped = group_of({{"shape", shape}, {"scale", part}}, 2);
  const Json beta = group_of({{"a", shape}, {"b", shape}, {"low", part}, {"high", part}}, 4);
  const Json normal = group_of({{"mean", part}, {"sd", part}, {"low", part}, {"high", part}}, 2);
  Json forms = Json::array({median});
  for (const auto& [word, inner] :
       std::vector<std::pair<std::string, Json>>{{"lognormal", median},
                                                 {"triangular", list_of(part, 3)},
                                                 {"uniform", list_of(part, 2)},
                                                 {"exponential", part},
                                                 {"normal", normal},
                                                 {"gamma", shaped},
                                                 {"weibull", shaped},
                                                 {"beta", beta},
                                                 {"empirical", list_of(part, 0)}})
    forms.push_back(group_of({{word, inner}}, 1));
  return {{"anyOf", forms}, {"description", "Different each time: a distribution."}};
}

} // namespace sojourn
