// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "output/store/errors.hpp"
#include "output/store/result.hpp"
#include "output/store/storage.hpp"
#include "output/store/target.hpp"

// Writing and reading result files. FORMAT.md is the specification. One thread at a time may be in
// here: libhdf5 keeps global state.
namespace sojourn::output {

class Draft;

/// The output of one run. Made before simulating, so that what cannot be written is known at once.
///
///   ResultFile file("out.h5", Replace::own_result);
///   file.append(rows);        // any number of times, in the order of (arm, replication, agent)
///   file.publish(data);
///
/// Rows are compressed into the file beside the target in chunks of 16384 (about 1.5 MB of memory);
/// a result with fewer rows is made in memory. Either way the previous file stays as it is until
/// the new one is written, read back, compared and synced. Without publish() nothing stays behind.
class ResultFile {
public:
  /// @throws EnvironmentError cannot_create
  ResultFile(const std::filesystem::path& path, Replace replace, System& system = System::real());
  ResultFile(const ResultFile&) = delete;
  ResultFile& operator=(const ResultFile&) = delete;
  ~ResultFile();

  /// Rows for the group "journeys". @throws EnvironmentError io
  void append(const JourneyRows& rows);

  /// Writes everything; data.journeys comes behind what was appended. Once only.
  /// @returns the content hash @throws EnvironmentError
  std::string publish(const ResultData& data);

private:
  template <class Work> void guarded(const Work& work);
  void spill();

  Target target_;
  System* system_;
  JourneyRows pending_;
  std::unique_ptr<FileStorage> storage_;
  std::unique_ptr<Draft> draft_; // only where rows go to the file
};

/// The bytes of a result file. @throws std::logic_error for a text with a NUL and for arrays that
/// do not fit their dimensions: both are mistakes of ours
std::vector<std::byte> image(const ResultData& data);

/// Puts an image in the place of `path`. @throws EnvironmentError
void publish(const std::filesystem::path& path, const std::vector<std::byte>& image,
             Replace replace, System& system = System::real());

/// Whether a run could publish there now. @throws EnvironmentError cannot_create
void check_target(const std::filesystem::path& path, Replace replace);

enum class Journeys { skip, read };

/// @throws BadFile where the file is missing, foreign, newer, cut off or damaged
ResultData read_result(const std::filesystem::path& path, Journeys journeys = Journeys::read);
ResultData read_image(const std::vector<std::byte>& image, Journeys journeys = Journeys::read);

/// The content hash that the file names, after comparing its bytes with its SHA-256.
std::string stored_content_hash(const std::filesystem::path& path);

} // namespace sojourn::output
