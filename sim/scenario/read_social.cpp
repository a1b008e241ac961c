// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/renewal.hpp"
#include "models/mechanisms/table.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>

// Relationship, culture, roles, stakeholders and renewal.
namespace sojourn {
namespace {

template <class Rows> double number_of(const Group& group, const Rows& rows, std::string_view id) {
  const auto row =
      std::find_if(rows.begin(), rows.end(), [id](const auto& each) { return each.id == id; });
  return group.number(id, row->default_value);
}

constexpr double minutes_of_week = 7 * 1440;

/// What is written under `relationship` somewhere; nullptr: nothing.
const Node* relationship_node(const Node* at) {
  const Node* node = at == nullptr ? nullptr : at->find("relationship");
  return node == nullptr || node->poisoned ? nullptr : node;
}

std::optional<Relationship> type_of(const Node& node) {
  const Group group{&node, nullptr};
  return find_relationship(node.value ? node.value->word : group.word("type"));
}

/// From the most particular to the most general, up to the one that names a type.
std::vector<const Node*> relationship_chain(const Reading& reading, const Group& persona) {
  std::vector<const Node*> chain;
  for (const Node* at : {persona.own, persona.shared, &reading.root}) {
    const Node* node = relationship_node(at);
    if (node == nullptr)
      continue;
    chain.push_back(node);
    if (type_of(*node))
      break;
  }
  return chain;
}

bool steps_anywhere(const Node& root, std::string_view step) {
  const Node* touchpoints = root.find("touchpoints");
  return touchpoints != nullptr &&
         std::any_of(touchpoints->items.begin(), touchpoints->items.end(), [&](const Node& each) {
           return Group{&each, nullptr}.is("step", step);
         });
}

/// Trust moves as the relationship says, unless the persona says it.
void set_trust(const Group& persona, PersonaSpec& out) {
  const auto set = [&](Parameter parameter, RelationshipNumber number) {
    const ParameterRow& row = row_of(parameter);
    auto& value = out.parameters[static_cast<std::size_t>(parameter)];
    const bool written = persona.group("biases").group("trust").has(row.id);
    if (value && !written)
      value = Distribution::constant(out.relationship->number(number));
  };
  set(Parameter::trust_gain, RelationshipNumber::trust_gain);
  set(Parameter::trust_loss, RelationshipNumber::trust_loss);
}

void read_relationship(Reading& reading, const Group& persona, PersonaSpec& out) {
  const std::vector<const Node*> chain = relationship_chain(reading, persona);
  if (chain.empty()) {
    if (const Node* needs = persona.node("needs_relationship"))
      reading.reporter.warning(needs->place, "needs_relationship changes nothing here",
                               "nobody says what relationship there is",
                               "add `relationship: basic`, or take it out");
    return;
  }
  const auto type = type_of(*chain.back());
  if (!type) {
    reading.reporter.error(chain.back()->place, "relationship: of which type?",
                           "its numbers start from basic, cooperative or partnership",
                           "write it like { type: cooperative, visibility: 60% }");
    return;
  }
  RelationshipSpec spec;
  spec.type = *type;
  spec.of_persona = chain.front() != relationship_node(&reading.root);
  spec.numbers = numbers_of(*type);
  for (const RelationshipRow& row : relationship_rows) {
    const auto says = std::find_if(chain.begin(), chain.end(), [&](const Node* each) {
      return Group{each, nullptr}.has(row.id);
    });
    if (says != chain.end())
      spec.numbers[static_cast<std::size_t>(row.number)] = Group{*says, nullptr}.number(row.id, 0);
  }
  const auto costs = std::find_if(chain.begin(), chain.end(), [](const Node* each) {
    return Group{each, nullptr}.has("cost");
  });
  if (costs != chain.end())
    spec.cost_per_week = Group{*costs, nullptr}.rate("cost", minutes_of_week);
  spec.needed = find_relationship(persona.word("needs_relationship"));
  spec.on_arrival = !steps_anywhere(reading.root, "agree");
  out.relationship = spec;
  if (spec.on_arrival && !persona.has("expectation_error"))
    out.expectation_error = spec.number(RelationshipNumber::expectation_error);
  set_trust(persona, out);
}

void read_roles(const Group& persona, PersonaSpec& out) {
  for (const Node* part : parts_of(persona.node("role"))) {
    const auto at = std::find(role_names.begin(), role_names.end(), part->text);
    if (at != role_names.end())
      out.roles.has[static_cast<std::size_t>(at - role_names.begin())] = true;
  }
  if (out.roles == RolesSpec{})
    out.roles.has[static_cast<std::size_t>(Role::user)] = true;
}

std::size_t place_of(const CultureScaleRow& scale) {
  return static_cast<std::size_t>(&scale - culture_scales.data());
}

void read_effects(const Group& culture, CultureSpec& out) {
  const auto add = [&out](const CultureEffect& effect) {
    const auto same = [&](const CultureEffect& each) {
      return each.scale == effect.scale && each.target == effect.target;
    };
    std::erase_if(out.effects, same); // what is written wins over the example
    if (effect.gamma != 0)
      out.effects.push_back(effect);
  };
  if (const CultureExample* example = find_culture_example(culture.word("example")))
    std::for_each(example->effects.begin(), example->effects.end(), add);
  for (const CultureTargetRow& target : culture_targets) {
    const Group effects = culture.group("effects").group(target.id);
    for (const CultureScaleRow& scale : culture_scales)
      if (effects.has(scale.id))
        add({static_cast<CultureScale>(place_of(scale)), target.target,
             effects.number(scale.id, 0)});
  }
}

bool has_culture(const PersonaSpec& persona) {
  return std::any_of(persona.culture.begin(), persona.culture.end(),
                     [](double c) { return c != 0; });
}

/// What nobody may conclude from it.
void check_culture(Reading& reading) {
  const bool somebody =
      std::any_of(reading.out.personas.begin(), reading.out.personas.end(), has_culture);
  const Key* chapter = reading.root.find_key("culture");
  const Key* personas = reading.root.find_key("personas");
  if (somebody && personas != nullptr && reading.out.culture.effects.empty())
    reading.reporter.warning(personas->place, "culture is written, but does nothing here",
                             "no effect of a scale on a number is assumed unless you say so",
                             "say it in `culture.effects`, or start from `culture.example`");
  // Who says how far the people of a group differ has thought of it.
  if (!reading.out.culture.effects.empty() && chapter != nullptr &&
      !reading.top().group("culture").has("spread"))
    reading.reporter.warning(
        chapter->place, "culture: scores of groups are not scores of people",
        "people differ within a culture more than cultures do (ecological fallacy); the sizes of "
        "these effects are assumptions, only some signs are published",
        "read the result as a question about sizes, not about a country, and say in "
        "`culture.spread` how far people differ within each group");
}

void read_culture(Reading& reading) {
  const Group culture = reading.top().group("culture");
  reading.out.culture.spread = culture.number("spread", culture_spread);
  if (culture.own != nullptr)
    read_effects(culture, reading.out.culture);
  check_culture(reading);
}

void read_stakeholders(Reading& reading) {
  const Node* table = reading.root.find("stakeholders");
  if (table == nullptr || table->poisoned)
    return;
  auto& all = reading.out.stakeholders;
  all.resize(reading.out.personas.size());
  for (std::size_t i = 0; i < table->keys.size(); ++i) {
    const auto persona = reading.names.personas.index(table->keys[i].text);
    const Group group{&table->items[i], nullptr};
    if (persona && !table->items[i].poisoned)
      all[static_cast<std::size_t>(*persona)] =
          StakeholderSpec{group.number("influence", 1), group.number("interest", 1)};
  }
}

bool somebody_decides(const Scenario& scenario) {
  return std::any_of(scenario.personas.begin(), scenario.personas.end(),
                     [](const PersonaSpec& each) { return each.roles.decides(); });
}

void read_renewal(Reading& reading) {
  const Group renewal = reading.top().group("renewal");
  const Key* key = reading.root.find_key("renewal");
  if (renewal.own == nullptr || key == nullptr)
    return;
  reading.out.renewal = {true, number_of(renewal, renewal_rows, "base"),
                         number_of(renewal, renewal_rows, "experience"),
                         number_of(renewal, renewal_rows, "outcome"),
                         number_of(renewal, renewal_rows, "risk")};
  if (!somebody_decides(reading.out))
    reading.reporter.error(key->place, "renewal: nobody decides it",
                           "a renewal is decided by a customer and a sponsor",
                           "give a persona `role: customer`, or several roles like "
                           "[user, customer, sponsor]");
  if (!reading.out.survey.present)
    reading.reporter.error(key->place, "renewal needs a survey",
                           "what users felt reaches those who decide only as answers",
                           "add `survey: {}` (everybody answers), or say who answers");
}

} // namespace

void read_social_traits(Reading& reading, const Group& persona, PersonaSpec& out) {
  read_relationship(reading, persona, out);
  read_roles(persona, out);
  for (const CultureScaleRow& scale : culture_scales)
    out.culture[place_of(scale)] = persona.group("culture").number(scale.id, 0);
}

void read_social(Reading& reading) {
  read_culture(reading);
  read_stakeholders(reading);
  read_renewal(reading);
}

} // namespace sojourn
