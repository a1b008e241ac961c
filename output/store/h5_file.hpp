// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "output/store/content.hpp"
#include "output/store/storage.hpp"

namespace sojourn::output::h5 {

/// One HDF5 file in a Storage, behind 512 bytes that belong to us. Paths are written from the root
/// without a leading slash. Every failure throws StoreError.
///
/// Written so that h5py, xarray with both engines, R and ncdump read it: plain numbers and
/// variable-length UTF-8 texts, dimension scales in each group, creation order kept, no times.
class File {
public:
  static constexpr std::size_t user_block = 512;
  /// Rows of a growing column that lie together, compressed: 128 KiB of doubles.
  static constexpr std::size_t chunk_rows = 16384;

  static File create(Storage& storage);
  static File open(Storage& storage);
  File(File&&) noexcept;
  ~File();
  /// Writers close by name, so that a failure is heard.
  void close();

  void set_attribute(const std::string& name, const std::string& text);
  void add_group(const std::string& path, const std::string& title);
  /// Its scales must already be in the group.
  void add(const std::string& group, const Dataset& dataset);
  /// An empty column of the element type that `kind` holds; it grows by append().
  void add_column(const std::string& path, const Values& kind);
  /// The file's bytes depend on the cuts between calls: append whole chunks.
  void append(const std::string& path, const Values& rows);
  /// Gives a grown column its unit, name, meanings and dimension (values and shape are ignored).
  void describe(const std::string& group, const Dataset& dataset);

  [[nodiscard]] std::string attribute(const std::string& name) const;
  [[nodiscard]] bool has(const std::string& path) const;
  [[nodiscard]] bool has_attribute(const std::string& name) const;
  [[nodiscard]] std::vector<std::size_t> shape(const std::string& path) const;
  /// Reads everything into the alternative that `values` holds; another type in the file throws.
  void read(const std::string& path, Values& values) const;
  /// Reads n rows of a column from row `begin` on.
  void read_rows(const std::string& path, std::size_t begin, std::size_t n, Values& values) const;

private:
  struct Impl;
  explicit File(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

} // namespace sojourn::output::h5
