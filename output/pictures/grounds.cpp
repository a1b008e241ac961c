// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/grounds.hpp"

#include <numeric>
#include <set>
#include <string_view>

namespace sojourn::output {
namespace {

constexpr std::array<std::string_view, n_grounds> words = {
    "published or derived",
    "fitted to data",
    "with a source that the scenario names",
    "that the scenario calls assumptions",
    "that it writes without naming a source",
    "assumed by the models",
    "that nobody wrote, at what the language takes then"};

bool is_evidence(Ground ground) { return ground <= Ground::sourced; }

Ground ground_of(const ParameterInfo& parameter) {
  const bool own = parameter.source.starts_with("this scenario");
  const std::string& kind = parameter.provenance;
  return kind == "calibrated"                       ? Ground::fitted
         : kind == "published" || kind == "derived" ? (own ? Ground::sourced : Ground::literature)
         : kind == "assumption" && own              ? Ground::called_assumption
         : kind == "assumption"                     ? Ground::of_models
         : kind == "default"                        ? Ground::unwritten
                                                    : Ground::wordless;
}

std::string counted(std::size_t n, std::string_view noun) {
  return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s");
}

} // namespace

std::size_t Grounds::all() const {
  return std::accumulate(count.begin(), count.end(), std::size_t{0});
}

std::size_t Grounds::without_evidence() const {
  return all() - of(Ground::literature) - of(Ground::fitted) - of(Ground::sourced);
}

Grounds grounds_of(const ResultData& result) {
  Grounds grounds;
  std::set<std::string> known;
  for (const ParameterInfo& each : result.parameters) {
    if (each.provenance == "described") {
      continue;
    }
    const Ground ground = ground_of(each);
    const std::string part = each.path.substr(0, each.path.find('.'));
    ++grounds.count[static_cast<std::size_t>(ground)];
    if (is_evidence(ground)) {
      known.insert(part);
    } else if (ground == Ground::called_assumption || ground == Ground::wordless) {
      ++grounds.bare[part];
    }
  }
  for (const std::string& part : known) {
    grounds.bare.erase(part);
  }
  return grounds;
}

std::string grounds_sentence(const Grounds& grounds) {
  std::string parts;
  for (std::size_t i = 0; i < n_grounds; ++i) {
    if (grounds.count[i] > 0) {
      parts += (parts.empty() ? ": " : ", ") + std::to_string(grounds.count[i]) + " " +
               std::string(words[i]);
    }
  }
  return counted(grounds.all(), "parameter") + parts + ".";
}

std::string grounds_warning(const Grounds& grounds) {
  if (grounds.all() == 0) {
    return {};
  }
  const bool own = grounds.of(Ground::sourced) + grounds.of(Ground::fitted) > 0;
  return std::to_string(grounds.without_evidence()) + " of " + counted(grounds.all(), "parameter") +
         " rest on nothing but assumption, or on a number without a source" +
         (own ? "."
              : "; of what the scenario itself writes nothing names a source, so that what it "
                "says of this journey rests on assumptions only.");
}

} // namespace sojourn::output
