// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "output/store/storage.hpp"

// The first 512 bytes of a result are ours: readers of HDF5 skip them, and we know from them
// whether the rest is whole before libhdf5 sees a byte (it crashes or hangs on damaged files).
namespace sojourn::output {

inline constexpr int format_version = 1;

struct Seal {
  std::string sha256;       // of all bytes after the user block
  std::string content_hash; // see FORMAT.md
};

/// SHA-256 of everything after the user block. @throws StoreError where it cannot be read
std::string sha256_of_rest(Storage& storage);

/// Writes the user block over a finished file.
void write_seal(Storage& storage, const std::string& content_hash);

/// Reads the user block and compares the SHA-256 with the bytes.
/// @throws StoreError saying what is wrong: empty, foreign, newer, cut off, damaged
Seal check_seal(Storage& storage);

/// Whether the file begins as a result does; it may be damaged or newer.
bool looks_like_result(Storage& storage);

} // namespace sojourn::output
