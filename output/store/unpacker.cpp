// SPDX-License-Identifier: Apache-2.0
#include "output/store/unpacker.hpp"

namespace sojourn::output {

bool Unpacker::require(const std::string& name, const std::vector<std::size_t>& shape) const {
  const std::string path = group_ + "/" + name;
  if (!file_->has(path)) {
    return false;
  }
  if (file_->shape(path) != shape) {
    throw StoreError(path + " has another shape than its dimensions");
  }
  return true;
}

std::size_t Unpacker::length(const std::string& name) const {
  const std::string path = group_ + "/" + name;
  if (!file_->has(path)) {
    return 0;
  }
  const auto shape = file_->shape(path);
  if (shape.size() != 1) {
    throw StoreError(path + " is no dimension scale");
  }
  return shape[0];
}

std::vector<std::size_t> Unpacker::shape(const About& about) const {
  std::vector<std::size_t> result;
  for (const std::string& dimension : words(about.dimensions)) {
    result.push_back(lengths_.at(dimension));
  }
  return result;
}

} // namespace sojourn::output
