// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/read_options.hpp"

#include <algorithm>
#include <numeric>

// `then`: where people go next.
namespace sojourn {
namespace {

struct Ways {
  std::string path;
  const Node* node; // of the `then` list
  TouchpointSpec* touchpoint;
  std::vector<const Node*> nodes;     // of the rows read
  bool waits = false, queues = false; // here; queues: for `needs`
  bool tells = false;                 // some time, in line
  bool whole = true;                  // nothing of the list was poisoned
};

bool for_persona(const RowSpec& row, int persona) {
  return row.personas.empty() ||
         std::find(row.personas.begin(), row.personas.end(), persona) != row.personas.end();
}

bool sound(const Node& node) {
  if (node.poisoned)
    return false;
  return std::all_of(node.items.begin(), node.items.end(), sound);
}

std::optional<RowSpec> read_row(Reading& reading, const Ways& ways, const Node& node) {
  const Group group{&node, nullptr};
  RowSpec row;
  const Value* to = group.value("to");
  const int exit = reading.exit(to);
  row.to_exit = exit >= 0;
  row.to = row.to_exit ? exit : reading.touchpoint(to);
  if (row.to < 0)
    return std::nullopt;
  const Value* share = group.value("share");
  if (share != nullptr && !share->is("rest"))
    row.share = share->number;
  for (const Node* each : parts_of(group.node("for")))
    if (const auto persona = reading.names.personas.index(each->text))
      row.personas.push_back(*persona);
  row.out_of_patience = group.is("when", "out_of_patience");
  row.turned_away = group.is("when", "turned_away");
  if (const Value* people = group.group("when").value("queue_longer_than"))
    row.queue_longer_than = static_cast<int>(people->number);
  if (const Value* time = group.group("when").value("announced_longer_than"))
    row.announced_longer_min = time->number;
  if (const Value* feels = group.value("feels"))
    row.feels = feels->number;
  row.silent = group.number("silent", 0);
  row.note = group.text("note");
  read_option(reading, node, ways.path + "." + node.find("to")->text, row);
  return row;
}

// Ways of those who do not join the line.
void check_refusal(Reading& reading, const std::string& path, bool queues, const Node& node) {
  if (!queues)
    reading.reporter.error(node.find("when")->place, path + ": nobody queues here",
                           "only who needs a resource can find its line full or too long",
                           "give the touchpoint `needs`, or use a share");
  if (const Node* share = node.find("share"))
    reading.reporter.error(share->place, path + ": a row with such a `when` takes no share",
                           "how many go this way follows from the line", "take the share out");
  if (const Node* feels = node.find("feels"))
    reading.reporter.error(feels->place, path + ": nothing of this touchpoint is felt",
                           "who does not join the line does not live through what happens here",
                           "put the feeling at the touchpoint they go to");
}

// What a row says of the line that its people do not join.
void check_line(Reading& reading, const Ways& ways, const RowSpec& row, const std::string& path,
                const Node& node) {
  const Node* when = node.find("when");
  if (when != nullptr && when->is_mapping() && when->keys.size() != 1 && sound(*when))
    reading.reporter.error(when->place,
                           path + ".when says " + (when->keys.empty() ? "nothing" : "two things"),
                           "a way is taken for one reason",
                           "write { queue_longer_than: 3 } or { announced_longer_than: 10 min }");
  if (row.refuses_line())
    check_refusal(reading, path, ways.queues, node);
  if (row.announced_longer_min && ways.queues && !ways.tells)
    reading.reporter.error(when->place, path + ": no time is announced here",
                           "only who is told a time can find it too long",
                           "give the touchpoint `announces` with an estimate of the wait");
}

void check_row(Reading& reading, const Ways& ways, const RowSpec& row, const Node& node) {
  const std::string path = ways.path + "." + node.find("to")->text;
  check_option(reading, node, path, ways.touchpoint->person_decides, row);
  check_line(reading, ways, row, path, node);
  if (row.out_of_patience && !ways.waits)
    reading.reporter.error(node.find("when")->place, path + ": out_of_patience where nobody waits",
                           "patience acts on a wait, and this touchpoint has none",
                           "give the touchpoint `needs` or `behind`, or use a share");
  if (row.out_of_patience && node.find("share") != nullptr)
    reading.reporter.error(
        node.find("share")->place, path + ": a row with `when: out_of_patience` takes no share",
        "how many go this way follows from waits and patience", "take the share out");
  if (node.find("silent") != nullptr && !(row.out_of_patience && row.to_exit))
    reading.reporter.error(node.find("silent")->place,
                           path + ".silent where nobody gives up waiting",
                           "it is how many of those who lose patience and leave say nothing",
                           "put it on a row with `when: out_of_patience` that leads to an exit");
  if (row.feels && ways.touchpoint->person_decides)
    reading.reporter.error(node.find("feels")->place, path + ": a choice carries no feels",
                           "a choice is made after the moment was felt",
                           "take `decides: person` out, or put the feeling at the next touchpoint");
}

// The same way on twice for the same people would leave a change without an address.
void check_twice(Reading& reading, const Ways& ways, std::size_t index) {
  const RowSpec& row = ways.touchpoint->rows[index];
  for (std::size_t i = 0; i < index; ++i) {
    const RowSpec& other = ways.touchpoint->rows[i];
    if (other.to != row.to || other.to_exit != row.to_exit ||
        other.out_of_patience != row.out_of_patience || other.turned_away != row.turned_away ||
        other.queue_longer_than.has_value() != row.queue_longer_than.has_value() ||
        other.announced_longer_min.has_value() != row.announced_longer_min.has_value())
      continue;
    const auto met = [&](int persona) { return for_persona(other, persona); };
    if (row.personas.empty() || other.personas.empty() ||
        std::any_of(row.personas.begin(), row.personas.end(), met)) {
      const Node& to = *ways.nodes[index]->find("to");
      reading.reporter.error(to.place, ways.path + " goes to \"" + to.text + "\" twice",
                             "line " + std::to_string(ways.nodes[i]->find("to")->place.line) +
                                 " has it already",
                             "join the two, or let `for` part them");
      return;
    }
  }
}

std::string people(Reading& reading, const Ways& ways, int persona) {
  const auto all = [](const RowSpec& row) { return row.personas.empty(); };
  if (std::all_of(ways.touchpoint->rows.begin(), ways.touchpoint->rows.end(), all))
    return {};
  return " for " + reading.out.personas[static_cast<std::size_t>(persona)].id;
}

// False once a problem was reported, so that the same mistake is not told for each persona.
bool check_persona(Reading& reading, const Ways& ways, int persona) {
  Shares shares;
  int ways_on = 0, defaults = 0;
  for (std::size_t i = 0; i < ways.touchpoint->rows.size(); ++i) {
    const RowSpec& row = ways.touchpoint->rows[i];
    if (!for_persona(row, persona) || row.conditional())
      continue;
    ++ways_on;
    defaults += row.is_default ? 1 : 0;
    if (row.is_default && defaults == 2) {
      reading.reporter.error(
          ways.nodes[i]->find("default")->place,
          ways.path + ": a second option is the default" + people(reading, ways, persona),
          "the default is what happens if nobody acts", "take one of the two out");
      return false;
    }
    if (row.share) {
      shares.values.push_back(*row.share);
    } else if (std::exchange(shares.has_rest, true)) {
      reading.reporter.error(
          ways.nodes[i]->place,
          ways.path + ": a second row takes the rest" + people(reading, ways, persona),
          "a row without a share takes what the others leave", "give one of them a share");
      return false;
    }
  }
  if (ways_on == 0) {
    reading.reporter.error(ways.node->place,
                           ways.path + " leads nowhere" + people(reading, ways, persona),
                           "whoever comes here could neither go on nor leave",
                           "add a row with `to:` a touchpoint or an exit");
    return false;
  }
  const std::size_t before = reading.reporter.problems().size();
  check_sum(shares, "the shares of " + ways.path + people(reading, ways, persona), ways.node->place,
            reading.reporter);
  return reading.reporter.problems().size() == before;
}

void read_ways(Reading& reading, Ways& ways) {
  for (const Node& item : ways.node->items) {
    ways.whole = ways.whole && sound(item);
    const auto row = item.poisoned ? std::nullopt : read_row(reading, ways, item);
    if (!row) {
      ways.whole = false;
      continue;
    }
    ways.touchpoint->rows.push_back(*row);
    ways.nodes.push_back(&item);
    check_row(reading, ways, *row, item);
    check_twice(reading, ways, ways.nodes.size() - 1);
  }
  for (int persona = 0; ways.whole && persona < static_cast<int>(reading.out.personas.size());
       ++persona)
    if (!check_persona(reading, ways, persona))
      break;
}

} // namespace

void read_rows(Reading& reading) {
  for_entries(reading.root, "touchpoints", [&](const Key& key, const Node& node, int index) {
    TouchpointSpec& touchpoint = reading.out.touchpoints[static_cast<std::size_t>(index)];
    const Node* then = Group{&node, nullptr}.node("then");
    if (then == nullptr)
      return;
    const bool unclear = std::any_of(node.items.begin(), node.items.end(),
                                     [](const Node& each) { return each.poisoned; });
    const bool queues = unclear || node.find("needs") != nullptr;
    Ways ways{"touchpoints." + key.text + ".then",      then,  &touchpoint, {},
              queues || node.find("behind") != nullptr, queues};
    ways.tells = unclear || (touchpoint.announces && touchpoint.announces->tells_time());
    read_ways(reading, ways);
  });
}

} // namespace sojourn
