// SPDX-License-Identifier: Apache-2.0
#include "output/store/h5_file.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <type_traits>

#include "output/store/h5_driver.hpp"
#include "output/store/h5_impl.hpp"
#include "output/store/h5_types.hpp"

namespace sojourn::output::h5 {
namespace {

// Level 1 is worth its time on rows: see README.md.
constexpr unsigned compression = 1;
constexpr unsigned ordered = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

std::vector<hsize_t> extents(const std::vector<std::size_t>& shape) {
  return {shape.begin(), shape.end()};
}

Id space_of(const std::vector<hsize_t>& size) {
  return size.empty() ? Id(H5Screate(H5S_SCALAR), H5Sclose, "cannot make a space")
                      : Id(H5Screate_simple(static_cast<int>(size.size()), size.data(), nullptr),
                           H5Sclose, "cannot make a space");
}

// What every object gets: no times (equal runs give equal bytes), attributes in written order.
Id creation_list(hid_t kind) {
  Id list(H5Pcreate(kind), H5Pclose, "cannot make a creation list");
  check(H5Pset_obj_track_times(list.get(), false), "cannot switch object times off");
  check(H5Pset_attr_creation_order(list.get(), ordered), "cannot keep attributes in order");
  return list;
}

Id group_list(hid_t kind) {
  Id list = creation_list(kind);
  check(H5Pset_link_creation_order(list.get(), ordered), "cannot keep members in order");
  return list;
}

// Points into `text`.
const char* pointer(const std::string& text) {
  if (text.find('\0') != std::string::npos) {
    throw std::invalid_argument("a text with a NUL cannot be stored");
  }
  return text.c_str();
}

std::vector<const char*> pointers(const std::vector<std::string>& texts) {
  std::vector<const char*> result(texts.size());
  std::transform(texts.begin(), texts.end(), result.begin(), pointer);
  return result;
}

template <class T> void write_all(const Id& dataset, const std::vector<T>& values) {
  const Id type = memory_type<T>();
  const Id transfer = transfer_list();
  const auto write = [&](const void* data) {
    check(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, transfer.get(), data),
          "cannot write values");
  };
  if constexpr (std::is_same_v<T, std::string>) {
    write(pointers(values).data());
  } else {
    write(values.data());
  }
}

// Attributes with several numbers are one-dimensional, those with one text are scalar.
template <class T>
void set_numbers(const Id& object, const char* name, const std::vector<T>& numbers) {
  const Id space = space_of({numbers.size()});
  const Id attribute(
      H5Acreate2(object.get(), name, file_type<T>().get(), space.get(), H5P_DEFAULT, H5P_DEFAULT),
      H5Aclose, "cannot make an attribute");
  check(H5Awrite(attribute.get(), memory_type<T>().get(), numbers.data()),
        "cannot write an attribute");
}

void set_text(const Id& object, const std::string& name, const std::string& text) {
  const Id space = space_of({});
  const Id type = text_type();
  const Id attribute(
      H5Acreate2(object.get(), name.c_str(), type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT),
      H5Aclose, "cannot make an attribute");
  const char* const characters = pointer(text);
  check(H5Awrite(attribute.get(), type.get(), &characters), "cannot write an attribute");
}

// CF: meanings are separated by blanks, so a meaning itself has none.
std::string as_word(std::string text) {
  const auto parts_words = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f; };
  std::replace_if(text.begin(), text.end(), parts_words, '_');
  return text.empty() ? "_" : text;
}

template <class T> void set_meanings(const Id& object, const Meanings& meanings) {
  std::vector<T> codes;
  std::string words;
  for (const Meaning& meaning : meanings) {
    codes.push_back(static_cast<T>(meaning.code));
    words += (words.empty() ? "" : " ") + as_word(meaning.text);
  }
  set_numbers(object, "flag_values", codes);
  set_text(object, "flag_meanings", words);
}

template <class T> void annotate(const Id& object, const Dataset& dataset) {
  set_text(object, "long_name", dataset.long_name);
  if (!dataset.unit.empty()) {
    set_text(object, "units", dataset.unit);
  }
  if constexpr (std::is_floating_point_v<T>) {
    if (!dataset.is_scale()) {
      set_numbers(object, "_FillValue", std::vector<T>{std::numeric_limits<T>::quiet_NaN()});
    }
  }
  if constexpr (std::is_integral_v<T>) {
    if (!dataset.meanings.empty()) {
      set_meanings<T>(object, dataset.meanings);
    }
  }
}

void attach_scales(const Id& file, const std::string& group, const Dataset& dataset,
                   const Id& object) {
  if (dataset.is_scale()) {
    check(H5DSset_scale(object.get(), dataset.name.c_str()), "cannot make a scale");
    return;
  }
  for (unsigned i = 0; i < dataset.dimensions.size(); ++i) {
    const Id scale = open_dataset(file, group + "/" + dataset.dimensions[i]);
    check(H5DSattach_scale(object.get(), scale.get(), i), "cannot attach a scale");
  }
}

void finish(const Id& file, const std::string& group, const Dataset& dataset, const Id& object) {
  std::visit(
      [&](const auto& values) {
        annotate<typename std::decay_t<decltype(values)>::value_type>(object, dataset);
      },
      dataset.values);
  attach_scales(file, group, dataset, object);
}

} // namespace

File::File(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
File::File(File&&) noexcept = default;
File::~File() = default;

File File::create(Storage& storage) {
  const Id access = access_through(storage);
  const Id creation = group_list(H5P_FILE_CREATE);
  check(H5Pset_userblock(creation.get(), user_block), "cannot reserve the user block");
  auto impl = std::make_unique<Impl>();
  impl->storage = &storage;
  impl->file = Id(H5Fcreate("result", H5F_ACC_TRUNC, creation.get(), access.get()), H5Fclose,
                  "cannot create the file");
  return File(std::move(impl));
}

void File::close() { impl_->file.close("cannot close the file"); }

void File::set_attribute(const std::string& name, const std::string& text) {
  const Id root(H5Gopen2(impl_->file.get(), "/", H5P_DEFAULT), H5Gclose, "cannot open the root");
  set_text(root, name, text);
}

void File::add_group(const std::string& path, const std::string& title) {
  const Id list = group_list(H5P_GROUP_CREATE);
  const Id group(H5Gcreate2(impl_->file.get(), path.c_str(), H5P_DEFAULT, list.get(), H5P_DEFAULT),
                 H5Gclose, "cannot make a group");
  set_text(group, "title", title);
}

void File::add(const std::string& group, const Dataset& dataset) {
  const Id space = space_of(extents(dataset.shape));
  const Id list = creation_list(H5P_DATASET_CREATE);
  const std::string path = group + "/" + dataset.name;
  std::visit(
      [&](const auto& values) {
        using T = typename std::decay_t<decltype(values)>::value_type;
        const Id object(H5Dcreate2(impl_->file.get(), path.c_str(), file_type<T>().get(),
                                   space.get(), H5P_DEFAULT, list.get(), H5P_DEFAULT),
                        H5Dclose, ("cannot make " + path).c_str());
        write_all(object, values);
        finish(impl_->file, group, dataset, object);
      },
      dataset.values);
}

void File::add_column(const std::string& path, const Values& kind) {
  const hsize_t nothing = 0;
  const hsize_t endless = H5S_UNLIMITED;
  const hsize_t chunk = chunk_rows;
  const Id space(H5Screate_simple(1, &nothing, &endless), H5Sclose, "cannot make a space");
  const Id list = creation_list(H5P_DATASET_CREATE);
  check(H5Pset_chunk(list.get(), 1, &chunk), "cannot set the chunk");
  check(H5Pset_shuffle(list.get()), "cannot shuffle");
  check(H5Pset_deflate(list.get(), compression), "cannot compress");
  std::visit(
      [&](const auto& values) {
        using T = typename std::decay_t<decltype(values)>::value_type;
        const Id object(H5Dcreate2(impl_->file.get(), path.c_str(), file_type<T>().get(),
                                   space.get(), H5P_DEFAULT, list.get(), H5P_DEFAULT),
                        H5Dclose, ("cannot make " + path).c_str());
      },
      kind);
}

void File::describe(const std::string& group, const Dataset& dataset) {
  finish(impl_->file, group, dataset, open_dataset(impl_->file, group + "/" + dataset.name));
}

} // namespace sojourn::output::h5
