// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/assumptions.hpp"

#include "models/mechanisms/culture.hpp"
#include "models/mechanisms/relationship.hpp"
#include "models/mechanisms/table.hpp"
#include "sim/scenario/effect.hpp"
#include "sim/scenario/evidence.hpp"
#include "sim/scenario/field.hpp"
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/value.hpp"

#include <set>

namespace sojourn {
namespace {

using Uses = std::vector<ParameterUse>;

bool counts(const FieldRow& field) {
  switch (field.kind) {
  case Kind::integer:
  case Kind::number:
  case Kind::share:
  case Kind::affect:
  case Kind::affect_rate:
  case Kind::duration:
  case Kind::every:
  case Kind::rate:
  case Kind::money:
  case Kind::money_rate:
  case Kind::target_value:
  case Kind::half_width:
  case Kind::amount:
  case Kind::growth:
    return true;
  case Kind::group:
  case Kind::text:
  case Kind::identifier:
  case Kind::words:
  case Kind::flag:
  case Kind::seed:
  case Kind::version:
  case Kind::currency:
  case Kind::week:
  case Kind::closed:
  case Kind::moment:
  case Kind::touchpoint:
  case Kind::destination:
  case Kind::resource:
  case Kind::calendar:
  case Kind::persona:
  case Kind::channel:
  case Kind::variant:
  case Kind::measure:
  case Kind::kept_within:
  case Kind::path:
  case Kind::change:
  case Kind::levels:
  case Kind::band:
    break;
  }
  return false;
}

// Durations and rates carry their unit in the text.
std::string unit_shown(const FieldRow& field) {
  return field.kind == Kind::duration ? std::string() : field.unit;
}

std::string below(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

// What the language assumes in a group where nothing is written.
void add_defaults(const Node& group, const FieldNode& field, const std::string& path, Uses& out) {
  for (const auto& [word, under] : field.fixed) {
    const FieldRow* row = under->value;
    if (row == nullptr || row->fallback.empty() || !counts(*row) || !row->unit.empty() ||
        group.find(word) != nullptr)
      continue;
    out.push_back({below(path, word), row->fallback, {}, "default", row->help, range_of(*row)});
  }
}

std::string element_address(const Node& item, const std::string& path) {
  const Node* to = item.find("to");
  return to == nullptr ? path : below(path, to->text);
}

/// Collects what is written, each with what the comments say of it.
class Walk {
public:
  Walk(const Comments& comments, Uses& out) : comments_(comments), out_(out) {}

  void operator()(const Node& node, const FieldNode& field, const std::string& path) {
    if (node.poisoned || path == "variants" || path == "value.ideal")
      return;
    if (node.value) {
      take(node, field, path);
      return;
    }
    for (const Node& item : node.is_sequence() ? node.items : std::vector<Node>())
      if (field.element != nullptr)
        (*this)(item, *field.element, element_address(item, path));
    for (std::size_t i = 0; i < node.keys.size(); ++i)
      if (const FieldNode* under = field.under(node.keys[i].text))
        enter(node.keys[i], node.items[i], *under, below(path, node.keys[i].text));
    if (node.is_mapping() && path != "personas.everyone")
      add_defaults(node, field, path, out_);
  }

private:
  void take(const Node& node, const FieldNode& field, const std::string& path) {
    if (field.value == nullptr)
      return;
    if (field.value->described)
      out_.push_back({path, node.value->word, {}, "described", "this scenario", {}});
    if (counts(*field.value)) {
      const Evidence evidence = comments_.of(node.place, blocks_);
      out_.push_back({path, written(node), unit_shown(*field.value), evidence.provenance,
                      evidence.source, range_of(*field.value)});
    }
  }
  /// A key opens a block where its value begins on a later line.
  void enter(const Key& key, const Node& node, const FieldNode& field, const std::string& path) {
    const bool opens = node.place.line > key.place.line;
    if (opens)
      blocks_.push_back(key.place);
    (*this)(node, field, path);
    if (opens)
      blocks_.pop_back();
  }

  const Comments& comments_;
  Uses& out_;
  std::vector<Place> blocks_; // keys, outermost first
};

std::string band_of(const ParameterRow& row) {
  return number_text(row.band_low) + " to " + number_text(row.band_high);
}

std::string text_of(const RelationshipSpec& spec) {
  return "relationship " + std::string(relationship_names[static_cast<std::size_t>(spec.type)]);
}

// Trust may have its numbers from the relationship.
std::string source_of(const PersonaSpec& persona, const ParameterRow& row) {
  const bool moves =
      row.parameter == Parameter::trust_gain || row.parameter == Parameter::trust_loss;
  return persona.relationship && moves ? text_of(*persona.relationship) : std::string(row.source);
}

// Parameters of listed mechanisms that neither the persona nor `everyone` writes.
void add_mechanisms(const Scenario& baseline, const std::set<std::string>& seen, Uses& out) {
  for (const PersonaSpec& persona : baseline.personas)
    for (const ParameterRow& row : parameter_rows) {
      const auto& value = persona.parameters[static_cast<std::size_t>(row.parameter)];
      const std::string tail =
          "biases." + std::string(row_of(row.mechanism).id) + "." + std::string(row.id);
      if (!value || !has_effect(baseline, persona, row.parameter) ||
          seen.count("personas." + persona.id + "." + tail) > 0 ||
          seen.count("personas.everyone." + tail) > 0)
        continue;
      out.push_back({"personas." + persona.id + "." + tail, number_text(value->mean()),
                     std::string(row.unit),
                     std::string(provenance_names[static_cast<std::size_t>(row.provenance)]),
                     source_of(persona, row), band_of(row)});
    }
}

ParameterUse relationship_use(const RelationshipSpec& spec, const std::string& path,
                              const RelationshipRow& row) {
  const double value = spec.number(row.number);
  return {path,
          row.share ? number_text(100 * value) + "%" : number_text(value),
          row.unit == "1" ? std::string() : std::string(row.unit),
          "assumption",
          text_of(spec) + ": " + std::string(row.about),
          number_text(row.band_low) + " to " + number_text(row.band_high)};
}

// What a word like `basic` stands for; once where it is said for all.
void add_relationships(const Scenario& baseline, std::set<std::string>& seen, Uses& out) {
  for (const PersonaSpec& persona : baseline.personas)
    for (const RelationshipRow& row : relationship_rows) {
      if (!has_effect(baseline, persona, row.number))
        continue;
      const std::string word = "relationship." + std::string(row.id);
      const std::string path =
          persona.relationship->of_persona ? "personas." + persona.id + "." + word : word;
      const bool written = seen.count("personas.everyone." + word) > 0 || seen.count(word) > 0;
      if (seen.insert(path).second && !written)
        out.push_back(relationship_use(*persona.relationship, path, row));
    }
}

// What an example of culture stands for.
void add_culture(const Scenario& baseline, const std::set<std::string>& seen, Uses& out) {
  for (const CultureEffect& effect : baseline.culture.effects) {
    const std::string path =
        "culture.effects." +
        std::string(culture_targets[static_cast<std::size_t>(effect.target)].id) + "." +
        std::string(culture_scales[static_cast<std::size_t>(effect.scale)].id);
    if (seen.count(path) == 0)
      out.push_back({path,
                     number_text(effect.gamma),
                     {},
                     "assumption",
                     "an example: the sign has a source, the size is ours",
                     "-3 to 3"});
  }
}

// Unsaid, the asymmetry of a survey depends on who is loss averse.
void settle_asymmetry(const Scenario& baseline, Uses& out) {
  for (ParameterUse& use : out)
    if (use.path == "survey.asymmetry" && use.provenance == "default")
      use.value = number_text(baseline.survey.asymmetry);
}

} // namespace

std::vector<ParameterUse> assumptions(const Node& root, const Scenario& baseline,
                                      std::string_view text) {
  Uses out;
  const Comments comments(text);
  Walk(comments, out)(root, field_tree(), "");
  settle_asymmetry(baseline, out);
  const std::string channel_switch = "channel_switch"; // acts wherever there are channels
  if (!baseline.channels.empty() && root.find(channel_switch) == nullptr)
    add_defaults(Node{}, *field_tree().under(channel_switch), channel_switch, out);
  std::set<std::string> seen;
  for (const ParameterUse& use : out)
    seen.insert(use.path);
  add_mechanisms(baseline, seen, out);
  add_relationships(baseline, seen, out);
  add_culture(baseline, seen, out);
  return out;
}

} // namespace sojourn
