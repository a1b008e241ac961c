// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "output/store/content.hpp"
#include "output/store/h5_file.hpp"
#include "output/store/result.hpp"
#include "output/store/sha256.hpp"

// Rows of single journeys: the only part of a result that may be large, so it is written in chunks
// as it comes and never held whole.
namespace sojourn::output {

/// The columns of the group "journeys" with the rows [begin, begin + n). `ids` gives the codes
/// their meanings; it may be empty where only values are wanted.
std::vector<Dataset> journey_columns(const JourneyRows& rows, std::size_t begin, std::size_t n,
                                     const ResultData& ids);

/// Number of rows. @throws std::logic_error where the columns differ in length
std::size_t n_rows(const JourneyRows& rows);

/// Puts the rows [begin, begin + n) of `more` behind `rows`.
void append_rows(JourneyRows& rows, const JourneyRows& more, std::size_t begin, std::size_t n);
void remove_front(JourneyRows& rows, std::size_t n);

/// One line of the content hash per column, from values that come piece by piece.
class JourneyDigest {
public:
  void add(const std::vector<Dataset>& columns);
  /// The lines; none where there are no rows.
  [[nodiscard]] std::string manifest() const;

private:
  struct Column {
    std::string name;
    std::string type;
    Sha256 sha;
  };
  std::vector<Column> columns_;
  std::size_t n_rows_ = 0;
};

/// Writes rows into an open file chunk by chunk.
class JourneyWriter {
public:
  explicit JourneyWriter(h5::File& file) : file_(&file) {}
  /// Whole chunks, but for the last time.
  void write(const JourneyRows& rows, std::size_t begin, std::size_t n);
  /// Units, names and meanings, once all rows are there.
  void finish(const ResultData& ids);
  [[nodiscard]] const JourneyDigest& digest() const { return digest_; }

private:
  h5::File* file_;
  JourneyDigest digest_;
  std::size_t n_rows_ = 0;
};

/// @throws StoreError where columns are missing or differ in length
JourneyRows read_journeys(const h5::File& file);
/// The same as the writer's digest, read back chunk by chunk.
JourneyDigest digest_journeys(const h5::File& file);

} // namespace sojourn::output
