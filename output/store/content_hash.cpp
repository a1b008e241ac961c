// SPDX-License-Identifier: Apache-2.0
#include "output/store/content_hash.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <type_traits>

#include "output/store/journeys.hpp"
#include "output/store/layout.hpp"
#include "output/store/packer.hpp"

namespace sojourn::output {
namespace {

static_assert(std::endian::native == std::endian::little, "the hash is over little-endian bytes");

template <class T> void add_number(Sha256& sha, T value) {
  if constexpr (std::is_floating_point_v<T>) {
    value = std::isnan(value) ? std::numeric_limits<T>::quiet_NaN() : value;
  }
  const auto bytes = std::bit_cast<std::array<std::byte, sizeof(T)>>(value);
  sha.add(bytes);
}

void add_text(Sha256& sha, const std::string& text) {
  add_number(sha, std::uint64_t{text.size()});
  sha.add(text);
}

} // namespace

std::string type_name(const Values& values) {
  static constexpr std::array<const char*, 6> names = {"float64", "float32", "int8",
                                                       "int32",   "int64",   "text"};
  static_assert(names.size() == std::variant_size_v<Values>);
  return names.at(values.index());
}

void add_values(Sha256& sha, const Values& values) {
  std::visit(
      [&](const auto& list) {
        using T = typename std::decay_t<decltype(list)>::value_type;
        for (const T& value : list) {
          if constexpr (std::is_same_v<T, std::string>) {
            add_text(sha, value);
          } else {
            add_number(sha, value);
          }
        }
      },
      values);
}

std::string manifest_line(const std::string& path, const std::string& type,
                          const std::vector<std::size_t>& shape, const Sha256& values) {
  std::string line = "dataset " + path + " " + type + " (";
  for (std::size_t i = 0; i < shape.size(); ++i) {
    line += (i > 0 ? "," : "") + std::to_string(shape[i]);
  }
  return line + ") " + values.hex() + "\n";
}

std::string manifest_of(const Content& content, const std::string& journey_lines) {
  std::string lines = "sojourn-results 1\n";
  for (const auto& [name, text] : content.attributes) {
    lines += "attribute " + name + " " + sha256_hex(text) + "\n";
  }
  for (const DataGroup& group : content.groups) {
    lines += group.path == "journeys" ? journey_lines : "";
    for (const Dataset& dataset : group.datasets) {
      if (group.path != "provenance/run") {
        Sha256 sha;
        add_values(sha, dataset.values);
        lines += manifest_line(group.path + "/" + dataset.name, type_name(dataset.values),
                               dataset.shape, sha);
      }
    }
  }
  return lines;
}

std::string content_manifest(const ResultData& data) {
  Packer packer;
  lay_out(packer, data);
  JourneyDigest digest;
  digest.add(journey_columns(data.journeys, 0, n_rows(data.journeys), data));
  return manifest_of(packer.finish(), digest.manifest());
}

std::string content_hash(const ResultData& data) { return sha256_hex(content_manifest(data)); }

} // namespace sojourn::output
