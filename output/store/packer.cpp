// SPDX-License-Identifier: Apache-2.0
#include "output/store/packer.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>
#include <stdexcept>

namespace sojourn::output {

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> result;
  for (std::string word; in >> word;) {
    result.push_back(word);
  }
  return result;
}

void Packer::counted(const char* name, const char* long_name, std::size_t n) {
  std::vector<std::int32_t> numbers(n);
  std::iota(numbers.begin(), numbers.end(), 0);
  define({name, {name}, {n}, "1", long_name, std::move(numbers), {}});
}

void Packer::derived(const char* name, const char* long_name, std::vector<std::string> texts) {
  const std::size_t n = texts.size();
  define({name, {name}, {n}, "", long_name, std::move(texts), {}});
}

void Packer::define(Dataset scale) {
  std::string name = scale.name;
  scales_.insert_or_assign(std::move(name), std::move(scale));
}

Dataset Packer::dataset(const About& about, Values values, const Meanings& meanings) const {
  Dataset dataset{about.name,      words(about.dimensions), {},      about.unit,
                  about.long_name, std::move(values),       meanings};
  for (const std::string& dimension : dataset.dimensions) {
    dataset.shape.push_back(scales_.at(dimension).shape.at(0));
  }
  return dataset;
}

void Packer::put(Dataset dataset) {
  auto& datasets = content_.groups.back().datasets;
  const std::size_t n =
      std::visit([](const auto& values) { return values.size(); }, dataset.values);
  const std::size_t expected = std::accumulate(dataset.shape.begin(), dataset.shape.end(),
                                               std::size_t{1}, std::multiplies<>());
  if (n != expected && n != 0) {
    throw std::logic_error(content_.groups.back().path + "/" + dataset.name + " has " +
                           std::to_string(n) + " values instead of " + std::to_string(expected));
  }
  if (n == 0) {
    return;
  }
  for (const std::string& dimension : dataset.dimensions) {
    const bool present = std::any_of(datasets.begin(), datasets.end(),
                                     [&](const Dataset& other) { return other.name == dimension; });
    if (!present && !dataset.is_scale()) {
      datasets.push_back(scales_.at(dimension));
    }
  }
  datasets.push_back(std::move(dataset));
}

} // namespace sojourn::output
