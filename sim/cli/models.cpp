// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/layer_rows.hpp"
#include "models/mechanisms/parameter_words.hpp"
#include "models/mechanisms/table.hpp"
#include "output/text.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/layout.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/field.hpp"

#include <algorithm>

namespace sojourn::cli {
namespace {

constexpr std::string_view grades =
    "Grade of evidence: A meta-analysis or many-lab replication; B several good studies, at least "
    "one in a service setting; C plausible, thin or conflicting; D folklore.";

std::string name_of(Grade grade) {
  return std::string(grade_names[static_cast<std::size_t>(grade)]);
}

std::string row_line(std::string_view id, std::string_view title, Grade grade,
                     std::string_view writes) {
  return "  " + pad(id, 23) + pad(title, 53) + name_of(grade) + "\n" +
         wrap(std::string(25, ' ') + "-> ", writes, 78);
}

std::string all_mechanisms(bool colour) {
  std::string text = bold("Mechanisms", colour) +
                     ", in the order in which they are applied; unlisted means off\n\n";
  text += dim("  " + pad("name", 23) + pad("what it is, and what it moves", 50) + "grade", colour) +
          "\n";
  for (const MechanismRow& row : mechanism_rows) {
    text += row_line(row.id, row.title, row.grade, row.writes);
  }
  text += "\n" + bold("Around them", colour) +
          ", words of the scenario: what is told, relations, groups\n\n";
  for (const LayerRow& row : layer_rows) {
    text += row_line(row.id, row.title, row.grade, row.writes);
  }
  text += "\n" + wrap("", grades) +
          "\nsojourn models NAME shows equation, parameters, bands and source.\n";
  return text;
}

std::string number(double value) { return output::text("{:.4g}", value); }

std::string parameter_line(std::string_view id, std::string_view symbol, std::string_view value,
                           std::string_view unit, std::string_view band,
                           std::string_view provenance) {
  return "  " + pad(id, 13) + pad(symbol, 10) + pad_left(value, 7) + "  " + pad(unit, 22) +
         pad(band, 14) + std::string(provenance);
}

std::string parameters_of(Mechanism mechanism, bool colour) {
  std::string text =
      dim(parameter_line("parameter", "symbol", "default", "unit", "band", "provenance"), colour) +
      "\n";
  for (const ParameterRow& row : parameter_rows) {
    if (row.mechanism == mechanism) {
      text += parameter_line(row.id, row.symbol, number(row.default_value), row.unit,
                             number(row.band_low) + ".." + number(row.band_high),
                             provenance_names[static_cast<std::size_t>(row.provenance)]) +
              "\n";
    }
  }
  return text;
}

/// What each number means, and where it comes from.
std::string parameter_meanings(Mechanism mechanism) {
  std::string text;
  for (const ParameterRow& row : parameter_rows) {
    if (row.mechanism == mechanism) {
      text +=
          wrap("  " + pad(row.id, 14), output::text("{}. {}", words_of(row.parameter), row.source));
    }
  }
  return text;
}

/// What both kinds of row say, `numbers` in between.
template <class Row>
std::string evidence_of(const Row& row, const std::string& numbers, bool colour) {
  return bold(row.title, colour) +
         output::text("  ({}, grade {})\n\n", row.id, name_of(row.grade)) +
         wrap("  equation  ", row.equation) + wrap("  reads     ", row.reads) +
         wrap("  writes    ", row.writes) + "\n" + numbers + "\n" +
         wrap("  source    ", row.source) + wrap("  not for   ", row.not_for);
}

/// The words under the layer's own, with what holds where they are not written.
std::string one_layer(const LayerRow& row, bool colour) {
  const std::string prefix = std::string(row.id) + ".";
  std::string words;
  for (const FieldRow& field : field_table()) {
    if (field.path.starts_with(prefix) && field.kind != Kind::group) {
      const std::string holds = unsaid_of(field);
      const std::string unsaid = holds.empty() ? "" : " (unsaid: " + holds + ")";
      words += wrap("  " + pad(field.path.substr(prefix.size()), 28) + "  ", field.help + unsaid);
    }
  }
  return evidence_of(row, words, colour) + "\n" + wrap("", grades);
}

std::string one_mechanism(const MechanismRow& row, bool colour) {
  std::string text = evidence_of(row, parameters_of(row.mechanism, colour), colour);
  text += "\nWhat the numbers mean, and where they come from\n" + parameter_meanings(row.mechanism);
  text += "\n" + wrap("", grades);
  return text;
}

const MechanismRow& find_row(const std::string& name) {
  if (const auto mechanism = find_mechanism(name)) {
    return row_of(*mechanism);
  }
  std::vector<std::string> names;
  names.reserve(mechanism_rows.size() + layer_rows.size());
  for (const MechanismRow& row : mechanism_rows) {
    names.emplace_back(row.id);
  }
  for (const LayerRow& row : layer_rows) {
    names.emplace_back(row.id);
  }
  const auto meant = did_you_mean(name, names);
  throw UsageError("there is no mechanism " + printable(name),
                   meant ? "did you mean " + *meant + "?" : "there are: " + list_words(names));
}

std::string one_named(const std::string& name, bool colour) {
  const auto layer = std::find_if(layer_rows.begin(), layer_rows.end(),
                                  [&](const LayerRow& row) { return row.id == name; });
  return layer != layer_rows.end() ? one_layer(*layer, colour)
                                   : one_mechanism(find_row(name), colour);
}

int run_models(const Context& context) {
  const bool colour = context.terminal.colour_out();
  const auto& operands = context.arguments.operands();
  context.terminal.print(operands.empty() ? all_mechanisms(colour)
                                          : one_named(operands[0], colour));
  return success;
}

} // namespace

Command models_command() {
  return {{"models",
           "the psychology: equations, parameters, evidence",
           "[NAME]",
           0,
           1,
           {{"sojourn models", "every mechanism with its grade of evidence"},
            {"sojourn models loss_aversion", "its equation, parameters, bands and source"}},
           {}},
          run_models};
}

} // namespace sojourn::cli
