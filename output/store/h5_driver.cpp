// SPDX-License-Identifier: Apache-2.0
#include "output/store/h5_driver.hpp"

#include <new>

#if H5_VERSION_GE(1, 14, 0)
#include <H5FDdevelop.h>
#endif

namespace sojourn::output::h5 {
namespace {

// What HDF5 holds of an open file; HDF5's own part stands first, as its drivers must have it.
struct OpenFile {
  H5FD_t base = {};
  Storage* storage = nullptr;
  haddr_t end_of_allocation = 0;
};

OpenFile& self(H5FD_t* file) { return *reinterpret_cast<OpenFile*>(file); }
const OpenFile& self(const H5FD_t* file) { return *reinterpret_cast<const OpenFile*>(file); }

H5FD_t* open(const char*, unsigned, hid_t access, haddr_t) {
  const auto* storage = static_cast<Storage* const*>(H5Pget_driver_info(access));
  if (storage == nullptr) {
    return nullptr;
  }
  auto* file = new (std::nothrow) OpenFile;
  if (file == nullptr) {
    return nullptr;
  }
  file->storage = *storage;
  return &file->base;
}

herr_t close(H5FD_t* file) {
  delete &self(file);
  return 0;
}

herr_t query(const H5FD_t*, unsigned long* flags) {
  *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
           H5FD_FEAT_AGGREGATE_SMALLDATA;
  return 0;
}

haddr_t get_end_of_allocation(const H5FD_t* file, H5FD_mem_t) {
  return self(file).end_of_allocation;
}

herr_t set_end_of_allocation(H5FD_t* file, H5FD_mem_t, haddr_t address) {
  self(file).end_of_allocation = address;
  return 0;
}

haddr_t end_of_file(const H5FD_t* file, H5FD_mem_t) { return self(file).storage->size(); }

herr_t read(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, size_t n, void* buffer) {
  return self(file).storage->read(address, {static_cast<std::byte*>(buffer), n}) ? 0 : -1;
}

herr_t write(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, size_t n, const void* buffer) {
  self(file).storage->write(address, {static_cast<const std::byte*>(buffer), n});
  return 0;
}

herr_t truncate(H5FD_t* file, hid_t, hbool_t) {
  OpenFile& open_file = self(file);
  if (open_file.storage->size() != open_file.end_of_allocation) {
    open_file.storage->resize(open_file.end_of_allocation);
  }
  return 0;
}

H5FD_class_t driver_class() {
  H5FD_class_t c = {};
#if H5_VERSION_GE(1, 14, 0)
  c.version = H5FD_CLASS_VERSION;
  c.value = static_cast<H5FD_class_value_t>(513); // 256 ... 511 are registered with the HDF Group
#endif
  c.name = "sojourn";
  c.maxaddr = haddr_t{1} << 62;
  c.fc_degree = H5F_CLOSE_SEMI; // closing with objects still open is an error
  c.fapl_size = sizeof(Storage*);
  c.open = open;
  c.close = close;
  c.query = query;
  c.get_eoa = get_end_of_allocation;
  c.set_eoa = set_end_of_allocation;
  c.get_eof = end_of_file;
  c.read = read;
  c.write = write;
  c.truncate = truncate;
  for (H5FD_mem_t& type : c.fl_map) {
    type = H5FD_MEM_SUPER; // one pool, as the drivers of single files have it
  }
  return c;
}

hid_t driver() {
  static const H5FD_class_t registered = driver_class();
  static const hid_t id = check(H5FDregister(&registered), "cannot register the file driver");
  return id;
}

} // namespace

Id access_through(Storage& storage) {
  check(H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr), "cannot silence HDF5");
  Id access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "cannot make a file-access list");
  Storage* const pointer = &storage;
  check(H5Pset_driver(access.get(), driver(), &pointer), "cannot set the file driver");
  check(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V18, H5F_LIBVER_V18),
        "cannot set the format's version");
  return access;
}

} // namespace sojourn::output::h5
