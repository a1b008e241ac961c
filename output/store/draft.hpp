// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>

#include "output/store/h5_file.hpp"
#include "output/store/journeys.hpp"
#include "output/store/result.hpp"
#include "output/store/storage.hpp"

namespace sojourn::output {

/// A result file in the making. Rows of journeys come first, as many as there are; then everything
/// else at once. The bytes are the same in memory and in a file, and for any cut of the rows into
/// calls.
class Draft {
public:
  explicit Draft(Storage& storage);
  Draft(const Draft&) = delete; // the writer points into it
  Draft& operator=(const Draft&) = delete;
  void add_rows(const JourneyRows& rows);
  /// Writes the rest and seals the file; data.journeys is not looked at.
  /// @returns the content hash
  std::string finish(const ResultData& data);

private:
  Storage* storage_;
  h5::File file_;
  JourneyWriter writer_;
  JourneyRows pending_; // less than a chunk between calls
};

/// Reads a file whose seal was checked. @throws StoreError
ResultData read_content(Storage& storage, bool with_journeys);

/// Checks seal and content of a finished file as a reader will see it, in bounded memory.
/// @throws StoreError where the content is another than `content_hash`
void verify(Storage& storage, const std::string& content_hash);

} // namespace sojourn::output
