// SPDX-License-Identifier: Apache-2.0
#include "output/store/journeys.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "output/store/content_hash.hpp"
#include "output/store/errors.hpp"
#include "output/store/journey_columns.hpp"

namespace sojourn::output {
namespace {

const std::string group = "journeys/";
const std::string index_name = "journey";

/// The rows [begin, begin + n) of one column.
template <class T>
std::vector<T> part(const std::vector<T>& column, std::size_t begin, std::size_t n) {
  const auto first = column.begin() + static_cast<std::ptrdiff_t>(begin);
  return {first, first + static_cast<std::ptrdiff_t>(n)};
}

Dataset index_column(std::size_t begin, std::size_t n) {
  std::vector<std::int64_t> numbers(n);
  std::iota(numbers.begin(), numbers.end(), static_cast<std::int64_t>(begin));
  return {index_name, {index_name}, {n}, "1", "sampled journey", std::move(numbers), {}};
}

std::size_t rows_in(const h5::File& file) {
  if (!file.has(group + index_name)) {
    return 0;
  }
  const auto shape = file.shape(group + index_name);
  JourneyRows none;
  each_journey_column(none, [&](const JourneyColumn& column, auto&) {
    if (column.optional && !file.has(group + column.name)) {
      return;
    }
    if (!file.has(group + column.name) || file.shape(group + column.name) != shape) {
      throw StoreError("the column " + group + column.name + " is missing or too short");
    }
  });
  return shape.size() == 1 ? shape[0] : throw StoreError("journeys are not columns");
}

} // namespace

std::vector<Dataset> journey_columns(const JourneyRows& rows, std::size_t begin, std::size_t n,
                                     const ResultData& ids) {
  std::vector<Dataset> columns;
  each_journey_column(rows, [&](const JourneyColumn& column, const auto& values) {
    if (column.optional && values.empty() && !rows.arm.empty()) {
      return;
    }
    columns.push_back({column.name,
                       {index_name},
                       {n},
                       column.unit == money_unit ? money(ids) : column.unit,
                       column.long_name,
                       part(values, begin, n),
                       meanings_of(column.codes, ids)});
  });
  return columns;
}

std::size_t n_rows(const JourneyRows& rows) {
  each_journey_column(rows, [&](const JourneyColumn& column, const auto& values) {
    if (values.size() != rows.arm.size() && !(column.optional && values.empty())) {
      throw std::logic_error(group + column.name + " has " + std::to_string(values.size()) +
                             " values instead of " + std::to_string(rows.arm.size()));
    }
  });
  return rows.arm.size();
}

void append_rows(JourneyRows& rows, const JourneyRows& more, std::size_t begin, std::size_t n) {
  each_journey_pair(rows, more, [&](auto& to, const auto& from) {
    if (from.empty()) {
      return;
    }
    const auto first = from.begin() + static_cast<std::ptrdiff_t>(begin);
    to.insert(to.end(), first, first + static_cast<std::ptrdiff_t>(n));
  });
}

void remove_front(JourneyRows& rows, std::size_t n) {
  each_journey_column(rows, [&](const JourneyColumn&, auto& values) {
    const std::size_t present = std::min(n, values.size());
    values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(present));
  });
}

void JourneyDigest::add(const std::vector<Dataset>& columns) {
  if (columns_.empty()) {
    for (const Dataset& column : columns) {
      columns_.push_back({column.name, type_name(column.values), {}});
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    add_values(columns_[i].sha, columns[i].values);
  }
  n_rows_ += columns.at(0).shape.at(0);
}

std::string JourneyDigest::manifest() const {
  std::string lines;
  if (n_rows_ > 0) {
    for (const Column& column : columns_) {
      lines += manifest_line(group + column.name, column.type, {n_rows_}, column.sha);
    }
  }
  return lines;
}

void JourneyWriter::write(const JourneyRows& rows, std::size_t begin, std::size_t n) {
  const std::vector<Dataset> columns = journey_columns(rows, begin, n, {});
  const Dataset index = index_column(n_rows_, n);
  if (n_rows_ == 0) {
    file_->add_column(group + index_name, index.values);
    for (const Dataset& column : columns) {
      file_->add_column(group + column.name, column.values);
    }
  }
  file_->append(group + index_name, index.values);
  for (const Dataset& column : columns) {
    file_->append(group + column.name, column.values);
  }
  digest_.add(columns);
  n_rows_ += n;
}

void JourneyWriter::finish(const ResultData& ids) {
  if (n_rows_ == 0) {
    return;
  }
  file_->describe("journeys", index_column(0, 0));
  for (const Dataset& column : journey_columns({}, 0, 0, ids)) {
    if (file_->has(group + column.name)) {
      file_->describe("journeys", column);
    }
  }
}

JourneyRows read_journeys(const h5::File& file) {
  JourneyRows rows;
  if (rows_in(file) > 0) {
    each_journey_column(rows, [&](const JourneyColumn& column, auto& values) {
      if (column.optional && !file.has(group + column.name)) {
        return;
      }
      Values read = std::move(values);
      file.read(group + column.name, read);
      values = std::get<std::decay_t<decltype(values)>>(std::move(read));
    });
  }
  return rows;
}

JourneyDigest digest_journeys(const h5::File& file) {
  JourneyDigest digest;
  const std::size_t total = rows_in(file);
  for (std::size_t begin = 0; begin < total; begin += h5::File::chunk_rows) {
    const std::size_t n = std::min(h5::File::chunk_rows, total - begin);
    std::vector<Dataset> columns = journey_columns({}, 0, 0, {});
    std::erase_if(columns, [&](const Dataset& column) { return !file.has(group + column.name); });
    for (Dataset& column : columns) {
      file.read_rows(group + column.name, begin, n, column.values);
      column.shape = {n};
    }
    digest.add(columns);
  }
  return digest;
}

} // namespace sojourn::output
