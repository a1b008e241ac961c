// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// Journeys as event logs that process mining reads: CSV for tables, XES (IEEE 1849) for logs.
namespace sojourn::output {

/// One visit. Times in milliseconds since Monday 00:00 of the first week.
struct LogEvent {
  std::string activity, name, step; // id, title, step of the journey
  std::string channel, resource;    // empty: none
  std::int64_t entered = 0;         // in line, or watching the work
  std::int64_t began = 0;           // waited until then; equal to `entered` where nobody waits
  std::int64_t left = 0;
  bool gave_up = false;
  double affect = 0; // felt here, -5 to +5
};

/// One journey, its visits in their order.
struct LogCase {
  std::string id, persona, exit, outcome; // exit and outcome empty: unfinished
  double remembered = 0;                  // affect points
  std::vector<LogEvent> events;
};

/// Takes text that is to be written. Throws what the writing throws.
using LogSink = std::function<void(std::string_view)>;

/// Writes a log case by case; nothing but the case at hand is kept. `end` once, at last.
class EventLog {
public:
  virtual ~EventLog() = default;
  virtual void add(const LogCase& each) = 0;
  virtual void end() = 0;
};

/// One line for each visit, comma separated, RFC 4180, with a header. A text that a spreadsheet
/// would take for a formula (it begins with = + - @, spaces or not) has an apostrophe
/// before it.
[[nodiscard]] std::unique_ptr<EventLog> csv_log(LogSink sink);

/// One trace for each journey; a visit is an event `start` and one `complete`, with `schedule`
/// before them where somebody waited. `title` is the log's name.
[[nodiscard]] std::unique_ptr<EventLog> xes_log(LogSink sink, const std::string& title);

/// "2024-01-01T08:30:00.000+00:00": simulated time starts on that Monday.
[[nodiscard]] std::string log_time(std::int64_t milliseconds);

} // namespace sojourn::output
