// SPDX-License-Identifier: Apache-2.0
#include "output/store/target.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "output/store/storage.hpp"
#include "output/store/user_block.hpp"

namespace sojourn::output {
namespace {

namespace fs = std::filesystem;
using Kind = EnvironmentError::Kind;

[[noreturn]] void refuse(const fs::path& path, const std::string& reason) {
  throw EnvironmentError(Kind::cannot_create, "cannot create " + path.string() + ": " + reason);
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// Why `path` cannot be made; what the operating system says for anything not foreseen.
std::string reason_of(const fs::path& path, int error) {
  const std::string folder = folder_of(path).string();
  switch (error) {
  case ENOENT:
    return "the folder " + folder + " does not exist";
  case ENOTDIR:
    return folder + " is not a folder";
  case EACCES:
    return "no permission to write in the folder " + folder;
  case EROFS:
    return "the folder " + folder + " is on a read-only file system";
  case ENAMETOOLONG:
    return "the name is too long";
  default:
    return std::strerror(error);
  }
}

// A link stays a link: what it points at is replaced, whether it exists or not.
fs::path resolve(fs::path path) {
  if (!path.has_filename()) {
    refuse(path, path.empty() ? "no name is given" : "it is a folder");
  }
  std::error_code error;
  for (int links = 0; fs::is_symlink(path, error); ++links) {
    const fs::path next = fs::read_symlink(path, error);
    if (error || links == 40) {
      refuse(path, std::strerror(ELOOP));
    }
    path = folder_of(path) / next; // an absolute `next` stands alone
  }
  return path;
}

bool is_own_result(const fs::path& path, std::size_t size, System& system) {
  const Descriptor file(system.open(path.c_str(), O_RDONLY | O_CLOEXEC, 0));
  if (!file.valid()) {
    return false;
  }
  FileStorage storage(file.number(), size, system);
  return looks_like_result(storage);
}

void check_existing(const fs::path& path, Replace replace, System& system) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    return errno == ENOENT ? void() : refuse(path, reason_of(path, errno));
  }
  if (S_ISDIR(status.st_mode)) {
    refuse(path, "it is a folder");
  }
  if (!S_ISREG(status.st_mode)) {
    refuse(path, "it is not a regular file");
  }
  if (replace == Replace::nothing) {
    refuse(path, "it exists; --force replaces it");
  }
  if (replace == Replace::own_result &&
      !is_own_result(path, static_cast<std::size_t>(status.st_size), system)) {
    refuse(path, "it exists and is no result of sojourn; --force replaces it");
  }
  if (replace == Replace::own_result && ::access(path.c_str(), W_OK) != 0) {
    refuse(path, "it is write-protected; --force replaces it");
  }
}

// A lock is worth nothing on a file that another run has just moved away.
bool is_still_at(const Descriptor& file, const fs::path& path) {
  struct stat open_status = {};
  struct stat path_status = {};
  return ::fstat(file.number(), &open_status) == 0 && ::stat(path.c_str(), &path_status) == 0 &&
         open_status.st_ino == path_status.st_ino && open_status.st_dev == path_status.st_dev;
}

} // namespace

Target::Target(const fs::path& path, Replace replace, System& system)
    : path_(resolve(path)), partial_(path_.string() + ".partial"), replace_(replace),
      system_(&system) {
  std::signal(SIGXFSZ, SIG_IGN); // a limit on file sizes is an error to report, no reason to die
  check_existing(path_, replace_, *system_);
  while (!ours_) {
    claim();
  }
  if (system_->truncate(descriptor(), 0) != 0) { // what a killed run left
    const int error = errno;
    system_->remove(partial_.c_str());
    fail_io(error);
  }
}

void Target::claim() {
  const int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
  partial_file_ = Descriptor(system_->open(partial_.c_str(), flags, 0666));
  if (!partial_file_.valid()) {
    refuse(path_, reason_of(path_, errno));
  }
  // Where the file system knows no locks, only the check of what was written is left.
  if (::flock(descriptor(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    refuse(path_, "another run is writing it");
  }
  ours_ = is_still_at(partial_file_, partial_);
}

Target::~Target() {
  if (ours_) {
    system_->remove(partial_.c_str());
  }
}

void Target::fail_io(int error) const {
  throw EnvironmentError(Kind::io, "cannot write " + path_.string() + ": " + std::strerror(error));
}

int Target::sync_folder() {
  const Descriptor folder(
      system_->open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
  return folder.valid() && system_->sync(folder.number()) == 0 ? 0 : errno;
}

void Target::commit() {
  if (system_->sync(descriptor()) != 0) {
    fail_io(errno);
  }
  check_existing(path_, replace_, *system_); // somebody may have put a file there meanwhile
  if (std::error_code error; fs::exists(path_, error)) {
    replace_existing();
  } else {
    create_new();
  }
}

// Both names change places, so that the previous file can come back until the folder is safe. It
// is locked meanwhile, because it stands where other runs look for a file to take over.
void Target::replace_existing() {
  const Descriptor previous(system_->open(path_.c_str(), O_RDONLY | O_CLOEXEC, 0));
  if (previous.valid()) {
    ::flock(previous.number(), LOCK_EX | LOCK_NB);
  }
  if (system_->move(partial_.c_str(), path_.c_str(), RENAME_EXCHANGE) != 0) {
    const bool unknown = errno == EINVAL || errno == ENOSYS;
    if (!unknown || system_->move(partial_.c_str(), path_.c_str(), 0) != 0) {
      fail_io(errno);
    }
    ours_ = false;
    return sync_folder() == 0 ? void() : fail_io(errno);
  }
  if (const int error = sync_folder(); error != 0) {
    system_->move(partial_.c_str(), path_.c_str(), RENAME_EXCHANGE);
    fail_io(error);
  }
}

void Target::create_new() {
  if (system_->move(partial_.c_str(), path_.c_str(), RENAME_NOREPLACE) != 0) {
    const bool unknown = errno == EINVAL || errno == ENOSYS;
    if (!unknown || system_->move(partial_.c_str(), path_.c_str(), 0) != 0) {
      fail_io(errno);
    }
  }
  ours_ = false;
  if (const int error = sync_folder(); error != 0) {
    system_->remove(path_.c_str());
    fail_io(error);
  }
}

} // namespace sojourn::output
