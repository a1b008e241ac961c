// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "output/store/about.hpp"
#include "output/store/content.hpp"

namespace sojourn::output {

/// Turns a result into the list that is written and hashed. Together with Unpacker it is one of
/// the two readers of layout.hpp; the names of their functions are explained here.
///
/// Nothing of length 0 is stored: an absent dataset is an empty one.
class Packer {
public:
  static constexpr bool reading = false;

  /// A text about the whole file.
  void attribute(const char* name, const std::string& text) {
    content_.attributes.emplace_back(name, text);
  }

  /// An attribute that files may lack: left out where it says nothing.
  void later_attribute(const char* name, const std::string& text) {
    if (!text.empty()) {
      attribute(name, text);
    }
  }

  /// Everything that follows lies in this group.
  void group(const char* path, const char* title) { content_.groups.push_back({path, title, {}}); }

  /// The dimension that these rows span, its coordinates one member of each row.
  template <class Row, class T>
  void scale(const char* name, const char* long_name, const std::vector<Row>& rows,
             T Row::*member) {
    define({name, {name}, {rows.size()}, "", long_name, gather(rows, member), {}});
    put(scales_.at(name));
  }

  /// The same for numbers that are their own coordinates.
  void scale(const char* name, const char* unit, const char* long_name,
             const std::vector<double>& values) {
    define({name, {name}, {values.size()}, unit, long_name, values, {}});
    put(scales_.at(name));
  }

  /// The dimension that these rows span, where no member names them: counted from 0.
  template <class Row>
  void counted(const char* name, const char* long_name, const std::vector<Row>& rows) {
    counted(name, long_name, rows.size());
    put(scales_.at(name));
  }

  /// A dimension of known length, counted from 0.
  void counted(const char* name, const char* long_name, std::size_t n);

  /// A dimension whose coordinates follow from what is stored elsewhere.
  void derived(const char* name, const char* long_name, std::vector<std::string> texts);

  /// One value.
  template <class T> void scalar(const About& about, const T& value) {
    put(dataset(about, gather(std::vector<Holder<T>>{{value}}, &Holder<T>::value), {}));
  }

  /// One member of every row.
  template <class Row, class T>
  void column(const About& about, const std::vector<Row>& rows, T Row::*member,
              const Meanings& meanings = {}) {
    put(dataset(about, gather(rows, member), meanings));
  }

  /// A column that files may lack: left out where no row has a number.
  template <class Row>
  void later_column(const About& about, const std::vector<Row>& rows, double Row::*member) {
    if (std::any_of(rows.begin(), rows.end(),
                    [member](const Row& row) { return !std::isnan(row.*member); })) {
      column(about, rows, member);
    }
  }

  /// One value per place along the dimensions, the last fastest. Empty: there are none.
  /// @throws std::logic_error where the length fits neither
  void array(const About& about, const std::vector<double>& values) {
    put(dataset(about, values, {}));
  }

  /// A column that only repeats for readers what is known from elsewhere.
  void repeat(const About& about, std::vector<std::string> texts) {
    put(dataset(about, std::move(texts), {}));
  }

  [[nodiscard]] Content finish() { return std::move(content_); }

private:
  template <class T> struct Holder { T value; };

  template <class Row, class T> static auto gather(const std::vector<Row>& rows, T Row::*member) {
    std::vector<Stored<T>> values;
    values.reserve(rows.size());
    for (const Row& row : rows) {
      values.push_back(static_cast<Stored<T>>(row.*member));
    }
    return values;
  }

  void define(Dataset scale);
  Dataset dataset(const About& about, Values values, const Meanings& meanings) const;
  void put(Dataset dataset);

  Content content_;
  std::map<std::string, Dataset> scales_;
};

} // namespace sojourn::output
