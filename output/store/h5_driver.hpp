// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/h5.hpp"
#include "output/store/storage.hpp"

namespace sojourn::output::h5 {

/// A file-access list that makes HDF5 keep its bytes in `storage`, in the format that readers
/// since 2008 understand. The storage must outlive the file.
Id access_through(Storage& storage);

} // namespace sojourn::output::h5
