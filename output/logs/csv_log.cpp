// SPDX-License-Identifier: Apache-2.0
#include "output/logs/event_log.hpp"

#include "output/pictures/letters.hpp"
#include "output/text.hpp"

namespace sojourn::output {
namespace {

/// No formula for a spreadsheet, which passes over spaces. Tabs are spaces by then.
std::string defused(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  const bool starts = first != std::string::npos &&
                      std::string_view("=+-@").find(text[first]) != std::string_view::npos;
  return starts ? "'" + text : text;
}

std::string cell(const std::string& raw) {
  const std::string text = defused(clean(raw));
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + "\"";
}

class CsvLog final : public EventLog {
public:
  explicit CsvLog(LogSink sink) : sink_(std::move(sink)) {
    sink_("case,activity,name,step,channel,resource,entered,began,left,gave_up,affect,persona,exit,"
          "outcome,remembered\r\n");
  }

  void add(const LogCase& each) override {
    const std::string journey = text(",{},{},{},{:.3f}\r\n", cell(each.persona), cell(each.exit),
                                     cell(each.outcome), each.remembered);
    std::string lines;
    for (const LogEvent& event : each.events) {
      append(lines, "{},{},{},{},{},{},{},{},{},{},{:.3f}", cell(each.id), cell(event.activity),
             cell(event.name), cell(event.step), cell(event.channel), cell(event.resource),
             log_time(event.entered), log_time(event.began), log_time(event.left),
             event.gave_up ? "true" : "false", event.affect);
      lines += journey;
    }
    sink_(lines);
  }

  void end() override {}

private:
  LogSink sink_;
};

} // namespace

std::unique_ptr<EventLog> csv_log(LogSink sink) {
  return std::make_unique<CsvLog>(std::move(sink));
}

} // namespace sojourn::output
