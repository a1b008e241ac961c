// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "output/store/about.hpp"
#include "output/store/content.hpp"
#include "output/store/errors.hpp"
#include "output/store/h5_file.hpp"

namespace sojourn::output {

/// Fills a result from a file: the counterpart of Packer, word by word. Every length is compared
/// with what the dimensions ask for. @throws StoreError
class Unpacker {
public:
  static constexpr bool reading = true;
  explicit Unpacker(const h5::File& file) : file_(&file) {}

  void attribute(const char* name, std::string& text) { text = file_->attribute(name); }
  /// Empty where the file lacks it.
  void later_attribute(const char* name, std::string& text) {
    text = file_->has_attribute(name) ? file_->attribute(name) : std::string();
  }
  void group(const char* path, const char*) { group_ = path; }

  template <class Row, class T>
  void scale(const char* name, const char*, std::vector<Row>& rows, T Row::*member) {
    counted(name, "", rows);
    scatter(read<T>(name, {rows.size()}), rows, member);
  }

  void scale(const char* name, const char*, const char*, std::vector<double>& values) {
    counted(name, "", values);
    values = read<double>(name, {values.size()});
  }

  template <class Row> void counted(const char* name, const char*, std::vector<Row>& rows) {
    const std::size_t n = length(name);
    rows.resize(n);
    lengths_[name] = n;
  }

  void counted(const char* name, const char*, std::size_t n) { lengths_[name] = n; }

  void derived(const char* name, const char*, const std::vector<std::string>& texts) {
    lengths_[name] = texts.size();
  }

  template <class T> void scalar(const About& about, T& value) {
    const auto values = read<T>(about.name, {});
    if (values.size() != 1) {
      throw StoreError("no " + group_ + "/" + about.name);
    }
    value = static_cast<T>(values[0]);
  }

  template <class Row, class T>
  void column(const About& about, std::vector<Row>& rows, T Row::*member, const Meanings& = {}) {
    scatter(read<T>(about.name, shape(about)), rows, member);
  }

  /// A column that older files of this format lack: rows keep what they have.
  template <class Row, class T>
  void later_column(const About& about, std::vector<Row>& rows, T Row::*member) {
    const auto values = read<T>(about.name, shape(about));
    if (!values.empty()) {
      scatter(values, rows, member);
    }
  }

  void array(const About& about, std::vector<double>& values) {
    values = read<double>(about.name, shape(about));
  }

  void repeat(const About&, const std::vector<std::string>&) {}

private:
  /// The values of a dataset of that shape; none where it is absent.
  template <class T>
  std::vector<Stored<T>> read(const std::string& name,
                              const std::vector<std::size_t>& shape) const {
    Values values = std::vector<Stored<T>>();
    if (require(name, shape)) {
      file_->read(group_ + "/" + name, values);
    }
    return std::get<std::vector<Stored<T>>>(std::move(values));
  }

  template <class V, class Row, class T>
  void scatter(const std::vector<V>& values, std::vector<Row>& rows, T Row::*member) const {
    if (values.size() != rows.size()) {
      throw StoreError("a column is missing in " + group_);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i].*member = static_cast<T>(values[i]);
    }
  }

  [[nodiscard]] bool require(const std::string& name, const std::vector<std::size_t>& shape) const;
  [[nodiscard]] std::size_t length(const std::string& name) const;
  [[nodiscard]] std::vector<std::size_t> shape(const About& about) const;

  const h5::File* file_;
  std::string group_;
  std::map<std::string, std::size_t> lengths_;
};

} // namespace sojourn::output
