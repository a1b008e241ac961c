// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/patcher.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>

// An entry of `experiment.studies` is a word, or a group of one word with its options.
namespace sojourn {
namespace {

const std::string& name_of(const Node& entry) {
  return entry.is_mapping() ? entry.keys.front().text : entry.text;
}

} // namespace

void check_studies(Reading& reading, const Node* studies) {
  std::vector<const Node*> seen;
  for (const Node* entry : parts_of(studies)) {
    if (entry->is_mapping() && entry->keys.size() != 1) {
      reading.reporter.error(entry->place, "an entry of experiment.studies names one study",
                             entry->keys.empty() ? "this one names none" : "this one names several",
                             "write each on a line of its own: - leakage: { ... }");
      continue;
    }
    const auto same = std::find_if(seen.begin(), seen.end(), [&](const Node* other) {
      return name_of(*other) == name_of(*entry);
    });
    if (same != seen.end())
      reading.reporter.error(entry->place, "experiment.studies names " + name_of(*entry) + " twice",
                             "here and in line " + std::to_string((*same)->place.line),
                             "keep one of them");
    seen.push_back(entry);
  }
}

std::vector<StudySpec> studies_of(const Node& root) {
  std::vector<StudySpec> studies;
  const Group experiment = Group{&root, nullptr}.group("experiment");
  for (const Node* entry : parts_of(experiment.node("studies"))) {
    StudySpec& study = studies.emplace_back();
    study.id = name_of(*entry);
    study.place = entry->place;
    study.options.kind = Node::Kind::mapping;
    if (entry->is_mapping())
      study.options = entry->items.front();
  }
  return studies;
}

} // namespace sojourn
