// SPDX-License-Identifier: Apache-2.0
// Every call that reaches the disk fails once, at every place: the previous result stays as it was,
// nothing is left behind, the message names path and reason, the exit code is 74.
#include <catch2/catch.hpp>

#include <fcntl.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "output/store/h5_file.hpp"
#include "output/store/result_file.hpp"
#include "tests/faults/output/store/scratch.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;
using test::bytes_of;
using test::Scratch;

namespace {

enum class Call { write, read, truncate, sync, move };

// The n-th call of one kind fails; the others reach the real system.
class FaultySystem : public System {
public:
  FaultySystem(Call call, int nth, int error) : call_(call), left_(nth), error_(error) {}
  ssize_t write(int file, const void* bytes, std::size_t n, off_t at) override {
    return fails(Call::write) ? -1 : System::write(file, bytes, n, at);
  }
  ssize_t read(int file, void* bytes, std::size_t n, off_t at) override {
    return fails(Call::read) ? -1 : System::read(file, bytes, n, at);
  }
  int truncate(int file, off_t size) override {
    return fails(Call::truncate) ? -1 : System::truncate(file, size);
  }
  int sync(int file) override { return fails(Call::sync) ? -1 : System::sync(file); }
  int move(const char* from, const char* to, unsigned flags) override {
    return fails(Call::move) ? -1 : System::move(from, to, flags);
  }
  [[nodiscard]] bool reached() const { return left_ <= 0; }

private:
  bool fails(Call call) {
    if (call != call_ || --left_ != 0) {
      return false;
    }
    errno = error_;
    return true;
  }

  Call call_;
  int left_;
  int error_;
};

ResultData data_of(std::size_t n_journeys) {
  ResultData data = test::full_result();
  data.journeys = test::random_journeys(data, n_journeys, 1);
  return data;
}

// True where the call was reached and everything is as it must be.
bool fails_well(const ResultData& data, Call call, int nth, int error, bool with_previous) {
  const Scratch folder;
  const auto path = folder / "out.h5";
  if (with_previous) {
    publish(path, image(test::random_result(7)), Replace::nothing);
  }
  const std::string previous = bytes_of(path);
  FaultySystem system(call, nth, error);
  std::string message;
  try {
    ResultFile(path, Replace::own_result, system).publish(data);
  } catch (const EnvironmentError& failure) {
    message = failure.what();
    CHECK(failure.exit_code() == 74);
  }
  if (!system.reached()) {
    CHECK(message.empty());
    return false;
  }
  CHECK(message == "cannot write " + path.string() + ": " + std::strerror(error));
  CHECK(bytes_of(path) == previous);
  CHECK(folder.n_files() == (with_previous ? 1 : 0));
  return true;
}

int failures(const ResultData& data, Call call, int error, int step) {
  int n = 0;
  for (int nth = 1;; nth += step) {
    INFO("call " << static_cast<int>(call) << ", the " << nth << "th");
    const bool alone = fails_well(data, call, nth, error, false);
    const bool over_previous = fails_well(data, call, nth, error, true);
    if (!alone && !over_previous) {
      return n;
    }
    ++n;
  }
}

} // namespace

TEST_CASE("a small result survives any failing call", "[store][faults]") {
  const ResultData data = data_of(5);
  CHECK(failures(data, Call::write, ENOSPC, 1) >= 1);
  CHECK(failures(data, Call::truncate, EIO, 1) >= 1);
  CHECK(failures(data, Call::sync, EIO, 1) == 2);
  CHECK(failures(data, Call::move, EIO, 1) == 1);
}

TEST_CASE("a result with streamed rows survives failing calls", "[store][faults]") {
  const ResultData data = data_of(h5::File::chunk_rows + 5);
  CHECK(failures(data, Call::write, ENOSPC, 29) >= 3);
  CHECK(failures(data, Call::truncate, EIO, 1) >= 1);
  CHECK(failures(data, Call::sync, EIO, 1) == 2);
  CHECK(failures(data, Call::move, EIO, 1) == 1);
}

TEST_CASE("a result with streamed rows survives every failing write", "[store][faults][soak]") {
  const ResultData data = data_of(2 * h5::File::chunk_rows + 5);
  CHECK(failures(data, Call::write, ENOSPC, 1) > 100);
  CHECK(failures(data, Call::write, EIO, 1) > 100);
}

// What was written cannot be read back: then it is not published.
TEST_CASE("a result that does not read back is not published", "[store][faults]") {
  const ResultData data = data_of(5);
  const Scratch folder;
  for (int nth = 1; nth <= 3; ++nth) {
    FaultySystem system(Call::read, nth, EIO);
    CHECK_THROWS_AS(ResultFile(folder / "out.h5", Replace::nothing, system).publish(data),
                    EnvironmentError);
    CHECK(system.reached());
    CHECK(folder.n_files() == 0);
  }
}

namespace {

// Says that it wrote, and changes one byte on the way: a disk or a cable that lies.
class LyingSystem : public System {
public:
  ssize_t write(int file, const void* bytes, std::size_t n, off_t at) override {
    std::string changed(static_cast<const char*>(bytes), n);
    changed[n / 2] = static_cast<char>(changed[n / 2] ^ 1);
    return System::write(file, changed.data(), n, at);
  }
};

// Writes at most seven bytes at a time, and is interrupted in between.
class HastySystem : public System {
public:
  ssize_t write(int file, const void* bytes, std::size_t n, off_t at) override {
    if (++calls_ % 3 == 0) {
      errno = EINTR;
      return -1;
    }
    return System::write(file, bytes, std::min<std::size_t>(n, 4099), at);
  }

private:
  int calls_ = 0;
};

// A file system that cannot exchange two names.
class PlainSystem : public System {
public:
  int move(const char* from, const char* to, unsigned flags) override {
    errno = EINVAL;
    return flags == 0 ? System::move(from, to, 0) : -1;
  }
};

} // namespace

TEST_CASE("a byte that arrives changed is found before publishing", "[store][faults]") {
  const Scratch folder;
  const auto path = folder / "out.h5";
  LyingSystem system;
  CHECK_THROWS_WITH(ResultFile(path, Replace::nothing, system).publish(data_of(5)),
                    Catch::Contains("cannot write " + path.string()));
  CHECK(folder.n_files() == 0);
}

TEST_CASE("short and interrupted writes are continued", "[store][faults]") {
  const Scratch folder;
  const ResultData data = data_of(5);
  HastySystem system;
  ResultFile(folder / "out.h5", Replace::nothing, system).publish(data);
  CHECK(bytes_of(folder / "out.h5") == test::as_text(image(data)));
}

TEST_CASE("publishing works where names cannot be exchanged", "[store][faults]") {
  const Scratch folder;
  const ResultData data = data_of(5);
  PlainSystem system;
  for (int i = 0; i < 2; ++i) { // new, then over the former
    ResultFile(folder / "out.h5", Replace::own_result, system).publish(data);
    CHECK(bytes_of(folder / "out.h5") == test::as_text(image(data)));
    CHECK(folder.n_files() == 1);
  }
}
