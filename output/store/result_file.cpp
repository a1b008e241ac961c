// SPDX-License-Identifier: Apache-2.0
#include "output/store/result_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <new>

#include "output/store/draft.hpp"
#include "output/store/user_block.hpp"

namespace sojourn::output {
namespace {

using Kind = EnvironmentError::Kind;

[[noreturn]] void bad(const std::string& name, const std::string& reason,
                      BadFile::Kind kind = BadFile::Kind::bad) {
  throw BadFile("cannot read " + name + ": " + reason, kind);
}

template <class Work> auto reading(const std::string& name, const Work& work) {
  try {
    return work();
  } catch (const StoreError& error) {
    bad(name, error.what());
  } catch (const std::bad_alloc&) {
    bad(name, "there is not enough memory");
  }
}

ResultData read_from(Storage& storage, const std::string& name, Journeys journeys) {
  return reading(name, [&] {
    check_seal(storage);
    return read_content(storage, journeys == Journeys::read);
  });
}

// O_NONBLOCK: a named pipe must not make us wait.
Descriptor open_result(const std::filesystem::path& path, std::size_t& size) {
  Descriptor file(System::real().open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0));
  if (!file.valid()) {
    bad(path.string(), errno == ENOENT ? "it does not exist" : std::strerror(errno),
        errno == ENOENT ? BadFile::Kind::not_found : BadFile::Kind::io);
  }
  struct stat status = {};
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    bad(path.string(), S_ISDIR(status.st_mode) ? "it is a folder" : "it is not a regular file");
  }
  size = static_cast<std::size_t>(status.st_size);
  return file;
}

// Seal, HDF5 structure and content as a reader will find them.
void commit_checked(Target& target, FileStorage& storage, const std::string& content_hash) {
  if (storage.error() != 0) {
    target.fail_io(storage.error());
  }
  verify(storage, content_hash);
  target.commit();
}

} // namespace

ResultFile::ResultFile(const std::filesystem::path& path, Replace replace, System& system)
    : target_(path, replace, system), system_(&system) {}

ResultFile::~ResultFile() = default;

// A failed write shows in the storage; whatever else went wrong on the way is its consequence.
template <class Work> void ResultFile::guarded(const Work& work) {
  try {
    work();
  } catch (const StoreError& error) {
    if (storage_ != nullptr && storage_->error() != 0) {
      target_.fail_io(storage_->error());
    }
    throw EnvironmentError(Kind::io,
                           "cannot write " + target_.path().string() + ": " + error.what());
  }
  if (storage_ != nullptr && storage_->error() != 0) {
    target_.fail_io(storage_->error());
  }
}

void ResultFile::spill() {
  if (draft_ == nullptr) {
    storage_ = std::make_unique<FileStorage>(target_.descriptor(), 0, *system_);
    draft_ = std::make_unique<Draft>(*storage_);
  }
  draft_->add_rows(pending_);
  remove_front(pending_, n_rows(pending_));
}

void ResultFile::append(const JourneyRows& rows) {
  guarded([&] {
    append_rows(pending_, rows, 0, n_rows(rows));
    if (draft_ != nullptr || n_rows(pending_) >= h5::File::chunk_rows) {
      spill();
    }
  });
}

std::string ResultFile::publish(const ResultData& data) {
  append(data.journeys);
  std::string hash;
  guarded([&] {
    if (draft_ != nullptr) {
      hash = draft_->finish(data);
    } else {
      MemoryStorage memory;
      Draft draft(memory);
      draft.add_rows(pending_);
      hash = draft.finish(data);
      if (memory.error() != 0) {
        target_.fail_io(memory.error());
      }
      storage_ = std::make_unique<FileStorage>(target_.descriptor(), 0, *system_);
      storage_->write(0, memory.bytes());
    }
    commit_checked(target_, *storage_, hash);
  });
  return hash;
}

std::vector<std::byte> image(const ResultData& data) {
  MemoryStorage memory;
  Draft draft(memory);
  draft.add_rows(data.journeys);
  draft.finish(data);
  if (memory.error() != 0) {
    throw std::bad_alloc();
  }
  return std::move(memory.bytes());
}

void publish(const std::filesystem::path& path, const std::vector<std::byte>& image,
             Replace replace, System& system) {
  Target target(path, replace, system);
  FileStorage storage(target.descriptor(), 0, system);
  storage.write(0, image);
  if (storage.error() != 0) {
    target.fail_io(storage.error());
  }
  try {
    commit_checked(target, storage, check_seal(storage).content_hash);
  } catch (const StoreError& error) {
    throw EnvironmentError(Kind::io, "cannot write " + path.string() + ": " + error.what());
  }
}

void check_target(const std::filesystem::path& path, Replace replace) {
  const Target target(path, replace, System::real());
}

ResultData read_result(const std::filesystem::path& path, Journeys journeys) {
  std::size_t size = 0;
  const Descriptor file = open_result(path, size);
  FileStorage storage(file.number(), size, System::real());
  return read_from(storage, path.string(), journeys);
}

ResultData read_image(const std::vector<std::byte>& image, Journeys journeys) {
  MemoryStorage storage(image);
  return read_from(storage, "the image", journeys);
}

std::string stored_content_hash(const std::filesystem::path& path) {
  std::size_t size = 0;
  const Descriptor file = open_result(path, size);
  FileStorage storage(file.number(), size, System::real());
  return reading(path.string(), [&] { return check_seal(storage).content_hash; });
}

} // namespace sojourn::output
