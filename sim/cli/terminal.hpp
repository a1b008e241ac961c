// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

// Results go to stdout, talk goes to stderr; colour and moving lines only where a person watches.
namespace sojourn::cli {

class Terminal {
public:
  /// Looks at the two streams, NO_COLOR and TERM.
  Terminal();

  void forbid_colour() { colour_out_ = colour_err_ = false; }
  void be_quiet() { quiet_ = true; }

  [[nodiscard]] bool colour_out() const { return colour_out_; }
  [[nodiscard]] bool colour_err() const { return colour_err_; }
  [[nodiscard]] bool watched() const { return watched_ && !quiet_; }
  [[nodiscard]] static constexpr int columns() { return 80; }

  /// To stdout. Remembers a failure; see finish().
  void print(std::string_view text);
  /// A line to stderr, unless quiet.
  void say(std::string_view line);
  /// A line to stderr, always.
  void complain(std::string_view line);
  /// Replaces the current line on stderr; only where watched.
  void show_progress(const std::string& line);
  void end_progress();

  /// errno of the first failed write to stdout, 0 if there was none. A reader who closed the pipe
  /// (`sojourn models | head`) wanted no more: that is no failure.
  [[nodiscard]] int finish();

private:
  bool colour_out_, colour_err_, watched_, quiet_ = false;
  bool progress_shown_ = false;
  int error_ = 0;
};

/// Says so on stderr without needing any.
void complain_of_memory() noexcept;

/// Makes sure that descriptors 0 to 2 exist, so that a file opened later cannot take the place of
/// a closed stdout; a closed reader of a pipe is an error of the write, not a signal.
void prepare_streams();

} // namespace sojourn::cli
