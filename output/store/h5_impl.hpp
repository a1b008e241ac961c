// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "output/store/h5.hpp"
#include "output/store/h5_file.hpp"

namespace sojourn::output::h5 {

struct File::Impl {
  Id file;
  Storage* storage = nullptr;
};

inline Id open_dataset(const Id& file, const std::string& path) {
  return Id(H5Dopen2(file.get(), path.c_str(), H5P_DEFAULT), H5Dclose, ("no " + path).c_str());
}

} // namespace sojourn::output::h5
