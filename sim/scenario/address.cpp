// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/address.hpp"

#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <functional>

namespace sojourn {
namespace {

struct Segment {
  std::string name, persona;
  bool bracket = false;
  std::size_t offset = 0; // characters from the start of the path
};

struct Cursor {
  ValueAddress address;
  const Node* node = nullptr; // nullptr: nothing is written there yet
};

std::optional<std::vector<Segment>> segments_of(const std::string& path) {
  std::vector<Segment> out;
  std::size_t offset = 0;
  for (const std::string& part : split(path, '.')) {
    Segment segment{part, {}, false, offset};
    offset += part.size() + 1;
    const std::size_t open = part.find('[');
    if (open != std::string::npos) {
      if (part.back() != ']' || open == 0)
        return std::nullopt;
      segment = {part.substr(0, open), part.substr(open + 1, part.size() - open - 2), true,
                 segment.offset};
    }
    if (segment.name.empty() || (segment.bracket && segment.persona.empty()))
      return std::nullopt;
    out.push_back(std::move(segment));
  }
  return out;
}

/// Walks the segments down the table and the tree at once; `*` forks.
class Resolver {
public:
  Resolver(const Key& path, const Names& names, Reporter& reporter)
      : path_(path), names_(names), reporter_(reporter) {}
  std::vector<ValueAddress> resolve(const Node& root);

private:
  std::vector<Cursor> step(const Cursor& from, const Segment& segment, bool last);
  std::vector<Cursor> all(const Cursor& from, const Segment& segment);
  std::vector<Cursor> rows(const Cursor& from, const Segment& segment);
  Cursor row(const Cursor& from, const Segment& segment) const;
  void refuse(const Segment& segment, const std::string& message, const std::string& why,
              const std::string& hint = {});
  bool name_in_use(const Cursor& from, const Segment& segment, bool last);

  const Key& path_;
  const Names& names_;
  Reporter& reporter_;
  bool failed_ = false;
};

void Resolver::refuse(const Segment& segment, const std::string& message, const std::string& why,
                      const std::string& hint) {
  if (failed_)
    return; // a path is wrong once, whatever `*` multiplies
  failed_ = true;
  Place place = path_.place;
  if (place.length == path_.text.size()) { // not quoted: point at the segment
    place.column += static_cast<std::uint32_t>(segment.offset);
    place.length = static_cast<std::uint32_t>(segment.name.size());
  }
  reporter_.error(place, message, why, hint);
}

std::string meant(const std::string& word, const std::vector<std::string>& candidates) {
  const auto found = did_you_mean(word, candidates);
  return found ? "did you mean \"" + *found + "\"?" : "";
}

bool is_list_of_rows(const FieldNode& field) {
  return field.element != nullptr && field.element->group != nullptr;
}

Cursor entered(const Cursor& from, const std::string& name, const FieldNode* field) {
  Cursor next = from;
  next.address.steps.push_back({name, {}, false});
  next.address.field = field;
  next.node = from.node == nullptr ? nullptr : from.node->find(name);
  return next;
}

// A name the path only passes through must be in use; the last one may be new.
bool Resolver::name_in_use(const Cursor& from, const Segment& segment, bool last) {
  const Kind kind = from.address.field->any->row()->key;
  if (kind == Kind::path || kind == Kind::week || (from.node && from.node->find(segment.name)))
    return true;
  if (kind != Kind::identifier) {
    const Lookup lookup = look_up(names_, kind, segment.name);
    if (!lookup.found && lookup.judged)
      refuse(segment, path_.text + ": \"" + segment.name + "\" is no " + std::string(noun_of(kind)),
             "there are " + list_words(lookup.candidates), meant(segment.name, lookup.candidates));
    return lookup.found;
  }
  if (last)
    return true;
  std::vector<std::string> ids = from.address.field->words();
  if (from.node != nullptr)
    for (const Key& key : from.node->keys)
      ids.push_back(key.text);
  refuse(segment, path_.text + ": there is no \"" + segment.name + "\" in " + from.address.text(),
         "there are " + list_words(ids), meant(segment.name, ids));
  return false;
}

std::vector<Cursor> Resolver::all(const Cursor& from, const Segment& segment) {
  const FieldNode& field = *from.address.field;
  std::vector<Cursor> out;
  if (field.any != nullptr && from.node != nullptr)
    for (const Key& key : from.node->keys)
      if (field.under(key.text) == field.any.get())
        out.push_back(entered(from, key.text, field.any.get()));
  if (out.empty())
    refuse(segment, path_.text + ": `*` matches nothing here",
           "`*` stands for every name in a chapter", {});
  return out;
}

Cursor Resolver::row(const Cursor& from, const Segment& segment) const {
  Cursor next = from;
  next.address.steps.push_back({segment.name, segment.persona, true});
  next.address.field = from.address.field->element.get();
  next.node = nullptr;
  if (from.node != nullptr)
    for (const Node& item : from.node->items) {
      const Node* to = item.find("to");
      const auto personas = personas_of_row(item);
      if (to != nullptr && to->text == segment.name &&
          (segment.persona.empty() || personas.empty() ||
           std::find(personas.begin(), personas.end(), segment.persona) != personas.end()))
        next.node = &item;
    }
  return next;
}

std::vector<Cursor> Resolver::rows(const Cursor& from, const Segment& segment) {
  std::vector<Cursor> out;
  if (segment.name != "*") {
    const Lookup to = look_up(names_, Kind::destination, segment.name);
    const Lookup who = look_up(names_, Kind::persona, segment.persona);
    if (!to.found && to.judged)
      refuse(segment, path_.text + ": \"" + segment.name + "\" is no touchpoint or exit",
             "there are " + list_words(to.candidates), meant(segment.name, to.candidates));
    else if (segment.bracket && !who.found && who.judged)
      refuse(segment, path_.text + ": \"" + segment.persona + "\" is no persona",
             "there are " + list_words(who.candidates), meant(segment.persona, who.candidates));
    return {row(from, segment)};
  }
  for (const Node& item : from.node == nullptr ? std::vector<Node>() : from.node->items) {
    const Node* to = item.find("to");
    std::vector<std::string> personas = personas_of_row(item);
    if (personas.empty() || segment.bracket)
      personas = {segment.persona};
    for (const std::string& persona : personas)
      if (to != nullptr)
        out.push_back(row(from, {to->text, persona, !persona.empty(), segment.offset}));
  }
  if (out.empty())
    refuse(segment, path_.text + ": `*` matches nothing here", "no way leads on from here", {});
  return out;
}

// "ride.takes" where touchpoints.ride.takes is meant: a name of the scenario without its chapter.
std::string with_chapter(const Cursor& from, const std::string& name) {
  if (from.node == nullptr || !from.address.steps.empty())
    return {};
  for (std::size_t i = 0; i < from.node->keys.size(); ++i)
    if (from.node->items[i].is_mapping() && from.node->items[i].find(name) != nullptr)
      return "a path begins with a chapter: " + from.node->keys[i].text + "." + name;
  return {};
}

std::vector<Cursor> Resolver::step(const Cursor& from, const Segment& segment, bool last) {
  const FieldNode& field = *from.address.field;
  if (is_list_of_rows(field))
    return rows(from, segment);
  if (segment.name == "*")
    return all(from, segment);
  const FieldNode* under = field.under(segment.name);
  if (under == nullptr || segment.bracket) {
    const std::string where = from.address.text();
    const std::string chapter = with_chapter(from, segment.name);
    refuse(segment,
           path_.text + ": unknown word \"" + segment.name + "\"" +
               (where.empty() ? "" : " in " + where),
           field.words().empty() ? "nothing stands below it"
                                 : "known here are " + list_words(field.words(), 40),
           chapter.empty() ? meant(segment.name, field.words()) : chapter);
    return {};
  }
  if (under == field.any.get() && !name_in_use(from, segment, last))
    return {};
  return {entered(from, segment.name, under)};
}

std::vector<ValueAddress> Resolver::resolve(const Node& root) {
  const auto segments = segments_of(path_.text);
  if (!segments) {
    reporter_.error(path_.place, "\"" + path_.text + "\" is no path",
                    "a path is made of words joined by points",
                    "write it like touchpoints.a.takes");
    return {};
  }
  std::vector<Cursor> cursors = {Cursor{ValueAddress{{}, &field_tree()}, &root}};
  for (std::size_t i = 0; i < segments->size() && !failed_; ++i) {
    std::vector<Cursor> next;
    for (const Cursor& cursor : cursors)
      for (Cursor& each : step(cursor, (*segments)[i], i + 1 == segments->size()))
        next.push_back(std::move(each));
    cursors = std::move(next);
  }
  std::vector<ValueAddress> out;
  out.reserve(cursors.size());
  for (Cursor& cursor : cursors)
    out.push_back(std::move(cursor.address));
  return failed_ ? std::vector<ValueAddress>() : out;
}

bool same_step(const PathStep& a, const PathStep& b) {
  return a.name == b.name && (a.persona.empty() || b.persona.empty() || a.persona == b.persona);
}

} // namespace

std::string ValueAddress::text() const {
  std::string out;
  for (const PathStep& step : steps)
    out += (out.empty() ? "" : ".") + step.name +
           (step.persona.empty() ? "" : "[" + step.persona + "]");
  return out;
}

std::vector<ValueAddress> resolve(const Key& path, const Node& root, const Names& names,
                                  Reporter& reporter) {
  return Resolver(path, names, reporter).resolve(root);
}

bool overlap(const ValueAddress& a, const ValueAddress& b) {
  const std::size_t common = std::min(a.steps.size(), b.steps.size());
  return std::equal(a.steps.begin(), a.steps.begin() + static_cast<std::ptrdiff_t>(common),
                    b.steps.begin(), same_step);
}

std::vector<std::string> personas_of_row(const Node& row) {
  std::vector<std::string> out;
  const Node* whom = row.find("for");
  if (whom == nullptr)
    return out;
  if (whom->is_scalar())
    out.push_back(whom->text);
  for (const Node& item : whom->items)
    out.push_back(item.text);
  return out;
}

} // namespace sojourn
