// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "output/store/h5.hpp"

// How the element types of Values look in memory and in the file.
namespace sojourn::output::h5 {

inline Id text_type() {
  Id type(H5Tcopy(H5T_C_S1), H5Tclose, "cannot make the text type");
  check(H5Tset_size(type.get(), H5T_VARIABLE), "cannot make texts of any length");
  check(H5Tset_cset(type.get(), H5T_CSET_UTF8), "cannot make texts UTF-8");
  return type;
}

inline Id copy_of(hid_t type) { return Id(H5Tcopy(type), H5Tclose, "cannot copy a type"); }

/// The type on disk: little endian whatever the machine.
template <class T> Id file_type();
template <> inline Id file_type<double>() { return copy_of(H5T_IEEE_F64LE); }
template <> inline Id file_type<float>() { return copy_of(H5T_IEEE_F32LE); }
template <> inline Id file_type<std::int8_t>() { return copy_of(H5T_STD_I8LE); }
template <> inline Id file_type<std::int32_t>() { return copy_of(H5T_STD_I32LE); }
template <> inline Id file_type<std::int64_t>() { return copy_of(H5T_STD_I64LE); }
template <> inline Id file_type<std::string>() { return text_type(); }

template <class T> Id memory_type();
template <> inline Id memory_type<double>() { return copy_of(H5T_NATIVE_DOUBLE); }
template <> inline Id memory_type<float>() { return copy_of(H5T_NATIVE_FLOAT); }
template <> inline Id memory_type<std::int8_t>() { return copy_of(H5T_NATIVE_INT8); }
template <> inline Id memory_type<std::int32_t>() { return copy_of(H5T_NATIVE_INT32); }
template <> inline Id memory_type<std::int64_t>() { return copy_of(H5T_NATIVE_INT64); }
template <> inline Id memory_type<std::string>() { return text_type(); }

// How values are moved. HDF5 clears its buffer for converting types at every call, and its usual
// size, 1 MiB, made a small result cost five times as much.
inline Id transfer_list() {
  constexpr std::size_t buffer_size = 16384;
  Id list(H5Pcreate(H5P_DATASET_XFER), H5Pclose, "cannot make a transfer list");
  check(H5Pset_buffer(list.get(), buffer_size, nullptr, nullptr), "cannot set the buffer");
  return list;
}

} // namespace sojourn::output::h5
