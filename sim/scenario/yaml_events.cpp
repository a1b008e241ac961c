// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/yaml_events.hpp"

#include "sim/scenario/characters.hpp"

#include <yaml.h>

#include <algorithm>
#include <numeric>

// The only place that includes libyaml, and only its event parser: events carry marks and come one
// by one, so that depth, size and aliases are refused before anything is built from them.
namespace sojourn {
namespace {

struct Event {
  yaml_event_t raw{};
  ~Event() { yaml_event_delete(&raw); }
};

struct Parser {
  yaml_parser_t raw{};
  explicit Parser(std::string_view text) {
    if (yaml_parser_initialize(&raw) == 0)
      throw std::bad_alloc();
    yaml_parser_set_encoding(&raw, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&raw, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~Parser() { yaml_parser_delete(&raw); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
};

std::string_view view(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// Builds the tree from the events of one document. `Stop` leaves the recursion once nothing
/// sensible can follow; it never leaves this file.
class Builder {
public:
  Builder(std::string_view text, std::uint32_t source, Reporter& reporter)
      : parser_(text), source_(source), reporter_(reporter) {}

  std::optional<Node> document();

private:
  struct Stop {};

  void next(Event& event);
  Node node(const Event& event, std::size_t depth);
  Node scalar(const Event& event);
  void fill_sequence(Node& node, std::size_t depth);
  void fill_mapping(Node& node, std::size_t depth);
  Key key(const Event& event, std::size_t depth);
  void refuse_duplicates(Node& mapping);
  void refuse_decorations(const Event& event, Node& node);
  void refuse_second_document();
  [[noreturn]] void syntax_error();
  Place place(const yaml_mark_t& begin, const yaml_mark_t& end) const;

  Parser parser_;
  std::uint32_t source_;
  Reporter& reporter_;
  std::size_t values_ = 0;
};

Place Builder::place(const yaml_mark_t& begin, const yaml_mark_t& end) const {
  Place at;
  at.line = static_cast<std::uint32_t>(begin.line + 1);
  at.column = static_cast<std::uint32_t>(begin.column + 1);
  const bool one_line = begin.line == end.line && end.column > begin.column;
  at.length = one_line ? static_cast<std::uint32_t>(end.column - begin.column) : 1;
  at.source = source_;
  return at;
}

// libyaml's words for the mistakes people make, in ours; the rest is passed on as it is.
void Builder::syntax_error() {
  const yaml_parser_t& raw = parser_.raw;
  const std::string problem = raw.problem == nullptr ? "unreadable" : raw.problem;
  const std::string context = raw.context == nullptr ? "" : raw.context;
  const Place here = place(raw.problem_mark, raw.problem_mark);
  const Place begin = place(raw.context_mark, raw.context_mark);
  const bool ended = problem.find("unexpected end of stream") != std::string::npos ||
                     problem.find("unexpected document indicator") != std::string::npos;
  if (ended && context.find("quoted") != std::string::npos)
    reporter_.error(begin, "this quoted text is never closed",
                    "everything after the quote was read as part of the text",
                    "close it with the same quote, or leave the quotes out");
  else if (problem.find("cannot start any token") != std::string::npos)
    reporter_.error(here, "no value may start with this character",
                    "tabs and the characters @ ` % have no meaning in front of a value",
                    "indent with spaces; put the text in quotes if the character is meant");
  else if (problem.find("expected ',' or") != std::string::npos)
    reporter_.error(begin, "this list or group in brackets is never closed",
                    "line " + std::to_string(here.line) + " does not continue it",
                    "separate the parts by commas and close the bracket");
  else if (problem.find("mapping values are not allowed") != std::string::npos)
    reporter_.error(here, "a colon is not allowed here",
                    "the line before it, or this one, already has its value",
                    "check the indentation, or put the text in quotes");
  else if (problem.find("could not find expected ':'") != std::string::npos)
    reporter_.error(begin, "this line has no colon", "a group is made of lines `word: value`",
                    "write `word: value`, or join it to the line before");
  else if (problem.find("did not find expected key") != std::string::npos ||
           problem.find("did not find expected '-'") != std::string::npos)
    reporter_.error(here, "this line does not fit the lines above it",
                    "the words of one group start in the same column",
                    "check its indentation and the quotes and brackets before it");
  else
    reporter_.error(here, "this is not readable as YAML: " + problem + " " + context);
  throw Stop{};
}

void Builder::next(Event& event) {
  if (yaml_parser_parse(&parser_.raw, &event.raw) == 0)
    syntax_error();
}

void Builder::refuse_decorations(const Event& event, Node& node) {
  const yaml_event_t& raw = event.raw;
  const bool scalar = raw.type == YAML_SCALAR_EVENT;
  const bool sequence = raw.type == YAML_SEQUENCE_START_EVENT;
  const std::string_view anchor = view(scalar     ? raw.data.scalar.anchor
                                       : sequence ? raw.data.sequence_start.anchor
                                                  : raw.data.mapping_start.anchor);
  const std::string_view tag = view(scalar     ? raw.data.scalar.tag
                                    : sequence ? raw.data.sequence_start.tag
                                               : raw.data.mapping_start.tag);
  if (!anchor.empty())
    reporter_.error(node.place, "anchors (&" + std::string(anchor) + ") are not allowed",
                    "a scenario says everything where it is meant",
                    "write the value out; shared biases go under personas.everyone");
  if (!tag.empty())
    reporter_.error(node.place,
                    "tags (!!" + std::string(tag.substr(tag.find_last_of("!:") + 1)) +
                        ") are not allowed",
                    "the language knows the type of every value itself", "leave the tag out");
  node.poisoned = !tag.empty(); // what stands behind an anchor is as good as without it
}

Node Builder::scalar(const Event& event) {
  Node node;
  node.place = place(event.raw.start_mark, event.raw.end_mark);
  const auto& raw = event.raw.data.scalar;
  node.text.assign(reinterpret_cast<const char*>(raw.value), raw.length);
  node.quoted = raw.style != YAML_PLAIN_SCALAR_STYLE;
  if (const auto bad = first_bad_character(node.text)) { // "\x1b" in double quotes
    reporter_.error(node.place, "this text holds " + bad->what, {}, "take the escape out");
    node.poisoned = true;
  }
  return node;
}

Node Builder::node(const Event& event, std::size_t depth) {
  if (depth > most_depth) {
    reporter_.error(place(event.raw.start_mark, event.raw.start_mark),
                    "more than 64 levels of nesting");
    throw Stop{};
  }
  if (++values_ > most_values) {
    reporter_.error(place(event.raw.start_mark, event.raw.start_mark),
                    "more than 1000000 values in one scenario");
    throw Stop{};
  }
  Node node;
  node.place = place(event.raw.start_mark, event.raw.end_mark);
  if (event.raw.type == YAML_ALIAS_EVENT) {
    reporter_.error(node.place,
                    "aliases (*" + std::string(view(event.raw.data.alias.anchor)) +
                        ") are not allowed",
                    "a scenario says everything where it is meant",
                    "write the value out; shared biases go under personas.everyone");
    node.poisoned = true;
    return node;
  }
  if (event.raw.type == YAML_SCALAR_EVENT)
    node = scalar(event);
  refuse_decorations(event, node);
  if (event.raw.type == YAML_SEQUENCE_START_EVENT)
    fill_sequence(node, depth);
  else if (event.raw.type == YAML_MAPPING_START_EVENT)
    fill_mapping(node, depth);
  return node;
}

void Builder::fill_sequence(Node& sequence, std::size_t depth) {
  sequence.kind = Node::Kind::sequence;
  while (true) {
    Event event;
    next(event);
    if (event.raw.type == YAML_SEQUENCE_END_EVENT)
      return;
    sequence.items.push_back(node(event, depth + 1));
  }
}

void Builder::fill_mapping(Node& mapping, std::size_t depth) {
  mapping.kind = Node::Kind::mapping;
  while (true) {
    Event event;
    next(event);
    if (event.raw.type == YAML_MAPPING_END_EVENT)
      break;
    mapping.keys.push_back(key(event, depth));
    Event value;
    next(value);
    mapping.items.push_back(node(value, depth + 1));
  }
  refuse_duplicates(mapping);
}

Key Builder::key(const Event& event, std::size_t depth) {
  Node whole = node(event, depth + 1);
  --values_; // a key is no value
  if (!whole.is_scalar())
    reporter_.error(whole.place, "a list or group cannot be the word before a colon");
  return Key{std::move(whole.text), whole.place};
}

// Keeps the first of two equal keys. Sorted, because a hostile file may hold a million of them.
void Builder::refuse_duplicates(Node& mapping) {
  std::vector<std::size_t> order(mapping.keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return mapping.keys[a].text < mapping.keys[b].text;
  });
  std::vector<bool> extra(order.size(), false);
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Key& first = mapping.keys[order[i - 1]];
    const Key& again = mapping.keys[order[i]];
    if (first.text != again.text)
      continue;
    extra[order[i]] = true;
    reporter_.error(again.place,
                    "\"" + again.text + "\" is written twice, here and in line " +
                        std::to_string(first.place.line),
                    "which of the two is meant is anybody's guess", "keep one of them");
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < extra.size(); ++i)
    if (!extra[i] && kept++ != i) {
      mapping.keys[kept - 1] = std::move(mapping.keys[i]);
      mapping.items[kept - 1] = std::move(mapping.items[i]);
    }
  mapping.keys.resize(kept);
  mapping.items.resize(kept);
}

void Builder::refuse_second_document() {
  Event event;
  next(event);
  if (event.raw.type == YAML_DOCUMENT_START_EVENT)
    reporter_.error(place(event.raw.start_mark, event.raw.end_mark),
                    "a second document starts here", "a scenario is one document",
                    "put it into a file of its own");
}

std::optional<Node> Builder::document() {
  try {
    Event stream;
    next(stream);
    Event begin;
    next(begin);
    if (begin.raw.type != YAML_DOCUMENT_START_EVENT)
      return std::nullopt; // nothing but comments
    Event first;
    next(first);
    Node root = node(first, 0);
    Event end;
    next(end);
    refuse_second_document();
    return root;
  } catch (const Stop&) {
    return std::nullopt;
  }
}

Place place_of_byte(std::string_view text, std::size_t byte, std::uint32_t source) {
  const std::string_view before = text.substr(0, byte);
  const std::size_t start = before.rfind('\n') + 1; // npos + 1 == 0
  Place at;
  at.line = static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), '\n'));
  at.column = static_cast<std::uint32_t>(1 + count_characters(before.substr(start)));
  at.source = source;
  return at;
}

} // namespace

std::optional<Node> read_tree(const Sources& sources, std::uint32_t source, Reporter& reporter) {
  const std::string_view text = sources[source].text;
  const Place whole{0, 0, 1, source};
  if (text.size() > most_bytes) {
    reporter.error(whole, "the file is larger than 16 MB", "a scenario is a few pages of text");
    return std::nullopt;
  }
  if (const auto bad = first_bad_character(text)) {
    reporter.error(
        place_of_byte(text, bad->byte, source), "the text is not clean here: " + bad->what,
        "names and notes may be in any language, but in UTF-8", "save the file as UTF-8");
    return std::nullopt;
  }
  Builder builder(text, source, reporter);
  std::optional<Node> root = builder.document();
  if (!root && !reporter.failed())
    reporter.error(whole, "nothing is written here", "a scenario starts with `sojourn: 1`",
                   "run `sojourn init` for a scenario that runs as it is");
  return root;
}

} // namespace sojourn
