// SPDX-License-Identifier: Apache-2.0
#include "tests/layering/checks.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "tests/layering/rules.hpp"

namespace sojourn::house {
namespace {

std::string where(const Source& source, const Include& include) {
  return source.path + ":" + std::to_string(include.line) + ": ";
}

bool is_platform(std::string_view header) {
  return std::any_of(platform_headers.begin(), platform_headers.end(),
                     [&](std::string_view prefix) { return header.starts_with(prefix); });
}

// The standard library's own headers have neither a folder nor an extension.
bool is_standard(std::string_view header) {
  return header.find_first_of("/.") == std::string_view::npos;
}

bool may_include(std::string_view layer, const std::string& other) {
  for (const LayerRule& rule : layer_rules) {
    if (rule.layer == layer) {
      return (" " + std::string(rule.may_include) + " ").find(" " + other + " ") !=
             std::string::npos;
    }
  }
  return true;
}

// The places of the library that a header belongs to; empty where the table does not know it.
std::vector<std::string_view> places_of(std::string_view header) {
  std::vector<std::string_view> places;
  for (const LibraryRule& rule : library_rules) {
    if (header.starts_with(rule.header_prefix)) {
      places.push_back(rule.place);
    }
  }
  return places;
}

std::string joined(const std::vector<std::string_view>& places) {
  std::string text;
  for (const std::string_view place : places) {
    text += (text.empty() ? "" : " or ") + std::string(place);
  }
  return text;
}

std::string library_problem(const Source& source, const Include& include) {
  if (is_standard(include.header) || is_platform(include.header)) {
    const auto& barred = headers_models_must_not;
    const bool impure = is_platform(include.header) ||
                        std::find(barred.begin(), barred.end(), include.header) != barred.end();
    const bool in_models = source.path.starts_with("models/");
    return impure && in_models ? "<" + include.header + "> has no place in models/" : "";
  }
  const auto places = places_of(include.header);
  if (places.empty()) {
    return "<" + include.header + "> is not in the table of libraries";
  }
  const std::string stem = source.path.substr(0, source.path.rfind('.'));
  if (std::find(places.begin(), places.end(), stem) != places.end()) {
    return "";
  }
  return "<" + include.header + "> may be included from " + joined(places) + " only";
}

using Graph = std::map<std::string, std::set<std::string>>;

// Depth first; a node met again on the current path closes a cycle.
bool find_cycle(const Graph& graph, const std::string& node, std::vector<std::string>& path,
                std::set<std::string>& done) {
  if (const auto seen = std::find(path.begin(), path.end(), node); seen != path.end()) {
    path.erase(path.begin(), seen);
    path.push_back(node);
    return true;
  }
  if (done.count(node) > 0) {
    return false;
  }
  path.push_back(node);
  if (const auto edges = graph.find(node); edges != graph.end()) {
    for (const std::string& next : edges->second) {
      if (find_cycle(graph, next, path, done)) {
        return true;
      }
    }
  }
  path.pop_back();
  done.insert(node);
  return false;
}

Violations cycles_in(const Graph& graph, const std::string& kind) {
  std::set<std::string> done;
  for (const auto& [node, edges] : graph) {
    std::vector<std::string> path;
    if (find_cycle(graph, node, path, done)) {
      std::string text = kind + " include each other:";
      for (const std::string& step : path) {
        text += " " + step;
      }
      return {text};
    }
  }
  return {};
}

} // namespace

Violations check_layers(const std::vector<Source>& sources) {
  Violations violations;
  for (const Source& source : sources) {
    for (const Include& include : includes_of(source)) {
      const std::string layer = layer_of(source.path);
      if (!include.quoted || !is_cpp(source.path)) {
        continue;
      }
      if (include.header.find('/') == std::string::npos || include.header.starts_with(".")) {
        violations.push_back(where(source, include) + "\"" + include.header +
                             "\" is not written from the root");
        continue;
      }
      const std::string other = include.header.substr(0, include.header.find('/'));
      const bool test_to_test = is_test(source.path) && other == "tests";
      if (!layer.empty() && !test_to_test && !may_include(layer, other)) {
        violations.push_back(where(source, include) + layer + " must not know " + include.header);
      }
    }
  }
  return violations;
}

Violations check_libraries(const std::vector<Source>& sources) {
  Violations violations;
  for (const Source& source : sources) {
    if (is_test(source.path) || !is_cpp(source.path)) {
      continue;
    }
    for (const Include& include : includes_of(source)) {
      const bool of_project = include.quoted && !layer_of(include.header).empty();
      const std::string problem = of_project ? "" : library_problem(source, include);
      if (!problem.empty()) {
        violations.push_back(where(source, include) + problem);
      }
    }
  }
  return violations;
}

Violations check_cycles(const std::vector<Source>& sources) {
  Graph files;
  Graph folders;
  for (const Source& source : sources) {
    if (is_test(source.path) || !is_cpp(source.path)) {
      continue;
    }
    for (const Include& include : includes_of(source)) {
      if (include.quoted && folder_of(include.header) != folder_of(source.path)) {
        folders[folder_of(source.path)].insert(folder_of(include.header));
      }
      if (include.quoted) {
        files[source.path].insert(include.header);
      }
    }
  }
  Violations violations = cycles_in(files, "files");
  const Violations of_folders = cycles_in(folders, "folders");
  violations.insert(violations.end(), of_folders.begin(), of_folders.end());
  return violations;
}

} // namespace sojourn::house
