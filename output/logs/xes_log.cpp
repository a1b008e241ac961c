// SPDX-License-Identifier: Apache-2.0
#include "output/logs/event_log.hpp"

#include "output/pictures/svg.hpp"
#include "output/text.hpp"

namespace sojourn::output {
namespace {

constexpr std::string_view begin_of_log =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace">
    <string key="concept:name" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>
    <string key="lifecycle:transition" value="complete"/>
  </global>
  <classifier name="Touchpoint" keys="concept:name"/>
)";

std::string attribute(const char* type, const char* key, const std::string& value,
                      std::string_view indent) {
  return text("{}<{} key=\"{}\" value=\"{}\"/>\n", indent, type, key, escape(value));
}

std::string number(double value) { return text("{:.3f}", value); }

class XesLog final : public EventLog {
public:
  XesLog(LogSink sink, const std::string& title) : sink_(std::move(sink)) {
    sink_(begin_of_log);
    sink_(attribute("string", "concept:name", title, "  "));
    sink_(attribute("string", "lifecycle:model", "standard", "  "));
  }

  void add(const LogCase& each) override {
    std::string trace = "  <trace>\n";
    constexpr std::string_view indent = "    ";
    trace += attribute("string", "concept:name", each.id, indent);
    trace += attribute("string", "persona", each.persona, indent);
    if (!each.exit.empty()) {
      trace += attribute("string", "exit", each.exit, indent);
      trace += attribute("string", "outcome", each.outcome, indent);
    }
    trace += attribute("float", "remembered", number(each.remembered), indent);
    for (const LogEvent& event : each.events) {
      add_event(trace, event);
    }
    sink_(trace + "  </trace>\n");
  }

  void end() override { sink_("</log>\n"); }

private:
  static void add_event(std::string& trace, const LogEvent& event) {
    if (event.began > event.entered) {
      add_moment(trace, event, "schedule", event.entered);
    }
    if (event.gave_up) { // nothing began
      add_moment(trace, event, "pi_abort", event.left);
      return;
    }
    add_moment(trace, event, "start", event.began);
    add_moment(trace, event, "complete", event.left);
  }

  static void add_moment(std::string& trace, const LogEvent& event, const char* transition,
                         std::int64_t at) {
    constexpr std::string_view indent = "      ";
    trace += "    <event>\n";
    trace += attribute("string", "concept:name", event.activity, indent);
    trace += attribute("date", "time:timestamp", log_time(at), indent);
    trace += attribute("string", "lifecycle:transition", transition, indent);
    if (!event.resource.empty()) {
      trace += attribute("string", "org:resource", event.resource, indent);
    }
    trace += attribute("string", "touchpoint", event.name, indent);
    trace += attribute("string", "step", event.step, indent);
    if (!event.channel.empty()) {
      trace += attribute("string", "channel", event.channel, indent);
    }
    if (at == event.left) {
      trace += attribute("float", "affect", number(event.affect), indent);
    }
    trace += "    </event>\n";
  }

  LogSink sink_;
};

} // namespace

std::unique_ptr<EventLog> xes_log(LogSink sink, const std::string& title) {
  return std::make_unique<XesLog>(std::move(sink), title);
}

} // namespace sojourn::output
