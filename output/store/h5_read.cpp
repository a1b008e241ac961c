// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <numeric>

#include "output/store/h5_driver.hpp"
#include "output/store/h5_impl.hpp"
#include "output/store/h5_types.hpp"

namespace sojourn::output::h5 {
namespace {

Id space_in(const Id& dataset) {
  return Id(H5Dget_space(dataset.get()), H5Sclose, "cannot see a shape");
}

std::vector<hsize_t> extents_in(const Id& space) {
  const int rank = check(H5Sget_simple_extent_ndims(space.get()), "cannot see a shape");
  std::vector<hsize_t> size(static_cast<std::size_t>(rank));
  check(H5Sget_simple_extent_dims(space.get(), size.data(), nullptr), "cannot see a shape");
  return size;
}

// Texts that HDF5 allocated; it takes them back whatever happens while they are copied.
class BorrowedTexts {
public:
  BorrowedTexts(std::size_t n, const Id& type, const Id& space)
      : texts_(n, nullptr), type_(&type), space_(&space) {}
  BorrowedTexts(const BorrowedTexts&) = delete;
  BorrowedTexts& operator=(const BorrowedTexts&) = delete;
  ~BorrowedTexts() {
    H5Dvlen_reclaim(type_->get(), space_->get(), H5P_DEFAULT, static_cast<void*>(texts_.data()));
  }
  [[nodiscard]] void* buffer() { return static_cast<void*>(texts_.data()); }
  [[nodiscard]] std::vector<std::string> copies() const {
    std::vector<std::string> result;
    result.reserve(texts_.size());
    for (const char* text : texts_) {
      result.emplace_back(text == nullptr ? "" : text); // HDF5 keeps no empty text
    }
    return result;
  }

private:
  std::vector<char*> texts_;
  const Id* type_;
  const Id* space_;
};

template <class T> void require_type(const Id& stored, const std::string& path) {
  bool same = false;
  if constexpr (std::is_same_v<T, std::string>) {
    same = H5Tis_variable_str(stored.get()) > 0;
  } else {
    same = H5Tequal(stored.get(), file_type<T>().get()) > 0;
  }
  if (!same) {
    throw StoreError(path + " holds another type of values");
  }
}

// Reads what `file_space` selects; `memory_space` is as large.
template <class T>
void read_selected(const Id& dataset, const Id& memory_space, hid_t file_space, std::size_t n,
                   std::vector<T>& values) {
  const Id type = memory_type<T>();
  const Id transfer = transfer_list();
  const auto read = [&](void* data) {
    check(H5Dread(dataset.get(), type.get(), memory_space.get(), file_space, transfer.get(), data),
          "cannot read values");
  };
  if constexpr (std::is_same_v<T, std::string>) {
    BorrowedTexts texts(n, type, memory_space);
    read(texts.buffer());
    values = texts.copies();
  } else {
    values.resize(n);
    read(values.data());
  }
}

template <class T> void read_into(const Id& file, const std::string& path, std::vector<T>& values) {
  const Id dataset = open_dataset(file, path);
  const Id stored(H5Dget_type(dataset.get()), H5Tclose, "cannot see a type");
  require_type<T>(stored, path);
  const Id space = space_in(dataset);
  const auto n = check(H5Sget_simple_extent_npoints(space.get()), "cannot see a shape");
  read_selected(dataset, space, H5S_ALL, static_cast<std::size_t>(n), values);
}

// Nobody is to allocate what a file merely claims: deflate shrinks to a 1032nd at best.
void check_plausible(const std::vector<hsize_t>& size, std::size_t n_bytes,
                     const std::string& path) {
  hsize_t left = hsize_t{n_bytes} * 1032;
  for (const hsize_t extent : size) {
    left = extent == 0 ? left : left / extent;
  }
  if (left == 0) {
    throw StoreError(path + " claims more values than the file can hold");
  }
}

// Selects n rows of a column from row `begin` on.
void select_rows(const Id& space, hsize_t begin, hsize_t n) {
  check(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, &begin, nullptr, &n, nullptr),
        "cannot select rows");
}

Id row_space(hsize_t n) {
  return Id(H5Screate_simple(1, &n, nullptr), H5Sclose, "cannot make a space");
}

} // namespace

File File::open(Storage& storage) {
  const Id access = access_through(storage);
  auto impl = std::make_unique<Impl>();
  impl->storage = &storage;
  impl->file =
      Id(H5Fopen("result", H5F_ACC_RDONLY, access.get()), H5Fclose, "cannot open the file");
  return File(std::move(impl));
}

std::string File::attribute(const std::string& name) const {
  const Id object(H5Aopen(impl_->file.get(), name.c_str(), H5P_DEFAULT), H5Aclose,
                  ("no attribute " + name).c_str());
  const Id stored(H5Aget_type(object.get()), H5Tclose, "cannot see a type");
  require_type<std::string>(stored, name);
  const Id space(H5Aget_space(object.get()), H5Sclose, "cannot see a shape");
  if (check(H5Sget_simple_extent_npoints(space.get()), "cannot see a shape") != 1) {
    throw StoreError("attribute " + name + " is not one text");
  }
  const Id type = text_type();
  BorrowedTexts texts(1, type, space);
  check(H5Aread(object.get(), type.get(), texts.buffer()), "cannot read an attribute");
  return texts.copies().front();
}

bool File::has_attribute(const std::string& name) const {
  return check(H5Aexists(impl_->file.get(), name.c_str()), "cannot look for an attribute") > 0;
}

bool File::has(const std::string& path) const {
  for (std::size_t end = 0; end != std::string::npos;) { // each part, or HDF5 calls it an error
    end = path.find('/', end + 1);
    if (check(H5Lexists(impl_->file.get(), path.substr(0, end).c_str(), H5P_DEFAULT),
              "cannot look a name up") == 0) {
      return false;
    }
  }
  return true;
}

std::vector<std::size_t> File::shape(const std::string& path) const {
  const auto size = extents_in(space_in(open_dataset(impl_->file, path)));
  check_plausible(size, impl_->storage->size(), path);
  return {size.begin(), size.end()};
}

void File::read(const std::string& path, Values& values) const {
  std::visit([&](auto& out) { read_into(impl_->file, path, out); }, values);
}

void File::read_rows(const std::string& path, std::size_t begin, std::size_t n,
                     Values& values) const {
  const Id dataset = open_dataset(impl_->file, path);
  const Id stored(H5Dget_type(dataset.get()), H5Tclose, "cannot see a type");
  const Id space = space_in(dataset);
  select_rows(space, begin, n);
  std::visit(
      [&](auto& out) {
        require_type<typename std::decay_t<decltype(out)>::value_type>(stored, path);
        read_selected(dataset, row_space(n), space.get(), n, out);
      },
      values);
}

void File::append(const std::string& path, const Values& rows) {
  const Id dataset = open_dataset(impl_->file, path);
  const hsize_t n = std::visit([](const auto& values) { return values.size(); }, rows);
  const hsize_t begin = extents_in(space_in(dataset)).at(0);
  const hsize_t end = begin + n;
  check(H5Dset_extent(dataset.get(), &end), "cannot grow a column");
  const Id space = space_in(dataset);
  select_rows(space, begin, n);
  std::visit(
      [&](const auto& values) {
        using T = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (!std::is_same_v<T, std::string>) { // rows hold numbers only
          check(H5Dwrite(dataset.get(), memory_type<T>().get(), row_space(n).get(), space.get(),
                         H5P_DEFAULT, values.data()),
                "cannot append values");
        }
      },
      rows);
}

} // namespace sojourn::output::h5
